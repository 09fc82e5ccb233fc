import Lineup

extension Report {
  /// The report of a solved show.
  /// - Parameter leftOut: The next best styles and what each would cost, where that was asked for.
  public init(_ result: SolveResult, of show: Show, leftOut: [LeftOut] = []) {
    let tray = result.tray
    let scenario = show.scenario
    title = result.scenario + (result.variant.map { " · \($0)" } ?? "")
    facts = [
      scenario.show.date.map(\.description), scenario.show.region,
      scenario.show.minutes.map { FigureText.counted($0, "minute") },
      "chosen from \(FigureText.counted(result.solver.candidates, "candidate"))",
    ].compactMap(\.self)
    verdict = Verdict(result)
    notes = result.warnings
    figures = tray.map { Figure.all($0, show) } ?? []
    sections = []
    if let tray {
      let columns = TrayColumns(tray, show: show)
      sections = [
        .tray(tray, columns, show), .checks(tray), .heroes(tray, columns, show), .prices(tray, columns),
        .leftOut(leftOut, result),
      ].compactMap(\.self)
    }
    if case .infeasible(let answer) = result.outcome {
      sections = Section.infeasibility(answer, result, show)
    }
    sections.append(.scenario(show, result))
  }
}

extension Report.Verdict {
  /// What is proven, in a sentence.
  init(_ result: SolveResult) {
    let words = ProofText(result)
    let measure = ReportText.objective(result.objective)
    let solver = result.solver
    let work =
      "\(solver.backend), \(ReportText.seconds(solver.seconds)), \(FigureText.counted(solver.options, "option"))"
    switch result.outcome {
    case .optimal(_, let score):
      let net = score.penalties > 0 ? ", net of \(ReportText.number(score.penalties)) in penalties" : ""
      self.init(
        headline: words.headline,
        detail: "\(measure) \(ReportText.number(score.value))\(net): \(words.claim(score)). (\(work))",
        tone: .good)
    case .feasible(_, let score):
      let gap =
        score.gap.map { "At most \(ReportText.percent($0, decimals: 2)) below the best possible." } ?? ""
      self.init(
        headline: "Good, not proven",
        detail: "\(measure) \(ReportText.number(score.value)); the search was ended. \(gap) (\(work))",
        tone: .warning)
    case .infeasible:
      self.init(
        headline: words.refusal.prefix(1).uppercased() + words.refusal.dropFirst(),
        detail: "That is proven\(result.within == nil ? "; some rules clash" : ""). (\(work))", tone: .bad)
    case .unknown:
      self.init(
        headline: "Nothing found in time",
        detail: words.silence.prefix(1).uppercased() + words.silence.dropFirst() + ". (\(work))",
        tone: .warning)
    }
  }
}

extension Report.Figure {
  static func all(_ tray: Tray, _ show: Show) -> [Report.Figure] {
    let rules = tray.rules
    func check(_ name: String) -> RuleCheck? { rules.first { $0.rule == name && !$0.isSoft } }
    var figures: [Report.Figure] = []
    let goal = check("sales goal")?.required?.lower
    figures.append(
      .init(
        label: "Expected GMV", value: ReportText.number(tray.totals.gmv),
        remark: goal.map {
          "goal \(ReportText.number($0)), \(ReportText.percent(tray.totals.gmv / max($0, 1), decimals: 0)) of it"
        } ?? "", progress: goal.map { tray.totals.gmv / max($0, 1) },
        tone: goal.map { tray.totals.gmv >= $0 * (1 - 1e-6) ? .good : .bad } ?? .plain))
    if tray.totals.margin != 0 {
      figures.append(
        .init(
          label: "Margin", value: ReportText.number(tray.totals.margin),
          remark: "\(ReportText.percent(tray.totals.margin / max(tray.totals.gmv, 1))) of GMV", progress: nil,
          tone: .plain))
    }
    figures.append(
      .init(
        label: "Items", value: "\(tray.totals.items)",
        remark: check("items").map { "asked \(ReportText.range($0.required, .count))" } ?? "", progress: nil,
        tone: .plain))
    let airTime = check("air time")?.required?.upper
    figures.append(
      .init(
        label: "Minutes", value: ReportText.number(tray.totals.minutes, decimals: 2),
        remark: airTime.map { "of \(ReportText.number($0, decimals: 1)) on air" } ?? "",
        progress: airTime.map { tray.totals.minutes / max($0, 1) }, tone: .plain))
    let average = tray.totals.units > 0 ? tray.totals.gmv / tray.totals.units : 0
    figures.append(
      .init(
        label: "Average price sold", value: ReportText.number(average, decimals: average < 1000 ? 2 : 0),
        remark: FigureText.counted(tray.totals.units, "unit", decimals: 0), progress: nil, tone: .plain))
    let met = rules.count(where: \.holds)
    figures.append(
      .init(
        label: "Rules met", value: "\(met) of \(rules.count)",
        remark: met == rules.count ? "all hold" : "\(rules.count - met) missed at a penalty",
        progress: nil, tone: met == rules.count ? .good : .warning))
    return figures
  }
}
