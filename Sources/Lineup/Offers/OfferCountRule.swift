/// The kinds of offers that a show uses number at most `at_most`. Where they are limited or cost something, a kind
/// has a 0/1 switch that is on where an item has it; so has each combination of kinds on the whole show, of which
/// one is chosen.
///
/// ## Formulation
///
/// With y(o) the switch of a kind, z(c) that of a combination c with n(c) kinds, x(o) and x(c) the number of items:
///
///     sum of y(o)  +  sum of n(c) z(c)  <=  at_most
///     x(o) <= styles(o) y(o),   x(c) <= styles z(c),   sum of z(c) = 1
///     y(o) <= x(o)     where a kind that is on would cost something
///
/// ## Example
///
///     offers: { at_most: 3, kinds: { flash price: { price: 70%, lift: 1.8 } } }
///
/// Adds the row `offers`, for each kind with a switch a row or two of no rule with a non-zero for each of its options,
/// and for each combination one.
struct OfferCountRule: RuleForm {
  static let form = "offers"
  static let keys: [String] = []

  var offers: OfferPlan

  /// Offers stand in a section of their own, not among the rules.
  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> OfferCountRule? { nil }

  private var range: Bounds { offers.atMost.map { Bounds(upper: $0) } ?? Bounds() }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let row = binder.plan.addBlock(rule: frame.name, labels: .none, bounds: [range], penalty: nil)
    guard let table = binder.offers else { return }
    let options = binder.options
    var styles = [Double](repeating: 0, count: offers.kinds.count + 1)
    var last = [Int32](repeating: -1, count: offers.kinds.count + 1)
    for option in 0..<options.count where last[options.offer(option)] != options.rows[option] {
      last[options.offer(option)] = options.rows[option]
      styles[options.offer(option)] += 1
    }
    for kind in offers.itemKinds where offers.needsSwitch(kind) {
      let own = offers.kinds[kind]
      var scope = Scope()
      scope.offers = (0...offers.kinds.count).map { $0 == kind + 1 }
      let position = binder.plan.switches.count
      binder.plan.add(
        Switch(name: own.row, entries: [(Int32(row), 1)], gain: -own.cost, offerKind: kind))
      if own.always {
        let always = binder.plan.addStandingRow(
          name: "\(own.row): always", bounds: Bounds(lower: 1, upper: 1), isLink: false)
        binder.plan.enter(switch: position, into: always, 1)
        continue
      }
      let link = binder.plan.addStandingRow(
        name: "\(own.row): used", bounds: Bounds(upper: 0), isLink: true)
      binder.plan.add(Term(scope: scope, rows: .one(Int32(link)), measure: .items, factor: 1))
      binder.plan.enter(switch: position, into: link, -max(1, styles[kind + 1]))
      if own.cost > 0, (own.items?.lower ?? 0) < 1 {
        let least = binder.plan.addStandingRow(
          name: "\(own.row): with items", bounds: Bounds(lower: 0), isLink: false)
        binder.plan.add(Term(scope: scope, rows: .one(Int32(least)), measure: .items, factor: 1))
        binder.plan.enter(switch: position, into: least, -1)
      }
    }
    guard !offers.wideKinds.isEmpty else { return }
    let one = binder.plan.addStandingRow(
      name: "offers on the whole show", bounds: Bounds(lower: 1, upper: 1), isLink: false)
    for (number, combination) in table.cases.enumerated() {
      let names = combination.kinds.map { offers.kinds[$0].name }
      let cost = combination.kinds.reduce(0) { $0 + offers.kinds[$1].cost }
      let label = names.isEmpty ? "no offer on the whole show" : names.joined(separator: " and ")
      let position = binder.plan.switches.count
      binder.plan.add(
        Switch(
          name: label, entries: [(Int32(one), 1), (Int32(row), Double(combination.kinds.count))],
          gain: cost == 0 ? 0 : -cost, offerCase: number))
      guard table.cases.count > 1 else { continue }
      var scope = Scope()
      scope.cases = table.cases.indices.map { $0 == number }
      let link = binder.plan.addStandingRow(name: "\(label): used", bounds: Bounds(upper: 0), isLink: true)
      binder.plan.add(Term(scope: scope, rows: .one(Int32(link)), measure: .items, factor: 1))
      binder.plan.enter(switch: position, into: link, -Double(max(1, binder.styleCount)))
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: offers.atMost.map { Bounds(upper: $0) },
        actual: Double(tray.usedOffers.count))
    ]
  }
}

extension OfferCountRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(
      form: offers.atMost == nil ? .indivisible : .sum, kind: .count,
      required: offers.atMost.map { Bounds(upper: $0) })
  }
}

extension OfferPlan {
  /// Whether it has to be known if a kind of items is used.
  func needsSwitch(_ kind: Int) -> Bool {
    let own = kinds[kind]
    return atMost != nil || own.cost > 0 || (!own.always && (own.items?.lower ?? 0) > 1)
      || exclusive.contains { $0.kinds.contains(own.name) }
  }
}

extension RuleBinder {
  /// How many styles have options.
  var styleCount: Int {
    var count = 0
    var last: Int32 = -1
    for row in options.rows where row != last {
      count += 1
      last = row
    }
    return count
  }
}
