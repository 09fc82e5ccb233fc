/// Which header holds which column: `columns` of the scenario beats a canonical header, which beats
/// an alias; everything else keeps its own header (contract, section 1 and catalogs).
struct HeaderPlan {
  /// A column to be read, or to be filled by a table or a default alone.
  struct Column {
    var name: String
    /// The header, or what a form makes of headers; `nil` where the file has no such column.
    var header: String?
    var canonical: CanonicalColumn?
    var isTags: Bool
    /// Where its cells come from; `nil` where the file has no such column.
    var source: ColumnSource?
    /// What its cells are taken for, where its name does not say it.
    var kind: ColumnBuilder.Kind?
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

  /// The columns in the order of the file, then those that it does not have.
  private(set) var columns: [Column] = []
  /// Columns that only add up to another, each with that one's place in `columns`.
  private(set) var addends: [(column: Column, sum: Int)] = []
  private(set) var unused: [UnusedHeader] = []
  /// What names in rules find, by `HeaderName.normalized`.
  private(set) var lookup: [String: ColumnLookup] = [:]
  /// Everything that is wrong with headers and with what the scenario says of them.
  private(set) var problems: [Problem] = []

  /// Trimmed and in NFC; columns without a header that the scenario names by letter among them.
  let headers: [String]
  private var claims: HeaderClaims
  private let settings: CatalogSettings

  /// Headers that would hide a measure or an attribute that Lineup derives.
  static let reserved: Set<String> = [
    "pitch", "in_season", "items", "minutes", "units", "gmv", "margin", "stock_value",
  ]

  /// - Parameters:
  ///   - empty: Columns without any value, as far as that was looked for (`HeaderClaims.contested`).
  ///   - isSheet: Whether there may be cells beside the headers.
  /// - Throws: where there is no header; everything else is in `problems`.
  init(
    headers: [String], place: SourceLocation, settings: CatalogSettings, empty: Set<Int> = [],
    isSheet: Bool = false
  ) throws(LineupError) {
    claims = HeaderClaims(headers: headers, place: place, settings: settings, empty: empty, isSheet: isSheet)
    self.headers = claims.headers
    self.settings = settings
    if claims.normalized.allSatisfy(\.isEmpty), settings.columns.isEmpty {
      throw LineupError(.noHeader, at: place)
    }
    makeColumns()
    makeLookup()
    markTags()
    noteSpellings()
    noteDecimalMarks()
    problems = claims.problems + problems
  }

  /// What names a column in the scenario: its header where that finds it, else its name.
  func key(of column: Column) -> String {
    if let header = column.header, case .found(let found)? = Catalog.lookup(header, in: lookup),
      columns[found].name == column.name
    {
      return header
    }
    return column.name
  }

  // MARK: Columns

