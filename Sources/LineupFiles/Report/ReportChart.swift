/// A chart as values.
public struct ReportChart: Sendable {
  public var title: String
  /// What the figures count: `items`, `GMV`.
  public var unit: String
  public var kind: Kind
  public var bars: [Bar]
  /// What moves from left to right in a curve: `show.minutes`.
  public var subject = ""

  public enum Kind: Sendable, Equatable {
    /// Counts against what a rule asks.
    case quota
    /// Bars from the left, one for each value.
    case bars
    /// A curve through the bars' values in their order, such as a frontier.
    case curve
  }

  /// A value and, for a quota, what is asked.
  public struct Bar: Sendable, Equatable {
    public var label: String
    /// `nil` where there is none, such as a point of a curve at which no tray fits.
    public var value: Double?
    public var lower: Double?
    public var upper: Double?
    /// The value as people read it.
    public var text: String
    public var tone: Report.Tone = .plain
    /// Where the point of a curve stands from left to right; by its order where that is no number.
    public var position: Double?
  }
}
