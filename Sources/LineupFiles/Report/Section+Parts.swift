import Lineup

extension Report.Section {
  /// Every rule row and how close it is.
  static func checks(_ tray: Tray) -> Report.Section {
    let rows = CheckGroup.groups(of: tray.rules).flatMap { group -> [ReportTable.Row] in
      switch group {
      case .single(let check): return [row(of: check)]
      case .many(let rule, let required, let checks):
        let missed = checks.filter { !$0.holds }
        let close =
          missed.isEmpty ? CheckGroup.atLimit(checks, of: rule) : "\(missed.count) of \(checks.count) missed"
        let worst = checks.lazy.map { row(of: $0).tone }.first { $0 == .bad }
        var sum = ReportTable.Row(
          cells: [
            .text("\(rule) (\(FigureText.counted(checks.count, "row")))"),
            .text(ReportText.range(required, .count)), .text(""),
            .text(missed.isEmpty ? "yes" : "NO"), .text(close),
          ], group: nil)
        sum.tone = missed.isEmpty ? .good : worst ?? .warning
        return [sum]
          + checks.map { check in
            var row = row(of: check)
            row.isDetail = true
            return row
          }
      }
    }
    return Report.Section(
      id: "checks", title: "Checks",
      lead: "Each row is computed again from the tray and the catalog, apart from the search.", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "row", title: "Check", kind: .text), .init(key: "asks", title: "Asks", kind: .text),
          .init(key: "has", title: "Has", kind: .text), .init(key: "met", title: "Met", kind: .state),
          .init(key: "close", title: "How close", kind: .gauge),
        ], rows: rows, summed: []))
  }

  private static func row(of check: RuleCheck) -> ReportTable.Row {
    var close = ReportText.closeness(check)
    if !check.holds, check.isSoft { close += ", costs \(ReportText.number(check.penalty))" }
    var row = ReportTable.Row(
      cells: [
        .text(check.row), .text(ReportText.range(check.required, check.kind)),
        .text(check.actual.map { ReportText.value($0, check.kind) } ?? "–"),
        .text(check.holds ? "yes" : "NO"), .text(close),
      ], group: nil, tone: check.holds ? .good : check.isSoft ? .warning : .bad)
    row.gauge = ReportTable.Gauge(check)
    return row
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
}
