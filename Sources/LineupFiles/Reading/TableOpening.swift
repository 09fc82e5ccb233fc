import Lineup

/// The files of a catalog, or of a table beside one, opened and with their headers found, before any row is
/// read. Files and sheets are read one after another as one table.
struct TableOpening {
  /// A file, or a sheet of one.
  private struct Piece {
    var file: Int
    /// `nil` for delimited text.
    var sheet: SheetChoice.Chosen?
    /// Where the header of delimited text is.
    var text: CSVHeader?
    var header: HeaderRow.Found
    var titles: [String]
    var rowsBelow: [[String]]
  }

  private struct File {
    var source: String
    var table: TableSource
    var notes: [CatalogNote]
    var choice: SheetChoice?
    var delimiter: UInt8 = 0x2C
  }

  private var files: [File] = []
  private var pieces: [Piece] = []
  private let settings: CatalogSettings
  private var headers = SheetHeaders([])
  /// The files as people know them.
  private let source: String

  /// - Parameter inputs: The files as the user named them, and what they hold.
  /// - Throws: where a file holds no table, has no header, or lacks a sheet that the settings name.
  init(_ inputs: consuming [(source: String, bytes: [UInt8])], settings: CatalogSettings) throws(LineupError)
  {
    self.settings = settings
    source = inputs.map(\.source).joined(separator: ", ")
    var failures: [Problem] = []
    for position in inputs.indices {
      let name = inputs[position].source
      do throws(LineupError) {
        // The file's own bytes are given back where they were converted.
        let bytes = inputs[position].bytes
        inputs[position].bytes = []
        let table = try TableSource(bytes, source: name, settings: settings)
        try open(table, source: name)
      } catch {
        failures += error.problems
      }
    }
    if !failures.isEmpty { throw LineupError(failures) }
    headers = SheetHeaders(pieces.map(\.header))
    try checkHeadersInCommon()
  }

