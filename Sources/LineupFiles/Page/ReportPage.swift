import LineupReports

/// A report as one self-contained page: no file beside it, no request, no server.
package struct ReportPage: Sendable {
  private typealias Say = Words.Rendering

  /// HTML 5.
  package let text: String

  package init(_ report: Report) {
    let sections = report.sections.filter { $0.media.contains(.page) && Self.hasContent($0) }
    let slots = sections.first { $0.table?.timeline != nil }?.table
    let first = sections.first
    var body = """
      <a class="skip" href="#\(HTMLText.escaped(first?.id ?? ""))">\(HTMLText.escaped(Say.skip(to: first?.title ?? "")))</a>
      <main\(slots == nil ? "" : " class=\"rundown\"")>
      <header>
      <h1>\(HTMLText.escaped(report.title))</h1>

      """
    let facts = report.factMedia.contains(.page) ? report.facts : []
    if !facts.isEmpty {
      body += "<p class=\"soft\">\(facts.map(HTMLText.phrase).joined(separator: " · "))</p>\n"
    }
    body += "</header>\n"
    if let slots { body += PageOnAir(slots).html }
    for verdict in [report.verdict, report.proof].compactMap(\.self) where verdict.media.contains(.page) {
      body += Self.verdict(verdict)
    }
    body += Self.figures(report.figures)
    for section in sections { body += Self.section(section) }
    if !report.notes.isEmpty {
      body += "<h2>\(HTMLText.escaped(Say.notes))</h2>\n<ul>"
      for note in report.notes { body += "<li>\(HTMLText.phrase(note))</li>" }
      body += "</ul>\n"
    }
    body += "<footer>\(HTMLText.escaped(Say.footer))</footer>\n</main>\n"
    text = Self.document(
      report.title, body, isOnAir: slots != nil, isMonth: sections.contains { $0.calendar != nil })
  }

  /// A page of its own: nothing beside it, no request unless the reader asks for pictures.
  private static func document(_ title: String, _ body: String, isOnAir: Bool, isMonth: Bool) -> String {
    let images = body.contains("class=\"picture\"") ? "; img-src https: http:" : ""
    let style = PageStyle.text + (isOnAir ? RundownStyle.text : "") + (isMonth ? MonthStyle.text : "")
    let script = PageScript.text + (isOnAir ? RundownScript.text : "") + (isMonth ? MonthScript.text : "")
    return """
      <!DOCTYPE html>
      <html lang="\(Say.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'\(images)">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.escaped(DisplayWidth.singleLine(title)))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)<script>\(script)</script>
      </body>
      </html>

      """
  }

  private static func verdict(_ verdict: Report.Verdict) -> String {
    var html =
      "<p class=\"verdict \(verdict.tone.rawValue)\"><strong>\(HTMLText.phrase(verdict.headline))</strong>"
    if let detail = verdict.detail {
      html += HTMLText.phrase(detail.capitalized) + (detail.text(.spoken).hasSuffix(".") ? "" : ".")
    }
    if let work = verdict.work { html += " <span class=\"soft\">(\(HTMLText.phrase(work)))</span>" }
    return html + "</p>\n"
  }

  private static func figures(_ figures: [Report.Figure]) -> String {
    if figures.isEmpty { return "" }
    var html = "<dl class=\"figures\">\n"
    for figure in figures {
      html += "<div class=\"figure \(figure.tone.rawValue)\"><dt>\(HTMLText.escaped(figure.label))</dt>"
      html +=
        "<dd><div class=\"number\">\(HTMLText.escaped(figure.value))</div><div class=\"remark\">\(HTMLText.phrase(figure.remark))</div>"
      if let progress = figure.progress {
        html += PageChart.gauge(progress, label: "\(figure.label): \(figure.remark.text(.spoken))")
      }
      html += "</dd></div>\n"
    }
    return html + "</dl>\n"
  }

  // MARK: Sections

  private static func table(of section: Report.Section) -> ReportTable? {
    guard let table = section.table, table.media.contains(.page), !table.rows.isEmpty else { return nil }
    return table
  }

  private static func hasContent(_ section: Report.Section) -> Bool {
    table(of: section) != nil || !section.charts.isEmpty || !section.cards.isEmpty || !section.lead.isEmpty
      || section.calendar != nil || section.heatMap != nil || !section.courses.isEmpty
      || section.lines.contains { $0.media.contains(.page) } || section.document != nil
  }

  private static func section(_ section: Report.Section) -> String {
    var inner = section.lead.isEmpty ? "" : "<p class=\"lead\">\(HTMLText.phrase(section.lead))</p>\n"
    let lines = section.lines.filter { $0.media.contains(.page) }
    let table = table(of: section)
    if table == nil { inner += self.lines(lines) }
    if let calendar = section.calendar { inner += PageCalendar.html(calendar) }
    inner += charts(section.charts.filter { $0.media.contains(.page) })
    inner += PageCards.html(section.cards)
    inner += PageStock.html(section.courses)
    if let heatMap = section.heatMap { inner += PageHeatMap.html(heatMap, title: section.title) }
    if let table {
      inner += PageTable(table, title: section.title).html + self.lines(lines)
    }
    if let document = section.document {
      inner += "<div class=\"document\">\(HTMLText.escaped(NodeYAML.text(document)))</div>\n"
    }
    let id = HTMLText.escaped(section.id)
    let title = HTMLText.escaped(section.title)
    let tools = table?.filtered.isEmpty == false ? " data-tools" : ""
    return section.isSecondary
      ? "<details class=\"part\" id=\"\(id)\"><summary>\(title)</summary>\n\(inner)</details>\n"
      : "<section id=\"\(id)\"\(tools)>\n<h2>\(title)</h2>\n\(inner)</section>\n"
  }

  private static func lines(_ lines: [Report.Line]) -> String {
    if lines.isEmpty { return "" }
    let items = lines.map { line in
      let label = line.label.map { "<b>\(HTMLText.escaped($0)):</b> " } ?? ""
      return "<li class=\"\(line.tone.rawValue)\">\(label)\(HTMLText.phrase(line.words))</li>"
    }
    return "<ul class=\"lines\">\(items.joined())</ul>\n"
  }

  /// Charts, which a phone shows folded.
  private static func charts(_ charts: [ReportChart]) -> String {
    if charts.isEmpty { return "" }
    var html =
      "<details class=\"chartbox\" open><summary>\(HTMLText.escaped(Say.charted))</summary><div class=\"charts\">\n"
    for chart in charts {
      html +=
        "<div class=\"card\(PageChart.isWide(chart) ? " wide" : "")\"><h3>\(HTMLText.escaped(chart.title))</h3>\(PageChart.html(chart))</div>\n"
    }
    return html + "</div></details>\n"
  }
}
