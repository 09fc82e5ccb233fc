#if Workbooks
  import Lineup
  import LineupReports

  /// Where a table stands in a workbook, for formulas on other sheets.
  struct SheetPlace {
    private let sheet: String
    private let letters: [String: String]
    private let first: Int
    private let last: Int

    /// - Parameter top: The line of the header, from 0.
    init(_ table: ReportTable, sheet: String, top: Int) {
      self.sheet = sheet
      let shift = table.rows.contains { $0.group != nil } ? 1 : 0
      var letters: [String: String] = [:]
      for (column, place) in table.shown(in: .workbook).enumerated() {
        letters[table.columns[place].key] = SectionSheet.letters(column + shift)
      }
      self.letters = letters
      first = top + 2
      last = top + 1 + max(1, table.rows.count)
    }

    private func range(_ key: String) -> String? {
      letters[key].map { "'\(sheet.replacing("'", with: "''"))'!$\($0)$\(first):$\($0)$\(last)" }
    }

    /// What a tally counts or sums; `nil` where the sheet lacks a column for it.
    func formula(_ tally: ReportTable.Tally) -> String? {
      var criterion: String?
      if let column = tally.column, let value = tally.value {
        // A criterion may hold wildcards and comparisons.
        guard let range = range(column), !value.contains(where: { "*?~<>=\"".contains($0) }) else {
          return nil
        }
        criterion = "\(range),\"\(value)\""
      }
      if let sum = tally.sum {
        guard let range = range(sum) else { return nil }
        return criterion.map { "=SUMIFS(\(range),\($0))" } ?? "=SUM(\(range))"
      }
      return criterion.map { "=COUNTIFS(\($0))" } ?? range("spu").map { "=COUNTA(\($0))" }
    }

    /// Whether a cell lies within a range, up to the tolerance of the audit.
    static func verdict(_ bounds: Bounds, of cell: String) -> String {
      var parts: [String] = []
      func slack(_ end: Double) -> Double { 1e-6 * max(1, abs(end)) }
      if bounds.lower.isFinite { parts.append("\(cell)>=\(bounds.lower - slack(bounds.lower))") }
      if bounds.upper.isFinite { parts.append("\(cell)<=\(bounds.upper + slack(bounds.upper))") }
      return
        "=IF(AND(\(parts.isEmpty ? "TRUE" : parts.joined(separator: ","))),\"\(Words.yes)\",\"\(Words.no)\")"
    }
  }
#endif
