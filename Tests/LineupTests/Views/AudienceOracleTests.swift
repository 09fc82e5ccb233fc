import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// Forecasts under a plan of views against the formula of the contract's page, worked out apart.
@Suite struct AudienceOracleTests {
  /// A style as the oracle knows it.
  private struct Style {
    var spu: String
    var gender: String?
    var roles: [String]
    var price: Double
    var units: Double?
  }

  private struct Taste {
    var attribute: String
    /// Values as they are written: texts, tags, or ranges of numbers with their ends.
    var factors: [(value: String, low: Double, high: Double, factor: Double)]
  }

  private struct Case {
    var styles: [Style]
    var tastes: [String: [Taste]]
    var channels: [(name: String, views: Double, told: [String: Double], rates: [String: Double])]
    var audience: [String: [String: Double]]
    var conversions: [String: Double]
    var overlaps: [String: Double]
    var conversion: Double?
    var base: Double

    init(seed: UInt64) {
      var random = RandomSource(seed: seed)
      let names = ["mothers", "office", "students"]
      styles = (1...6).map { number in
        Style(
          spu: "S\(number)", gender: random.one(of: ["kids", "women", "men", nil]),
          roles: random.some(random.integer(0...2), of: ["hero", "new", "traffic"]),
          price: random.one(of: [49, 99.5, 199, 200, 420, 800]),
          units: random.chance(0.9) ? Double(random.integer(0...80)) : nil)
      }
      // Every value occurs, so that none is taken for a slip of the pen.
      styles.append(Style(spu: "K", gender: "kids", roles: ["hero", "new", "traffic"], price: 10, units: 5))
      styles.append(Style(spu: "W", gender: "women", roles: [], price: 10, units: 5))
      styles.append(Style(spu: "M", gender: "men", roles: [], price: 10, units: 5))
      func factor() -> Double { random.one(of: [0, 0.4, 0.5, 1, 1.1, 1.6, 2.2]) }
      tastes = [:]
      for name in names {
        var own: [Taste] = []
        if random.chance(0.7) {
          own.append(
            Taste(
              attribute: "gender",
              factors: random.some(random.integer(1...3), of: ["kids", "women", "men"]).map {
                ($0, 0, 0, factor())
              }))
        }
        if random.chance(0.6) {
          own.append(
            Taste(
              attribute: "role",
              factors: random.some(random.integer(1...3), of: ["hero", "new", "traffic"]).map {
                ($0, 0, 0, factor())
              }))
        }
        if random.chance(0.6) {
          own.append(
            Taste(
              attribute: "price",
              factors: random.some(
                random.integer(1...3),
                of: [("..199", -1.0, 199.0), ("100..500", 100, 500), ("420..", 420, 1e9)]
              ).map { ($0.0, $0.1, $0.2, factor()) }))
        }
        tastes[name] = own
      }
      channels = []
      audience = [:]
      conversions = [:]
      overlaps = [:]
      for index in 0..<random.integer(1...3) {
        let name = "channel \(index)"
        if random.chance(0.35) {
          let rates = Dictionary(
            uniqueKeysWithValues: random.some(2, of: names).map { ($0, random.one(of: [0.06, 0.5, 1])) })
          channels.append((name, 0, rates.mapValues { _ in Double(random.integer(0...40)) }, rates))
        } else {
          channels.append((name, Double(random.integer(0...300)), [:], [:]))
          if random.chance(0.8) {
            let shares = random.one(of: [[0.7, 0.3], [0.6, 0.1], [0.2, 0]])
            audience[name] = Dictionary(uniqueKeysWithValues: zip(random.some(2, of: names), shares))
          }
        }
        if random.chance(0.5) { conversions[name] = random.one(of: [0.18, 0.06]) }
        if index > 0, random.chance(0.5) { overlaps[name] = random.one(of: [0.2, 0.5]) }
      }
      conversion = random.chance(0.6) ? 0.12 : nil
      base = random.one(of: [100, 250, 1_000])
    }

