import Lineup

extension Report.Section {
  /// Why no tray fits, what would help, and the tray that comes nearest.
  static func infeasibility(
    _ answer: Infeasibility, _ objective: Objective, _ show: Show
  ) -> [Report.Section] {
    let names = StyleNames(show)
    var sections = [conflict(answer, names), repairs(answer, objective)].compactMap(\.self)
    guard let effort = answer.bestEffort else { return sections }
    let misses = Report.Section(
      "misses", Words.Clash.misses, lead: effort.isProven ? Words.Clash.missesLead : Words.Clash.missesFound,
      brief: .init(Words.Clash.nearestBrief(effort)), table: CheckTable(names: names).table(effort.misses))
    var nearest = tray(effort.tray, TrayColumns(effort.tray, show: show), media: .desk)
    nearest.title = Words.Clash.nearest
    nearest.lead = Words.Clash.nearestLead
    sections += [misses, nearest]
    return sections
  }

  private static func conflict(_ answer: Infeasibility, _ names: StyleNames) -> Report.Section? {
    guard let conflict = answer.conflict else { return nil }
    var message = Words.Clash.sentence(conflict)
    if conflict.isMinimal, conflict.rows.count > 1 { message += Words.Clash.minimal }
    var table = ReportTable(
      [.init("row", Words.Clash.rule, .rule), .init("asks", Words.Check.asks, .range)],
      conflict.rows.map { row in
        .init([names.cell(ofRow: row.row), .range(row.required, row.kind)], tone: .bad)
      })
    table.media = .desk
    return Report.Section(
      "conflict", Words.Clash.title, lead: message,
      brief: .init(message, label: Words.Clash.brief, tone: .bad), table: table)
  }

  private static func repairs(_ answer: Infeasibility, _ objective: Objective) -> Report.Section? {
    guard !answer.repairs.isEmpty else {
      guard answer.conflict != nil else { return nil }
      let words = Words.Clash.noRepair(answer)
      return Report.Section("repairs", Words.Clash.repairs, lead: words, brief: .init(words))
    }
    let measure = Words.objective(objective)
    var section = Report.Section(
      "repairs", Words.Clash.repairs, lead: Words.Clash.repairsLead, brief: .init(Words.Clash.repairsBrief))
    section.cards = answer.repairs.enumerated().map { position, repair in
      Card(
        number: position + 1, Words.Clash.changes(repair),
        lines: [Card.Line(Words.Clash.bestThen(repair, measure))]
          + (repair.isSmallest ? [] : [Card.Line(Words.Clash.smallerMayDo)]))
    }
    section.table = ReportTable(
      [
        .init("place", Words.Clash.place, .count), .init("message", Words.Clash.changeTitle, .sentence),
        .init("best", Words.Clash.bestThen(measure), .amount(decimals: 0)),
        .init("proof", Words.Clash.proof, .text),
      ],
      answer.repairs.enumerated().map { position, repair in
        .init([
          .number(Double(position + 1)), .phrase(Words.Clash.changes(repair)), .number(repair.value),
          .text(repair.isProven ? Words.Clash.proven : Words.Clash.orMore),
        ])
      })
    section.table?.media = .workbook
    return section
  }
}
