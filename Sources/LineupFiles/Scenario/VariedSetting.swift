import Foundation
import Lineup

/// A setting that takes several values in turn, as `--vary` gives it:
///
///     goal.gmv=600000..1200000                  as many steps as asked, ends included
///     rules."hero ratio".range={10%..30%}..     the number in braces moves, the rest stays
///     rules."hero ratio".range=10%..,15%..,20%  these values as they are written
///
/// Steps between the ends are rounded to three digits of their distance, so that they can be read; where
/// the setting counts items, to whole numbers, each once.
package struct VariedSetting: Sendable {
  /// The setting's path, for headings: `goal.gmv`.
  package let subject: String
  /// One setting for each value, with the value as it is shown and as a number.
  package let values: [(setting: String, label: String, position: Double?)]

  /// - Parameters:
  ///   - steps: how many values a range makes at most, at least 2.
  ///   - scenario: tells whether the setting counts items.
  /// - Throws: a usage error where the argument is none.
  package init(_ argument: String, steps: Int, of scenario: Scenario? = nil) throws(LineupError) {
    // Quoted keys may hold "=", values never do.
    guard let equals = argument.lastIndex(of: "=") else {
      throw Self.error(argument, "it has no \"=\"")
    }
    let subject = String(argument[..<equals])
    let text = String(argument[argument.index(after: equals)...])
    self.subject = subject
    if text.contains(",") {
      values = text.split(separator: ",", omittingEmptySubsequences: true).map { piece in
        let value = piece.drop(while: \.isWhitespace)
        return (
          setting: "\(subject)=\(value)", label: String(value), position: Self.position(value)
        )
      }
      if values.isEmpty { throw Self.error(argument, "it lists no value") }
      return
    }
    var before = ""
    var after = ""
    var range = Substring(text)
    if let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close {
      before = String(text[..<open])
      after = String(text[text.index(after: close)...])
      range = text[text.index(after: open)..<close]
    }
    var written = ScalarText.halfWidth(range)
    if !written.contains("..") { written = written.replacing("~", with: "..") }
    let ends = written.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]),
      first.isPercent == last.isPercent || first.value == 0 || last.value == 0
    else {
      throw Self.error(argument, "the values are no range of numbers such as 600000..1200000")
    }
    guard NumberLimits.allow(first.value), NumberLimits.allow(last.value) else {
      throw Self.error(argument, "an end must be \(NumberLimits.words)")
    }
    let isPercent = first.isPercent || last.isPercent
    let isCount = !isPercent && scenario.map { Self.countsItems(subject, in: $0) } ?? false
    if isCount, first.value != first.value.rounded() || last.value != last.value.rounded() {
      throw Self.error(argument, "\(subject) counts items, so its ends are whole numbers")
    }
    guard steps >= 2 else { throw Self.error(argument, "it needs at least 2 steps") }
    let distance = (last.value - first.value) / Double(steps - 1)
    var numbers: [Double] = []
    for step in 0..<steps {
      let even = first.value + distance * Double(step)
      let number =
        step == 0
        ? first.value
        : step == steps - 1
          ? last.value : isCount ? even.rounded() : Self.rounded(even, distance: abs(distance))
      if number != numbers.last { numbers.append(number) }
    }
    values = numbers.map { number in
      let shown = Self.text(number) + (isPercent ? "%" : "")
      return (
        setting: "\(subject)=\(before)\(shown)\(after)", label: before + shown + after, position: number
      )
    }
  }

  /// Whether the number at a path counts items: of the show, of a rule on a sum of items, of a value of
  /// `split` or `each`.
  private static func countsItems(_ subject: String, in scenario: Scenario) -> Bool {
    guard let keys = Node.settingKeys(subject + "=") else { return false }
    if keys == ["show", "items"] { return true }
    guard keys.count >= 3, keys[0] == "rules" else { return false }
    return scenario.countsItems(inRule: keys[1], key: keys[2])
  }

  /// A value as a number: what it is, or the end of a range that has one end.
  private static func position(_ text: Substring) -> Double? {
    if let number = number(text) { return number.value }
    let ends = text.split(separator: "..", omittingEmptySubsequences: true)
    return ends.count == 1 ? number(ends[0])?.value : nil
  }

  /// A number between the ends, with no more digits than tell three of the steps' own.
  private static func rounded(_ number: Double, distance: Double) -> Double {
    guard distance > 0 else { return number }
    let unit = pow(10, (log10(distance)).rounded(.down) - 2)
    // A power of ten below 1 is no double, its inverse is.
    return unit >= 1
      ? (number / unit).rounded() * unit : (number * (1 / unit).rounded()).rounded() / (1 / unit).rounded()
  }

  private static func number(_ text: Substring) -> (value: Double, isPercent: Bool)? {
    let digits = ScalarText.trimmed(ScalarText.halfWidth(text))
    let isPercent = digits.hasSuffix("%")
    return ScalarText.number(isPercent ? String(digits.dropLast()) : digits).map { ($0, isPercent) }
  }

  /// At most nine decimals, so that steps of a tenth are what they look like.
  private static func text(_ number: Double) -> String {
    let rounded = (number * 1e9).rounded() / 1e9
    return plain(rounded)
  }

  private static func error(_ argument: String, _ reason: String) -> LineupError {
    LineupError(
      [
        Problem(
          .other("\"\(argument)\" is nothing to vary: \(reason); write it as goal.gmv=600000..1200000"))
      ], kind: .usage)
  }
}

