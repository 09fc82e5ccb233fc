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
    /// What stands before decimals in cells that can be read in two ways, where the scenario says it.
    var decimalMark: DecimalMark?
    /// Why no header can be told to be the column's.
    var question: Problem?

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
  /// The user's own name of headers that `columns` names.
  private var ownNames: [Int: String] = [:]
  /// Headers that `columns` tells from others of the same text.
  private var picked: Set<Int> = []
  /// Columns of which a problem says why they have no header.
  private var unsettled: [(name: String, problem: Problem)] = []
  /// Everything that is wrong with headers and with what the scenario says of them.
  private(set) var problems: [Problem] = []

  /// Headers that would hide a measure or an attribute that Lineup derives.
  static let reserved: Set<String> = [
    "pitch", "in_season", "items", "minutes", "units", "gmv", "margin", "stock_value",
  ]

  /// - Throws: where there is no header; everything else is in `problems`.
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
    makeColumns()
    makeLookup()
    markTags()
    noteSpellings()
    noteDecimalMarks()
  }

  /// What names a column in the scenario: its header where that finds it, else its name.
  func key(ofColumn column: Int) -> String {
    if let header = columns[column].header, case .found(column)? = Catalog.lookup(header, in: lookup) {
      return header
    }
    return columns[column].name
  }

  // MARK: Claims

  /// The headers that the scenario's `columns` names.
  private mutating func claimMapped() {
    for mapping in settings.columns {
      let wanted = HeaderName.normalized(mapping.header)
      let found = normalized.indices.filter { normalized[$0] == wanted && !wanted.isEmpty }
      func fail(_ kind: Problem.Kind) { leaveOpen(mapping.name, Problem(kind, at: mapping.location)) }
      let header: Int
      switch mapping.form {
      case _ where found.isEmpty:
        fail(.unknownHeader(mapping.header, known: headers.filter { !$0.isEmpty }))
        continue
      case .header where found.count > 1:
        fail(.headerGivenTwice(mapping.header, column: mapping.name, places: found.map { $0 + 1 }))
        continue
      case .header: header = found[0]
      case .nth(let position, _):
        guard (1...found.count).contains(position) else {
          fail(.headerOfFew(mapping.header, nth: position, count: found.count))
          continue
        }
        header = found[position - 1]
        picked.insert(header)
      }
      if let other = claimedBy[header]?.rawValue ?? ownNames[header] {
        fail(.headerMappedTwice(mapping.header, columns: [other, mapping.name]))
      } else if let column = mapping.column {
        claim(column, header: header, isMapped: true)
      } else if Self.reserved.contains(HeaderName.normalized(mapping.name)) {
        fail(.reservedHeader(mapping.name))
      } else {
        ownNames[header] = mapping.name
      }
    }
  }

  /// Reports why a column has no header.
  private mutating func leaveOpen(_ name: String, _ problem: Problem) {
    problems.append(problem)
    unsettled.append((name, problem))
  }

  /// Gives each column that has no header yet the one header that answers to it.
  private mutating func claim(where answers: (CanonicalColumn, Int) -> Bool) {
    for column in CanonicalColumn.allCases where claims[column] == nil {
      if settings.columns.contains(where: { $0.column == column }) { continue }
      if unsettled.contains(where: { $0.name == column.rawValue }) { continue }
      let found = headers.indices.filter {
        claimedBy[$0] == nil && ownNames[$0] == nil && answers(column, $0)
      }
      if found.count > 1 {
        let names = found.map { headers[$0] }
        leaveOpen(
          column.rawValue,
          Problem(.ambiguousColumn(column: column.rawValue, headers: names), at: place))
        continue
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
    where claimedBy[header] == nil && ownNames[header] == nil && Self.reserved.contains(normalized[header]) {
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
      if isMapped || hasDefault || unsettled.contains(where: { $0.name == column.rawValue }) { continue }
      leaveOpen(
        column.rawValue,
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
      } else if let name = ownNames[header] {
        columnOfHeader[header] = columns.count
        columns.append(
          Column(name: name, header: headers[header], canonical: nil, isTags: false, fallback: nil))
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
    for (name, problem) in unsettled where !columns.contains(where: { $0.name == name }) && name != "spu" {
      var open =
        CanonicalColumn(rawValue: name).map { column($0, header: nil) }
        ?? Column(name: name, header: nil, canonical: nil, isTags: false, fallback: nil)
      open.question = problem
      columns.append(open)
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
    for (index, column) in columns.enumerated() where column.canonical == nil {
      let isOwnName = column.header == nil || ownNames.values.contains(column.name)
      let name = HeaderName.normalized(column.name)
      if isOwnName, lookup[name] == nil { lookup[name] = .found(index) }
    }
    let answering = headers.indices.filter { columnOfHeader[$0] != nil }
    for (name, all) in Dictionary(grouping: answering, by: { normalized[$0] })
    where lookup[name] == nil && !Self.reserved.contains(name) {
      // One that `columns` picks from several leaves the header to the others.
      let others = all.filter { !picked.contains($0) }
      let group = others.isEmpty ? all : others
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

  /// Gives columns the decimal marks of the scenario's `numbers`.
  private mutating func noteDecimalMarks() {
    for mapping in settings.numbers {
      guard let index = column(named: mapping.column.name, at: mapping.column.location) else { continue }
      let isText = columns[index].canonical.map { $0.kind != .number } ?? columns[index].isTags
      if isText {
        problems.append(
          Problem(.notNumeric(attribute: mapping.column.name, example: nil), at: mapping.column.location))
      } else {
        columns[index].decimalMark = mapping.mark
      }
    }
  }

  /// Gives columns the spellings of the scenario's `values`.
  private mutating func noteSpellings() {
    for mapping in settings.values {
      guard let index = column(named: mapping.column.name, at: mapping.column.location) else { continue }
      for spelling in mapping.spellings {
        columns[index].spellings[CatalogText.normalized(spelling)] = CatalogText.normalized(mapping.value)
      }
    }
  }

  /// The column that a setting names, or `nil` and a problem.
  private mutating func column(named name: String, at location: SourceLocation) -> Int? {
    switch Catalog.lookup(name, in: lookup) {
    case .found(let index): return index
    case .ambiguous(let headers):
      problems.append(Problem(.ambiguousAttribute(name, headers: headers), at: location))
    case nil:
      problems.append(Problem(.unknownHeader(name, known: columns.map(\.name)), at: location))
    }
    return nil
  }
}
