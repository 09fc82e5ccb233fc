import Lineup

/// The tables of a plan of views.
enum ViewsTables {
  private typealias Say = Words.Views
  private typealias Section = Report.Section

  /// Who owes what.
  static func channels(_ answer: ViewsAnswer, media: Media = .everywhere) -> Report.Section {
    let decimals = ReportTable.decimals(ofMoney: answer.channels.map(\.cost))
    let hasTold = answer.channels.contains { $0.told != nil }
    var table = ReportTable([
      .init("channel", Say.channel, .text, width: (30, 10)),
      .init(
        "views", Say.views,
        .amount(decimals: ReportTable.decimals(of: answer.channels.map(\.views), atMost: 2))),
      .init("most", Say.most, .count),
      .init("told", Say.told, .sentence, media: hasTold ? .everywhere : .programs, width: (50, 16)),
      .init("orders", Say.orders, .amount(decimals: 0)), .init("gmv", Say.sales, .amount(decimals: 0)),
      .init("cost", Say.cost, .amount(decimals: decimals)),
      .init("cost_of_order", Say.costOfOrder, .amount(decimals: 2)),
    ])
    table.rows = answer.channels.map { channel in
      let perOrder = channel.orders.flatMap { $0 > 0 ? channel.cost / $0 : nil }
      return .init([
        .text(channel.name), .number(channel.views),
        channel.told != nil
          ? .missing : channel.most.isFinite ? .number(channel.most) : .named("", label: Say.noEnd),
        .optional(channel.told.map { Say.told($0, most: channel.most) }), .optional(channel.orders),
        .optional(channel.gmv),
        .number(channel.cost), .optional(perOrder),
      ])
    }
    table.summed = [1, 4, 5, 6]
    var section = Section("views", Say.title, lead: Say.lead, media: media, table: table)
    section.charts = [
      ReportChart(
        Say.title, unit: Say.views, .bars,
        answer.channels.map { .init($0.name, $0.views, text: Say.views($0.views)) })
    ]
    return section
  }

  static func rows(_ answer: ViewsAnswer, _ names: StyleNames, media: Media = .people) -> Report.Section {
    Section(
      "views-rows", Say.rows, lead: Say.rowsLead, media: media,
      table: CheckTable(names: names).table(answer.rows))
  }

  /// Rows that cannot hold together, and what would help.
  static func clash(_ clash: ViewsClash, _ names: StyleNames) -> [Report.Section] {
    var message = Words.Clash.sentence(clash.conflict)
    if clash.conflict.isMinimal, clash.conflict.rows.count > 1 { message += Words.Clash.minimal }
    var table = ReportTable(
      [.init("row", Say.row, .rule), .init("asks", Words.Check.asks, .range)],
      clash.conflict.rows.map {
        .init([names.cell(ofRow: $0.row), .range($0.required, $0.kind)], tone: .bad)
      })
    table.media = .desk
    var conflict = Section(
      "conflict", Say.clash, lead: message, brief: .init(message, label: Words.Clash.brief, tone: .bad),
      table: table)
    if let most = clash.most { conflict.lines = [Report.Line(Say.most(most), tone: .bad)] }
    var help = Section("help", Say.help, brief: .init(clash.changes.isEmpty ? Say.noHelp : Say.helpBrief))
    help.cards = clash.changes.prefix(3).enumerated().map {
      Card(number: $0.offset + 1, Words.Clash.change($0.element), lines: [])
    }
    if clash.changes.isEmpty { help.lead = Say.noHelp }
    return [conflict, help]
  }

  static func prices(_ outlook: ViewsOutlook, _ names: StyleNames) -> Report.Section? {
    if outlook.prices.isEmpty, outlook.freeRows == 0 { return nil }
    var section = Section(
      "prices", Say.prices, lead: Say.pricesLead,
      brief: outlook.prices.isEmpty ? nil : .init(Say.pricesBrief))
    if !outlook.prices.isEmpty {
      section.table = ReportTable(
        [
          .init("row", Say.row, .rule, width: (44, 16)), .init("asks", Words.Check.asks, .range),
          .init("saving", Say.saving, .amount(decimals: 2)),
        ],
        outlook.prices.map {
          .init([names.cell(ofRow: $0.row), .range($0.required, $0.kind), .number($0.saving)])
        })
    }
    section.lines = [Report.Line(Say.free(outlook.freeRows))]
    return section
  }

  static func worth(_ outlook: ViewsOutlook) -> Report.Section? {
    guard !outlook.worth.isEmpty else { return nil }
    let measure = Words.objective(outlook.scenario.objective)
    let base = outlook.worth.first { $0.part == 1 }
    var table = ReportTable([
      .init("part", Say.part, .share(decimals: 0)), .init("views", Say.views, .amount(decimals: 0)),
      .init("value", Say.bestTray(measure), .amount(decimals: 0)),
      .init("worth", Say.perThousand, .amount(decimals: 0)),
      .init("cost", Say.cost, .amount(decimals: 0)),
      .init("cost_of_thousand", Say.costPerThousand, .amount(decimals: 2)),
      .init("proof", Words.Clash.proof, .state),
    ])
    table.rows = outlook.worth.map { point in
      func perThousand(_ own: Double?, _ other: Double?) -> ReportTable.Cell {
        guard let own, let other, let views = base?.views, abs(point.views - views) > 0 else {
          return .missing
        }
        return .number((own - other) / (point.views - views) * 1000)
      }
      return .init([
        .number(point.part), .number(point.views),
        point.value.map { .number($0) } ?? .named("", label: Say.noTray),
        perThousand(point.value, base?.value),
        point.cost.map { .number($0) } ?? .named("", label: Say.notBrought),
        perThousand(point.cost, base?.cost),
        .named(
          point.isProven ? "true" : "false", label: point.isProven || point.value == nil ? "" : Say.notProven),
      ])
    }
    return Section("worth", Say.worth, lead: Say.worthLead, brief: .init(Say.worthBrief), table: table)
  }

  static func targets(_ targets: ViewsTargets, place: Int) -> Report.Section {
    let peopleDecimals = ReportTable.decimals(of: targets.parts.map(\.people), atMost: 2)
    var table = ReportTable([
      .init("part", targets.column, .text, width: (30, 10)),
      .init("people", Say.people, .amount(decimals: peopleDecimals)),
      .init("views", Say.views, .count), .init("each", Say.viewsOfPerson, .amount(decimals: 2)),
    ])
    table.rows = targets.parts.map { part in
      .init([
        .text(part.name), .number(part.people), .number(Double(part.views)),
        part.people > 0 ? .number(Double(part.views) / part.people) : .missing,
      ])
    }
    table.summed = [1, 2]
    return Section(
      "targets-\(place + 1)", Say.targets(targets), lead: Say.targetsLead(targets),
      brief: .init(Say.targetsBrief(targets)), table: table)
  }

  /// What the mix of the audience does, by category.
  static func mix(_ groups: [AudienceEffect]) -> Report.Section {
    var table = ReportTable([
      .init("category", Say.category, .text, width: (30, 10)), .init("styles", Say.styles, .count),
      .init("before", Say.unitsBefore, .amount(decimals: 0)),
      .init("after", Say.unitsAfter, .amount(decimals: 0)),
      .init("factor", Say.factor, .amount(decimals: 3)),
    ])
    table.rows = groups.map { group in
      .init([
        .text(group.category ?? Say.without), .number(Double(group.styles)), .number(group.before),
        .number(group.after), .figure(group.factor),
      ])
    }
    return Section("mix", Say.mix, lead: Say.mixLead, brief: .init(Say.mixBrief), table: table)
  }
}
