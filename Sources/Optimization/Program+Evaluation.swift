extension Program {
  /// What a selection is worth by the program alone: objective less penalties, or `nil` where it is no
  /// selection (a column that is not there or given twice, two of one group) or misses a hard row by
  /// more than `tolerance(ofBound:)`.
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
        guard meets(row: row, activity: sums[row]) else { return nil }
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

  /// Whether an activity lies in the row's range, up to the tolerance.
  package func meets(row: Int, activity: Double) -> Bool {
    let (lower, upper) = (lower[row], upper[row])
    return (lower == -.infinity || activity >= lower - Self.tolerance(ofBound: lower))
      && (upper == .infinity || activity <= upper + Self.tolerance(ofBound: upper))
  }

  /// The amount by which an activity leaves the row's range; 0 within it.
  package func miss(row: Int, activity: Double) -> Double {
    max(0, max(lower[row] - activity, activity - upper[row]))
  }
}
