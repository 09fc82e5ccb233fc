/// Switches that a program turns on or off as a whole, such as the kinds of offers that a show has, and what goes with
/// them. The program is complete without it: rows say the same. It tells a search that few of the columns decide
/// which others there are, so that each combination of switches is an ordinary program without any.
package struct Choices: Sendable {
  /// The columns that are switches, ascending; at most 64.
  package var columns: [Int32]
  /// For each column, the switches that must be on for it: a bit for each of `columns`.
  package var needs: [UInt64]
  /// The rows that say no more than `needs`: with the switches decided they ask for nothing.
  package var links: [Int]
  /// The rows by which the switches mean something, the links among them: no question leaves them out.
  package var rows: [Int]

  package init(columns: [Int32], needs: [UInt64], links: [Int], rows: [Int]) {
    self.columns = columns
    self.needs = needs
    self.links = links
    self.rows = rows
  }
}

extension Program {
  /// The program with no switch entered into a link by more than so much.
  package func loweringSwitches(of choices: Choices, to most: Double) -> Program {
    var other = self
    let links = Set(choices.links)
    for column in choices.columns {
      for entry in entries(of: Int(column)) where links.contains(Int(rowIndex[entry])) {
        other.coefficient[entry] = max(coefficient[entry], -most)
      }
    }
    return other
  }

  /// The rows that no question about the others leaves out.
  var standingRows: [Int] { choices?.rows ?? [] }
}
