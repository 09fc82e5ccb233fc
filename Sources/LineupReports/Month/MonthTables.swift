import Lineup

/// The parts of a month's report that every rendering has: shows, rules, scarce stock, changes, items.
struct MonthTables {
  let month: BoundMonth
  let names: StyleNames

  /// Of a plan that keeps the rules.
  func sections(of plan: MonthPlan, oneByOne: MonthPlan?) -> [Report.Section] {
    var overview = shows(plan, oneByOne: oneByOne)
    overview.sheetTitle = Words.Months.overview
    let (trays, sheets) = trays(on: plan)
    var sections = [calendar(plan), overview, calendarSheet(plan)] + sheets
    sections += [rules(plan), styles(plan)].compactMap(\.self) + scarce(plan)
    sections += [rulesSheet(plan), courses(plan), heat(plan), brands(plan)].compactMap(\.self)
    return sections + trays
  }

  /// The trays where a page has them, at its end, and where a workbook has them.
  private func trays(on plan: MonthPlan) -> (page: [Report.Section], workbook: [Report.Section]) {
    typealias Say = Words.Months
    func shown(_ sections: [Report.Section], in media: Media) -> [Report.Section] {
      sections.map { section in
        var section = section
        section.media = media
        return section
      }
    }
    let trays = trays(plan)
    let heading = Report.Section("trays", Say.trays, lead: Say.traysLead, media: .page)
    return (trays.isEmpty ? [] : [heading] + shown(trays, in: .page), shown(trays, in: .workbook))
  }

  // MARK: Shows

  /// A row a show.
  func shows(_ plan: MonthPlan, oneByOne: MonthPlan? = nil) -> Report.Section {
    typealias Say = Words.Months
    typealias Title = Words.Column
    let shows = plan.shows
    let others = Dictionary(
      (oneByOne?.shows ?? []).map { ($0.name, $0.net) }, uniquingKeysWith: { first, _ in first })
    let amount = ReportTable.Kind.amount(decimals: 0)
    func media(_ isShown: Bool, _ media: Media = .people) -> Media { isShown ? media : [] }
    let hasSeries = shows.contains { $0.series != $0.name }
    let minutes = ReportTable.decimals(of: shows.map(\.tray.totals.minutes), atMost: 2)
    let weights = ReportTable.decimals(of: shows.map(\.weight), atMost: 2)
    var table = ReportTable([
      .init("date", Say.date, .text), .init("weekday", Say.weekday, .text),
      .init("start", Say.start, .text, media: media(shows.contains { $0.start != nil })),
      .init("show", Title.show, .name, width: (36, 10)),
      .init("level", Say.level, .text, width: (16, 5)),
      .init("series", Say.series, .text, media: media(hasSeries, .workbook)),
      .init("region", Say.region, .text, media: media(shows.contains { $0.region != nil }, .desk)),
      .init(
        "weight", Say.weight, .amount(decimals: weights),
        media: media(shows.contains { $0.weight != 1 }, .workbook)),
      .init("items", Title.items, .count), .init("minutes", Title.minutes, .minutes(decimals: minutes)),
      .init("units", Title.units, amount, media: .workbook), .init("gmv", Title.gmv, amount),
      .init("margin", Title.margin, amount, media: media(plan.totals.margin != 0, .workbook)),
      .init(
        "penalties", Say.penalties, amount, media: media(shows.contains { $0.penalties > 0 }, .workbook)),
      .init("value", Say.value, amount),
      .init("one_by_one", Say.oneByOne, amount, media: media(oneByOne != nil, .desk)),
      .init(
        "difference", Say.againstOneByOne, .difference(decimals: 0), media: media(oneByOne != nil)),
      .init(
        "missed", Say.missed, .state,
        media: media(shows.contains { $0.tray.rules.contains { !$0.holds } }), width: (40, 8)),
    ])
    table.rows = shows.enumerated().map { place, show in
      let totals = show.tray.totals
      let other = others[show.name]
      var row = ReportTable.Row(
        [
          .text(show.day.description), .text(Say.weekday(show.day.weekday)), .optional(show.start),
          .text(show.name), .text(show.level), .text(show.series), .optional(show.region),
          .number(show.weight), .number(Double(totals.items)), .number(totals.minutes),
          .number(totals.units), .number(totals.gmv), .number(totals.margin), .number(show.penalties),
          .number(show.net), .optional(other), .optional(other.map { show.net - $0 }),
          .text(Say.missed(show.tray.rules)),
        ], tone: Self.tone(of: show))
      row.target = Self.target(place)
      return row
    }
    table.noun = .show
    table.summed = [
      "items", "minutes", "units", "gmv", "margin", "penalties", "value", "one_by_one", "difference",
    ]
    .compactMap(table.place).filter { !table.columns[$0].media.isDisjoint(with: .people) }
    table.filtered = ["level", "series", "region"].compactMap(table.place)
      .filter { table.columns[$0].media.contains(.page) }
    return Report.Section("shows", Say.shows, lead: Say.showsLead, table: table)
  }

