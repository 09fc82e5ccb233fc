import Lineup

extension Report {
  /// A sheet for those who bring viewers: its part of a tray and nothing else.
  /// - Parameter mark: of the tray.
  package init(_ sheet: ShareSheet, of scenario: Scenario, mark: String) {
    typealias Say = Words.Share
    self.init(title: Say.title(sheet))
    var columns = sheet.columns.map { column -> ReportTable.Column in
      let title = Say.column(column.name)
      let kind: ReportTable.Kind
      switch column.kind {
      case .picture: kind = .picture
      case .time: kind = .text
      case .number: kind = .amount(decimals: Self.decimals(of: column.name, sheet))
      case .text:
        kind =
          column.name == "spu"
          ? .style
          : column.name == "name"
            ? .name
            : ["selling_point", "selling_points"].contains(column.name) ? .aside : .text
      }
      return .init(column.name, title, kind, media: .desk)
    }
    // Within a page pictures and asides stand below a name.
    if !columns.contains(where: { $0.kind == .name }) {
      for place in columns.indices where columns[place].kind == .aside { columns[place].kind = .text }
    }
    var table = ReportTable(columns)
    table.rows = sheet.rows.map { row in
      .init(
        row.cells.map { cell in
          switch cell {
          case .missing: .missing
          case .text(let text): .text(text)
          case .number(let number): .number(number)
          }
        })
    }
    var section = Section(
      "sheet", Say.sheet, lead: Say.lead(scenario, mark: mark), media: .desk, table: table)
    if sheet.withoutValue > 0 { section.lines = [Line(Say.without(sheet.withoutValue), media: .workbook)] }
    sections = [section]
  }

  private static func decimals(of column: String, _ sheet: ShareSheet) -> Int {
    guard let place = sheet.columns.firstIndex(where: { $0.name == column }) else { return 0 }
    let numbers = sheet.rows.compactMap { row -> Double? in
      if case .number(let number) = row.cells[place] { number } else { nil }
    }
    return numbers.allSatisfy { $0 == $0.rounded() } ? 0 : 2
  }
}

extension Report {
  /// The report with who must get a new sheet; the same where the scenario shares none.
  package func telling(_ changes: [ShareChange]?) -> Report {
    guard let changes else { return self }
    var report = self
    report.sections.append(.sheets(changes))
    return report
  }
}

extension Report.Section {
  /// Who must get a new sheet.
  static func sheets(_ changes: [ShareChange]) -> Report.Section {
    typealias Say = Words.Share
    var section = Report.Section("sheets", Say.changes)
    let changed = changes.filter(\.isChange)
    section.brief = changed.isEmpty ? nil : Report.Line(Phrase(Say.changes + ":"), media: .terminal)
    section.lines =
      changed.isEmpty
      ? [Report.Line(Say.nobody)] : changed.map { Report.Line("  " + Say.sentence($0), tone: .warning) }
    return section
  }
}
