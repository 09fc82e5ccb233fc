/// A 0/1 program with side rows and choose-one groups:
///
///     maximise   sum over columns j of objective[j] x[j]  -  sum over rows r of penalty[r] miss[r]
///     subject to lower[r] <= sum over j of a[r, j] x[j] <= upper[r]     for every hard row r
///                sum over the columns of a group of x[j] <= 1           for every group
///                x[j] in {0, 1}
///
/// `miss[r]` is the amount by which a soft row (finite penalty) leaves its range. Columns are kept
/// column by column (compressed sparse columns), so that pricing every column with given duals is
/// one pass over the matrix. Memory is linear in columns and non-zeros.
package struct Program: Sendable {
  /// Gain of each column; any finite number.
  package internal(set) var objective: [Double] = []
  /// The choose-at-most-one group of each column, in `0..<groupCount`, or -1 for a column in no group.
  package internal(set) var group: [Int32] = []
  /// How many groups there are; a group may be empty.
  package internal(set) var groupCount = 0

  /// Lower bound of each row, `-infinity` where there is none.
  package internal(set) var lower: [Double] = []
  /// Upper bound of each row, `infinity` where there is none.
  package internal(set) var upper: [Double] = []
  /// Penalty for each unit by which a row leaves its range; `infinity` for a hard row, else > 0.
  package internal(set) var penalty: [Double] = []

  /// The non-zeros of column j are at `columnStart[j]..<columnStart[j + 1]`; no row twice in a column.
  package internal(set) var columnStart: [Int] = [0]
  package internal(set) var rowIndex: [Int32] = []
  package internal(set) var coefficient: [Double] = []

  /// What rows take off that compare two sums; `nil` where there is none.
  package var comparedSums: ComparedSums?

  /// The columns that decide about many others, where there are such.
  package var choices: Choices?

  package init() {}

  package var columnCount: Int { objective.count }
  package var rowCount: Int { lower.count }
  package var nonzeroCount: Int { rowIndex.count }

  /// Where the entries of a column are.
  func entries(of column: Int) -> Range<Int> { columnStart[column]..<columnStart[column + 1] }

  /// Adds a row without entries and returns its index.
  /// - Parameter penalty: `infinity` for a hard row.
  @discardableResult
  package mutating func addRow(lower: Double, upper: Double, penalty: Double = .infinity) -> Int {
    self.lower.append(lower)
    self.upper.append(upper)
    self.penalty.append(penalty)
    return self.lower.count - 1
  }

  /// Takes the bounds of a row off, so that it asks for nothing.
  package mutating func free(row: Int) {
    lower[row] = -.infinity
    upper[row] = .infinity
  }

  /// Adds a column; entries of one row are added up, entries that cancel to 0 are dropped.
  ///
  /// What the rounding of such a sum leaves behind (10.9 less an average of 10.899999999999999) counts
  /// as 0 too: a coefficient of 1e-15 among ordinary ones is no rule of anybody's, but it ruins the
  /// scaling of a row, and GLPK then takes selections that miss the row by far.
  /// - Parameter group: a group index, or -1 for none; `groupCount` grows to include it.
  package mutating func addColumn(
    objective: Double, group: Int32, entries: [(row: Int32, coefficient: Double)]
  ) {
    entries.withUnsafeBufferPointer { addColumn(objective: objective, group: group, entries: $0) }
  }

  /// Adds a column as above, its entries a part of a larger array.
  package mutating func addColumn(
    objective: Double, group: Int32, entries: UnsafeBufferPointer<(row: Int32, coefficient: Double)>
  ) {
    withUnsafeTemporaryAllocation(of: Sum.self, capacity: entries.count) { sums in
      var count = 0
      for (row, value) in entries where value != 0 {
        var known = 0
        while known < count && sums[known].row != row { known += 1 }
        if known == count {
          sums[count] = Sum(row: row, isOfSeveral: false, value: value, magnitude: abs(value))
          count += 1
        } else {
          sums[known].isOfSeveral = true
          sums[known].value += value
          sums[known].magnitude += abs(value)
        }
      }
      for sum in sums[..<count] where !sum.cancels {
        rowIndex.append(sum.row)
        coefficient.append(sum.value)
      }
    }
    self.objective.append(objective)
    self.group.append(group)
    groupCount = max(groupCount, Int(group) + 1)
    columnStart.append(rowIndex.count)
  }
  /// What the entries of one row add up to.
  private struct Sum {
    var row: Int32
    var isOfSeveral: Bool
    var value: Double
    var magnitude: Double

    var cancels: Bool { isOfSeveral && value.isFinite && abs(value) <= 1e-14 * magnitude }
  }

  /// Adds the columns of a program without rows, whose entries are in rows of this one.
  package mutating func append(columnsOf part: Program) {
    let first = rowIndex.count
    objective += part.objective
    group += part.group
    groupCount = max(groupCount, part.groupCount)
    rowIndex += part.rowIndex
    coefficient += part.coefficient
    for end in part.columnStart.dropFirst() { columnStart.append(first + end) }
  }

  /// Forgets the columns but not the room they took.
  package mutating func removeColumns() {
    objective.removeAll(keepingCapacity: true)
    group.removeAll(keepingCapacity: true)
    groupCount = 0
    columnStart.removeLast(columnStart.count - 1)
    rowIndex.removeAll(keepingCapacity: true)
    coefficient.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many columns and entries in all, so that a large program is not copied as it grows.
  package mutating func reserveCapacity(columns: Int, nonzeros: Int) {
    objective.reserveCapacity(columns)
    group.reserveCapacity(columns)
    columnStart.reserveCapacity(columns + 1)
    rowIndex.reserveCapacity(nonzeros)
    coefficient.reserveCapacity(nonzeros)
  }

  /// Sums of every row over the selected columns.
  package func activities(of selection: [Int32]) -> [Double] {
    var sums = [Double](repeating: 0, count: rowCount)
    for column in selection {
      for position in columnStart[Int(column)]..<columnStart[Int(column) + 1] {
        sums[Int(rowIndex[position])] += coefficient[position]
      }
    }
    return sums
  }
}
