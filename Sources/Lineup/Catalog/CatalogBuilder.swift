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
  /// The builder of the ids; a plan without one does not come about.
  private let idBuilder: Int

  private var lines: [Int32] = []
  private var problems: [Problem] = []
  /// The problems of the row that is being read, whose line is not known yet.
  private var rowProblems: [Problem.Kind] = []
  private var rowHasID = false
  private let onDuplicate: DuplicatePolicy?
  /// Rows whose SPU came before.
  private var duplicates = RepairTally()
  private var shortRows = RepairTally()
  private var rowIsTooLong = false
  /// Headers up to the last that has a name.
  private let namedHeaderCount: Int
  private var readerNotes: [CatalogNote] = []

  /// Whether the row that is being read has a cell that is not empty.
  package private(set) var rowHasText = false

  /// - Parameters:
  ///   - source: The file as the user named it.
  ///   - headers: The cells of the header row.
  ///   - headerLine: Its line in the file.
  /// - Throws: where headers are ambiguous, reserved or missing, or settings name unknown ones.
  package init(source: String, headers: [String], headerLine: Int?, settings: CatalogSettings)
    throws(LineupError)
  {
    try Self.checkDefaults(settings)
    let place = SourceLocation(source: source, line: headerLine)
    let plan = try HeaderPlan(headers: headers, place: place, settings: settings)
    self.source = source
    self.place = place
    self.plan = plan
    onDuplicate = settings.onDuplicate
    namedHeaderCount = (headers.lastIndex { !CatalogText.normalized($0).isEmpty } ?? -1) + 1
    builders = plan.columns.map(ColumnBuilder.init)
    builderOfHeader = plan.columnOfHeader.map { $0 ?? -1 }
    idBuilder = plan.columns.firstIndex { $0.canonical == .spu } ?? 0
  }

  /// How many headers there are.
  package var headerCount: Int { builderOfHeader.count }

  /// Takes a cell of the row that is being read: UTF-8, with or without white space around it.
  ///
  /// Cells may come in any order, each at most once; those that never come are missing. A cell beyond
  /// the headers is ignored (say so with `report`).
  package mutating func append(_ cell: UnsafeBufferPointer<UInt8>, column: Int) {
    let cell = CatalogText.trimmed(cell)
    if cell.isEmpty { return }
    rowHasText = true
    guard column < builderOfHeader.count else {
      rowIsTooLong = true
      return
    }
    let builder = builderOfHeader[column]
    if builder < 0 { return }
    if builder == idBuilder { rowHasID = true }
    if let fault = builders[builder].append(cell, row: lines.count) {
      if case .repeated = fault, onDuplicate != nil {
        duplicates.add(row: lines.count) {
          .init(written: String(decoding: cell, as: UTF8.self), read: nil)
        }
        return
      }
      rowProblems.append(problem(fault, in: builders[builder].plan, cell: cell))
    }
  }

  /// Ends the row that is being read, which began in `line` of the file. A row without any text is
  /// no row.
  ///
  /// - Parameter cells: How many cells the row has, empty ones among them; `nil` where that says nothing.
  package mutating func endRow(line: Int, cells: Int? = nil) throws(LineupError) {
    guard rowHasText else { return }
    if let cells, cells < namedHeaderCount { shortRows.add(row: lines.count) }
    if rowIsTooLong || cells ?? 0 > headerCount {
      try report(.rowTooLong(cells: max(cells ?? 0, headerCount + 1), headers: headerCount), line: line)
    }
    rowIsTooLong = false
    if lines.count == Int(Int32.max) - 1 {
      throw LineupError(.tooManyRows(limit: Int(Int32.max) - 1), at: place)
    }
    if !rowHasID { rowProblems.insert(.missingCell(column: CanonicalColumn.spu.rawValue), at: 0) }
    lines.append(Int32(truncatingIfNeeded: line))
    rowHasText = false
    rowHasID = false
    if !rowProblems.isEmpty {
      let found = rowProblems
      rowProblems = []
      for kind in found { try report(kind, line: line) }
    }
  }

  /// Notes that something is wrong in a line of the file.
  ///
  /// - Throws: all that is wrong so far, once that is `problemLimit`.
  package mutating func report(_ kind: Problem.Kind, line: Int) throws(LineupError) {
    if problems.count == Self.problemLimit {
      problems.append(Problem(.moreProblems, at: SourceLocation(source: source)))
      throw LineupError(problems)
    }
    problems.append(Problem(kind, at: SourceLocation(source: source, line: line)))
  }

  /// The problems so far with one that ends the reading.
  package func failure(_ kind: Problem.Kind, line: Int) -> LineupError {
    LineupError(problems + [Problem(kind, at: SourceLocation(source: source, line: line))])
  }

  /// The catalog of all rows.
  ///
  /// - Throws: everything that is wrong with the rows.
  package consuming func finish() throws(LineupError) -> Catalog {
    if !problems.isEmpty { throw LineupError(problems) }
    if lines.isEmpty { throw LineupError(.noRows, at: place) }
    let codes = duplicates.count > 0 ? builders[idBuilder].codes : []
    let (ids, rows) = builders[idBuilder].finishIDs()
    var columns: [CatalogColumn] = []
    for builder in builders.indices {
      columns.append(builders[builder].finish(rows: lines.count, ids: ids))
    }
    let catalog = Catalog(
      source: source, spus: ids, lines: lines, columns: columns, unusedHeaders: plan.unused,
      notes: readerNotes + columnNotes(), rowsBySPU: rows, columnsByName: plan.lookup)
    guard let onDuplicate, !codes.isEmpty else { return catalog }
    return catalog.merged(codes: codes, onDuplicate)
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
    var notes = [shortRows.note(.shortRows, column: nil, lines: lines)].compactMap(\.self)
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
    _ fault: ColumnBuilder.Fault, in column: HeaderPlan.Column, cell: UnsafeBufferPointer<UInt8>
  ) -> Problem.Kind {
    let text = CatalogText.string(cell)
    switch fault {
    case .notANumber: return .notANumber(column: column.label, text: Self.excerpt(text))
    case .negative: return .negativeNumber(column: column.label, text: text)
    case .repeated(let row):
      return .duplicateSPU(text, firstLine: row < lines.count ? Int(lines[row]) : 0)
    }
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
