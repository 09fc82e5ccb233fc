/// What is left of a style's stock after each of its shows.
package struct StockCourse: Sendable {
  package var style: StyleName
  package var stock: Double
  package var points: [Point]
  /// What there is to say of it in a line.
  package var remark: String
  /// The first and the last day that is drawn.
  package var days: ClosedRange<Int>

  package struct Point: Sendable {
    /// The show and its date.
    package var label: String
    /// The number of the day, so that distances are true.
    package var day: Int
    package var left: Double
    /// What is left, as people read it.
    package var text: String
  }
}
