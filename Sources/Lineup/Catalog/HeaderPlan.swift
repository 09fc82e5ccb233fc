/// Which header holds which column: `columns` of the scenario beats a canonical header, which beats
/// an alias; everything else keeps its own header (contract, section 1).
struct HeaderPlan {
  /// A column to be read, or to be filled by a default alone.
  struct Column {
    var name: String
    var header: String?
    var canonical: CanonicalColumn?
    var isTags: Bool
    /// The value of missing cells.
    var fallback: CatalogSettings.DefaultValue?
    /// Spellings of cells and the value each stands for.
    var spellings: [String: String] = [:]

    /// What messages call the column: `售价 (price)`, or its name alone where the header says it.
    var label: String {
      guard let header, HeaderName.normalized(header) != HeaderName.normalized(name) else { return name }
      return "\(header) (\(name))"
    }
  }

  /// The columns in the order of the file, then those that only defaults fill.
  private(set) var columns: [Column] = []
  /// The column that each header of the file feeds, if any.
  private(set) var columnOfHeader: [Int?]
  private(set) var unused: [UnusedHeader] = []
  /// What names in rules find, by `HeaderName.normalized`.
  private(set) var lookup: [String: ColumnLookup] = [:]

  private let headers: [String]
  private let normalized: [String]
  private let place: SourceLocation
  private let settings: CatalogSettings
  /// The header of each canonical column, and whether `columns` said so.
  private var claims: [CanonicalColumn: (header: Int, isMapped: Bool)] = [:]
  private var claimedBy: [Int: CanonicalColumn] = [:]
  private var problems: [Problem] = []

  /// Headers that would hide a measure or an attribute that Lineup derives.
  static let reserved: Set<String> = [
    "pitch", "in_season", "items", "minutes", "units", "gmv", "margin", "stock_value",
  ]

  init(headers: [String], place: SourceLocation, settings: CatalogSettings) throws(LineupError) {
    self.headers = headers.map(CatalogText.normalized)
    self.normalized = self.headers.map(HeaderName.normalized)
    self.place = place
    self.settings = settings
    columnOfHeader = Array(repeating: nil, count: headers.count)
    if normalized.allSatisfy(\.isEmpty) { throw LineupError(.noHeader, at: place) }

    claimMapped()
    let names = normalized
    claim { column, header in names[header] == HeaderName.normalized(column.rawValue) }
    let meant = self.headers.map(ColumnAliases.canonical)
    claim { column, header in meant[header] == column }
    checkReserved()
    checkRequired()
    if !problems.isEmpty { throw LineupError(problems) }
    makeColumns()
    makeLookup()
    markTags()
    noteSpellings()
    if !problems.isEmpty { throw LineupError(problems) }
  }

  // MARK: Claims

  /// The headers that the scenario's `columns` names.
  private mutating func claimMapped() {
    for mapping in settings.columns {
      let wanted = HeaderName.normalized(mapping.header)
      let found = normalized.indices.filter { normalized[$0] == wanted && !wanted.isEmpty }
      if found.isEmpty {
        let known = headers.filter { !$0.isEmpty }
        problems.append(Problem(.unknownHeader(mapping.header, known: known), at: mapping.location))
      } else if found.count > 1 {
        problems.append(
          Problem(
            .ambiguousAttribute(mapping.header, headers: found.map { headers[$0] }), at: mapping.location))
      } else if let other = claimedBy[found[0]] {
        problems.append(
          Problem(
            .headerMappedTwice(mapping.header, columns: [other.rawValue, mapping.column.rawValue]),
            at: mapping.location))
      } else {
        claim(mapping.column, header: found[0], isMapped: true)
      }
    }
  }

  /// Gives each column that has no header yet the one header that answers to it.
  private mutating func claim(where answers: (CanonicalColumn, Int) -> Bool) {
    for column in CanonicalColumn.allCases where claims[column] == nil {
      if settings.columns.contains(where: { $0.column == column }) { continue }
      let found = headers.indices.filter { claimedBy[$0] == nil && answers(column, $0) }
      if found.count > 1 {
        let names = found.map { headers[$0] }
        problems.append(Problem(.ambiguousColumn(column: column.rawValue, headers: names), at: place))
      }
      if let header = found.first { claim(column, header: header, isMapped: false) }
    }
  }

  private mutating func claim(_ column: CanonicalColumn, header: Int, isMapped: Bool) {
    claims[column] = (header, isMapped)
    claimedBy[header] = column
  }

  // MARK: Checks

