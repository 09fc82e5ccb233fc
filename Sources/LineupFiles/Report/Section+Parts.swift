import Lineup

extension Report.Section {
  /// Every rule row and how close it is.
  static func checks(_ tray: Tray) -> Report.Section {
    let rows = tray.rules.map { check in
      var close = ReportText.closeness(check)
      if !check.holds, check.isSoft { close += ", costs \(ReportText.number(check.penalty))" }
      return ReportTable.Row(
        cells: [
          .text(check.row), .text(ReportText.range(check.required, check.kind)),
          .text(check.actual.map { ReportText.value($0, check.kind) } ?? "–"),
          .text(check.holds ? "yes" : "NO"), .text(close),
        ], group: nil, tone: check.holds ? .good : check.isSoft ? .warning : .bad)
    }
    return Report.Section(
      id: "checks", title: "Checks",
      lead: "Each row is computed again from the tray and the catalog, apart from the search.", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "row", title: "Check", kind: .text), .init(key: "asks", title: "Asks", kind: .text),
          .init(key: "has", title: "Has", kind: .text), .init(key: "met", title: "Met", kind: .state),
          .init(key: "close", title: "How close", kind: .text),
        ], rows: rows, summed: []))
  }

  /// What the role of a hero is called.
  static let heroWords: Set<String> = ["hero", "heroes", "爆款", "爆", "主推", "히어로"]

  /// The items to announce: those with the role hero, else the ten with the most GMV.
  static func heroes(_ tray: Tray, _ columns: TrayColumns, _ show: Show) -> Report.Section? {
    let role = columns["role"]
    var items = tray.items.filter { item in
      guard case .text(let roles)? = role?.cell(item) else { return false }
      return roles.split(separator: "|").contains { heroWords.contains($0.lowercased()) }
    }
    let areNamed = !items.isEmpty
    if !areNamed { items = Array(tray.items.sorted { $0.gmv > $1.gmv }.prefix(10)) }
    guard !items.isEmpty else { return nil }
    let keys = ["spu", "name", "brand", "price", "list_price", "units", "gmv", "selling_points", "image"]
    let shown = keys.compactMap { columns[$0] }
    return Report.Section(
      id: "heroes", title: "Heroes",
      lead: areNamed
        ? "For announcements: the items with the role of a hero."
        : "For announcements: the items with the most GMV.",
      charts: [],
      table: ReportTable(
        columns: shown.map(\.column),
        rows: items.map { item in .init(cells: shown.map { $0.cell(item) }, group: nil) }, summed: []),
      isSecondary: true)
  }

  /// The price list for shop guides.
  static func prices(_ tray: Tray, _ columns: TrayColumns) -> Report.Section {
    let keys = ["spu", "name", "brand", "category", "price", "list_price"]
    let shown = keys.compactMap { columns[$0] }
    let listPrice = columns["list_price"]
    var table = ReportTable(columns: shown.map(\.column), rows: [], summed: [])
    if listPrice != nil {
      table.columns.append(.init(key: "saving", title: "Saving", kind: .number(decimals: 2)))
      table.columns.append(.init(key: "saving_share", title: "Off", kind: .share))
    }
    let points = columns["selling_points"]
    if let points { table.columns.append(points.column) }
    table.rows = tray.items.map { item in
      var cells = shown.map { $0.cell(item) }
      if let listPrice {
        if case .number(let list) = listPrice.cell(item), list > item.price {
          cells += [.number(list - item.price), .number((list - item.price) / list)]
        } else {
          cells += [.missing, .missing]
        }
      }
      if let points { cells.append(points.cell(item)) }
      return .init(cells: cells, group: item.groups.first)
    }
    return Report.Section(
      id: "prices", title: "Prices",
      lead: "For shop guides: live price, list price and what a customer saves.",
      charts: [], table: table, isSecondary: true)
  }

  /// The next best styles and what each would cost.
  static func leftOut(_ left: [LeftOut], _ result: SolveResult) -> Report.Section? {
    guard !left.isEmpty else { return nil }
    let measure = ReportText.objective(result.objective)
    let rows = left.map { style in
      let cost: ReportTable.Cell
      let remark: String
      switch style.verdict {
      case .costs(let amount, let isProven):
        cost = .number(amount)
        remark =
          isProven
          ? (amount < 0.5 ? "an equal swap" : "the best tray with it has so much less")
          : "at most; the search was ended"
      case .impossible:
        cost = .missing
        remark = "cannot be on: some rule forbids it"
      case .unknown:
        cost = .missing
        remark = "not known: the search was ended"
      }
      return ReportTable.Row(
        cells: [
          .text(style.group), .text(style.spu), style.name.map { .text($0) } ?? .missing,
          style.brand.map { .text($0) } ?? .missing, .number(style.price), .number(style.gmv), cost,
          .text(remark),
        ], group: nil)
    }
    return Report.Section(
      id: "left-out", title: "Left out",
      lead:
        "The best sellers that are not on the tray, and what the \(measure) loses with each of them on it.",
      charts: [],
      table: ReportTable(
        columns: [
          .init(key: "group", title: "Group", kind: .text), .init(key: "spu", title: "SPU", kind: .text),
          .init(key: "name", title: "Name", kind: .text), .init(key: "brand", title: "Brand", kind: .text),
          .init(key: "price", title: "Price", kind: .number(decimals: 2)),
          .init(key: "gmv", title: "Own GMV", kind: .number(decimals: 0)),
          .init(key: "cost", title: "Would cost", kind: .number(decimals: 0)),
          .init(key: "remark", title: "That is", kind: .text),
        ], rows: rows, summed: []))
  }

  /// The scenario as it was run.
  static func scenario(_ show: Show, _ result: SolveResult) -> Report.Section {
    let scenario = show.scenario
    var rows: [(String, String)] = [
      ("Scenario", scenario.name), ("File", scenario.source), ("Variant", scenario.variant ?? "none"),
      ("Catalog", scenario.catalogPath ?? ""),
      ("Styles", ReportText.number(Double(result.solver.spus))),
      ("Candidates", ReportText.number(Double(result.solver.candidates))),
      ("Objective", ReportText.objective(scenario.objective)), ("Status", result.status),
    ]
    if let score = result.score {
      rows.append(("Objective value", ReportText.number(score.value, decimals: 2)))
      if score.bound.isFinite { rows.append(("Bound", ReportText.number(score.bound, decimals: 2))) }
    }
    rows += scenario.pitches.map {
      (
        "Pitch \($0.name)",
        "\(ReportText.number($0.minutes, decimals: 1)) minutes, lift \(ReportText.number($0.lift, decimals: 3))"
      )
    }
    rows += scenario.rules.map { rule in
      (
        "Rule \(rule.name)",
        rule.form + (rule.penalty.map { ", penalty \(ReportText.number($0, decimals: 2))" } ?? ", hard")
      )
    }
    rows += show.catalog.notes.map { ("Catalog read", $0.description) }
    return Report.Section(
      id: "scenario", title: "Scenario", lead: "As it was run.", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "key", title: "What", kind: .text), .init(key: "value", title: "Value", kind: .text),
        ],
        rows: rows.map { .init(cells: [.text($0.0), .text($0.1)], group: nil) }, summed: []),
      isSecondary: true)
  }
}
