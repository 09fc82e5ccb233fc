import Lineup

/// A small plan of slots, and what the contract makes of it by trying every calendar.
package struct SmallSlots: Sendable {
  package var plan: SlotsPlan
  package var partners: PartnerList
  package var wishTable: PlainTable
  /// Of each partner, by slot of the plan: 1, 2, 3 or 4 for `no`, found by going through the wishes as written.
  package var wishes: [[Int]] = []

  package init(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let (partnerCount, slotCount) = random.one(of: [(2, 6), (3, 4), (3, 5), (4, 4), (2, 5), (4, 3)])
    plan = SlotsPlan(name: "small", source: "slots.yaml")
    let days = random.integer(1...6)
    plan.slots = (0..<slotCount).map { place in
      DatedSlot(
        name: "s\(place % 3)", day: Day(number: 20_700 + random.integer(0...days)), start: nil,
        weight: random.one(of: [1, 1, 2, 0.5]))
    }.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    var seen: Set<String> = []
    plan.slots = plan.slots.filter { seen.insert("\($0.name) \($0.day)").inserted }
    plan.formula.start = random.one(of: [100, 10])
    plan.formula.rules = random.one(of: [1, 0.7, 0.5, 0])
    plan.formula.sales = 1 - plan.formula.rules
    let lower = random.integer(0...2)
    plan.each = lower...(random.chance(0.3) ? Int.max : lower + random.integer(0...3))
    plan.apart = random.integer(0...3)
    let place = SourceLocation(source: "slots.yaml", line: 1)
    plan.formula.points = [
      .init(column: "r1", location: place, points: [.late: -3, .missed: -10.5]),
      .init(column: "r2", location: place, points: [:]),
    ]
    let names = (0..<partnerCount).map { "P\($0)" }
    let table = PlainTable(
      source: "partners.csv", header: .init(line: 1, cells: ["partner", "sales", "r1", "r2"]),
      rows: names.enumerated().map { place, name in
        .init(
          line: place + 2,
          cells: [
            name, "\(random.integer(0...3) * 1_000)", random.one(of: ["done", "late", "missed", "n/a", ""]),
            random.one(of: ["", "2", "-7", "0.25", "n/a"]),
          ])
      })
    partners = try PartnerList(table, formula: plan.formula)
    wishTable = PlainTable(
      source: "wishes.csv", header: .init(line: 1, cells: ["partner", "slot", "date", "wish"]), rows: [])
    wish(of: names, random: &random)
  }

  private mutating func wish(of names: [String], random: inout RandomSource) {
    var written: [(partner: String, slot: String, date: String, wish: String)] = []
    for name in names where !plan.slots.isEmpty {
      for _ in 0..<random.integer(0...5) {
        let slot = random.one(of: plan.slots)
        let kind = random.integer(0...2)
        let (named, dated) = (kind == 1 ? "" : slot.name, kind == 0 ? "" : slot.day.description)
        if written.contains(where: { ($0.partner, $0.slot, $0.date) == (name, named, dated) }) { continue }
        written.append((name, named, dated, random.one(of: ["1", "2", "3", "no", "no"])))
      }
    }
    wishTable.rows = written.enumerated().map { place, wish in
      .init(line: place + 2, cells: [wish.partner, wish.slot, wish.date, wish.wish])
    }
    wishes = names.map { name in
      plan.slots.map { slot in
        let own = written.filter { $0.partner == name }
        let day = slot.day.description
        let found =
          own.first { $0.slot == slot.name && $0.date == day } ?? own.first {
            $0.slot.isEmpty && $0.date == day
          }
          ?? own.first { $0.slot == slot.name && $0.date.isEmpty }
        return found.map { $0.wish == "no" ? 4 : Int($0.wish) ?? 0 } ?? 3
      }
    }
  }

  package func search() throws -> SlotsSearch {
    SlotsSearch(
      plan: plan, partners: partners,
      wishes: try WishList(wishTable, plan: plan, partners: partners.partners))
  }

  /// A calendar: for each slot a partner, in the order of the table.
  package typealias Calendar = [Int?]

  /// Whether a calendar gives no partner more than it is to have, none a slot to which it does not come, and none
  /// two slots that are too near.
  package func isAllowed(_ calendar: Calendar, counts: [Int]) -> Bool {
    for (slot, owner) in calendar.enumerated() {
      guard let owner else { continue }
      if wishes[owner][slot] == 4 { return false }
      for other in (slot + 1)..<max(slot + 1, calendar.count) where calendar[other] == owner {
        if abs(plan.slots[other].day.number - plan.slots[slot].day.number) < plan.apart { return false }
      }
    }
    return zip(counts, held(calendar)).allSatisfy { $0 >= $1 }
  }

  package func held(_ calendar: Calendar) -> [Int] {
    partners.partners.indices.map { partner in calendar.count { $0 == partner } }
  }

  package func value(_ calendar: Calendar, scores: [Double]) -> Double {
    calendar.enumerated().reduce(0) { sum, entry in
      guard let owner = entry.element else { return sum }
      return sum + plan.slots[entry.offset].weight * scores[owner] * Double(4 - wishes[owner][entry.offset])
    }
  }

  /// What the best calendar comes to.
  package struct Best: Sendable, Equatable {
    package var isKept: Bool
    package var filled: Int
    package var lacking: Int
    package var value: Double
  }

  /// Tries every calendar.
  package func best(counts: [Int], scores: [Double]) -> Best {
    var best = Best(isKept: false, filled: -1, lacking: 0, value: 0)
    var calendar = Calendar(repeating: nil, count: plan.slots.count)
    func note() {
      let held = held(calendar)
      let isKept = held == counts
      let lacking = zip(held, counts).reduce(0) { $0 + max(0, min(plan.each.lowerBound, $1.1) - $1.0) }
      let found = Best(
        isKept: isKept, filled: held.reduce(0, +), lacking: lacking, value: value(calendar, scores: scores))
      let isBetter =
        if found.isKept != best.isKept { found.isKept } else if found.filled != best.filled {
          found.filled > best.filled
        } else if found.lacking != best.lacking { found.lacking < best.lacking } else {
          found.value > best.value
        }
      if best.filled < 0 || isBetter { best = found }
    }
    func fill(_ slot: Int) {
      if slot == calendar.count { return note() }
      for owner in [nil] + partners.partners.indices.map(Optional.some) {
        calendar[slot] = owner
        if owner == nil || isAllowed(calendar, counts: counts) { fill(slot + 1) }
      }
      calendar[slot] = nil
    }
    fill(0)
    return best
  }
}
