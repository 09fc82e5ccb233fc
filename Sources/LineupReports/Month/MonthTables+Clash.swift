import Lineup

extension MonthTables {
  /// Why there is no plan, and the one that comes nearest.
  func clash(_ result: MonthResult) -> [Report.Section] {
    var sections: [Report.Section] = []
    if case .infeasible(let clash, _) = result.outcome {
      switch clash {
      case .shows(let shows): sections.append(lonely(shows))
      case .rows(let rows, let isIrreducible): sections.append(clashing(rows, isIrreducible))
      }
    }
    guard let plan = result.bestEffort else { return sections }
    let misses = misses(plan)
    if misses.table?.rows.isEmpty == false { sections.append(misses) }
    return sections
      + self.sections(of: plan, oneByOne: nil).map { section in
        var section = section
        section.media.remove(.terminal)
        return section
      }
  }

  private func lonely(_ shows: [MonthClash.ShowConflict]) -> Report.Section {
    typealias Say = Words.Months
    var table = ReportTable([
      .init("show", Words.Column.show, .name), .init("message", Say.message, .sentence),
    ])
    table.rows = shows.map {
      .init([.text($0.show), .phrase(Words.Clash.sentence($0.conflict))], tone: .bad)
    }
    table.noun = .show
    table.media = .desk
    var section = Report.Section(
      "clash", Say.lonely, lead: Say.lonelyBrief, brief: .init(Say.lonelyBrief), table: table)
    section.lines = shows.map {
      .init(Words.Clash.sentence($0.conflict), label: $0.show, tone: .bad, media: .terminal)
    }
    return section
  }

  private func clashing(_ rows: [MonthClash.Row], _ isIrreducible: Bool) -> Report.Section {
    typealias Say = Words.Months
    let message = Say.sentence(rows, isIrreducible: isIrreducible)
    var table = ReportTable([.init("show", Say.whose, .text), .init("row", Words.Clash.rule, .rule)])
    table.rows = rows.map {
      .init([.text($0.show ?? Say.ofTheMonth), names.cell(ofRow: $0.row)], tone: .bad)
    }
    table.media = .desk
    return Report.Section(
      "clash", Say.clash, lead: message, brief: .init(message, label: Words.Clash.brief, tone: .bad),
      table: table)
  }

  /// What the nearest plan misses, show by show and of the month.
  private func misses(_ plan: MonthPlan) -> Report.Section {
    typealias Say = Words.Months
    var table = CheckTable(names: names).table([])
    func add(_ owner: String, _ checks: [RuleCheck]) {
      let missed = checks.filter { !$0.holds && !$0.isSoft }
      table.rows += CheckTable(names: names).table(missed).rows.map { row in
        var row = row
        row.group = owner
        return row
      }
    }
    for show in plan.shows { add(show.name, show.tray.rules) }
    add(Say.months, plan.rules)
    return Report.Section(
      "misses", Say.nearest, lead: Say.nearestLead, brief: .init(Say.nearestBrief(plan)), table: table)
  }
}
