import Lineup
import LineupReports

/// A table of a report in a page: groups with subtotals, filters, headings that sort, and on a phone a row
/// of two lines for each.
struct PageTable {
  private let table: ReportTable
  private let title: String
  /// The places of the columns that stand beside each other.
  private let columns: [Int]
  /// Columns that are told within the cell of the name: a picture, selling points.
  private let asides: [Int]
  private let hasTools: Bool
  private let tags: [String: Int]

  init(_ table: ReportTable, title: String) {
    self.table = table
    self.title = title
    let shown = table.shown(in: .page)
    let hasName = shown.contains { table.columns[$0].kind == .name }
    let told = shown.filter { hasName && [.aside, .picture].contains(table.columns[$0].kind) }
    let others = shown.filter { !told.contains($0) }
    asides = told
    columns = others
    hasTools = table.filtered.contains { others.contains($0) }
    tags = Self.tags(of: table)
  }

  var html: String {
    var html = hasTools ? PageTools(table, columns: columns).html : ""
    html += PageTools.switches(table, hasPictures: hasPictures)
    let isWide = columns.count > 18
    html +=
      "<div class=\"scroll\(isWide ? " wide" : "")\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTMLText.escaped(title))\">"
    html += "<table class=\"cards\(table.timeline == nil ? "" : " order")\"><thead><tr>"
    for place in columns {
      let name = HTMLText.escaped(table.columns[place].title)
      let button = hasTools ? "<button type=\"button\">\(name)</button>" : name
      // Browsers leave buttons out of heads that are repeated on paper: there the name itself stands.
      let printed = hasTools ? " data-head=\"\(name)\"" : ""
      html += "<th scope=\"col\"\(classes(place))\(printed)>\(button)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    let groups = table.groups
    for group in groups {
      if groups.count > 1 { html += heading(of: group) }
      for row in group.rows { html += self.html(of: row) }
    }
    html += "</tbody>\n"
    if !table.summed.isEmpty, !table.rows.isEmpty {
      let title = Words.Rendering.all(table.rows.count, table.noun)
      html += "<tfoot>" + sums(table.rows, title: title, style: "total") + "</tfoot>"
    }
    return html + "</table></div>\n"
  }

  private var hasPictures: Bool {
    table.shown(in: .page).contains { place in
      table.columns[place].kind == .picture && table.rows.contains { $0.cells[place] != .missing }
    }
  }

  // MARK: Groups and sums

  /// The line above a group: its name, and its size and sums where rows are things that can be counted.
  private func heading(of group: (name: String?, rows: [ReportTable.Row])) -> String {
    guard table.summed.isEmpty, table.filtered.isEmpty else {
      return sums(
        group.rows, title: Words.heading(group.name, group.rows.count, table.noun), style: "group")
    }
    guard let name = group.name else { return "" }
    return
      "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(HTMLText.escaped(name))</th></tr>\n"
  }

  private func sums(_ rows: [ReportTable.Row], title: String, style: String) -> String {
    let first = max(1, columns.firstIndex { table.summed.contains($0) } ?? columns.count)
    var html = "<tr class=\"\(style)\"><th scope=\"rowgroup\" colspan=\"\(first)\">"
    html += "<span class=\"title\">\(HTMLText.escaped(title))</span></th>"
    for (position, place) in columns.enumerated().dropFirst(first) {
      guard table.summed.contains(place) else {
        html += "<th></th>"
        continue
      }
      let kind = table.columns[place].kind
      let sum = ReportTable.text(ReportTable.sum(place, over: rows), kind)
      html += "<th class=\"number\" data-sum=\"\(position)\" data-decimals=\"\(Self.decimals(kind))\""
      html += " data-label=\"\(HTMLText.escaped(table.columns[place].title))\">\(HTMLText.escaped(sum))</th>"
    }
    return html + "</tr>\n"
  }

  private static func decimals(_ kind: ReportTable.Kind) -> Int {
    switch kind {
    case .amount(let decimals), .minutes(let decimals), .difference(let decimals): decimals
    default: 0
    }
  }

  // MARK: Rows

  private func html(of row: ReportTable.Row) -> String {
    var names: [String] = []
    if row.tone != .plain { names.append(row.tone.rawValue) }
    if row.isDetail { names.append("detail") }
    if row.marks.isEmpty { names.append("alike") }
    var html = "<tr"
    if let slot = row.slot {
      names += [slot.kind.rawValue] + (slot.isShown ? ["shown"] : [])
      html += " data-start=\"\(slot.start)\" data-end=\"\(slot.end)\""
      if let start = table.timeline?.start { html += " data-clock=\"\(start)\"" }
    }
    html += (names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\"") + ">"
    for place in columns { html += cell(place, of: row) }
    return html + "</tr>\n"
  }

  private func cell(_ place: Int, of row: ReportTable.Row) -> String {
    let column = table.columns[place]
    var attributes = classes(
      place, isMarked: row.marks.contains(place), isFault: row.faults.contains(place))
    if case .number(let number) = row.cells[place] { attributes += " data-value=\"\(number)\"" }
    if case .text(let text) = row.cells[place], column.kind == .tags {
      attributes += " data-value=\"\(HTMLText.escaped(text))\""
    }
    attributes += " data-key=\"\(HTMLText.escaped(column.key))\""
    if !column.title.isEmpty { attributes += " data-label=\"\(HTMLText.escaped(column.title))\"" }
    return "<td\(attributes)>\(content(place, of: row))</td>"
  }

  private func content(_ place: Int, of row: ReportTable.Row) -> String {
    let column = table.columns[place]
    let text = HTMLText.escaped(table.text(place, in: row, .spoken))
    switch (column.kind, row.cells[place]) {
    case (.tags, .text(let cell)):
      return cell.split(separator: "|").map { tag in
        "<span class=\"chip c\(tags[String(tag)] ?? 0)\">\(HTMLText.escaped(String(tag)))</span>"
      }.joined()
    case (.picture, .text): return Self.picture(text)
    case (.state, _) where !text.isEmpty: return "<span class=\"met\">\(text)</span>"
    case (.gauge, _): return (row.gauge.map(PageGauge.svg) ?? "") + "<span>\(text)</span>"
    case (_, .phrase(let phrase)): return HTMLText.phrase(phrase)
    case (.name, _):
      let name = row.target.map { "<a href=\"#\(HTMLText.escaped($0))\">\(text)</a>" } ?? text
      return name + asides.map { aside($0, of: row) }.joined()
    default: return text
    }
  }

  /// What is told within the cell of the name.
  private func aside(_ place: Int, of row: ReportTable.Row) -> String {
    let text = HTMLText.escaped(table.text(place, in: row, .spoken))
    if text.isEmpty { return "" }
    if table.columns[place].kind == .picture { return " " + Self.picture(text) }
    return "<small class=\"aside\" data-key=\"\(HTMLText.escaped(table.columns[place].key))\">\(text)</small>"
  }

  /// A link that becomes a picture when the reader asks for it.
  static func picture(_ escapedLink: String) -> String {
    "<a class=\"picture\" href=\"\(escapedLink)\" rel=\"noopener noreferrer\" target=\"_blank\">\(HTMLText.escaped(Words.Rendering.picture))</a>"
  }

  /// The distinct tags of a table, in order; the place of each gives its colour.
  private static func tags(of table: ReportTable) -> [String: Int] {
    var tags: Set<String> = []
    for column in table.columns.indices where table.columns[column].kind == .tags {
      for row in table.rows {
        if case .text(let text) = row.cells[column] {
          tags.formUnion(text.split(separator: "|").map(String.init))
        }
      }
    }
    return Dictionary(uniqueKeysWithValues: tags.sorted().enumerated().map { ($1, $0 % 8) })
  }

  /// Columns that a phone's two lines have no room for, where there are many.
  private static let minor: Set<String> = [
    "brand", "gender", "category", "role", "minutes", "list_price", "units", "margin", "season_index",
    "locked", "stock", "kind",
    "audience", "place", "arrow", "proven", "unit_name",
  ]

  private func classes(_ place: Int, isMarked: Bool = false, isFault: Bool = false) -> String {
    let column = table.columns[place]
    var names: [String] = []
    if column.kind.isNumeric { names.append("number") }
    switch column.kind {
    case .name, .rule: names.append("name")
    case .sentence: names += ["name", "sentence"]
    case .tags: names.append("tags")
    case .text where place == 0 && column.key != "time": names.append("name")
    default: break
    }
    if columns.count > 6, Self.minor.contains(column.key) { names.append("minor") }
    if isMarked { names.append("mark") }
    if isFault { names.append("fault") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
