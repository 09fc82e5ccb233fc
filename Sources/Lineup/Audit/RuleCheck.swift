import Optimization

/// One row of a rule against a tray: what it asks, what the tray has, and whether it holds,
/// recomputed from the tray and the catalog.
public struct RuleCheck: Sendable, Equatable {
  /// What the figures are.
  package enum Kind: Sendable, Equatable {
    /// A whole number of items.
    case count
    /// A sum: minutes, money, units.
    case amount
    /// A part of a whole; 0.15 is 15%.
    case share
    case average
  }

  /// The user's own name of the rule, or `items`, `air time`, `sales goal`, `lock SPU`.
  package var rule: String
  /// The row's name: the rule's, and its value where it has several rows.
  public var row: String
  package var kind: Kind
  /// `nil` where the rule has no range (`together`).
  public var required: Bounds?
  /// `nil` where there is nothing to compare: a share of nothing, `requires` of an SPU that is off.
  public var actual: Double?
  /// Whether it lies within, tolerances of sums of doubles aside.
  public var holds: Bool
  /// Whether it has a penalty and may be missed.
  package var isSoft: Bool
  /// How far the row is missed, in the units its penalty counts; 0 where it is met.
  public var miss: Double
  /// What the miss costs in objective units; 0 for a hard row.
  package var penalty: Double

  private init(
    _ frame: RuleFrame, row: String, kind: Kind, required: Bounds?, actual: Double?, miss: Double, holds: Bool
  ) {
    rule = frame.name
    self.row = row
    self.kind = kind
    self.required = required
    self.actual = actual
    self.miss = miss
    self.holds = holds
    isSoft = frame.penalty != nil
    penalty = (frame.penalty ?? 0) * miss
  }

  /// A row that stands for all rows of a rule: it shows the one that is nearest to its range's end, and costs nothing.
  init(_ frame: RuleFrame, summing rows: [RuleCheck], required: Bounds, actual: Double?) {
    self.init(
      frame, row: frame.name, kind: .count, required: required, actual: actual, miss: 0,
      holds: rows.allSatisfy(\.holds))
  }

  /// A row whose actual value has a range, or that is missed by what the rule says.
  init(
    _ frame: RuleFrame, row: String, kind: Kind, required: Bounds?, actual: Double?, miss: Double? = nil
  ) {
    let bound = required.map { bounds in
      (actual ?? 0) < bounds.lower ? bounds.lower : bounds.upper
    }
    let missed = miss ?? actual.map { required?.miss($0) ?? 0 } ?? 0
    self.init(
      frame, row: row, kind: kind, required: required, actual: actual, miss: missed,
      holds: RowTolerance.allows(miss: missed, size: bound ?? 1, .audit))
  }

  /// A ratio: the part against the ends of the range times the whole, each end an inequality of its own.
  init(_ frame: RuleFrame, kind: Kind, required: Bounds, part: Double, whole: Double) {
    var missed = 0.0
    var holds = true
    func compare(_ smaller: Double, _ larger: Double) {
      let miss = max(0, smaller - larger)
      missed += miss
      holds = holds && RowTolerance.allows(miss: miss, size: max(abs(smaller), abs(larger)), .audit)
    }
    if required.lower > -.infinity { compare(required.lower * whole, part) }
    if required.upper < .infinity { compare(part, required.upper * whole) }
    self.init(
      frame, row: frame.name, kind: kind, required: required, actual: whole == 0 ? nil : part / whole,
      miss: missed, holds: holds)
  }
}
