import Lineup

extension ReportTable {
  /// Where a figure stands in the range that is asked of it, for a picture beside the words.
  public struct Gauge: Sendable, Equatable {
    /// The ends of the range; `nil` where it has none.
    public var lower: Double?
    public var upper: Double?
    public var actual: Double

    /// The gauge of a check; `nil` where the row asks for all or none, or has nothing to measure.
    init?(_ check: RuleCheck) {
      guard let required = check.required, let actual = check.actual, actual.isFinite else { return nil }
      lower = required.lower.isFinite ? required.lower : nil
      upper = required.upper.isFinite ? required.upper : nil
      self.actual = actual
    }
  }
}
