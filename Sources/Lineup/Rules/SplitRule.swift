/// For each listed value of an attribute, the count of selected options with that value and meeting
/// `where` lies within the value's range. For a numeric attribute the values are ranges (price bands).
///
/// ## Formulation
///
///     lower(v) <= sum over (i,f) with A = v meeting `where` of x(i,f) <= upper(v)     for each v
///
/// ## Example
///
///     gender: { split: gender, items: { women: 30, kids: 20, men: 10 } }
///
/// Adds a row `NAME: v` for each listed value, a non-zero for each option with that value.
struct SplitRule: RuleForm {
  static let form = "split"
  static let keys = ["items", "where"]

  /// A listed value and its quota.
  struct Quota: Sendable {
    /// As written.
    var value: String
    /// As the catalog spells it.
    var standing: String
    var location: SourceLocation
    var range: Bounds
  }

  var attribute: String
  var location: SourceLocation
  var condition: Where
  var quotas: [Quota]

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> SplitRule? {
    let attribute = reader.text(node, key: form)
    let condition = section["where"].map { reader.condition($0) } ?? Where()
    guard let itemsNode = section["items"] else {
      reader.report(.missingKey("items", place: section.place), at: section.location)
      return nil
    }
    guard let entries = reader.mapping(itemsNode, key: "items", expected: "values to ranges") else {
      return nil
    }
    let quotas = entries.filter { !$0.value.isNull }.compactMap { entry -> Quota? in
      guard let range = reader.countBounds(entry.value, key: entry.key) else { return nil }
      let value = CatalogText.normalized(entry.key)
      return Quota(value: value, standing: value, location: entry.keyLocation, range: range)
    }
    guard let attribute, let condition else { return nil }
    return SplitRule(
      attribute: attribute, location: node.location, condition: condition, quotas: quotas)
  }

  mutating func spell(_ spelling: CatalogSpelling) {
    condition = spelling.standing(condition)
    for position in quotas.indices {
      quotas[position].standing = spelling.standing(quotas[position].value, of: attribute)
    }
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let scope = binder.scope(condition)
    guard let bound = binder.attribute(attribute, at: location) else { return }
    let first = binder.plan.addBlock(
      rule: frame.name, labels: .values(quotas.map(\.value)), bounds: quotas.map(\.range),
      penalty: frame.penalty)
    func row(_ offset: Int) -> Int32 { Int32(first + offset) }
    let rows: RowSelector
    switch bound {
    case .text(let codes, let values):
      rows = .codes(codes, CodeRows(rowsOfCode(ValueIndex(texts: values), row, binder)))
    case .tags(let codes, let sets):
      rows = .codes(codes, CodeRows(rowsOfCode(ValueIndex(sets: sets), row, binder)))
    case .numbers(let numbers):
      var bands: [(bounds: Bounds, row: Int32)] = []
      for (offset, quota) in quotas.enumerated() {
        let column = binder.catalog.position(of: attribute).map { binder.catalog.columns[$0] }
        guard let band = try? column?.bounds(reading: quota.value) else {
          binder.reader.report(
            .invalidScalar(
              key: attribute, text: quota.value, expected: "a number or a range such as 100..300"),
            at: quota.location)
          continue
        }
        bands.append((band, row(offset)))
      }
      rows = .bands(numbers, bands)
    case .pitch:
      let index = ValueIndex(texts: binder.pitches.map(\.name))
      rows = .pitches(rowsOfCode(index, row, binder).map { $0.first ?? -1 })
    case .offer:
      let index = ValueIndex(texts: binder.offerNames ?? [])
      rows = .offers(rowsOfCode(index, row, binder).map { $0.first ?? -1 })
    }
    binder.plan.add(Term(scope: scope, rows: rows, measure: .items, factor: 1))
  }

  /// The rows of each code; values that no style has are reported, and their rows are empty.
  private func rowsOfCode(
    _ index: ValueIndex, _ row: (Int) -> Int32, _ binder: RuleBinder
  ) -> [[Int32]] {
    var rowOfValue = [Int32](repeating: -1, count: index.values.count)
    for (offset, quota) in quotas.enumerated() {
      guard let position = index.position(of: quota.standing) else {
        binder.reportUnknown(quota.value, of: attribute, known: index.values, at: quota.location)
        continue
      }
      // The same spelling twice makes the same row twice, which is told of every rule.
      if rowOfValue[position] >= 0, quotas[..<offset].allSatisfy({ $0.value != quota.value }) {
        binder.reader.report(.listedTwice(quota.standing, key: "items"), at: quota.location)
      }
      rowOfValue[position] = row(offset)
    }
    return index.valuesOfCode.map { $0.map { rowOfValue[Int($0)] }.filter { $0 >= 0 } }
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let items = tray.items.filter { tray.meets($0, condition) }
    return quotas.map { quota in
      let actual = items.count { tray.holds($0, attribute: attribute, value: quota.standing) }
      return RuleCheck(
        frame, row: "\(frame.name): \(quota.value)", kind: .count, required: quota.range,
        actual: Double(actual))
    }
  }
}

extension SplitRule {
  func demand(ofRow offset: Int?) -> RuleDemand {
    RuleDemand(form: .sum, kind: .count, required: quotas[offset ?? 0].range)
  }

  /// A quota that is dropped stays, without a range.
  func asking(_ range: Bounds?, ofRow offset: Int?) -> SplitRule? {
    var changed = self
    if range == nil, offset == nil { return nil }
    changed.quotas[offset ?? 0].range = range ?? Bounds()
    return changed
  }

  func tally(ofValue value: String?) -> RowTally? {
    quotas.first { $0.value == value }.map { quota in
      RowTally(items: attribute, value: quota.standing, at: quota.location, meeting: condition)
    }
  }

  func countsItems(at key: String) -> Bool { key == "items" }

  func conditions(ofRow offset: Int?) -> [Where] {
    guard let offset else { return [] }
    let quota = quotas[offset]
    let clause = Where.Clause(
      attribute: attribute, attributeLocation: location,
      condition: .equals(quota.standing, at: quota.location))
    return [Where(clauses: [clause]), condition]
  }

  var grouping: (attribute: String, values: [String])? { (attribute, quotas.map(\.value)) }

  var arithmetic: RuleArithmetic? {
    .quotas(attribute: attribute, quotas.map { .init(value: $0.value, range: $0.range) })
  }

  var modelForm: ModelForm? { .rows(.sum, .items) }
}
