import LineupReports

/// Boxes above a table that narrow and sort it.
struct PageTools {
  private let table: ReportTable
  private let columns: [Int]

  init(_ table: ReportTable, columns: [Int]) {
    self.table = table
    self.columns = columns
  }

  var html: String {
    typealias Say = Words.Rendering
    let (one, many) = (Words.noun(table.noun, isOne: true), Words.noun(table.noun, isOne: false))
    var html =
      "<div class=\"tools\" data-one=\"\(escaped(one))\" data-many=\"\(escaped(many))\" data-of=\"\(escaped(Say.of))\">"
    html +=
      "<label>\(escaped(Say.search))<input type=\"search\" placeholder=\"\(escaped(Say.searchHint))\"></label>"
    for place in table.filtered {
      guard let position = columns.firstIndex(of: place) else { continue }
      let values = values(of: place)
      guard values.count > 1 else { continue }
      html += select(
        table.columns[place].title, "data-column=\"\(position)\"",
        [("", Say.all)] + values.map { ($0, $0) })
    }
    let titles = columns.enumerated().map { ("\($0)", table.columns[$1].title) }.filter { !$0.1.isEmpty }
    html += select(Say.sortBy, "data-sort", [("", Say.asItStands)] + titles, style: "sort")
    html += "<button type=\"button\" class=\"again\" hidden>\(escaped(Say.backToGroups))</button>"
    return html + "<output aria-live=\"polite\"></output></div>\n"
  }

  /// Boxes that show less or more of a table.
  static func switches(_ table: ReportTable, hasPictures: Bool) -> String {
    typealias Say = Words.Rendering
    var boxes: [String] = []
    func add(_ key: String, _ title: String, isOn: Bool) {
      boxes.append(
        "<label><input type=\"checkbox\" data-shows=\"\(key)\"\(isOn ? " checked" : "")> \(HTMLText.escaped(title))</label>"
      )
    }
    let hasMarks = table.rows.contains { !$0.marks.isEmpty } && table.rows.contains { $0.marks.isEmpty }
    if hasMarks { add("alike", Say.showAlike, isOn: true) }
    if table.rows.contains(where: \.isDetail) { add("details", Say.showDetails, isOn: false) }
    if hasPictures { add("pictures", Say.showPictures, isOn: false) }
    return boxes.isEmpty ? "" : "<div class=\"tools boxes\">\(boxes.joined())</div>\n"
  }

  private func values(of place: Int) -> [String] {
    var values: Set<String> = []
    for row in table.rows {
      let text = table.text(place, in: row, .spoken)
      let isTags = table.columns[place].kind == .tags
      values.formUnion(isTags ? text.split(separator: "|").map(String.init) : text.isEmpty ? [] : [text])
    }
    return values.sorted()
  }

  private func select(
    _ title: String, _ attribute: String, _ options: [(value: String, title: String)], style: String = ""
  ) -> String {
    let listed = options.map { "<option value=\"\(escaped($0.value))\">\(escaped($0.title))</option>" }
    return "<label\(style.isEmpty ? "" : " class=\"\(style)\"")>\(escaped(title))<select \(attribute)>"
      + listed.joined() + "</select></label>"
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
