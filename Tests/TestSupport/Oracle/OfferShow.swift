import Foundation

/// A show of a few styles with offers of every key, and what trying every tray finds. It shares no code with Lineup.
package struct OfferShow {
  package struct Style {
    package var spu: String
    package var role: String
    package var price: Double
    package var cost: Double?
    package var stock: Double
    package var units: Double
    package var live: Double?
    package var floor: Double?
    package var bend: Double?
  }

  package struct Pitch {
    package var name: String
    package var minutes: Double
    package var lift: Double
  }

  package enum Price: Equatable { case share(Double), amount(Double), off(Double, Double), column }
  package enum Demand: Equatable { case none, lift(Double), elasticity(Double), column }

  package struct Kind {
    package var name: String
    package var isWide = false
    package var price = Price.share(1)
    package var demand = Demand.none
    package var role: String?
    package var items: (lower: Double?, upper: Double?)?
    package var minutes = 0.0
    /// Minutes of a window.
    package var window: Double?
    package var cost = 0.0
    package var gives = 0.0
    package var always = false
    package var never = false
  }

  /// A rule of the user's.
  package struct Rule {
    package enum Form: String, CaseIterable {
      case countOfOffer, saving, averagePrice, split, each, share, gmv, shareOfGMV
    }
    package var name: String
    package var form: Form
    package var offer: String
    package var lower: Double?
    package var upper: Double?
    package var penalty: Double?
  }

  /// A style with its pitch and offer, by their positions; -1 for no offer.
  package struct Option: Equatable {
    package var style: Int
    package var pitch: Int
    package var kind: Int

    package init(style: Int, pitch: Int, kind: Int) {
      self.style = style
      self.pitch = pitch
      self.kind = kind
    }
  }

  package struct Tray {
    package var options: [Option]
    /// Positions of the kinds on the whole show.
    package var wide: [Int]

    package init(options: [Option], wide: [Int]) {
      self.options = options
      self.wide = wide
    }
  }

  package var styles: [Style] = []
  package var pitches: [Pitch] = []
  package var kinds: [Kind] = []
  package var atMost: Int?
  package var exclusive: [[Int]] = []
  package var floorMargin: Double?
  package var hasFloorColumn = false
  package var items: (Int, Int) = (0, 9)
  package var airTime: Double?
  package var objective: [(name: String, weight: Double)] = [("gmv", 1)]
  package var rules: [Rule] = []
  package var lock: (style: Int, offer: Int?)?

  // MARK: Drawing

  package init(seed: UInt64) {
    var random = RandomSource(seed: seed &* 7_919 &+ 13)
    func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }
    func number(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &random)) }
    let roles = ["traffic", "hero"]
    for position in 0..<Int.random(in: 3...4, using: &random) {
      let price = number(20...200)
      styles.append(
        Style(
          spu: "S\(position)", role: roles[Int.random(in: 0...1, using: &random)], price: price,
          cost: chance(0.85) ? (price * number(30...85) / 100).rounded() : nil, stock: number(5...60),
          units: number(0...40), live: chance(0.7) ? (price * number(50...110) / 100).rounded() : nil,
          floor: chance(0.6) ? (price * number(50...90) / 100).rounded() : nil,
          bend: chance(0.8) ? number(-5...25) / 10 : nil))
    }
    pitches.append(Pitch(name: "full", minutes: number(3...6), lift: number(10...16) / 10))
    if chance(0.6) { pitches.append(Pitch(name: "quick", minutes: number(1...3), lift: 1)) }
    for position in 0..<Int.random(in: 1...3, using: &random) {
      var kind = Kind(name: ["flash price", "live list", "coupon"][position])
      switch Int.random(in: 0..<4, using: &random) {
      case 0: kind.price = .share(number(5...10) / 10)
      case 1: kind.price = .amount(number(10...150))
      case 2: kind.price = .off(number(5...60), chance(0.5) ? 1 : number(1...9) / 10)
      default: kind.price = .column
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: kind.demand = .none
      case 1, 2: kind.demand = .lift(number(8...25) / 10)
      case 3: kind.demand = .elasticity(number(0...25) / 10)
      default: kind.demand = .column
      }
      if chance(0.3) { kind.role = roles[Int.random(in: 0...1, using: &random)] }
      if chance(0.5) {
        let lower = Int.random(in: 0...2, using: &random)
        kind.items = (
          chance(0.8) ? Double(lower) : nil,
          chance(0.7) ? Double(Int.random(in: max(0, lower)...3, using: &random)) : nil
        )
        if kind.items?.lower == nil, kind.items?.upper == nil { kind.items = nil }
      }
      if chance(0.3) { kind.minutes = number(1...2) }
      if chance(0.25) { kind.window = number(3...12) }
      if chance(0.4) { kind.cost = number(20...900) }
      if chance(0.15) { kind.always = true } else if chance(0.1) { kind.never = true }
      kinds.append(kind)
    }
    for position in 0..<(chance(0.5) ? Int.random(in: 1...2, using: &random) : 0) {
      var kind = Kind(name: ["spend 500", "free gift"][position], isWide: true)
      kind.gives = chance(0.8) ? number(1...30) / 100 : 0
      if chance(0.8) { kind.demand = .lift(number(8...16) / 10) }
      if chance(0.4) { kind.cost = number(20...900) }
      if chance(0.15) { kind.always = true } else if chance(0.1) { kind.never = true }
      kinds.append(kind)
    }
    if chance(0.6) { atMost = Int.random(in: 0...3, using: &random) }
    if kinds.count > 1, chance(0.4) {
      var list = Array(kinds.indices)
      list.shuffle(using: &random)
      exclusive.append(Array(list.prefix(Int.random(in: 2...min(3, kinds.count), using: &random))))
    }
    if chance(0.4) { floorMargin = number(-10...30) / 100 }
    hasFloorColumn = chance(0.3)
    let least = Int.random(in: 0...2, using: &random)
    items = (least, Int.random(in: max(1, least)...4, using: &random))
    if chance(0.6) { airTime = number(5...20) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: objective = [("margin", 1)]
    case 1: objective = [("units", 1)]
    case 2: objective = [("gmv", 1), ("saving", -0.3)]
    case 3: objective = [("gmv", 0.5), ("margin", 1), ("offer_price", 2)]
    default: break
    }
    let names = ["none"] + kinds.filter { !$0.isWide }.map(\.name)
    for position in 0..<Int.random(in: 0...2, using: &random) {
      let form = Rule.Form.allCases[Int.random(in: 0..<Rule.Form.allCases.count, using: &random)]
      var rule = Rule(
        name: "rule \(position)", form: form, offer: names[Int.random(in: 0..<names.count, using: &random)])
      switch form {
      case .countOfOffer, .split, .each:
        let lower = Int.random(in: 0...1, using: &random)
        rule.lower = Double(lower)
        rule.upper = Double(Int.random(in: max(1, lower)...3, using: &random))
      case .saving: rule.upper = number(0...2_500)
      case .averagePrice:
        rule.lower = number(10...90)
        rule.upper = (rule.lower ?? 0) + number(10...120)
      case .share:
        rule.lower = number(0...6) / 10
        rule.upper = 1
      case .shareOfGMV: rule.upper = number(3...9) / 10
      case .gmv: rule.lower = number(200...6_000)
      }
      if chance(0.4) { rule.penalty = number(1...400) }
      rules.append(rule)
    }
    if chance(0.25) {
      let offers = [-1] + kinds.indices.filter { !kinds[$0].isWide }
      lock = (
        Int.random(in: 0..<styles.count, using: &random),
        chance(0.7) ? offers[Int.random(in: 0..<offers.count, using: &random)] : nil
      )
    }
  }
}

