import Lineup

extension Report {
  /// The report of what each rule costs.
  package init(_ list: RulePriceList, of scenario: Scenario, catalog: Catalog? = nil) {
    typealias Say = Words.Prices
    let names = StyleNames(catalog)
    let measure = Words.objective(scenario.objective)
    self.init(
      title: Words.title(scenario),
      verdict: Verdict(Say.best(list, measure), tone: list.isProven ? .plain : .warning))
    var prices = Section(
      "prices", Say.title, lead: Say.lead, media: .everywhere, table: Self.table(list, names))
    if list.prices.isEmpty {
      prices.table?.media = .programs
      prices.brief = .init(Say.none(isProven: list.isProven))
      prices.lead = Say.none(isProven: list.isProven)
    } else {
      prices.lines = [
        .init(Say.free(list.freeRows.count), media: list.freeRows.isEmpty ? .people : .terminal)
      ]
      prices.charts = [Self.chart(list, names, measure)]
    }
    sections = [prices]
    if !list.freeRows.isEmpty {
      var free = Section("free", Say.freeTitle, lead: Say.freeLead, media: .desk)
      free.table = ReportTable(
        [.init("row", Say.rule, .rule)], list.freeRows.map { .init([names.cell(ofRow: $0)]) })
      free.isSecondary = true
      sections.append(free)
    }
  }

  private static func table(_ list: RulePriceList, _ names: StyleNames) -> ReportTable {
    typealias Say = Words.Prices
    let gain = ReportTable.Kind.difference(decimals: 2)
    let number = ReportTable.Kind.amount(decimals: 2)
    let hasDoubt = list.prices.contains { !$0.isProven }
    let columns: [ReportTable.Column] = [
      .init("rule", "", .text, media: .programs), .init("row", Say.rule, .rule, width: (44, 16)),
      .init("required", Words.Check.asks, .range), .init("dropping", Say.without, gain, media: .people),
      .init("more", Say.unitMore, gain, media: .people),
      .init("unit_name", Say.unit, .text, media: .people, width: (20, 7)),
      .init("unit", "", number, media: .programs), .init("gain_from_unit", "", number, media: .programs),
      .init("most_from_unit", "", number, media: .programs),
      .init("gain_from_dropping", "", number, media: .programs),
      .init("most_from_dropping", "", number, media: .programs),
      .init("proven", Say.proof, .state, media: hasDoubt ? .everywhere : .programs, width: (10, 4)),
    ]
    func between(_ gain: RulePrice.Gain?) -> ReportTable.Cell {
      gain.map { .between($0.least, $0.most) } ?? .text(Words.nothing)
    }
    return ReportTable(
      columns,
      list.prices.map { price in
        .init(
          [
            .text(price.rule), names.cell(ofRow: price.row), .range(price.required, price.kind),
            between(price.fromDropping), between(price.fromUnit),
            .optional(price.unitName.map(Say.unit)), .optional(price.unit),
            .optional(price.fromUnit?.least), .optional(price.fromUnit?.most),
            .number(price.fromDropping.least), .number(price.fromDropping.most),
            .named(price.isProven ? "true" : "false", label: price.isProven ? "" : Say.notProven),
          ], tone: price.isProven ? .plain : .warning)
      })
  }

  private static func chart(_ list: RulePriceList, _ names: StyleNames, _ measure: String) -> ReportChart {
    ReportChart(
      Words.Prices.chart, unit: measure, .bars,
      list.prices.prefix(24).map { price in
        let gain = price.fromDropping
        return .init(
          Words.row(names.row(price.row), .spoken), gain.least,
          text: ReportTable.text(.between(gain.least, gain.most), .difference(decimals: 2), .spoken),
          upper: gain.isProven || !gain.most.isFinite ? nil : gain.most,
          tone: gain.isProven ? .plain : .warning)
      })
  }

  /// The report of why styles are on the tray or not: a card for each.
  package init(_ regrets: [Regret], of scenario: Scenario, catalog: Catalog? = nil) {
    let names = StyleNames(catalog)
    self.init(title: Words.title(scenario))
    let measure = Words.objective(scenario.objective)
    var section = Section(
      "styles", Words.Regrets.title, media: .everywhere, table: Self.table(regrets, names))
    section.cards = regrets.map { Self.card($0, names, measure) }
    sections = [section]
  }

  private static func card(_ regret: Regret, _ names: StyleNames, _ measure: String) -> Card {
    typealias Say = Words.Regrets
    var lines: [Card.Line] = []
    func add(_ words: Phrase, _ spus: [String]) {
      if !spus.isEmpty { lines.append(.init(words, styles: names.styles(spus))) }
    }
    if regret.value != nil {
      if regret.standing == .onTray {
        add(Say.placeGoesTo, regret.joining)
        add(Say.goToo, regret.displaced)
      } else {
        add(Say.wouldDisplace, regret.displaced)
        add(Say.comeWith, regret.joining)
        lines += Say.breakEven(regret).map { .init($0.words, tone: $0.isOpen ? .good : .warning) }
      }
      if !regret.isProven { lines.append(.init(Say.notProven, tone: .warning)) }
    }
    let tone: Tone =
      switch regret.standing {
      case .onTray: .good
      case .offTray: .plain
      case .noCandidate: .bad
      }
    return Card(style: names.style(regret.spu), Say.sentence(regret, measure), lines: lines, tone: tone)
  }

  private static func table(_ regrets: [Regret], _ names: StyleNames) -> ReportTable {
    typealias Say = Words.Regrets
    let amount = ReportTable.Kind.amount(decimals: 2)
    var table = ReportTable([
      .init("spu", Words.Column.spu, .style), .init("name", Words.Column.name, .name, media: .workbook),
      .init("standing", Say.standing, .text), .init("reason", Say.reason, .text),
      .init("value", Words.Background.objectiveValue, amount), .init("loss", Say.loss, amount),
      .init("displaced", Say.displaced, .sentence), .init("joining", Say.joining, .sentence),
      .init("forecast", Say.forecast, amount), .init("break_even_forecast", Say.breakEvenForecast, amount),
      .init("price", Say.price, amount), .init("break_even_price", Say.breakEvenPrice, amount),
      .init("proven", Say.proven, .state),
    ])
    table.rows = regrets.map { regret in
      var reason: String?
      if case .noCandidate(let why) = regret.standing { reason = Words.Reason.off(why).text(.written) }
      return .init([
        .text(regret.spu), .optional(names.style(regret.spu).name),
        .named(regret.standing.key, label: Say.name(regret.standing)), .optional(reason),
        .optional(regret.value), .optional(regret.loss), .styles(names.styles(regret.displaced)),
        .styles(names.styles(regret.joining)), .optional(regret.forecast),
        .optional(regret.breakEvenForecast?.figure), .optional(regret.price),
        .optional(regret.breakEvenPrice?.figure), CheckTable.flag(regret.isProven),
      ])
    }
    table.media = [.workbook, .programs]
    table.noun = .style
    return table
  }
}
