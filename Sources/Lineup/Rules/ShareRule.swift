/// The share that the options meeting `where` and `of` have in a measure summed over those meeting
/// `of` lies within a range. A share of nothing holds.
///
/// ## Formulation
///
///     sum over (`where` and `of`) of M x  -  lower sum over `of` of M x  >=  0     (least)
///     sum over (`where` and `of`) of M x  -  upper sum over `of` of M x  <=  0     (most)
///
/// ## Example
///
///     hero ratio: { share: items, where: { role: hero }, range: 15%..25% }
///
/// Adds a row for each end of the range, each with a non-zero for each option that meets `of`.
struct ShareRule: RuleForm {
  static let form = "share"
  static let keys = ["where", "of", "range"]

  var measure: Measure
  var location: SourceLocation
  var condition: Where
  var whole: Where
  var range: Bounds

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> ShareRule? {
    let measure = reader.text(node, key: form).map(reader.measure(named:))
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    let whole = section["of"].map { reader.condition($0, key: "of") } ?? Where()
    guard let rangeNode = section["range"] else {
      reader.report(.missingKey("range", place: section.place), at: section.location)
      return nil
    }
    let range = reader.bounds(rangeNode, key: "range", shares: true)
    guard let measure, let condition, let whole, let range else { return nil }
    return ShareRule(
      measure: measure, location: node.location, condition: condition, whole: whole, range: range)
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
    whole = spelling.standing(whole)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let whole = binder.scope(whole)
    let part = whole.and(binder.scope(condition))
    let sides = RatioSides(range)
    let factor = sides.factors.reduce(1) { max($0, abs($1)) }
    guard let bound = binder.measure(measure, at: location, factor: factor) else { return }
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .sides(sides.labels), bounds: sides.bounds, penalty: frame.penalty)
    for (offset, factor) in sides.factors.enumerated() {
      let row = RowSelector.one(Int32(first + offset))
      binder.plan.add(Term(scope: part, rows: row, measure: bound, factor: 1))
      binder.plan.add(Term(scope: whole, rows: row, measure: bound, factor: -factor, isCompared: true))
    }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let wholeItems = tray.items.filter { tray.meets($0, whole) }
    let part = tray.sum(measure, over: wholeItems.filter { tray.meets($0, condition) })
    let total = tray.sum(measure, over: wholeItems)
    return [RuleCheck(frame, kind: .share, required: range, part: part, whole: total)]
  }
}

extension ShareRule {
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .ratio, kind: .share, required: range) }

  func asking(_ range: Bounds?, ofRow _: Int?) -> ShareRule? {
    range.map {
      ShareRule(measure: measure, location: location, condition: condition, whole: whole, range: $0)
    }
  }

  var measures: [Measure] { [measure] }

  func tally(ofValue _: String?) -> RowTally? {
    RowTally(.share(measure, among: [whole].filter { !$0.clauses.isEmpty }), [condition, whole])
  }

  func conditions(ofRow _: Int?) -> [Where] { [condition, whole] }

  var isShareOfItems: Bool { measure == .items && whole.clauses.isEmpty }

  func cautions(_ frame: RuleFrame) -> [Caution] {
    [range.lower, range.upper].filter { $0 > 1 && $0 < .infinity }.map {
      .largeShare(rule: frame.name, $0)
    }
  }

  func impossibilities(_ frame: RuleFrame) -> [Impossibility] {
    range.lower > 1 ? [.shareAboveWhole(rule: frame.name, range: range)] : []
  }

  var arithmetic: RuleArithmetic? { isShareOfItems ? .shareOfItems(range: range) : nil }

  var modelForm: ModelForm? { .rows(.share, measure) }
}

/// The two inequalities of a ratio within a range.
struct RatioSides {
  var labels: [String] = []
  /// The range of the homogeneous row.
  var bounds: [Bounds] = []
  /// What the whole is multiplied by before it is taken off.
  var factors: [Double] = []

  init(_ range: Bounds) {
    if range.lower > -.infinity {
      labels.append("least")
      bounds.append(Bounds(lower: 0))
      factors.append(range.lower)
    }
    if range.upper < .infinity {
      labels.append("most")
      bounds.append(Bounds(upper: 0))
      factors.append(range.upper)
    }
  }
}
