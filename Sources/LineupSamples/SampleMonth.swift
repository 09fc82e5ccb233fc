/// A made-up month of shows of four levels on one catalog, of any size: the files that a planner would write.
///
/// Of 80 shows 6 are the group's, 14 regional, 20 of houses of brands and 40 daily ones of four partners; of fewer or more,
/// as many in proportion. Nobody sees a style twice in two days, no region, house or partner twice in a week, and no style is
/// on more than four times; each brand has a part of the month's items near to its part of the range. The same
/// sizes, style and seed give the same bytes on every machine.
package struct SampleMonth: Sendable, Equatable {
  /// What makes a month hard.
  package enum Style: String, CaseIterable, Sendable {
    /// Stock for about two of the shows that want a style.
    case even
    /// Stock runs out at the first show or the second.
    case tight
    /// Stock hardly ever runs out.
    case loose
    /// Five prices, one margin and one forecast: thousands of styles alike.
    case ties
  }

  package let shows: Int
  /// Styles in the catalog.
  package let spus: Int
  package let style: Style
  package let seed: UInt64

  /// - Parameter shows: at least 1.
  package init(shows: Int, spus: Int, style: Style = .even, seed: UInt64) {
    self.shows = max(1, shows)
    self.spus = spus
    self.style = style
    self.seed = seed
  }

  /// `even-80x5000-1`
  package var name: String { "\(style.rawValue)-\(shows)x\(spus)-\(seed)" }

  package var catalog: SampleCatalog {
    SampleCatalog(count: spus, seed: seed, style: style == .ties ? .ties : .smooth)
  }

  /// The month's file and those of its levels, by name; the catalog is `NAME.csv`.
  package func files() -> [(name: String, text: String)] {
    Level.allCases.map { ("\(name)-\($0.rawValue).yaml", scenario(of: $0)) } + [("\(name).yaml", month())]
  }
}

extension SampleMonth {
  enum Level: String, CaseIterable {
    case group, region, house, daily

    var minutes: Int {
      switch self {
      case .group: 190
      case .region: 160
      case .house, .daily: 130
      }
    }

    var items: (least: Int, most: Int) {
      switch self {
      case .group: (50, 60)
      case .region: (42, 50)
      case .house, .daily: (34, 42)
      }
    }

    /// Tenths of the forecast that a style sells: part of each pitch's lift, for shows have the viewers that they have.
    var audience: Int {
      switch self {
      case .group: 30
      case .region: 15
      case .house: 10
      case .daily: 6
      }
    }
  }

  private static let houses = 4
  private static let partners = 4

  /// A show is `LEVEL NUMBER`; numbers say which region, house or partner.
  private struct Show {
    var level: Level
    var member: Int
    var day: Int
  }

  private func program() -> [Show] {
    var random = SeededRandom(seed: seed ^ 0x4D6F_6E74)
    // Sums of shares are taken so that any beginning of the month has levels in proportion.
    let parts: [(Level, Int)] = [(.group, 6), (.region, 14), (.house, 20), (.daily, 40)]
    var owed = [0, 0, 0, 0]
    var counts = [0, 0, 0, 0]
    return (0..<shows).map { show in
      for index in owed.indices { owed[index] += parts[index].1 }
      // The level that is furthest behind its part of the shows; the larger level of two.
      let level = owed.indices.max { owed[$0] < owed[$1] || owed[$0] == owed[$1] && $0 > $1 } ?? 0
      owed[level] -= 80
      counts[level] += 1
      let member: Int =
        switch parts[level].0 {
        case .group: 0
        case .region: counts[level] % 2
        case .house: random.index(below: Self.houses)
        case .daily: counts[level] % Self.partners
        }
      return Show(level: parts[level].0, member: member, day: 1 + show * 30 / shows)
    }
  }

