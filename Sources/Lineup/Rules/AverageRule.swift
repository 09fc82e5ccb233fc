/// The average of a numeric column over the selected options that meet `where` lies within a range;
/// nothing selected satisfies it, a missing number counts as 0.
///
/// ## Formulation
///
///     sum over `where` of (C(i) - lower) x(i,f)  >=  0     (least)
///     sum over `where` of (C(i) - upper) x(i,f)  <=  0     (most)
///
/// ## Example
///
///     average price: { average: price, range: 150..320 }
///
/// Adds a row for each end of the range, each with a non-zero for each option that meets `where`.
struct AverageRule: RuleForm {
  static let form = "average"
  static let keys = ["where", "range"]

  var column: String
  var location: SourceLocation
  var condition: Where
  var range: Bounds

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> AverageRule? {
    let column = reader.text(node, key: form)
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    guard let rangeNode = section["range"] else {
      reader.report(.missingKey("range", place: section.place), at: section.location)
      return nil
    }
    guard let column, let condition, let range = reader.bounds(rangeNode, key: "range") else { return nil }
    return AverageRule(column: column, location: node.location, condition: condition, range: range)
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    guard let numbers = binder.numbers(column, at: location) else { return }
    binder.checkAmount(.column(numbers), named: column, factor: 1, at: location)
    let sides = RatioSides(range)
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .sides(sides.labels), bounds: sides.bounds, penalty: frame.penalty)
    for (offset, factor) in sides.factors.enumerated() {
      let row = RowSelector.one(Int32(first + offset))
      binder.plan.add(Term(scope: scope, rows: row, measure: .column(numbers), factor: 1))
      binder.plan.add(Term(scope: scope, rows: row, measure: .items, factor: -factor, isCompared: true))
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let items = tray.items.filter { tray.meets($0, condition) }
    return [
      RuleCheck(
        frame, kind: .average, required: range, part: tray.sum(.column(column), over: items),
        whole: Double(items.count))
    ]
  }
}

extension AverageRule {
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .ratio, kind: .average, required: range) }

  func asking(_ range: Bounds?, ofRow _: Int?) -> AverageRule? {
    range.map { AverageRule(column: column, location: location, condition: condition, range: $0) }
  }

  var measures: [Measure] { [.column(column)] }

  func tally(ofValue _: String?) -> RowTally? { RowTally(.average(column: column), [condition]) }

  var unitName: String { column }

  var arithmetic: RuleArithmetic? {
    condition.clauses.isEmpty ? .average(column: column, range: range) : nil
  }

  var modelForm: ModelForm? { .rows(.average, .column(column)) }
}
