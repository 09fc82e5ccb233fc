import JointPlanning

/// What keeping a plan made of the program of a month.
struct Keeping {
  /// What is gained by keeping and is no gain of the month: taken off again.
  var constant = 0.0
  /// What dropping an item costs.
  var steady = 0.0
  /// Positions of shows whose items are fixed.
  var frozen: Set<Int> = []
  /// The kept items of each show, which may be held less than their least part.
  var spus: [Set<String>]
  /// Items of the old plan that are no options any more.
  var dropped: [MonthResult.Steadiness.Dropped] = []

  /// What later shows of a plan pay for items that they drop.
  func price(of plan: MonthPlan) -> Double {
    plan.shows.enumerated().reduce(0) { sum, entry in
      let (position, show) = entry
      if frozen.contains(position) { return sum }
      return sum + steady * Double(spus[position].subtracting(show.tray.items.map(\.spu)).count)
    }
  }
}

extension BoundMonth {
  /// Fixes the items of shows up to the freeze, and pays later shows for each kept item: what is not kept then costs.
  func keep(_ plan: KeptPlan, in formulation: inout MonthFormulation) -> Keeping {
    var keeping = Keeping(steady: plan.steady, spus: Array(repeating: [], count: shows.count))
    let positions = Dictionary(
      shows.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var kept = [[Int32]](repeating: [], count: shows.count)
    var styles = [Set<Int32>](repeating: [], count: shows.count)
    for item in plan.items {
      guard let position = positions[item.show] else { continue }
      let show = shows[position].show
      let option = catalog.row(ofSPU: item.spu).flatMap { row in
        show.optionIndices(ofRow: row).first {
          show.scenario.pitches[Int(show.options.pitches[$0])].name == item.pitch
            && show.options.offer($0) == 0
        }
      }
      guard let option else {
        keeping.dropped.append(.init(show: item.show, spu: item.spu, pitch: item.pitch))
        continue
      }
      kept[position].append(Int32(option))
      styles[position].insert(show.options.rows[option])
      keeping.spus[position].insert(catalog.spus[Int(show.options.rows[option])])
    }
    for (position, show) in shows.enumerated() {
      let isFrozen = plan.freeze.map { show.day <= $0 } ?? false
      if isFrozen { keeping.frozen.insert(position) }
      formulation.keep(
        kept[position].sorted(), styles: styles[position], on: position, isFrozen: isFrozen,
        price: plan.steady)
      if !isFrozen { keeping.constant += plan.steady * Double(styles[position].count) }
    }
    return keeping
  }

  /// What changed against the plan that was kept, show by show.
  func steadiness(
    _ plan: KeptPlan, _ keeping: Keeping, _ made: MonthPlan, value: Double, bound: Double?
  ) -> MonthResult.Steadiness {
    let old = Dictionary(grouping: plan.items, by: \.show)
    let changes = made.shows.compactMap { show -> MonthResult.Steadiness.ShowChange? in
      let before = Dictionary(
        (old[show.name] ?? []).map { ($0.spu, $0.pitch) }, uniquingKeysWith: { first, _ in first })
      let now = Dictionary(
        show.tray.items.map { ($0.spu, $0.pitch) }, uniquingKeysWith: { first, _ in first })
      let change = MonthResult.Steadiness.ShowChange(
        show: show.name, added: show.tray.items.map(\.spu).filter { before[$0] == nil },
        removed: (old[show.name] ?? []).map(\.spu).filter { now[$0] == nil },
        repitched: show.tray.items.compactMap { item in
          guard let pitch = before[item.spu], pitch != item.pitch else { return nil }
          return .init(spu: item.spu, from: pitch, to: item.pitch)
        })
      return change.added.isEmpty && change.removed.isEmpty && change.repitched.isEmpty ? nil : change
    }
    return MonthResult.Steadiness(
      steady: plan.steady, frozen: plan.freeze, value: value, bound: bound, changes: changes,
      dropped: keeping.dropped)
  }
}

extension MonthFormulation {
  /// - Parameter price: what dropping a kept item costs.
  mutating func keep(_ kept: [Int32], styles: Set<Int32>, on position: Int, isFrozen: Bool, price: Double) {
    program.keep(
      kept, styles: styles, block: position, optionCount: optionCounts[position], isFrozen: isFrozen,
      price: price)
  }
}

extension JointProgram {
  fileprivate mutating func keep(
    _ kept: [Int32], styles: Set<Int32>, block position: Int, optionCount: Int, isFrozen: Bool, price: Double
  ) {
    for option in kept { blocks[position].least[Int(option)] = 0 }
    guard isFrozen else {
      for option in 0..<optionCount where styles.contains(blocks[position].style[option]) {
        blocks[position].fixedGain[option] += price
      }
      return
    }
    // All of them and nothing else: their rules were heeded when they were chosen.
    for row in blocks[position].rows.indices where blocks[position].rows[row].range.penalty == .infinity {
      blocks[position].rows[row].range = Range(lower: -.infinity, upper: .infinity)
    }
    let all = Int32(blocks[position].rows.count)
    blocks[position].rows.append(
      Row(Range(lower: Double(kept.count), upper: Double(kept.count)), isOfUnits: false))
    let isKept = Set(kept)
    var own = Entries()
    for option in 0..<blocks[position].optionCount {
      var entries: [(row: Int32, coefficient: Double)] = []
      for entry in blocks[position].own[option] {
        entries.append((blocks[position].own.row[entry], blocks[position].own.coefficient[entry]))
      }
      if isKept.contains(Int32(option)) {
        entries.append((all, 1))
      } else if option < optionCount {
        // More than there is room for.
        entries.append((all, Double(kept.count + 1)))
      }
      own.append(entries)
    }
    blocks[position].own = own
  }
}
