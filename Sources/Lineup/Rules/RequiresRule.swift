/// An SPU only with at least one of some others.
///
/// ## Formulation
///
///     sum over i in `any_of` and their f of x(i,f)  -  sum over f of x(A,f)  >=  0
///
/// ## Example
///
///     skirt with a top: { requires: { spu: A1006, any_of: [A1007, A1008] } }
///
/// Adds 1 row, a non-zero for each option of the named SPUs.
struct RequiresRule: RuleForm {
  static let form = "requires"
  static let keys: [String] = []

  var spu: SPUReference
  var anyOf: [SPUReference]

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> RequiresRule? {
    guard
      let part = reader.section(node, key: form, place: "\"requires\"", known: ScenarioKeys.requires)
    else { return nil }
    guard let spuNode = part["spu"] else {
      reader.report(.missingKey("spu", place: "\"requires\""), at: node.location)
      return nil
    }
    guard let anyOfNode = part["any_of"] else {
      reader.report(.missingKey("any_of", place: "\"requires\""), at: node.location)
      return nil
    }
    guard let spu = reader.text(spuNode, key: "spu"), let anyOf = reader.spus(anyOfNode, key: "any_of") else {
      return nil
    }
    return RequiresRule(spu: SPUReference(spu: spu, location: spuNode.location), anyOf: anyOf)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let style = binder.style(spu)
    let companions = anyOf.compactMap { binder.style($0) }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [Bounds(lower: 0)], penalty: frame.penalty)
    if let style { binder.plan.add(style: style, to: row, factor: -1) }
    for companion in companions { binder.plan.add(style: companion, to: row, factor: 1) }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let isOn = tray.contains(spu.spu)
    let companions = anyOf.count { tray.contains($0.spu) }
    return [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: Bounds(lower: 1),
        actual: isOn ? Double(companions) : nil)
    ]
  }
}

extension RequiresRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .indivisible, kind: .count, required: Bounds(lower: 1))
  }

  func clash(withLocks _: [String]) -> LockClash? { .needs(anyOf.map(\.spu)) }

  var modelForm: ModelForm? { .team(.requires, anyOf.map(\.spu), dependent: spu.spu) }
}
