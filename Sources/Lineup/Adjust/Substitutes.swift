import Optimization

/// A style that could stand in for an item of a tray, every hard rule kept.
package struct Substitute: Sendable, Equatable {
  package var spu: String
  package var name: String?
  package var pitch: String
  /// The offer it would have; `nil` for none.
  package var offer: String?
  package var price: Double
  /// What the objective, net of penalties, loses by the swap; below 0 where it gains.
  package var cost: Double
}

extension Show {
  /// For every item of a tray that keeps the rules, the styles that could take its place with no other
  /// change, cheapest first.
  ///
  /// - Parameters:
  ///   - limit: how many for each item.
  /// - Returns: in the order of the tray; each swap passes the audit.
  /// - Complexity: O(items x options x rules that count an option), on every core.
  package func substitutes(
    for tray: Tray, limit: Int
  ) throws(LineupError) -> [(item: TrayItem, substitutes: [Substitute])] {
    let search = SubstituteSearch(self, TrayList(tray))
    let found = try ConcurrentMap.map(tray.items) { item throws(LineupError) in
      search.substitutes(for: item, limit: limit)
    }
    return zip(tray.items, found).map { ($0, $1) }
  }
}

/// Swaps of one item, judged by the program's rows and then by the audit.
private struct SubstituteSearch: Sendable {
  let show: Show
  let list: TrayList
  let value: Double
  let program: Program
  /// The tray's columns, switches left out.
  let columns: [Int32]
  /// Sums of every row over them.
  let activities: [Double]
  /// The switch (a column that is no option) whose side decides what a row costs; -1 for none.
  let switchOfRow: [Int32]
  let groupsOnTray: Set<Int32>

  init(_ show: Show, _ list: TrayList) {
    self.show = show
    self.list = list
    value = show.review(list).value
    let formulation = show.formulation()
    program = formulation.program
    let options = show.options(of: list).options
    columns = show.completed(options)
    activities = program.activities(of: show.completed(options))
    groupsOnTray = Set(options.map { formulation.program.group[Int($0)] })
    var switchOfRow = [Int32](repeating: -1, count: program.rowCount)
    for column in formulation.optionCount..<program.columnCount {
      for position in program.columnStart[column]..<program.columnStart[column + 1] {
        switchOfRow[Int(program.rowIndex[position])] = Int32(column)
      }
    }
    self.switchOfRow = switchOfRow
  }

  func substitutes(for item: TrayItem, limit: Int) -> [Substitute] {
    guard
      let own = show.options(
        of: TrayList(
          entries: [.init(spu: item.spu, pitch: item.pitch, offer: item.offer)], wideOffers: list.wideOffers)
      ).options.first
    else { return [] }
    let others = columns.filter { $0 != own }
    var without = activities
    for position in entries(own) { without[Int(program.rowIndex[position])] -= program.coefficient[position] }
    let lacking = Set(
      (0..<program.rowCount).filter { row in
        program.penalty[row] == .infinity && !program.meets(row: row, activity: without[row], others)
      })
    var ranked: [(option: Int32, value: Double)] = []
    for option in 0..<Int32(show.optionCount) where !groupsOnTray.contains(program.group[Int(option)]) {
      guard let gain = gain(option, besides: others, without, lacking) else { continue }
      let isFull = ranked.count >= 2 * limit
      if isFull, gain <= ranked[ranked.count - 1].value { continue }
      let place = ranked.firstIndex { gain > $0.value } ?? ranked.count
      ranked.insert((option, gain), at: place)
      if isFull { ranked.removeLast() }
    }
    return audited(ranked.map(\.option), for: item, limit: limit)
  }

  private func entries(_ option: Int32) -> Range<Int> {
    program.columnStart[Int(option)]..<program.columnStart[Int(option) + 1]
  }

  /// What an option adds to the objective in place of the item, up to a constant; `nil` where a hard row
  /// would be missed.
  private func gain(
    _ option: Int32, besides others: [Int32], _ without: [Double], _ lacking: Set<Int>
  ) -> Double? {
    var gain = program.objective[Int(option)]
    var mended = 0
    var sides: Set<Int32> = []
    for position in entries(option) {
      let row = Int(program.rowIndex[position])
      let activity = without[row] + program.coefficient[position]
      if program.penalty[row] == .infinity {
        guard
          program.miss(row: row, activity: activity) == 0
            || program.meets(row: row, activity: activity, others + [option])
        else { return nil }
        if lacking.contains(row) { mended += 1 }
      } else if switchOfRow[row] >= 0 {
        sides.insert(switchOfRow[row])
      } else {
        gain -=
          program.penalty[row]
          * (program.miss(row: row, activity: activity) - program.miss(row: row, activity: without[row]))
      }
    }
    guard mended == lacking.count else { return nil }
    for side in sides {
      gain -= cost(of: side, without, adding: option) - cost(of: side, without, adding: nil)
    }
    return gain
  }

  /// The penalty of the rows of a switch, set as is cheapest.
  private func cost(of side: Int32, _ without: [Double], adding option: Int32?) -> Double {
    var off = 0.0
    var on = 0.0
    for position in entries(side) {
      let row = Int(program.rowIndex[position])
      var activity = without[row]
      if let option {
        for own in entries(option) where Int(program.rowIndex[own]) == row {
          activity += program.coefficient[own]
        }
      }
      off += program.penalty[row] * program.miss(row: row, activity: activity)
      on += program.penalty[row] * program.miss(row: row, activity: activity + program.coefficient[position])
    }
    return min(off, on)
  }

  private func audited(_ options: [Int32], for item: TrayItem, limit: Int) -> [Substitute] {
    let others = list.entries.filter { $0.spu != item.spu }
    var substitutes: [Substitute] = []
    var seen: Set<String> = []
    for option in options {
      let row = Int(show.options.rows[Int(option)])
      let spu = show.catalog.spus[row]
      let entry = show.entry(ofOption: Int(option))
      guard substitutes.count < limit, seen.insert(spu).inserted else { continue }
      let review = show.review(TrayList(entries: others + [entry], wideOffers: list.wideOffers))
      guard review.keepsRules else { continue }
      let cost = value - review.value
      substitutes.append(
        Substitute(
          spu: spu, name: show.catalog.text(.name, row: row), pitch: entry.pitch, offer: entry.offer,
          price: show.price[row],
          cost: abs(cost) <= 1e-9 * max(1, abs(value)) ? 0 : cost))
    }
    return substitutes
  }
}
