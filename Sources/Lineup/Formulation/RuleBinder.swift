/// Binds rules to a catalog: resolves names and values, reports those that are unknown, and gathers
/// the rows.
struct RuleBinder {
  let catalog: Catalog
  let pitches: [Pitch]
  let options: OptionTable
  /// Codes of the derived attribute `in_season`: 1 for true, 0 for false.
  let inSeason: [Int32]
  let reader: NodeReader
  /// How many items a tray has at most.
  let mostItems: Double
  /// The offers; `nil` in a show without, and while they are bound themselves.
  var offers: OfferTable?
  /// The values of the attribute `offer`; `nil` in a scenario without offers.
  var offerNames: [String]?
  /// Whether values match whatever their spelling, and may be those of no row: as for rows of a file.
  var isOfRows = false
  var plan = RowPlan()

  private static let truthValues = ["false", "true"]

  init(
    catalog: Catalog, pitches: [Pitch], inSeason: [Int32], options: OptionTable, reader: NodeReader,
    mostItems: Double = .infinity, offers: OfferTable? = nil, offerNames: [String]? = nil
  ) {
    self.offers = offers
    self.offerNames = offerNames ?? offers?.plan.names
    self.catalog = catalog
    self.pitches = pitches
    self.inSeason = inSeason
    self.options = options
    self.reader = reader
    self.mostItems = mostItems
  }

  // MARK: Names

  /// The attribute of that name, or `nil` and a report.
  func attribute(_ name: String, at location: SourceLocation) -> Attribute? {
    switch HeaderName.normalized(name) {
    case _ where isOfRows: break
    case Attribute.pitchName: return .pitch
    case Attribute.offerName where offerNames != nil: return .offer
    case Attribute.inSeasonName: return .text(codes: inSeason, values: Self.truthValues)
    default: break
    }
    guard let column = column(name, at: location) else { return nil }
    switch column.values {
    case .text(let codes, let values): return .text(codes: codes, values: values)
    case .tags(let codes, let sets): return .tags(codes: codes, sets: sets)
    case .numbers(let numbers): return .numbers(numbers)
    }
  }

  private func column(_ name: String, at location: SourceLocation) -> CatalogColumn? {
    switch catalog.lookup(name) {
    case .found(let position):
      guard let question = catalog.columns[position].question else { return catalog.columns[position] }
      reader.report(question)
      return nil
    case .ambiguous(let headers):
      reader.report(.ambiguousAttribute(name, headers: headers), at: location)
    case nil:
      let known =
        catalog.columns.map(\.name)
        + (isOfRows
          ? []
          : [Attribute.pitchName, Attribute.inSeasonName] + (offerNames == nil ? [] : [Attribute.offerName]))
      reader.report(.unknownAttribute(name, known: known), at: location)
    }
    return nil
  }

  /// The numbers of a column, or `nil` and a report.
  func numbers(_ name: String, at location: SourceLocation) -> [Double]? {
    guard let column = column(name, at: location) else { return nil }
    if case .numbers(let numbers) = column.values { return numbers }
    let example = (0..<catalog.count).lazy.compactMap { column.values.text(row: $0) }.first {
      ScalarText.number($0) == nil
    }
    reader.report(.notNumeric(attribute: name, example: example), at: location)
    return nil
  }

  /// The measure with its column, or `nil` and a report; one of which a tray may hold too much is reported.
  /// - Parameter factor: what its values are multiplied by at most.
  func measure(_ measure: Measure, at location: SourceLocation, factor: Double = 1) -> BoundMeasure? {
    let bound = bound(measure, at: location)
    if let bound { checkAmount(bound, named: measure.name, factor: factor, at: location) }
    return bound
  }

  private func bound(_ measure: Measure, at location: SourceLocation) -> BoundMeasure? {
    switch measure {
    case .items: return .items
    case .minutes: return .minutes
    case .units: return .units
    case .gmv: return .gmv
    case .margin: return .margin
    case .stockValue: return .stockValue
    case .offerPrice: return .offerPrice
    case .saving: return .saving
    case .column(let name):
      if catalog.lookup(name) == nil {
        let numeric = catalog.columns.filter { column in
          if case .numbers = column.values { true } else { false }
        }
        reader.report(
          .unknownMeasure(
            name,
            known: (Measure.named + (offerNames == nil ? [] : Measure.ofOffers)).map(\.name)
              + numeric.map(\.name)), at: location)
        return nil
      }
      return numbers(name, at: location).map { .column($0) }
    }
  }

