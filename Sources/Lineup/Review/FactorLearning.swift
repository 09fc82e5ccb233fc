#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Learns factors from shows that are over.
///
/// ## The fixed point
///
///     P    = e x w x product over the attributes of f(v),   of a sold-out item min(P, a)
///     w    = (K + sum of a) / (K + sum of P / w)
///     f(v) = (K + sum over v of a) / (K + sum over v of P / f(v))          each within 0.2..5
///
/// e is an item's demand, a what was sold, K `belief` times the weighted mean of e; items of a show of age k count
/// 0.9^k. Each step is the best one along one coordinate of a concave function of the factors' logarithms (a Poisson
/// likelihood with a gamma prior for each factor, truncated where stock ended the sale), so that there is one fixed
/// point. Steps as written go there slowly where shows are many; Newton's method with conjugate gradients goes ahead,
/// and the steps as written have the last word: they end it when no factor changes by more than 1e-12.
struct FactorLearning {
  /// Weight of a show one age older than another.
  static let ageing = 0.9
  private static let change = 1e-12

  private let demand: [Double]
  private let actual: [Double]
  private let weight: [Double]
  private let isSoldOut: [Bool]
  /// The factor of each attribute that an item has, by its place in `factors`; -1 where the value is missing.
  private let places: [[Int32]]
  /// What each place is.
  private let values: [(attribute: FactorAttribute, value: String)]
  /// `belief` times the weighted mean of the demand.
  let prior: Double
  private let belief: Double
  private let showOfItem: [Int]

  /// The factors; the first is that of all items.
  private var factors: [Double]
  /// Weighted units sold, by place.
  private let sold: [Double]
  /// Passes as written until nothing changed.
  private(set) var passes = 0

  /// - Parameter ages: of each show; 0 for the newest.
  init(_ shows: [PastShow], ages: [Int], belief: Double) {
    self.belief = belief
    var demand: [Double] = []
    var actual: [Double] = []
    var weight: [Double] = []
    var isSoldOut: [Bool] = []
    var showOfItem: [Int] = []
    let attributes = FactorAttribute.allCases
    var places = [[Int32]](repeating: [], count: attributes.count)
    var values: [(attribute: FactorAttribute, value: String)] = []
    var placeOfValue = [[String: Int32]](repeating: [:], count: attributes.count)
    for (position, show) in shows.enumerated() {
      let own = pow(Self.ageing, Double(ages[position]))
      for item in show.items {
        demand.append(item.demand)
        actual.append(item.actual)
        weight.append(own)
        isSoldOut.append(item.isSoldOut)
        showOfItem.append(position)
        for (index, attribute) in attributes.enumerated() {
          guard index < item.values.count, let value = item.values[index] else {
            places[index].append(-1)
            continue
          }
          let place = placeOfValue[index][value] ?? Int32(values.count + 1)
          if Int(place) > values.count {
            placeOfValue[index][value] = place
            values.append((attribute, value))
          }
          places[index].append(place)
        }
      }
    }
    self.demand = demand
    self.actual = actual
    self.weight = weight
    self.isSoldOut = isSoldOut
    self.showOfItem = showOfItem
    self.places = places
    self.values = values
    let weights = weight.reduce(0, +)
    let mean = weights > 0 ? zip(weight, demand).reduce(0) { $0 + $1.0 * $1.1 } / weights : 0
    prior = belief * mean
    factors = [Double](repeating: 1, count: values.count + 1)
    var sold = [Double](repeating: 0, count: values.count + 1)
    for item in demand.indices {
      let units = weight[item] * actual[item]
      sold[0] += units
      for own in places where own[item] >= 0 { sold[Int(own[item])] += units }
    }
    self.sold = sold
  }

  /// What was learned.
  mutating func run() -> ForecastFactors {
    settle()
    var learned = ForecastFactors()
    learned.belief = belief
    learned.whole = factors[0]
    learned.spread = spread()
    for (index, attribute) in FactorAttribute.allCases.enumerated() {
      let entries = entries(of: attribute, places[index])
      if !entries.isEmpty { learned.entries[attribute] = entries }
    }
    return learned
  }

