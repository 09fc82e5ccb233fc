import Lineup

/// The charts of a tray: quotas against what is asked, prices in bands, amounts by category.
struct TrayCharts {
  let tray: Lineup.Tray

  var all: [ReportChart] {
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
    charts.append(priceBands)
    if tray.items.contains(where: { $0.category != nil }) {
      charts.append(amounts(Words.Tray.byCategory) { $0.category })
    } else if tray.items.contains(where: { $0.brand != nil }) {
      charts.append(amounts(Words.Tray.byBrand) { $0.brand })
    }
    if tray.items.contains(where: { $0.seasonIndex != 1 }) { charts.append(seasons) }
    return charts.filter { !$0.bars.isEmpty }
  }

  private func quota(_ rule: String, _ rows: [RuleCheck]) -> ReportChart {
    ReportChart(
      Words.Tray.quota(rule), unit: Words.Tray.unitItems, .quota,
      rows.map { check in
        func end(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
        let label = Words.row(check.row, .spoken).dropFirst(rule.count + 2)
        return .init(
          String(label), check.actual ?? 0, text: Words.Tray.quotaBar(check),
          lower: end(check.required?.lower), upper: end(check.required?.upper),
          tone: check.holds ? .good : .bad)
      })
  }

  private var priceBands: ReportChart {
    let prices = tray.items.map(\.price)
    let edges = PriceBands.edges(of: prices)
    let counts = PriceBands.counts(of: prices, edges: edges)
    let bars = counts.indices.map { band -> ReportChart.Bar in
      let decimals = edges[band + 1] < 10 ? 2 : 0
      let lower = FigureText.number(edges[band], decimals: decimals)
      let upper = FigureText.number(edges[band + 1], decimals: decimals)
      return .init(
        edges[band] == 0 ? Words.Tray.below(upper) : Words.Tray.band(lower, upper), Double(counts[band]),
        text: "\(counts[band])")
    }
    return ReportChart(Words.Tray.byPrice, unit: Words.Tray.unitItems, .bars, bars)
  }

  private var seasons: ReportChart {
    let counts = Dictionary(grouping: tray.items, by: \.seasonIndex).mapValues(\.count)
    let bars = counts.keys.sorted().prefix(12).map { index in
      ReportChart.Bar(
        FigureText.number(index, decimals: 2), Double(counts[index] ?? 0), text: "\(counts[index] ?? 0)")
    }
    return ReportChart(Words.Tray.bySeason, unit: Words.Tray.unitItems, .bars, Array(bars))
  }

  /// The largest sums, the rest in one bar.
  private func amounts(_ title: String, _ key: (TrayItem) -> String?) -> ReportChart {
    let sums = Dictionary(grouping: tray.items) { key($0) ?? Words.others }
      .mapValues { $0.reduce(0) { $0 + $1.gmv } }
    let sorted = sums.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var bars = sorted.prefix(9).map {
      ReportChart.Bar($0.key, $0.value, text: FigureText.number($0.value))
    }
    let rest = sorted.dropFirst(9).reduce(0) { $0 + $1.value }
    if rest > 0 {
      bars.append(.init(Words.Tray.more(sorted.count - 9), rest, text: FigureText.number(rest)))
    }
    return ReportChart(title, unit: Words.Column.gmv, .bars, bars)
  }
}
