import Foundation
import Lineup
import TestSupport
import Testing

/// Whether what is learned is the truth of the shows.
@Suite struct LearningTests {
  /// REVIEW_SEEDS=100 tries as many series in place of 30.
  private static let seeds = ProcessInfo.processInfo.environment["REVIEW_SEEDS"].flatMap(UInt64.init) ?? 30

  /// Shows of a made-up truth: demand times effects of category, brand and pitch, luck of the day and noise.
  struct Truth {
    var category: [String: Double]
    var brand: [String: Double]
    var pitch: [String: Double]
    var whole: Double
    var noise: Double
    /// Stock over demand: small values sell out.
    var cover: ClosedRange<Double>
    /// Whether stock is that of the demand to be, as buyers order it, rather than of the forecast.
    var knowsDemand: Bool

    init(
      seed: UInt64, hasEffects: Bool, noise: Double = 0.35, cover: ClosedRange<Double> = 1.5...6,
      knowsDemand: Bool = false
    ) {
      self.knowsDemand = knowsDemand
      var random = RandomSource(seed: seed &* 0xD1B5_4A32_D192_ED03)
      func effects(_ names: [String]) -> [String: Double] {
        Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, hasEffects ? random.one(of: [0.5, 0.7, 0.85, 1, 1.2, 1.5, 1.9]) : 1)
          })
      }
      category = effects(["dress", "coat", "shirt", "knit", "shoes", "bag"])
      brand = effects(["Alder", "Birch", "Cedar", "Dune"])
      pitch = effects(["full", "short"])
      whole = hasEffects ? random.one(of: [0.8, 1, 1.25]) : 1
      self.noise = noise
      self.cover = cover
    }

    /// A show, and what its styles would have sold with endless stock.
    func show(_ number: Int, seed: UInt64, items count: Int = 60) -> (show: PastShow, free: [Double]) {
      // Seeds next to each other would give one stream, a step further each.
      var random = RandomSource(seed: (seed &* 1_000 &+ UInt64(number) &+ 7) &* 0xD1B5_4A32_D192_ED03)
      var free: [Double] = []
      let items = (0..<count).map { index -> PastShow.Item in
        let category = random.one(of: category.keys.sorted())
        let brand = random.one(of: brand.keys.sorted())
        let pitch = random.one(of: pitch.keys.sorted())
        let demand = Double(random.integer(5...120))
        let noise = exp(noise * Self.normal(&random) - noise * noise / 2)
        let mean =
          demand * whole * (self.category[category] ?? 1) * (self.brand[brand] ?? 1)
          * (self.pitch[pitch] ?? 1)
        let truth = mean * noise
        free.append(truth)
        let stock = ((knowsDemand ? mean : demand) * Double.random(in: cover, using: &random)).rounded()
        let actual = min(stock, truth.rounded())
        return PastShow.Item(
          spu: "S\(number)-\(index)", actual: actual, demand: demand, stock: stock,
          isSoldOut: actual >= 0.999 * stock,
          values: [nil, category, brand, pitch, nil, nil, "S\(number)-\(index)"])
      }
      let day = number < 9 ? "0\(number + 1)" : "\(number + 1)"
      let show = PastShow(
        name: "made up", date: ShowDate("2026-09-\(day)"), items: items,
        plannedGMV: items.reduce(0) { $0 + $1.demand }, actualGMV: items.reduce(0) { $0 + $1.actual })
      return (show, free)
    }

    private static func normal(_ random: inout RandomSource) -> Double {
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
  }

  private static func wape(_ show: PastShow, _ factors: ForecastFactors?) -> Double {
    let pairs = show.items.map { item -> Accuracy.Pair in
      let factor = factors.map { factors in
        factors.multiplier { attribute in
          FactorAttribute.allCases.firstIndex(of: attribute).flatMap { item.values[$0] }
        }
      }
      return .init(
        forecast: min(item.stock ?? .infinity, item.demand * (factor ?? 1)), actual: item.actual,
        isSoldOut: item.isSoldOut)
    }
    return Accuracy(pairs).wape ?? 0
  }

  @Test func `where there are effects they are found, and the next show is forecast better`() {
    let outcomes = ConcurrentMap.values(Array(0..<Self.seeds)) {
      seed -> (better: Bool, worth: Bool, error: Double) in
      let truth = Truth(seed: seed, hasEffects: true)
      let shows = (0..<7).map { truth.show($0, seed: seed).show }
      let past = Array(shows.dropLast())
      let factors = ForecastFactors(learnedFrom: past)
      let (without, with) = (Self.wape(shows[6], nil), Self.wape(shows[6], factors))
      // The ratio of two categories' factors is that of their truth, whatever the level.
      let learned = factors.tables[.category] ?? [:]
      let errors = truth.category.map { value, effect in
        log((learned[value] ?? 1) / effect)
      }
      let mean = errors.reduce(0, +) / Double(errors.count)
      let error = (errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(errors.count)).squareRoot()
      return (with < without, BackTest(past, belief: 5).isWorthUsing, error)
    }
    let share = Double(outcomes.count { $0.better }) / Double(outcomes.count)
    let errors = outcomes.map(\.error).sorted()
    print(
      "series with effects: better \(share), worth using \(outcomes.count { $0.worth }) of \(outcomes.count)")
    print("median error of a category's factor \(errors[errors.count / 2]), largest \(errors.last ?? 0)")
    #expect(share >= 0.9)
    #expect(Double(outcomes.count { $0.worth }) >= 0.9 * Double(outcomes.count))
    #expect(errors[errors.count / 2] < 0.15)
  }

  @Test func `with more shows factors come nearer to the truth`() {
    var errors: [Int: Double] = [:]
    for count in [2, 12] {
      for seed in 0..<UInt64(12) {
        let truth = Truth(seed: seed, hasEffects: true)
        let factors = ForecastFactors(learnedFrom: (0..<count).map { truth.show($0, seed: seed).show })
        let learned = factors.tables[.category] ?? [:]
        let own = truth.category.map { log((learned[$0] ?? 1) / $1) }
        let mean = own.reduce(0, +) / Double(own.count)
        errors[count, default: 0] += own.reduce(0) { $0 + abs($1 - mean) }
      }
    }
    #expect((errors[12] ?? 1) < 0.75 * (errors[2] ?? 0))
  }

  @Test func `where there are none factors stay within noise and are not worth using`() {
    let outcomes = ConcurrentMap.values(Array(0..<Self.seeds)) {
      seed -> (worth: Bool, cost: Double, most: Double) in
      let truth = Truth(seed: seed, hasEffects: false, noise: 0.25)
      let shows = (0..<7).map { truth.show($0, seed: seed &+ 50_000).show }
      let past = Array(shows.dropLast())
      let factors = ForecastFactors(learnedFrom: past)
      let most =
        ["category", "brand", "pitch"].flatMap { name in
          (FactorAttribute(rawValue: name).flatMap { factors.entries[$0] } ?? []).map { abs(log($0.factor)) }
        }.max() ?? 0
      return (
        BackTest(past, belief: 5).isWorthUsing, Self.wape(shows[6], factors) - Self.wape(shows[6], nil), most
      )
    }
    print("series without effects: worth using \(outcomes.count { $0.worth }) of \(outcomes.count)")
    #expect(!outcomes.contains { $0.worth })
    let cost = outcomes.reduce(0) { $0 + $1.cost } / Double(outcomes.count)
    print("series without effects: mean cost \(cost), largest factor \(exp(outcomes.map(\.most).max() ?? 0))")
    #expect(cost < 0.01)
    #expect(outcomes.allSatisfy { $0.most < log(1.35) })
  }

  @Test func `what sold out is not underestimated`() {
    var learned = 0.0
    var free = 0.0
    var soldOut = 0.0
    var items = 0.0
    for seed in 0..<Self.seeds {
      // Stock of 0.8 to 4 times the demand to be: a twelfth of the items sells out.
      let truth = Truth(seed: seed, hasEffects: true, noise: 0.3, cover: 0.8...4, knowsDemand: true)
      let shows = (0..<8).map { truth.show($0, seed: seed) }
      let factors = ForecastFactors(learnedFrom: shows.map(\.show))
      let tables = factors.tables
      for (show, own) in shows {
        for (item, units) in zip(show.items, own) {
          var product = item.demand * factors.whole
          // Of the attributes that the next show has too.
          for (place, attribute) in FactorAttribute.allCases.enumerated() where attribute != .spu {
            if let value = item.values[place] { product *= tables[attribute]?[value] ?? 1 }
          }
          learned += product
          free += units
          if item.isSoldOut { soldOut += 1 }
          items += 1
        }
      }
    }
    let bias = learned / free - 1
    print("sold-out demand: \(soldOut / items) of the items sold out, bias \(bias)")
    #expect(soldOut / items > 0.06)
    #expect(abs(bias) < 0.03)
  }

  @Test func `many shows are learned from in no time, to the last step as written`() {
    let truth = Truth(seed: 5, hasEffects: true)
    let shows = (0..<28).map { truth.show($0, seed: 5).show }
    let clock = ContinuousClock()
    var factors = ForecastFactors()
    let duration = clock.measure { factors = ForecastFactors(learnedFrom: shows) }
    print("28 shows of 60 items: \(duration)")
    // One more step changes nothing.
    let rows = shows.enumerated().flatMap { place, show in
      show.items.map { (item: $0, weight: pow(0.9, Double(27 - place))) }
    }
    let tables = factors.tables
    let weights = rows.reduce(0) { $0 + $1.weight }
    let prior = 5 * rows.reduce(0) { $0 + $1.weight * $1.item.demand } / weights
    func prediction(_ item: PastShow.Item) -> Double {
      var product = item.demand * factors.whole
      for (place, attribute) in FactorAttribute.allCases.enumerated() {
        if let value = item.values[place] { product *= tables[attribute]?[value] ?? 1 }
      }
      return item.isSoldOut ? min(product, item.actual) : product
    }
    let sold = rows.reduce(prior) { $0 + $1.weight * $1.item.actual }
    let sum = rows.reduce(prior) { $0 + $1.weight * prediction($1.item) / factors.whole }
    #expect(abs(sold / sum - factors.whole) < 1e-10)
    for (value, factor) in tables[.category] ?? [:] {
      let own = rows.filter { $0.item.values[1] == value }
      let sold = own.reduce(prior) { $0 + $1.weight * $1.item.actual }
      let sum = own.reduce(prior) { $0 + $1.weight * prediction($1.item) / factor }
      #expect(abs(max(0.2, min(5, sold / sum)) - factor) < 1e-10)
    }
  }
}
