/// Styles against shows, each cell the warmer the more it counts.
package struct HeatMap: Sendable {
  package var columns: [Column]
  package var rows: [Row]
  /// What the column of sums is called.
  package var total: String
  /// What figures and warmth mean.
  package var legend: String

  package struct Column: Sendable {
    package var title: String
    /// The section that tells more.
    package var target: String
  }

  package struct Row: Sendable {
    package var style: StyleName
    package var total: String
    /// `nil` where the show lacks the style.
    package var cells: [Cell?]
  }

  package struct Cell: Sendable {
    package var text: String
    /// From 0 to 1.
    package var warmth: Double
    /// What is told when a reader points at it.
    package var remark: String
  }
}
