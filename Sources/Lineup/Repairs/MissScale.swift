/// What a miss of one unit is compared with, so that misses of different rules can be added up.
struct MissScale {
  private let show: Show
  /// Items on a tray of nominal size.
  private let nominalItems: Double

  init(_ show: Show) {
    self.show = show
    let items = show.scenario.show.items
    if let lower = items?.lower, lower > 0, lower < .infinity {
      nominalItems = lower
    } else if let upper = items?.upper, upper > 0, upper < .infinity {
      nominalItems = upper
    } else {
      nominalItems = 10
    }
  }

  /// The scale of a row, at least 1.
  /// - Parameter columns: how many columns the program has.
  func scale(of row: RuleRow, demand: RuleDemand, columns: Int) -> Double {
    switch demand.form {
    case .indivisible: return 1
    case .sum, .each, .switched: return max(1, Self.bound(demand.required))
    case .ratio:
      guard let coefficients = show.ratioCoefficients(of: row, columns: columns) else { return 1 }
      let amounts = coefficients.whole.lazy.filter { $0 != 0 }.map(abs)
      let mean = amounts.isEmpty ? 0 : amounts.reduce(0, +) / Double(amounts.count)
      return max(1, Self.bound(demand.required) * mean * nominalItems)
    }
  }

  private static func bound(_ required: Bounds?) -> Double {
    guard let required else { return 1 }
    if required.lower > 0 || required.upper == .infinity { return abs(required.lower) }
    return required.upper > 0 ? required.upper : max(abs(required.lower.isFinite ? required.lower : 0), 0)
  }
}
