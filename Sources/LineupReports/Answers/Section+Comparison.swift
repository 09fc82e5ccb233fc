import Lineup

extension Report.Section {
  /// Why shows have no tray, and what would help.
  static func reasons(_ comparison: Comparison) -> Report.Section? {
    typealias Say = Words.Compare
    let failed = comparison.entries.filter { $0.tray == nil }
    guard !failed.isEmpty else { return nil }
    var table = ReportTable([
      .init("show", Words.Column.show, .state), .init("message", Say.why, .sentence),
      .init("help", Say.help, .sentence),
    ])
    table.noun = .show
    table.rows = failed.map { entry in
      var help = ReportTable.Cell.missing
      if case .success(let result) = entry.result, case .infeasible(let answer) = result.outcome,
        let repair = answer.repairs.first
      {
        help = .phrase(Words.Clash.changes(repair))
      }
      return .init([.text(entry.name), .phrase(entry.refusal ?? ""), help], tone: .bad)
    }
    if table.rows.allSatisfy({ $0.cells[2] == .missing }) { table.columns[2].media = [] }
    return Report.Section("reasons", Say.reasons, media: .desk, table: table)
  }

  /// Every style that is on some tray, and on which.
  static func styles(_ comparison: Comparison) -> Report.Section? {
    typealias Say = Words.Compare
    typealias Title = Words.Column
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
    let fixed: [ReportTable.Column] = [
      .init("spu", Title.spu, .style), .init("name", Title.name, .name), .init("brand", Title.brand, .text),
      .init("category", Title.category, .text),
      .init("price", Title.price, .amount(decimals: ReportTable.decimals(ofMoney: items.map(\.price)))),
    ]
    var table = ReportTable(fixed + comparison.entries.map { .init("show", $0.name, .text) })
    let rows = items.map { item -> ReportTable.Row in
      let cells = pitches.map { ReportTable.Cell.optional($0[item.spu]) }
      var row = ReportTable.Row(
        [
          .text(item.spu), .optional(item.name), .optional(item.brand), .optional(item.category),
          .number(item.price),
        ] + cells, group: core.contains(item.spu) ? Say.onEvery : Say.onSome)
      row.marks = Set(cells.indices.dropFirst().filter { cells[$0] != cells[0] }.map { $0 + fixed.count })
      return row
    }
    table.rows = rows.filter { $0.group == Say.onEvery } + rows.filter { $0.group != Say.onEvery }
    table.filtered = [2, 3]
    table.noun = .style
    return Report.Section("styles", Say.styles, lead: Say.stylesLead, media: .desk, table: table)
  }

  /// How far each show is proven.
  static func proofs(_ comparison: Comparison) -> Report.Section {
    typealias Say = Words.Compare
    let rows = comparison.entries.map { entry -> ReportTable.Row in
      guard case .success(let result) = entry.result else {
        return .init([.text(entry.name), .text(Words.Proof.failure), .missing], tone: .bad)
      }
      let verdict = Report.Verdict(result)
      return .init(
        [.text(entry.name), .phrase(verdict.headline), .phrase((verdict.detail ?? "").capitalized)],
        tone: verdict.tone)
    }
    var section = Report.Section(
      "proofs", Say.proofs, media: .desk,
      table: ReportTable(
        [
          .init("show", Words.Column.show, .text), .init("status", Say.proof, .state),
          .init("message", Say.inFigures, .sentence),
        ], rows))
    section.isSecondary = true
    return section
  }
}
