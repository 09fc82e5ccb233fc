import Lineup

extension MonthTables {
  /// The tray of each show, which a page shows folded and a workbook on a sheet of its own.
  func trays(_ plan: MonthPlan) -> [Report.Section] {
    typealias Say = Words.Months
    let shows = Dictionary(
      month.shows.map { ($0.name, $0.show) }, uniquingKeysWith: { first, _ in first })
    return plan.shows.enumerated().map { place, planned in
      let columns = TrayColumns(planned.tray, show: shows[planned.name])
      var table = columns.table(planned.tray.items)
      if let units = table.place(of: "units") {
        let decimals = ReportTable.decimals(of: planned.demand, atMost: 1)
        table.insert(
          .init("demand", Say.demand, .amount(decimals: decimals)), at: units + 1,
          planned.demand.map { .number($0) })
      }
      // Folded sections have no boxes to filter by.
      table.filtered = []
      var section = Report.Section(
        Self.target(place), Say.tray(planned), lead: Say.lead(planned), media: .desk, table: table)
      section.sheetTitle = planned.name
      section.isSecondary = true
      section.lines = planned.tray.rules.filter { !$0.holds }.map {
        .init(Say.missed($0), label: Say.missedLabel, tone: $0.isSoft ? .warning : .bad)
      }
      return section
    }
  }
}
