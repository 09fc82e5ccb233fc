import Lineup

extension Report {
  /// The report of a frontier: the curve, and its points.
  package init(_ frontier: Frontier) {
    typealias Say = Words.Curve
    let isNet = frontier.points.contains { ($0.score?.penalties ?? 0) > 0 }
    let measure = Words.objective(frontier.objective)
    let named = isNet ? Say.netOfPenalties(measure) : measure
    let solved = frontier.points.compactMap { point -> SolveResult? in
      if case .success(let result) = point.result { result } else { nil }
    }
    self.init(
      title: Say.title(solved.first?.scenario, named, frontier.subject),
      facts: [Say.facts(frontier.points.count)], factMedia: .desk,
      verdict: Self.verdict(frontier, named))
    let bars = frontier.points.map { point in
      let height = point.score?.value
      return ReportChart.Bar(
        Say.pointLabel(point.label).text(.spoken), height,
        text: height.map { FigureText.number($0) } ?? Words.Proof.status(point.outcomeKey),
        tone: height == nil ? .bad : .plain, position: point.position)
    }
    var section = Section(
      "curve", Say.section, media: .everywhere,
      table: Self.table(frontier, isNet ? Say.net(measure) : measure, isNet: isNet))
    if frontier.points.contains(where: { $0.tray != nil }) {
      section.charts = [
        ReportChart(
          Say.best(named), unit: named, .curve, bars, subject: Words.setting(frontier.subject))
      ]
    }
    section.lines = frontier.points.compactMap { point in
      guard case .failure(let error) = point.result else { return nil }
      return Line("\(error.description)", label: point.label, tone: .warning)
    }
    sections = [section]
  }

  private static func verdict(_ frontier: Frontier, _ measure: String) -> Verdict {
    typealias Say = Words.Curve
    if let goal = frontier.largestGoal {
      return Verdict(Say.sentence(goal), tone: goal.amount == nil ? .bad : .plain)
    }
    let reached = frontier.points.compactMap { point in
      point.score.map { (label: point.label, height: $0.value) }
    }
    let trayless = Trayless(frontier.points.map(\.outcomeKey))
    guard let best = reached.max(by: { $0.height < $1.height }) else {
      return Verdict(Say.none(trayless), detail: Say.solveSays(trayless), tone: .bad)
    }
    return Verdict(
      Say.most(measure, best.height, frontier.subject, best.label),
      detail: trayless.count == 0 ? Say.all : Say.failed(trayless, of: frontier.points.count),
      tone: trayless.count == 0 ? .good : .warning)
  }

  private static func table(_ frontier: Frontier, _ measure: String, isNet: Bool) -> ReportTable {
    typealias Title = Words.Column
    func isAlone(_ measure: Measure) -> Bool {
      let parts = frontier.objective.parts
      return !isNet && parts.count == 1 && parts[0].measure == measure
    }
    // What the curve shows is not shown twice; what penalties were taken from is.
    func media(_ measure: Measure) -> Media { isAlone(measure) ? .programs : .everywhere }
    let minutes = frontier.points.compactMap { $0.tray?.totals.minutes }
    let amount = ReportTable.Kind.amount(decimals: 0)
    let columns: [ReportTable.Column] = [
      .init(frontier.subject, Words.Curve.column(frontier.subject), .range),
      .init("status", Title.status, .state, width: (12, 10)), .init("value", measure, amount),
      .init("items", Title.items, .count),
      .init("minutes", Title.minutes, .minutes(decimals: ReportTable.decimals(of: minutes, atMost: 2))),
      .init("units", Title.units, amount, media: .programs),
      .init("gmv", Title.gmv, amount, media: media(.gmv)),
      .init("margin", Title.margin, amount, media: media(.margin)),
      .init("plot", "", .plot, media: .terminal),
    ]
    return ReportTable(
      columns,
      frontier.points.map { point in
        let totals = point.tray?.totals
        let label = Words.Curve.pointLabel(point.label)
        let setting: ReportTable.Cell =
          point.position.map { .named(Self.digits($0), label: point.label) } ?? .phrase(label)
        return .init(
          [
            setting, .text(point.outcomeKey), .figure(point.score?.value),
            .figure(totals.map { Double($0.items) }), .figure(totals?.minutes), .figure(totals?.units),
            .figure(totals?.gmv), .figure(totals?.margin), .optional(point.score?.value),
          ], tone: totals == nil ? .bad : .good)
      })
  }

  private static func digits(_ number: Double) -> String { plain(number) }
}
