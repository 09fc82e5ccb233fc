import Lineup

/// What `lineup check` says: the columns, the oddities, the candidates, and each rule row's supply.
public struct CheckText: Sendable {
  private let show: Show
  private let report: CheckReport

  public init(_ show: Show) {
    self.show = show
    report = show.check()
  }

  public func text(style: TextStyle) -> String {
    var text = style.paint(ReportText.title(show.scenario), .bold)
    text +=
      "\n\(FigureText.counted(report.styles, "style")) in \(DisplayWidth.singleLine(show.catalog.source))\n\n"
    text += columns(style) + "\n"
    text += repairs(style)
    for oddity in report.oddities {
      let lines = oddity.lines.map(String.init).joined(separator: ", ")
      let more = oddity.count > oddity.lines.count ? ", …" : ""
      text +=
        style.paint("look at: ", .yellow)
        + "\(oddity.finding) in \(FigureText.counted(oddity.count, "row")) (line \(lines)\(more))\n"
    }
    if !report.oddities.isEmpty { text += "\n" }
    text += candidates + "\n"
    text += "forecast: \(report.forecast)\n\n"
    text += rows(style)
    for sentence in report.impossibilities {
      text += style.paint("cannot hold: ", .red) + DisplayWidth.singleLine(sentence) + "\n"
    }
    for warning in report.warnings {
      text += style.paint(DisplayWidth.singleLine("note: \(warning)"), .yellow) + "\n"
    }
    return text
  }

  // MARK: Columns

  /// What was done on the way from the file, so that nothing is changed silently.
  private func repairs(_ style: TextStyle) -> String {
    if report.notes.isEmpty { return "" }
    return report.notes.map {
      style.paint("read: ", .yellow) + DisplayWidth.singleLine($0.description) + "\n"
    }.joined() + "\n"
  }

  private func columns(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("Header", maximumWidth: 30), .init("read as", maximumWidth: 24), .init("kind", minimumWidth: 7),
      .init("filled", alignment: .right), .init("distinct", alignment: .right),
      .init("range or examples", maximumWidth: 64, minimumWidth: 16),
    ])
    for column in report.columns {
      let values =
        column.range.map { range in
          "\(ReportText.number(range.lowerBound, decimals: 2)) to \(ReportText.number(range.upperBound, decimals: 2))"
        } ?? column.examples.joined(separator: " | ")
      let filled = report.styles - column.emptyCells
      table.addRow([
        column.header ?? "(from defaults)",
        column.isCanonical || column.name != column.header ? column.name : "(own column)", column.kind,
        filled == report.styles ? "all" : ReportText.number(Double(filled)),
        ReportText.number(Double(column.distinctValues ?? 0)), values,
      ])
    }
    for unused in report.unusedHeaders {
      table.addRow([
        unused.header.isEmpty ? "(no header)" : unused.header, "not used", "", "", "", unused.reason,
      ])
    }
    return table.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell: text
      }
    }
  }

  // MARK: Candidates

  private var candidates: String {
    let out = report.exclusions
    let reasons = [
      ("without a price", out.noPrice), ("without stock", out.noStock), ("not eligible", out.notEligible),
      ("banned", out.banned),
    ].filter { $0.1 > 0 }.map { "\(ReportText.number(Double($0.1))) \($0.0)" }
    var text = FigureText.counted(report.candidates, "candidate")
    if !reasons.isEmpty { text += " (left out: \(reasons.joined(separator: ", ")))" }
    text += ", \(FigureText.counted(report.options, "option"))"
    if out.noPitch > 0 { text += "; \(FigureText.counted(out.noPitch, "candidate")) may have no pitch" }
    return text
  }

  // MARK: Rows

  private func rows(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("Rule row", maximumWidth: 44, minimumWidth: 16), .init("asks", alignment: .right),
      .init("candidates", alignment: .right), .init("", minimumWidth: 20),
    ])
    var isShort: [Bool] = []
    for row in report.rows {
      table.addRow([
        row.row, ReportText.range(row.required, row.kind), ReportText.number(Double(row.candidates)),
        remark(row),
      ])
      isShort.append(row.isShort)
    }
    var text = table.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell(let row, _): isShort[row] ? style.paint(text, .red) : text
      }
    }
    for row in report.rows where row.isShort {
      text += "\n" + style.paint("cannot hold: ", row.isSoft ? .yellow : .red) + sentence(row)
    }
    return text + (report.rows.contains(where: \.isShort) ? "\n" : "")
  }

  private func remark(_ row: RowSupply) -> String {
    if row.isShort { return row.isSoft ? "too few, will cost its penalty" : "too few" }
    guard let reach = row.reach, let lower = row.required?.lower, lower > -.infinity else { return "" }
    return "all together reach \(ReportText.number(reach))"
  }

  /// `gender: men` asks for 10, 7 candidates
  private func sentence(_ row: RowSupply) -> String {
    let asks = "\"\(DisplayWidth.singleLine(row.row))\" asks for \(ReportText.range(row.required, row.kind))"
    if let reach = row.reach {
      return "\(asks), all candidates together reach \(ReportText.number(reach))"
    }
    return "\(asks), \(row.candidates) \(row.candidates == 1 ? "candidate" : "candidates")"
  }
}
