/// The rows that each code of a column enters, one list after the other: a catalog has hundreds of
/// thousands of families, and so many arrays would be slow to make and to read.
struct CodeRows: Sendable {
  /// The rows of code c are at `starts[c]..<starts[c + 1]`.
  private(set) var starts: [Int32] = [0]
  private(set) var rows: [Int32] = []
  /// The greatest number of rows that a code enters.
  private(set) var most = 0

  init(_ rowsOfCode: [[Int32]]) {
    starts.reserveCapacity(rowsOfCode.count + 1)
    for list in rowsOfCode {
      rows.append(contentsOf: list)
      most = max(most, list.count)
      starts.append(Int32(rows.count))
    }
  }

  /// At most one row a code.
  /// - Parameter rowOfCode: -1 for none.
  init(rowOfCode: [Int32]) {
    starts.reserveCapacity(rowOfCode.count + 1)
    for row in rowOfCode {
      if row >= 0 {
        rows.append(row)
        most = 1
      }
      starts.append(Int32(rows.count))
    }
  }

  subscript(code: Int32) -> ArraySlice<Int32> {
    code < 0 ? [] : rows[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]
  }
}
