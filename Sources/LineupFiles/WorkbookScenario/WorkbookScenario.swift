import Lineup

/// A workbook that is a whole scenario: the sheets Show and Rules, and one with the catalog.
///
/// Its cells become the document that a YAML file would hold, each part with the sheet and the cell where it
/// stands, so that one decoder reads both and every message names a cell.
struct WorkbookScenario {
  /// The scenario as a document.
  let document: Node

  private static let showNames = ["show", "场次", "场次设置", "방송"]
  private static let rulesNames = ["rules", "规则", "규칙", "ルール"]
  /// Sheets that are no catalogs by their names.
  private static let otherNames = ["lists", "notes", "说明", "help"]
  private static let catalogNames = ["catalog", "styles", "货盘", "商品", "款式", "상품", "商品一覧"]

  /// - Throws: where a sheet is missing, or a row of rules cannot be read.
  init(_ book: any SheetBook, source: String) throws(LineupError) {
    func sheet(_ names: [String]) -> SheetName? {
      book.sheets.first { names.contains(HeaderRow.comparable($0.name)) }
    }
    guard let show = sheet(Self.showNames) else {
      throw LineupError(
        .unknownSheet("Show", known: book.sheets.map(\.name)), at: SourceLocation(source: source))
    }
    let rules = sheet(Self.rulesNames)
    let showCells = try SheetCells(show, of: book, source: source)
    let place = SourceLocation(source: source)
    var entries = try ShowSheet(showCells).entries
    if let rules {
      let read = try RulesSheet(SheetCells(rules, of: book, source: source)).entries
      if !read.isEmpty {
        entries.append(.init(key: "rules", keyLocation: place, value: Node(.mapping(read), at: place)))
      }
    }
    if !entries.contains(where: { $0.key == "catalog" }) {
      let taken = [show, rules].compactMap(\.self)
      let rest = book.sheets.filter { sheet in
        !taken.contains(sheet) && !sheet.isHidden
          && !Self.otherNames.contains(HeaderRow.comparable(sheet.name))
      }
      let named = rest.first { Self.catalogNames.contains(HeaderRow.comparable($0.name)) }
      guard let catalog = named ?? Self.likeliest(rest, of: book) else {
        throw LineupError(
          .unknownSheet("Catalog", known: book.sheets.map(\.name)), at: SourceLocation(source: source))
      }
      let file = source.split(separator: "/").last.map(String.init) ?? source
      entries.append(.init(key: "catalog", keyLocation: place, value: Node(.scalar(file), at: place)))
      if !entries.contains(where: { $0.key == "sheet" }) {
        entries.append(.init(key: "sheet", keyLocation: place, value: Node(.scalar(catalog.name), at: place)))
      }
    }
    document = Node(.mapping(entries), at: place)
  }

  /// The sheet whose header names the most columns.
  private static func likeliest(_ sheets: [SheetName], of book: any SheetBook) -> SheetName? {
    let header = HeaderRow(settings: .init())
    func score(_ sheet: SheetName) -> Int {
      guard let top = try? book.top(of: sheet, settings: .init()), let found = header.find(in: top) else {
        return -1
      }
      return header.score(found.cells)
    }
    return sheets.max { score($0) < score($1) }
  }

  /// Whether a file has the name of a workbook, which may be large.
  static func isNamedSo(_ path: String) -> Bool {
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    return ["xlsx", "xlsm", "xls", "ods"].contains(ending)
  }

  /// Whether bytes are those of a workbook.
  static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    switch FileKind(of: bytes) {
    case .zip, .compound: true
    default: false
    }
  }

  /// The document of a workbook's bytes.
  static func document(_ bytes: [UInt8], source: String) throws(LineupError) -> Node {
    guard case .book(let book) = try TableSource(bytes, source: source, settings: .init()) else {
      throw LineupError(
        .foreignFile("no workbook", advice: "write the scenario as YAML"), at: SourceLocation(source: source))
    }
    return try WorkbookScenario(book, source: source).document
  }
}

/// The cells of a sheet with their places.
struct SheetCells {
  struct Row {
    var line: Int
    var cells: [String]
  }

  let rows: [Row]
  private let place: String

  init(_ sheet: SheetName, of book: any SheetBook, source: String) throws(LineupError) {
    place = "\(source), sheet \(sheet.name), cell "
    rows = try TableSource.reading(source) {
      try book.read(sheet, isTop: false) { rows in
        var found: [Row] = []
        while try rows.nextRow() {
          let row = rows.topRow
          found.append(Row(line: row.number, cells: row.cells.map(CatalogText.normalized)))
        }
        return found
      }
    }
  }

  /// What messages call a cell: `货盘.xlsx, sheet Rules, cell D5`.
  func location(_ row: Row, _ column: Int) -> SourceLocation {
    SourceLocation(source: place + ColumnReference.letters(column) + String(row.line))
  }

  /// A cell as a document: what begins with a brace or a bracket is read as YAML.
  func node(_ row: Row, _ column: Int) throws(LineupError) -> Node {
    let text = column < row.cells.count ? row.cells[column] : ""
    let place = location(row, column)
    if text.isEmpty { return Node(.null, at: place) }
    guard text.first == "{" || text.first == "[" else { return Node(.scalar(text), at: place) }
    return try Self.parsed(text, at: place)
  }

  /// Text in braces or brackets, every part of it in one cell.
  static func parsed(_ text: String, at place: SourceLocation) throws(LineupError) -> Node {
    do throws(LineupError) {
      return moved(try Node(text: text, source: place.source), to: place)
    } catch {
      throw LineupError(error.problems.map { Problem($0.kind, at: place) })
    }
  }

  private static func moved(_ node: Node, to place: SourceLocation) -> Node {
    var node = node
    node.location = place
    switch node.content {
    case .sequence(let elements): node.content = .sequence(elements.map { moved($0, to: place) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { .init(key: $0.key, keyLocation: place, value: moved($0.value, to: place)) })
    default: break
    }
    return node
  }
}
