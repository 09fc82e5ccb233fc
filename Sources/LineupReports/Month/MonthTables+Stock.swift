import Lineup

extension MonthTables {
  /// Styles that a terminal and a page tell of.
  private static let (mostTold, mostShown) = (10, 50)

  /// Who holds a style: its shows with the most units first.
  static func holders(of spu: String, in plan: MonthPlan) -> [(show: String, held: Double, demand: Double)] {
    var holders: [(show: String, held: Double, demand: Double)] = []
    for show in plan.shows {
      for (item, demand) in zip(show.tray.items, show.demand) where item.spu == spu {
        holders.append((show.name, item.units, demand))
      }
    }
    return holders.enumerated().sorted {
      $0.element.held == $1.element.held ? $0.offset < $1.offset : $0.element.held > $1.element.held
    }.map(\.element)
  }

  /// Styles that more is wanted of than there is, what lacks of which is worth most first.
  static func sorted(_ stock: [MonthPlan.ScarceStyle]) -> [MonthPlan.ScarceStyle] {
    func worth(_ style: MonthPlan.ScarceStyle) -> Double { style.worth * (style.demand - style.allotted) }
    return stock.enumerated().sorted {
      let (first, second) = (worth($0.element), worth($1.element))
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  /// What is worth having more of, and who holds it: for a page as much as people read, for a workbook all.
  func scarce(_ plan: MonthPlan) -> [Report.Section] {
    guard let all = allScarce(plan) else { return [] }
    guard let table = all.table, table.rows.count > Self.mostShown else { return [all] }
    var (shown, sheet) = (all, all)
    shown.media = [.terminal, .page]
    shown.table?.rows = Array(table.rows.prefix(Self.mostShown))
    shown.lines.append(
      .init(Words.Stocks.moreInWorkbook(table.rows.count - Self.mostShown), media: .page))
    sheet.id = "stock-sheet"
    sheet.media = .workbook
    return [shown, sheet]
  }

  /// `nil` where there is enough of everything.
  private func allScarce(_ plan: MonthPlan) -> Report.Section? {
    typealias Say = Words.Stocks
    let stock = Self.sorted(plan.stock)
    guard !stock.isEmpty else { return nil }
    let units = ReportTable.decimals(of: stock.flatMap { [$0.stock, $0.demand, $0.allotted] }, atMost: 1)
    let amount = ReportTable.Kind.amount(decimals: units)
    let money = ReportTable.decimals(of: stock.map(\.worth), atMost: 2)
    var table = ReportTable([
      .init("spu", Words.Column.spu, .style), .init("name", Words.Column.name, .name),
      .init("stock", Say.stock, amount), .init("demand", Say.demand, amount),
      .init("allotted", Say.allotted, amount), .init("lacking", Say.lacking, amount),
      .init("shows", Say.shows, .count), .init("worth", Say.worth, .amount(decimals: money)),
      .init("worth_of_all", Say.worthOfAll, .amount(decimals: 0)),
      .init("holders", Say.holders, .sentence),
    ])
    let holders = stock.map { Self.holders(of: $0.spu, in: plan) }
    table.rows = zip(stock, holders).map { style, holders in
      let lacking = max(0, style.demand - style.allotted)
      return .init([
        .text(style.spu), .optional(style.name ?? names.style(style.spu).name), .number(style.stock),
        .number(style.demand), .number(style.allotted), .number(lacking), .number(Double(style.shows)),
        .number(style.worth), .number(style.worth * lacking), .text(Say.held(holders)),
      ])
    }
    table.noun = .style
    table.media = .desk
    var section = Report.Section("stock", Say.title, lead: Say.lead, brief: .init(Say.brief), table: table)
    section.lines = zip(stock, holders).prefix(Self.mostTold).map { style, holders in
      .init(Say.sentence(style, holders: holders), media: .terminal)
    }
    if stock.count > Self.mostTold {
      section.lines.append(.init(Say.more(stock.count - Self.mostTold), media: .terminal))
    }
    return section
  }
}
