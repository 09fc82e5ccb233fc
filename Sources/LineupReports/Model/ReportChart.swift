/// A chart as values.
package struct ReportChart: Sendable {
  package var title: String
  /// What the figures count: `items`, `GMV`.
  package var unit: String
  package var kind: Kind
  package var bars: [Bar]
  /// What moves from left to right in a curve: `goal`.
  package var subject = ""
  package var media: Media = .desk

  package enum Kind: Sendable, Equatable {
    /// Counts against what a rule asks.
    case quota
    /// Bars from the left, one for each value.
    case bars
    /// A curve through the bars' values in their order, such as a frontier.
    case curve
    /// Steps from the first bar to the last, each from its lower to its upper end.
    case waterfall
    /// A point for each bar: its position from left to right, its value upward, on one scale.
    case scatter
    /// Ratios, of which 1 is what was to be expected, with what each may be from its lower to its upper end.
    case ratios
  }

  package init(_ title: String, unit: String, _ kind: Kind, _ bars: [Bar], subject: String = "") {
    self.title = title
    self.unit = unit
    self.kind = kind
    self.bars = bars
    self.subject = subject
  }

  /// A value and, for a quota, what is asked.
  package struct Bar: Sendable, Equatable {
    package var label: String
    /// `nil` where there is none, such as a point of a curve at which no tray fits.
    package var value: Double?
    package var lower: Double?
    package var upper: Double?
    /// The value as people read it.
    package var text: String
    package var tone: Report.Tone
    /// Where the point of a curve stands from left to right; by its order where that is no number.
    package var position: Double?

    package init(
      _ label: String, _ value: Double?, text: String, lower: Double? = nil, upper: Double? = nil,
      tone: Report.Tone = .plain, position: Double? = nil
    ) {
      self.label = label
      self.value = value
      self.text = text
      self.lower = lower
      self.upper = upper
      self.tone = tone
      self.position = position
    }
  }
}
