import Lineup

extension Report.Section {
  /// The kinds of offers and what a tray does with them; `nil` in a show without.
  static func offers(_ tray: Lineup.Tray, _ scenario: Scenario) -> Report.Section? {
    guard let uses = tray.offers, let plan = scenario.offers, !uses.isEmpty else { return nil }
    typealias Say = Words.Offers
    let kinds = Dictionary(plan.kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var columns: [ReportTable.Column] = [
      .init("offer", Say.offer, .text, media: .people), .init("used", Say.used, .text, media: .people),
      .init("items", Say.items, .text, media: .people),
      .init("lift", Say.demand, .text, media: .people),
      .init("saving", Say.saving, .amount(decimals: 0), media: .people),
      .init("cost", Say.cost, .amount(decimals: 2), media: .people),
    ]
    let dated: [(key: String, title: String, text: (OfferKind) -> String?)] = [
      ("window", Say.window, { $0.window.map(Say.window) }),
      ("claim", Say.claim, { $0.claim.map(Say.period) }),
      ("use", Say.use, { $0.use.map(Say.period) }),
    ]
    let shown = dated.filter { column in plan.kinds.contains { column.text($0) != nil } }
    columns += shown.map { .init($0.key, $0.title, .text, media: .people) }
    let rows = uses.map { use -> ReportTable.Row in
      var cells: [ReportTable.Cell] = [
        .text(use.offer), .text(use.isUsed ? Words.yes : Words.no),
        .text(use.items.map(String.init) ?? Say.wholeShow), .text(Say.demand(use)), .number(use.saving),
        .number(use.cost),
      ]
      cells += shown.map { column in .optional(kinds[use.offer].flatMap(column.text)) }
      return .init(cells)
    }
    return Report.Section(
      "offers", Say.title, lead: Say.lead(tray, objective: Words.objective(scenario.objective)),
      media: .people, table: ReportTable(columns, rows))
  }
}
