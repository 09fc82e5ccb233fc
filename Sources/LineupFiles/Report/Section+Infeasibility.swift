import Lineup

extension Report.Section {
  /// Why no tray fits, what would help, and the tray that comes nearest.
  static func infeasibility(
    _ answer: Infeasibility, _ result: SolveResult, _ show: Show
  ) -> [Report.Section] {
    var sections = [conflict(answer), repairs(answer, result)].compactMap(\.self)
    guard let effort = answer.bestEffort else { return sections }
    var misses = checks(effort.tray)
    misses.id = "misses"
    misses.title = "What the nearest tray misses"
    misses.lead = "No tray misses less, each miss taken against what the rule asks."
    if !effort.isProven { misses.lead = "The nearest tray found in time; another may miss less." }
    misses.table?.rows.removeAll { $0.tone != .bad }
    var nearest = tray(effort.tray, TrayColumns(effort.tray, show: show), show)
    nearest.title = "The nearest tray"
    nearest.lead = "It does not keep every rule: to see what is possible, not to go on air."
    sections += [misses, nearest]
    return sections
  }

  private static func conflict(_ answer: Infeasibility) -> Report.Section? {
    guard let conflict = answer.conflict else { return nil }
    var lead = conflict.message
    if conflict.isMinimal, conflict.rows.count > 1 { lead += " Without any one of them the others can hold." }
    return Report.Section(
      id: "conflict", title: "What clashes", lead: lead, charts: [],
      table: ReportTable(
        columns: [
          .init(key: "row", title: "Rule", kind: .text), .init(key: "asks", title: "Asks", kind: .text),
        ],
        rows: conflict.rows.map { row in
          .init(
            cells: [.text(row.row), .text(ReportText.range(row.required, row.kind))], group: nil, tone: .bad)
        }, summed: []))
  }

  private static func repairs(_ answer: Infeasibility, _ result: SolveResult) -> Report.Section? {
    guard !answer.repairs.isEmpty else {
      guard answer.conflict != nil else { return nil }
      return Report.Section(
        id: "repairs", title: "What would help",
        lead: InfeasibilityText.noRepair(answer), charts: [], table: nil)
    }
    let measure = ReportText.objective(result.objective)
    let rows = answer.repairs.enumerated().map { position, repair in
      ReportTable.Row(
        cells: [
          .number(Double(position + 1)), .text(InfeasibilityText.changes(repair)), .number(repair.value),
          .text(repair.isProven ? "proven" : "or more"),
        ], group: nil)
    }
    return Report.Section(
      id: "repairs", title: "What would help",
      lead: "The smallest change first; each was solved, with the best tray that it allows.", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "place", title: "", kind: .number(decimals: 0)),
          .init(key: "message", title: "Change", kind: .text),
          .init(key: "best", title: "Best tray then: \(measure)", kind: .number(decimals: 0)),
          .init(key: "proof", title: "", kind: .text),
        ], rows: rows, summed: []))
  }
}