  private func month() -> String {
    var lines = ["name: \(name)", "catalog: \(name).csv"]
    if style == .ties { lines.append("defaults: { expected_units: 12 }") }
    lines.append("levels:")
    for level in Level.allCases where level != .region {
      lines.append("  \(level.rawValue): \(name)-\(level.rawValue).yaml")
    }
    for region in ["north", "south"] {
      lines.append(
        "  \(region): { scenario: \(name)-region.yaml, change: { season: { index: \(Self.season(region)) } } }"
      )
    }
    lines.append("shows:")
    for (number, show) in program().enumerated() {
      let day = "2026-09-" + (show.day < 10 ? "0" : "") + String(show.day)
      let level = show.level == .region ? ["north", "south"][show.member] : show.level.rawValue
      var line = "  show \(number + 1): { level: \(level), date: \(day)"
      switch show.level {
      case .group: line += ", series: group"
      case .region: line += ", series: \(level)"
      case .house:
        line +=
          ", series: house \(show.member + 1), change: { eligible: { where: { brand: [\(brands(of: show.member))] } } }"
      case .daily: line += ", series: partner \(show.member + 1)"
      }
      lines.append(line + " }")
    }
    lines += [
      "rules:",
      "  no repeats: { appearances: ..1, days: 2 }",
      "  north week: { appearances: ..1, days: 7, in: { level: [group, north] } }",
      "  south week: { appearances: ..1, days: 7, in: { level: [group, south] } }",
    ]
    for series in Set(program().compactMap(Self.series)).sorted() {
      lines.append("  \(series) week: { appearances: ..1, days: 7, in: { series: \(series) } }")
    }
    lines.append("  worn out: { appearances: ..4 }")
    let range = SampleBrand.all.reduce(0) { $0 + $1.size }
    for brand in SampleBrand.all {
      let part = 1_000 * brand.size / range
      lines.append(
        "  \(brand.name) share: { share: items, where: { brand: \(brand.name) }, range: \(percent(part * 6 / 10))..\(percent(part * 16 / 10 + 10)), penalty: 3000 }"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func series(_ show: Show) -> String? {
    switch show.level {
    case .group, .region: nil
    case .house: "house \(show.member + 1)"
    case .daily: "partner \(show.member + 1)"
    }
  }

  /// A number of thousandths in per cent.
  private func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }

  /// Half of the brands: each house shares some with the next.
  private func brands(of house: Int) -> String {
    SampleBrand.all.indices.filter { ($0 + house) % Self.houses < 2 }.map { SampleBrand.all[$0].name }
      .joined(separator: ", ")
  }

  private static func season(_ region: String) -> String {
    region == "north"
      ? "{ spring: 0.6, summer: 0.4, autumn: 1.2, winter: 1.1 }"
      : "{ spring: 0.8, summer: 0.9, autumn: 1.1, winter: 0.6 }"
  }

  private func scenario(of level: Level) -> String {
    let (least, most) = level.items
    let items = (least + most) / 2
    func part(_ low: Int, _ high: Int) -> String { "\(items * low / 100)..\(items * high / 100)" }
    // In thousandths, so that the text is the same everywhere.
    let pull =
      switch style {
      case .even, .ties: 10
      case .tight: 30
      case .loose: 3
      }
    func lift(_ tenths: Int) -> String {
      let thousandths = level.audience * pull * tenths
      let rest = String(1_000 + thousandths % 1_000).dropFirst()
      return "\(thousandths / 1_000).\(rest)"
    }
    let categories = [
      "dress", "skirt", "T-shirt", "shirt", "trousers", "jeans", "sweatshirt", "knitwear", "jacket", "coat",
    ]
    return """
      name: \(level.rawValue)
      catalog: \(name).csv
      show: { date: 2026-09-01, minutes: \(level.minutes), items: \(least)..\(most) }
      eligible: { where: { stock: "1.." } }
      pitches:
        full: { minutes: 8, lift: \(lift(22)), where: { role: [hero, main] } }
        standard: { minutes: 4, lift: \(lift(14)) }
        quick: { minutes: 2, lift: \(lift(10)) }
      season: { index: \(Self.season("south")) }
      objective: margin
      rules:
        gender: { split: gender, items: { women: \(part(35, 65)), men: \(part(15, 40)), kids: \(part(8, 30)) } }
        categories: { split: category, items: { \(categories.map { "\($0): 1..\(items / 5)" }.joined(separator: ", ")) } }
        price bands: { split: price, items: { "..149.99": \(part(10, 60)), "150..299.99": \(part(15, 60)), "300..599.99": \(part(10, 50)), "600..": ..\(items * 3 / 10) } }
        heroes: { share: items, where: { role: hero }, range: 10%..30% }
        full pitches: { share: items, where: { pitch: full }, range: ..25% }
        in season: { share: items, where: { in_season: true }, range: 60%.. }
        brands: { each: brand, items: ..\(level == .house ? 10 : 6) }
        look-alikes: { each: family, items: ..1 }

      """
  }
}
