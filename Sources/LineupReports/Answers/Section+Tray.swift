import Lineup

extension Report.Section {
  /// The tray with its charts.
  static func tray(
    _ tray: Lineup.Tray, _ columns: TrayColumns, media: Media = .everywhere, changed: [String: String] = [:]
  ) -> Report.Section {
    var table = columns.table(tray.items)
    if !changed.isEmpty {
      // Beside the pitch, where the eye looks for what is new.
      let place = table.place(of: "pitch") ?? table.columns.count
      table.insert(
        .init("change", Words.Column.change, .state, media: .desk), at: place,
        tray.items.map { .optional(changed[$0.spu]) })
      for (row, item) in tray.items.enumerated() where changed[item.spu] != nil {
        table.rows[row].marks = Set(table.columns.indices)
      }
    }
    var section = Report.Section("tray", Words.Tray.title, media: media, table: table)
    section.charts = TrayCharts(tray: tray).all
    return section
  }

  /// The table of a tray for programs where there is none: its header alone.
  static let data = Report.Section(
    "tray", Words.Tray.title, media: .programs, table: TrayColumns(nil, show: nil).table([]))

  /// The items to announce: those with the role hero, else the ten with the most GMV.
  static func heroes(_ tray: Lineup.Tray, _ columns: TrayColumns) -> Report.Section? {
    let role = columns["role"]
    var items = tray.items.filter { item in
      guard case .text(let roles)? = role?.cell(item) else { return false }
      return roles.split(separator: "|").contains(where: Roles.isHero)
    }
    let areNamed = !items.isEmpty
    if !areNamed { items = Array(tray.items.sorted { $0.gmv > $1.gmv }.prefix(10)) }
    guard !items.isEmpty else { return nil }
    let keys = ["spu", "name", "brand", "list_price", "price", "units", "gmv", "selling_points", "image"]
    var section = Report.Section(
      "heroes", Words.Tray.heroes, lead: areNamed ? Words.Tray.heroesByRole : Words.Tray.heroesByGMV,
      media: .desk, table: columns.table(items, keys: keys, media: .desk))
    section.isSecondary = true
    return section
  }

  /// The price list for shop guides.
  static func prices(_ tray: Lineup.Tray, _ columns: TrayColumns) -> Report.Section {
    let keys = [
      "spu", "name", "brand", "category", "list_price", "price", "offer", "offer_price", "claim", "use",
      "selling_points", "image",
    ]
    var table = columns.table(tray.items, keys: keys, media: .desk)
    if let listPrice = columns["list_price"],
      let place = table.place(of: "offer_price") ?? table.place(of: "price")
    {
      var savings: [Double] = []
      for (row, item) in tray.items.enumerated() {
        var cells: [ReportTable.Cell] = [.missing, .missing]
        let paid = item.offerPrice ?? item.price
        if case .number(let list) = listPrice.cell(item), list > paid {
          savings.append(list - paid)
          cells = [.number(list - paid), .number((list - paid) / list)]
        }
        table.rows[row].cells.insert(contentsOf: cells, at: place + 1)
      }
      let decimals = ReportTable.decimals(ofMoney: savings)
      table.columns.insert(
        contentsOf: [
          .init("saving", Words.Column.saving, .amount(decimals: decimals), media: .desk),
          .init("saving_share", Words.Column.off, .share(decimals: 1), media: .desk),
        ], at: place + 1)
    }
    for (row, item) in tray.items.enumerated() { table.rows[row].group = item.groups.first.map(Words.group) }
    var section = Report.Section(
      "prices", Words.Tray.prices, lead: Words.Tray.pricesLead, media: .desk, table: table)
    section.isSecondary = true
    return section
  }

  /// The next best styles and what each would cost.
  static func leftOut(_ left: [LeftOut], _ result: SolveResult) -> Report.Section? {
    guard !left.isEmpty else { return nil }
    typealias Title = Words.Column
    var table = ReportTable([
      .init("group", Title.group, .text), .init("spu", Title.spu, .style), .init("name", Title.name, .name),
      .init("brand", Title.brand, .text),
      .init("price", Title.price, .amount(decimals: ReportTable.decimals(ofMoney: left.map(\.price)))),
      .init("gmv", Words.Tray.ownGMV, .amount(decimals: 0)),
      .init("cost", Words.Tray.costs(Words.objective(result.objective)), .amount(decimals: 0)),
      .init("remark", Words.Tray.remark, .text),
    ])
    table.rows = left.map { style in
      var cost = ReportTable.Cell.missing
      let remark: String
      switch style.verdict {
      case .costs(let amount, let isProven):
        cost = .number(amount)
        remark =
          amount < -0.5
          ? Words.Tray.betterUnproven
          : isProven ? (amount < 0.5 ? Words.Tray.equalSwap : "") : Words.Tray.atMost
      case .impossible: remark = Words.Tray.forbidden
      case .unknown: remark = Words.Tray.notKnown
      }
      return .init([
        .text(Words.group(style.group)), .text(style.spu), .optional(style.name), .optional(style.brand),
        .number(style.price), .number(style.gmv), cost, .text(remark),
      ])
    }
    table.noun = .style
    return Report.Section(
      "left-out", Words.Tray.leftOut, lead: Words.Tray.leftOutLead, media: .desk, table: table)
  }

  /// The scenario as it was run.
  static func scenario(_ show: Show, _ result: SolveResult) -> Report.Section {
    typealias Say = Words.Background
    let scenario = show.scenario
    var rows: [(String, String)] = [
      (Say.scenario, scenario.name), (Say.file, scenario.source), (Say.variant, scenario.variant ?? Say.none),
      (Say.catalog, scenario.catalogPath ?? ""), (Say.styles, FigureText.number(Double(result.solver.spus))),
      (Say.candidates, FigureText.number(Double(result.solver.candidates))),
      (Say.objective, Words.objective(scenario.objective)), (Say.status, Words.Proof.status(result.status)),
    ]
    if let score = result.score {
      rows.append((Say.objectiveValue, FigureText.number(score.value, decimals: 2)))
      if let bound = score.bound { rows.append((Say.bound, FigureText.number(bound, decimals: 2))) }
    }
    if let within = result.within { rows.append((Say.searched, Words.Proof.trays(within.trays))) }
    rows += (scenario.offers?.kinds ?? []).map { (Words.Offers.kind($0.name), Words.Offers.sentence($0)) }
    rows += scenario.pitches.map { (Say.pitch($0.name), Say.pitch($0.minutes, lift: $0.lift)) }
    rows += show.catalog.notes.map { (Say.read, $0.description) }
    var section = Report.Section(
      "scenario", Say.title, lead: Say.lead, media: .desk,
      table: ReportTable(
        [.init("key", Say.what, .text), .init("value", Say.value, .sentence)],
        rows.map { .init([.text($0.0), .text($0.1)]) }))
    section.document = scenario.document
    section.isSecondary = true
    return section
  }
}
