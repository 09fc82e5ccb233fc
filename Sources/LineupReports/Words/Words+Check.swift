import Lineup

/// What a look at a show finds before any solving.
extension Words {
  package enum Look {
    /// `12,330 rows → 48 styles in stock.xlsx; stock 38,382 of 38,400; left out: 3 totals, 71 titles`
    static func became(_ flow: CatalogFlow, in source: String) -> Phrase {
      if flow.rows == flow.styles { return "\(counted(flow.styles, .style)) in \(source)" }
      return "\(becomes(flow)) in \(source)\(whatBecame(flow))"
    }
    static func became(_ flow: CatalogFlow) -> String { becomes(flow) + whatBecame(flow) }
    private static func becomes(_ flow: CatalogFlow) -> String {
      "\(rows(flow.rows)) → \(counted(flow.styles, .style))"
    }
    private static func whatBecame(_ flow: CatalogFlow) -> String {
      var words = ""
      if let stock = flow.stock {
        let used = FigureText.number(stock.used)
        let held = FigureText.number(stock.inFiles)
        words += used == held ? "; stock \(used), all of it" : "; stock \(used) of \(held)"
      }
      let parts =
        [
          (flow.totals, flow.totals == 1 ? "total" : "totals"),
          (flow.titles, flow.titles == 1 ? "title" : "titles"),
        ].filter { $0.0 > 0 }.map { "\(FigureText.number(Double($0.0))) \($0.1)" }
        + flow.leftOut.filter { $0.rows > 0 }.map { "\(FigureText.number(Double($0.rows))) by \($0.name)" }
        + (flow.equalRows > 0
          ? ["\(FigureText.number(Double(flow.equalRows))) equal to another"] : [])
      return words + (parts.isEmpty ? "" : "; left out: \(parts.joined(separator: ", "))")
    }
    static func used(_ table: CatalogFlow.Table) -> String {
      "\(table.used) of \(table.rows) rows used, \(table.notChosen) not chosen, \(table.keyOfNoStyle) whose key is no style; \(table.stylesWithout) styles without a row"
    }

    // MARK: Next

    static let nextTitle = "Notes and next step"
    static let next = "next"
    static func next(_ check: CheckReport, of scenario: Scenario) -> Phrase {
      "\(nextStep(check, of: scenario))"
    }
    /// What to do now, in a sentence without its full stop.
    package static func nextStep(_ check: CheckReport, of scenario: Scenario) -> String {
      let variant = scenario.variant.map { " --variant \"\($0)\"" } ?? ""
      let file = scenario.source == "standard input" ? "-" : scenario.source
      let solve = "lineup solve \(file)\(variant)"
      if check.candidates == 0 {
        return "no style may be on the tray; see what is left out above, mend it, and run lineup check again"
      }
      if check.lacksForecast {
        return
          "say where the forecast comes from, with demand: { column: …, times: 0.1 } or defaults: { expected_units: 5 }; then \(solve)"
      }
      let lacksViews = scenario.viewsAnswer.map { !$0.hasPlan } ?? false
      if check.hasShortRows || !check.impossible.isEmpty || lacksViews {
        return "no tray can keep what is marked above; \(solve) says the cheapest way to loosen it"
      }
      return solve
    }
    static let columns = "Columns"
    static let columnsLead: Phrase = "Every header of the catalog and what it was read as."
    static let header = "Header"
    static let readAs = "Read as"
    static let kind = "Kind"
    static let filled = "Filled"
    static let distinct = "Distinct"
    static let values = "Range or examples"
    static let fromDefaults = "(from defaults)"
    static let ownColumn = "(own column)"
    static let noHeader = "(no header)"
    static let notUsed = "not used"
    static let all = "all"
    static func range(_ range: ClosedRange<Double>) -> String {
      "\(FigureText.number(range.lowerBound, decimals: 2)) to \(FigureText.number(range.upperBound, decimals: 2))"
    }
    static let read = "read"
    static let lookAt = "look at"
    static let note = "note"
    static let cannotHold = "cannot hold"
    static func oddity(_ oddity: Oddity) -> Phrase {
      let line = oddity.lines.first?.piece == nil ? "line " : ""
      let more = oddity.count > oddity.lines.count ? ", …" : ""
      return "\(oddity.finding) in \(rows(oddity.count)) (\(line)\(FileLine.list(oddity.lines))\(more))"
    }
    static let reading = "Reading"
    static let readingLead: Phrase = "What was changed, guessed or left out, and what looks wrong."
    static let what = "What"
    static let finding = "Finding"
    static func candidates(_ report: CheckReport) -> Phrase {
      let out = report.exclusions
      let reasons = [
        ("without a price", out.noPrice), ("without stock", out.noStock), ("not eligible", out.notEligible),
        ("banned", out.banned),
      ].filter { $0.1 > 0 }.map { "\(FigureText.number(Double($0.1))) \($0.0)" }
      let left = reasons.isEmpty ? "" : " (left out: \(reasons.joined(separator: ", ")))"
      let pitchless = out.noPitch > 0 ? "; \(Words.candidates(out.noPitch)) may have no pitch" : ""
      return "\(Words.candidates(report.candidates))\(left), \(options(report.options))\(pitchless)"
    }
    static let moved = "What factors make of forecasts"
    static func factors(_ path: String, _ factors: ForecastFactors) -> Phrase {
      "factors: \(path) (\(FigureText.number(factors.whole, decimals: 3)) for all, and by \(list(FactorAttribute.allCases.filter { factors.entries[$0] != nil }.map(\.rawValue))))"
    }
    static func moved(_ style: MovedStyle) -> Phrase {
      "  \(style.spu)\(style.name.map { " \($0)" } ?? "") (\(style.pitch)): \(FigureText.number(style.before, decimals: 1)) units become \(FigureText.number(style.after, decimals: 1)) (x \(FigureText.number(style.factor, decimals: 3)))"
    }
    static func forecast(_ source: ForecastSource) -> Phrase { "forecast: \(Words.forecast(source))" }
    static let candidatesTitle = "Candidates"
    static let stylesTitle = "Styles"
    static let optionsTitle = "Options"
    static let rules = "Rules"
    static let rulesLead: Phrase = "What each rule row asks for, and how many candidates count towards it."
    static let ruleRow = "Rule row"
    static let supply = "Supply"
    static let tooFew = "too few"
    static let willCost = "too few, will cost its penalty"
    static func reach(_ reach: Double) -> String { "all together reach \(FigureText.number(reach))" }

    /// `gender: men` asks for 10, 7 candidates
    static func short(_ row: RowSupply) -> Phrase {
      let asks: Phrase = "\(rule: row.row) asks for \(range: row.required, row.kind)"
      if let reach = row.reach {
        return "\(asks), all candidates together reach \(FigureText.number(reach))"
      }
      return "\(asks), \(Words.candidates(row.candidates))"
    }

    // MARK: For programs

    static func column(_ column: ColumnSummary, of styles: Int) -> String {
      let range = column.range.map { "\($0.lowerBound)..\($0.upperBound)" }
      let parts = [
        "read as \(column.isCanonical ? column.name : "a column of its own")", column.kind,
        "\(styles - column.emptyCells) of \(styles) filled", "\(column.distinctValues ?? 0) distinct",
        range ?? column.examples.joined(separator: " | "),
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
    static func finding(_ oddity: Oddity) -> String { "\(oddity.finding) in \(oddity.count) rows" }
    static func counts(_ report: CheckReport) -> String {
      "\(report.candidates) of \(report.styles) styles, \(report.options) options"
    }
    static func supply(_ row: RowSupply) -> String {
      let reach = row.reach.map { "; all together reach \($0)" } ?? ""
      return
        "asks \(FigureText.range(row.required, row.kind)); \(row.candidates) candidates\(reach)"
    }

    // MARK: Headers

    static func headers(of source: String) -> String { "The headers of \(source):" }
    static let headersTitle = "Headers"
    static let firstCells = "First cells"
    static func isAsked(_ name: String) -> String { "\(name)?" }
    static func question(_ column: String, _ answers: [String]) -> Phrase {
      "which is the \(column): \(eitherOf(answers))? Say columns: { \(column): \(answers[0]) } or another of them."
    }
  }
}
