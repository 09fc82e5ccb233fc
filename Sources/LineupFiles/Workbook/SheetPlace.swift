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
      guard let part = term(tally.part) else { return nil }
      guard let whole = tally.whole else { return "=\(part)" }
      return term(whole).map { "=IF(\($0)=0,\"\",\(part)/\($0))" }
    }

    private func term(_ sum: ReportTable.Tally.Sum) -> String? {
      var arguments: [String] = []
      var hasList = false
      for criterion in sum.criteria {
        guard let range = range(criterion.column) else { return nil }
        switch criterion.test {
        case .anyOf(let texts) where texts.count == 1: arguments += [range, "\"\(texts[0])\""]
        case .anyOf(let texts):
          // Two lists would be counted in pairs.
          if hasList { return nil }
          hasList = true
          arguments += [range, "{\(texts.map { "\"\($0)\"" }.joined(separator: ","))}"]
        case .noneOf(let texts):
          for text in texts { arguments += [range, "\"<>\(text)\""] }
        case .within(let bounds):
          if bounds.lower.isFinite { arguments += [range, "\">=\(bounds.lower)\""] }
          if bounds.upper.isFinite { arguments += [range, "\"<=\(bounds.upper)\""] }
        }
      }
      let criteria = arguments.joined(separator: ",")
      guard let key = sum.column else {
        if criteria.isEmpty { return range("spu").map { "COUNTA(\($0))" } }
        return hasList ? "SUMPRODUCT(COUNTIFS(\(criteria)))" : "COUNTIFS(\(criteria))"
      }
      guard let summed = range(key) else { return nil }
      if criteria.isEmpty { return "SUM(\(summed))" }
      return hasList ? "SUMPRODUCT(SUMIFS(\(summed),\(criteria)))" : "SUMIFS(\(summed),\(criteria))"
    }

    /// Whether a cell lies within a range, up to the tolerance of the audit; a share of nothing does.
    static func verdict(_ bounds: Bounds, of cell: String) -> String {
      var parts: [String] = []
      func slack(_ end: Double) -> Double { 1e-6 * max(1, abs(end)) }
      if bounds.lower.isFinite { parts.append("\(cell)>=\(bounds.lower - slack(bounds.lower))") }
      if bounds.upper.isFinite { parts.append("\(cell)<=\(bounds.upper + slack(bounds.upper))") }
      return
        "=IF(OR(\(cell)=\"\",AND(\(parts.isEmpty ? "TRUE" : parts.joined(separator: ",")))),\"\(Words.yes)\",\"\(Words.no)\")"
    }
  }
#endif
