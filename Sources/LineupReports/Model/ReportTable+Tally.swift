import Lineup

extension ReportTable {
  /// How a figure of a row follows from the rows of the tray, so that a workbook can count again what a person
  /// changed.
  package struct Tally: Sendable, Equatable {
    /// The key of the column that is summed; `nil` where items are counted.
    package var sum: String?
    /// The column and the text of the items that count; `nil` for all.
    package var column: String?
    package var value: String?
    /// What the row asks for.
    package var bounds: Bounds
    /// The columns with the figure and with whether it holds.
    package var figure: Int
    package var verdict: Int
  }
}