    var text: String {
      var lines = ["catalog:", "  rows:"]
      for style in styles {
        var cells = ["spu: \(style.spu)", "price: \(style.price)", "stock: 1000000"]
        if let gender = style.gender { cells.append("gender: \(gender)") }
        if !style.roles.isEmpty { cells.append("role: \"\(style.roles.joined(separator: "|"))\"") }
        if let units = style.units { cells.append("expected_units: \(units)") }
        lines.append("    - { \(cells.joined(separator: ", ")) }")
      }
      lines += ["views:", "  base: \(base)", "  channels:"]
      for channel in channels {
        var keys =
          channel.rates.isEmpty
          ? ["views: ..1000000"]
          : ["rate: { \(channel.rates.map { "\($0): \($1)" }.sorted().joined(separator: ", ")) }"]
        if let conversion = conversions[channel.name] { keys.append("conversion: \(conversion)") }
        if let own = audience[channel.name] {
          keys.append("audience: { \(own.map { "\($0): \($1)" }.sorted().joined(separator: ", ")) }")
        }
        lines.append("    \(channel.name): { \(keys.joined(separator: ", ")) }")
      }
      if !overlaps.isEmpty {
        lines.append(
          "  overlap: { \(overlaps.map { "\($0): { channel 0: \($1) }" }.sorted().joined(separator: ", ")) }")
      }
      if let conversion { lines.append("  conversion: \(conversion)") }
      lines.append("  plan:")
      for channel in channels {
        lines.append(
          channel.rates.isEmpty
            ? "    \(channel.name): \(channel.views)"
            : "    \(channel.name): { \(channel.told.map { "\($0): \($1)" }.sorted().joined(separator: ", ")) }"
        )
      }
      lines.append("audience:")
      for (name, own) in tastes.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(name):")
        lines.append("    people: 1000")
        if own.isEmpty { continue }
        lines.append("    buys:")
        for taste in own {
          lines.append(
            "      \(taste.attribute): { \(taste.factors.map { "\"\($0.value)\": \($0.factor)" }.joined(separator: ", ")) }"
          )
        }
      }
      return lines.joined(separator: "\n") + "\n"
    }

    private func affinity(_ segment: String, _ style: Style) -> Double {
      (tastes[segment] ?? []).reduce(1) { product, taste in
        switch taste.attribute {
        case "price":
          return product
            * (taste.factors.first { $0.low <= style.price && style.price <= $0.high }?.factor ?? 1)
        case "role":
          let own = style.roles.map { role in taste.factors.first { $0.value == role }?.factor ?? 1 }
          return product * (own.max() ?? 1)
        default: return product * (taste.factors.first { $0.value == style.gender }?.factor ?? 1)
        }
      }
    }

    /// The factor of a style: sum of n k (sum of share x affinity) / base.
    func factor(_ style: Style) -> Double {
      channels.reduce(0.0) { sum, channel in
        let views =
          channel.rates.isEmpty
          ? channel.views : channel.told.reduce(0) { $0 + $1.value * (channel.rates[$1.key] ?? 0) }
        if views == 0 { return sum }
        let n = views * (1 - (overlaps[channel.name] ?? 0))
        var k = 1.0
        if let own = conversions[channel.name], let conversion { k = own / conversion }
        var buys = 0.0
        if channel.rates.isEmpty {
          let own = audience[channel.name] ?? [:]
          buys = 1 - own.values.reduce(0, +)
          for (segment, share) in own { buys += share * affinity(segment, style) }
        } else {
          for (segment, people) in channel.told {
            buys += people * (channel.rates[segment] ?? 0) / views * affinity(segment, style)
          }
        }
        return sum + n * k * buys / base
      }
    }
  }

  @Test(arguments: Array(0..<5))
  func `forecasts are multiplied by what the page says, by both codes`(part: Int) throws {
    var largest = 0.0
    for seed in part * 60..<(part + 1) * 60 {
      let one = Case(seed: UInt64(seed))
      let says: Comment = "seed \(seed)\n\(one.text)"
      let show = try ShowFile(bytes: Array(one.text.utf8), source: "show.yaml").show()
      let audited = try #require(show.scenario.viewsAnswer?.auditedMix, says)
      let mix = try #require(show.mix, says)
      for style in one.styles {
        let row = try #require(show.catalog.row(ofSPU: style.spu))
        let factor = one.factor(style)
        largest = max(largest, factor)
        #expect(abs(mix[row] - factor) <= 1e-12 * max(1, factor), says)
        #expect(abs(audited[row] - factor) <= 1e-12 * max(1, factor), says)
        if let units = style.units {
          #expect(abs(show.forecast[row] - units * factor) <= 1e-9 * max(1, units * factor), says)
        } else {
          #expect(show.forecast[row].isNaN, says)
        }
      }
      let result = try show.solve()
      #expect(result.views?.status == .weighed, says)
      let sold = one.styles.reduce(0.0) { $0 + $1.price * ($1.units ?? 0) * one.factor($1) }
      #expect(abs((result.value ?? 0) - sold) <= 1e-6 * max(1, sold), says)
    }
    #expect(largest > 1)
  }

  @Test func `views twice as many sell twice as much, and a plan that is none sells nothing`() throws {
    let text = Case(seed: 7).text
    let show = try ShowFile(bytes: Array(text.utf8), source: "show.yaml").show()
    var double = show.scenario
    double.viewsScale = 2
    let more = try Show(double, catalog: show.catalog)
    let value = try #require(try show.solve().value)
    let doubled = try #require(try more.solve().value)
    #expect(abs(doubled - 2 * value) <= 1e-9 * max(1, value))
  }
}
