import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Hindsight against the same question asked by a scenario made by hand.
@Suite struct HindsightTests {
  @Test func `hindsight is what solving a scenario with the demand of the show says`() throws {
    var missed = 0
    var costs = 0
    for seed in 0..<UInt64(50) {
      let random = RandomReview(seed: seed + 4_000)
      let review = try random.review().review
      let hindsight = try #require(review.hindsight)
      #expect(hindsight.isProven)
      // The demand at the pitch "short", whose lift is 1.
      let whole = Self.whole(review)
      var catalog = "spu,gender,price,stock,expected_units\n"
      for style in random.styles {
        let item = review.items.first { $0.spu == style.spu && $0.standing != .notShown }
        let lift = item?.pitch == "full" ? 1.6 : 1
        var short: Double
        if let item {
          short = (item.isSoldOut ? max(item.actual, item.demand ?? 0) : item.actual) / lift
        } else {
          short = 0
        }
        // Factors by pitch differ, so that a style that was not shown stands twice, once a pitch.
        if item != nil {
          catalog += "\(style.spu),\(style.gender),\(style.price),\(style.stock),\(short)\n"
          continue
        }
        for (position, pitch) in RandomReview.pitches.enumerated() {
          let ratio = random.views.flatMap { views in random.goal.map { views / $0.views } } ?? 1
          short = style.expected * ratio * Self.multiplier(review.factors, whole, style, pitch.name)
          catalog += "\(style.spu)-\(position),\(style.gender),\(style.price),\(style.stock),\(short)\n"
        }
      }
      var scenario = """
        name: By hand
        catalog: catalog.csv
        show: { minutes: 40, items: \(random.tray.count) }
        pitches:
          full: { minutes: 5, lift: 1.6, where: { spu: { not: [\(Self.ids(random, review, "1"))] } } }
          short: { minutes: 2, where: { spu: { not: [\(Self.ids(random, review, "0"))] } } }
        rules:

        """
      if !hindsight.leftOut.contains("units") { scenario += "  units: { sum: units, range: 1.. }\n" }
      let genders = ["women", "men", "kids"].filter { !hindsight.leftOut.contains("gender: \($0)") }
      scenario +=
        "  gender: { split: gender, items: { \(genders.map { "\($0): 0..9" }.joined(separator: ", ")) } }\n"
      for (number, style) in random.styles.enumerated()
      where !review.items.contains(where: { $0.spu == style.spu && $0.standing != .notShown }) {
        scenario += "  one \(number): { exclusive: [\(style.spu)-0, \(style.spu)-1] }\n"
      }
      if let goal = random.goal, !hindsight.leftOut.contains("sales goal") {
        scenario += "goal: { gmv: \(goal.views * goal.conversion * goal.orderValue) }\n"
      }
      let text = scenario.replacing(", where: { spu: { not: [] } }", with: "")
      // Air time and the number of items are missed by the tray itself, or bind.
      var settings = text
      if hindsight.leftOut.contains("air time") { settings = settings.replacing("minutes: 40, ", with: "") }
      if hindsight.leftOut.contains("items") {
        settings = settings.replacing("items: \(random.tray.count) }", with: "}")
      }
      let read = try Scenario(Node(text: settings, source: "hand.yaml"))
      let own = try Show(read, catalog: Catalog(bytes: Array(catalog.utf8), name: "catalog.csv", for: read))
      let best = try #require(try own.solve(SolveSettings()).score?.value, "seed \(seed)\n\(settings)")
      #expect(abs(best - hindsight.best) <= 1e-6 * max(1, best), "seed \(seed): \(best) \(hindsight.best)")
      #expect(hindsight.choiceCost >= 0)
      if !hindsight.leftOut.isEmpty { missed += 1 }
      if hindsight.choiceCost > 0 { costs += 1 }
    }
    print("hindsight: rows missed in \(missed) of 50, choice cost above 0 in \(costs)")
    #expect(missed > 5)
    #expect(costs > 25)
  }

  /// Styles that were not shown, as they stand for the other pitch.
  private static func ids(_ random: RandomReview, _ review: ShowReview, _ suffix: String) -> String {
    random.styles.filter { style in
      !review.items.contains { $0.spu == style.spu && $0.standing != .notShown }
    }.map { "\($0.spu)-\(suffix)" }.joined(separator: ", ")
  }

  private static func multiplier(
    _ factors: ForecastFactors, _ whole: Double, _ style: RandomReview.Style, _ pitch: String
  ) -> Double {
    var own = factors
    own.whole = whole
    return own.multiplier { attribute in
      switch attribute {
      case .gender: style.gender
      case .category: style.category
      case .brand: style.brand
      case .pitch: pitch
      case .role: style.role.isEmpty ? nil : style.role.joined(separator: "|")
      case .priceBand: PriceBand.label(style.price)
      case .spu: style.spu
      }
    }
  }

  /// `whole` of the show alone, by the equation of the page.
  private static func whole(_ review: ShowReview) -> Double {
    let items = review.past.items
    let mean = items.reduce(0) { $0 + $1.demand } / Double(max(1, items.count))
    let prior = 5 * mean
    guard prior > 0 else { return review.factors.whole }
    var whole = 1.0
    for _ in 0..<10_000 {
      var own = review.factors
      own.whole = 1
      var sold = prior
      var sum = prior
      for item in items {
        var product = item.demand
        for (place, attribute) in FactorAttribute.allCases.enumerated() {
          if let value = item.values[place],
            let entry = own.entries[attribute]?.first(where: { $0.value == value })
          {
            product *= entry.factor
          }
        }
        sold += item.actual
        sum += (item.isSoldOut ? min(product * whole, item.actual) : product * whole) / whole
      }
      whole = min(5, max(0.2, sold / sum))
    }
    return whole
  }
}
