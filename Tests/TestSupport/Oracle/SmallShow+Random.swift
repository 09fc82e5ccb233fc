/// Random small shows, the same for a seed on every machine.
extension SmallShow {
  /// A random show of 5 to 7 styles in which no tray lies within the tolerances of a bound.
  package static func random(seed: UInt64) -> (show: SmallShow, best: Best) {
    var random = RandomSource(seed: seed)
    while true {
      var generator = Generator(random: random)
      let show = generator.show()
      random = generator.random
      let (best, isBorderline) = show.bestTray()
      if !isBorderline { return (show, best) }
    }
  }

  /// A random show of amounts of any size whose limits some tray meets exactly, misses by a ten-millionth to a
  /// ten-thousandth of their size, or never comes near to. Only what sums of doubles cannot tell is passed over.
  package static func scaled(seed: UInt64) -> (show: SmallShow, best: Best) {
    var random = RandomSource(seed: seed ^ 0x5CA1_E000_0000)
    while true {
      var generator = Generator(random: random)
      generator.drawScales()
      let show = generator.show()
      random = generator.random
      let (best, isBorderline) = show.bestTray()
      if !isBorderline { return (show, best) }
    }
  }

  private struct Generator {
    var random: RandomSource
    /// How large amounts are, where they are not a few units.
    var scales: Scales?
    var made = SmallShow()
    /// A tray that most ranges are drawn around, so that most rules can be met together.
    var planted: [Option] = []
    var plantedShare = 0.0

    static let brands = ["Jack & Jones", "O'Neill", "佳人", "50% off", "Null"]
    static let genders = ["women", "men", "kids"]
    static let families = ["F1", "F2", "007"]
    static let seasons = ["spring", "summer", "autumn", "winter", "all"]
    static let roles = ["hero", "main", "profit", "new"]
    static let colours = ["red", "dark blue", "白"]

    init(random: RandomSource) {
      self.random = random
    }

    mutating func show() -> SmallShow {
      plantedShare = random.chance(0.5) ? 0.97 : 0.1
      styles()
      pitches()
      season()
      if random.chance(0.3) { made.eligible = clauses(pitch: false, most: 1) }
      if random.chance(0.2) { made.bans = random.some(random.integer(1...2), of: made.styles.map(\.spu)) }
      objective()
      planted = made.options.isEmpty ? [] : plantedTray()
      plan()
      rules()
      return made
    }

    // MARK: Sizes

    /// How large the amounts of a show are.
    struct Scales {
      /// One unit of five digits: of prices and costs, of `weight` and `score`.
      var money: Double
      var column: Double
    }

    mutating func drawScales() {
      let sizes = [1e-6, 0.01, 0.01, 1e-5, 1e4, 1e9, 1e12 / 1e5, 1e12 / 1e3]
      scales = Scales(money: random.one(of: sizes), column: random.one(of: sizes))
    }

    /// An amount of up to five digits in a unit; `nil` without one.
    private mutating func amount(_ unit: Double?) -> Double? {
      guard let unit else { return nil }
      let digits = Double(random.integer(1...(unit > 1e8 ? 999 : 99_999)))
      return unit < 1 ? digits / (1 / unit).rounded() : digits * unit
    }

    private mutating func signedAmount(_ unit: Double?) -> Double? {
      amount(unit).map { random.chance(0.25) ? -$0 : $0 }
    }

    /// Minutes of up to five digits; `nil` where durations are whole.
    private mutating func duration() -> Double? {
      guard scales != nil, random.chance(0.6) else { return nil }
      return Double(random.one(of: [333_334, 500_001, 166_667, 299_999, random.integer(1...600_000)]))
        / 100_000
    }

    /// What a number of some units is in an attribute's amounts.
    private func unit(of attribute: String) -> Double {
      guard let scales else { return 1 }
      switch attribute {
      case "price", "cost": return scales.money * (scales.money > 1e8 ? 90 : 9_000)
      case "weight", "score": return scales.column * (scales.column > 1e8 ? 90 : 9_000)
      default: return 1
      }
    }

    /// A limit that a sum meets exactly, misses by a ten-millionth to a ten-thousandth of its size, or is far from.
    private mutating func near(_ sum: Double) -> Double {
      var hair = max(1e-6, abs(sum))
      for _ in 0..<random.integer(40...70) { hair /= 1.258_925_411_794_167_2 }
      let limit =
        switch random.integer(0...7) {
        case 0, 1: sum
        case 2, 3: sum - hair
        case 4, 5: sum + hair
        case 6: sum * random.one(of: [0.5, 0.9, 1.1, 2])
        default: sum + Double(random.integer(-9...9))
        }
      return abs(limit) < 1e-9 ? 0 : limit
    }

