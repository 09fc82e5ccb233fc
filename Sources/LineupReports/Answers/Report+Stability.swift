import Lineup

extension Report {
  /// Styles that a terminal lists at most.
  private static let longestList = 40

  /// The report of how a tray stands up to errors of the forecast.
  /// - Parameter show: the show as the forecast has it.
  package init(_ stability: Stability, of show: Show) {
    typealias Say = Words.Stable
    let names = StyleNames(show)
    let onTray = stability.picks.filter(\.isOnTray)
    let steady = onTray.count { $0.count == stability.samples }
    let often = onTray.count { 2 * $0.count >= stability.samples }
    let items = stability.first.tray?.items.count ?? 0
    self.init(title: Words.title(stability.first.scenario, variant: stability.first.variant))
    var said = [Line(Say.solved(stability))]
    if stability.unproven > 0 { said.append(Line(Say.unproven(stability.unproven), tone: .warning)) }
    if let goal = stability.goal, let first = stability.metByFirst, let some = stability.metBySome {
      said.append(Line(Say.goal(goal, first: first, some: some, of: stability.samples)))
      figures = [
        Figure(Say.goalFigure, Say.share(first, of: stability.samples), remark: "\(Words.samples(first))")
      ]
    }
    if let confident = stability.confident { said.append(Line(Say.confident(confident, stability))) }
    said.append(Line(Say.steady(items, steady: steady, often: often)))
    figures += [
      Figure(
        Say.samplesFigure, "\(stability.samples)", remark: Say.of(stability.settings.samples),
        tone: stability.samples < stability.settings.samples ? .warning : .plain),
      Figure(Say.steadyFigure, "\(steady)", remark: Say.of(items)),
    ]
    var summary = Section("stability", Words.Background.title)
    summary.title = Say.picks
    summary.lines = said
    summary.charts = [Self.chart(onTray, stability, names)]
    sections = [summary, Self.picks(stability, names), Self.wavering(stability, names)]
    if let tray = stability.confident?.tray {
      var section = Section.tray(tray, TrayColumns(tray, show: show), media: .desk)
      section.id = "confident"
      section.title = Say.confidentTray
      sections.append(section)
    }
    if let tray = stability.first.tray {
      sections.append(.tray(tray, TrayColumns(tray, show: show), media: .desk))
      proof = Verdict(stability.first, media: .desk)
    }
  }

  private static func chart(_ picks: [Stability.Pick], _ stability: Stability, _ names: StyleNames)
    -> ReportChart
  {
    ReportChart(
      Words.Stable.chart, unit: Words.Stable.samplesFigure, .bars,
      picks.map { pick in
        .init(
          names.label(pick.spu), Double(pick.count),
          text: Words.Stable.share(pick.count, of: stability.samples),
          tone: 2 * pick.count >= stability.samples ? .plain : .bad)
      })
  }

  private static func table(_ picks: [Stability.Pick], _ stability: Stability, _ names: StyleNames)
    -> ReportTable
  {
    typealias Say = Words.Stable
    var table = ReportTable([
      .init("spu", Words.Column.spu, .style, width: (20, 8)),
      .init("name", Words.Column.name, .name, media: .people, width: (48, 12)),
      .init("samples", Say.picked, .count), .init("share", Say.share, .share(decimals: 0)),
      .init("on_tray", Say.onTray, .state, width: (11, 11)),
    ])
    table.noun = .style
    table.rows = picks.map { pick in
      .init([
        .text(pick.spu), .optional(names.style(pick.spu).name), .number(Double(pick.count)),
        .number(Double(pick.count) / Double(max(1, stability.samples))),
        .named(pick.isOnTray ? "true" : "false", label: pick.isOnTray ? Words.yes : ""),
      ])
    }
    return table
  }

  private static func picks(_ stability: Stability, _ names: StyleNames) -> Section {
    var section = Section(
      "picks", Words.Stable.picks, lead: Words.Stable.picksLead, media: [.desk, .programs],
      table: table(stability.picks, stability, names))
    section.table?.filtered = [4]
    return section
  }

  /// The styles that some samples lack, as many as a terminal is to hold.
  private static func wavering(_ stability: Stability, _ names: StyleNames) -> Section {
    let wavering = stability.picks.filter { $0.count < stability.samples }
    var section = Section(
      "wavering", Words.Stable.picks, brief: Line(Words.Stable.wavering), media: .terminal,
      table: table(Array(wavering.prefix(longestList)), stability, names))
    if wavering.count > longestList {
      section.lines = [Line(Words.Stable.more(wavering.count - longestList))]
    }
    return section
  }
}
