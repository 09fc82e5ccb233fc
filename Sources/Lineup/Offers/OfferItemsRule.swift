/// A kind of offer that is used has so many items.
///
/// ## Formulation
///
/// With y the kind's switch, 1 where it is always there:
///
///     sum over its options of x <= upper
///     sum over its options of x >= lower y
///
/// ## Example
///
///     offers: { kinds: { flash price: { price: 70%, lift: 1.8, items: 3..6 } } }
///
/// Adds the two sides of the row `offer NAME`, each with a non-zero for each option of the kind.
struct OfferItemsRule: RuleForm {
  static let form = "offer items"
  static let keys: [String] = []

  var kind: OfferKind
  /// Its position.
  var position: Int
  var range: Bounds

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> OfferItemsRule? { nil }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let lower = kind.always ? range.lower : 0
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .sides(["most", "least"]),
      bounds: [Bounds(upper: range.upper), Bounds(lower: range.lower > 0 ? lower : -.infinity)], penalty: nil)
    var scope = Scope()
    scope.offers = (binder.offerNames ?? []).indices.map { $0 == position + 1 }
    binder.plan.add(Term(scope: scope, rows: .one(Int32(first)), measure: .items, factor: 1))
    guard range.lower > 0 else { return }
    binder.plan.add(Term(scope: scope, rows: .one(Int32(first + 1)), measure: .items, factor: 1))
    if !kind.always, let own = binder.plan.offerSwitch(ofKind: position) {
      binder.plan.enter(switch: own, into: first + 1, -range.lower)
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    guard tray.usedOffers.contains(kind.name) else { return [] }
    let count = tray.items.count { $0.offer?.name == kind.name }
    return [
      RuleCheck(frame, row: frame.name, kind: .count, required: range, actual: Double(count))
    ]
  }
}

extension OfferItemsRule {
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .switched, kind: .count, required: range) }

  func tally(ofValue _: String?) -> RowTally? {
    RowTally(items: Attribute.offerName, value: kind.name, at: kind.location, meeting: Where())
  }

  var unitName: String { "item" }
}