    private mutating func nearRange(_ actual: Double) -> Range {
      let limit = near(actual)
      switch random.integer(0...3) {
      case 0: return Range(limit, nil)
      case 1: return Range(nil, limit)
      case 2: return Range(limit, limit)
      default: return Range(min(limit, actual), max(limit, actual))
      }
    }

    // MARK: The catalog

    private mutating func styles() {
      made.hasStock = random.chance(0.9)
      made.hasCost = random.chance(0.85)
      made.hasExpectedUnits = random.chance(0.75)
      if !made.hasExpectedUnits, random.chance(0.85) {
        made.demand =
          random.chance(0.5)
          ? .times(random.one(of: [0.5, 1, 2.5])) : .views(random.one(of: [500, 2000, 12_000]))
      }
      if !made.hasStock || random.chance(0.15) { made.defaults.stock = Double(random.integer(1...9)) }
      // What is made of units needs some forecast.
      if made.demand == nil, !made.hasExpectedUnits || random.chance(0.15) {
        made.defaults.expectedUnits = Double(random.integer(1...6))
      }
      if random.chance(0.15) { made.defaults.gender = random.one(of: Self.genders) }
      let hasDecimals = random.chance(0.2)
      for position in 1...random.integer(5...7) {
        var style = Style(spu: random.chance(0.1) ? "款\(position)" : "A00\(position)")
        func missing(_ random: inout RandomSource) -> Bool { random.chance(0.08) }
        if !missing(&random) {
          style.price =
            random.chance(0.03)
            ? 0 : amount(scales?.money) ?? Double(random.integer(2...20)) - (hasDecimals ? 0.1 : 0)
        }
        if !missing(&random) { style.stock = Double(random.chance(0.05) ? 0 : random.integer(1...12)) }
        if !missing(&random) { style.cost = amount(scales?.money) ?? Double(random.integer(1...12)) }
        if position == 1 || !missing(&random) { style.expectedUnits = Double(random.integer(0...8)) }
        if !missing(&random) { style.gender = random.one(of: Self.genders) }
        if !missing(&random) { style.brand = random.one(of: Self.brands) }
        if !random.chance(0.3) { style.family = random.one(of: Self.families) }
        style.season = random.some(random.integer(0...2), of: Self.seasons)
        style.role = random.some(random.integer(0...2), of: Self.roles)
        style.colour = random.some(random.integer(0...3), of: Self.colours)
        if position == 1 || !missing(&random) {
          style.weight = amount(scales?.column) ?? Double(random.integer(0...10))
        }
        if position == 1 || !missing(&random) {
          style.score = signedAmount(scales?.column) ?? Double(random.integer(-4...10))
        }
        made.styles.append(style)
      }
    }

    private mutating func pitches() {
      guard random.chance(0.75) else { return }
      let most = made.styles.count > 6 ? 2 : 3
      for name in random.some(random.integer(1...most), of: ["full", "standard", "快讲"]) {
        var pitch = Pitch(name: name, minutes: duration() ?? Double(random.integer(1...6)))
        if random.chance(0.7) { pitch.lift = random.one(of: [0.5, 0.75, 1, 1.5, 2]) }
        if random.chance(0.35) { pitch.condition = clauses(pitch: false, most: 1) }
        made.pitches.append(pitch)
      }
    }

    private mutating func season() {
      func index(_ random: inout RandomSource) -> [(tag: String, index: Double)] {
        random.some(random.integer(1...4), of: Self.seasons).map {
          ($0, random.one(of: [0, 0.5, 0.75, 1, 1.25, 2]))
        }
      }
      switch random.integer(0...5) {
      case 0: made.season = .flat(index(&random))
      case 1:
        made.season = .byRegion([("north", index(&random)), ("华南", index(&random))])
        made.region = random.one(of: ["north", "华南"])
      case 2:
        let month = random.integer(1...12)
        made.month = month
        made.region = random.one(of: ["north", "south"])
        let listed = random.chance(0.8) ? month : month % 12 + 1
        made.season = .calendar([
          ("north", [(listed, index(&random))]),
          ("south", [(listed, index(&random)), (listed % 12 + 1, index(&random))]),
        ])
      default: break
      }
    }

    private mutating func objective() {
      let measures = [
        "gmv", "margin", "units", "items", "minutes", "stock_value", "weight", "score", "price",
      ]
      if random.chance(0.35) { return }
      if random.chance(0.5) {
        made.objective = .measure(random.one(of: measures))
      } else {
        made.objective = .weighted(
          random.some(random.integer(1...3), of: measures).map {
            ($0, random.one(of: [1, 0.5, 2, 0.25, -0.5]))
          })
      }
    }

