extension Program {
  /// What a selection is worth by the program alone: objective less penalties, or `nil` where it is no
  /// selection (a column that is not there or given twice, two of one group) or misses a hard row by
  /// more than it may (`RowTolerance`).
  ///
  /// Every method checks its selections here before it believes in them, so no solver's tolerance or
  /// rounding reaches a caller. Takes time linear in rows and in the non-zeros of the selection.
  package func value(of selection: [Int32]) -> Double? {
    guard isSelection(selection) else { return nil }
    let sums = activities(of: selection)
    var value = 0.0
    for column in selection { value += objective[Int(column)] }
    for row in 0..<rowCount {
      if penalty[row] == .infinity {
        guard meets(row: row, activity: sums[row], selection) else { return nil }
      } else {
        value -= penalty[row] * miss(row: row, activity: sums[row])
      }
    }
    return value
  }

  /// Whether the columns exist, none is given twice and no group has two of them.
  package func isSelection(_ selection: [Int32]) -> Bool {
    var columns = Set<Int32>(minimumCapacity: selection.count)
    var groups = Set<Int32>(minimumCapacity: selection.count)
    for column in selection {
      guard column >= 0, column < columnCount, columns.insert(column).inserted else { return false }
      let group = self.group[Int(column)]
      guard group < 0 || groups.insert(group).inserted else { return false }
    }
    return true
  }

  /// Whether a hard row's activity lies in its range, or outside by no more than it may.
  package func meets(row: Int, activity: Double, _ selection: some Collection<Int32>) -> Bool {
    let miss = miss(row: row, activity: activity)
    if miss == 0 { return true }
    let bound = activity < lower[row] ? lower[row] : upper[row]
    return RowTolerance.allows(miss: miss, size: bound, .search)
      || RowTolerance.allows(
        miss: miss, size: size(ofRow: row, bound: bound, activity: activity, selection), .search)
  }

  /// The amount by which an activity leaves the row's range; 0 within it.
  package func miss(row: Int, activity: Double) -> Double {
    max(0, max(lower[row] - activity, activity - upper[row]))
  }

  /// Whether a hard row is missed by nearly all that it may be, or by what the order of its sum decides on.
  func isNearTolerance(_ selection: [Int32]) -> Bool {
    var sums = [Double](repeating: 0, count: rowCount)
    var magnitudes = sums
    for column in selection {
      for position in entries(of: Int(column)) {
        sums[Int(rowIndex[position])] += coefficient[position]
        magnitudes[Int(rowIndex[position])] += abs(coefficient[position])
      }
    }
    return (0..<rowCount).contains { row in
      guard penalty[row] == .infinity else { return false }
      let miss = miss(row: row, activity: sums[row]) + RowTolerance.Rounding.audit.rawValue * magnitudes[row]
      let bound = sums[row] < lower[row] ? lower[row] : upper[row]
      if miss <= 0.999 * RowTolerance.ofSize(bound) { return false }
      let size = size(ofRow: row, bound: bound, activity: sums[row], selection)
      return miss > 0.999 * RowTolerance.ofSize(size)
    }
  }

  /// More than sums of doubles, in whatever order, can have lost of what a selection is worth.
  package func valueLoss(of selection: [Int32]) -> Double {
    var magnitude = 0.0
    for column in selection {
      magnitude += abs(objective[Int(column)])
      for position in entries(of: Int(column)) where penalty[Int(rowIndex[position])] != .infinity {
        magnitude += penalty[Int(rowIndex[position])] * abs(coefficient[position])
      }
    }
    return 1e-13 * magnitude
  }
}
