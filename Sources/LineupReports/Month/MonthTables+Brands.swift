import Lineup

extension MonthTables {
  /// Brands that are shown beside those that a rule names.
  private static let mostBrands = 20

  /// The share of each brand in the items of all shows, against the month's rules; `nil` where no item has a brand.
  func brands(_ plan: MonthPlan) -> Report.Section? {
    typealias Say = Words.Months
    let items = plan.shows.flatMap(\.tray.items)
    guard items.contains(where: { $0.brand != nil }) else { return nil }
    var counts = Dictionary(grouping: items) { $0.brand ?? Say.noBrand }.mapValues(\.count)
    let asked = asked(of: plan)
    for brand in asked.keys where counts[brand] == nil { counts[brand] = 0 }
    let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let shown = sorted.enumerated().filter {
      $0.offset < Self.mostBrands || asked[$0.element.key] != nil
    }.map(\.element)
    var bars = shown.map { brand, count -> ReportChart.Bar in
      let share = Double(count) / Double(max(1, items.count))
      let check = asked[brand]
      func percent(_ end: Double?) -> Double? { end.flatMap { $0.isFinite ? $0 * 100 : nil } }
      return .init(
        brand, share * 100, text: Say.brand(share, count, check?.required),
        lower: percent(check?.required?.lower), upper: percent(check?.required?.upper),
        tone: check.map { $0.holds ? .good : .bad } ?? .plain)
    }
    let rest = sorted.count - shown.count
    if rest > 0 {
      let count = items.count - shown.reduce(0) { $0 + $1.value }
      let share = Double(count) / Double(max(1, items.count))
      bars.append(.init(Words.Tray.more(rest), share * 100, text: Say.brand(share, count, nil)))
    }
    var section = Report.Section("brands", Say.brands, lead: Say.brandsLead, media: .page)
    section.charts = [
      ReportChart(Say.brands, unit: Say.brandsUnit, asked.isEmpty ? .bars : .quota, bars)
    ]
    return section
  }

  /// What rules of the month ask of a brand's share in all items.
  private func asked(of plan: MonthPlan) -> [String: RuleCheck] {
    var asked: [String: RuleCheck] = [:]
    for check in plan.rules where check.kind == .share {
      guard let tally = month.month.tally(of: check), case .share(.items, let among) = tally.figure,
        among.allSatisfy(\.clauses.isEmpty)
      else { continue }
      let clauses = tally.conditions.flatMap(\.clauses)
      guard clauses.count == 1, let position = month.catalog.position(of: clauses[0].attribute),
        month.catalog.columns[position].canonical == .brand,
        case .equals(let text, _) = clauses[0].condition
      else { continue }
      let brand = plan.shows.lazy.flatMap(\.tray.items).compactMap(\.brand)
        .first { $0.lowercased() == text.lowercased() }
      asked[brand ?? text] = check
    }
    return asked
  }
}