  private func entries(of attribute: FactorAttribute, _ own: [Int32]) -> [ForecastFactors.Entry] {
    var items: [Int32: Int] = [:]
    var shows: [Int32: Set<Int>] = [:]
    var sold: [Int32: Double] = [:]
    var forecast: [Int32: Double] = [:]
    for item in own.indices where own[item] >= 0 {
      let place = own[item]
      items[place, default: 0] += 1
      shows[place, default: []].insert(showOfItem[item])
      sold[place, default: 0] += actual[item]
      forecast[place, default: 0] += demand[item]
    }
    return items.keys.sorted { first, second in
      let (one, other) = (items[first, default: 0], items[second, default: 0])
      return one == other ? values[Int(first) - 1].value < values[Int(second) - 1].value : one > other
    }.map { place in
      let units = forecast[place, default: 0]
      return ForecastFactors.Entry(
        value: values[Int(place) - 1].value, factor: factors[Int(place)],
        ratio: units > 0 ? sold[place, default: 0] / units : nil, items: items[place, default: 0],
        shows: shows[place]?.count ?? 0)
    }
  }

  /// The spread of actual over forecast around 1, each item weighted by its forecast; what sold out says nothing.
  private func spread() -> Double? {
    var squares = 0.0
    var weights = 0.0
    for item in demand.indices where !isSoldOut[item] {
      let forecast = prediction(item)
      guard forecast > 0 else { continue }
      let error = actual[item] / forecast - 1
      squares += weight[item] * forecast * error * error
      weights += weight[item] * forecast
    }
    return weights > 0 ? (squares / weights).squareRoot() : nil
  }

  private func prediction(_ item: Int) -> Double {
    var product = demand[item] * factors[0]
    for own in places where own[item] >= 0 { product *= factors[Int(own[item])] }
    return product
  }

  // MARK: The fixed point

  private mutating func settle() {
    guard prior > 0 else { return }
    var predictions = demand
    let patience = 20
    let most = 4000
    while passes < most {
      if pass(&predictions) <= Self.change { return }
      if passes >= patience, passes.isMultiple(of: 4) { leap() }
    }
  }

  /// One pass as written, whole first; the greatest change.
  private mutating func pass(_ predictions: inout [Double]) -> Double {
    passes += 1
    for item in demand.indices { predictions[item] = prediction(item) }
    func counted(_ item: Int) -> Double {
      isSoldOut[item] ? min(predictions[item], actual[item]) : predictions[item]
    }
    var sum = 0.0
    for item in demand.indices { sum += weight[item] * counted(item) }
    let before = factors[0]
    factors[0] = ForecastFactors.clipped((prior + sold[0]) / (prior + sum / before))
    var greatest = abs(factors[0] - before)
    let scale = factors[0] / before
    for item in demand.indices { predictions[item] *= scale }
    var sums = [Double](repeating: 0, count: factors.count)
    var scales = [Double](repeating: 1, count: factors.count)
    for own in places {
      for item in own.indices where own[item] >= 0 { sums[Int(own[item])] += weight[item] * counted(item) }
      for item in own.indices where own[item] >= 0 {
        let place = Int(own[item])
        if scales[place] < 0 { continue }
        let before = factors[place]
        factors[place] = ForecastFactors.clipped((prior + sold[place]) / (prior + sums[place] / before))
        greatest = max(greatest, abs(factors[place] - before))
        // Marks the place as done.
        scales[place] = -factors[place] / before
      }
      for item in own.indices where own[item] >= 0 { predictions[item] *= -scales[Int(own[item])] }
    }
    return greatest
  }

  // MARK: Going ahead

  /// The function that every step raises.
  private func likelihood(_ logarithms: [Double]) -> Double {
    var total = 0.0
    for item in demand.indices where demand[item] > 0 {
      var exponent = log(demand[item]) + logarithms[0]
      for own in places where own[item] >= 0 { exponent += logarithms[Int(own[item])] }
      let prediction = exp(exponent)
      if isSoldOut[item], prediction >= actual[item] {
        // Above what was there, more demand changes nothing.
        total += weight[item] * (actual[item] > 0 ? actual[item] * log(actual[item]) - actual[item] : 0)
      } else {
        total += weight[item] * (actual[item] * exponent - prediction)
      }
    }
    for logarithm in logarithms { total += prior * (logarithm - exp(logarithm)) }
    return total
  }

