import Lineup

/// What is said of a rule row and how it is met.
extension Words {
  enum Check {
    static let row = "Check"
    static let asks = "Asks"
    static let has = "Has"
    static let met = "Met"
    static let close = "How close"
    static let title = "Checks"
    static let lead: Phrase =
      "Each row is computed again from the tray and the catalog, apart from the search. The zone is what is asked, the line what the tray has."

    /// `brands (16 rows)`
    static func many(_ rule: String, _ count: Int) -> String { "\(rule) (\(rows(count)))" }
    static func missed(_ missed: Int, of count: Int) -> String { "\(missed) of \(count) missed" }
    static func allowed(_ closeness: String, at penalty: Double) -> String {
      "\(closeness), allowed at \(FigureText.number(penalty))"
    }

    /// `7 at the limit: Geox, Puma, …`
    static func atLimit(_ names: [String], of count: Int) -> String {
      count == 0
        ? "none at the limit"
        : "\(count) at the limit: " + names.joined(separator: ", ") + (count > names.count ? ", …" : "")
    }

    static let doesNotApply = "does not apply"
    static let exact = "exact"
    static let limit = "at the limit"
    static func astray(_ amount: String) -> String { "\(amount) astray" }
    static func short(_ amount: String) -> String { "\(amount) short" }
    static func over(_ amount: String) -> String { "\(amount) over" }
    static func spare(_ amount: String) -> String { "\(amount) to spare" }
    static func shareDistance(_ amount: Double) -> String {
      "\(FigureText.number(amount * 100, decimals: 1)) points"
    }
  }

  /// How close a row is to its nearer bound: `at the limit`, `3 to spare`, `2 short`, `5 over`.
  static func closeness(_ check: RuleCheck) -> String {
    guard let actual = check.actual else { return Check.doesNotApply }
    guard let required = check.required else {
      return check.holds ? "" : Check.astray(FigureText.value(check.miss, .count))
    }
    func distance(_ amount: Double) -> String {
      check.kind == .share ? Check.shareDistance(amount) : FigureText.value(amount, check.kind)
    }
    let tolerance = 1e-6 * max(1, abs(actual))
    if actual < required.lower - tolerance { return Check.short(distance(required.lower - actual)) }
    if actual > required.upper + tolerance { return Check.over(distance(actual - required.upper)) }
    if required.lower == required.upper { return Check.exact }
    let spare = min(actual - required.lower, required.upper - actual)
    return spare <= tolerance ? Check.limit : Check.spare(distance(spare))
  }
}
