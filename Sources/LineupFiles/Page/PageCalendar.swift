import LineupReports

/// Shows on a calendar in a page: weeks by days, on a phone a list of the days that have shows.
enum PageCalendar {
  static func html(_ calendar: ReportCalendar) -> String {
    var html = "<table class=\"calendar\"><thead><tr>"
    for day in calendar.weekdays { html += "<th scope=\"col\">\(escaped(day))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for week in calendar.weeks {
      html += "<tr>"
      for (column, day) in week.enumerated() {
        html += day.shows.isEmpty ? "<td class=\"free\">" : "<td>"
        let weekday = column < calendar.weekdays.count ? calendar.weekdays[column] : ""
        html += "<span class=\"date\"><span>\(escaped(weekday)) </span>\(escaped(day.label))</span>"
        for show in day.shows { html += self.html(show, of: calendar) }
        html += "</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody></table>\n<p class=\"legend\">"
    html += calendar.levels.enumerated().map { place, level in
      "<span class=\"level c\(place % 8)\">\(escaped(level))</span>"
    }.joined(separator: " ")
    return html + "</p>\n"
  }

  private static func html(_ show: ReportCalendar.Show, of calendar: ReportCalendar) -> String {
    let level = calendar.levels.indices.contains(show.level) ? calendar.levels[show.level] : ""
    var html = "<a class=\"event c\(show.level % 8) \(show.tone.rawValue)\" href=\"#\(escaped(show.target))\""
    html += " title=\"\(escaped(level))\"><b>"
    if let start = show.start { html += "<span class=\"time\">\(escaped(start))</span> " }
    html += escaped(show.name) + "</b>"
    for figure in show.figures { html += "<span>\(escaped(figure))</span>" }
    return html + "</a>"
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