extension VariedSetting {
  /// What is set on top of a show for each value.
  private func changes(of show: Show) -> [[String]] {
    // An amount takes the place of a goal by the funnel.
    var before: [String] = []
    if subject == "goal.gmv", case .funnel? = show.scenario.goal {
      before.append("goal={views: ~, conversion: ~, order_value: ~}")
    }
    return values.map { before + [$0.setting] }
  }

  /// Solves a show for each value; where the sales goal moves, its largest reach too.
  /// - Parameters:
  ///   - shows: the show under each of several changes.
  ///   - whenRead: is called when everything is read and nothing is solved yet.
  /// - Throws: where no value can be read; a mistake in the path is a mistake in every point.
  func frontier(
    of base: Show, _ solve: SolveSettings, shows: ([[String]]) -> [Result<Show, LineupError>],
    whenRead: () throws(LineupError) -> Void = {}, isCancelled: @escaping @Sendable () -> Bool
  ) throws(LineupError) -> Frontier {
    let shows = shows(changes(of: base))
    let errors = shows.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    if errors.count == shows.count, let error = errors.first { throw error }
    try whenRead()
    var frontier = Frontier(
      varying: subject,
      over: zip(values, shows).map { (label: $0.label, position: $0.position, show: $1) },
      objective: base.scenario.objective, solve, isCancelled: isCancelled)
    if subject.hasPrefix("goal") {
      frontier.largestGoal = try base.largestGoal(timeLimit: solve.timeLimit, isCancelled: isCancelled)
    }
    return frontier
  }
}

extension ShowFile {
  /// Solves the show for each value of a setting; where the sales goal moves, its largest reach too.
  /// - Parameter whenRead: is called when everything is read and nothing is solved yet.
  package func frontier(
    varying vary: VariedSetting, variant: String? = nil, settings: [String] = [],
    _ solve: SolveSettings = SolveSettings(), whenRead: () throws(LineupError) -> Void = {},
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Frontier {
    let base = try show(variant: variant, settings: settings)
    return try vary.frontier(
      of: base, solve,
      shows: { changes in
        contenders(changes.map { ShowChange(name: "", variant: variant, settings: settings + $0) })
          .map(\.show)
      }, whenRead: whenRead, isCancelled: isCancelled)
  }
}
