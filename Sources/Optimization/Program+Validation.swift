extension Program {
  /// Throws unless the program is one that can be solved: finite numbers, indices in range, no row
  /// twice in a column, no crossed bounds, penalties above 0.
  ///
  /// Every solver looks at its program so first. Takes time linear in columns and non-zeros.
  package func validate() throws(SolverError) {
    try validate(pace: Pace())
  }

  /// - Parameter pace: where it stops the pass, the rest is not looked at.
  func validate(pace: Pace) throws(SolverError) {
    try validateRows()
    guard columnStart.count == columnCount + 1, group.count == columnCount, columnStart.first == 0,
      columnStart.last == rowIndex.count, coefficient.count == rowIndex.count
    else { throw .invalidProgram("the arrays of columns and entries differ in length") }
    var lastColumn = [Int](repeating: -1, count: rowCount)
    for slice in pace.slices(columnCount) {
      for column in slice { try validate(column, &lastColumn) }
    }
  }

  /// - Parameter lastColumn: of each row the last column that has an entry in it.
  private func validate(_ column: Int, _ lastColumn: inout [Int]) throws(SolverError) {
    guard objective[column].isFinite else {
      throw .invalidProgram("the objective of column \(column) is \(objective[column])")
    }
    guard group[column] >= -1, group[column] < groupCount else {
      throw .invalidProgram("column \(column) is in group \(group[column]) of \(groupCount)")
    }
    guard columnStart[column] <= columnStart[column + 1], columnStart[column + 1] <= rowIndex.count else {
      throw .invalidProgram("the entries of column \(column) end before they start, or after the last one")
    }
    for position in columnStart[column]..<columnStart[column + 1] {
      let row = Int(rowIndex[position])
      guard row >= 0, row < rowCount else {
        throw .invalidProgram("column \(column) has an entry in row \(row) of \(rowCount)")
      }
      guard lastColumn[row] != column else {
        throw .invalidProgram("column \(column) has two entries in row \(row)")
      }
      lastColumn[row] = column
      guard coefficient[position].isFinite else {
        throw .invalidProgram("column \(column) has \(coefficient[position]) in row \(row)")
      }
    }
  }

  private func validateRows() throws(SolverError) {
    for row in 0..<rowCount {
      guard lower[row] <= upper[row], lower[row] < .infinity, upper[row] > -.infinity else {
        throw .invalidProgram("row \(row) asks for \(lower[row]) to \(upper[row])")
      }
      guard penalty[row] > 0 else {
        throw .invalidProgram("the penalty of row \(row) is \(penalty[row]), not above 0")
      }
    }
  }
}

extension SolveLimits {
  /// Throws unless the gap and the time are numbers of at least 0.
  package func validate() throws(SolverError) {
    guard gap >= 0, gap < .infinity else {
      throw .invalidProgram("the gap is \(gap), not a number of at least 0")
    }
    if let seconds, !(seconds >= 0) {
      throw .invalidProgram("the time limit is \(seconds) seconds, not a number of at least 0")
    }
  }
}
