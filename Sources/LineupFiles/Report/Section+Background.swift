import Lineup

extension Report.Section {
  /// The next best styles and what each would cost.
  static func leftOut(_ left: [LeftOut], _ result: SolveResult) -> Report.Section? {
    guard !left.isEmpty else { return nil }
    let measure = ReportText.objective(result.objective)
    let rows = left.map { style in
      let cost: ReportTable.Cell
      let remark: String
      switch style.verdict {
      case .costs(let amount, let isProven):
        cost = .number(amount)
        remark =
          amount < -0.5
          ? "better than this tray, which is not proven"
          : isProven ? (amount < 0.5 ? "an equal swap" : "") : "at most; the search was ended"
      case .impossible:
        cost = .missing
        remark = "cannot be on: some rule forbids it"
      case .unknown:
        cost = .missing
        remark = "not known: the search was ended"
      }
      return ReportTable.Row(
        cells: [
          .text(style.group), .text(style.spu), style.name.map { .text($0) } ?? .missing,
          style.brand.map { .text($0) } ?? .missing, .number(style.price), .number(style.gmv), cost,
          .text(remark),
        ], group: nil)
    }
    return Report.Section(
      id: "left-out", title: "Left out",
      lead:
        "The next best of each group, and what the best tray with it has less than this one: found by solving the show again with the style on it.",
      charts: [],
      table: ReportTable(
        columns: [
          .init(key: "group", title: "Group", kind: .text), .init(key: "spu", title: "SPU", kind: .text),
          .init(key: "name", title: "Name", kind: .text), .init(key: "brand", title: "Brand", kind: .text),
          .init(key: "price", title: "Price", kind: .number(decimals: 2)),
          .init(key: "gmv", title: "Own GMV", kind: .number(decimals: 0)),
          .init(key: "cost", title: "Costs \(measure)", kind: .number(decimals: 0)),
          .init(key: "remark", title: "", kind: .text),
        ], rows: rows, summed: []))
  }

  /// The scenario as it was run.
  static func scenario(_ show: Show, _ result: SolveResult) -> Report.Section {
    let scenario = show.scenario
    var rows: [(String, String)] = [
      ("Scenario", scenario.name), ("File", scenario.source), ("Variant", scenario.variant ?? "none"),
      ("Catalog", scenario.catalogPath ?? ""),
      ("Styles", ReportText.number(Double(result.solver.spus))),
      ("Candidates", ReportText.number(Double(result.solver.candidates))),
      ("Objective", ReportText.objective(scenario.objective)), ("Status", result.status),
    ]
    if let score = result.score {
      rows.append(("Objective value", ReportText.number(score.value, decimals: 2)))
      if let bound = score.bound { rows.append(("Bound", ReportText.number(bound, decimals: 2))) }
    }
    if let within = result.within { rows.append(("Searched", within.words)) }
    rows += scenario.pitches.map {
      (
        "Pitch \($0.name)",
        "\(FigureText.counted($0.minutes, "minute")), lift \(ReportText.number($0.lift, decimals: 3))"
      )
    }
    rows += show.catalog.notes.map { ("Catalog read", $0.description) }
    return Report.Section(
      id: "scenario", title: "Scenario", lead: "As it was run.", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "key", title: "What", kind: .text), .init(key: "value", title: "Value", kind: .text),
        ],
        rows: rows.map { .init(cells: [.text($0.0), .text($0.1)], group: nil) }, summed: []),
      text: scenario.document.map(NodeYAML.text), isSecondary: true)
  }
}
