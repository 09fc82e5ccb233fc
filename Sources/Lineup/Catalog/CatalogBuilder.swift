import Optimization

/// Builds a catalog from headers and cells as a reader meets them, whatever the kind of file.
///
/// Memory is linear in the cells and small: codes and numbers of fixed size for each cell, and the
/// bytes of each distinct text once. Problems of the data are gathered, up to a limit, so that a
/// person can mend many at once.
package struct CatalogBuilder: ~Copyable {
  /// How many problems are told before the rest is left out.
  package static let problemLimit = 20

  private let source: String
  private let plan: HeaderPlan
  private let place: SourceLocation
  private var builders: [ColumnBuilder]
  /// The builder that each header feeds; -1 where it feeds none.
  private let builderOfHeader: [Int]
  /// The header that feeds each builder; -1 where only a default does.
  private let headerOfBuilder: [Int]
  /// The builder of the ids; `nil` where no header could be told to be theirs.
  private let idBuilder: Int?

  private var lines: [Int32] = []
  private var problems = ProblemTally()
  private let onDuplicate: DuplicatePolicy?
  /// Rows whose SPU came before.
  private var duplicates = RepairTally()
  private var shortRows = RepairTally()
  private var sieve: RowSieve
  private var cellsBesideTable = CellsBesideTable()
  /// Which columns belong to the table; what cells of other columns hold is left out.
  package let tableColumns: TableColumns
  /// The pieces of the file that rows come from, where it has several, and the first row of each.
  private var pieces: [(name: String, firstRow: Int)] = []
  /// Headers up to the last that has a name.
  private let namedHeaderCount: Int
  private var readerNotes: [CatalogNote] = []

  /// - Parameters:
  ///   - source: The file as the user named it.
  ///   - headers: The cells of the header row.
  ///   - headerLine: Its line in the file.
  ///   - isSheet: Whether cells right of the headers are remarks; else they make a row too long.
  ///
  /// Headers that are ambiguous, reserved or missing, and settings that name unknown ones, are told by
  /// `finish` with everything that is wrong in the rows.
  ///
  /// - Throws: where there is no header at all, or a default cannot be.
  package init(
    source: String, headers: [String], headerLine: Int?, settings: CatalogSettings, isSheet: Bool = false
  ) throws(LineupError) {
    try Self.checkDefaults(settings)
    let place = SourceLocation(source: source, line: headerLine)
    let plan = try HeaderPlan(headers: headers, place: place, settings: settings)
    self.source = source
    self.place = place
    self.plan = plan
    onDuplicate = settings.onDuplicate
    tableColumns = TableColumns(headers: headers, endsAtHeaders: isSheet)
    namedHeaderCount = (headers.lastIndex { !CatalogText.normalized($0).isEmpty } ?? -1) + 1
    builders = plan.columns.map(ColumnBuilder.init)
    builderOfHeader = plan.columnOfHeader.map { $0 ?? -1 }
    headerOfBuilder = plan.columns.indices.map { column in
      plan.columnOfHeader.firstIndex { $0 == column } ?? -1
    }
    let idBuilder = plan.columns.firstIndex { $0.canonical == .spu }
    self.idBuilder = idBuilder
    sieve = RowSieve(
      headers: headers, idHeader: idBuilder == nil ? nil : plan.columnOfHeader.firstIndex { $0 == idBuilder },
      keepsTotals: settings.keepsTotals)
    problems.add(plan.problems)
  }

  /// How many headers there are.
  package var headerCount: Int { builderOfHeader.count }

  /// Takes rows, each column by itself and on every core.
  ///
  /// - Parameter work: Something that can be done at the same time, such as finding the next rows.
  /// - Throws: all that is wrong so far, once that is `problemLimit`.
  package mutating func append(_ rows: CellBlock, alongside work: () -> Void = {}) throws(LineupError) {
    try appendStyles(sieve.sift(rows, rowsBefore: lines.count), alongside: work)
  }

  /// Takes rows that are styles.
  private mutating func appendStyles(_ block: CellBlock, alongside work: () -> Void = {}) throws(LineupError)
  {
    let firstRow = lines.count
    guard firstRow + block.rowCount < Int(Int32.max) else {
      throw LineupError(.tooManyRows(limit: Int(Int32.max) - 1), at: place)
    }
    lines.append(contentsOf: block.lines)
    var findings = [[ColumnBuilder.Finding]](repeating: [], count: builders.count)
    builders.withUnsafeMutableBufferPointer { builders in
      findings.withUnsafeMutableBufferPointer { findings in
        IndependentTasks.perform(builders.count + 1, areSmall: block.isSmall) { task in
          guard task > 0 else { return work() }
          let header = headerOfBuilder[task - 1]
          if header < 0 { return }
          findings[task - 1] = builders[task - 1].append(block, header: header, firstRow: firstRow)
        }
      }
    }
    checkLengths(of: block, firstRow: firstRow)
    cellsBesideTable.add(block.cellsBesideTable)
    try report(findings.joined().sorted { $0.place < $1.place }, in: block, firstRow: firstRow)
  }

  /// Notes rows that have fewer cells than headers.
  private mutating func checkLengths(of block: CellBlock, firstRow: Int) {
    for row in 0..<block.rowCount where block.cellCount(ofRow: row) < namedHeaderCount {
      shortRows.add(row: firstRow + row)
    }
  }

  /// Reports what columns found, and rows that are too long, in the order of the file.
  private mutating func report(
    _ findings: [ColumnBuilder.Finding], in block: CellBlock, firstRow: Int
  ) throws(LineupError) {
    var next = findings.makeIterator()
    var finding = next.next()
    for row in 0..<block.rowCount {
      let line = Int(block.lines[row])
      let cells = block.cellCount(ofRow: row)
      if cells > headerCount, !tableColumns.endsAtHeaders {
        try report(.rowTooLong(cells: cells, headers: headerCount), line: line)
      }
      while let found = finding, found.place.row == row {
        finding = next.next()
        let header = found.place.header
        if case .repeated = found.fault, onDuplicate != nil {
          duplicates.add(row: firstRow + row) {
            .init(written: block.text(row: row, column: header), read: nil)
          }
        } else {
          let plan = builders[builderOfHeader[max(0, header)]].plan
          let text = header < 0 ? "" : block.text(row: row, column: header)
          let key = self.plan.key(ofColumn: builderOfHeader[max(0, header)])
          try report(problem(found.fault, in: plan, key: key, text: text), line: line)
        }
      }
    }
  }

  /// Notes that something is wrong in a line of the file.
  ///
  /// - Throws: all that is wrong so far, once that is `problemLimit`.
  package mutating func report(_ kind: Problem.Kind, line: Int) throws(LineupError) {
    let limit = Self.problemLimit + plan.problems.count
    if problems.add(kind, at: location(ofLine: line), limit: limit) { return }
    problems.add([Problem(.moreProblems, at: SourceLocation(source: source))])
    throw LineupError(problems.problems)
  }

  /// Says which piece of the file the next rows come from: `the sheet 女装`.
  package mutating func begin(piece name: String) {
    pieces.append((name, lines.count))
  }

  private func location(ofLine line: Int) -> SourceLocation {
    SourceLocation(source: pieces.last.map { "\(source), \($0.name)" } ?? source, line: line)
  }

  /// The problems so far with one that ends the reading.
  package func failure(_ kind: Problem.Kind, line: Int) -> LineupError {
    LineupError(problems.problems + [Problem(kind, at: location(ofLine: line))])
  }

  /// The catalog of all rows.
  ///
  /// - Throws: everything that is wrong with the rows.
  package consuming func finish() throws(LineupError) -> Catalog {
    let order = try takeTitlesAsRows()
    if let problem = scientificIDs() { problems.add([problem]) }
    if lines.isEmpty {
      throw LineupError(problems.problems + [Problem(.noRows, at: place)])
    }
    problems.add(settleNumbers())
    let found = problems.problems
    let catalog = makeCatalog(order: order)
    if found.isEmpty, let catalog { return try catalog.withinLimits() }
    var error = LineupError(found)
    error.readable = catalog.map { .catalog($0) }
    throw error
  }

  /// The catalog of what could be read; `nil` without ids.
  /// - Parameter order: The order of the file by the rows as they were taken, where it is another.
  private mutating func makeCatalog(order: [Int]?) -> Catalog? {
    guard let idBuilder else { return nil }
    // Rows that are repeated, or have no id, are as many more than there are ids.
    var codes = duplicates.count > 0 || !problems.isEmpty ? builders[idBuilder].codes : []
    let (ids, rows) = builders[idBuilder].finishIDs()
    let columns = finishColumns(ids: ids)
    var catalog = Catalog(
      source: source, spus: ids, lines: lines, columns: columns, unusedHeaders: plan.unused,
      notes: readerNotes + sieve.notes + columnNotes(), rowsBySPU: rows, columnsByName: plan.lookup)
    if let order {
      catalog = catalog.ordered(order)
      if !codes.isEmpty { codes = order.map { codes[$0] } }
    }
    if ids.count == lines.count || codes.isEmpty { return catalog }
    return catalog.merged(codes: codes, onDuplicate ?? .first)
  }

  /// Reads cells that can be read in two ways, by column and file; what has to be asked.
  private mutating func settleNumbers() -> [Problem] {
    var file = FileMarks()
    for builder in builders.indices where builders[builder].isNumeric {
      file.add(builders[builder].marks, column: builders[builder].plan.label)
    }
    let rows = PlaceOfRows(source: source, lines: lines)
    return builders.indices.compactMap { builder in
      let key = plan.key(ofColumn: builder)
      return builders[builder].settle(file, key: key, place: rows)
    }
  }

  /// Where most rows have one cell, those are styles and no titles: takes them after all.
  ///
  /// - Returns: The order of the file by the rows as they were taken; `nil` where it is the same.
  private mutating func takeTitlesAsRows() throws(LineupError) -> [Int]? {
    let others = lines.count
    guard let titles = sieve.takeRows(rowCount: others) else { return nil }
    try appendStyles(titles.rows)
    var order: [Int] = []
    order.reserveCapacity(lines.count)
    var next = 0
    for (title, place) in titles.places.enumerated() {
      order.append(contentsOf: next..<place)
      next = place
      order.append(others + title)
    }
    order.append(contentsOf: next..<others)
    return order
  }

  /// The ids of which a spreadsheet kept some digits only.
  private borrowing func scientificIDs() -> Problem? {
    guard let idBuilder else { return nil }
    let (codes, example) = builders[idBuilder].scientificCodes()
    guard let example else { return nil }
    var count = 0
    var places: [Int] = []
    for (row, code) in builders[idBuilder].codes.enumerated() where codes.contains(code) {
      count += 1
      if places.count < 8 { places.append(Int(lines[row])) }
    }
    return Problem(
      .scientificIDs(example: example, count: count, lines: places),
      at: SourceLocation(source: source, line: places.first))
  }

  private mutating func finishColumns(ids: [String]) -> [CatalogColumn] {
    var columns = [CatalogColumn?](repeating: nil, count: builders.count)
    let rows = lines.count
    builders.withUnsafeMutableBufferPointer { builders in
      columns.withUnsafeMutableBufferPointer { columns in
        IndependentTasks.perform(builders.count, areSmall: rows < 5000) { task in
          columns[task] = builders[task].finish(rows: rows, ids: ids)
        }
      }
    }
    return columns.compactMap(\.self)
  }

  /// Notes what the reader did before the cells came here.
  package mutating func note(_ note: CatalogNote) {
    readerNotes.append(note)
  }

  /// A column as people know it; `nil` where the header has no name.
  package borrowing func label(ofColumn column: Int) -> String? {
    guard column < builderOfHeader.count, builderOfHeader[column] >= 0 else { return nil }
    return builders[builderOfHeader[column]].plan.label
  }

  private borrowing func columnNotes() -> [CatalogNote] {
    var notes = [shortRows.note(.shortRows, column: nil, lines: lines), cellsBesideTable.note].compactMap(
      \.self)
    for builder in builders.indices {
      let label = builders[builder].plan.label
      notes += builders[builder].repairs.notes(column: label, lines: lines)
      for spelling in builders[builder].plan.spellings.keys.sorted()
      where !builders[builder].usedSpellings.contains(spelling) {
        notes.append(CatalogNote(.unusedSpelling(spelling), column: label))
      }
    }
    if let onDuplicate, let note = duplicates.note(.duplicates(onDuplicate), column: "spu", lines: lines) {
      notes.append(note)
    }
    return notes
  }

  /// Whether a column has to hold numbers.
  package borrowing func isNumeric(column: Int) -> Bool {
    guard column < builderOfHeader.count, builderOfHeader[column] >= 0 else { return false }
    return plan.columns[builderOfHeader[column]].canonical?.kind == .number
  }

  private func problem(
    _ fault: ColumnBuilder.Fault, in column: HeaderPlan.Column, key: String, text: String
  ) -> Problem.Kind {
    switch fault {
    case .missingID: .missingCell(column: CanonicalColumn.spu.rawValue)
    case .notANumber: .notANumber(column: column.label, key: key, text: Self.excerpt(text))
    case .repeated(let row): repeated(text, firstRow: row)
    }
  }

  private func repeated(_ spu: String, firstRow row: Int) -> Problem.Kind {
    let line = row < lines.count ? Int(lines[row]) : 0
    let piece = pieces.last { $0.firstRow <= row }
    guard let piece, piece.firstRow < pieces.last?.firstRow ?? 0 else {
      return .duplicateSPU(spu, firstLine: line)
    }
    return .duplicateSPUOfPiece(spu, piece: piece.name, firstLine: line)
  }

  /// The beginning of a text, fit for one line of a message.
  private static func excerpt(_ text: String) -> String {
    let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
    return line.count < text.count ? line + "…" : line
  }

  private static func checkDefaults(_ settings: CatalogSettings) throws(LineupError) {
    var problems: [Problem] = []
    for fallback in settings.defaults where fallback.column.kind == .number {
      let key = fallback.column.rawValue
      let number = NumberText.number(CatalogText.normalized(fallback.text), underscores: true)
      if let number, number >= 0 || fallback.column != .expectedUnits { continue }
      let kind: Problem.Kind =
        number == nil
        ? .invalidScalar(key: key, text: fallback.text, expected: "a number")
        : .negativeNumber(column: key, text: fallback.text)
      problems.append(Problem(kind, at: fallback.location))
    }
    if !problems.isEmpty { throw LineupError(problems) }
  }
}
