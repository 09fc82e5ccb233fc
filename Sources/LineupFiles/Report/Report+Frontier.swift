import Lineup

extension Report {
  /// The report of a frontier: the curve, and its points.
  init(_ frontier: Frontier) {
    let net = FrontierReport.isNet(frontier) ? " net of penalties" : ""
    let measure = ReportText.objective(frontier.objective) + net
    let solved = frontier.points.compactMap { point -> SolveResult? in
      if case .success(let result) = point.result { result } else { nil }
    }
    let trays = frontier.points.filter { $0.tray != nil }
    self.init(
      title: "\(solved.first?.scenario ?? "Show"): \(measure) as \(frontier.subject) moves",
      facts: ["\(FigureText.counted(frontier.points.count, "point")), each solved by itself"],
      verdict: Self.verdict(frontier, measure), figures: [], sections: [], notes: [])
    let bars = frontier.points.map { point in
      let height = FrontierReport.height(of: point)
      return ReportChart.Bar(
        label: point.label, value: height,
        text: height.map { ReportText.number($0) } ?? FrontierReport.status(point),
        tone: height == nil ? .bad : .plain, position: point.position)
    }
    var chart = ReportChart(title: "Best \(measure)", unit: measure, kind: .curve, bars: bars)
    chart.subject = frontier.subject
    sections.append(
      Section(
        id: "curve", title: "Curve", lead: "", charts: trays.isEmpty ? [] : [chart],
        table: Self.table(frontier, measure)))
  }

  private static func verdict(_ frontier: Frontier, _ measure: String) -> Verdict {
    if let goal = frontier.largestGoal {
      return Verdict(
        headline: FrontierReport.sentence(goal), detail: "Each point is a tray solved by itself.",
        tone: goal.amount == nil ? .bad : .good)
    }
    let reached = frontier.points.compactMap { point in
      FrontierReport.height(of: point).map { (label: point.label, height: $0) }
    }
    guard let best = reached.max(by: { $0.height < $1.height }) else {
      return Verdict(
        headline: "No tray at any of these settings", detail: "`lineup solve` says what clashes.", tone: .bad)
    }
    let failed = frontier.points.count - reached.count
    return Verdict(
      headline: "Most \(measure), \(ReportText.number(best.height)), at \(frontier.subject) \(best.label)",
      detail: failed == 0
        ? "Every setting has a tray."
        : "\(failed) of \(frontier.points.count) settings \(failed == 1 ? "has" : "have") no tray.",
      tone: failed == 0 ? .good : .warning)
  }

  private static func table(_ frontier: Frontier, _ measure: String) -> ReportTable {
    let minuteDigits =
      frontier.points.compactMap { $0.tray.map { ReportText.decimals(of: $0.totals.minutes, atMost: 2) } }
      .max() ?? 0
    let rows = frontier.points.map { point -> ReportTable.Row in
      let totals = point.tray?.totals
      func cell(_ value: Double?) -> ReportTable.Cell { value.map { .number($0) } ?? .missing }
      return .init(
        cells: [
          .text(point.label), .text(FrontierReport.status(point)),
          cell(FrontierReport.height(of: point)), cell(totals?.gmv), cell(totals?.margin),
          cell(totals.map { Double($0.items) }), cell(totals?.minutes),
        ], group: nil, tone: totals == nil ? .bad : .good)
    }
    return ReportTable(
      columns: [
        .init(key: "setting", title: frontier.subject, kind: .text),
        .init(key: "status", title: "Status", kind: .state),
        .init(key: "height", title: "Best \(measure)", kind: .number(decimals: 0)),
        .init(key: "gmv", title: "GMV", kind: .number(decimals: 0)),
        .init(key: "margin", title: "Margin", kind: .number(decimals: 0)),
        .init(key: "items", title: "Items", kind: .number(decimals: 0)),
        .init(key: "minutes", title: "Minutes", kind: .number(decimals: minuteDigits)),
      ], rows: rows, summed: [])
  }
}
