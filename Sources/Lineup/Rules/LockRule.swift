/// An SPU that must be on the tray, with a given pitch if one is fixed.
///
/// ## Formulation
///
///     sum over f of x(i,f) = 1     (over the one f that is fixed)
///
/// ## Example
///
///     lock: [A1044, { spu: A1050, pitch: full }]
///
/// Adds 1 row, a non-zero for each option of the SPU.
struct LockRule: RuleForm {
  static let form = "lock"
  static let keys: [String] = []

  var lock: Lock

  /// Locks stand in a section of their own, not among the rules.
  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> LockRule? { nil }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let style = binder.style(SPUReference(spu: lock.spu, location: lock.location))
    let pitch = lock.pitch.map { binder.pitch($0, at: lock.location) }
    let offer = lock.offer.map { binder.offer($0, at: lock.location) }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [Bounds(lower: 1, upper: 1)], penalty: nil)
    if let style {
      binder.plan.add(style: style, pitch: pitch ?? nil, offer: offer ?? nil, to: row, factor: 1)
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let isOn = tray.items.contains { item in
      item.spu == lock.spu && (lock.pitch == nil || lock.pitch == item.pitch.name)
        && (lock.offer == nil || lock.offer == item.offerName)
    }
    return [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: Bounds(lower: 1, upper: 1),
        actual: isOn ? 1 : 0)
    ]
  }
}

extension LockRule {
  func tally(ofValue _: String?) -> RowTally? {
    RowTally(
      styles: [SPUReference(spu: lock.spu, location: lock.location)], pitch: lock.pitch, offer: lock.offer)
  }

  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .indivisible, kind: .count, required: Bounds(lower: 1, upper: 1))
  }
}