    private mutating func plantedTray() -> [Option] {
      let options = made.options
      let styles = Array(Set(options.map(\.style))).sorted()
      return random.some(random.integer(1...max(1, styles.count - 1)), of: styles).map { style in
        random.one(of: options.filter { $0.style == style })
      }
    }

    // MARK: Ranges

    private var isPlanted: Bool { mutating get { random.chance(plantedShare) } }

    /// A range of counts; around `actual` where it is planted.
    private mutating func counts(_ actual: Int) -> Range {
      let middle = isPlanted ? actual : random.integer(0...4)
      let lower = max(0, middle - random.integer(0...1))
      let upper = middle + random.integer(0...1)
      switch random.integer(0...4) {
      case 0: return Range(Double(lower), nil)
      case 1: return Range(nil, Double(upper))
      case 2: return Range(Double(middle), Double(middle))
      default: return Range(Double(lower), Double(upper))
      }
    }

    private mutating func amounts(_ actual: Double) -> Range {
      if scales != nil { return nearRange(actual) }
      let middle = isPlanted ? actual : actual + Double(random.integer(-30...60))
      let lower = random.chance(0.4) ? middle : (middle - Double(random.integer(0...10))).rounded(.down)
      let upper = random.chance(0.4) ? middle : (middle + Double(random.integer(0...20))).rounded(.up)
      switch random.integer(0...2) {
      case 0: return Range(lower, nil)
      case 1: return Range(nil, upper)
      default: return Range(lower, upper)
      }
    }

    /// A range of shares in steps of 5%.
    private mutating func shares(_ actual: Double) -> Range {
      if scales != nil, random.chance(0.7) { return nearRange(actual) }
      let middle = isPlanted ? min(1, max(0, actual)) : Double(random.integer(0...20)) / 20
      let lower = Double(max(0, Int((middle * 20 + 1e-9).rounded(.down)) - random.integer(0...1)) * 5) / 100
      let upper = Double(min(20, Int((middle * 20 - 1e-9).rounded(.up)) + random.integer(0...1)) * 5) / 100
      switch random.integer(0...3) {
      case 0: return Range(lower, nil)
      case 1: return Range(nil, upper)
      default: return Range(lower, upper)
      }
    }

    private func sum(_ measure: String, _ clauses: [Clause]) -> Double {
      selected(clauses).reduce(0) { $0 + made.value(measure, $1) }
    }

    private func selected(_ clauses: [Clause]) -> [Option] {
      planted.filter { made.meets(clauses, made.styles[$0.style], made.allPitches[$0.pitch]) }
    }

    // MARK: The show's own rows

    private mutating func plan() {
      if random.chance(0.35) { made.items = counts(planted.count) }
      if random.chance(0.35) {
        let used = sum("minutes", [])
        made.minutes =
          scales != nil
          ? max(1, near(used)) : (isPlanted ? used : max(1, used - 4)) + Double(random.integer(0...3))
        if random.chance(0.5) {
          made.reservedMinutes = Double(random.integer(0...2))
          made.minutes = (made.minutes ?? 0) + (made.reservedMinutes ?? 0)
        }
      }
      if random.chance(0.2) {
        let sales = sum("gmv", [])
        let target = max(0, scales != nil ? near(sales) : (sales * (isPlanted ? 0.75 : 1.5)).rounded(.down))
        made.goal =
          random.chance(0.5) ? .gmv(target) : .funnel(views: target, conversionPercent: 12.5, orderValue: 8)
      }
      if random.chance(0.25) {
        let fromTray = planted.map { (made.styles[$0.style].spu, made.allPitches[$0.pitch].name) }
        let anyone = (random.one(of: made.styles).spu, made.allPitches[0].name)
        let chosen =
          isPlanted && !fromTray.isEmpty ? random.some(random.integer(1...2), of: fromTray) : [anyone]
        made.locks = chosen.map { Lock(spu: $0.0, pitch: random.chance(0.4) ? $0.1 : nil) }
      }
    }

    // MARK: Rules

    private mutating func rules() {
      let count = random.chance(0.3) ? 1 : random.integer(2...5)
      let names = ["women's styles", "比例: hero", "rule #3", "最低", "x y", "7"]
      for name in random.some(count, of: names) {
        guard let form = form() else { continue }
        let penalty = random.chance(0.35) ? random.one(of: [0.25, 1, 3, 12.5, 40]) : nil
        made.rules.append(Rule(name: name, form: form, penalty: penalty))
      }
    }

