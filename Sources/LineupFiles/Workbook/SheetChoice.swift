import Lineup

/// Which sheets of a workbook are read, where their headers are, and what the other sheets are.
struct SheetChoice {
  /// A sheet that is read.
  struct Chosen {
    var sheet: SheetName
    var header: HeaderRow.Found
    /// The line of the header's last row.
    var lastHeaderLine: Int
    /// The first text of each row above the header.
    var titles: [String]
    /// The first rows below the header.
    var rowsBelow: [[String]]
  }

  /// In the order in which they are read; never empty.
  private(set) var sheets: [Chosen] = []
  /// Names of other sheets with the same header.
  private(set) var alike: [String] = []
  /// How many sheets there are besides all these.
  private(set) var others = 0

  /// The sheets that `settings` names, else the first that is shown and has a recognisable header.
  init(of book: any SheetBook, source: String, settings: CatalogSettings) throws {
    let finder = HeaderRow(settings: settings)
    for wanted in settings.sheets {
      guard let sheet = book.sheets.first(where: { CatalogText.normalized($0.name) == wanted.name }) else {
        throw LineupError(.unknownSheet(wanted.name, known: book.sheets.map(\.name)), at: wanted.location)
      }
      guard let chosen = try Self.chosen(sheet, of: book, settings: settings) else {
        throw Self.noHeader(
          settings, source: settings.sheets.count > 1 ? "\(source), sheet \(sheet.name)" : source)
      }
      sheets.append(chosen)
    }
    var rest: [Chosen] = []
    var failure: (any Error)?
    for sheet in book.sheets where !sheets.contains(where: { $0.sheet == sheet }) {
      do {
        if let chosen = try Self.chosen(sheet, of: book, settings: settings) { rest.append(chosen) }
      } catch {
        // A sheet that is not read may be damaged.
        failure = failure ?? error
      }
    }
    if sheets.isEmpty {
      let shown = rest.filter { !$0.sheet.isHidden }
      guard let chosen = shown.first(where: { finder.score($0.header.cells) >= 2 }) ?? shown.first else {
        throw failure ?? Self.noHeader(settings, source: source)
      }
      sheets = [chosen]
      rest.removeAll { $0.sheet == chosen.sheet }
    }
    alike = rest.filter { isLike($0, finder) }.map(\.sheet.name)
    others = book.sheets.count - sheets.count - alike.count
  }

  /// Whether another sheet has the header of the first that is read: most of its texts, the ids among
  /// them.
  private func isLike(_ other: Chosen, _ finder: HeaderRow) -> Bool {
    let own = Set(sheets[0].header.cells.map(CatalogText.normalized)).subtracting([""])
    let found = Set(other.header.cells.map(CatalogText.normalized)).subtracting([""])
    let shared = own.intersection(found)
    return finder.names(.spu, in: Array(shared)) && shared.count * 2 > max(own.count, found.count)
  }

  private static func chosen(
    _ sheet: SheetName, of book: any SheetBook, settings: CatalogSettings
  ) throws -> Chosen? {
    let top = try book.top(of: sheet, settings: settings)
    guard let header = HeaderRow(settings: settings).find(in: top) else { return nil }
    return Chosen(
      sheet: sheet, header: header, lastHeaderLine: top[header.rows.upperBound].number,
      titles: top[..<header.rows.lowerBound].compactMap { row in row.cells.first { !$0.isEmpty } },
      rowsBelow: top[(header.rows.upperBound + 1)...].map(\.cells).filter { row in
        row.contains { !$0.isEmpty }
      })
  }

  private static func noHeader(_ settings: CatalogSettings, source: String) -> LineupError {
    if let said = settings.header { return LineupError(.noHeaderInRow(said.last), at: said.location) }
    return LineupError(.noHeader, at: SourceLocation(source: source))
  }
}

/// The headers of several sheets as those of one table: the first sheet's, then what others have beside.
struct SheetHeaders {
  private(set) var names: [String] = []
  /// For each sheet the header that each of its columns feeds; `nil` where they are the same.
  private(set) var columns: [[Int]?] = []
  /// Headers that a sheet lacks.
  private(set) var lacking: [(header: String, sheet: Int)] = []

  init(_ headers: [HeaderRow.Found]) {
    names = headers.first?.cells ?? []
    for header in headers.dropFirst() {
      var taken = Set<Int>()
      for cell in header.cells {
        let place = place(of: cell, besides: taken) ?? names.count
        if place == names.count { names.append(cell) }
        taken.insert(place)
      }
    }
    for (sheet, header) in headers.enumerated() {
      var places: [Int] = []
      var taken = Set<Int>()
      for cell in header.cells {
        let place = place(of: cell, besides: taken) ?? names.count
        taken.insert(place)
        places.append(place)
      }
      // Cells right of a shorter header are under no header of the others either.
      columns.append(places == Array(names.indices) ? nil : places)
      for place in names.indices where !taken.contains(place) && !CatalogText.normalized(names[place]).isEmpty
      {
        lacking.append((names[place], sheet))
      }
    }
  }

  /// The first header that has a text and is not taken yet, letter case and spaces aside.
  private func place(of cell: String, besides taken: Set<Int>) -> Int? {
    let wanted = HeaderRow.comparable(cell)
    return names.indices.first { !taken.contains($0) && HeaderRow.comparable(names[$0]) == wanted }
  }
}
