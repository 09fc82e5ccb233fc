/// Which columns of a file are which: by `columns` of the scenario, by canonical headers, by aliases.
struct HeaderClaims {
  /// A column that `columns` makes.
  struct Mapped {
    var name: String
    var form: ColumnForm
    var source: ColumnSource
  }

  /// Trimmed and in NFC; columns without a header that the scenario names by letter among them.
  let headers: [String]
  let normalized: [String]
  /// How many the file itself has.
  private let headerCount: Int

  private(set) var mapped: [Mapped] = []
  /// Headers taken by name, by place or by letter: they answer to nothing else.
  private(set) var taken: Set<Int> = []
  /// Headers that `columns` tells from others of the same text.
  private(set) var picked: Set<Int> = []
  /// Headers that a form reads.
  private(set) var readByForm: Set<Int> = []
  /// The header of each canonical column that `columns` does not make.
  private(set) var canonical: [CanonicalColumn: Int] = [:]
  private(set) var canonicalOfHeader: [Int: CanonicalColumn] = [:]
  /// Columns of which a problem says why they have no header.
  private(set) var unsettled: [(name: String, problem: Problem)] = []
  private(set) var problems: [Problem] = []

  private let place: SourceLocation
  private let settings: CatalogSettings
  private let empty: Set<Int>
  private let isSheet: Bool
  private var nameOfTaken: [Int: String] = [:]

  init(
    headers: [String], place: SourceLocation, settings: CatalogSettings, empty: Set<Int>, isSheet: Bool
  ) {
    headerCount = headers.count
    var padded = headers.map(CatalogText.normalized)
    if isSheet {
      for letter in settings.columns.flatMap(\.form.references) {
        guard case .letter(let column) = letter else { continue }
        while padded.count <= column { padded.append("") }
      }
    }
    self.headers = padded
    normalized = padded.map(HeaderName.normalized)
    self.place = place
    self.settings = settings
    self.empty = empty
    self.isSheet = isSheet
    if settings.isSurvey { return }
    claimMapped()
    if settings.table == nil {
      claimCanonical()
      checkReserved()
    }
    checkRequired()
  }

  /// Whether a column is beside the table: the file has no header for it.
  func isBeside(_ column: Int) -> Bool { column >= headerCount }

  /// Headers that a table's `where` names.
  var namedByCondition: Set<String> {
    Set((settings.table?.condition.clauses ?? []).map { HeaderName.normalized($0.attribute) })
  }

  // MARK: `columns`

  private mutating func claimMapped() {
    for mapping in settings.columns {
      if mapping.form == .none { continue }
      if mapping.column == nil, settings.table?.isSales != true, Self.isReserved(mapping.name) {
        leaveOpen(mapping.name, Problem(.reservedHeader(mapping.name), at: mapping.location))
        continue
      }
      var columns: [Int] = []
      for reference in mapping.form.references {
        switch bind(reference, of: mapping) {
        case .success(let column): columns.append(column)
        case .failure(let kind): leaveOpen(mapping.name, Problem(kind, at: mapping.location))
        }
      }
      guard columns.count == mapping.form.references.count, !columns.isEmpty else { continue }
      let making: ColumnSource.Making =
        switch mapping.form {
        case .column, .none: .cell
        case .sum: .sum
        case .first: .first
        case .part(let position, _, let by): .part(position, by: by)
        case .before(let mark, _): .before(mark)
        case .after(let mark, _): .after(mark)
        case .join(_, let between): .join(between)
        }
      if mapping.form.leavesHeaders {
        readByForm.formUnion(columns)
      } else if settings.table == nil {
        if let other = nameOfTaken[columns[0]] {
          leaveOpen(
            mapping.name,
            Problem(
              .headerMappedTwice(headers[columns[0]], columns: [other, mapping.name]), at: mapping.location))
          continue
        }
        nameOfTaken[columns[0]] = mapping.name
        taken.insert(columns[0])
      }
      mapped.append(Mapped(name: mapping.name, form: mapping.form, source: ColumnSource(making, columns)))
    }
  }

  private enum Binding {
    case success(Int)
    case failure(Problem.Kind)
  }

