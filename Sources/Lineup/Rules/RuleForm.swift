/// A form of rule. Each form is one file: its data, its rows, its audit, and what answers say of it.
///
/// To add a form, add a file with a type that conforms to this and a line in `RuleForms.all`. What has a default
/// below need not be said of a form that has no use for it.
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

  // MARK: What answers ask

  /// What a row of the rule asks for.
  /// - Parameter offset: the row's place in the rule's block, where each is a row by itself.
  func demand(ofRow offset: Int?) -> RuleDemand

  /// The rule with another range in a row: how repairs and prices change it.
  /// - Parameter range: `nil` to ask for nothing there.
  /// - Returns: `nil` where nothing is left of the rule; itself where a row has no range.
  func asking(_ range: Bounds?, ofRow offset: Int?) -> Self?

  /// Whether one range goes for all its rows, which then are one to its author.
  var isOneRange: Bool { get }

  /// The measures that it sums, for what is said of forecasts and missing numbers.
  var measures: [Measure] { get }

  /// What one more of an amount or an average is called, in the singular; empty where there is none.
  var unitName: String { get }

  /// Whether numbers at one of its keys are numbers of items.
  func countsItems(at key: String) -> Bool

  /// Conditions that the styles which count towards a row meet, all of them; none where a row counts no group.
  func conditions(ofRow offset: Int?) -> [Where]

  /// How a row's figure follows from the items of a tray; `nil` where it is more than a sum, a share or an average.
  /// - Parameter value: the value that the row is named by, where it is.
  func tally(ofValue value: String?) -> RowTally?

  /// Whether it is a share of all items, so that a number of items settles it.
  var isShareOfItems: Bool { get }

  /// The most of each value of an attribute, whatever else is asked; `nil` where the form has no such thing.
  var capOfEachValue: (attribute: String, most: Double)? { get }

  /// The styles of which all or none must be on the tray; `nil` for every other form.
  var allOrNone: [SPUReference]? { get }

  /// The attribute by whose values a tray is laid out for people, and the values in their order; `nil` where the form
  /// names none.
  var grouping: (attribute: String, values: [String])? { get }

  /// Why it clashes with locks, as far as the form shows it.
  func clash(withLocks locked: [String]) -> LockClash?

  /// What may not be meant.
  func cautions(_ frame: RuleFrame) -> [Caution]

  /// Why no tray can keep it; nothing is solved for that.
  func impossibilities(_ frame: RuleFrame) -> [Impossibility]

  /// What its rows count or add up; `nil` where counting alone shows nothing of it.
  var arithmetic: RuleArithmetic? { get }

  /// What it is in the MathProg model; `nil` where the model has no such form.
  var modelForm: ModelForm? { get }
}

extension RuleForm {
  /// A rule without conditions has nothing to spell.
  mutating func spell(_: CatalogSpelling) {}

  /// It holds or is dropped.
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .indivisible, kind: .count, required: nil) }

  func asking(_ range: Bounds?, ofRow _: Int?) -> Self? { range == nil ? nil : self }

  var isOneRange: Bool { false }
  var measures: [Measure] { [] }
  var unitName: String { "" }
  func countsItems(at _: String) -> Bool { false }
  func conditions(ofRow _: Int?) -> [Where] { [] }
  func tally(ofValue _: String?) -> RowTally? { nil }
  var isShareOfItems: Bool { false }
  var capOfEachValue: (attribute: String, most: Double)? { nil }
  var allOrNone: [SPUReference]? { nil }
  var grouping: (attribute: String, values: [String])? { nil }
  func clash(withLocks _: [String]) -> LockClash? { nil }
  func cautions(_: RuleFrame) -> [Caution] { [] }
  func impossibilities(_: RuleFrame) -> [Impossibility] { [] }
  var arithmetic: RuleArithmetic? { nil }
  var modelForm: ModelForm? { nil }
}

/// What every rule has beside its form.
struct RuleFrame: Sendable {
  var name: String
  /// `nil` for a hard rule.
  var penalty: Double?

  init(name: String, penalty: Double? = nil) {
    self.name = name
    self.penalty = penalty
  }
}

/// What a row of a rule asks for, apart from any tray.
struct RuleDemand: Sendable {
  /// What can be changed about it.
  enum Form: Sendable {
    /// The sum of the row's entries lies within a range.
    case sum
    /// The ratio of two sums lies within a range.
    case ratio
    /// The same range for every value of an attribute.
    case each
    /// It holds or is dropped.
    case indivisible
    /// The count of the row's entries lies within a range, unless it is 0 and may be.
    case switched
  }

  var form: Form
  var kind: RuleCheck.Kind
  /// As results give it; `nil` for all or none.
  var required: Bounds?
  /// Whether no repair may change it.
  var isProtected = false

  init(form: Form, kind: RuleCheck.Kind, required: Bounds?) {
    self.form = form
    self.kind = kind
    self.required = required
  }
}

/// Why a rule over single styles clashes with locks.
enum LockClash: Sendable {
  /// It allows one of the locked styles.
  case allowsOne
  /// It needs some of these styles beside the locked ones.
  case needs([String])
}

/// A rule in the MathProg model.
enum ModelForm: Sendable {
  /// Each of its rows: the measure that is summed, and the range of each row.
  case rows(ModelData.RowKind, Measure)
  /// A rule over single styles; the dependent one requires one of the others.
  case team(ModelData.TeamKind, [String], dependent: String? = nil)
}

/// The forms, in the order in which messages list them.
enum RuleForms {
  static let all: [any RuleForm.Type] = [
    SumRule.self, ShareRule.self, AverageRule.self, SplitRule.self, EachRule.self, TogetherRule.self,
    ExclusiveRule.self, RequiresRule.self,
  ]

  /// Forms beside those of every scenario.
  @TaskLocal static var added: [any RuleForm.Type] = []

  /// Every form that scenarios may use now.
  static var known: [any RuleForm.Type] { all + added }
}