  private mutating func makeColumns() {
    var made: [(place: Int, column: Column)] = claims.mapped.map { mapped in
      let header =
        switch mapped.form {
        case .column(.letter(let letter)) where headers[letter].isEmpty: mapped.form.words
        case .column: headers[mapped.source.place]
        default: mapped.form.words
        }
      return (mapped.source.place, column(mapped.name, header: header, source: mapped.source))
    }
    let ownNames = Set(made.map { HeaderName.normalized($0.column.name) })
    var shadows: [String: String] = [:]
    for (canonical, header) in claims.canonical {
      shadows[HeaderName.normalized(canonical.rawValue)] = headers[header]
    }
    for mapped in claims.mapped where CanonicalColumn(rawValue: mapped.name) != nil {
      let isPlain = mapped.source.making == .cell && !headers[mapped.source.place].isEmpty
      shadows[HeaderName.normalized(mapped.name)] = isPlain ? headers[mapped.source.place] : mapped.form.words
    }
    for header in headers.indices where !claims.taken.contains(header) {
      let name = claims.normalized[header]
      if let canonical = claims.canonicalOfHeader[header] {
        made.append(
          (
            header,
            column(canonical.rawValue, header: headers[header], source: ColumnSource(.cell, [header]))
          ))
      } else if settings.table != nil {
        if claims.namedByCondition.contains(name) { made.append((header, ownColumn(header))) }
      } else if name.isEmpty {
        if !claims.isBeside(header) { unused.append(UnusedHeader(header: "", reason: "no name")) }
      } else if claims.readByForm.contains(header) {
        continue
      } else if let winner = shadows[name] {
        unused.append(UnusedHeader(header: headers[header], reason: "shadowed by \"\(winner)\""))
      } else if ownNames.contains(name) {
        unused.append(UnusedHeader(header: headers[header], reason: "shadowed by \"columns\""))
      } else {
        made.append((header, ownColumn(header)))
      }
    }
    // Of equal places those of `columns` come first, in its order.
    columns = made.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element.column)
    let wanted =
      settings.defaults.map(\.column)
      + settings.tables.flatMap { $0.columns.compactMap { CanonicalColumn(rawValue: $0.name) } }
    for canonical in wanted
    where canonical != .spu && !columns.contains(where: { $0.canonical == canonical }) {
      columns.append(column(canonical.rawValue, header: nil, source: nil))
    }
    for (name, problem) in claims.unsettled
    where !columns.contains(where: { $0.name == name }) && name != "spu" {
      var open = column(name, header: nil, source: nil)
      open.question = problem
      columns.append(open)
    }
    for (position, column) in columns.enumerated() where column.source?.making == .sum {
      for header in column.source?.columns ?? [] {
        let name = headers[header].isEmpty ? "column \(ColumnReference.letters(header))" : headers[header]
        addends.append(
          (
            Column(
              name: name, header: headers[header], canonical: nil, isTags: false,
              source: ColumnSource(.cell, [header]), kind: .numbers), position
          ))
      }
    }
  }

  private func ownColumn(_ header: Int) -> Column {
    Column(
      name: headers[header], header: headers[header], canonical: nil, isTags: false,
      source: ColumnSource(.cell, [header]), kind: settings.isSurvey ? .text : nil)
  }

  private func column(_ name: String, header: String?, source: ColumnSource?) -> Column {
    var canonical = CanonicalColumn(rawValue: name)
    var kind: ColumnBuilder.Kind?
    if let made = settings.table?.columns.first(where: { $0.name == name }) {
      switch made.way {
      case .list, .count:
        kind = .text
        canonical = nil
      case .sum, .mean: kind = .numbers
      default: break
      }
    }
    if source?.making == .sum { kind = .numbers }
    return Column(
      name: name, header: header, canonical: canonical,
      isTags: kind == nil && canonical?.kind == .tags, source: source, kind: kind)
  }

  private mutating func makeLookup() {
    for (index, column) in columns.enumerated() where CanonicalColumn(rawValue: column.name) != nil {
      lookup[HeaderName.normalized(column.name)] = .found(index)
    }
    for (index, column) in columns.enumerated() {
      let name = HeaderName.normalized(column.name)
      let isOwnName = column.header != column.name || column.source?.making != .cell
      if isOwnName, lookup[name] == nil { lookup[name] = .found(index) }
    }
    var answering: [String: [(header: Int, column: Int)]] = [:]
    for (index, column) in columns.enumerated() {
      guard let source = column.source, source.making == .cell else { continue }
      answering[claims.normalized[source.place], default: []].append((source.place, index))
    }
    for (name, all) in answering
    where lookup[name] == nil && !Self.reserved.contains(name) && !name.isEmpty {
      // One that `columns` picks from several leaves the header to the others.
      let others = all.filter { !claims.picked.contains($0.header) }
      let group = others.isEmpty ? all : others
      // A header that a table reads twice is one column.
      let isOne = Set(group.map(\.header)).count == 1
      let own = group.first { columns[$0.column].name == columns[$0.column].header } ?? group[0]
      lookup[name] = isOne ? .found(own.column) : .ambiguous(group.map { headers[$0.header] })
    }
  }

  // MARK: What the scenario says of columns

