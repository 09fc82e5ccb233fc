import Optimization

/// The rows of a catalog's files, column by column, on their way to styles (contract, catalogs, order): some are
/// left out, those of one style become one, tables add columns, defaults fill what is missing.
struct CatalogRows {
  let source: String
  let settings: CatalogSettings
  let pieces: RowPieces
  /// The line of each row.
  var lines: [Int32]
  /// The number that each row had when it was read; `nil` where that is its place.
  var origins: [Int32]?
  var columns: [CatalogColumn]
  var columnsByName: [String: ColumnLookup]
  /// Every id, and the position among them of each row's; -1 where it has none. No codes where each row has
  /// an id of its own.
  var ids: [String]
  var codes: [Int32]
  var rowsBySPU: ByteDictionary
  var hashes: [RowHash]
  var notes: [CatalogNote]
  var flow: CatalogFlow
  var problems: ProblemTally

  var count: Int { lines.count }

  func origin(_ row: Int) -> Int { origins.map { Int($0[row]) } ?? row }

  /// Where rows are in the files.
  var place: PlaceOfRows { PlaceOfRows(source: source, lines: lines, pieces: pieces, origins: origins) }

  func location(ofRow row: Int) -> SourceLocation { place.location(of: row) }

  func position(of name: String) -> Int? {
    if case .found(let position)? = Catalog.lookup(name, in: columnsByName) { position } else { nil }
  }

  /// The numbers of a canonical column that the files have.
  func numbers(_ canonical: CanonicalColumn) -> [Double]? {
    guard let column = columns.first(where: { $0.canonical == canonical && $0.header != nil }),
      case .numbers(let numbers) = column.values
    else { return nil }
    return numbers
  }

  /// Leaves only some rows, in the order given.
  mutating func keep(_ rows: [Int]) {
    var columns = columns
    columns.withUnsafeMutableBufferPointer { columns in
      IndependentTasks.perform(columns.count, areSmall: rows.count < 5000) { column in
        if columns[column].canonical == .spu, case .text(let codes, let ids) = columns[column].values {
          // The codes of ids stay what they are.
          columns[column].values = .text(codes: rows.map { codes[$0] }, values: ids)
        } else {
          columns[column] = columns[column].keeping(rows)
        }
      }
    }
    self.columns = columns
    origins = rows.map { Int32(origin($0)) }
    lines = rows.map { lines[$0] }
    if !codes.isEmpty { codes = rows.map { codes[$0] } }
    if !hashes.isEmpty { hashes = rows.map { hashes[$0] } }
  }

  /// Which rows meet each of some conditions.
  /// - Throws: names that no column has, and values that it cannot have.
  func scopes(_ conditions: [Where]) throws(LineupError) -> [Scope] {
    let rows = Catalog(
      source: source, spus: [], lines: [], columns: columns, unusedHeaders: [], notes: [],
      rowsBySPU: ByteDictionary(), columnsByName: columnsByName)
    let reader = NodeReader()
    var binder = RuleBinder(
      catalog: rows, pitches: [], inSeason: [], options: OptionTable(), reader: reader)
    binder.isOfRows = true
    let scopes = conditions.map { binder.scope($0) }
    try reader.finish()
    return scopes
  }
}

// MARK: - Days and spellings

extension CatalogRows {
  /// Finds columns of days.
  mutating func findDays() {
    let place = place
    for position in columns.indices where columns[position].canonical != .spu {
      if let note = columns[position].becomeDays(place), settings.table == nil { notes.append(note) }
    }
  }

  /// Makes one value of the spellings of each.
  mutating func uniteSpellings() {
    var columns = columns
    var found = [CatalogNote?](repeating: nil, count: columns.count)
    let place = place
    columns.withUnsafeMutableBufferPointer { columns in
      found.withUnsafeMutableBufferPointer { found in
        IndependentTasks.perform(columns.count, areSmall: place.lines.count < 5000) { column in
          if columns[column].canonical == .spu || columns[column].isDays { return }
          found[column] = columns[column].uniteSpellings(place)
        }
      }
    }
    self.columns = columns
    notes += found.compactMap(\.self)
  }

  /// Takes columns for numbers that were text only because of rows that are left out.
  mutating func findNumbers() {
    if settings.leaveOut.isEmpty { return }
    for position in columns.indices
    where columns[position].hasNumbers && columns[position].question == nil {
      columns[position].becomeNumbers()
    }
  }
}

extension CatalogColumn {
  /// Makes days of a column of text whose filled cells are all days; what that changed.
  mutating func becomeDays(_ place: PlaceOfRows) -> CatalogNote? {
    guard !isDays, case .text(let codes, let values) = values, let first = values.first,
      DayText.day(first) != nil
    else { return nil }
    let days = values.compactMap(DayText.day)
    guard days.count == values.count else { return nil }
    var tally = RepairTally()
    for (row, code) in codes.enumerated() where code >= 0 && values[Int(code)] != days[Int(code)] {
      tally.add(row: row) { .init(written: values[Int(code)], read: days[Int(code)]) }
    }
    isDays = true
    self.values = .text(codes: codes, values: days).merged()
    return tally.note(.days, column: label, place)
  }

  /// Makes numbers of a column of text whose filled cells are all numbers.
  mutating func becomeNumbers() {
    guard case .text(let codes, let values) = values, !values.isEmpty else { return }
    let reading = CellReading(isOwnColumn: true, mark: nil, spellings: [:])
    let numbers = values.map { NumberText.number($0) ?? reading.number($0) }
    guard !numbers.contains(nil) else { return }
    self.reading = reading
    hasNumbers = false
    self.values = .numbers(codes.map { $0 < 0 ? .nan : numbers[Int($0)] ?? .nan })
  }
}
