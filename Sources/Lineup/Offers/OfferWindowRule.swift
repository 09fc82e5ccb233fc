/// The items with an offer take no more minutes than its window has.
///
/// ## Formulation
///
///     sum over its options of minutes(i,f,o) x(i,f,o) <= minutes of the window
///
/// ## Example
///
///     offers: { kinds: { flash price: { price: 70%, window: { from: "20:00", to: "20:30" } } } }
///
/// Adds a row `offer NAME: window`, a non-zero for each option of the kind.
struct OfferWindowRule: RuleForm {
  static let form = "offer window"
  static let keys: [String] = []

  var kind: OfferKind
  var position: Int
  var minutes: Double

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> OfferWindowRule? { nil }

  private var row: String { "\(kind.row): window" }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .named([row]), bounds: [Bounds(upper: minutes)], penalty: nil)
    var scope = Scope()
    scope.offers = (binder.offerNames ?? []).indices.map { $0 == position + 1 }
    binder.plan.add(Term(scope: scope, rows: .one(Int32(row)), measure: .minutes, factor: 1))
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let own = tray.items.filter { $0.offer?.name == kind.name }
    if own.isEmpty { return [] }
    return [
      RuleCheck(
        frame, row: row, kind: .amount, required: Bounds(upper: minutes),
        actual: tray.sum(.minutes, over: own))
    ]
  }
}

extension OfferWindowRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .sum, kind: .amount, required: Bounds(upper: minutes))
  }

  var measures: [Measure] { [.minutes] }
  var unitName: String { "minute" }
}
