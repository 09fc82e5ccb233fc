import Lineup

/// The tables and charts of reviews one after another.
enum SeriesTables {
  private typealias Say = Words.Series
  private typealias Section = Report.Section

  static func shows(_ series: ReviewSeries) -> Report.Section {
    var difference = ReportTable.Column("difference", Say.difference, .difference(decimals: 2))
    difference.factors = [["actual_gmv", "planned_gmv"]]
    var table = ReportTable([
      .init("date", Say.date, .text), .init("show", Say.show, .text, width: (30, 8)),
      .init("planned_gmv", Say.plannedGMV, .amount(decimals: 2)),
      .init("actual_gmv", Say.actualGMV, .amount(decimals: 2)), difference,
      .init("wape", Say.wape, .share(decimals: 1)), .init("naive_wape", Say.naive, .share(decimals: 1)),
      .init("bias", Say.bias, .share(decimals: 1)), .init("within30", Say.within, .share(decimals: 1)),
      .init("broken", Say.broken, .count),
    ])
    table.noun = .show
    table.rows = series.shows.map { show in
      .init([
        .optional(show.date?.description), .text(show.name), .number(show.plannedGMV),
        .number(show.actualGMV),
        .number(show.actualGMV - show.plannedGMV), .figure(show.accuracy.wape), .figure(show.accuracy.naive),
        .figure(show.accuracy.bias), .figure(show.accuracy.within30),
        .number(Double(show.rows.count { !$0.holds && !$0.isSoft })),
      ])
    }
    table.summed = [2, 3, 4]
    var section = Section("shows", Say.shows, media: .everywhere, table: table)
    func curve(_ title: String, _ unit: String, _ value: (Int) -> Double?, _ decimals: Int) -> ReportChart {
      ReportChart(
        title, unit: unit, .curve,
        series.shows.indices.map { place in
          let figure = value(place)
          return .init(
            series.shows[place].date?.description ?? series.shows[place].name, figure,
            text: figure.map { FigureText.number($0, decimals: decimals) } ?? Words.nothing)
        })
    }
    section.charts = [
      curve(Say.wapeChart, Say.percent, { series.shows[$0].accuracy.wape.map { $0 * 100 } }, 1),
      curve(Say.biasChart, Say.percent, { series.shows[$0].accuracy.bias.map { $0 * 100 } }, 1),
      curve(
        Say.wholeChart, Say.factorUnit,
        { $0 < series.standings.count ? series.standings[$0].factors.whole : nil }, 3),
    ]
    return section
  }

  static func rules(_ series: ReviewSeries) -> Report.Section {
    var section = Section("rules", Say.rules)
    if series.brokenRows.isEmpty {
      section.lines = [Report.Line(Say.noneBroken, tone: .good)]
      return section
    }
    var table = ReportTable([
      .init("row", Say.row, .rule, width: (44, 16)), .init("broken", Say.times, .count),
      .init("shows", Say.of, .count),
    ])
    table.rows = series.brokenRows.map {
      .init([.text($0.row), .number(Double($0.broken)), .number(Double($0.shows))], tone: .warning)
    }
    section.table = table
    section.brief = Report.Line(Phrase(Say.rules + ":"), media: .terminal)
    return section
  }

  static func partners(_ series: ReviewSeries) -> Report.Section {
    var table = ReportTable([
      .init("partner", Say.partner, .text, width: (40, 10)), .init("shows", Say.count, .count),
      .init("sales", Say.actualGMV, .amount(decimals: 2)),
      .init("planned_gmv", Say.plannedGMV, .amount(decimals: 2)),
      .init("plan_reached", Say.reached, .text), .init("broken", Say.broken, .count),
      .init("wape", Say.wape, .share(decimals: 1)), .init("bias", Say.bias, .share(decimals: 1)),
    ])
    table.rows = series.partners.map { partner in
      .init([
        .text(partner.name), .number(Double(partner.shows)), .number(partner.actual),
        .number(partner.planned),
        .text(partner.reachedPlan ? Say.done : Say.missed), .number(Double(partner.broken)),
        .figure(partner.wape), .figure(partner.bias),
      ])
    }
    return Section("partners", Say.partners, lead: Say.partnersLead, media: .people, table: table)
  }

  /// The factors of the values with the most items, after each show.
  static func time(_ series: ReviewSeries) -> Report.Section {
    let known = FactorAttribute.allCases.filter { $0 != .spu }.flatMap { attribute in
      (series.factors.entries[attribute] ?? []).prefix(4).map { (attribute, $0) }
    }.sorted { $0.1.items > $1.1.items }.prefix(10)
    var table = ReportTable(
      [.init("show", Say.show, .text, width: (30, 8)), .init("whole", Say.all, .amount(decimals: 3))]
        + known.map { attribute, entry in
          .init(
            "\(attribute.rawValue) \(entry.value)", "\(attribute.rawValue) \(entry.value)",
            .amount(decimals: 3))
        })
    table.noun = .show
    table.rows = series.standings.map { standing in
      let tables = standing.factors.tables
      return .init(
        [.text(standing.show), .number(standing.factors.whole)]
          + known.map { attribute, entry in .figure(tables[attribute]?[entry.value]) })
    }
    return Section("time", Say.time, lead: Say.timeLead, media: .desk, table: table)
  }
}
