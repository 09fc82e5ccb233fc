import Lineup
import LineupReports

/// A tray read back from a file: a result in JSON, or a table (CSV, workbook) that a person may have
/// edited. Amounts come from the catalog; where those of the file differ, `TrayList.notes` says so.
///
///     let list = try TrayFile(path: "tray.xlsx").list(in: show)
package struct TrayFile: Sendable {
  package let path: String
  private let lines: [TrayList.Line]
  /// The kinds of offers on the whole show that the tray says it has; `nil` where it says nothing of them.
  private let wideOffers: [String]?

  /// - Parameter scenario: what it says of columns and encoding goes for the tray too.
  /// - Throws: where the file cannot be read, or is no tray.
  package init(path: String, scenario: Scenario) throws(LineupError) {
    try self.init(bytes: FileBytes.contents(of: path), source: path, scenario: scenario)
  }

  /// Reads a tray from bytes.
  /// - Parameter source: What messages call it.
  package init(bytes: [UInt8], source path: String, scenario: Scenario) throws(LineupError) {
    self.path = path
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      let node = try Node(bytes: bytes, source: path)
      lines = try Self.lines(of: node)
      wideOffers = Self.wideOffers(of: node)
    } else {
      var settings = scenario.catalogSettings
      settings.sheets = []
      settings.header = nil
      settings.encoding = nil
      lines = try Self.lines(of: TableFile(bytes, source: path, settings: settings), path, settings)
      wideOffers = nil
    }
    if lines.isEmpty { throw LineupError(.noTrayItems, at: SourceLocation(source: path)) }
  }

  /// The ids and pitches of the file; a pitch is `nil` where the file has none.
  package var entries: [(spu: String, pitch: String?)] {
    lines.map { (SafeText.unmarked($0.spu), $0.pitch) }
  }

  /// The items with the amounts that the file gives them, in its order; a pitch is `nil` where the file has none.
  package func planned(_ list: TrayList) -> [PlannedItem] {
    zip(lines, list.entries).map { line, entry in
      func amount(_ column: TrayAmount.Column) -> Double? {
        line.amounts.first { $0.column == column }?.number
      }
      return PlannedItem(
        spu: entry.spu, pitch: entry.pitch, name: line.name, offer: line.offer, units: amount(.units),
        price: amount(.price), gmv: line.gmv)
    }
  }

  /// The tray in a show, in the order of the file.
  /// - Throws: every unknown or repeated SPU and pitch, with its line.
  package func list(in show: Show) throws(LineupError) -> TrayList {
    try TrayList(
      lines.map { line in
        // An id may be marked as text for a spreadsheet.
        guard show.catalog.row(ofSPU: line.spu) == nil else { return line }
        var line = line
        line.spu = SafeText.unmarked(line.spu)
        return line
      }, in: show, wideOffers: wideOffers)
  }

  // MARK: JSON

  /// The items of a result, of what `adjust` prints, or of a list by itself; of a rundown its slots.
  private static func lines(of node: Node) throws(LineupError) -> [TrayList.Line] {
    let holder = [node, node["result"], node["tray"]].compactMap(\.self)
    var items: [Node]?
    if case .sequence(let elements) = node.content { items = elements }
    for place in holder where items == nil {
      for key in ["items", "slots"] {
        if case .sequence(let elements)? = place[key]?.content { items = elements }
      }
    }
    guard let items else { throw LineupError(.notATray(found: found(node)), at: node.location) }
    var lines: [TrayList.Line] = []
    for item in items {
      if case .scalar(let kind)? = item["kind"]?.content, kind != "item" { continue }
      let spu: Node? = if case .scalar = item.content { item } else { item["spu"] }
      guard let spu, case .scalar(let text) = spu.content else {
        throw LineupError(.notATray(found: "an item without \"spu\""), at: item.location)
      }
      func scalar(_ key: String) -> String? {
        guard case .scalar(let text)? = item[key]?.content else { return nil }
        return CatalogText.normalized(text)
      }
      // The price of a running order's slot may be an offer's.
      let columns = item["kind"] == nil ? TrayAmount.Column.allCases : []
      var line = TrayList.Line(
        spu: CatalogText.normalized(text), pitch: scalar("pitch"), offer: scalar("offer"),
        name: scalar("name"),
        amounts: columns.compactMap { column in
          scalar(column.rawValue).map { amount($0, column) }
        }, location: item.location)
      line.gmv = scalar("gmv").flatMap { NumberText.number($0) }
      lines.append(line)
    }
    return lines
  }

  /// Of a result or what holds one: the offers that are used and have no items of their own.
  private static func wideOffers(of node: Node) -> [String]? {
    for place in [node, node["result"], node["tray"]].compactMap(\.self) {
      guard case .sequence(let offers)? = place["offers"]?.content else { continue }
      return offers.compactMap { offer -> String? in
        guard case .scalar(let name)? = offer["offer"]?.content,
          case .scalar("true")? = offer["used"]?.content, offer["items"]?.isNull ?? true
        else { return nil }
        return CatalogText.normalized(name)
      }
    }
    return nil
  }

  private static func found(_ node: Node) -> String {
    switch node.content {
    case .mapping(let entries): "the keys " + entries.prefix(6).map(\.key).joined(separator: ", ")
    case .sequence: "a list"
    case .scalar, .null: "a text"
    }
  }

  private static func amount(_ text: String, _ column: TrayAmount.Column) -> TrayAmount {
    var copy = text
    let number =
      NumberText.number(text)
      ?? copy.withUTF8 { AmountText.read($0, isOwnColumn: false)?.number }
    return TrayAmount(column: column, text: text, number: number)
  }

  // MARK: Tables

  private static func lines(
    of table: TableFile, _ path: String, _ settings: CatalogSettings
  ) throws(LineupError) -> [TrayList.Line] {
    let header = HeaderRow(settings: settings)
    guard let spu = header.column(.spu, in: table.header.cells) else {
      throw LineupError(
        .noTrayColumn(headers: table.header.cells.filter { !$0.isEmpty }),
        at: SourceLocation(source: path, line: table.header.line))
    }
    let pitch = table.header.cells.firstIndex { ["pitch", "讲解", "설명"].contains($0.lowercased()) }
    let kind = table.header.cells.firstIndex { $0.lowercased() == "kind" }
    let offer = table.header.cells.firstIndex { $0.lowercased() == "offer" }
    let name = header.column(.name, in: table.header.cells)
    var amounts: [(column: TrayAmount.Column, position: Int)] = []
    if kind == nil {
      if let position = header.column(.price, in: table.header.cells) { amounts.append((.price, position)) }
      if let position = header.column(.stock, in: table.header.cells) { amounts.append((.stock, position)) }
      if let position = table.header.cells.firstIndex(where: { $0.lowercased() == "units" }) {
        amounts.append((.units, position))
      }
    }
    let gmv = table.header.cells.firstIndex { $0.lowercased() == "gmv" }
    var lines: [TrayList.Line] = []
    var problems: [Problem] = []
    for row in table.rows {
      func cell(_ column: Int?) -> String? {
        guard let column, column < row.cells.count, !row.cells[column].isEmpty else { return nil }
        return row.cells[column]
      }
      if let kind = cell(kind), kind != "item" { continue }
      let place = SourceLocation(source: path, line: row.line)
      guard let id = cell(spu) else {
        // Sums and remarks below the items name no pitch.
        if cell(pitch) != nil { problems.append(Problem(.missingCell(column: "spu"), at: place)) }
        continue
      }
      if id == Words.Rendering.sums { continue }
      var line = TrayList.Line(
        spu: id, pitch: cell(pitch), offer: cell(offer), name: cell(name),
        amounts: amounts.compactMap { column, position in
          cell(position).map { amount($0, column) }
        }, location: place)
      line.gmv = cell(gmv).flatMap { NumberText.number($0) }
      lines.append(line)
    }
    if !problems.isEmpty { throw LineupError(problems) }
    return lines
  }
}
