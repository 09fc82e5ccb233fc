import Optimization

/// Builds a catalog, or a table beside one, from headers and cells as a reader meets them, whatever the kind
/// of file.
///
/// Cells become columns here; what is made of the rows then is the matter of `CatalogRows`. Memory is linear
/// in the cells and small: codes and numbers of fixed size for each cell, and the bytes of each distinct text
/// once. Problems of the data are gathered, up to a limit, so that a person can mend many at once.
package struct CatalogBuilder: ~Copyable {
  /// How many problems are told before the rest is left out.
  package static let problemLimit = 20

  let source: String
  let settings: CatalogSettings
  let plan: HeaderPlan
  let place: SourceLocation
  /// Those of the columns, then those of the columns that only add up to one.
  var builders: [ColumnBuilder]
  /// The builder of the ids; `nil` where no header could be told to be theirs.
  let idBuilder: Int?

  var lines: [Int32] = []
  var hashes: [RowHash] = []
  var problems = ProblemTally()
  /// Cells that are no numbers, kept until it is known which rows are left out.
  var faults: [Fault] = []
  private var shortRows = RepairTally()
  var sieve: RowSieve
  private var cellsBesideTable = CellsBesideTable()
  /// Which columns belong to the table; what cells of other columns hold is left out.
  package let tableColumns: TableColumns
  var pieces = RowPieces()
  var readerNotes: [CatalogNote] = []

  /// Something wrong with a cell of a row that may yet be left out.
  struct Fault {
    var row: Int
    var kind: Problem.Kind
  }

  /// - Parameters:
  ///   - source: The file as the user named it.
  ///   - headers: The cells of the header row.
  ///   - headerLine: Its line in the file.
  ///   - isSheet: Whether cells right of the headers are remarks; else they make a row too long.
  ///   - empty: Columns without any value, as far as that matters (`contested`).
  ///
  /// Headers that are ambiguous, reserved or missing, and settings that name unknown ones, are told by
  /// `finish` with everything that is wrong in the rows.
  ///
  /// - Throws: where there is no header at all, or a default cannot be.
  package init(
    source: String, headers: [String], headerLine: Int?, settings: CatalogSettings, isSheet: Bool = false,
    empty: Set<Int> = []
  ) throws(LineupError) {
    try Self.checkDefaults(settings)
    let place = SourceLocation(source: source, line: headerLine)
    let plan = try HeaderPlan(
      headers: headers, place: place, settings: settings, empty: empty, isSheet: isSheet)
    self.source = source
    self.settings = settings
    self.place = place
    self.plan = plan
    tableColumns = TableColumns(
      headers: plan.headers, endsAtHeaders: isSheet,
      named: plan.columns.flatMap { $0.source?.columns ?? [] })
    builders = (plan.columns + plan.addends.map(\.column)).map(ColumnBuilder.init)
    let idBuilder = plan.columns.firstIndex { $0.canonical == .spu }
    self.idBuilder = idBuilder
    sieve = RowSieve(
      headers: plan.headers, id: idBuilder.flatMap { plan.columns[$0].source },
      keepsTotals: settings.keepsTotals)
    problems.add(plan.problems)
    if settings.table != nil { return }
    for mapping in settings.columns where mapping.column == nil {
      let known = CanonicalColumn.allCases.filter { column in
        !settings.columns.contains { $0.column == column }
      }
      guard let near = Nearest.slip(of: mapping.name, among: known.map(\.rawValue)) else { continue }
      readerNotes.append(CatalogNote(.nameNextTo(near), column: mapping.name))
    }
  }

  /// Headers of which it matters whether their columns have any value.
  package static func contested(_ headers: [String], settings: CatalogSettings) -> [Int] {
    HeaderClaims.contested(headers, settings: settings)
  }

  /// How many headers there are.
  package var headerCount: Int { plan.headers.count }

  /// Makes room for as many rows as a file seems to have.
  package mutating func reserve(rows: Int) {
    let rows = min(lines.count + rows, Self.mostRoom / max(builders.count, 1))
    lines.reserveCapacity(rows)
    if needsHashes { hashes.reserveCapacity(rows) }
    for builder in builders.indices { builders[builder].reserve(rows: rows) }
  }

  /// For more cells room is made as they come.
  private static let mostRoom = 1 << 26

  /// Whether rows that are equal in every cell count once.
  private var needsHashes: Bool { settings.table == nil && !settings.keepsEqualRows }

  /// Takes rows, each column by itself and on every core.
  ///
  /// - Parameter work: Something that can be done at the same time, such as finding the next rows.
  /// - Throws: all that is wrong so far, once that is `problemLimit`.
  package mutating func append(
    _ rows: CellBlock, alongside work: () -> Void = {}
  ) throws(LineupError) {
    try appendStyles(sieve.sift(rows, rowsBefore: lines.count, of: pieces.current), alongside: work)
  }

  /// Takes rows that are styles.
  mutating func appendStyles(_ block: CellBlock, alongside work: () -> Void = {}) throws(LineupError) {
    let firstRow = lines.count
    guard firstRow + block.rowCount < Int(Int32.max) else {
      throw LineupError(.tooManyRows(limit: Int(Int32.max) - 1), at: place)
    }
    lines.append(contentsOf: block.lines)
    var findings = [[ColumnBuilder.Finding]](repeating: [], count: builders.count)
    var hashes: [RowHash] = []
    let needsHashes = needsHashes
    builders.withUnsafeMutableBufferPointer { builders in
      findings.withUnsafeMutableBufferPointer { findings in
        withUnsafeMutablePointer(to: &hashes) { hashes in
          nonisolated(unsafe) let hashes = hashes
          IndependentTasks.perform(builders.count + 2, areSmall: block.isSmall) { task in
            if task == 0 { return work() }
            if task == 1 {
              if needsHashes { hashes.pointee = block.rowHashes() }
              return
            }
            findings[task - 2] = builders[task - 2].append(block, firstRow: firstRow)
          }
        }
      }
    }
    self.hashes += hashes
    for row in 0..<block.rowCount where block.isShort(row) {
      shortRows.add(row: firstRow + row)
    }
    cellsBesideTable.add(block.cellsBesideTable, of: pieces.current)
    try report(findings, in: block, firstRow: firstRow)
  }

  /// Reports rows with more cells than there are headers.
  package mutating func checkLengths(of block: CellBlock, most: Int) throws(LineupError) {
    for row in 0..<block.rowCount where block.cellCount(ofRow: row) > most {
      try report(
        .rowTooLong(cells: block.cellCount(ofRow: row), headers: most), line: Int(block.lines[row]))
    }
  }

  /// Reports what columns found in the order of the file, or keeps it until rows are left out.
  private mutating func report(
    _ findings: [[ColumnBuilder.Finding]], in block: CellBlock, firstRow: Int
  ) throws(LineupError) {
    var found: [(row: Int, place: Int, kind: Problem.Kind)] = []
    for (builder, own) in findings.enumerated() {
      let column = builders[builder].plan
      for finding in own {
        let label =
          builder < plan.columns.count
          ? column.label
          : "\(column.label) (\(plan.columns[plan.addends[builder - plan.columns.count].sum].name))"
        found.append(
          (
            finding.row, column.source?.place ?? 0,
            .notANumber(column: label, key: plan.key(of: column), text: Self.excerpt(finding.text))
          ))
      }
    }
    for one in found.sorted(by: { ($0.row, $0.place) < ($1.row, $1.place) }) {
      if settings.leaveOut.isEmpty, settings.table?.condition.clauses.isEmpty != false {
        try report(one.kind, line: Int(block.lines[one.row]))
      } else if faults.count < 1 << 16 {
        faults.append(Fault(row: firstRow + one.row, kind: one.kind))
      }
    }
  }

  /// Notes that something is wrong in a line of the file.
  ///
  /// - Throws: all that is wrong so far, once that is `problemLimit`.
  package mutating func report(_ kind: Problem.Kind, line: Int) throws(LineupError) {
    try report(kind, at: pieces.location(ofLine: line, source: source))
  }

  mutating func report(_ kind: Problem.Kind, at location: SourceLocation) throws(LineupError) {
    let limit = Self.problemLimit + plan.problems.count
    if problems.add(kind, at: location, limit: limit) { return }
    problems.add([Problem(.moreProblems, at: SourceLocation(source: source))])
    throw LineupError(problems.problems)
  }

  /// Says which piece of the catalog the next rows come from.
  ///
  /// - Parameters:
  ///   - name: `sheet 女装`; empty where the file has only one.
  ///   - file: The file, where there are several.
  package mutating func begin(piece name: String, file: String? = nil) {
    pieces.begin(name, file: file, firstRow: lines.count)
  }

  /// What the piece is called whose rows come; `nil` where there is one only.
  package var pieceName: String? { pieces.current }

  /// The problems so far with one that ends the reading.
  package func failure(_ kind: Problem.Kind, line: Int) -> LineupError {
    LineupError(problems.problems + [Problem(kind, at: pieces.location(ofLine: line, source: source))])
  }

  /// Notes what the reader did before the cells came here.
  package mutating func note(_ note: CatalogNote) {
    readerNotes.append(note)
  }

  /// A column as people know it; `nil` where the header has no name.
  package borrowing func label(ofColumn column: Int) -> String? {
    let reading = plan.columns.first { $0.source?.making == .cell && $0.source?.place == column }
    if let reading { return reading.label }
    guard column < plan.headers.count, !plan.headers[column].isEmpty else { return nil }
    return plan.headers[column]
  }

  /// Whether a column has to hold numbers.
  package borrowing func isNumeric(column: Int) -> Bool {
    plan.columns.contains { $0.canonical?.kind == .number && $0.source?.columns.contains(column) == true }
      || plan.addends.contains { $0.column.source?.place == column }
  }

  /// What was done to rows and cells.
  borrowing func columnNotes() -> [CatalogNote] {
    let place = PlaceOfRows(source: source, lines: lines, pieces: pieces)
    var notes = [shortRows.note(.shortRows, column: nil, place), cellsBesideTable.note].compactMap(\.self)
    for builder in builders.indices {
      let label = builders[builder].plan.label
      notes += builders[builder].repairs.notes(column: label, place)
      if settings.table != nil || builder >= plan.columns.count { continue }
      var used = builders[builder].usedSpellings
      for (addend, entry) in plan.addends.enumerated() where entry.sum == builder {
        used.formUnion(builders[plan.columns.count + addend].usedSpellings)
      }
      for spelling in builders[builder].plan.spellings.keys.sorted() where !used.contains(spelling) {
        notes.append(CatalogNote(.unusedSpelling(spelling), column: label))
      }
    }
    return notes
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
