import Lineup

extension Report {
  /// With more shows than this, a terminal has a row for each show and leaves the rules to the files.
  private static let mostColumns = 8

  /// The report of shows side by side.
  package init(_ comparison: Comparison) {
    typealias Say = Words.Compare
    let solved = comparison.entries.compactMap { entry -> SolveResult? in
      if case .success(let result) = entry.result { result } else { nil }
    }
    self.init(
      title: Say.title(solved.first?.scenario),
      facts: [
        Say.shows(comparison.entries.count), Say.core(comparison.core.count),
        Say.swing(comparison.swing.count),
      ],
      factMedia: .desk, verdict: Self.verdict(comparison), figures: Self.figures(comparison),
      sections: Self.sections(comparison))
  }

  /// The parts that tell of shows side by side.
  static func sections(_ comparison: Comparison) -> [Section] {
    typealias Say = Words.Compare
    let names = StyleNames(comparison.entries.compactMap(\.tray).flatMap(\.items))
    let isLong = comparison.entries.count > mostColumns
    var side = Section(
      "comparison", Say.section, lead: Say.lead(comparison.entries.first?.name),
      media: isLong ? .desk : .people,
      table: ComparisonTable(comparison: comparison, names: names).table)
    side.charts = charts(comparison)
    var shows = Section(
      "shows", Say.section, media: isLong ? [.programs, .terminal] : .programs,
      table: showTable(comparison))
    var lines = comparison.entries.compactMap { entry in
      entry.refusal.map { Line($0, label: entry.name, tone: .warning, media: .terminal) }
    }
    lines += [
      Line(Say.coreLine(comparison.core.map(names.label)), media: .terminal),
      Line(Say.swingLine(comparison.swing.map { names.label($0.spu) }), media: .terminal),
    ]
    if isLong {
      lines.append(Line(Say.rulesInFiles, media: .terminal))
      shows.lines = lines
    } else {
      side.lines = lines
    }
    return [side, shows] + [.reasons(comparison), .styles(comparison)].compactMap(\.self)
      + [.proofs(comparison)]
  }

  private static func verdict(_ comparison: Comparison) -> Verdict {
    typealias Say = Words.Compare
    let trays = comparison.entries.compactMap { entry in entry.tray.map { (entry.name, $0.totals.gmv) } }
    let trayless = Trayless(comparison.entries.map(\.outcomeKey))
    guard let best = trays.max(by: { $0.1 < $1.1 }) else {
      return Verdict(Say.noTray(trayless), detail: Say.eachSays(trayless), tone: .bad, media: .desk)
    }
    return Verdict(
      Say.haveTrays(trays.count, of: comparison.entries.count),
      detail: Say.best(best.0, best.1, trayless), tone: trayless.count == 0 ? .good : .warning, media: .desk)
  }

  private static func figures(_ comparison: Comparison) -> [Figure] {
    typealias Say = Words.Compare
    return comparison.entries.map { entry in
      guard let tray = entry.tray else {
        return Figure(
          entry.name, Words.Proof.status(entry.outcomeKey), remark: "\(Say.without(entry.outcomeKey))",
          tone: .bad)
      }
      return Figure(
        Say.figure(entry.name), FigureText.number(tray.totals.gmv),
        remark: entry.difference.map { Say.change($0.gmv, comparison.entries.first?.name) }
          ?? Say.heldAgainst,
        tone: entry.difference.map { $0.gmv >= 0 ? .good : .plain } ?? .plain)
    }
  }

  private static func charts(_ comparison: Comparison) -> [ReportChart] {
    func chart(_ title: String, _ value: (TrayTotals) -> Double) -> ReportChart {
      ReportChart(
        title, unit: title, .bars,
        comparison.entries.map { entry in
          let amount = entry.tray.map { value($0.totals) }
          return .init(
            entry.name, amount,
            text: amount.map { FigureText.number($0) } ?? Words.Compare.without(entry.outcomeKey),
            tone: amount == nil ? .bad : .plain)
        })
    }
    let hasMargin = comparison.entries.contains { ($0.tray?.totals.margin ?? 0) != 0 }
    return [chart(Words.Column.gmv, \.gmv)] + (hasMargin ? [chart(Words.Compare.marginTitle, \.margin)] : [])
  }

  /// A row for each show, as programs want it.
  private static func showTable(_ comparison: Comparison) -> ReportTable {
    typealias Say = Words.Compare
    let rules = ComparisonTable.ruleRows(comparison)
    let number = ReportTable.Kind.amount(decimals: 0)
    let (both, data): (Media, Media) = ([.terminal, .programs], .programs)
    let hasGoal = comparison.entries.contains { $0.salesGoal != nil }
    let hasHeroes = comparison.entries.contains { $0.shareOfHeroes != nil }
    var columns: [ReportTable.Column] = [
      .init("name", "", .text, media: both, width: (36, 8)), .init("status", Say.status, .text, media: both),
      .init("reason", "", .text, media: data), .init("value", "", number, media: data),
      .init("items", Say.items, .count, media: both), .init("minutes", Say.minutes, number, media: both),
      .init("units", "", number, media: data), .init("gmv", Say.gmv, number, media: both),
      .init("margin", Say.margin, number, media: both),
      .init("goal_reached", Say.goal, .state, media: hasGoal ? both : data),
      .init("hero_share", Say.heroes, .share(decimals: 1), media: hasHeroes ? both : data),
    ]
    columns += [(Say.gmv, "gmv"), (Say.margin, "margin")].map {
      .init("more_\($0.1)", Say.more($0.0), .difference(decimals: 0), media: .terminal)
    }
    columns += [Say.stylesIn, Say.stylesOut].map { .init($0, $0, .difference(decimals: 0), media: .terminal) }
    columns += ["in", "out", "kept"].map { .init($0, "", .text, media: data) }
    // A rule may bear the name of a figure.
    columns += rules.map { .init("rule: \($0)", "", number, media: data) }
    let rows = comparison.entries.map { entry -> ReportTable.Row in
      let totals = entry.tray?.totals
      let difference = entry.difference
      func joined(_ spus: [String]?) -> ReportTable.Cell { .text((spus ?? []).joined(separator: "|")) }
      let figures: [ReportTable.Cell] = [
        .text(entry.name), .text(entry.outcomeKey), .text(entry.refusal?.text(.written) ?? ""),
        .optional(entry.objectiveValue), .optional(totals.map { Double($0.items) }),
        .optional(totals?.minutes), .optional(totals?.units), .optional(totals?.gmv),
        .optional(totals?.margin), entry.salesGoal.map { CheckTable.flag($0.holds) } ?? .missing,
        .optional(entry.shareOfHeroes), .optional(difference?.gmv), .optional(difference?.margin),
        .optional(difference.map { Double($0.joining.count) }),
        .optional(difference.map { -Double($0.leaving.count) }),
      ]
      let lists = [joined(difference?.joining), joined(difference?.leaving), joined(difference?.kept)]
      let actuals = rules.map { row -> ReportTable.Cell in
        .optional(entry.tray?.rules.first { $0.row == row }?.actual)
      }
      return .init(figures + lists + actuals)
    }
    return ReportTable(columns, rows)
  }
}
