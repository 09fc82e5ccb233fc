/// Of the rows that compare two sums, as a share and an average do, the sum that is taken off: `part - factor whole >= 0`
/// has the activity 0 where it holds exactly, which says nothing of how large the sums are that may differ by a
/// millionth.
package struct ComparedSums: Sendable {
  /// What a row takes off.
  package struct Row: Sendable {
    /// An upper bound on its magnitude in any selection.
    package var most: Double
    /// Whether some column adds to it that has no entry in the row, both sums growing by the same.
    package var isHidden: Bool

    package init(most: Double, isHidden: Bool) {
      self.most = most
      self.isHidden = isHidden
    }
  }

  /// By the rows that compare.
  package var rows: [Int: Row]
  /// What a column adds to the sum that a row takes off.
  package var side: @Sendable (_ column: Int32, _ row: Int) -> Double

  package init(rows: [Int: Row], side: @escaping @Sendable (_ column: Int32, _ row: Int) -> Double) {
    self.rows = rows
    self.side = side
  }

  /// Those of a program of some of the rows and columns.
  /// - Parameters:
  ///   - newRow: of each row, -1 where it is gone.
  ///   - original: the column here of each column there; `nil` where they are the same.
  func renumbered(newRow: [Int32], original: [Int32]?) -> ComparedSums {
    var oldRow: [Int: Int] = [:]
    var kept: [Int: Row] = [:]
    for (row, known) in rows where newRow[row] >= 0 {
      oldRow[Int(newRow[row])] = row
      kept[Int(newRow[row])] = known
    }
    return ComparedSums(rows: kept) { [side, oldRow] column, row in
      guard let old = oldRow[row] else { return 0 }
      guard let original else { return side(column, old) }
      return Int(column) < original.count ? side(original[Int(column)], old) : 0
    }
  }
}

extension Program {
  /// The size that a row's tolerance is measured by, at a selection that misses it.
  func size(ofRow row: Int, bound: Double, activity: Double, _ selection: some Collection<Int32>) -> Double {
    guard let comparedSums, comparedSums.rows[row] != nil else { return bound }
    let side = selection.reduce(0) { $0 + comparedSums.side($1, row) }
    return max(abs(bound), abs(side), abs(side + activity))
  }

  /// The greatest size that a row can have at a selection that misses it by no more than it may.
  func greatestSize(ofRow row: Int, bound: Double) -> Double {
    guard let known = comparedSums?.rows[row] else { return bound }
    return max(abs(bound), known.most * (1 + 4 * RowTolerance.relative))
  }
}
