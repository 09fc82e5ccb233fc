import Optimization

/// What makes one kind of synthetic show hard in its own way.
enum ShowStyle: String, CaseIterable {
  /// Forecasts and margins that all differ.
  case smooth
  /// Five prices, one margin, no forecasts: thousands of columns alike.
  case ties
  /// Average price in a narrow band, air time to be filled exactly.
  case tight
  /// No forecasts: every style sells the same number of units.
  case flat
  /// Quotas that may be missed for a penalty.
  case soft
  /// Promotions that are switched on for many styles at a charge.
  case switches
  /// More women's styles asked for than items allowed.
  case infeasible
}

/// A show of the shape that planners have, as a program: 60 items in 180 minutes (times `scale`),
/// quotas by gender, category, brand and price band, shares of heroes and of the season, an average
/// price, look-alike families, two or three pitches a style.
func showProgram(style: ShowStyle, styles count: Int, scale: Double = 1, seed: UInt64) -> Program {
  var random = RandomSource(seed: seed)
  var program = Program()
  func row(_ lower: Double, _ upper: Double, soft: Bool = false) -> Int32 {
    let penalty = style == .soft && soft ? 400.0 : .infinity
    return Int32(program.addRow(lower: lower, upper: upper, penalty: penalty))
  }
  let items = (60 * scale).rounded()
  let genderShare = [0.5, 1.0 / 3, 1.0 / 6]
  let genders = genderShare.map { row(($0 * items).rounded(), ($0 * items).rounded()) }
  let categories = (0..<22).map {
    row($0 % 3 == 0 ? (2 * scale).rounded() : 0, (6 * scale).rounded(), soft: true)
  }
  let brands = (0..<25).map { _ in row((1 * scale).rounded(), (5 * scale).rounded(), soft: true) }
  let heroLeast = row(0, .infinity, soft: true)
  let heroMost = row(-.infinity, 0)
  let inSeason = row(0, .infinity, soft: true)
  let bands = [(8.0, 25.0), (10, 30), (8, 25), (2, 12)].map {
    row(($0.0 * scale).rounded(), ($0.1 * scale).rounded(), soft: true)
  }
  let averageMost = row(-.infinity, 0)
  let averageLeast = style == .tight ? row(0, .infinity) : -1
  let minutes = 180 * scale
  let airTime = row(style == .tight ? minutes : -.infinity, minutes)
  let impossible = style == .infeasible ? row(items, .infinity) : -1
  let promotions = style == .switches ? (0..<6).map { _ in row(-.infinity, 0) } : []
  let families = (0..<max(1, count / 4)).map { _ in row(-.infinity, 1) }
  let fiveTierPrices = [99.0, 199, 299, 399, 699]

  for index in 0..<count {
    let gender = [0, 0, 0, 1, 1, 2][Int(random.next() % 6)]
    let category = Int(random.next() % 22)
    let brand = Int(random.next() % 25)
    let isHero = random.chance(0.2)
    let isInSeason = random.chance(0.55)
    let price =
      style == .ties
      ? fiveTierPrices[Int(random.next() % 5)] : (random.logNormal(median: 260, spread: 0.6)).rounded() + 9
    let rate = style == .ties ? 0.4 : (random.real(0.2...0.6) * 100).rounded() / 100
    let units = style == .ties || style == .flat ? 10 : random.logNormal(median: 10, spread: 0.8)
    let family = families[Int(random.next() % UInt64(families.count))]
    let promotion = promotions.isEmpty || !random.chance(0.4) ? nil : promotions[Int(random.next() % 6)]
    let band = price < 150 ? 0 : price < 300 ? 1 : price < 600 ? 2 : 3
    var common: [(row: Int32, coefficient: Double)] = [
      (genders[gender], 1), (categories[category], 1), (brands[brand], 1), (bands[band], 1), (family, 1),
      (heroLeast, (isHero ? 1 : 0) - 0.15), (heroMost, (isHero ? 1 : 0) - 0.25),
      (inSeason, (isInSeason ? 1 : 0) - 0.6), (averageMost, price - 300),
    ]
    if averageLeast >= 0 { common.append((averageLeast, price - 296)) }
    if impossible >= 0, gender == 0 { common.append((impossible, 1)) }
    for (length, lift) in [(2.0, 0.75), (3, 1), (5, 1.35)].dropFirst(index % 13 == 0 ? 1 : 0) {
      let gain = price * rate * units * lift
      program.addColumn(objective: gain, group: Int32(index), entries: common + [(airTime, length)])
      if let promotion {
        program.addColumn(
          objective: gain * 1.3, group: Int32(index), entries: common + [(airTime, length), (promotion, 1)])
      }
    }
  }
  for promotion in promotions {
    program.addColumn(objective: -6000, group: -1, entries: [(promotion, -20)])
  }
  return program
}