  /// - Throws: where a file or sheet has no header of the first one, so that its rows are no rows of this table.
  private func checkHeadersInCommon() throws(LineupError) {
    func names(_ piece: Piece) -> [String] {
      piece.header.cells.map(HeaderName.normalized).filter { !$0.isEmpty }
    }
    guard let first = pieces.first else { return }
    let known = names(first)
    for piece in pieces.dropFirst() where Set(names(piece)).isDisjoint(with: known) {
      let name = piece.sheet.map { "the sheet \"\($0.sheet.name)\"" } ?? "the file"
      let shown = first.header.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: ", ")
      throw LineupError(
        .other(
          "\(name) has no header of \(files[first.file].source) (\(shown), …); what is read as one catalog has the same headers, and other files are joined with tables"
        ), at: SourceLocation(source: files[piece.file].source, line: piece.header.number))
    }
  }

  private mutating func open(_ table: TableSource, source: String) throws(LineupError) {
    let place = files.count
    var file = File(source: source, table: table, notes: table.notes(source: source))
    switch table {
    case .book(let book):
      let choice = try TableSource.reading(source) {
        try SheetChoice(of: book, source: source, settings: settings)
      }
      file.choice = choice
      pieces += choice.sheets.map {
        Piece(file: place, sheet: $0, header: $0.header, titles: $0.titles, rowsBelow: $0.rowsBelow)
      }
    case .text(let text):
      if let sheet = settings.sheets.first { throw LineupError(.sheetOfText, at: sheet.location) }
      let found = try CSVReader.header(of: text.bytes, source: source, settings: settings)
      file.delimiter = found.place.delimiter
      pieces.append(
        Piece(
          file: place, text: found.place, header: found.header, titles: found.titles,
          rowsBelow: found.rowsBelow))
    }
    files.append(file)
  }

  /// The headers of all files and sheets.
  var headerNames: [String] { headers.names }

  /// The first rows of the first file below its header.
  var firstRows: [[String]] { pieces.first?.rowsBelow ?? [] }

  /// The sheets that are read, and others that have the same header.
  var sheets: (read: [String], alike: [String]) {
    (files.flatMap { $0.choice?.sheets.map(\.sheet.name) ?? [] }, files.flatMap { $0.choice?.alike ?? [] })
  }

  /// Reads all rows. Time and memory are linear in the files.
  consuming func builder() throws(LineupError) -> CatalogBuilder {
    let isSheet = pieces.allSatisfy { $0.sheet != nil }
    let contested = CatalogBuilder.contested(headers.names, settings: settings)
    let empty = contested.isEmpty ? [] : try emptyColumns(among: contested)
    var builder = try CatalogBuilder(
      source: source, headers: headers.names, headerLine: pieces.first?.header.number, settings: settings,
      isSheet: isSheet, empty: empty)
    note(in: &builder)
    var sheetNotes = SheetNotes()
    for (position, piece) in pieces.enumerated() {
      let source = files[piece.file].source
      if pieces.count > 1 {
        builder.begin(
          piece: piece.sheet.map { "sheet \($0.sheet.name)" } ?? "", file: files.count > 1 ? source : nil)
        sheetNotes.begin(piece: builder.pieceName)
      }
      let columns = headers.columns[position]
      switch files[piece.file].table {
      case .text(let text):
        guard let place = piece.text else { continue }
        try text.bytes.withUnsafeBufferPointer { (bytes) throws(LineupError) in
          try CSVReader.readRows(
            bytes, below: place, header: piece.header.cells, columns: columns, into: &builder)
        }
        // The text is given back before the columns are finished, which takes memory too.
        files[piece.file].table = .text(text.withoutBytes)
      case .book(let book):
        guard let chosen = piece.sheet else { continue }
        try SheetReader(settings: settings).read(chosen, of: book, source, columns, &builder, &sheetNotes)
      }
    }
    for note in sheetNotes.all(
      areHiddenRead: !settings.leavesOutHidden, label: { builder.label(ofColumn: $0) })
    {
      builder.note(note)
    }
    return builder
  }

  /// Notes what was done to open the files.
  private func note(in builder: inout CatalogBuilder) {
    for (position, file) in files.enumerated() {
      var notes = file.notes
      if let choice = file.choice {
        notes.append(
          CatalogNote(.sheets(choice.sheets.map(\.sheet.name), alike: choice.alike, others: choice.others)))
      }
      let own = pieces.filter { $0.file == position }
      if own.contains(where: { $0.text != nil }), let title = CSVDelimiter.title(of: file.delimiter) {
        notes.append(CatalogNote(.delimiter(title)))
      }
      let titles = own.flatMap(\.titles)
      if let title = titles.first { notes.append(CatalogNote(.titleRows(title), count: titles.count)) }
      for note in notes {
        var note = note
        if files.count > 1 { note.source = file.source }
        builder.note(note)
      }
    }
    for lack in headers.lacking {
      let piece = pieces[lack.sheet]
      let name = piece.sheet.map { "the sheet \"\($0.sheet.name)\"" } ?? "the file"
      var note = CatalogNote(.lackingHeader(lack.header, piece: name))
      if files.count > 1 { note.source = files[piece.file].source }
      builder.note(note)
    }
  }

  /// Those of some columns that no row has a value in.
  private func emptyColumns(among wanted: [Int]) throws(LineupError) -> Set<Int> {
    var open = Set(wanted)
    for (position, piece) in pieces.enumerated() where !open.isEmpty {
      let columns = headers.columns[position]
      switch files[piece.file].table {
      case .text(let text):
        guard let place = piece.text else { continue }
        text.bytes.withUnsafeBufferPointer { bytes in
          CSVReader.forEachRow(bytes, below: place) { row in
            open.subtract(row.filledColumns(among: open, columns: columns))
            return !open.isEmpty
          }
        }
      case .book(let book):
        guard let chosen = piece.sheet else { continue }
        try TableSource.reading(files[piece.file].source) {
          try book.read(chosen.sheet, isTop: false) { rows in
            while !open.isEmpty, try rows.nextRow() {
              guard rows.line > chosen.lastHeaderLine else { continue }
              for cell in rows.cells where !cell.range.isEmpty {
                let column = columns.map { cell.column < $0.count ? $0[cell.column] : -1 } ?? cell.column
                guard open.contains(column) else { continue }
                let isFilled = rows.bytes[cell.range].withUnsafeBufferPointer(CellBlock.isFilled)
                if isFilled { open.remove(column) }
              }
            }
          }
        }
      }
    }
    return open
  }
}

extension TextFile {
  /// The same without its bytes.
  fileprivate var withoutBytes: TextFile {
    var file = self
    file.bytes = []
    return file
  }
}