  /// A step of Newton's method on the logarithms, kept within what factors may be, and taken where it is one upward.
  private mutating func leap() {
    let count = factors.count
    let lowest = log(ForecastFactors.allowed.lowerBound)
    let highest = log(ForecastFactors.allowed.upperBound)
    var curvature = [Double](repeating: 0, count: demand.count)
    var gradient = (0..<count).map { prior * (1 - factors[$0]) + sold[$0] }
    var diagonal = (0..<count).map { prior * factors[$0] }
    for item in demand.indices {
      let prediction = prediction(item)
      let isOver = isSoldOut[item] && prediction >= actual[item]
      let counted = weight[item] * (isOver ? actual[item] : prediction)
      curvature[item] = isOver ? 0 : counted
      gradient[0] -= counted
      diagonal[0] += curvature[item]
      for own in places where own[item] >= 0 {
        gradient[Int(own[item])] -= counted
        diagonal[Int(own[item])] += curvature[item]
      }
    }
    let isFree = (0..<count).map { place in
      !(factors[place] <= ForecastFactors.allowed.lowerBound && gradient[place] < 0)
        && !(factors[place] >= ForecastFactors.allowed.upperBound && gradient[place] > 0)
    }
    let step = conjugateGradients(gradient, diagonal, curvature, isFree)
    let now = factors.map { log($0) }
    let standing = likelihood(now)
    var length = 1.0
    for _ in 0..<8 {
      let next = now.indices.map { max(lowest, min(highest, now[$0] + length * step[$0])) }
      if likelihood(next) >= standing {
        factors = next.map { ForecastFactors.clipped(exp($0)) }
        return
      }
      length /= 2
    }
  }

  /// The solution of curvature x step = gradient among the free places (Hestenes & Stiefel 1952, Jacobi preconditioner).
  private func conjugateGradients(
    _ gradient: [Double], _ diagonal: [Double], _ curvature: [Double], _ isFree: [Bool]
  ) -> [Double] {
    let count = gradient.count
    var step = [Double](repeating: 0, count: count)
    var residual = (0..<count).map { isFree[$0] ? gradient[$0] : 0 }
    var scaled = (0..<count).map { residual[$0] / diagonal[$0] }
    var direction = scaled
    var product = zip(residual, scaled).reduce(0) { $0 + $1.0 * $1.1 }
    let goal = 1e-20 * product
    for _ in 0..<200 {
      guard product > goal, product > 0 else { break }
      var image = (0..<count).map { prior * factors[$0] * direction[$0] }
      for item in demand.indices where curvature[item] > 0 {
        var sum = direction[0]
        for own in places where own[item] >= 0 { sum += direction[Int(own[item])] }
        sum *= curvature[item]
        image[0] += sum
        for own in places where own[item] >= 0 { image[Int(own[item])] += sum }
      }
      for place in 0..<count where !isFree[place] { image[place] = 0 }
      let bend = zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
      guard bend > 0 else { break }
      let length = product / bend
      for place in 0..<count {
        step[place] += length * direction[place]
        residual[place] -= length * image[place]
        scaled[place] = residual[place] / diagonal[place]
      }
      let next = zip(residual, scaled).reduce(0) { $0 + $1.0 * $1.1 }
      let ratio = next / product
      product = next
      for place in 0..<count {
        direction[place] = isFree[place] ? scaled[place] + ratio * direction[place] : 0
      }
    }
    return step.map { $0.isFinite ? $0 : 0 }
  }
}

extension ForecastFactors {
  /// Learned from shows, the newest of which count most.
  package init(learnedFrom shows: [PastShow], belief: Double = ForecastFactors.usualBelief) {
    var learning = FactorLearning(shows, ages: PastShow.ages(of: shows), belief: belief)
    self = learning.run()
  }

  /// `whole` as one show alone would have it, beside these factors of values.
  func whole(of show: PastShow, belief: Double) -> Double {
    let mean = show.items.isEmpty ? 0 : show.items.reduce(0) { $0 + $1.demand } / Double(show.items.count)
    let prior = belief * mean
    guard prior > 0 else { return whole }
    let tables = tables
    let predictions = show.items.map { item in
      FactorAttribute.allCases.enumerated().reduce(item.demand) { product, next in
        guard next.offset < item.values.count, let value = item.values[next.offset] else { return product }
        return product * (tables[next.element]?[value] ?? 1)
      }
    }
    let sold = show.items.reduce(0) { $0 + $1.actual }
    var whole = 1.0
    for _ in 0..<100_000 {
      var sum = 0.0
      for (item, prediction) in zip(show.items, predictions) {
        sum += item.isSoldOut ? min(prediction * whole, item.actual) : prediction * whole
      }
      let next = Self.clipped((prior + sold) / (prior + sum / whole))
      let change = abs(next - whole)
      whole = next
      if change <= 1e-12 { break }
    }
    return whole
  }
}
