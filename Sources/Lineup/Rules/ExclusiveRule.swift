/// At most one of these SPUs.
///
/// ## Formulation
///
///     sum over the listed i and their f of x(i,f) <= 1
///
/// ## Example
///
///     one down coat: { exclusive: [A1003, A1004, A1005] }
///
/// Adds 1 row, a non-zero for each option of the listed SPUs.
struct ExclusiveRule: RuleForm {
  static let form = "exclusive"
  static let keys: [String] = []

  var spus: [SPUReference]

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> ExclusiveRule? {
    reader.spus(node, key: form).map(ExclusiveRule.init(spus:))
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let styles = spus.compactMap { binder.style($0) }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [Bounds(upper: 1)], penalty: frame.penalty)
    for style in styles { binder.plan.add(style: style, to: row, factor: 1) }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let on = spus.count { tray.contains($0.spu) }
    return [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: Bounds(upper: 1), actual: Double(on))
    ]
  }
}

extension ExclusiveRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .indivisible, kind: .count, required: Bounds(upper: 1))
  }

  func tally(ofValue _: String?) -> RowTally? { spus.isEmpty ? nil : RowTally(styles: spus) }

  func clash(withLocks _: [String]) -> LockClash? { .allowsOne }

  var modelForm: ModelForm? { .team(.exclusive, spus.map(\.spu)) }
}
