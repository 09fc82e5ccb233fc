import Lineup

/// The words and figures that every report for people shares.
public enum ReportText {
  /// A number with thousands separators and at most so many decimals, trailing zeros left out unless
  /// the number stands in a column of its like.
  static func number(_ value: Double, decimals: Int = 0, isPadded: Bool = false) -> String {
    FigureText.number(value, decimals: decimals, isPadded: isPadded)
  }

  /// How many decimals a number needs, at most so many.
  static func decimals(of value: Double, atMost most: Int) -> Int {
    let written = number(value, decimals: most)
    return written.lastIndex(of: ".").map { written.distance(from: $0, to: written.endIndex) - 1 } ?? 0
  }

  /// A share in percent.
  static func percent(_ share: Double, decimals: Int = 1) -> String {
    number(share * 100, decimals: decimals) + "%"
  }

  /// A value of a row in the row's own terms.
  static func value(_ value: Double, _ kind: RuleCheck.Kind) -> String {
    FigureText.value(value, kind)
  }

  /// A range as a scenario writes it.
  static func range(_ bounds: Bounds?, _ kind: RuleCheck.Kind) -> String {
    FigureText.range(bounds, kind)
  }

  /// How close a row is to its nearer bound: `at the limit`, `3 to spare`, `2 short`, `5 over`.
  static func closeness(_ check: RuleCheck) -> String {
    guard let actual = check.actual else { return "does not apply" }
    guard let required = check.required else {
      return check.holds ? "" : "\(value(check.miss, .count)) astray"
    }
    let tolerance = 1e-6 * max(1, abs(actual))
    if actual < required.lower - tolerance { return "\(distance(required.lower - actual, check.kind)) short" }
    if actual > required.upper + tolerance { return "\(distance(actual - required.upper, check.kind)) over" }
    if required.lower == required.upper { return "exact" }
    let below = actual - required.lower
    let above = required.upper - actual
    if min(below, above) <= tolerance { return "at the limit" }
    return "\(distance(min(below, above), check.kind)) to spare"
  }

  private static func distance(_ amount: Double, _ kind: RuleCheck.Kind) -> String {
    kind == .share ? "\(number(amount * 100, decimals: 1)) points" : value(amount, kind)
  }

  /// The name of a scenario and its variant.
  static func title(_ scenario: Scenario) -> String {
    title(scenario.name, variant: scenario.variant)
  }

  static func title(_ name: String, variant: String?) -> String {
    DisplayWidth.singleLine(name + (variant.map { ", variant \"\($0)\"" } ?? ""))
  }

  /// Names one after another, as many as a line is to hold.
  static func names(_ names: [String], atMost most: Int) -> String {
    DisplayWidth.singleLine(names.prefix(most).joined(separator: ", "))
  }

  /// The objective as it was written: `gmv`, `gmv + 0.5 margin`.
  static func objective(_ objective: Objective) -> String {
    guard objective.isWeighted else { return objective.parts.first?.measure.name ?? "" }
    return objective.parts.map { part in
      let weight = abs(part.weight) < 1e-6 ? plain(part.weight) : number(part.weight, decimals: 6)
      return part.weight == 1 ? part.measure.name : "\(weight) \(part.measure.name)"
    }.joined(separator: " + ")
  }

  /// Seconds with as many digits as say something.
  static func seconds(_ seconds: Double) -> String {
    "\(number(seconds, decimals: seconds < 10 ? 2 : 0)) s"
  }

  /// Where a search stands, in a line.
  public static func progress(_ progress: SolveProgress) -> String {
    let tray = progress.incumbent.map { "best tray \(number($0))" } ?? "no tray yet"
    let bound = progress.bound.map { "bound \(number($0))" } ?? "no bound yet"
    let gap = progress.gap.map { ", gap \(percent($0, decimals: 2))" } ?? ""
    return "\(tray), \(bound)\(gap), \(seconds(progress.seconds))  (Ctrl-C ends with the best so far)"
  }
}