// MARK: Files

extension OfferShow {
  package var catalogText: String {
    func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
    let rows = styles.map { style in
      [
        style.spu, style.role, text(style.price), text(style.cost), text(style.stock), text(style.units),
        text(style.live), text(style.floor), text(style.bend),
      ].joined(separator: ",")
    }
    // A style that is no candidate keeps columns of numbers from being empty.
    return "spu,role,price,cost,stock,expected_units,live,lowest,bend\n" + rows.joined(separator: "\n")
      + "\nZ,hero,10,1,0,1,9,1,1\n"
  }

  package var scenarioText: String {
    var text = "name: small\ncatalog: catalog.csv\nshow: { items: \(items.0)..\(items.1)"
    if let airTime { text += ", minutes: \(airTime)" }
    text += " }\npitches:\n"
    for pitch in pitches { text += "  \(pitch.name): { minutes: \(pitch.minutes), lift: \(pitch.lift) }\n" }
    if objective.count == 1 {
      text += "objective: \(objective[0].name)\n"
    } else {
      text += "objective: { " + objective.map { "\($0.name): \($0.weight)" }.joined(separator: ", ") + " }\n"
    }
    text += "offers:\n"
    if let atMost { text += "  at_most: \(atMost)\n" }
    text += "  kinds:\n"
    for kind in kinds { text += "    \(kind.name): { \(keys(kind).joined(separator: ", ")) }\n" }
    if !exclusive.isEmpty {
      let lists = exclusive.map { "[" + $0.map { kinds[$0].name }.joined(separator: ", ") + "]" }
      text += "  exclusive: [\(lists.joined(separator: ", "))]\n"
    }
    if floorMargin != nil || hasFloorColumn {
      var keys: [String] = []
      if let floorMargin { keys.append("margin: \(floorMargin)") }
      if hasFloorColumn { keys.append("column: lowest") }
      text += "  floor: { \(keys.joined(separator: ", ")) }\n"
    }
    if let lock {
      let offer = lock.offer.map { $0 < 0 ? "none" : kinds[$0].name }
      text += "lock: [{ spu: \(styles[lock.style].spu)" + (offer.map { ", offer: \($0)" } ?? "") + " }]\n"
    }
    if !rules.isEmpty { text += "rules:\n" }
    for rule in rules { text += "  \(rule.name): { \(keys(rule).joined(separator: ", ")) }\n" }
    return text
  }

