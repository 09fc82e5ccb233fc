import Lineup

extension Report {
  /// The report of shows side by side.
  init(_ comparison: Comparison) {
    let solved = comparison.entries.compactMap { entry -> SolveResult? in
      if case .success(let result) = entry.result { result } else { nil }
    }
    let names = comparison.entries.map(\.name)
    self.init(
      title: "\(solved.first?.scenario ?? "Shows"), side by side",
      facts: [
        FigureText.counted(names.count, "show"),
        "\(FigureText.counted(comparison.core.count, "style")) on every tray",
        "\(comparison.swing.count) on some",
      ],
      verdict: Self.verdict(comparison), figures: Self.figures(comparison), sections: [], notes: [])
    let table = Section(
      id: "comparison", title: "Side by side",
      lead: "Figures that differ from \(names.first ?? "the first") are marked.",
      charts: Self.charts(comparison), table: ComparisonTable(comparison).table)
    sections =
      [table] + [Section.reasons(comparison), .styles(comparison)].compactMap(\.self)
      + [.proofs(comparison)]
  }

  private static func verdict(_ comparison: Comparison) -> Verdict {
    let trays = comparison.entries.compactMap { entry in entry.tray.map { (entry.name, $0.totals.gmv) } }
    let failed = comparison.entries.count - trays.count
    let without = failed == 0 ? "" : " \(failed) \(failed == 1 ? "has" : "have") no tray."
    guard let best = trays.max(by: { $0.1 < $1.1 }) else {
      return Verdict(
        headline: "None of these shows has a tray", detail: "Each says below what clashes.", tone: .bad)
    }
    return Verdict(
      headline: "\(trays.count) of \(comparison.entries.count) shows have a tray",
      detail: "\(best.0) sells the most: GMV \(ReportText.number(best.1)).\(without)",
      tone: failed == 0 ? .good : .warning)
  }

  private static func figures(_ comparison: Comparison) -> [Figure] {
    comparison.entries.map { entry in
      guard let tray = entry.tray else {
        return Figure(
          label: entry.name, value: ComparisonTable.status(entry), remark: "no tray", progress: nil,
          tone: .bad)
      }
      let change = entry.difference.map { difference in
        "\(ReportTable.text(.number(difference.gmv), .difference(decimals: 0))) against "
          + (comparison.entries.first?.name ?? "the first")
      }
      return Figure(
        label: "\(entry.name): GMV", value: ReportText.number(tray.totals.gmv),
        remark: change ?? "what the others are held against", progress: nil,
        tone: entry.difference.map { $0.gmv >= 0 ? .good : .plain } ?? .plain)
    }
  }

  private static func charts(_ comparison: Comparison) -> [ReportChart] {
    func chart(_ title: String, _ value: (TrayTotals) -> Double) -> ReportChart {
      ReportChart(
        title: title, unit: title, kind: .bars,
        bars: comparison.entries.map { entry in
          let amount = entry.tray.map { value($0.totals) }
          return ReportChart.Bar(
            label: entry.name, value: amount,
            text: amount.map { ReportText.number($0) } ?? "no tray", tone: amount == nil ? .bad : .plain)
        })
    }
    let hasMargin = comparison.entries.contains { ($0.tray?.totals.margin ?? 0) != 0 }
    return [chart("GMV", \.gmv)] + (hasMargin ? [chart("Margin", \.margin)] : [])
  }
}

extension Report.Section {
  /// Why shows have no tray, and what would help.
  fileprivate static func reasons(_ comparison: Comparison) -> Report.Section? {
    let failed = comparison.entries.filter { $0.tray == nil }
    guard !failed.isEmpty else { return nil }
    let rows = failed.map { entry -> ReportTable.Row in
      var help = ReportTable.Cell.missing
      if case .success(let result) = entry.result, case .infeasible(let answer) = result.outcome,
        let repair = answer.repairs.first
      {
        help = .text(InfeasibilityText.changes(repair))
      }
      return .init(
        cells: [.text(entry.name), .text(ComparisonTable.reason(entry) ?? ""), help], group: nil, tone: .bad)
    }
    var table = ReportTable(
      columns: [
        .init(key: "show", title: "Show", kind: .state), .init(key: "message", title: "Why", kind: .text),
        .init(key: "message", title: "The smallest change that would help", kind: .text),
      ], rows: rows, summed: [])
    if rows.allSatisfy({ $0.cells[2] == .missing }) {
      table.columns.removeLast()
      for row in table.rows.indices { table.rows[row].cells.removeLast() }
    }
    return Report.Section(
      id: "reasons", title: "Without a tray", lead: "", charts: [], table: table)
  }

  /// Every style that is on some tray, and on which.
  fileprivate static func styles(_ comparison: Comparison) -> Report.Section? {
    var items: [TrayItem] = []
    var seen: Set<String> = []
    for item in comparison.entries.compactMap(\.tray).flatMap(\.items) where seen.insert(item.spu).inserted {
      items.append(item)
    }
    guard !items.isEmpty else { return nil }
    let pitches = comparison.entries.map { entry in
      Dictionary(
        (entry.tray?.items ?? []).map { ($0.spu, $0.pitch) }, uniquingKeysWith: { first, _ in first })
    }
    let core = Set(comparison.core)
    let first = 5
    let rows = items.map { item in
      let cells = pitches.map { pitches -> ReportTable.Cell in
        pitches[item.spu].map { .text($0) } ?? .missing
      }
      let marks = cells.indices.dropFirst().filter { cells[$0] != cells[0] }.map { $0 + first }
      return ReportTable.Row(
        cells: [
          .text(item.spu), item.name.map { .text($0) } ?? .missing, item.brand.map { .text($0) } ?? .missing,
          item.category.map { .text($0) } ?? .missing, .number(item.price),
        ] + cells, group: core.contains(item.spu) ? "on every tray" : "on some trays", marks: Set(marks))
    }
    let decimals = items.map { ReportText.decimals(of: $0.price, atMost: 2) }.max() ?? 0
    var table = ReportTable(
      columns: [
        .init(key: "spu", title: "SPU", kind: .text), .init(key: "name", title: "Name", kind: .text),
        .init(key: "brand", title: "Brand", kind: .text),
        .init(key: "category", title: "Category", kind: .text),
        .init(key: "price", title: "Price", kind: .number(decimals: decimals)),
      ] + comparison.entries.map { .init(key: "show", title: $0.name, kind: .text) },
      rows: rows.filter { $0.group == "on every tray" } + rows.filter { $0.group != "on every tray" },
      summed: [])
    table.filtered = [2, 3]
    table.noun = "style"
    return Report.Section(
      id: "styles", title: "Styles",
      lead: "The pitch of each style in each show; empty where it is not on the tray.", charts: [],
      table: table)
  }

  /// How far each show is proven.
  fileprivate static func proofs(_ comparison: Comparison) -> Report.Section {
    let rows = comparison.entries.map { entry -> ReportTable.Row in
      guard case .success(let result) = entry.result else {
        return .init(cells: [.text(entry.name), .text("error"), .missing], group: nil, tone: .bad)
      }
      let verdict = Report.Verdict(result)
      return .init(
        cells: [.text(entry.name), .text(verdict.headline), .text(verdict.detail)], group: nil,
        tone: verdict.tone)
    }
    return Report.Section(
      id: "proofs", title: "Proofs", lead: "", charts: [],
      table: ReportTable(
        columns: [
          .init(key: "show", title: "Show", kind: .text), .init(key: "status", title: "Proof", kind: .state),
          .init(key: "message", title: "In figures", kind: .text),
        ], rows: rows, summed: []), isSecondary: true)
  }
}
