/// A style and what the scenario's factors make of its forecast.
package struct MovedStyle: Sendable, Equatable {
  package var spu: String
  package var name: String?
  /// In the pitch in which it is moved most.
  package var pitch: String
  package var factor: Double
  /// Units before stock, without and with the factor.
  package var before: Double
  package var after: Double
}

extension Show {
  /// The candidates whose forecasts the factors move most, by units; none where the scenario takes no factors.
  package func movedStyles(atMost most: Int = 10) -> [MovedStyle] {
    guard let multipliers else { return [] }
    var moved: [(row: Int, pitch: Int, change: Double)] = []
    for option in 0..<optionCount {
      let row = Int(options.rows[option])
      let pitch = Int(options.pitches[option])
      let demand = baseDemand(row: row, lift: scenario.pitches[pitch].lift)
      let change = demand * (multipliers.multiplier(row: row, pitch: pitch) - 1)
      if let last = moved.last, last.row == row {
        if abs(change) > abs(last.change) { moved[moved.count - 1] = (row, pitch, change) }
      } else {
        moved.append((row, pitch, change))
      }
    }
    return moved.filter { $0.change != 0 }.sorted { first, second in
      abs(first.change) == abs(second.change)
        ? first.row < second.row : abs(first.change) > abs(second.change)
    }.prefix(most).map { row, pitch, _ in
      let before = baseDemand(row: row, lift: scenario.pitches[pitch].lift)
      let factor = multipliers.multiplier(row: row, pitch: pitch)
      return MovedStyle(
        spu: catalog.spus[row], name: catalog.text(.name, row: row), pitch: scenario.pitches[pitch].name,
        factor: factor, before: before, after: before * factor)
    }
  }
}
