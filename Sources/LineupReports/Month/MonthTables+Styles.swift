import Lineup

extension MonthTables {
  /// Styles that a page's heat map has at most, and styles whose stock it draws over time.
  private static let (mostWarm, mostDrawn) = (100, 12)

  /// A style of a plan, and where it stands: the place of a show and that of the item on its tray.
  private struct Used {
    var spu: String
    var showings: [(show: Int, item: Int)] = []
    var units = 0.0
  }

  /// Those on the most shows first, then those with the most units.
  private func used(_ plan: MonthPlan) -> [Used] {
    var used: [Used] = []
    var places: [String: Int] = [:]
    for (show, planned) in plan.shows.enumerated() {
      for (item, entry) in planned.tray.items.enumerated() {
        let place = places[entry.spu] ?? used.count
        if place == used.count {
          places[entry.spu] = place
          used.append(Used(spu: entry.spu))
        }
        used[place].showings.append((show, item))
        used[place].units += entry.units
      }
    }
    return used.enumerated().sorted {
      let (first, second) = ($0.element, $1.element)
      if first.showings.count != second.showings.count {
        return first.showings.count > second.showings.count
      }
      return first.units == second.units ? $0.offset < $1.offset : first.units > second.units
    }.map(\.element)
  }

  /// The most used styles against the shows, for a page.
  func heat(_ plan: MonthPlan) -> Report.Section? {
    typealias Say = Words.Months
    let all = used(plan)
    guard !all.isEmpty else { return nil }
    let shown = all.prefix(Self.mostWarm)
    let most = plan.shows.flatMap { $0.tray.items.map(\.gmv) }.max() ?? 0
    var section = Report.Section(
      "styles", Say.heat, lead: Say.heatLead(shown.count, of: all.count), media: .page)
    section.heatMap = HeatMap(
      columns: plan.shows.enumerated().map { .init(title: $1.name, target: Self.target($0)) },
      rows: shown.map { style in
        var cells = [HeatMap.Cell?](repeating: nil, count: plan.shows.count)
        for (place, position) in style.showings {
          let show = plan.shows[place]
          let item = show.tray.items[position]
          cells[place] = .init(
            text: FigureText.number(item.units), warmth: most > 0 ? max(0, item.gmv / most).squareRoot() : 0,
            remark: Say.heatRemark(item, demand: show.demand[position], on: show.name))
        }
        return .init(style: names.style(style.spu), total: FigureText.number(style.units), cells: cells)
      }, total: Words.Column.units, legend: Say.heatLegend)
    return section
  }

  /// Every style against every show, with the units held, for a workbook.
  func styles(_ plan: MonthPlan) -> Report.Section? {
    typealias Say = Words.Months
    let all = used(plan)
    guard !all.isEmpty else { return nil }
    let units = ReportTable.Kind.amount(
      decimals: ReportTable.decimals(of: plan.shows.flatMap { $0.tray.items.map(\.units) }, atMost: 1))
    let fixed: [ReportTable.Column] = [
      .init("spu", Words.Column.spu, .style), .init("name", Words.Column.name, .name),
      .init("brand", Words.Column.brand, .text), .init("shows", Say.shows, .count),
      .init("units", Words.Column.units, units),
    ]
    var table = ReportTable(fixed + plan.shows.map { .init("show", $0.name, units) })
    table.rows = all.map { style in
      var cells = [ReportTable.Cell](repeating: .missing, count: plan.shows.count)
      for (place, position) in style.showings {
        cells[place] = .number(plan.shows[place].tray.items[position].units)
      }
      let first = style.showings.first.map { plan.shows[$0.show].tray.items[$0.item] }
      return .init(
        [
          .text(style.spu), .optional(first?.name), .optional(first?.brand),
          .number(Double(style.showings.count)), .number(style.units),
        ] + cells)
    }
    table.noun = .style
    table.heated = Array(fixed.count..<table.columns.count)
    table.summed = Array(fixed.count - 1..<table.columns.count)
    return Report.Section(
      "styles-sheet", Say.heatSheet, lead: Say.heatLead(all.count, of: all.count), media: .workbook,
      table: table)
  }

  /// What is left of scarce styles after each of their shows.
  func courses(_ plan: MonthPlan) -> Report.Section? {
    typealias Say = Words.Months
    guard let first = plan.shows.first, let last = plan.shows.last, !plan.stock.isEmpty else { return nil }
    var section = Report.Section("stock-over-time", Say.stockTime, lead: Say.stockTimeLead, media: .page)
    section.courses = Self.sorted(plan.stock).prefix(Self.mostDrawn).map { style in
      var left = style.stock
      var points: [StockCourse.Point] = []
      for show in plan.shows {
        for item in show.tray.items where item.spu == style.spu {
          left = max(0, left - item.units)
          points.append(
            .init(
              label: Say.after(show), day: show.day.number, left: left,
              text: FigureText.number(left, decimals: 1)))
        }
      }
      return StockCourse(
        style: names.style(style.spu), stock: style.stock, points: points,
        remark: Say.left(left, of: style.stock, after: points.count),
        days: first.day.number...max(first.day.number, last.day.number))
    }
    return section
  }
}
