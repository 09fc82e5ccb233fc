import LineupSamples

/// The scenario of an instance: 60 items in 180 minutes (four times as many in the twelve-hour show),
/// fixed numbers by gender, 22 category quotas, 25 brands, heroes and season by share, four price bands,
/// an average price, one of each family of look-alikes, two or three pitches a style, margin to be
/// maximised.
struct ScenarioText {
  private let instance: Instance
  private let scale: Int

  private var style: InstanceStyle { instance.style }

  init(_ instance: Instance) {
    self.instance = instance
    scale = instance.style == .twelveHours ? 4 : 1
  }

  /// The scenario in YAML.
  var text: String { lines.joined(separator: "\n") + "\n" }

  private var lines: [String] {
    var lines = [
      "name: \(instance.name)",
      "catalog: \(instance.name).csv",
      "show: { date: 2026-09-19, minutes: \(180 * scale), items: \(60 * scale) }",
    ]
    if style == .ties || style == .flat { lines.append("defaults: { expected_units: 10 }") }
    if style == .infeasible { lines.append(#"eligible: { where: { price: "..699.99" } }"#) }
    lines += [
      "pitches:",
      "  full: { minutes: 5, lift: 1.35, where: { role: [hero, main, new] } }",
      "  standard: { minutes: 3 }",
      "  quick: { minutes: 2, lift: 0.75 }",
      "season: { index: { spring: 0.7, summer: 0.6, autumn: 1.2, winter: 0.9 } }",
      "objective: margin",
      "rules:",
      "  gender: { split: gender, items: { women: \(30 * scale), men: \(20 * scale), kids: \(10 * scale) } }",
      "  categories: { split: category, items: { \(categories) }\(penalty(800)) }",
      "  women's categories: { split: category, where: { gender: women }, items: { \(womensCategories) } }",
      "  brands: { each: brand, items: \(range(1, 5))\(penalty(600)) }",
      "  heroes: { share: items, where: { role: hero }, range: 15%..25%\(penalty(900)) }",
      "  in season: { share: items, where: { in_season: true }, range: 60%..\(penalty(500)) }",
      "  price bands: { split: price, items: { \(bands) }\(penalty(700)) }",
      "  average price: { average: price, range: \(averagePrice) }",
      "  look-alikes: { each: family, items: 0..1 }",
    ]
    if style == .offers || style == .offersWide { lines.insert(contentsOf: offers, at: 2) }
    if style == .tight { lines += tightRules }
    if style == .switches { lines += Companions(instance).rules }
    return lines
  }

  private func range(_ low: Int, _ high: Int) -> String { "\(low * scale)..\(high * scale)" }

  private func penalty(_ amount: Int) -> String { style == .soft ? ", penalty: \(amount)" : "" }

  private var categories: String {
    [
      ("dress", 3, 6), ("skirt", 2, 6), ("T-shirt", 3, 8), ("shirt", 2, 6), ("trousers", 2, 6),
      ("jeans", 2, 6), ("sweatshirt", 2, 6), ("knitwear", 3, 8), ("jacket", 2, 6), ("coat", 1, 4),
      ("down jacket", 1, 4), ("sportswear", 3, 8), ("bag", 2, 6), ("shoes", 2, 6), ("pyjamas", 2, 6),
    ].map { "\($0.0): \(range($0.1, $0.2))" }.joined(separator: ", ")
  }

  private var womensCategories: String {
    [
      ("dress", 2, 5), ("skirt", 2, 5), ("knitwear", 1, 5), ("trousers", 1, 4), ("T-shirt", 1, 4),
      ("coat", 1, 3), ("bag", 1, 4),
    ].map { "\($0.0): \(range($0.1, $0.2))" }.joined(separator: ", ")
  }

  private var bands: String {
    let ends = ["..99.99", "100..199.99", "200..399.99", style == .infeasible ? "400..699.99" : "400.."]
    let counts =
      style == .infeasible ? [(20, 25), (20, 30), (8, 25), (2, 12)] : [(8, 25), (10, 30), (8, 25), (2, 12)]
    return zip(ends, counts).map { "\"\($0)\": \(range($1.0, $1.1))" }.joined(separator: ", ")
  }

  private var averagePrice: String {
    switch style {
    case .tight: "236..240"
    case .infeasible: "300.."
    default: "..240"
    }
  }

  private var offers: [String] {
    var lines = [
      "offers:",
      "  at_most: 3",
      "  kinds:",
      "    flash price:     { price: 75%, lift: 2.6, where: { role: traffic }, items: 3..8 }",
      "    live price:      { price: 90%, lift: 1.4, cost: 1500 }",
      #"    coupon 30:       { off: 30, redeemed: 60%, lift: 1.3, where: { price: "120.." } }"#,
      #"    coupon 100:      { off: 100, redeemed: 50%, lift: 1.35, where: { price: "400.." }, cost: 800 }"#,
      "    second for half: { price: 80%, elasticity: 2.8, where: { gender: women } }",
      "    clearance price: { price: 60%, elasticity: 2.2, where: { role: clearance }, items: ..6 }",
    ]
    if style == .offersWide {
      lines += [
        "    spend 500:       { show: true, gives: 4%, lift: 1.1 }",
        "    gift:            { show: true, gives: 2%, lift: 1.06, cost: 1000 }",
        "    free delivery:   { show: true, gives: 1%, lift: 1.02 }",
      ]
    }
    return lines + ["  exclusive: [[coupon 30, coupon 100]]", "  floor: { margin: 5% }"]
  }

  private var tightRules: [String] {
    [
      "  full air time: { sum: minutes, range: 180 }",
      "  units on hand: { average: stock, range: 110..125 }",
      "  seasons: { split: season, items: { spring: 10..14, summer: 8..12, winter: 14..20 } }",
      "  out of season: { sum: minutes, where: { in_season: false }, range: 50..60 }",
    ]
  }
}
