#if Workbooks
  import CXLSXWriter
  import Lineup

  /// A section of a report as a sheet: a title, a table with a frozen header and filters, sums that
  /// follow the filter, and subtotals of the groups.
  struct SectionSheet {
    private let section: Report.Section
    private let report: Report

    init(_ section: Report.Section, in report: Report) {
      self.section = section
      self.report = report
    }

    func write(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, _) = try document.addSheet(section.title)
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)  // A4
      worksheet_fit_to_pages(sheet, 1, 0)
      put(.text(report.title), sheet, 0, 0, document.format(CellLook(isBold: true, size: 14)))
      let isFirst = section.id == report.sections.first?.id
      let lead =
        isFirst ? report.verdict.map { "\($0.headline). \($0.detail)" } ?? section.lead : section.lead
      put(.text(lead.replacing("`", with: "\"")), sheet, 1, 0, document.format(CellLook(colour: 0x5C6570)))
      writeText(sheet, from: 3 + UInt32(section.table.map { $0.rows.count + 2 } ?? 0), &document)
      guard let table = section.table else { return }
      let top: UInt32 = 3
      let isGrouped = table.rows.contains { $0.group != nil }
      let shift = isGrouped ? 1 : 0
      writeHeader(table, isGrouped, sheet, top, &document)
      for (offset, row) in table.rows.enumerated() {
        let line = top + 1 + UInt32(offset)
        if isGrouped {
          put(row.group.map { .text($0) } ?? .missing, sheet, line, 0, document.format(CellLook()))
        }
        var outline = lxw_row_col_options(hidden: 0, level: row.isDetail ? 1 : 0, collapsed: 0)
        worksheet_set_row_opt(sheet, line, height(of: row, in: table), nil, &outline)
        for (column, cell) in row.cells.enumerated() {
          let look = look(column, row: row, table: table)
          put(
            Self.worded(cell, table.columns[column]), sheet, line, UInt16(column + shift),
            document.format(look), kind: table.columns[column].kind
          )
        }
      }
      let last = top + UInt32(table.rows.count)
      if !table.rows.isEmpty {
        worksheet_autofilter(sheet, top, 0, last, UInt16(table.columns.count + shift - 1))
      }
      worksheet_freeze_panes(sheet, top + 1, UInt16(shift + 1))
      worksheet_repeat_rows(sheet, top, top)
      setWidths(table, shift, sheet)
      if !table.summed.isEmpty, !table.rows.isEmpty {
        writeSums(table, isGrouped, sheet, first: top + 1, last: last, &document)
      }
    }

    /// Lines of text, below the table.
    private func writeText(
      _ sheet: UnsafeMutablePointer<lxw_worksheet>, from first: UInt32, _ document: inout WorkbookDocument
    ) {
      guard let text = section.text else { return }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (offset, line) in lines.prefix(100_000).enumerated() {
        put(
          .text(String(line)), sheet, first + UInt32(offset), 0, document.format(CellLook(isMonospaced: true))
        )
      }
    }

    private func writeHeader(
      _ table: ReportTable, _ isGrouped: Bool, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32,
      _ document: inout WorkbookDocument
    ) {
      let look = document.format(CellLook(isBold: true, fill: 0xE8EFF4, hasLine: true))
      if isGrouped { put(.text("Group"), sheet, line, 0, look) }
      for (column, heading) in table.columns.enumerated() {
        put(.text(heading.title), sheet, line, UInt16(column + (isGrouped ? 1 : 0)), look)
      }
    }

    /// Sums below the table, which stays free of them for filters.
    private func writeSums(
      _ table: ReportTable, _ isGrouped: Bool, _ sheet: UnsafeMutablePointer<lxw_worksheet>, first: UInt32,
      last: UInt32, _ document: inout WorkbookDocument
    ) {
      let shift = isGrouped ? 1 : 0
      var line = last + 2
      func name(_ column: Int, _ row: UInt32) -> String { "\(Self.letters(column))\(row + 1)" }
      func sum(_ title: String, _ rows: [ReportTable.Row], _ formula: (Int) -> String) {
        put(.text(title), sheet, line, 0, document.format(CellLook(isBold: true, fill: 0xF3F4F5)))
        for column in table.summed {
          let look = CellLook(
            isBold: true, fill: 0xF3F4F5, digits: digits(table.columns[column].kind, .missing))
          worksheet_write_formula_num(
            sheet, line, UInt16(column + shift), formula(column + shift), document.format(look),
            ReportTable.sum(column, over: rows))
        }
        line += 1
      }
      sum(ReportTable.sumsTitle, table.rows) { "=SUBTOTAL(109,\(name($0, first)):\(name($0, last)))" }
      let groups = table.groups
      guard isGrouped, groups.count > 1 else { return }
      for group in groups {
        guard let title = group.name else { continue }
        let quoted = title.replacing("\"", with: "\"\"")
        sum(title, table.rows.filter { $0.group == title }) {
          "=SUMIF($A$\(first + 1):$A$\(last + 1),\"\(quoted)\",\(name($0, first)):\(name($0, last)))"
        }
      }
    }

    // MARK: Cells

    /// Names between grave accents, as messages write them, in quotes.
    private static func worded(_ cell: ReportTable.Cell, _ column: ReportTable.Column) -> ReportTable.Cell {
      guard column.key == "message", case .text(let text) = cell else { return cell }
      return .text(text.replacing("`", with: "\""))
    }

    private func put(
      _ cell: ReportTable.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32,
      _ column: UInt16,
      _ format: UnsafeMutablePointer<lxw_format>?, kind: ReportTable.Kind = .text
    ) {
      switch cell {
      case .missing: worksheet_write_blank(sheet, line, column, format)
      case .number(let number) where number.isFinite:
        worksheet_write_number(sheet, line, column, number, format)
      case .number: worksheet_write_blank(sheet, line, column, format)
      case .text(let text) where kind == .image:
        if worksheet_write_url_opt(sheet, line, column, text, nil, "picture", nil) != LXW_NO_ERROR {
          worksheet_write_string(sheet, line, column, text, format)
        }
      // A text is never a formula, whatever it begins with. Excel holds 32,767 UTF-16 units of it.
      case .text(let text): worksheet_write_string(sheet, line, column, String(text.prefix(8000)), format)
      }
    }

    private func look(_ index: Int, row: ReportTable.Row, table: ReportTable) -> CellLook {
      let column = table.columns[index]
      var look = CellLook(digits: digits(table.kind(index, in: row), row.cells[index]))
      if column.kind == .state, row.tone != .plain {
        look.colour = row.tone == .good ? 0x1B7A4B : row.tone == .warning ? 0x8A5A00 : 0xB3261E
        look.isBold = true
      }
      if column.kind == .tags || column.key == "spu", let fill = roleFill(row, table) { look.fill = fill }
      if row.marks.contains(index) { look.fill = 0xFFF2CC }
      if row.faults.contains(index) {
        look.colour = 0xB3261E
        look.isBold = true
      }
      look.wraps = wraps(column)
      look.isRight = isNumeric(column.kind)
      return look
    }

    private func isNumeric(_ kind: ReportTable.Kind) -> Bool {
      switch kind {
      case .number, .difference, .figure, .share: true
      case .text, .tags, .image, .state, .gauge: false
      }
    }

    /// The colour of the row's first role, by the order in which roles come in the table.
    private func roleFill(_ row: ReportTable.Row, _ table: ReportTable) -> UInt32? {
      guard let column = table.columns.firstIndex(where: { $0.key == "role" }) else { return nil }
      func role(_ row: ReportTable.Row) -> String? {
        guard case .text(let text) = row.cells[column] else { return nil }
        return text.split(separator: "|").first.map(String.init)
      }
      var known: [String] = []
      for other in table.rows {
        if let role = role(other), !known.contains(role) { known.append(role) }
      }
      known.sort()
      guard let own = role(row), let place = known.firstIndex(of: own) else { return nil }
      return Self.fills[place % Self.fills.count]
    }

    private static let fills: [UInt32] = [
      0xFCE4D6, 0xDDEBF7, 0xE2EFDA, 0xFFF2CC, 0xEADCF4, 0xD9F2F0, 0xF8D7E3, 0xE7E6E6,
    ]

    /// Excel's pattern of a number.
    private func digits(_ kind: ReportTable.Kind, _ cell: ReportTable.Cell) -> String? {
      switch kind {
      case .number(let decimals): pattern(decimals)
      case .difference(let decimals): "+\(pattern(decimals));-\(pattern(decimals));0"
      case .share, .figure(.share): "0.0%"
      case .figure:
        if case .number(let number) = cell {
          pattern(ReportText.decimals(of: number, atMost: 2))
        } else {
          nil
        }
      case .text, .tags, .image, .state, .gauge: nil
      }
    }

    private func pattern(_ decimals: Int) -> String {
      decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
    }

    /// Programs do not make room by themselves for text that wraps.
    private func height(of row: ReportTable.Row, in table: ReportTable) -> Double {
      let lines = table.columns.indices.filter { wraps(table.columns[$0]) }.map { column in
        (DisplayWidth.of(table.text(column, in: row)) + Self.widest - 3) / (Self.widest - 2)
      }
      return Double(LXW_DEF_ROW_HEIGHT) * Double(min(26, max(1, lines.max() ?? 1)))
    }

    private func wraps(_ column: ReportTable.Column) -> Bool {
      ["value", "message", "selling_points"].contains(column.key)
    }

    private static let widest = 56

    private func setWidths(_ table: ReportTable, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
      if shift == 1 { worksheet_set_column(sheet, 0, 0, 14, nil) }
      for (column, heading) in table.columns.enumerated() {
        var width = DisplayWidth.of(heading.title) + 3
        if heading.kind != .image {
          for row in table.rows {
            width = max(
              width,
              DisplayWidth.of(DisplayWidth.truncated(table.text(column, in: row), to: 60))
                + 2)
          }
        }
        let place = UInt16(column + shift)
        worksheet_set_column(sheet, place, place, Double(min(width, Self.widest)), nil)
      }
    }

    /// `A`, `B`, …, `AA` of a column from 0.
    static func letters(_ column: Int) -> String {
      var name = ""
      var rest = column + 1
      while rest > 0 {
        name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
        rest = (rest - 1) / 26
      }
      return name
    }
  }
#endif
