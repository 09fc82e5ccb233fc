/// Of a list of kinds of offers at most one is used.
///
/// ## Formulation
///
/// With y(o) the switch of a kind of items, z(c) that of a combination of kinds on the whole show and n(c) how many of
/// the list are in it:
///
///     sum over the listed o of y(o)  +  sum over c of n(c) z(c)  <=  1
///
/// ## Example
///
///     offers: { exclusive: [[flash price, coupon 30]] }
///
/// Adds a row `offers: A or B` for each list, a non-zero for each switch.
struct OfferExclusiveRule: RuleForm {
  static let form = "exclusive offers"
  static let keys: [String] = []

  var offers: OfferPlan

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> OfferExclusiveRule? { nil }

  static func row(_ list: OfferPlan.Exclusive) -> String { "\(Scenario.offersRow): \(list.label)" }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let lists = offers.exclusive
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .named(lists.map(Self.row)),
      bounds: [Bounds](repeating: Bounds(upper: 1), count: lists.count), penalty: nil)
    guard let table = binder.offers else { return }
    for (offset, list) in lists.enumerated() {
      let listed = Set(list.kinds.compactMap { name in offers.kinds.firstIndex { $0.name == name } })
      for position in binder.plan.switches.indices {
        let own = binder.plan.switches[position]
        if let kind = own.offerKind, listed.contains(kind) {
          binder.plan.enter(switch: position, into: first + offset, 1)
        } else if let number = own.offerCase {
          let count = table.cases[number].kinds.count { listed.contains($0) }
          if count > 0 { binder.plan.enter(switch: position, into: first + offset, Double(count)) }
        }
      }
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let used = tray.usedOffers
    return offers.exclusive.compactMap { list in
      let count = list.kinds.count { used.contains($0) }
      if count == 0 { return nil }
      return RuleCheck(
        frame, row: Self.row(list), kind: .count, required: Bounds(upper: 1), actual: Double(count))
    }
  }
}

extension OfferExclusiveRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .indivisible, kind: .count, required: Bounds(upper: 1))
  }
}
