import LineupReports

/// Styles against shows in a page: the figures are there as text, warmth is a colour behind them.
enum PageHeatMap {
  /// How much of the colour the warmest cell has, in percent; more would hide its figure.
  private static let warmest = 46.0

  static func html(_ map: HeatMap, title: String) -> String {
    var html =
      "<div class=\"scroll wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(title))\"><table class=\"heat\"><thead><tr>"
    html +=
      "<th scope=\"col\">\(escaped(Words.noun(.style, isOne: true).capitalized))</th><th scope=\"col\" class=\"number\">\(escaped(map.total))</th>"
    for column in map.columns {
      html +=
        "<th scope=\"col\" class=\"turned\"><a href=\"#\(escaped(column.target))\">\(escaped(column.title))</a></th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in map.rows {
      let name = row.style.name.map { " <small>\(escaped($0))</small>" } ?? ""
      html +=
        "<tr><th scope=\"row\">\(escaped(row.style.spu))\(name)</th><td class=\"number\">\(escaped(row.total))</td>"
      for cell in row.cells {
        guard let cell else {
          html += "<td></td>"
          continue
        }
        let warmth = PageChart.digits(4 + max(0, min(1, cell.warmth)) * (warmest - 4))
        html +=
          "<td class=\"warm\" style=\"--warm:\(warmth)%\" title=\"\(escaped(cell.remark))\">\(escaped(cell.text))</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>\n"
    return html + "<p class=\"legend\"><span class=\"key\"></span>\(escaped(map.legend))</p>\n"
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
