extension GroupedProgram {
  /// Whole-number questions beyond the rows themselves: how many columns have a certain coefficient in
  /// a row that knows only a few, and how many columns there are at all.
  ///
  /// Reason: the relaxation of a show wants 11.92 full pitches; no branching on single styles makes that
  /// a whole number, one question on the sum does.
  func countClasses(limit: Int = 60, pace: Pace = Pace()) -> [NewRow] {
    let rows = columnsByCoefficient(pace)
    if pace.mustStop() { return [] }
    var seen = Set<[Int32]>()
    for row in 0..<rowCount where isIntegral[row] && rows[row].count == 1 {
      seen.insert(rows[row][0].columns)
    }
    var classes: [[Int32]] = []
    func offer(_ columns: [Int32]) {
      if columns.count > 1, classes.count < limit, seen.insert(columns).inserted { classes.append(columns) }
    }
    offer((0..<Int32(columnCount)).map { $0 })
    for row in rows where row.count > 1 {
      for alike in row.sorted(by: { $0.coefficient < $1.coefficient }) { offer(alike.columns) }
    }
    return classes.map { NewRow(entries: $0.map { (column: $0, coefficient: 1) }) }
  }

  /// The columns of each row by their coefficients; none of a row that has more than a few coefficients.
  private func columnsByCoefficient(_ pace: Pace) -> [[(coefficient: Double, columns: [Int32])]] {
    var rows = [[(coefficient: Double, columns: [Int32])]](repeating: [], count: rowCount)
    var hasMany = [Bool](repeating: false, count: rowCount)
    for slice in pace.slices(columnCount, of: 1 << 16) {
      for column in slice {
        for position in entries(of: column) where !hasMany[Int(rowIndex[position])] {
          let row = Int(rowIndex[position])
          if let known = rows[row].firstIndex(where: { $0.coefficient == coefficient[position] }) {
            rows[row][known].columns.append(Int32(column))
          } else if rows[row].count < 6 {
            rows[row].append((coefficient[position], [Int32(column)]))
          } else {
            rows[row] = []
            hasMany[row] = true
          }
        }
      }
    }
    return rows
  }
}