  private mutating func bind(_ reference: ColumnReference, of mapping: CatalogSettings.ColumnMapping)
    -> Binding
  {
    if case .letter(let column) = reference {
      if headers.indices.contains(column) { return .success(column) }
      return .failure(.letterBeyondHeaders(ColumnReference.letters(column), headers: headers.count))
    }
    let header = reference.header ?? ""
    let wanted = HeaderName.normalized(header)
    let found = normalized.indices.filter { normalized[$0] == wanted && !wanted.isEmpty }
    if found.isEmpty { return .failure(.unknownHeader(header, known: headers.filter { !$0.isEmpty })) }
    if case .nth(let position, _) = reference {
      guard (1...found.count).contains(position) else {
        return .failure(.headerOfFew(header, nth: position, count: found.count))
      }
      picked.insert(found[position - 1])
      return .success(found[position - 1])
    }
    if found.count > 1 {
      return .failure(.headerGivenTwice(header, column: mapping.name, places: found.map { $0 + 1 }))
    }
    return .success(found[0])
  }

  /// Reports why a column has no header.
  private mutating func leaveOpen(_ name: String, _ problem: Problem) {
    problems.append(problem)
    unsettled.append((name, problem))
  }

  // MARK: Canonical names and aliases

  /// How strongly a header answers to a column: by its name, by an alias, by one that means other things too.
  private static func tiers(of column: CanonicalColumn, in headers: [String]) -> [[Int]] {
    let name = HeaderName.normalized(column.rawValue)
    var tiers: [[Int]] = [[], [], [], []]
    for (position, header) in headers.enumerated() {
      if HeaderName.normalized(header) == name {
        tiers[0].append(position)
      } else if let meaning = ColumnAliases.meaning(of: header), meaning.column == column {
        tiers[meaning.rank].append(position)
      }
    }
    return tiers
  }

  /// Headers of which it matters whether they have any value: several answer to one canonical column.
  package static func contested(_ headers: [String], settings: CatalogSettings) -> [Int] {
    if settings.table != nil || settings.isSurvey { return [] }
    let headers = headers.map(CatalogText.normalized)
    let named = Set(settings.columns.compactMap(\.column))
    return CanonicalColumn.allCases.filter { !named.contains($0) }.flatMap { column in
      let all = tiers(of: column, in: headers).flatMap(\.self)
      return all.count > 1 ? all : []
    }
  }

  private mutating func claimCanonical() {
    for column in CanonicalColumn.allCases {
      if settings.columns.contains(where: { $0.column == column }) { continue }
      let tiers = Self.tiers(of: column, in: headers).map { tier in tier.filter { !taken.contains($0) } }
      // An empty column never answers where a filled one can.
      let filled = tiers.map { tier in tier.filter { !empty.contains($0) } }
      guard let found = filled.first(where: { !$0.isEmpty }) ?? tiers.first(where: { !$0.isEmpty }) else {
        continue
      }
      if found.count > 1 {
        leaveOpen(
          column.rawValue,
          Problem(.ambiguousColumn(column: column.rawValue, headers: found.map { headers[$0] }), at: place))
        continue
      }
      canonical[column] = found[0]
      canonicalOfHeader[found[0]] = column
    }
  }

  // MARK: Checks

  private static func isReserved(_ name: String) -> Bool {
    HeaderPlan.reserved.contains(HeaderName.normalized(name))
  }

  private mutating func checkReserved() {
    if settings.table?.isSales == true { return }
    for header in headers.indices
    where canonicalOfHeader[header] == nil && !taken.contains(header) && !readByForm.contains(header)
      && Self.isReserved(headers[header])
    {
      problems.append(Problem(.reservedHeader(headers[header]), at: place))
    }
  }

  private mutating func checkRequired() {
    for fallback in settings.defaults where fallback.column == .spu {
      problems.append(Problem(.defaultForSPU, at: fallback.location))
    }
    if settings.table != nil { return }
    for column in [CanonicalColumn.spu, .price, .stock] where canonical[column] == nil {
      let isMapped = settings.columns.contains { $0.column == column && $0.form != .none }
      let hasDefault = settings.defaults.contains { $0.column == column }
      let isOfTable = settings.tables.contains { $0.columns.contains { $0.name == column.rawValue } }
      if isMapped || hasDefault || isOfTable || unsettled.contains(where: { $0.name == column.rawValue }) {
        continue
      }
      let named = headers.filter { !$0.isEmpty }
      if column == .spu, let sku = named.first(where: ColumnAliases.mayBeSize) {
        leaveOpen(column.rawValue, Problem(.styleOrSize(sku), at: place))
        continue
      }
      leaveOpen(
        column.rawValue,
        Problem(
          .missingColumn(column.rawValue, headers: named, aliases: ColumnAliases.examples(of: column)),
          at: place))
    }
  }
}
