extension GroupedProgram {
  /// The columns that remain once those are gone that are never needed, ascending.
  ///
  /// Reason: take a selection with column k, and a column j that every row sees as the same, of another
  /// group and no less gain. Unless j's group is taken, k can be exchanged for j. If at most N groups
  /// can be taken at once, of columns that look the same only the best of N groups are ever needed.
  /// Within one group only the best of them is.
  ///
  /// - Parameter groupLimit: at most this many groups are taken in any selection.
  func undominatedColumns(groupLimit: Int) -> [Int] {
    var classes: [UInt64: [Int]] = [:]
    for column in 0..<columnCount { classes[signature(of: column), default: []].append(column) }
    var kept: [Int] = []
    for columns in classes.values {
      guard columns.count > 1 else {
        kept.append(contentsOf: columns)
        continue
      }
      // A hash may deceive: columns are compared with the first, and those that differ stay.
      let first = sortedEntries(of: columns[0])
      let alike = columns.filter { sortedEntries(of: $0) == first }
      if alike.count < columns.count { kept.append(contentsOf: Set(columns).subtracting(alike)) }
      let best = alike.sorted { (objective[$1], $0) < (objective[$0], $1) }
      var groups = Set<Int32>()
      for column in best where groups.count < groupLimit && groups.insert(group[column]).inserted {
        kept.append(column)
      }
    }
    return kept.sorted()
  }

  private struct Entry: Equatable {
    var row: Int32
    var coefficient: Double
  }

  private func sortedEntries(of column: Int) -> [Entry] {
    entries(of: column).map { Entry(row: rowIndex[$0], coefficient: coefficient[$0]) }.sorted {
      $0.row < $1.row
    }
  }

  /// An upper bound on how many groups a selection takes: the least that a hard row allows in which
  /// every column has a positive coefficient.
  func groupLimit() -> Int {
    countingRows().reduce(groupCount) { limit, count in
      min(limit, Int(max(0, upper[count.row] / count.least + 1e-6)))
    }
  }
}
