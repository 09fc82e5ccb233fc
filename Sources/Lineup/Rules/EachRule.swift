/// The same range of counts for every value of an attribute that occurs among the options meeting
/// `where`; an SPU without a value is in no group.
///
/// ## Formulation
///
///     lower <= sum over (i,f) with A = v meeting `where` of x(i,f) <= upper     for each v that occurs
///
/// ## Example
///
///     look-alikes: { each: family, items: 0..1 }
///
/// Adds a row `NAME: v` for each value that occurs, a non-zero for each option with that value.
struct EachRule: RuleForm {
  static let form = "each"
  static let keys = ["items", "where"]

  var attribute: String
  var location: SourceLocation
  var condition: Where
  var range: Bounds

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> EachRule? {
    let attribute = reader.text(node, key: form)
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    guard let itemsNode = section["items"] else {
      reader.report(.missingKey("items", place: section.place), at: section.location)
      return nil
    }
    guard let attribute, let condition, let range = reader.countBounds(itemsNode, key: "items") else {
      return nil
    }
    return EachRule(attribute: attribute, location: node.location, condition: condition, range: range)
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    guard let bound = binder.attribute(attribute, at: location) else { return }
    switch bound {
    case .text(let codes, let values): formulate(frame, codes, values, scope, in: &binder)
    case .tags(let codes, let sets):
      formulate(frame, codes, ValueIndex(sets: sets), scope, in: &binder)
    case .numbers(let numbers):
      var occurring: Set<Double> = []
      binder.options.forEach(in: scope) { row, _ in
        if !numbers[row].isNaN { occurring.insert(numbers[row]) }
      }
      let sorted = occurring.sorted()
      let first = addRows(frame, labels: sorted.map(plain), in: &binder)
      let rows = Dictionary(
        uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32(first + $0)) })
      binder.plan.add(
        Term(scope: scope, rows: .numbers(numbers, rowOfNumber: rows), measure: .items, factor: 1))
    case .pitch:
      var occurs = [Bool](repeating: false, count: binder.pitches.count)
      binder.options.forEach(in: scope) { _, pitch in occurs[pitch] = true }
      let occurring = occurs.indices.filter { occurs[$0] }
      let first = addRows(frame, labels: occurring.map { binder.pitches[$0].name }, in: &binder)
      var rows = [Int32](repeating: -1, count: occurs.count)
      for (offset, pitch) in occurring.enumerated() { rows[pitch] = Int32(first + offset) }
      binder.plan.add(Term(scope: scope, rows: .pitches(rows), measure: .items, factor: 1))
    case .offer:
      let names = binder.offerNames ?? []
      var occurs = [Bool](repeating: false, count: names.count)
      let options = binder.options
      options.forEach(in: scope, 0..<options.count) { option, _, _ in occurs[options.offer(option)] = true }
      let occurring = occurs.indices.filter { occurs[$0] }
      let first = addRows(frame, labels: occurring.map { names[$0] }, in: &binder)
      var rows = [Int32](repeating: -1, count: occurs.count)
      for (offset, offer) in occurring.enumerated() { rows[offer] = Int32(first + offset) }
      binder.plan.add(Term(scope: scope, rows: .offers(rows), measure: .items, factor: 1))
    }
  }

  /// Text has one value a code, of which there may be hundreds of thousands: no index of them is needed.
  private func formulate(
    _ frame: RuleFrame, _ codes: [Int32], _ values: [String], _ scope: Scope, in binder: inout RuleBinder
  ) {
    var occurs = [Bool](repeating: false, count: values.count)
    binder.options.forEach(in: scope) { row, _ in
      if codes[row] >= 0 { occurs[Int(codes[row])] = true }
    }
    let occurring = occurs.indices.filter { occurs[$0] }
    let first = addRows(frame, labels: occurring.map { values[$0] }, in: &binder)
    var rowOfCode = [Int32](repeating: -1, count: values.count)
    for (offset, code) in occurring.enumerated() { rowOfCode[code] = Int32(first + offset) }
    binder.plan.add(
      Term(scope: scope, rows: .codes(codes, CodeRows(rowOfCode: rowOfCode)), measure: .items, factor: 1))
  }

  private func formulate(
    _ frame: RuleFrame, _ codes: [Int32], _ index: ValueIndex, _ scope: Scope,
    in binder: inout RuleBinder
  ) {
    var codeOccurs = [Bool](repeating: false, count: index.valuesOfCode.count)
    binder.options.forEach(in: scope) { row, _ in
      if codes[row] >= 0 { codeOccurs[Int(codes[row])] = true }
    }
    var occurs = [Bool](repeating: false, count: index.values.count)
    for code in codeOccurs.indices where codeOccurs[code] {
      for value in index.valuesOfCode[code] { occurs[Int(value)] = true }
    }
    let occurring = occurs.indices.filter { occurs[$0] }
    let first = addRows(frame, labels: occurring.map { index.values[$0] }, in: &binder)
    var rowOfValue = [Int32](repeating: -1, count: index.values.count)
    for (offset, value) in occurring.enumerated() { rowOfValue[value] = Int32(first + offset) }
    let rowsOfCode = index.valuesOfCode.map { $0.map { rowOfValue[Int($0)] }.filter { $0 >= 0 } }
    binder.plan.add(
      Term(scope: scope, rows: .codes(codes, CodeRows(rowsOfCode)), measure: .items, factor: 1))
  }

  private func addRows(_ frame: RuleFrame, labels: [String], in binder: inout RuleBinder) -> Int {
    binder.plan.addBlock(
      rule: frame.name, labels: .values(labels),
      bounds: [Bounds](repeating: range, count: labels.count), penalty: frame.penalty)
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let items = tray.items.filter { tray.meets($0, condition) }
    var counts: [String: Int] = [:]
    var order: [String] = []
    func enter(_ value: String, adding count: Int) {
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += count
    }
    if range.lower > 0 {
      for value in tray.occurringValues(of: attribute, where: condition) { enter(value, adding: 0) }
    }
    for item in items {
      for value in tray.values(of: attribute, for: item) { enter(value, adding: 1) }
    }
    return order.map { value in
      RuleCheck(
        frame, row: "\(frame.name): \(value)", kind: .count, required: range,
        actual: Double(counts[value] ?? 0))
    }
  }
}

extension EachRule {
  func demand(ofRow _: Int?) -> RuleDemand { RuleDemand(form: .each, kind: .count, required: range) }

  func asking(_ range: Bounds?, ofRow _: Int?) -> EachRule? {
    range.map { EachRule(attribute: attribute, location: location, condition: condition, range: $0) }
  }

  var isOneRange: Bool { true }

  func tally(ofValue value: String?) -> RowTally? {
    value.map { RowTally(items: attribute, value: $0, at: location, meeting: condition) }
  }

  func countsItems(at key: String) -> Bool { key == "items" }

  var capOfEachValue: (attribute: String, most: Double)? {
    condition.clauses.isEmpty && range.upper.isFinite ? (attribute, range.upper) : nil
  }

  var arithmetic: RuleArithmetic? { .each(attribute: attribute, range: range) }

  var modelForm: ModelForm? { .rows(.sum, .items) }
}