  private mutating func checkReserved() {
    for header in headers.indices
    where claimedBy[header] == nil && Self.reserved.contains(normalized[header]) {
      problems.append(Problem(.reservedHeader(headers[header]), at: place))
    }
  }

  private mutating func checkRequired() {
    for fallback in settings.defaults where fallback.column == .spu {
      problems.append(Problem(.defaultForSPU, at: fallback.location))
    }
    for column in [CanonicalColumn.spu, .price, .stock] where claims[column] == nil {
      let isMapped = settings.columns.contains { $0.column == column }
      let hasDefault = settings.defaults.contains { $0.column == column }
      if isMapped || hasDefault { continue }
      problems.append(
        Problem(
          .missingColumn(
            column.rawValue, headers: headers.filter { !$0.isEmpty },
            aliases: ColumnAliases.examples(of: column)),
          at: place))
    }
  }

  // MARK: Columns

  private mutating func makeColumns() {
    let canonicalNames = Set(
      CanonicalColumn.allCases
        .filter { column in claims[column] != nil || settings.defaults.contains { $0.column == column } }
        .map { HeaderName.normalized($0.rawValue) })
    for header in headers.indices {
      if let canonical = claimedBy[header] {
        columnOfHeader[header] = columns.count
        columns.append(column(canonical, header: headers[header]))
      } else if headers[header].isEmpty {
        unused.append(UnusedHeader(header: "", reason: "no name"))
      } else if canonicalNames.contains(normalized[header]) {
        let winner = CanonicalColumn.allCases.first {
          HeaderName.normalized($0.rawValue) == normalized[header]
        }
        let other = winner.flatMap { claims[$0] }.map { headers[$0.header] } ?? ""
        unused.append(UnusedHeader(header: headers[header], reason: "shadowed by \"\(other)\""))
      } else {
        columnOfHeader[header] = columns.count
        columns.append(
          Column(name: headers[header], header: headers[header], canonical: nil, isTags: false, fallback: nil)
        )
      }
    }
    for fallback in settings.defaults where claims[fallback.column] == nil && fallback.column != .spu {
      columns.append(column(fallback.column, header: nil))
    }
  }

  private func column(_ canonical: CanonicalColumn, header: String?) -> Column {
    Column(
      name: canonical.rawValue, header: header, canonical: canonical,
      isTags: canonical.kind == .tags,
      fallback: settings.defaults.last { $0.column == canonical })
  }

  private mutating func makeLookup() {
    for (index, column) in columns.enumerated() where column.canonical != nil {
      lookup[HeaderName.normalized(column.name)] = .found(index)
    }
    let answering = headers.indices.filter { columnOfHeader[$0] != nil }
    for (name, group) in Dictionary(grouping: answering, by: { normalized[$0] })
    where lookup[name] == nil && !Self.reserved.contains(name) {
      if group.count > 1 {
        lookup[name] = .ambiguous(group.map { headers[$0] })
      } else if let column = columnOfHeader[group[0]] {
        lookup[name] = .found(column)
      }
    }
  }

  /// Makes tags of the columns that the scenario's `tags` names.
  private mutating func markTags() {
    for tag in settings.tags {
      switch Catalog.lookup(tag.name, in: lookup) {
      case .found(let index):
        switch columns[index].canonical {
        case .some(let canonical) where canonical == .spu || canonical.kind == .number:
          problems.append(Problem(.cannotBeTags(tag.name), at: tag.location))
        default:
          columns[index].isTags = true
        }
      case .ambiguous(let headers):
        problems.append(Problem(.ambiguousAttribute(tag.name, headers: headers), at: tag.location))
      case nil:
        let known = columns.map(\.name)
        problems.append(Problem(.unknownHeader(tag.name, known: known), at: tag.location))
      }
    }
  }

  /// Gives columns the spellings of the scenario's `values`.
  private mutating func noteSpellings() {
    for mapping in settings.values {
      switch Catalog.lookup(mapping.column.name, in: lookup) {
      case .found(let index):
        for spelling in mapping.spellings {
          columns[index].spellings[CatalogText.normalized(spelling)] = CatalogText.normalized(mapping.value)
        }
      case .ambiguous(let headers):
        problems.append(
          Problem(.ambiguousAttribute(mapping.column.name, headers: headers), at: mapping.column.location))
      case nil:
        problems.append(
          Problem(
            .unknownHeader(mapping.column.name, known: columns.map(\.name)), at: mapping.column.location))
      }
    }
  }
}