    private mutating func form() -> Form? {
      if scales != nil, !isPlanted, !made.options.isEmpty { planted = plantedTray() }
      let measures = ["items", "minutes", "units", "gmv", "margin", "stock_value", "weight", "score"]
      let spus = made.styles.map(\.spu)
      switch random.integer(0...9) {
      case 0:
        let measure = random.one(of: measures)
        let condition = clauses()
        return .sum(
          measure, condition,
          measure == "items" ? counts(selected(condition).count) : amounts(sum(measure, condition)))
      case 1, 2:
        let measure = random.one(of: random.chance(0.5) ? ["items"] : measures)
        let condition = clauses()
        let whole = random.chance(0.35) ? clauses(most: 1) : []
        let total = sum(measure, whole)
        return .share(
          measure, condition, of: whole, shares(total == 0 ? 0.3 : sum(measure, condition + whole) / total))
      case 3:
        let column = random.one(of: ["price", "weight", "score", "stock"] + (made.hasCost ? ["cost"] : []))
        let condition = random.chance(0.5) ? clauses() : []
        let count = Double(selected(condition).count)
        return .average(column, condition, amounts(count == 0 ? 5 : sum(column, condition) / count))
      case 4, 5: return split()
      case 6:
        let attribute = random.one(of: [
          "brand", "family", "gender", "role", "colour", "pitch", "weight", "in_season",
        ])
        return .each(
          attribute, random.chance(0.7) ? counts(1) : Range(0, Double(random.integer(0...2))),
          random.chance(0.3) ? clauses() : [])
      case 7: return .together(random.some(random.integer(2...3), of: spus))
      case 8: return .exclusive(random.some(random.integer(2...4), of: spus))
      default:
        let chosen = random.some(random.integer(2...4), of: spus)
        return .requires(chosen[0], anyOf: Array(chosen.dropFirst()))
      }
    }

    private mutating func split() -> Form? {
      let condition = random.chance(0.35) ? clauses() : []
      let attribute = random.one(of: [
        "gender", "brand", "role", "colour", "season", "price", "score", "pitch", "in_season",
      ])
      let values: [Condition]
      switch attribute {
      case "price", "score":
        let unit = unit(of: attribute)
        values = [
          .range(Range(nil, 7 * unit)), .range(Range(7 * unit, 12 * unit)), .range(Range(9 * unit, nil)),
        ]
      case "pitch": values = made.allPitches.map { .text($0.name) }
      case "in_season": values = [.truth(true), .truth(false)]
      default: values = known(attribute).map { .text($0) }
      }
      if values.isEmpty { return nil }
      let quotas = random.some(random.integer(1...3), of: values).map { value in
        let actual = selected(condition + [Clause(attribute: attribute, condition: value)]).count
        return (value: value, range: counts(actual))
      }
      return .split(attribute, quotas, condition)
    }

    // MARK: Conditions

    /// The values that some style has.
    private func known(_ attribute: String) -> [String] {
      var values: [String] = []
      for style in made.styles {
        guard case .texts(let texts) = made.cell(attribute, style, pitch: nil) else { continue }
        for text in texts where !values.contains(text) { values.append(text) }
      }
      return values
    }

    private mutating func clauses(pitch: Bool = true, most: Int = 2) -> [Clause] {
      var clauses: [Clause] = []
      for _ in 0..<random.integer(1...most) {
        let attribute = random.one(of: [
          "gender", "brand", "family", "season", "role", "role", "colour", "spu", "price", "weight", "score",
          "stock", "in_season", pitch ? "pitch" : "gender", made.hasCost ? "cost" : "price",
        ])
        if clauses.contains(where: { $0.attribute == attribute }) { continue }
        if let condition = condition(attribute) {
          clauses.append(Clause(attribute: attribute, condition: condition))
        }
      }
      return clauses
    }

    private mutating func condition(_ attribute: String) -> Condition? {
      let values: [Condition]
      switch attribute {
      case "price", "weight", "score", "stock", "cost":
        let low = Double(random.integer(-1...9))
        let unit = unit(of: attribute)
        values = [
          .range(Range(low * unit, nil)), .range(Range(nil, (low + 4) * unit)),
          .range(Range(low * unit, (low + 6) * unit)), .range(Range(low * unit, low * unit)),
        ]
      case "in_season": values = [.truth(true), .truth(false)]
      case "pitch": values = made.allPitches.map { .text($0.name) }
      default: values = known(attribute).map { .text($0) }
      }
      if values.isEmpty { return nil }
      switch random.integer(0...5) {
      case 0: return .anyOf(random.some(2, of: values))
      case 1: return .not(random.one(of: values))
      case 2: return .not(.anyOf(random.some(2, of: values)))
      case 3 where values.count > 1: return .anyOf([random.one(of: values), .not(random.one(of: values))])
      default: return random.one(of: values)
      }
    }
  }
}
