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
  /// What is averaged.
  var averaged: Measure

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> AverageRule? {
    let column = reader.text(node, key: form)
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    guard let rangeNode = section["range"] else {
      reader.report(.missingKey("range", place: section.place), at: section.location)
      return nil
    }
    guard let column, let condition, let range = reader.bounds(rangeNode, key: "range") else { return nil }
    return AverageRule(
      column: column, location: node.location, condition: condition, range: range,
      averaged: reader.averagedMeasure(column))
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    guard let measure = boundMeasure(in: binder) else { return }
    binder.checkAmount(measure, named: column, factor: 1, at: location)
    let sides = RatioSides(range)
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .sides(sides.labels), bounds: sides.bounds, penalty: frame.penalty)
    for (offset, factor) in sides.factors.enumerated() {
      let row = RowSelector.one(Int32(first + offset))
      binder.plan.add(Term(scope: scope, rows: row, measure: measure, factor: 1))
      binder.plan.add(Term(scope: scope, rows: row, measure: .items, factor: -factor, isCompared: true))
    }
  }

  /// The column, or what has its name in a scenario with offers.
  private func boundMeasure(in binder: RuleBinder) -> BoundMeasure? {
    if case .column = averaged { return binder.numbers(column, at: location).map { .column($0) } }
    return binder.measure(averaged, at: location)
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let items = tray.items.filter { tray.meets($0, condition) }
    return [
      RuleCheck(
        frame, kind: .average, required: range, part: tray.sum(averaged, over: items),
        whole: Double(items.count))
    ]
  }
}

extension AverageRule {
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .ratio, kind: .average, required: range) }

  func asking(_ range: Bounds?, ofRow _: Int?) -> AverageRule? {
    range.map {
      AverageRule(column: column, location: location, condition: condition, range: $0, averaged: averaged)
    }
  }

  var measures: [Measure] { [averaged] }

  func tally(ofValue _: String?) -> RowTally? {
    RowTally(averaged == .column(column) ? .average(column: column) : .mean(averaged), [condition])
  }

  var unitName: String { column }

  var arithmetic: RuleArithmetic? {
    guard case .column = averaged, condition.clauses.isEmpty else { return nil }
    return .average(column: column, range: range)
  }

  var modelForm: ModelForm? { .rows(.average, averaged) }
}
