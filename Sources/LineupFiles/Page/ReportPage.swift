/// A report as one self-contained page: no file beside it, no request, no server.
public struct ReportPage: Sendable {
  /// HTML 5.
  public let text: String

  public init(_ report: Report) {
    var html = """
      <a class="skip" href="#\(HTMLText.escaped(report.sections.first?.id ?? ""))">To the \(HTMLText.escaped(report.sections.first?.title.lowercased() ?? "report"))</a>
      <main>
      <header>
      <h1>\(HTMLText.escaped(report.title))</h1>
      <p class="soft">\(HTMLText.escaped(report.facts.joined(separator: " · ")))</p>
      </header>

      """
    if let verdict = report.verdict {
      html +=
        "<p class=\"verdict \(verdict.tone.rawValue)\"><strong>\(HTMLText.escaped(verdict.headline))</strong>"
      html += "\(HTMLText.escaped(verdict.detail))</p>\n"
    }
    html += Self.figures(report.figures)
    for section in report.sections { html += Self.section(section) }
    if !report.notes.isEmpty {
      html += "<h2>Notes</h2>\n<ul>"
      for note in report.notes { html += "<li>\(HTMLText.escaped(note))</li>" }
      html += "</ul>\n"
    }
    html += "<footer>Made by Lineup. The figures are those of the audited result.</footer>\n</main>\n"
    text = Self.document(title: report.title, style: PageStyle.text, body: html, script: PageScript.text)
  }

  /// A page of its own: nothing beside it, no request.
  static func document(title: String, style: String, body: String, script: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'">
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

  private static func figures(_ figures: [Report.Figure]) -> String {
    if figures.isEmpty { return "" }
    var html = "<dl class=\"figures\">\n"
    for figure in figures {
      let remark = HTMLText.escaped(figure.remark)
      html += "<div class=\"figure \(figure.tone.rawValue)\"><dt>\(HTMLText.escaped(figure.label))</dt>"
      html +=
        "<dd><div class=\"number\">\(HTMLText.escaped(figure.value))</div><div class=\"remark\">\(remark)</div>"
      if let progress = figure.progress {
        html += PageChart.gauge(progress, label: "\(figure.label): \(figure.remark)")
      }
      html += "</dd></div>\n"
    }
    return html + "</dl>\n"
  }

  private static func section(_ section: Report.Section) -> String {
    var inner =
      section.lead.isEmpty
      ? "" : "<p class=\"lead\">\(HTMLText.withNames(HTMLText.escaped(section.lead)))</p>\n"
    if !section.charts.isEmpty {
      inner += "<div class=\"charts\">\n"
      for chart in section.charts {
        inner +=
          "<div class=\"card\(chart.kind == .curve ? " wide" : "")\"><h3>\(HTMLText.escaped(chart.title))</h3>\(PageChart.svg(chart))</div>\n"
      }
      inner += "</div>\n"
    }
    if let table = section.table { inner += PageTable(table, title: section.title).html }
    if let text = section.text { inner += "<pre>\(HTMLText.escaped(text))</pre>\n" }
    let id = HTMLText.escaped(section.id)
    let title = HTMLText.escaped(section.title)
    let tools = section.table?.filtered.isEmpty == false ? " data-tools" : ""
    return section.isSecondary
      ? "<details id=\"\(id)\"><summary>\(title)</summary>\n\(inner)</details>\n"
      : "<section id=\"\(id)\"\(tools)>\n<h2>\(title)</h2>\n\(inner)</section>\n"
  }
}
