/// How much a partner wants a slot.
package enum Wish: String, Sendable, CaseIterable {
  case first = "1"
  case second = "2"
  case third = "3"
  /// It does not come.
  case no

  /// 1, 2 or 3; `nil` for `no`.
  package var rank: Int? { Int(rawValue) }

  /// What it counts in the value of a calendar: 4 - wish.
  var factor: Double { Double(4 - (rank ?? 4)) }
}

/// The wishes of partners: for a slot on a day, for a day, for a slot on all its days.
package struct WishList: Sendable {
  /// What a wish is for; of several that fit a slot, the one with both counts, then the day's.
  private struct Key: Hashable {
    var partner: String
    var slot: String?
    var day: Day?
  }

  private struct Entry {
    var wish: Wish
    var line: Int
  }

  private var entries: [Key: Entry] = [:]

  package static let headers = ["partner", "slot", "date", "wish"]

  package init() {}

  /// - Throws: every wish that names nobody, nothing or no day of the plan, with its line.
  package init(_ table: PlainTable, plan: SlotsPlan, partners: [Partner]) throws(LineupError) {
    let reader = NodeReader()
    table.check(reader)
    let partner = table.required("partner", reader)
    let wish = table.required("wish", reader)
    let slot = table.column("slot")
    let date = table.column("date")
    if slot == nil, date == nil { _ = table.required("slot", reader) }
    let known = Self.headers
    for cell in table.header.cells where !cell.isEmpty && !known.contains(HeaderName.normalized(cell)) {
      reader.report(
        .unknownKey(cell, place: "the header of wishes", known: known), at: table.location(table.header))
    }
    if let partner, let wish, slot != nil || date != nil {
      let known = Known(plan, partners)
      for row in table.rows { read(row, of: table, (partner, slot, date, wish), known, reader) }
    }
    try reader.finish()
  }

  /// What wishes may name.
  private struct Known {
    var partners: [String]
    var slots: [String]
    var dated: Set<Key> = []
    var days: [Day]

    init(_ plan: SlotsPlan, _ partners: [Partner]) {
      self.partners = partners.map(\.name)
      slots = plan.slotNames
      days = plan.slots.map(\.day)
      for slot in plan.slots {
        dated.insert(Key(partner: "", slot: slot.name, day: slot.day))
        dated.insert(Key(partner: "", slot: nil, day: slot.day))
      }
    }
  }

  private mutating func read(
    _ row: PlainTable.Row, of table: PlainTable,
    _ columns: (partner: Int, slot: Int?, date: Int?, wish: Int), _ known: Known, _ reader: NodeReader
  ) {
    let place = table.location(row)
    guard let partner = table.cell(row, columns.partner) else {
      return reader.report(.missingCell(column: "partner"), at: place)
    }
    var isKnown = known.partners.contains(partner)
    if !isKnown { reader.report(.unknownName(partner, what: "partner", known: known.partners), at: place) }
    let slot = table.cell(row, columns.slot)
    let isSlot = slot.map(known.slots.contains) ?? true
    if let slot, !isSlot {
      reader.report(.unknownName(slot, what: "slot", known: known.slots), at: place)
      isKnown = false
    }
    var day: Day?
    if let text = table.cell(row, columns.date) {
      day = DayText.day(ScalarText.halfWidth(text)).flatMap { Day($0) }
      if let day, isSlot, !known.dated.contains(Key(partner: "", slot: slot, day: day)) {
        reader.report(
          .noSlotThen(day, slot: slot, first: known.days.first ?? day, last: known.days.last ?? day),
          at: place)
        isKnown = false
      } else if day == nil {
        reader.report(
          .invalidScalar(key: "date", text: text, expected: "a day such as 2026-10-02"), at: place)
        isKnown = false
      }
    } else if slot == nil {
      reader.report(.wishForNothing, at: place)
      isKnown = false
    }
    guard let text = table.cell(row, columns.wish) else {
      return reader.report(.missingCell(column: "wish"), at: place)
    }
    guard let wish = Wish(rawValue: ScalarText.halfWidth(text).lowercased()) else {
      return reader.report(.invalidScalar(key: "wish", text: text, expected: "1, 2, 3 or no"), at: place)
    }
    guard isKnown else { return }
    let key = Key(partner: partner, slot: slot, day: day)
    if let earlier = entries[key] {
      if earlier.wish != wish {
        reader.report(
          .wishesDiffer(partner: partner, wish.rawValue, other: earlier.wish.rawValue, line: earlier.line),
          at: place)
      }
    } else {
      entries[key] = Entry(wish: wish, line: row.line)
    }
  }

  /// What a partner wishes of a slot; 3 where it says nothing.
  package func wish(of partner: String, for slot: DatedSlot) -> Wish {
    for key in [
      Key(partner: partner, slot: slot.name, day: slot.day), Key(partner: partner, slot: nil, day: slot.day),
      Key(partner: partner, slot: slot.name, day: nil),
    ] {
      if let entry = entries[key] { return entry.wish }
    }
    return .third
  }
}
