/// A table of a report in a page: groups with subtotals, filters, headings that sort.
struct PageTable {
  let html: String

  init(_ table: ReportTable, title: String) {
    let hasTools = !table.filtered.isEmpty
    var html = hasTools ? Self.tools(table) : Self.switches(table)
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTMLText.escaped(title))\">"
    html += "<table class=\"cards\"><thead><tr>"
    let tags = Self.tags(of: table)
    for column in table.columns {
      let name = HTMLText.escaped(column.title)
      html +=
        "<th scope=\"col\"\(Self.style(column))>\(hasTools ? "<button type=\"button\">\(name)</button>" : name)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    let groups = table.groups
    for group in groups {
      if groups.count > 1, let heading = Self.heading(of: group, in: table) { html += heading }
      for row in group.rows { html += Self.row(table, row, tags) }
    }
    html += "</tbody>\n"
    if !table.summed.isEmpty, !table.rows.isEmpty {
      html +=
        "<tfoot>"
        + Self.sums(table, table.rows, title: "All \(Self.count(table.rows, table))", style: "total")
        + "</tfoot>"
    }
    self.html = html + "</table></div>\n"
  }

  private static func tools(_ table: ReportTable) -> String {
    var html =
      "<div class=\"tools\" data-noun=\"\(HTMLText.escaped(table.noun))\"><label>Search<input type=\"search\" placeholder=\"name, SPU, …\"></label>"
    for column in table.filtered {
      var values: Set<String> = []
      for row in table.rows {
        guard case .text(let text) = row.cells[column] else { continue }
        let isTags = table.columns[column].kind == .tags
        values.formUnion(isTags ? text.split(separator: "|").map(String.init) : [text])
      }
      guard values.count > 1 else { continue }
      let title = HTMLText.escaped(table.columns[column].title)
      html += "<label>\(title)<select data-column=\"\(column)\"><option value=\"\">all</option>"
      for value in values.sorted() {
        html += "<option value=\"\(HTMLText.escaped(value))\">\(HTMLText.escaped(value))</option>"
      }
      html += "</select></label>"
    }
    html += "<button type=\"button\" class=\"again\" hidden>Back to groups</button>"
    return html + "<output aria-live=\"polite\"></output></div>\n"
  }

  /// The line above a group: its name, and its size and sums where rows are things that can be counted.
  private static func heading(
    of group: (name: String?, rows: [ReportTable.Row]), in table: ReportTable
  ) -> String? {
    if table.filtered.isEmpty {
      return group.name.map { name in
        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(HTMLText.escaped(name))</th></tr>\n"
      }
    }
    return sums(
      table, group.rows, title: "\(group.name ?? "others"): \(count(group.rows, table))", style: "group")
  }

  /// `12 items`
  private static func count(_ rows: [ReportTable.Row], _ table: ReportTable) -> String {
    "\(rows.count) \(table.noun)\(rows.count == 1 ? "" : "s")"
  }

  private static func sums(_ table: ReportTable, _ rows: [ReportTable.Row], title: String, style: String)
    -> String
  {
    var html = "<tr class=\"\(style)\">"
    let first = table.summed.min() ?? table.columns.count
    html += "<th scope=\"rowgroup\" colspan=\"\(max(1, first))\">\(HTMLText.escaped(title))</th>"
    for column in table.columns.indices.dropFirst(max(1, first)) {
      guard table.summed.contains(column) else {
        html += "<th></th>"
        continue
      }
      let sum = ReportTable.text(
        .number(ReportTable.sum(column, over: rows)), table.columns[column].kind)
      html +=
        "<th class=\"number\" data-label=\"\(HTMLText.escaped(table.columns[column].title))\">\(HTMLText.escaped(sum))</th>"
    }
    return html + "</tr>\n"
  }

  /// Boxes that show less or more of a table without filters.
  private static func switches(_ table: ReportTable) -> String {
    var boxes: [String] = []
    if table.rows.contains(where: { !$0.marks.isEmpty }) {
      boxes.append(
        "<label><input type=\"checkbox\" data-shows=\"alike\" checked> Show rows that are alike</label>")
    }
    if table.rows.contains(where: \.isDetail) {
      boxes.append(
        "<label><input type=\"checkbox\" data-shows=\"details\"> Show every row of long rules</label>")
    }
    return boxes.isEmpty ? "" : "<div class=\"tools boxes\">\(boxes.joined())</div>\n"
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

  private static func row(_ table: ReportTable, _ row: ReportTable.Row, _ tags: [String: Int]) -> String {
    var names: [String] = []
    if row.tone != .plain { names.append(row.tone.rawValue) }
    if row.isDetail { names.append("detail") }
    if row.marks.isEmpty { names.append("alike") }
    var html = names.isEmpty ? "<tr>" : "<tr class=\"\(names.joined(separator: " "))\">"
    for (index, cell) in row.cells.enumerated() {
      let column = table.columns[index]
      var attributes = style(
        column, isMarked: row.marks.contains(index), isFault: row.faults.contains(index))
      if case .number(let number) = cell { attributes += " data-value=\"\(number)\"" }
      if case .text(let text) = cell, column.kind == .tags {
        attributes += " data-value=\"\(HTMLText.escaped(text))\""
      }
      html +=
        "<td\(attributes) data-label=\"\(HTMLText.escaped(column.title))\">\(content(table, row, index, tags))</td>"
    }
    return html + "</tr>\n"
  }

  private static func content(
    _ table: ReportTable, _ row: ReportTable.Row, _ index: Int, _ colours: [String: Int]
  ) -> String {
    let text = HTMLText.escaped(table.text(index, in: row))
    switch (table.columns[index].kind, row.cells[index]) {
    case (.tags, .text(let tags)):
      return tags.split(separator: "|").map { tag in
        "<span class=\"chip c\(colours[String(tag)] ?? 0)\">\(HTMLText.escaped(String(tag)))</span>"
      }.joined()
    case (.image, .text):
      return "<a href=\"\(text)\" rel=\"noopener noreferrer\" target=\"_blank\">picture</a>"
    case (.state, .text) where !text.isEmpty: return "<span class=\"met\">\(text)</span>"
    case (.gauge, .text): return (row.gauge.map(PageGauge.svg) ?? "") + text
    case (.text, .text) where table.columns[index].key == "message": return HTMLText.withNames(text)
    default: return text
    }
  }

  private static func style(
    _ column: ReportTable.Column, isMarked: Bool = false, isFault: Bool = false
  ) -> String {
    var names: [String] = []
    switch column.kind {
    case .number, .share, .difference, .figure: names.append("number")
    default: if ["name", "row", "value", "message", "line"].contains(column.key) { names.append("name") }
    }
    if column.kind == .tags { names.append("tags") }
    if isMarked { names.append("mark") }
    if isFault { names.append("fault") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
