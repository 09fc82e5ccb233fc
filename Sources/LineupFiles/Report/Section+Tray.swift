import Lineup

extension Report.Section {
  /// The tray with its charts.
  static func tray(_ tray: Tray, _ columns: TrayColumns, _ show: Show) -> Report.Section {
    let hidden: Set<String> = ["stock_value", "selling_points", "image"]
    var shown = columns.forPeople.filter { column in
      if hidden.contains(column.column.key) { return false }
      if column.column.key == "margin", tray.totals.margin == 0 { return false }
      if column.column.key == "season_index" { return tray.items.contains { $0.seasonIndex != 1 } }
      if column.column.key == "locked" { return tray.items.contains(where: \.isLocked) }
      return tray.items.contains { column.cell($0) != .missing }
    }
    if let picture = columns["image"] { shown.append(picture) }
    let rows = tray.items.map { item in
      ReportTable.Row(cells: shown.map { $0.cell(item) }, group: item.groups.first)
    }
    let keys = shown.map(\.column.key)
    let filtered = ["gender", "category", "brand", "role", "pitch"].compactMap { keys.firstIndex(of: $0) }
    return Report.Section(
      id: "tray", title: "Tray", lead: "", charts: charts(tray, columns),
      table: ReportTable(
        columns: shown.map(\.column), rows: rows,
        summed: ["minutes", "units", "gmv", "margin"].compactMap { keys.firstIndex(of: $0) },
        filtered: filtered))
  }

  // MARK: Charts

  private static func charts(_ tray: Tray, _ columns: TrayColumns) -> [ReportChart] {
    var charts: [ReportChart] = []
    var seen: [String] = []
    for check in tray.rules where check.kind == .count && check.row.hasPrefix(check.rule + ": ") {
      if !seen.contains(check.rule) { seen.append(check.rule) }
    }
    for rule in seen {
      let rows = tray.rules.filter { $0.rule == rule }
      guard (2...14).contains(rows.count) else { continue }
      charts.append(quota(rule, rows))
      if charts.count == 2 { break }
    }
    charts.append(priceBands(tray))
    let groupings: [(String, (TrayItem) -> String?)] = [
      ("category", { $0.category }), ("brand", { $0.brand }),
    ]
    if let (name, value) = groupings.first(where: { grouping in
      tray.items.contains { grouping.1($0) != nil }
    }) {
      charts.append(amounts("GMV by \(name)", tray, unit: "GMV") { value($0) ?? "others" })
    }
    if tray.items.contains(where: { $0.seasonIndex != 1 }) {
      charts.append(
        counts("Items by season index", tray.items.sorted { $0.seasonIndex < $1.seasonIndex }) {
          ReportText.number($0.seasonIndex, decimals: 2)
        })
    }
    return charts.filter { !$0.bars.isEmpty }
  }

  private static func quota(_ rule: String, _ rows: [RuleCheck]) -> ReportChart {
    ReportChart(
      title: "\(rule), against what is asked", unit: "items", kind: .quota,
      bars: rows.map { check in
        let lower = check.required?.lower
        let upper = check.required?.upper
        return ReportChart.Bar(
          label: String(check.row.dropFirst(rule.count + 2)), value: check.actual ?? 0,
          lower: lower.flatMap { $0.isFinite ? $0 : nil }, upper: upper.flatMap { $0.isFinite ? $0 : nil },
          text:
            "\(ReportText.value(check.actual ?? 0, .count)) of \(ReportText.range(check.required, .count))",
          tone: check.holds ? .good : .bad)
      })
  }

  private static func priceBands(_ tray: Tray) -> ReportChart {
    let prices = tray.items.map(\.price)
    let edges = PriceBands.edges(of: prices)
    let counts = PriceBands.counts(of: prices, edges: edges)
    let bars = counts.indices.map { band in
      let (lower, upper) = (edges[band], edges[band + 1])
      let decimals = upper < 10 ? 2 : 0
      return ReportChart.Bar(
        label: lower == 0
          ? "below \(ReportText.number(upper, decimals: decimals))"
          : "\(ReportText.number(lower, decimals: decimals))–\(ReportText.number(upper, decimals: decimals))",
        value: Double(counts[band]), text: "\(counts[band])")
    }
    return ReportChart(title: "Items by price", unit: "items", kind: .bars, bars: bars)
  }

  private static func counts(
    _ title: String, _ items: [TrayItem], _ key: (TrayItem) -> String
  ) -> ReportChart {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for item in items {
      let name = key(item)
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return ReportChart(
      title: title, unit: "items", kind: .bars,
      bars: order.prefix(12).map {
        ReportChart.Bar(label: $0, value: Double(counts[$0] ?? 0), text: "\(counts[$0] ?? 0)")
      })
  }

  /// The largest sums, the rest in one bar.
  private static func amounts(
    _ title: String, _ tray: Tray, unit: String, _ key: (TrayItem) -> String
  ) -> ReportChart {
    let sums = Dictionary(grouping: tray.items, by: key).mapValues { $0.reduce(0) { $0 + $1.gmv } }
    let sorted = sums.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var bars = sorted.prefix(9).map {
      ReportChart.Bar(label: $0.key, value: $0.value, text: ReportText.number($0.value))
    }
    let rest = sorted.dropFirst(9).reduce(0) { $0 + $1.value }
    if rest > 0 {
      bars.append(.init(label: "\(sorted.count - 9) more", value: rest, text: ReportText.number(rest)))
    }
    return ReportChart(title: title, unit: unit, kind: .bars, bars: bars)
  }
}
