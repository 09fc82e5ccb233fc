/// A form of rule. Each form is one file: its data, its rows, its audit.
///
/// To add a form, add a file with a type that conforms to this and a line in `RuleForms.all`.
protocol RuleForm: Sendable {
  /// The key that names the form in a scenario: `sum`, `share`, …
  static var form: String { get }

  /// The further keys of the form; `penalty` and `repair` go with every form.
  static var keys: [String] { get }

  /// Reads the rule, or reports and returns `nil`.
  /// - Parameters:
  ///   - node: the value of the form's key.
  ///   - section: all keys of the rule.
  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> Self?

  /// Says the values of the rule's conditions as the catalog spells them.
  mutating func spell(_ spelling: CatalogSpelling)

  /// Adds the rule's rows and terms to the binder's plan, reporting names that are unknown.
  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder)

  /// Recomputes the rule's rows from a tray and the catalog alone.
  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck]
}

extension RuleForm {
  /// A rule without conditions has nothing to spell.
  mutating func spell(_: CatalogSpelling) {}
}

/// What every rule has beside its form.
struct RuleFrame: Sendable {
  var name: String
  /// `nil` for a hard rule.
  var penalty: Double?
}

/// The forms, in the order in which messages list them.
enum RuleForms {
  static let all: [any RuleForm.Type] = [
    SumRule.self, ShareRule.self, AverageRule.self, SplitRule.self, EachRule.self, TogetherRule.self,
    ExclusiveRule.self, RequiresRule.self,
  ]
}
