import Lineup

extension Report {
  /// The report of a month: its shows, its rules, who holds scarce stock, and what changed.
  /// - Parameter oneByOne: a plan made show after show, to compare with.
  package init(_ result: MonthResult, of month: BoundMonth, oneByOne: MonthResult? = nil) {
    let plan = result.plan ?? result.bestEffort
    var names = StyleNames(month.catalog)
    names.tellsRowsOfStyles = true
    self.init(
      title: result.name, facts: Words.Months.facts(plan?.shows ?? [], styles: month.catalog.count),
      factMedia: .desk, notes: result.cautions.map(Words.Cautions.sentence))
    let found = Verdict(
      Words.Months.headline(result), detail: Words.Months.detail(result),
      work: Words.Months.work(result.solver), tone: Self.tone(result))
    let tables = MonthTables(month: month, names: names)
    if let plan = result.plan {
      proof = found
      figures = Figure.all(plan, value: result.score)
      if let value = result.score?.value, let other = oneByOne?.score?.value {
        figures.append(
          Figure(
            Words.Months.versus, Words.Months.change(value - other), remark: Words.Months.versus(other),
            tone: value >= other ? .good : .plain))
      }
      sections = tables.sections(of: plan, oneByOne: oneByOne?.plan)
      if let oneByOne, oneByOne.plan == nil, let place = sections.firstIndex(where: { $0.id == "shows" }) {
        sections[place].lines.append(Line(Words.Months.noneOneByOne))
      }
    } else {
      verdict = found
      sections = tables.clash(result)
    }
    if let within = result.within {
      // Before the folded trays, which end a page.
      let place = sections.firstIndex { $0.id == "trays" } ?? sections.count
      sections.insert(tables.changes(within), at: place)
    }
    sections.append(tables.data(result.plan))
  }

  private static func tone(_ result: MonthResult) -> Tone {
    switch result.outcome {
    case .optimal: .good
    case .feasible, .unknown: .warning
    case .infeasible: .bad
    }
  }
}

extension Report.Figure {
  fileprivate static func all(_ plan: MonthPlan, value: MonthResult.Score?) -> [Report.Figure] {
    typealias Say = Words.Months
    let totals = plan.totals
    let checks = plan.shows.flatMap(\.tray.rules) + plan.rules
    let met = checks.count(where: \.holds)
    let hardMisses = checks.count { !$0.holds && !$0.isSoft }
    var figures = [
      Self(
        Say.shows, "\(plan.shows.count)", remark: Say.onDays(Set(plan.shows.map(\.day)).count),
        brief: Say.brief(plan.shows.count))
    ]
    if let value {
      figures.append(
        Self(Say.worthTitle, FigureText.number(value.value), remark: Say.net(value.penalties)))
    }
    let styles = Set(plan.shows.flatMap { $0.tray.items.map(\.spu) }).count
    figures += [
      Self(
        Words.Column.items, FigureText.number(Double(totals.items)), remark: Say.ofStyles(styles),
        brief: Say.brief(totals)),
      Self(
        Words.Column.minutes, FigureText.number(totals.minutes, decimals: 1),
        brief: Words.Tray.briefMinutes(totals.minutes, of: nil)),
      Self(
        Words.Tray.expectedGMV, FigureText.number(totals.gmv), remark: "\(Words.units(totals.units))",
        brief: Words.Tray.briefGMV(totals.gmv)),
    ]
    if totals.margin != 0 {
      figures.append(
        Self(
          Words.Column.margin, FigureText.number(totals.margin),
          remark: Words.Tray.shareOfGMV(totals.margin / max(totals.gmv, 1)),
          brief: Words.Tray.briefMargin(totals.margin)))
    }
    figures.append(
      Self(
        Words.Tray.rulesMet, Words.Tray.met(met, of: checks.count),
        remark: met == checks.count
          ? Words.Tray.allHold : Words.Tray.missed(hard: hardMisses, soft: checks.count - met - hardMisses),
        tone: met == checks.count ? .good : hardMisses > 0 ? .bad : .warning))
    return figures
  }
}