  /// The catalog row of an SPU, or `nil` and a report.
  func style(_ reference: SPUReference) -> Int? {
    if let row = catalog.row(ofSPU: reference.spu) { return row }
    let near = catalog.count <= 200_000 ? Nearest.name(to: reference.spu, among: catalog.spus, limit: 1) : nil
    reader.report(.unknownSPU(reference.spu, nearest: near), at: reference.location)
    return nil
  }

  func pitch(_ name: String, at location: SourceLocation) -> Int? {
    if let position = pitches.firstIndex(where: { $0.name == name }) { return position }
    reader.report(.unavailablePitch(name, known: pitches.map(\.name)), at: location)
    return nil
  }

  /// The number of an offer, 0 for none, or `nil` and a report.
  func offer(_ name: String, at location: SourceLocation) -> Int? {
    let names = offerNames ?? [OfferPlan.none]
    guard let position = names.firstIndex(of: name) else {
      reader.report(.unknownOffer(name, known: names), at: location)
      return nil
    }
    if position > 0, offers?.plan.kinds[position - 1].isShowWide == true {
      reader.report(.offerOfWholeShow(name), at: location)
      return nil
    }
    return position
  }

  // MARK: Conditions

  /// A `where` as a scope; clauses that cannot be bound are reported and left out.
  func scope(_ condition: Where, allowsPitch: Bool = true) -> Scope {
    var scope = Scope()
    for clause in condition.clauses {
      guard let attribute = attribute(clause.attribute, at: clause.attributeLocation) else { continue }
      switch attribute {
      case .pitch:
        guard allowsPitch else {
          reader.report(.pitchNotHere, at: clause.attributeLocation)
          continue
        }
        check(clause, among: ValueIndex(texts: pitches.map(\.name)))
        let allowed = pitches.map { holds(clause.condition, for: [$0.name]) }
        scope = scope.and(Scope(pitches: allowed))
      case .offer:
        guard allowsPitch else {
          reader.report(.offerNotHere, at: clause.attributeLocation)
          continue
        }
        let names = offerNames ?? []
        forEachValue(clause.condition) { text, location in
          if !names.contains(text) { reader.report(.unknownOffer(text, known: names), at: location) }
        }
        scope = scope.and(Scope(offers: names.map { holds(clause.condition, for: [$0]) }))
      case .text(let codes, let values):
        var condition = clause.condition
        if !isOfRows, HeaderName.normalized(clause.attribute) == Attribute.inSeasonName {
          guard let truth = truthCondition(clause.condition, clause) else { continue }
          condition = truth
        } else if catalog.position(of: clause.attribute).map({ catalog.columns[$0].isDays }) == true {
          guard let days = dayCondition(clause.condition, clause) else { continue }
          let allowed = [days.holds(nil)] + values.map { days.holds($0) }
          scope.styleTests.append(.codes(codes, allowed: allowed))
          continue
        } else {
          check(clause, among: ValueIndex(texts: values))
        }
        let allowed = [holds(condition, for: [])] + values.map { holds(condition, for: [$0]) }
        scope.styleTests.append(.codes(codes, allowed: allowed))
      case .tags(let codes, let sets):
        check(clause, among: ValueIndex(sets: sets))
        let allowed =
          [holds(clause.condition, for: [])] + sets.map { holds(clause.condition, for: $0) }
        scope.styleTests.append(.codes(codes, allowed: allowed))
      case .numbers(let numbers):
        guard let column = catalog.position(of: clause.attribute).map({ catalog.columns[$0] }),
          let condition = numberCondition(clause.condition, clause, column)
        else { continue }
        scope.styleTests.append(.numbers(numbers, condition))
      }
    }
    return scope
  }

