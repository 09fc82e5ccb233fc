import Lineup

/// The tables of slots given by score: the list of slots, the score sheet, weeks by days.
enum SlotsTables {
  private typealias Say = Words.Slots
  private typealias Section = Report.Section

  // MARK: The calendar as a list

  static func calendar(_ result: SlotsResult) -> Report.Section {
    var table = ReportTable([
      .init("date", Say.date, .text), .init("weekday", Say.weekday, .text), .init("start", Say.start, .text),
      .init("slot", Say.slot, .text, width: (30, 8)), .init("partner", Say.partner, .text, width: (40, 8)),
      .init("wish", Say.wish, .count),
      .init("weight", Say.weight, .amount(decimals: decimals(result.plan.slots.map(\.weight))), media: .desk),
    ])
    table.noun = .slot
    table.rows = result.plan.slots.indices.map { place in
      let slot = result.plan.slots[place]
      let owner = result.owners[place].map { result.standings[$0].score.partner.name }
      var row = ReportTable.Row(
        [
          .text(slot.day.description), .text(slot.day.weekday.rawValue), .optional(slot.clock),
          .text(slot.name), owner.map { .text($0) } ?? .named("", label: Say.empty),
          .optional(result.wishes[place]?.rank.map(Double.init)), .number(slot.weight),
        ], group: Say.week(monday(of: slot.day)))
      if owner == nil { row.tone = .warning }
      return row
    }
    table.filtered = [3, 4]
    return Section("slots", Say.calendar, media: .everywhere, table: table)
  }

  private static func monday(of day: Day) -> Day {
    let place = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
    return day.advanced(by: -place)
  }

  private static func decimals(_ numbers: [Double]) -> Int { ReportTable.decimals(of: numbers, atMost: 4) }

  // MARK: The score sheet

  static func scores(_ result: SlotsResult) -> Report.Section {
    let isShort = result.standings.contains { $0.held != $0.count }
    let scores = result.standings.map(\.score)
    let sales = scores.map(\.partner.sales)
    var columns: [ReportTable.Column] = [
      .init("partner", Say.partner, .text, width: (40, 10)),
      .init(
        "sales_figure", Say.salesFigure, .amount(decimals: ReportTable.decimals(ofMoney: sales)), media: .desk
      ),
    ]
    columns += result.rules.map { .init("rule \($0)", $0, .text, media: .desk) }
    columns += [
      .init("taken_off", Say.takenOff, .text, media: .terminal, width: (90, 12)),
      .init("points", Say.points, .amount(decimals: decimals(scores.map(\.points)))),
      .init("rules", Say.rulesTerm, .amount(decimals: 2)),
      .init("sales", Say.salesTerm, .amount(decimals: 2)),
      .init("score", Say.score, .amount(decimals: 2)), .init("quota", Say.quota, .amount(decimals: 3)),
      .init("slots", Say.count, .count), .init("held", Say.held, .count, media: isShort ? .everywhere : []),
      .init("to_one_more", Say.oneMore, .amount(decimals: 2)),
    ]
    var table = ReportTable(columns)
    table.rows = result.standings.map { row($0, rules: result.rules, held: columns.count - 2) }
    var section = Section(
      "scores", Say.scores, lead: Say.formula(result.plan), media: .people, table: table)
    section.lines = [Report.Line(Say.formula(result.plan), media: .terminal)]
    section.charts = [
      ReportChart(
        Say.chart, unit: Say.score, .bars,
        result.standings.map {
          .init(
            $0.score.partner.name, $0.score.score, text: Say.bar($0),
            tone: $0.held == $0.count ? .plain : .bad)
        })
    ]
    return section
  }

  private static func row(_ standing: SlotsResult.Standing, rules: [String], held: Int) -> ReportTable.Row {
    let score = standing.score
    let taken = zip(rules, score.partner.marks).filter { $1.points != 0 }.map { Say.mark($1, of: $0) }
    var cells: [ReportTable.Cell] = [.text(score.partner.name), .number(score.partner.sales)]
    cells += score.partner.marks.map { .text(Say.mark($0)) }
    cells += [
      .text(taken.joined(separator: ", ")), .number(score.points), .number(score.rules), .number(score.sales),
      .number(score.score), .number(standing.quota), .number(Double(standing.count)),
      .number(Double(standing.held)),
      standing.pointsToOneMore.map { .number(roundedUp($0)) } ?? .named("", label: Say.never),
    ]
    var row = ReportTable.Row(cells)
    if standing.held != standing.count {
      row.tone = .bad
      row.faults = [held]
    }
    return row
  }

  /// Points with two decimals that are enough; never 0.
  static func roundedUp(_ points: Double) -> Double {
    max(0.01, (points * 100 - 1e-7).rounded(.up) / 100)
  }

  // MARK: Weeks by days

  static func grid(_ result: SlotsResult) -> Report.Section {
    var table = ReportTable(
      [.init("slot", Say.slot, .text)]
        + Weekday.allCases.map { .init($0.rawValue, $0.name, .text) })
    table.noun = .slot
    let names = result.plan.slotNames
    let weeks = Dictionary(grouping: result.plan.slots.indices) { monday(of: result.plan.slots[$0].day) }
    for (monday, places) in weeks.sorted(by: { $0.key < $1.key }) {
      let group = Say.week(monday)
      let days = (0..<7).map { monday.advanced(by: $0) }
      table.rows.append(.init([.text(Say.days)] + days.map { .text(Say.day($0)) }, group: group))
      for name in names {
        let own = places.filter { result.plan.slots[$0].name == name }
        if own.isEmpty { continue }
        let clocks = Set(own.compactMap { result.plan.slots[$0].clock })
        let title = clocks.count == 1 ? "\(name) \(clocks.first ?? "")" : name
        table.rows.append(
          .init(
            [.text(title)]
              + days.map { day in
                guard let place = own.first(where: { result.plan.slots[$0].day == day }) else {
                  return .missing
                }
                return .text(
                  result.owners[place].map { result.standings[$0].score.partner.name } ?? Say.empty)
              }, group: group))
      }
    }
    return Section("calendar", Say.grid, media: .desk, table: table)
  }

  // MARK: Who competes

  static func clashes(_ result: SlotsResult) -> Report.Section {
    var section = Section("clashes", Say.clashes, media: .people)
    section.lines = result.clashes.map { Report.Line(Say.sentence($0, result), tone: .bad) }
    if result.hasMoreClashes { section.lines.append(Report.Line(Say.moreClashes)) }
    return section
  }
}
