extension GroupedProgram {
  /// Whole-number questions beyond the rows themselves: how many columns have a certain coefficient in
  /// a row that knows only a few, and how many columns there are at all.
  ///
  /// Reason: the relaxation of a show wants 11.92 full pitches; no branching on single styles makes that
  /// a whole number, one question on the sum does.
  func countClasses(limit: Int = 60) -> [NewRow] {
    // Of a row with more than a few coefficients they are not complete.
    var columns = [[Double: [Int32]]](repeating: [:], count: rowCount)
    for column in 0..<columnCount {
      for position in entries(of: column) where columns[Int(rowIndex[position])].count <= 6 {
        columns[Int(rowIndex[position])][coefficient[position], default: []].append(Int32(column))
      }
    }
    var seen = Set<[Int32]>()
    for row in 0..<rowCount where isIntegral[row] && columns[row].count == 1 {
      seen.formUnion(columns[row].values)
    }
    var classes: [[Int32]] = []
    func offer(_ columns: [Int32]) {
      if columns.count > 1, classes.count < limit, seen.insert(columns).inserted { classes.append(columns) }
    }
    offer((0..<Int32(columnCount)).map { $0 })
    for row in 0..<rowCount where columns[row].count > 1 && columns[row].count <= 6 {
      for (_, alike) in columns[row].sorted(by: { $0.key < $1.key }) { offer(alike) }
    }
    return classes.map { NewRow(entries: $0.map { (column: $0, coefficient: 1) }) }
  }
}
