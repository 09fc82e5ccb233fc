import Lineup

/// The tables and charts of a show against its plan.
enum ReviewTables {
  private typealias Say = Words.Review
  private typealias Section = Report.Section

  // MARK: Bridges

  static func bridge(_ review: ShowReview) -> Report.Section {
    let parts = BridgePart.allCases.map { (Say.name($0), review.bridge[$0]) }
    var section = Section(
      "bridge", Say.bridge, lead: Say.bridgeLead, media: .people, table: table(parts, review))
    section.charts = [waterfall(Say.styleChart, parts, review)]
    return section
  }

  static func funnel(_ funnel: FunnelBridge, _ review: ShowReview) -> Report.Section {
    let parts = funnel.parts.map { ($0.name, $0.gmv) }
    var section = Section(
      "funnel", Say.funnel, lead: Say.funnelLead(funnel), media: .people, table: table(parts, review))
    section.charts = [waterfall(Say.funnelChart, parts, review)]
    section.lines = [Report.Line(Say.funnelLead(funnel), media: .terminal)]
    return section
  }

  private static func table(_ parts: [(String, Cents)], _ review: ShowReview) -> ReportTable {
    let planned = review.planned.gmv.amount
    var table = ReportTable([
      .init("part", Say.part, .text), .init("gmv", Say.amount, .difference(decimals: 2)),
      .init("share", Say.shareOfPlan, .share(decimals: 1)),
    ])
    table.rows = parts.map { name, cents in
      .init([
        .text(name), .number(cents.amount), .figure(planned > 0 ? cents.amount / planned : nil),
      ])
    }
    table.summed = [1]
    table.noun = .part
    return table
  }

  private static func waterfall(
    _ title: String, _ parts: [(String, Cents)], _ review: ShowReview
  ) -> ReportChart {
    var level = review.planned.gmv
    var bars = [
      ReportChart.Bar(
        Say.plannedTitle, level.amount, text: Say.money(level), lower: 0, upper: level.amount)
    ]
    for (name, cents) in parts where cents != .zero {
      let next = level + cents
      bars.append(
        .init(
          name, cents.amount, text: Say.signed(cents), lower: level.amount, upper: next.amount,
          tone: cents < .zero ? .bad : .good))
      level = next
    }
    bars.append(
      .init(
        Say.actualTitle, review.actual.gmv.amount, text: Say.money(review.actual.gmv), lower: 0,
        upper: review.actual.gmv.amount))
    return ReportChart(title, unit: Say.amount, .waterfall, bars)
  }

  // MARK: Styles

  private static var itemColumns: [ReportTable.Column] {
    var difference = ReportTable.Column("difference", Say.difference, .difference(decimals: 2))
    difference.factors = [["actual_gmv", "planned_gmv"]]
    return [
      .init("spu", Words.Column.style, .style, width: (20, 8)),
      .init("name", Words.Column.name, .name, width: (40, 8)),
      .init("part", Say.standing, .text), .init("pitch", Say.pitch, .text),
      .init("planned", Say.plannedUnitsTitle, .amount(decimals: 1)),
      .init("actual", Say.actualUnitsTitle, .amount(decimals: 1)),
      .init("planned_gmv", Say.plannedGMV, .amount(decimals: 2)),
      .init("actual_gmv", Say.actualGMV, .amount(decimals: 2)), difference,
    ]
      + BridgePart.allCases.map {
        .init(
          $0.rawValue.replacing(" ", with: "_"), Say.name($0), .difference(decimals: 2),
          media: [.desk, .programs])
      } + [
        .init("forecast", Say.forecast, .amount(decimals: 1), media: [.desk, .programs]),
        .init("sold_out", Say.soldOut, .state, media: [.desk, .programs]),
        .init("returns", Say.returns, .amount(decimals: 1), media: [.desk, .programs]),
      ]
  }

