import Lineup

#if Workbooks
  import CXLSXWriter
#endif

/// A workbook to fill in that is a scenario by itself: `lineup init --workbook`.
package struct StarterWorkbook {
  package static let fileName = "show.xlsx"

  /// The catalog that stands in it as an example, in CSV.
  private let catalog: String

  package init(catalog: String) {
    self.catalog = catalog
  }

  private static let show: [(key: String, value: String, note: String)] = [
    ("name", "My first show", "shown in results"),
    ("date", "2026-09-19", "the day of the show"),
    ("minutes", "90", "its length"),
    ("reserved minutes", "6", "opening and sign-off: no style is pitched then"),
    ("items", "24", "how many styles; a range is written 22..26"),
    ("objective", "gmv", "what to make as large as possible: gmv, margin or units"),
    ("goal", "", "the sales goal in money, if there is one"),
    ("lock", "", "ids of styles that must be on the tray, with commas between"),
    ("ban", "", "ids of styles that must not"),
    ("default stock", "", "stock of styles without a figure"),
    ("default forecast", "", "pieces that a style without a forecast sells in the show"),
    ("forecast column", "", "a column of past sales, where there is no column expected_units"),
    ("forecast times", "", "the part of it that one show makes, such as 0.1"),
  ]

  private static let rules: [[String]] = [
    ["genders", "split", "gender: women", "8", "14", ""],
    ["genders", "split", "gender: men", "3", "8", ""],
    ["brands", "each", "brand", "", "6", ""],
    ["heroes", "share", "role: hero", "0.1", "0.3", ""],
    ["mean price", "average", "price", "100", "400", ""],
    ["new styles", "sum", "role: new", "2", "", "500"],
  ]

  private static let whos = [
    "role: hero", "role: new", "gender: women", "gender: men", "gender: kids", "brand", "family", "price",
    "in_season: true",
  ]

  #if Workbooks
    /// The workbook as a file's bytes.
    /// - Parameter path: Where they will go, for messages.
    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      try WorkbookDocument.bytes(namedFor: path) { document throws(LineupError) in
        try writeShow(to: &document)
        try writeRules(to: &document)
        try writeCatalog(to: &document)
        let (lists, _) = try document.addSheet("Lists")
        for (row, form) in RulesSheet.forms.enumerated() { write(form, lists, row, 0, nil) }
        for (row, who) in Self.whos.enumerated() { write(who, lists, row, 1, nil) }
        for (row, name) in ["gmv", "margin", "units"].enumerated() { write(name, lists, row, 2, nil) }
        worksheet_hide(lists)
      }
    }

    private func writeShow(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, _) = try document.addSheet("Show")
      let bold = document.format(CellLook(isBold: true, hasLine: true))
      let grey = document.format(CellLook(colour: 0x80_80_80))
      for (column, title) in ["key", "value", "note"].enumerated() { write(title, sheet, 0, column, bold) }
      for (row, entry) in Self.show.enumerated() {
        write(entry.key, sheet, row + 1, 0, nil)
        write(entry.value, sheet, row + 1, 1, nil)
        write(entry.note, sheet, row + 1, 2, grey)
      }
      let objective = Self.show.firstIndex { $0.key == "objective" } ?? 0
      offer("=Lists!$C$1:$C$3", sheet, rows: (objective + 1)...(objective + 1), column: 1)
      worksheet_set_column(sheet, 0, 0, 20, nil)
      worksheet_set_column(sheet, 1, 1, 24, nil)
      worksheet_set_column(sheet, 2, 2, 70, nil)
      worksheet_freeze_panes(sheet, 1, 0)
    }

    private func writeRules(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, _) = try document.addSheet("Rules")
      let bold = document.format(CellLook(isBold: true, hasLine: true))
      for (column, title) in RulesSheet.headers.enumerated() { write(title, sheet, 0, column, bold) }
      for (row, rule) in Self.rules.enumerated() {
        for (column, cell) in rule.enumerated() { write(cell, sheet, row + 1, column, nil) }
      }
      offer("=Lists!$A$1:$A$\(RulesSheet.forms.count)", sheet, rows: 1...200, column: 1)
      offer("=Lists!$B$1:$B$\(Self.whos.count)", sheet, rows: 1...200, column: 2)
      worksheet_set_column(sheet, 0, 0, 18, nil)
      worksheet_set_column(sheet, 1, 1, 12, nil)
      worksheet_set_column(sheet, 2, 2, 36, nil)
      worksheet_set_column(sheet, 3, 5, 11, nil)
      worksheet_freeze_panes(sheet, 1, 0)
    }

    private func writeCatalog(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, _) = try document.addSheet("Catalog")
      let bold = document.format(CellLook(isBold: true, hasLine: true))
      let table = try TableFile(Array(catalog.utf8), source: "catalog", settings: .init())
      for (column, title) in table.header.cells.enumerated() { write(title, sheet, 0, column, bold) }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.cells.enumerated() { write(cell, sheet, row + 1, column, nil) }
      }
      worksheet_set_column(sheet, 0, UInt16(max(0, table.header.cells.count - 1)), 14, nil)
      worksheet_freeze_panes(sheet, 1, 1)
    }

    /// Writes a text, or a number where it is one.
    private func write(
      _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
      _ format: UnsafeMutablePointer<lxw_format>?
    ) {
      if text.isEmpty { return }
      if let number = Double(text) {
        worksheet_write_number(sheet, UInt32(row), UInt16(column), number, format)
      } else {
        worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format)
      }
    }

    /// Gives cells a list to choose from; anything else may be written too.
    private func offer(
      _ formula: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, rows: ClosedRange<Int>, column: Int
    ) {
      var bytes = Array(formula.utf8CString)
      bytes.withUnsafeMutableBufferPointer { text in
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        validation.value_formula = text.baseAddress
        validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
        worksheet_data_validation_range(
          sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column), &validation
        )
      }
    }
  #else
    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
  #endif
}
