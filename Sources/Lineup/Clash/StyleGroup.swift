import Optimization

/// The styles that count towards a row: what they have in common and how many they are.
struct StyleGroup {
  private let conditions: [Where]

  /// - Returns: `nil` for a row that counts no group of styles.
  init?(_ row: RuleRow, in scenario: Scenario) {
    conditions = scenario.allRules[row.position].rule.conditions(ofRow: row.offset)
    if conditions.allSatisfy(\.clauses.isEmpty) { return nil }
  }

  private init(conditions: [Where]) {
    self.conditions = conditions
  }

  /// The styles that are in both.
  func and(_ other: StyleGroup) -> StyleGroup {
    StyleGroup(conditions: conditions + other.conditions)
  }

  /// Whether it asks for an offer: a style may have one in one group and another in the other.
  func asksForOffer(in show: Show) -> Bool { !offers(in: show).isEmpty }

  /// The offers of which a style must have one; none where it may do without.
  func offers(in show: Show) -> [String] {
    guard show.scenario.offers != nil else { return [] }
    return conditions.flatMap(\.clauses).filter {
      HeaderName.normalized($0.attribute) == Attribute.offerName
    }.flatMap { Self.values($0.condition) }
  }

  // MARK: Traits

  func traits(in show: Show) -> [StyleTrait] {
    conditions.flatMap(\.clauses).map { trait($0.condition, $0.attribute, show) }
  }

  private func trait(_ condition: Condition, _ attribute: String, _ show: Show) -> StyleTrait {
    switch condition {
    case .not(let inner): return .not(trait(inner, attribute, show))
    case .has(let isFilled): return .has(attribute, isFilled)
    case .anyOf(let inner): return .anyOf(inner.map { trait($0, attribute, show) })
    case .equals(let text, _):
      let name = HeaderName.normalized(attribute)
      if name == Attribute.inSeasonName {
        return .inSeason(ScalarText.truth(text) == true)
      }
      if name == Attribute.pitchName { return .pitch(text) }
      if name == Attribute.offerName, show.scenario.offers != nil { return .offer(text) }
      guard let column = show.catalog.position(of: attribute),
        case .numbers = show.catalog.columns[column].values
      else { return .value(text) }
      return .number(text, of: attribute)
    }
  }

  /// The values of which the catalog has none, where a condition asks for them.
  func absence(in show: Show) -> ConflictReason? {
    for clause in conditions.flatMap(\.clauses) {
      guard let position = show.catalog.position(of: clause.attribute) else { continue }
      let known: [String]
      switch show.catalog.columns[position].values {
      case .text(_, let values): known = values
      case .tags(_, let sets): known = sets.flatMap(\.self)
      case .numbers: continue
      }
      let asked = Self.values(clause.condition)
      if !asked.isEmpty, asked.allSatisfy({ !known.contains($0) }) {
        return .noStyle(attribute: clause.attribute, values: asked)
      }
    }
    return nil
  }

  /// The values of which a style must have one; none where it may do without.
  private static func values(_ condition: Condition) -> [String] {
    switch condition {
    case .equals(let text, _): return [text]
    case .anyOf(let inner):
      let each = inner.map(values)
      return each.contains(where: \.isEmpty) ? [] : each.flatMap(\.self)
    case .not, .has: return []
    }
  }

  // MARK: Number

  func counted(in show: Show) -> CountedStyles {
    CountedStyles(count: rows(in: show).count, traits: traits(in: show))
  }

  private func scope(in show: Show) -> Scope {
    let binder = RuleBinder(
      catalog: show.catalog, pitches: show.scenario.pitches,
      inSeason: show.seasonIndex.map { $0 >= 1 ? Int32(1) : 0 }, options: OptionTable(), reader: NodeReader(),
      offers: show.offerTable)
    return conditions.reduce(Scope.all) { $0.and(binder.scope($1)) }
  }

  /// The catalog rows of the candidates in the group.
  func rows(in show: Show) -> Set<Int> {
    var rows: Set<Int> = []
    show.options.forEach(in: scope(in: show)) { row, _ in rows.insert(row) }
    return rows
  }

  /// How many of the group a cap on each value of an attribute lets in, and how many values there are;
  /// `nil` where a style may have several values, or none.
  func allowance(
    of cap: (attribute: String, most: Double), in show: Show
  ) -> (styles: Int, values: Int)? {
    guard let column = show.catalog.position(of: cap.attribute),
      case .text(let codes, _) = show.catalog.columns[column].values
    else { return nil }
    let counts = Dictionary(rows(in: show).map { (codes[$0], 1) }, uniquingKeysWith: +)
    guard counts[-1] == nil else { return nil }
    return (counts.values.reduce(0) { $0 + min($1, Int(saturating: cap.most)) }, counts.count)
  }
}
