/// What one row of a rule costs: the gain in the objective without it, and with one unit more, each
/// found by solving again.
///
///     let list = try show.rulePrices()
///     for price in list?.prices ?? [] {
///       print(price.row, price.fromUnit?.least ?? 0, price.fromDropping.least)
///     }
///     // air time 1973.0 116860.2
public struct RulePrice: Sendable, Equatable {
  /// A gain in the objective: one number where the search for it was complete, else between two.
  public struct Gain: Sendable, Equatable {
    /// A tray that was found has at least so much more than any tray under the rules as they are.
    public var least: Double
    /// No tray has more; infinite where nothing is known.
    public var most: Double

    package var isProven: Bool { least == most }

    static let zero = Gain(least: 0, most: 0)
  }

  package var rule: String
  /// The row, as results name it; the rule itself for `each`, whose range is one for all values.
  public var row: String
  package var kind: RuleCheck.Kind
  /// What it asks for; `nil` for all or none.
  package var required: Bounds?
  /// What a unit is: 1 item, 1 minute, 1 of the measure; 0.01 for a share. `nil` for rules that can only
  /// be dropped.
  package var unit: Double?
  /// What a unit is called: `item`, `minute`, `point`, `gmv`; `nil` where there is none.
  package var unitName: String?
  /// If the range were a unit wider at each end; `nil` for rules that can only be dropped.
  public var fromUnit: Gain?
  /// Without the row.
  public var fromDropping: Gain

  /// Whether both gains are exact; else a limit ended a search.
  package var isProven: Bool { fromDropping.isProven && fromUnit?.isProven ?? true }

  /// Whether the row is proven to cost nothing.
  var isFree: Bool { fromDropping == .zero && fromUnit ?? .zero == .zero }
}

/// The price list of a show's rules.
public struct RulePriceList: Sendable, Equatable {
  /// The objective of the best tray as the rules are.
  public var value: Double
  /// Whether that is proven.
  package var isProven: Bool
  /// The rows that cost something, most expensive first: by the gain from dropping, then from a unit.
  public var prices: [RulePrice]
  /// Rows that are proven to cost nothing.
  package var freeRows: [String]
}

extension Show {
  /// The price of every rule row that binds.
  ///
  /// Rows that are not at an end of their range are first dropped all at once; if the optimum stays,
  /// none of them costs anything, else halves of them are tried, and so on.
  ///
  /// - Parameter timeLimit: wall-clock seconds for each search; without it the search for the best tray
  ///   takes what it needs and every further one at most 5.
  /// - Returns: `nil` where no tray keeps the rules or none was found in time.
  /// - Complexity: 2 solves for each row at an end of its range, O(k log n) for k others of n that cost
  ///   something; on every core.
  package func rulePrices(
    timeLimit: Double? = nil, gap: Double = 0, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> RulePriceList? {
    let limits = AnswerLimits(seconds: timeLimit, gap: gap, isCancelled: isCancelled)
    guard let counterfactual = try Counterfactual(self, limits: limits) else { return nil }
    return try RulePricing(counterfactual: counterfactual).list()
  }
}
