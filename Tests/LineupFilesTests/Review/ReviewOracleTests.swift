import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Every figure of random reviews against other code, which knows the page alone.
@Suite struct ReviewOracleTests {
  /// REVIEW_ORACLES=300 tries as many reviews in place of 60.
  private static let count =
    ProcessInfo.processInfo.environment["REVIEW_ORACLES"].flatMap(UInt64.init) ?? 60

  @Test func `every figure of a review is that of other code`() throws {
    for seed in 0..<Self.count {
      var random = RandomSource(seed: seed &+ 0xFACE)
      // Shows before it, of the same level, some with the same styles.
      let before = (0..<random.integer(0...4)).map { number in
        RandomReview(seed: seed * 7 + UInt64(number) + 90_000, date: "2026-08-\(10 + number)")
      }
      var past: [PastShow] = []
      for show in before { past.append(try show.review().review.past) }
      let random2 = RandomReview(seed: seed)
      let (show, review) = try random2.review(ReviewSettings(history: past))
      let oracle = ReviewOracle(random2, before: before)
      oracle.compare(with: review, seed: seed)
      // What is written is read back as the same show.
      let node = try Node(text: Answer(review, of: show).json, source: "review.json")
      var read = try PastShow(node, source: "review.json")
      read.source = nil
      #expect(read.items.count == review.past.items.count && read.date == review.date, "seed \(seed)")
      for (own, other) in zip(read.items, review.past.items) {
        // Documents have ten digits.
        #expect(abs(own.demand - other.demand) <= 1e-9 * max(1, other.demand), "seed \(seed)")
        #expect(own.values == other.values && own.actual == other.actual && own.isSoldOut == other.isSoldOut)
      }
      #expect(
        read.rows == review.past.rows && (read.accuracy.wape == nil) == (review.accuracy.wape == nil),
        "seed \(seed)")
    }
  }

  @Test func `factors that are written are read back as they are`() throws {
    let shows = try (0..<3).map {
      try RandomReview(seed: 500 + $0, date: "2026-08-1\($0)").review().review.past
    }
    let factors = ForecastFactors(learnedFrom: shows)
    let read = try ForecastFactors(Node(text: FactorsFile.text(of: factors), source: "factors.yaml"))
    #expect(read == factors)
  }
}

/// The review of a random show by plain loops.
private struct ReviewOracle {
  struct Item {
    var spu: String
    var pitch: String
    var planned = 0.0, actual = 0.0, plannedGMV = 0.0, actualGMV = 0.0
    var stock = 0.0, demand = 0.0, forecast = 0.0, price = 0.0
    var kind = "planned"
    var soldOut = false
    var values: [String?] = []
    var parts: [String: Double] = [:]
  }

  struct Past {
    var date: String
    var items: [Item]
    var planned: Double
    var actual: Double
  }

  var items: [Item]
  var this: Past
  var shows: [Past]
  var random: RandomReview
  var ratio: Double

  init(_ random: RandomReview, before: [RandomReview]) {
    self.random = random
    (items, ratio) = Self.items(of: random)
    this = Self.past(random)
    shows = [this] + before.map(Self.past)
  }

  static func past(_ random: RandomReview) -> Past {
    let items = items(of: random).0
    return Past(
      date: random.date, items: items.filter { $0.kind == "planned" },
      planned: items.reduce(0) { $0 + ($1.plannedGMV * 100).rounded() / 100 },
      actual: items.reduce(0) { $0 + $1.actualGMV })
  }

  static func band(_ price: Double) -> String {
    let ends = [10.0, 20, 50, 100, 200, 500, 1000]
    for place in 0..<ends.count - 1 where price >= ends[place] && price < ends[place + 1] {
      return "\(Int(ends[place]))..\(Int(ends[place + 1]))"
    }
    return "?"
  }

  static func items(of random: RandomReview) -> ([Item], Double) {
    var ratio = 1.0
    if let views = random.views, let goal = random.goal { ratio = views / goal.views }
    func base(_ style: RandomReview.Style, _ pitch: Int) -> Item {
      var item = Item(spu: style.spu, pitch: RandomReview.pitches[pitch].name)
      item.stock = style.stock
      item.demand = style.expected * RandomReview.pitches[pitch].lift * ratio
      item.price = style.price
      item.values = [
        style.gender, style.category, style.brand, item.pitch,
        style.role.isEmpty ? nil : style.role.joined(separator: "|"), band(style.price), style.spu,
      ]
      return item
    }
    func sell(_ item: inout Item, _ sale: RandomReview.Sale) {
      item.actual = Double(sale.units)
      item.actualGMV = ((sale.gmv ?? item.price * item.actual) * 100).rounded() / 100
      item.soldOut = item.actual >= 0.999 * item.stock || sale.soldOutAt != nil
    }
    var items: [Item] = []
    for entry in random.tray {
      let style = random.styles[entry.style]
      var item = base(style, entry.pitch)
      item.planned = min(style.stock, style.expected * RandomReview.pitches[entry.pitch].lift)
      item.plannedGMV = item.planned * style.price
      item.forecast = min(style.stock, item.planned * ratio)
      if let sale = random.sales.first(where: { $0.spu == style.spu }) {
        sell(&item, sale)
        item.parts["price"] = item.actualGMV - style.price * item.actual
        item.parts["views"] = style.price * (item.forecast - item.planned)
        item.parts[item.soldOut ? "sold out" : "forecast"] = style.price * (item.actual - item.forecast)
      } else {
        item.kind = "not shown"
        item.parts["not shown"] = -item.plannedGMV
      }
      items.append(item)
    }
    for sale in random.sales where !items.contains(where: { $0.spu == sale.spu }) {
      guard let style = random.styles.first(where: { $0.spu == sale.spu }) else { continue }
      var item = base(style, 0)
      item.kind = "added"
      sell(&item, sale)
      item.parts["added"] = item.actualGMV
      items.append(item)
    }
    return (items, ratio)
  }

