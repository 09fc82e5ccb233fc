import Lineup

extension Report {
  /// The report of a solved show.
  /// - Parameters:
  ///   - leftOut: The next best styles and what each would cost, where that was asked for.
  ///   - listsCandidates: Whether a workbook has all candidates, to copy rows from.
  package init(
    _ result: SolveResult, of show: Show, leftOut: [LeftOut] = [], listsCandidates: Bool = false
  ) {
    let names = StyleNames(show)
    self.init(
      title: Words.title(result.scenario, variant: result.variant), facts: Self.facts(result, show),
      factMedia: .desk, notes: result.cautions.map(Words.Cautions.sentence))
    let found = Verdict(result)
    if let tray = result.tray {
      proof = found
      figures = Figure.all(tray, show)
      let columns = TrayColumns(tray, show: show)
      let parts: [Section?] = [
        .tray(tray, columns), .offers(tray, show.scenario),
        CheckTable(names: names, show: show).section(tray.rules), .views(result.views),
        .heroes(tray, columns),
        .prices(tray, columns), .leftOut(leftOut, result),
        listsCandidates ? .candidates(show, onTray: tray) : nil,
      ]
      sections = parts.compactMap(\.self).filter { $0.table?.rows.isEmpty == false || $0.id == "tray" }
    } else {
      verdict = found
      if case .infeasible(let answer) = result.outcome {
        sections = Section.infeasibility(answer, result.objective, show)
      }
      sections.append(.data)
    }
    sections.append(.scenario(show, result))
  }

  static func facts(_ result: SolveResult, _ show: Show) -> [Phrase] {
    [
      show.scenario.show.date.map { "\($0.description)" }, show.scenario.show.region.map { Phrase($0) },
      show.scenario.show.minutes.map(Words.Tray.onAir), Words.Tray.chosen(from: result.solver.candidates),
    ].compactMap(\.self)
  }
}

extension Report.Verdict {
  /// What is proven, in a sentence.
  init(_ result: SolveResult, media: Media = .people) {
    let tone: Report.Tone =
      switch result.outcome {
      case .optimal: .good
      case .feasible, .unknown: .warning
      case .infeasible: .bad
      }
    self.init(
      Words.Proof.headline(result), detail: Words.Proof.detail(result), work: Words.Proof.work(result.solver),
      tone: tone, media: media)
  }
}

extension Report.Figure {
  static func all(_ tray: Lineup.Tray, _ show: Show) -> [Report.Figure] {
    typealias Say = Words.Tray
    let (rules, totals) = (tray.rules, tray.totals)
    func check(_ name: String) -> RuleCheck? { rules.first { $0.rule == name && !$0.isSoft } }
    let goal = check("sales goal")?.required?.lower
    let airTime = check("air time")?.required?.upper
    let met = rules.count(where: \.holds)
    let average = totals.units > 0 ? totals.gmv / totals.units : 0
    var figures = [
      Self(
        Words.Column.items, "\(totals.items)", remark: check("items").map(Say.asked) ?? "",
        brief: "\(Words.counted(totals.items, .item))"),
      Self(
        Words.Column.minutes, FigureText.number(totals.minutes, decimals: 2),
        remark: airTime.map(Say.ofAirTime) ?? "", progress: airTime.map { totals.minutes / max($0, 1) },
        brief: Say.briefMinutes(totals.minutes, of: airTime)),
      Self(
        Say.expectedGMV, FigureText.number(totals.gmv), remark: goal.map { Say.goal($0, totals.gmv) } ?? "",
        progress: goal.map { totals.gmv / max($0, 1) },
        tone: goal.map { totals.gmv >= $0 * (1 - 1e-6) ? .good : .bad } ?? .plain,
        brief: Say.briefGMV(totals.gmv) + (goal.map { Say.briefGoal($0, totals.gmv) } ?? "")),
    ]
    if totals.margin != 0 {
      figures.append(
        Self(
          Words.Column.margin, FigureText.number(totals.margin),
          remark: Say.shareOfGMV(totals.margin / max(totals.gmv, 1)), brief: Say.briefMargin(totals.margin)))
    }
    figures.append(
      Self(
        Say.perUnit, FigureText.number(average, decimals: average < 1000 ? 2 : 0),
        remark: "\(Words.units(totals.units))"))
    let hardMisses = rules.count { !$0.holds && !$0.isSoft }
    figures.append(
      Self(
        Say.rulesMet, Say.met(met, of: rules.count),
        remark: met == rules.count
          ? Say.allHold : Say.missed(hard: hardMisses, soft: rules.count - met - hardMisses),
        tone: met == rules.count ? .good : hardMisses > 0 ? .bad : .warning))
    return figures
  }
}