  /// Whether a condition holds for a cell with these texts (none where it is missing).
  private func holds(_ condition: Condition, for texts: [String]) -> Bool {
    switch condition {
    case .equals(let text, _):
      isOfRows ? texts.contains { Spelling.areAlike($0, text) } : texts.contains(text)
    case .has(let isFilled): isFilled != texts.isEmpty
    case .anyOf(let conditions): conditions.contains { holds($0, for: texts) }
    case .not(let condition): !holds(condition, for: texts)
    }
  }

  /// Reports the values of a clause that no style has: a slip of the pen is an error; any other value is
  /// one that no style has this time, and a warning.
  private func check(_ clause: Where.Clause, among index: ValueIndex) {
    if isOfRows { return }
    forEachValue(clause.condition) { text, location in
      guard index.position(of: text) == nil else { return }
      reportUnknown(text, of: clause.attribute, known: index.values, at: location)
    }
  }

  func reportUnknown(
    _ value: String, of attribute: String, known: [String], at location: SourceLocation
  ) {
    if offerNames != nil, HeaderName.normalized(attribute) == Attribute.offerName {
      reader.report(.unknownOffer(value, known: known), at: location)
    } else if HeaderName.normalized(attribute) == Attribute.pitchName {
      reader.report(.unavailablePitch(value, known: known), at: location)
    } else if let meant = Nearest.slip(of: value, among: known) {
      reader.report(.unknownValue(value, attribute: attribute, known: [meant]), at: location)
    } else {
      reader.warn(.valueOfNoStyle(value, attribute: attribute, known: known), at: location)
    }
  }

  private func forEachValue(_ condition: Condition, _ body: (String, SourceLocation) -> Void) {
    switch condition {
    case .equals(let text, let location): body(text, location)
    case .anyOf(let conditions): for condition in conditions { forEachValue(condition, body) }
    case .not(let condition): forEachValue(condition, body)
    case .has: break
    }
  }

  private func numberCondition(
    _ condition: Condition, _ clause: Where.Clause, _ column: CatalogColumn
  ) -> NumberCondition? {
    switch condition {
    case .equals(let text, let location):
      do throws(Bounds.ReadingError) {
        return .within(try column.bounds(reading: text))
      } catch {
        reader.report(
          error.kind(key: clause.attribute, text: text, expected: "a number or a range such as 100..300"),
          at: location)
      }
      return nil
    case .anyOf(let conditions):
      let bound = conditions.compactMap { numberCondition($0, clause, column) }
      return bound.count == conditions.count ? .anyOf(bound) : nil
    case .not(let condition):
      return numberCondition(condition, clause, column).map { .not($0) }
    case .has(let isFilled): return .has(isFilled)
    }
  }

  /// The condition with its truth values spelt `true` and `false`.
  private func truthCondition(_ condition: Condition, _ clause: Where.Clause) -> Condition? {
    switch condition {
    case .equals(let text, let location):
      guard let truth = ScalarText.truth(text) else {
        reader.report(
          .invalidScalar(key: clause.attribute, text: text, expected: "true or false"), at: location)
        return nil
      }
      return .equals(truth ? "true" : "false", at: location)
    case .anyOf(let conditions):
      let bound = conditions.compactMap { truthCondition($0, clause) }
      return bound.count == conditions.count ? .anyOf(bound) : nil
    case .not(let condition):
      return truthCondition(condition, clause).map { .not($0) }
    case .has: return condition
    }
  }

  private func dayCondition(_ condition: Condition, _ clause: Where.Clause) -> DayCondition? {
    switch condition {
    case .equals(let text, let location):
      if let range = DayText.range(text) { return .within(range) }
      reader.report(
        .invalidScalar(
          key: clause.attribute, text: text,
          expected: "a day such as 2026-08-31, or days such as 2026-08-01..2026-08-31"), at: location)
      return nil
    case .anyOf(let conditions):
      let bound = conditions.compactMap { dayCondition($0, clause) }
      return bound.count == conditions.count ? .anyOf(bound) : nil
    case .not(let condition): return dayCondition(condition, clause).map { .not($0) }
    case .has(let isFilled): return .has(isFilled)
    }
  }
}