  private func range(_ lower: Double?, _ upper: Double?) -> String {
    "\(lower.map { "\($0)" } ?? "")..\(upper.map { "\($0)" } ?? "")"
  }

  private func keys(_ kind: Kind) -> [String] {
    var keys: [String] = []
    if kind.isWide {
      keys.append("show: true")
      if kind.gives > 0 { keys.append("gives: \(kind.gives)") }
    } else {
      switch kind.price {
      case .share(let share): keys.append("price: \((share * 100).rounded())%")
      case .amount(let amount): keys.append("price: \(amount)")
      case .off(let off, let redeemed):
        keys.append("off: \(off)")
        if redeemed != 1 { keys.append("redeemed: \(redeemed)") }
      case .column: keys.append("column: live")
      }
    }
    switch kind.demand {
    case .none: break
    case .lift(let lift): keys.append("lift: \(lift)")
    case .elasticity(let number): keys.append("elasticity: \(number)")
    case .column: keys.append("elasticity: bend")
    }
    if let role = kind.role { keys.append("where: { role: \(role) }") }
    if let items = kind.items { keys.append("items: \(range(items.lower, items.upper))") }
    if kind.minutes > 0 { keys.append("minutes: \(kind.minutes)") }
    if let window = kind.window {
      // Over midnight.
      let end = Int(window) - 5
      keys.append(
        "window: { from: \"23:55\", to: \"\(end < 0 ? "23:\(60 + end)" : "00:0\(end)")\" }")
    }
    if kind.cost > 0 { keys.append("cost: \(kind.cost)") }
    if kind.always { keys.append("always: true") }
    if kind.never { keys.append("never: true") }
    return keys
  }

  private func keys(_ rule: Rule) -> [String] {
    let range = range(rule.lower, rule.upper)
    var keys: [String]
    switch rule.form {
    case .countOfOffer: keys = ["sum: items", "where: { offer: \(rule.offer) }", "range: \(range)"]
    case .saving: keys = ["sum: saving", "range: \(range)"]
    case .averagePrice: keys = ["average: offer_price", "range: \(range)"]
    case .split: keys = ["split: offer", "items: { \(rule.offer): \(range) }"]
    case .each: keys = ["each: offer", "items: \(range)"]
    case .share: keys = ["share: items", "where: { offer: { not: \(rule.offer) } }", "range: \(range)"]
    case .gmv: keys = ["sum: gmv", "range: \(range)"]
    case .shareOfGMV: keys = ["share: gmv", "where: { offer: \(rule.offer) }", "range: \(range)"]
    }
    if let penalty = rule.penalty { keys.append("penalty: \(penalty)") }
    return keys
  }
}