  // MARK: Factors

  /// Whole, then factors by attribute and value: the steps as written, from 1.
  static func learn(_ shows: [Past], only: Bool = false) -> (whole: Double, factors: [[String: Double]]) {
    let dates = Set(shows.map(\.date)).sorted(by: >)
    var rows: [(item: Item, weight: Double)] = []
    for show in shows {
      let age = dates.firstIndex(of: show.date) ?? 0
      for item in show.items { rows.append((item, pow(0.9, Double(age)))) }
    }
    let weights = rows.reduce(0) { $0 + $1.weight }
    let mean = weights > 0 ? rows.reduce(0) { $0 + $1.weight * $1.item.demand } / weights : 0
    let k = 5 * mean
    var whole = 1.0
    var factors = [[String: Double]](repeating: [:], count: 7)
    guard k > 0 else { return (1, factors) }
    for row in rows {
      for place in 0..<7 { if let value = row.item.values[place] { factors[place][value] = 1 } }
    }
    func p(_ item: Item) -> Double {
      var product = item.demand * whole
      for place in 0..<7 { if let value = item.values[place] { product *= factors[place][value] ?? 1 } }
      return item.soldOut ? min(product, item.actual) : product
    }
    func clip(_ value: Double) -> Double { min(5, max(0.2, value)) }
    for _ in 0..<20_000 {
      var change = 0.0
      var sold = k
      var sum = k
      for row in rows {
        sold += row.weight * row.item.actual
        sum += row.weight * p(row.item) / whole
      }
      let next = clip(sold / sum)
      change = abs(next - whole)
      whole = next
      for place in 0..<7 {
        for value in factors[place].keys.sorted() {
          let before = factors[place][value] ?? 1
          var sold = k
          var sum = k
          for row in rows where row.item.values[place] == value {
            sold += row.weight * row.item.actual
            sum += row.weight * p(row.item) / before
          }
          let next = clip(sold / sum)
          change = max(change, abs(next - before))
          factors[place][value] = next
        }
      }
      if change <= 1e-12 { break }
    }
    return (whole, factors)
  }

  static func wape(_ pairs: [(f: Double, a: Double, soldOut: Bool)]) -> Double? {
    let kept = pairs.filter { !($0.soldOut && $0.f > $0.a) }
    let sold = kept.reduce(0) { $0 + $1.a }
    return sold > 0 ? kept.reduce(0) { $0 + abs($1.a - $1.f) } / sold : nil
  }

  static func naive(_ items: [(pitch: String, f: Double, stock: Double)]) -> [Double] {
    items.map { item in
      let same = items.filter { $0.pitch == item.pitch }
      return min(item.stock, same.reduce(0) { $0 + $1.f } / Double(same.count))
    }
  }

  // MARK: Comparison