  // MARK: Rules

  /// The month's own rules; `nil` where it has none.
  func rules(_ plan: MonthPlan) -> Report.Section? {
    guard !plan.rules.isEmpty else { return nil }
    return Report.Section(
      "rules", Words.Months.rules, lead: Words.Months.rulesLead, media: [.terminal, .page],
      table: CheckTable(names: names).table(plan.rules))
  }

  /// The rules of the month and of every show on one sheet.
  private func rulesSheet(_ plan: MonthPlan) -> Report.Section {
    typealias Say = Words.Months
    var table = CheckTable(names: names).table([])
    for (owner, checks) in [(Say.months, plan.rules)] + plan.shows.map({ ($0.name, $0.tray.rules) }) {
      table.rows += CheckTable(names: names).table(checks).rows.map { row in
        var row = row
        row.group = owner
        return row
      }
    }
    return Report.Section(
      "rules-sheet", Say.rulesSheet, lead: Say.rulesLead, media: .workbook, table: table)
  }

  // MARK: Changes

  /// What differs from the plan before, show by show.
  func changes(_ within: MonthResult.Steadiness) -> Report.Section {
    typealias Say = Words.Keeping
    var section = Report.Section(
      "changes", Say.title, lead: Say.lead(within), brief: .init(Say.lead(within)))
    let hasPitches = within.changes.contains { !$0.repitched.isEmpty }
    var table = ReportTable([
      .init("show", Words.Column.show, .name), .init("out", Say.out, .sentence),
      .init("in", Say.in, .sentence),
      .init("pitches", Say.pitches, .sentence, media: hasPitches ? .desk : []),
    ])
    table.rows = within.changes.map { change in
      .init([
        .text(change.show), .styles(names.styles(change.removed)), .styles(names.styles(change.added)),
        .text(change.repitched.map { Say.pitch($0, label: names.label) }.joined(separator: "; ")),
      ])
    }
    table.noun = .show
    table.media = .desk
    if !table.rows.isEmpty { section.table = table }
    section.lines =
      within.changes.map {
        .init(Say.sentence($0, label: names.label), label: $0.show, media: .terminal)
      }
      + within.dropped.map {
        .init(Say.dropped($0, label: names.label), label: Words.Rendering.note, tone: .warning)
      }
    return section
  }

  // MARK: For programs

  /// A row an item of a show.
  func data(_ plan: MonthPlan?) -> Report.Section {
    let items = TrayColumns(nil, show: nil).columns.filter { !$0.column.media.isDisjoint(with: .programs) }
    var table = ReportTable(
      ["show", "level", "series", "date", "start", "region"].map { .init($0, "", .text) }
        + items.map(\.column) + [.init("demand", Words.Months.demand, .amount(decimals: 1))])
    for show in plan?.shows ?? [] {
      let place: [ReportTable.Cell] = [
        .text(show.name), .text(show.level), .text(show.series), .text(show.day.description),
        .optional(show.start), .optional(show.region),
      ]
      for (item, demand) in zip(show.tray.items, show.demand) {
        table.rows.append(.init(place + items.map { $0.cell(item) } + [.number(demand)]))
      }
    }
    return Report.Section("items", Words.Column.items, media: .programs, table: table)
  }
}

extension MonthPlan.PlannedShow {
  /// What it adds to the value of the month.
  var net: Double { weight * (objective - penalties) }
}
