extension GroupedProgram {
  /// Whole-number questions beyond the rows themselves: how many columns have a certain coefficient in
  /// a row that knows only a few, and how many columns there are at all.
  ///
  /// Reason: the relaxation of a show wants 11.92 full pitches; no branching on single styles makes that
  /// a whole number, one question on the sum does.
  func countClasses(limit: Int = 60) -> [NewRow] {
    var values = [[Double: Int]](repeating: [:], count: rowCount)
    for position in rowIndex.indices {
      let row = Int(rowIndex[position])
      if values[row].count <= 6 { values[row][coefficient[position], default: 0] += 1 }
    }
    var seen = Set<[Int32]>()
    for row in 0..<rowCount where isIntegral[row] && values[row].count == 1 {
      seen.insert(columns(in: row, with: values[row].first?.key ?? 0))
    }
    var classes: [[Int32]] = []
    func offer(_ columns: [Int32]) {
      if columns.count > 1, classes.count < limit, seen.insert(columns).inserted { classes.append(columns) }
    }
    offer((0..<Int32(columnCount)).map { $0 })
    for row in 0..<rowCount where values[row].count > 1 && values[row].count <= 6 {
      for value in values[row].keys.sorted() { offer(columns(in: row, with: value)) }
    }
    return classes.map { NewRow(entries: $0.map { (column: $0, coefficient: 1) }) }
  }

  private func columns(in row: Int, with value: Double) -> [Int32] {
    (0..<Int32(columnCount)).filter { column in
      entries(of: Int(column)).contains { Int(rowIndex[$0]) == row && coefficient[$0] == value }
    }
  }
}
