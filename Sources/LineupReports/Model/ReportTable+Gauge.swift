import Lineup

extension ReportTable {
  /// Where a figure stands in the range that is asked of it, for a picture beside the words.
  package struct Gauge: Sendable, Equatable {
    /// The ends of the range; `nil` where it has none.
    package var lower: Double?
    package var upper: Double?
    package var actual: Double
    /// What the figures are.
    package var kind: RuleCheck.Kind

    /// The gauge of a check; `nil` where the row asks for all or none, or has nothing to measure.
    package init?(_ check: RuleCheck) {
      guard let required = check.required, let actual = check.actual, actual.isFinite else { return nil }
      lower = required.lower.isFinite ? required.lower : nil
      upper = required.upper.isFinite ? required.upper : nil
      self.actual = actual
      kind = check.kind
    }
  }

  /// The clock of a table whose rows are slots of a show.
  package struct Timeline: Sendable, Equatable {
    /// Seconds after midnight; `nil` where times are told from 0.
    package var start: Int?
    /// The column with how many watch.
    package var audience: Int?
  }

  /// A slot of a show.
  package struct Slot: Sendable, Equatable {
    package enum Kind: String, Sendable { case item, hero, pause = "break", encore }

    package var kind: Kind
    /// Seconds from the start of the show.
    package var start: Int
    package var end: Int
    package var audience: Double
    /// Whether it has been on air.
    package var isShown: Bool
  }
}
