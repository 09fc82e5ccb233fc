/// A program whose switches are decided.
struct ChoicePart: Sendable {
  let program: Program
  /// The column of the whole program that each column is.
  let original: [Int32]
  /// The switches that are on.
  let switches: [Int32]
  /// What they add to the objective.
  let gain: Double

  /// A selection of the whole program.
  func whole(_ columns: [Int32]) -> [Int32] { (columns.map { original[Int($0)] } + switches).sorted() }

  /// The columns here of a selection of the whole program, switches left out; `nil` where one is not here.
  func columns(of selection: [Int32], isSwitch: (Int32) -> Bool) -> [Int32]? {
    var columns: [Int32] = []
    for column in selection where !isSwitch(column) {
      var low = 0
      var high = original.count
      while low < high {
        let middle = (low + high) / 2
        if original[middle] < column { low = middle + 1 } else { high = middle }
      }
      guard low < original.count, original[low] == column else { return nil }
      columns.append(Int32(low))
    }
    return columns
  }
}