  func compare(with review: ShowReview, seed: UInt64) {
    func near(_ first: Double?, _ second: Double?, _ what: String, _ tolerance: Double = 1e-9) {
      switch (first, second) {
      case (nil, nil): break
      case (let first?, let second?):
        #expect(
          abs(first - second) <= tolerance * max(1, abs(first), abs(second)),
          "seed \(seed), \(what): \(first), \(second)")
      default:
        Issue.record("seed \(seed), \(what): \(String(describing: first)), \(String(describing: second))")
      }
    }
    #expect(review.items.map(\.spu) == items.map(\.spu), "seed \(seed)")
    for (own, other) in zip(review.items, items) {
      #expect(
        own.standing.rawValue == other.kind && own.isSoldOut == other.soldOut, "seed \(seed) \(own.spu)")
      near(own.planned, other.planned, "planned \(own.spu)")
      near(own.actual, other.actual, "actual")
      near(own.demand, other.demand, "demand \(own.spu)")
      if other.kind != "added" { near(own.forecast, other.forecast, "forecast \(own.spu)") }
      #expect(abs(own.plannedGMV.amount - other.plannedGMV) <= 0.00501, "seed \(seed) \(own.spu)")
      near(own.actualGMV.amount, other.actualGMV, "gmv \(own.spu)")
      for part in BridgePart.allCases {
        #expect(
          abs(own.bridge[part].amount - (other.parts[part.rawValue] ?? 0)) <= 0.0151,
          "seed \(seed) \(own.spu) \(part): \(own.bridge[part].amount) \(other.parts)")
      }
      #expect(own.values == other.values, "seed \(seed) \(own.spu)")
    }
    let shown = items.filter { $0.kind == "planned" }
    let pairs = shown.map { (f: $0.forecast, a: $0.actual, soldOut: $0.soldOut) }
    near(review.accuracy.wape, Self.wape(pairs), "wape")
    let telling = pairs.filter { !($0.soldOut && $0.f > $0.a) }
    let sold = telling.reduce(0) { $0 + $1.a }
    near(review.accuracy.bias, sold > 0 ? telling.reduce(0) { $0 + $1.f - $1.a } / sold : nil, "bias")
    near(
      review.accuracy.within30,
      telling.isEmpty
        ? nil : Double(telling.filter { abs($0.a - $0.f) <= 0.3 * $0.f }.count) / Double(telling.count),
      "within30")
    let naive = Self.naive(shown.map { (pitch: $0.pitch, f: $0.forecast, stock: $0.stock) })
    near(
      review.accuracy.naive,
      Self.wape(zip(shown, naive).map { (f: $1, a: $0.actual, soldOut: $0.soldOut) }), "naive")

    let learned = Self.learn(shows)
    near(review.factors.whole, learned.whole, "whole", 1e-7)
    for (place, attribute) in FactorAttribute.allCases.enumerated() {
      let own = review.factors.entries[attribute] ?? []
      #expect(Set(own.map(\.value)) == Set(learned.factors[place].keys), "seed \(seed) \(attribute)")
      for entry in own {
        near(entry.factor, learned.factors[place][entry.value], "\(attribute) \(entry.value)", 1e-7)
      }
    }
    if shows.count > 1 {
      let order = shows.indices.sorted { shows[$0].date < shows[$1].date }
      #expect(review.backTest.lines.count == order.count)
      var means: (without: [Double], with: [Double]) = ([], [])
      for (line, position) in zip(review.backTest.lines, order) {
        var others = shows
        let show = others.remove(at: position)
        let known = Self.learn(others)
        func multiplier(_ item: Item) -> Double {
          var product = known.whole
          for place in 0..<7 {
            if let value = item.values[place] { product *= known.factors[place][value] ?? 1 }
          }
          return min(5, max(0.2, product))
        }
        let plain = show.items.map { (f: min($0.stock, $0.demand), a: $0.actual, soldOut: $0.soldOut) }
        let with = show.items.map {
          (f: min($0.stock, $0.demand * multiplier($0)), a: $0.actual, soldOut: $0.soldOut)
        }
        near(line.without, Self.wape(plain), "backtest without")
        near(line.withFactors, Self.wape(with), "backtest with", 1e-6)
        if let first = Self.wape(plain), let second = Self.wape(with) {
          means.without.append(first)
          means.with.append(second)
        }
      }
      if !means.without.isEmpty {
        let without = means.without.reduce(0, +)
        let with = means.with.reduce(0, +)
        if abs(with / without - 0.95) > 1e-6 {
          #expect(review.factors.isWorthUsing == (with <= 0.95 * without), "seed \(seed)")
        }
      }
    }
    let errors = shows.filter { $0.planned > 0 && $0.actual > 0 }.map { abs(log($0.actual / $0.planned)) }
      .sorted()
    if errors.count >= 4 {
      let place = Int((Double(errors.count + 1) * 0.8 - 1e-9).rounded(.up))
      near(review.next.high, exp(errors[place - 1]), "next", 1e-6)
      near(review.next.low, exp(-errors[place - 1]), "next", 1e-6)
    } else {
      #expect(review.next.low == nil && review.next.needed == 4)
    }
    if let funnel = review.funnel, let goal = random.goal, let views = random.views,
      let orders = random.orders
    {
      let planned = items.reduce(0) { $0 + ($1.plannedGMV * 100).rounded() / 100 }
      let actual = items.reduce(0) { $0 + $1.actualGMV }
      let (v0, c0, o0) = (goal.views, goal.conversion, planned / (goal.views * goal.conversion))
      let (v1, c1, o1) = (views, orders / views, actual / orders)
      let effect = (v1 - v0) * (2 * c0 * o0 + c1 * o0 + c0 * o1 + 2 * c1 * o1) / 6
      #expect(abs(funnel.views.amount - effect) <= 0.0151 + 1e-9 * abs(effect), "seed \(seed)")
    }
  }
}
