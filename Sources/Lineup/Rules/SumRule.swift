/// The sum of a measure over the selected options that meet `where` lies within a range.
///
/// ## Formulation
///
///     lower <= sum over (i,f) meeting `where` of M(i,f) x(i,f) <= upper
///
/// ## Example
///
///     clearance: { sum: minutes, where: { role: clearance }, range: ..20 }
///
/// Adds 1 row, a non-zero for each option that meets `where`.
struct SumRule: RuleForm {
  static let form = "sum"
  static let keys = ["where", "range"]

  var measure: Measure
  var location: SourceLocation
  var condition: Where
  var range: Bounds

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> SumRule? {
    let measure = reader.text(node, key: form).map(reader.measure(named:))
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    guard let rangeNode = section["range"] else {
      reader.report(.missingKey("range", place: section.place), at: section.location)
      return nil
    }
    let range =
      measure == .items
      ? reader.countBounds(rangeNode, key: "range") : reader.bounds(rangeNode, key: "range")
    guard let measure, let condition, let range else { return nil }
    return SumRule(measure: measure, location: node.location, condition: condition, range: range)
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    guard let bound = binder.measure(measure, at: location) else { return }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .none, bounds: [range], penalty: frame.penalty)
    binder.plan.add(Term(scope: scope, rows: .one(Int32(row)), measure: bound, factor: 1))
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let actual = tray.sum(measure, over: tray.items.filter { tray.meets($0, condition) })
    return [
      RuleCheck(
        frame, row: frame.name, kind: measure.isCount ? .count : .amount, required: range, actual: actual)
    ]
  }
}

extension SumRule {
  func demand(ofRow _: Int?) -> RuleDemand {
    RuleDemand(form: .sum, kind: measure.isCount ? .count : .amount, required: range)
  }

  func asking(_ range: Bounds?, ofRow _: Int?) -> SumRule? {
    range.map { SumRule(measure: measure, location: location, condition: condition, range: $0) }
  }

  var measures: [Measure] { [measure] }

  var unitName: String { measure == .minutes ? "minute" : measure.name }

  func countsItems(at key: String) -> Bool { key == "range" && measure.isCount }

  func tally(ofValue _: String?) -> RowTally? { RowTally(.sum(measure), [condition]) }

  func conditions(ofRow _: Int?) -> [Where] { [condition] }

  var arithmetic: RuleArithmetic? { .sum(measure, range: range, isOfAll: condition.clauses.isEmpty) }

  var modelForm: ModelForm? { .rows(.sum, measure) }
}
