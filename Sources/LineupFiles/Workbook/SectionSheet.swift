#if Workbooks
  import CXLSXWriter
  import Foundation
  import Lineup
  import LineupReports

  /// A section of a report as a sheet: a title, a table with a frozen header and filters, sums that
  /// follow the filter, and subtotals of the groups.
  struct SectionSheet {
    private let section: Report.Section
    private let report: Report
    private let isFirst: Bool

    init(_ section: Report.Section, in report: Report, isFirst: Bool) {
      self.section = section
      self.report = report
      self.isFirst = isFirst
    }

    func write(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, name) = try document.addSheet(section.sheetTitle ?? section.title)
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)  // A4
      worksheet_fit_to_pages(sheet, 1, 0)
      put(.text(report.title), sheet, 0, 0, document.format(CellLook(isBold: true, size: 14)))
      put(.text(lead), sheet, 1, 0, document.format(CellLook(colour: 0x5C6570)))
      let table = section.table.flatMap { $0.media.contains(.workbook) ? $0 : nil }
      var line: UInt32 = 3
      if let table { document.tables[section.id] = SheetPlace(table, sheet: name, top: 3) }
      if let table { line = writeTable(table, sheet, top: 3, &document) + 2 }
      for words in lines {
        put(.text(words), sheet, line, 0, nil)
        line += 1
      }
      guard let node = section.document else { return }
      let text = NodeYAML.text(node).split(separator: "\n", omittingEmptySubsequences: false)
      for (offset, words) in text.prefix(100_000).enumerated() {
        put(.text(String(words)), sheet, line + UInt32(offset), 0, nil)
      }
    }

    /// What stands below the title: on the first sheet what was found.
    private var lead: String {
      guard isFirst else { return section.lead.text(.spoken) }
      let said = [report.verdict, report.proof].compactMap(\.self).filter { $0.media.contains(.workbook) }
      let sentences = said.map { verdict in
        let headline = verdict.headline.text(.spoken)
        let detail = verdict.detail.map { $0.capitalized.text(.spoken) }
        return [headline, detail].compactMap(\.self)
          .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
      }
      return sentences.isEmpty ? section.lead.text(.spoken) : sentences.joined(separator: " ")
    }

    private var lines: [String] {
      section.lines.filter { $0.media.contains(.workbook) }.map { line in
        (line.label.map { "\($0): " } ?? "") + line.words.text(.spoken)
      }
    }

    // MARK: Table

    /// Writes the table; the result is the first line below it and its sums.
    private func writeTable(
      _ table: ReportTable, _ sheet: UnsafeMutablePointer<lxw_worksheet>, top: UInt32,
      _ document: inout WorkbookDocument
    ) -> UInt32 {
      let looks = SheetLooks(table)
      let isGrouped = table.rows.contains { $0.group != nil }
      let shift = isGrouped ? 1 : 0
      writeHeader(table, looks, shift, sheet, top, &document)
      for (offset, row) in table.rows.enumerated() {
        let line = top + 1 + UInt32(offset)
        if isGrouped { put(.optional(row.group), sheet, line, 0, document.format(CellLook())) }
        var outline = lxw_row_col_options(hidden: 0, level: row.isDetail ? 1 : 0, collapsed: 0)
        worksheet_set_row_opt(sheet, line, looks.height(of: row), nil, &outline)
        for (column, place) in looks.columns.enumerated() {
          let look = document.format(looks.look(place, of: row))
          let number = UInt16(column + shift)
          if let formula = tallied(row, place, looks, shift, line, document) {
            write(formula, of: row.cells[place], sheet, line, number, look)
          } else if let formula = looks.product(place, of: row, shift: shift, line: line),
            case .number(let value) = row.cells[place]
          {
            worksheet_write_formula_num(sheet, line, number, formula, look, value)
          } else {
            put(row.cells[place], sheet, line, number, look, kind: table.kind(place, in: row))
          }
        }
      }
      let last = top + UInt32(table.rows.count)
      if !table.rows.isEmpty {
        worksheet_autofilter(sheet, top, 0, last, UInt16(max(1, looks.columns.count + shift) - 1))
      }
      offerChoices(looks, shift, sheet, first: top + 1, last: last)
      paintVerdicts(looks, shift, sheet, first: top + 1, last: last, &document)
      paintHeat(looks, shift, sheet, first: top + 1, last: last)
      worksheet_freeze_panes(sheet, top + 1, UInt16(shift + 1))
      worksheet_repeat_rows(sheet, top, top)
      if shift == 1 { worksheet_set_column(sheet, 0, 0, groupWidth(table), nil) }
      for (column, place) in looks.columns.enumerated() {
        let number = UInt16(column + shift)
        worksheet_set_column(sheet, number, number, looks.width(place), nil)
      }
      guard !table.summed.isEmpty, !table.rows.isEmpty else { return last + 1 }
      return writeSums(table, looks, shift, sheet, first: top + 1, last: last, &document)
    }

    /// Lists to choose from in cells that a person may edit.
    private func offerChoices(
      _ looks: SheetLooks, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, first: UInt32,
      last: UInt32
    ) {
      for (column, place) in looks.columns.enumerated() where last >= first {
        let choices = looks.table.columns[place].choices
        // Excel takes a list of at most 255 characters, in which a comma divides.
        guard choices.count > 1, choices.allSatisfy({ !$0.contains(",") }),
          choices.joined(separator: ",").utf16.count <= 255
        else { continue }
        var list = choices.map { strdup($0) } + [nil]
        defer { for text in list { free(text) } }
        list.withUnsafeMutableBufferPointer { texts in
          var validation = lxw_data_validation()
          validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
          validation.value_list = texts.baseAddress
          let number = UInt16(column + shift)
          worksheet_data_validation_range(sheet, first, number, last, number, &validation)
        }
      }
    }

    /// Colours for truths that are computed again: green where they hold, red where they do not.
    private func paintVerdicts(
      _ looks: SheetLooks, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, first: UInt32,
      last: UInt32, _ document: inout WorkbookDocument
    ) {
      guard let tally = looks.table.rows.compactMap(\.tally).first,
        let place = looks.columns.firstIndex(of: tally.verdict)
      else { return }
      let colours: [(word: String, fill: UInt32)] = [(Words.yes, 0xC6EFCE), (Words.no, 0xFFC7CE)]
      for (word, fill) in colours {
        var text = Array("\"\(word)\"".utf8CString)
        let format = document.format(CellLook(fill: fill))
        text.withUnsafeMutableBufferPointer { text in
          var condition = lxw_conditional_format()
          condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
          condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
          condition.value_string = text.baseAddress
          condition.format = format
          let column = UInt16(place + shift)
          worksheet_conditional_format_range(sheet, first, column, last, column, &condition)
        }
      }
    }

    /// Cells the warmer the larger their numbers are, also after a person changed them.
    private func paintHeat(
      _ looks: SheetLooks, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, first: UInt32,
      last: UInt32
    ) {
      let heated = looks.columns.indices.filter { looks.table.heated.contains(looks.columns[$0]) }
      guard let left = heated.first, let right = heated.last, last >= first else { return }
      var scale = lxw_conditional_format()
      scale.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
      scale.min_color = 0xF2F7FA
      scale.max_color = 0x6FB1D6
      worksheet_conditional_format_range(
        sheet, first, UInt16(left + shift), last, UInt16(right + shift), &scale)
    }

    /// The formula of a figure that follows from the tray, or of whether it holds.
    private func tallied(
      _ row: ReportTable.Row, _ place: Int, _ looks: SheetLooks, _ shift: Int, _ line: UInt32,
      _ document: borrowing WorkbookDocument
    ) -> String? {
      guard let tally = row.tally, let tray = document.tables["tray"], let formula = tray.formula(tally),
        let column = looks.columns.firstIndex(of: tally.figure)
      else { return nil }
      if place == tally.figure { return formula }
      guard place == tally.verdict else { return nil }
      return SheetPlace.verdict(tally.bounds, of: "\(Self.letters(column + shift))\(line + 1)")
    }

    /// Writes a formula with what it comes to now, a truth in green or red.
    private func write(
      _ formula: String, of cell: ReportTable.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
      _ line: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
    ) {
      if case .number(let value) = cell {
        worksheet_write_formula_num(sheet, line, column, formula, format, value)
      } else {
        worksheet_write_formula_str(
          sheet, line, column, formula, format, ReportTable.text(cell, .state, .spoken))
      }
    }

    private func groupWidth(_ table: ReportTable) -> Double {
      let names = table.rows.compactMap(\.group).map { DisplayWidth.of($0) }
      return Double(min(max(14, (names.max() ?? 0) + 3), SheetLooks.widest))
    }

    private func writeHeader(
      _ table: ReportTable, _ looks: SheetLooks, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
      _ line: UInt32, _ document: inout WorkbookDocument
    ) {
      let look = document.format(CellLook(isBold: true, fill: 0xE8EFF4, hasLine: true))
      if shift == 1 { put(.text(Words.Rendering.group), sheet, line, 0, look) }
      for (column, place) in looks.columns.enumerated() {
        put(.text(table.columns[place].title), sheet, line, UInt16(column + shift), look)
      }
    }

    /// Sums below the table, which stays free of them for filters.
    private func writeSums(
      _ table: ReportTable, _ looks: SheetLooks, _ shift: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
      first: UInt32, last: UInt32, _ document: inout WorkbookDocument
    ) -> UInt32 {
      var line = last + 2
      func name(_ column: Int, _ row: UInt32) -> String { "\(Self.letters(column))\(row + 1)" }
      func sum(_ title: String, _ rows: [ReportTable.Row], _ formula: (Int) -> String) {
        put(.text(title), sheet, line, 0, document.format(CellLook(isBold: true, fill: 0xF3F4F5)))
        for (column, place) in looks.columns.enumerated() where table.summed.contains(place) {
          let look = CellLook(
            isBold: true, fill: 0xF3F4F5, digits: SheetLooks.digits(table.columns[place].kind, .missing))
          worksheet_write_formula_num(
            sheet, line, UInt16(column + shift), formula(column + shift), document.format(look),
            ReportTable.sum(place, over: rows))
        }
        line += 1
      }
      sum(Words.Rendering.sums, table.rows) { "=SUBTOTAL(109,\(name($0, first)):\(name($0, last)))" }
      let groups = table.groups
      guard shift == 1, groups.count > 1 else { return line }
      var seen: Set<String> = []
      for group in groups {
        guard let title = group.name, seen.insert(title).inserted else { continue }
        let quoted = title.replacing("\"", with: "\"\"")
        sum(title, table.rows.filter { $0.group == title }) {
          "=SUMIF($A$\(first + 1):$A$\(last + 1),\"\(quoted)\",\(name($0, first)):\(name($0, last)))"
        }
      }
      return line
    }

    // MARK: Cells

    private func put(
      _ cell: ReportTable.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32,
      _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?, kind: ReportTable.Kind = .text
    ) {
      switch cell {
      case .missing: worksheet_write_blank(sheet, line, column, format)
      case .number(let number) where number.isFinite:
        worksheet_write_number(sheet, line, column, number, format)
      case .number: worksheet_write_blank(sheet, line, column, format)
      case .text(let text) where kind == .picture:
        if worksheet_write_url_opt(sheet, line, column, text, nil, Words.Rendering.picture, nil)
          != LXW_NO_ERROR
        {
          worksheet_write_string(sheet, line, column, text, format)
        }
      case .between(let least, let most) where least == most:
        worksheet_write_number(sheet, line, column, least, format)
      default:
        let text = ReportTable.text(cell, kind, .spoken)
        // A cell holds 32,767 characters at most.
        worksheet_write_string(sheet, line, column, String(text.prefix(32_000)), format)
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