  /// Makes tags of the columns that the scenario's `tags` names.
  private mutating func markTags() {
    for tag in settings.tags {
      guard let index = column(named: tag.name, at: tag.location) else { continue }
      switch columns[index].canonical {
      case .some(let canonical) where canonical == .spu || canonical.kind == .number:
        problems.append(Problem(.cannotBeTags(tag.name), at: tag.location))
      default:
        columns[index].isTags = true
      }
    }
  }

  /// Gives columns the decimal marks of the scenario's `numbers`, by their names or by headers that they read.
  private mutating func noteDecimalMarks() {
    for mapping in settings.numbers {
      let found = addends.indices.filter { isNamed(addends[$0].column, mapping.column.name) }
      for addend in found { addends[addend].column.decimalMark = mapping.mark }
      guard
        let index = column(
          named: mapping.column.name, at: mapping.column.location, isFound: !found.isEmpty)
      else { continue }
      for addend in addends.indices where addends[addend].sum == index && found.isEmpty {
        addends[addend].column.decimalMark = mapping.mark
      }
      let isText = columns[index].canonical.map { $0.kind != .number } ?? columns[index].isTags
      if isText {
        problems.append(
          Problem(.notNumeric(attribute: mapping.column.name, example: nil), at: mapping.column.location))
      } else {
        columns[index].decimalMark = mapping.mark
      }
    }
  }

  /// Gives columns the spellings of the scenario's `values`: under the name of a column that a form makes they
  /// are of the cells that `sum` and `first` read and of the text that others make, under a header of its
  /// cells.
  private mutating func noteSpellings() {
    for mapping in settings.values {
      let wanted = HeaderName.normalized(mapping.column.name)
      var spellings: [String: String] = [:]
      for spelling in mapping.spellings {
        spellings[CatalogText.normalized(spelling)] = CatalogText.normalized(mapping.value)
      }
      var isFound = false
      for index in columns.indices {
        guard let source = columns[index].source, source.making != .cell else { continue }
        for (position, header) in source.columns.enumerated() where claims.normalized[header] == wanted {
          columns[index].source?.spellings[position].merge(spellings) { _, new in new }
          isFound = true
        }
      }
      for index in addends.indices where isNamed(addends[index].column, mapping.column.name) {
        addends[index].column.spellings.merge(spellings) { _, new in new }
        isFound = true
      }
      guard let index = column(named: mapping.column.name, at: mapping.column.location, isFound: isFound)
      else { continue }
      columns[index].spellings.merge(spellings) { _, new in new }
      for addend in addends.indices where addends[addend].sum == index {
        addends[addend].column.spellings.merge(spellings) { old, _ in old }
      }
    }
  }

  private func isNamed(_ column: Column, _ name: String) -> Bool {
    HeaderName.normalized(column.name) == HeaderName.normalized(name)
  }

  /// The column that a setting names, or `nil` and a problem.
  /// - Parameter isFound: Whether something else has that name too.
  private mutating func column(named name: String, at location: SourceLocation, isFound: Bool = false) -> Int?
  {
    switch Catalog.lookup(name, in: lookup) {
    case .found(let index): return index
    case .ambiguous(let headers):
      problems.append(Problem(.ambiguousAttribute(name, headers: headers), at: location))
    case nil:
      // A table may have it; a table need not have what the catalog has.
      if isFound || settings.table != nil || isOfTables(name) { return nil }
      problems.append(Problem(.unknownHeader(name, known: columns.map(\.name)), at: location))
    }
    return nil
  }

  /// Whether a table makes or reads a column of that name.
  private func isOfTables(_ name: String) -> Bool {
    let name = HeaderName.normalized(name)
    return settings.tables.contains { table in
      table.columns.contains { column in
        HeaderName.normalized(column.name) == name
          || column.form.references.contains { $0.header.map(HeaderName.normalized) == name }
      }
        || table.key.references.contains { $0.header.map(HeaderName.normalized) == name }
        || table.condition.clauses.contains { HeaderName.normalized($0.attribute) == name }
    }
  }
}
