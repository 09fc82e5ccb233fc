import Lineup

extension ReportTable {
  /// How a figure of a row follows from the rows of the tray, so that a workbook can count again what a person
  /// changed.
  package struct Tally: Sendable, Equatable {
    /// What is counted or summed of the rows that meet every criterion.
    package struct Sum: Sendable, Equatable {
      /// The key of the column that is summed; `nil` where rows are counted.
      package var column: String?
      package var criteria: [Criterion]
    }

    /// What a row's cell must be to count.
    package struct Criterion: Sendable, Equatable {
      package enum Test: Sendable, Equatable {
        /// One of these texts; of a column of tags, one of its tags.
        case anyOf([String])
        case noneOf([String])
        case within(Bounds)
      }

      /// The key of the column.
      package var column: String
      package var test: Test
    }

    package var part: Sum
    /// What the part is divided by; `nil` where it is the figure.
    package var whole: Sum?
    /// What the row asks for.
    package var bounds: Bounds
    /// The columns with the figure and with whether it holds.
    package var figure: Int
    package var verdict: Int
  }
}

extension ReportTable.Tally {
  /// - Returns: `nil` where the tray's columns do not show what the row counts.
  init?(_ tally: RowTally, asking bounds: Bounds, of catalog: Catalog, figure: Int, verdict: Int) {
    guard let criteria = Self.criteria(tally.conditions, catalog) else { return nil }
    self.bounds = bounds
    self.figure = figure
    self.verdict = verdict
    switch tally.figure {
    case .sum(let measure):
      guard let column = Self.column(of: measure) else { return nil }
      part = Sum(column: column.key, criteria: criteria)
    case .share(let measure, let among):
      guard let column = Self.column(of: measure), let others = Self.criteria(among, catalog) else {
        return nil
      }
      part = Sum(column: column.key, criteria: criteria)
      whole = Sum(column: column.key, criteria: others)
    case .average(let name):
      guard let column = Self.column(of: .column(name)) else { return nil }
      part = Sum(column: column.key, criteria: criteria)
      whole = Sum(column: nil, criteria: criteria)
    case .mean(let measure):
      guard let column = Self.column(of: measure) else { return nil }
      part = Sum(column: column.key, criteria: criteria)
      whole = Sum(column: nil, criteria: criteria)
    }
  }

  /// What a measure is in a tray's table.
  private enum Counted {
    case rows
    case column(String)

    var key: String? { if case .column(let key) = self { key } else { nil } }
  }

  /// - Returns: `nil` for what is no column of a tray.
  private static func column(of measure: Measure) -> Counted? {
    switch measure {
    case .items: .rows
    case .minutes, .units, .gmv, .margin, .offerPrice, .saving: .column(measure.name)
    case .stockValue: nil
    case .column(let name): HeaderName.normalized(name) == "price" ? .column("price") : nil
    }
  }

  /// The key of a catalog's column in the table of a tray.
  static func key(of column: CatalogColumn) -> String {
    column.canonical?.rawValue ?? HeaderName.normalized(column.name)
  }

  private static func criteria(_ conditions: [Where], _ catalog: Catalog) -> [Criterion]? {
    var criteria: [Criterion] = []
    for clause in conditions.flatMap({ $0.clauses }) {
      guard let criterion = criterion(clause, catalog) else { return nil }
      criteria.append(criterion)
    }
    return criteria
  }

  private static func criterion(_ clause: Where.Clause, _ catalog: Catalog) -> Criterion? {
    let name = HeaderName.normalized(clause.attribute)
    if name == Attribute.inSeasonName {
      guard case .equals(let text, _) = clause.condition, let truth = ScalarText.truth(text) else {
        return nil
      }
      // A tray without the column has nothing but items in season.
      return Criterion(
        column: "season_index", test: .within(truth ? Bounds(lower: 1) : Bounds(upper: 0.999_999_999)))
    }
    if name == CanonicalColumn.spu.rawValue {
      return texts(clause.condition).map { Criterion(column: name, test: $0) }
    }
    if name == Attribute.pitchName {
      return texts(clause.condition).map { Criterion(column: "pitch", test: $0) }
    }
    guard let position = catalog.position(of: clause.attribute) else { return nil }
    let column = catalog.columns[position]
    let key = key(of: column)
    switch column.values {
    case .numbers:
      guard case .equals(let text, _) = clause.condition, let range = try? column.bounds(reading: text) else {
        return nil
      }
      return Criterion(column: key, test: .within(range))
    case .text:
      return texts(clause.condition).map { Criterion(column: key, test: $0) }
    case .tags(_, let sets):
      guard let test = texts(clause.condition) else { return nil }
      // A tag is looked for within the cell, so no other may hold it.
      let tags = Set(sets.flatMap(\.self))
      let asked: [String]
      switch test {
      case .anyOf(let texts) where texts.count == 1: asked = texts
      case .noneOf(let texts): asked = texts
      default: return nil
      }
      guard asked.allSatisfy({ text in !tags.contains { $0 != text && $0.contains(text) } }) else {
        return nil
      }
      let inside = asked.map { "*\($0)*" }
      return Criterion(
        column: key, test: { if case .noneOf = test { .noneOf(inside) } else { .anyOf(inside) } }())
    }
  }

  /// The texts that a condition asks for, or does not want.
  private static func texts(_ condition: Condition) -> Criterion.Test? {
    func plain(_ condition: Condition) -> [String]? {
      switch condition {
      case .equals(let text, _): text.contains { "*?~<>=\"".contains($0) } ? nil : [text]
      case .anyOf(let inner):
        inner.reduce([String]?.some([])) { texts, next in
          guard let texts, let more = plain(next) else { return nil }
          return texts + more
        }
      case .not, .has: nil
      }
    }
    if case .not(let inner) = condition { return plain(inner).map { .noneOf($0) } }
    return plain(condition).map { .anyOf($0) }
  }
}