  private static func row(_ item: ReviewItem, isGrouped: Bool) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [
      .text(item.spu), .optional(item.name),
      .named(item.standing.rawValue, label: Say.standing(item.standing)),
      .optional(item.pitch), .number(item.planned), .number(item.actual), .number(item.plannedGMV.amount),
      .number(item.actualGMV.amount), .number((item.actualGMV - item.plannedGMV).amount),
    ]
    cells += BridgePart.allCases.map { .number(item.bridge[$0].amount) }
    cells += [.figure(item.forecast), CheckTable.flag(item.isSoldOut), .figure(item.returns)]
    var row = ReportTable.Row(cells, group: isGrouped ? Say.standing(item.standing) : nil)
    if item.standing == .notShown { row.tone = .warning }
    return row
  }

  static func items(_ review: ShowReview) -> Report.Section {
    var table = ReportTable(itemColumns)
    let order: [ReviewItem.Standing] = [.planned, .notShown, .added]
    table.rows = order.flatMap { standing in
      review.items.filter { $0.standing == standing }.map { row($0, isGrouped: true) }
    }
    table.summed = Array(4..<(9 + BridgePart.allCases.count))
    table.filtered = [2, 3]
    var section = Section(
      "styles", Say.items, lead: Say.itemsLead, media: [.desk, .programs], table: table)
    let shown = review.items.filter { $0.standing == .planned }
    if !shown.isEmpty {
      section.charts = [
        ReportChart(
          Say.scatter, unit: Say.scatterUnit, .scatter,
          shown.map { item in
            .init(
              item.name.map { "\(item.spu) \($0)" } ?? item.spu, item.actual,
              text:
                "\(FigureText.number(item.planned, decimals: 1)) → \(FigureText.number(item.actual, decimals: 1))",
              tone: item.isSoldOut ? .good : .plain, position: item.planned)
          }, subject: Say.scatterSubject)
      ]
    }
    return section
  }

  /// The styles with the largest differences, for a terminal.
  static func most(_ review: ShowReview) -> Report.Section {
    var table = ReportTable(itemColumns)
    func size(_ item: ReviewItem) -> Int { abs((item.actualGMV - item.plannedGMV).count) }
    table.rows = review.items.enumerated().sorted {
      size($0.element) == size($1.element) ? $0.offset < $1.offset : size($0.element) > size($1.element)
    }.prefix(12).map { row($0.element, isGrouped: false) }
    var section = Section("most", Say.most, media: .terminal, table: table)
    section.brief = Report.Line(Phrase(Say.most + ":"), media: .terminal)
    return section
  }

  // MARK: Groups

  static func groups(_ review: ShowReview) -> Report.Section {
    var difference = ReportTable.Column("difference", Say.difference, .difference(decimals: 2))
    difference.factors = [["actual_gmv", "planned_gmv"]]
    var table = ReportTable([
      .init("attribute", Say.attribute, .text), .init("value", Say.value, .text),
      .init("items", Say.itemCount, .count), .init("planned", Say.plannedUnitsTitle, .amount(decimals: 1)),
      .init("actual", Say.actualUnitsTitle, .amount(decimals: 1)),
      .init("planned_gmv", Say.plannedGMV, .amount(decimals: 2)),
      .init("actual_gmv", Say.actualGMV, .amount(decimals: 2)), difference,
      .init("ratio", Say.soldOfForecast, .amount(decimals: 2)),
      .init("error", Say.error, .amount(decimals: 2)),
      .init("wape", Say.wape, .share(decimals: 1)), .init("bias", Say.biasTitle, .share(decimals: 1)),
    ])
    table.rows = review.groups.map { group in
      .init([
        .text(group.attribute), .text(group.value), .number(Double(group.items)), .number(group.planned),
        .number(group.actual), .number(group.plannedGMV.amount), .number(group.actualGMV.amount),
        .number((group.actualGMV - group.plannedGMV).amount), .figure(group.ratio), .figure(group.error),
        .figure(group.accuracy.wape), .figure(group.accuracy.bias),
      ])
    }
    table.filtered = [0]
    var section = Section("groups", Say.groups, lead: Say.groupsLead, media: .desk, table: table)
    var attributes: [String] = []
    for group in review.groups where !attributes.contains(group.attribute) {
      attributes.append(group.attribute)
    }
    section.charts = attributes.compactMap { attribute in
      let own = review.groups.filter { $0.attribute == attribute && $0.ratio != nil }.prefix(16)
      guard !own.isEmpty else { return nil }
      return ReportChart(
        Say.groupChart(attribute), unit: Say.groupUnit, .ratios,
        own.map { group in
          let ratio = group.ratio ?? 0
          return .init(
            group.value, ratio, text: Say.groupText(group), lower: group.error.map { max(0, ratio - $0) },
            upper: group.error.map { ratio + $0 })
        })
    }
    return section
  }

  // MARK: What was learned

  static func factors(_ factors: ForecastFactors, _ test: BackTest) -> Report.Section {
    var table = ReportTable([
      .init("attribute", Say.attribute, .text), .init("value", Say.value, .text, width: (30, 8)),
      .init("factor", Say.factor, .amount(decimals: 3)), .init("ratio", Say.rawRatio, .amount(decimals: 3)),
      .init("items", Say.itemCount, .count), .init("shows", Say.showCount, .count),
    ])
    for attribute in FactorAttribute.allCases where attribute != .spu {
      table.rows += (factors.entries[attribute] ?? []).map { entry in
        .init([
          .text(attribute.rawValue), .text(entry.value), .number(entry.factor), .figure(entry.ratio),
          .number(Double(entry.items)), .number(Double(entry.shows)),
        ])
      }
    }
    table.filtered = [0]
    var section = Section(
      "factors", Say.factors, lead: Say.factorsLead(factors), media: .people, table: table)
    table.media = .desk
    section.table = table
    section.lines = [
      Report.Line(Say.factorsLead(factors), media: .terminal), Report.Line(Say.worth(test)),
    ]
    return section
  }

  static func backTest(_ test: BackTest) -> Report.Section {
    var table = ReportTable([
      .init("show", Say.show, .text, width: (40, 10)), .init("without", Say.without, .share(decimals: 1)),
      .init("with", Say.with, .share(decimals: 1)), .init("naive", Say.naiveTitle, .share(decimals: 1)),
    ])
    table.noun = .show
    table.rows = test.lines.map { line in
      .init([.text(line.show), .figure(line.without), .figure(line.withFactors), .figure(line.naive)])
    }
    return Section("backtest", Say.backTest, media: .desk, table: table)
  }
}
