import Testing

@testable import Lineup

/// A form that only this file knows: so many different values of an attribute among the items, by naming them.
///
///     brands: { no_more_than: brand, values: [A, B], most: 1 }
///
/// Rows: the items whose attribute has one of the values are at most so many.
struct CeilingRule: RuleForm {
  static let form = "no_more_than"
  static let keys = ["values", "most"]

  var attribute: String
  var location: Lineup.SourceLocation
  var values: [String]
  var most: Double

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> CeilingRule? {
    guard let attribute = reader.text(node, key: form), let valuesNode = section["values"],
      let mostNode = section["most"], let most = reader.number(mostNode, key: "most"),
      let list = reader.list(valuesNode, key: "values", expected: "values")
    else { return nil }
    let values = list.compactMap { reader.text($0, key: "values") }
    return CeilingRule(attribute: attribute, location: node.location, values: values, most: most)
  }

  private var condition: Where {
    Where(clauses: [
      Where.Clause(
        attribute: attribute, attributeLocation: location,
        condition: .anyOf(values.map { .equals($0, at: location) }))
    ])
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [Bounds(upper: most)], penalty: frame.penalty)
    binder.plan.add(Term(scope: scope, rows: .one(Int32(row)), measure: .items, factor: 1))
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let count = tray.items.count { tray.meets($0, condition) }
    return [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: Bounds(upper: most), actual: Double(count))
    ]
  }

  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .sum, kind: .count, required: Bounds(upper: most))
  }

  func asking(_ range: Bounds?, ofRow _: Int?) -> CeilingRule? {
    range.map { CeilingRule(attribute: attribute, location: location, values: values, most: $0.upper) }
  }

  func conditions(ofRow _: Int?) -> [Where] { [condition] }

  var arithmetic: RuleArithmetic? { .sum(.items, range: Bounds(upper: most), isOfAll: false) }
}

/// A form without anything but its rows and its audit: what has a default need not be said.
struct BareRule: RuleForm {
  static let form = "just"
  static let keys: [String] = []

  var spu: SPUReference

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> BareRule? {
    reader.text(node, key: form).map { BareRule(spu: SPUReference(spu: $0, location: node.location)) }
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    guard let style = binder.style(spu) else { return }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [Bounds(lower: 1)], penalty: frame.penalty)
    binder.plan.add(style: style, to: row, factor: 1)
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: Bounds(lower: 1),
        actual: tray.contains(spu.spu) ? 1 : 0)
    ]
  }
}

@Suite("a form of rule is one file")
struct AddedFormTests {
  static func show(_ rules: [(key: String, value: Node)], items: Double = 3) throws -> Show {
    let scenario = try Scenario(
      .mapping([
        ("show", .mapping([("items", .text(plain(items)))])), ("objective", .text("gmv")),
        ("rules", .mapping(rules)),
      ]))
    return try show(scenario)
  }

  static func show(_ scenario: Scenario) throws -> Show {
    let rows = (1...9).map { ["A\($0)", ["x", "y", "z"][$0 % 3], "\(100 - $0)", "50", "10"] }
    return try Show(
      scenario, catalog: Catalog(headers: ["spu", "brand", "price", "stock", "expected_units"], rows: rows))
  }

  static func ceiling(_ most: Double) -> Node {
    .mapping([
      ("no_more_than", .text("brand")), ("values", .list(["x", "y"])), ("most", .text(plain(most))),
    ])
  }

  @Test("a form that is added is read, solved, audited, priced and repaired")
  func ceiling() throws {
    try RuleForms.$added.withValue([CeilingRule.self, BareRule.self]) {
      let show = try Self.show([("few", Self.ceiling(1))])
      let result = try show.solve()
      let tray = try #require(result.tray)
      // Of x and y one, of z two: A1 (y, 99), A2 (z, 98), A5 (z, 95).
      #expect(tray.items.map(\.spu) == ["A1", "A2", "A5"])
      #expect(tray.rules.first { $0.row == "few" }?.actual == 1)

      let prices = try #require(try show.rulePrices())
      let price = try #require(prices.prices.first { $0.row == "few" })
      // Without it A1, A2 and A3; with one more the same.
      #expect(price.fromDropping.least == 20)
      #expect(price.fromUnit?.least == 20)

      // There are three styles of z, so five items need two of the others.
      let clash = try Self.show([("few", Self.ceiling(1))], items: 5)
      guard case .infeasible(let answer) = try clash.solve().outcome else {
        Issue.record("a show without a tray has one")
        return
      }
      #expect(answer.conflict?.rows.map(\.row).sorted() == ["few", "items"])
      #expect(answer.repairs.contains { $0.changes.first?.row == "few" && $0.changes.first?.to?.upper == 2 })
      #expect(ModelData(show).unknown == ["few"])
      #expect(show.check().rows.contains { $0.row == "few" && $0.candidates == 6 })
    }
  }

  @Test("counting goes by what an added form says that its row counts")
  func arithmetic() throws {
    try RuleForms.$added.withValue([CeilingRule.self, BareRule.self]) {
      let scenario = try Scenario(
        .mapping([
          ("objective", .text("gmv")), ("lock", .list(["A1", "A3"])),
          ("rules", .mapping([("few", Self.ceiling(1))])),
        ]))
      let locked = try Self.show(scenario)
      #expect(
        locked.check().impossible == [
          .arithmetic(CountFinding(row: "few", reason: .lockedInRow(["A1", "A3"], most: 1)))
        ])
    }
  }

  @Test("a form that says nothing more than its rows has every answer too")
  func bare() throws {
    try RuleForms.$added.withValue([CeilingRule.self, BareRule.self]) {
      let show = try Self.show([
        ("few", Self.ceiling(0)), ("nine", .mapping([("just", .text("A9"))])),
      ])
      guard case .infeasible(let answer) = try show.solve().outcome else {
        Issue.record("A9 is of x, of which there are to be none")
        return
      }
      #expect(Set(answer.conflict?.rows.map(\.row) ?? []) == ["few", "nine"])
      #expect(answer.repairs.contains { $0.changes.map(\.row) == ["nine"] && $0.changes[0].to == nil })
    }
  }

  @Test("a form that nobody added is no form")
  func unknown() {
    #expect(throws: LineupError.self) { try Self.show([("few", Self.ceiling(1))]) }
  }
}
