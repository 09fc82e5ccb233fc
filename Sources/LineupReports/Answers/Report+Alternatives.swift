import Lineup

extension Report {
  /// The report of good trays side by side, each with what it gives up.
  package init(_ alternatives: Alternatives) {
    typealias Say = Words.Others
    let measure = Words.objective(alternatives.first.objective)
    self.init(
      title: Words.title(alternatives.first.scenario, variant: alternatives.first.variant),
      verdict: Verdict(Say.ending(alternatives)))
    var table = ReportTable([
      .init("name", Say.tray, .text, width: (30, 6)),
      .init("value", Words.objectiveTitle(alternatives.first.objective), .amount(decimals: 0)),
      .init("loss", Say.givesUp, .amount(decimals: 0)), .init("share", Say.share, .share(decimals: 2)),
      .init("proof", Say.proof, .text, width: (40, 6)),
    ])
    let best = alternatives.first.score?.value ?? 0
    var bars: [ReportChart.Bar] = []
    for (entry, loss) in zip(alternatives.comparison.entries, alternatives.losses) {
      guard case .success(let result) = entry.result, let score = result.score else { continue }
      table.rows.append(
        .init([
          .text(entry.name), .number(score.value), loss == 0 ? .text(Words.nothing) : .number(loss),
          loss == 0 ? .missing : .number(loss / max(1e-9, abs(best))), .text(Say.proof(result, score)),
        ]))
      bars.append(.init(entry.name, loss, text: FigureText.number(loss)))
    }
    var trays = Section("trays", Say.section, table: table)
    trays.charts = [ReportChart(Say.chart, unit: measure, .bars, bars)]
    sections = [trays] + Self.sections(alternatives.comparison)
  }
}
