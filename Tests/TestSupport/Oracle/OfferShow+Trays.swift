import Foundation

/// What a tray of a small show with offers comes to, and the best of all trays by trying each.
extension OfferShow {
  /// An item's amounts.
  package struct Amounts {
    package var price: Double
    package var paid: Double
    package var keeps: Double
    package var minutes: Double
    package var units: Double
    package var gmv: Double
    package var margin: Double
    package var saving: Double
  }

  package func paid(_ kind: Kind, _ style: Style) -> Double? {
    let paid: Double
    switch kind.price {
    case .share(let share): paid = style.price * share
    case .amount(let amount): paid = amount
    case .off(let off, let redeemed):
      if off >= style.price { return nil }
      paid = style.price - off * redeemed
    case .column:
      guard let live = style.live else { return nil }
      paid = live
    }
    let hair = 1e-9 * max(1, style.price)
    guard paid > 0, paid <= style.price + hair else { return nil }
    if let floorMargin, let cost = style.cost, paid - cost < floorMargin * paid - hair { return nil }
    if hasFloorColumn, let floor = style.floor, paid < floor - hair { return nil }
    return paid
  }

  package func mayHave(_ kind: Kind, _ style: Style) -> Bool {
    !kind.isWide && !kind.never && (kind.role.map { $0 == style.role } ?? true) && paid(kind, style) != nil
  }

  package func amounts(_ option: Option, wide: [Int]) -> Amounts {
    let style = styles[option.style]
    let pitch = pitches[option.pitch]
    var paid = style.price
    var lift = pitch.lift
    var minutes = pitch.minutes
    if option.kind >= 0 {
      let kind = kinds[option.kind]
      paid = self.paid(kind, style) ?? .nan
      minutes += kind.minutes
      switch kind.demand {
      case .none: break
      case .lift(let own): lift *= own
      case .elasticity(let own): lift *= pow(paid / style.price, -own)
      case .column: lift *= pow(paid / style.price, -max(0, style.bend ?? 0))
      }
    }
    var keeps = 1.0
    for position in wide {
      keeps *= 1 - kinds[position].gives
      if case .lift(let own) = kinds[position].demand { lift *= own }
    }
    let units = min(style.stock, style.units * lift)
    return Amounts(
      price: style.price, paid: paid, keeps: keeps, minutes: minutes, units: units, gmv: paid * keeps * units,
      margin: style.cost.map { (paid * keeps - $0) * units } ?? 0,
      saving: (style.price - paid * keeps) * units)
  }

  /// The positions of the kinds that a tray uses.
  package func used(_ tray: Tray) -> Set<Int> {
    var used = Set(tray.options.map(\.kind).filter { $0 >= 0 }).union(tray.wide)
    for position in kinds.indices where kinds[position].always && !kinds[position].never {
      used.insert(position)
    }
    return used
  }

  /// The objective less penalties and costs; `nil` where a hard rule is missed.
  package func value(_ tray: Tray) -> Double? {
    let all = tray.options.map { amounts($0, wide: tray.wide) }
    func holds(_ number: Double, _ lower: Double?, _ upper: Double?) -> Bool {
      if let lower, number < lower - 1e-6 * max(1, abs(lower)) { return false }
      if let upper, number > upper + 1e-6 * max(1, abs(upper)) { return false }
      return true
    }
    guard holds(Double(all.count), Double(items.0), Double(items.1)) else { return nil }
    if let airTime, !holds(all.reduce(0) { $0 + $1.minutes }, nil, airTime) { return nil }
    if let lock {
      let isMet = tray.options.contains { $0.style == lock.style && (lock.offer ?? $0.kind) == $0.kind }
      if !isMet { return nil }
    }
    let used = used(tray)
    if let atMost, used.count > atMost { return nil }
    for list in exclusive where list.count(where: used.contains) > 1 { return nil }
    for position in kinds.indices where !kinds[position].isWide && !kinds[position].never {
      let kind = kinds[position]
      let own = tray.options.indices.filter { tray.options[$0].kind == position }
      if used.contains(position), let range = kind.items,
        !holds(Double(own.count), range.lower, range.upper)
      {
        return nil
      }
      if let window = kind.window, !holds(own.reduce(0) { $0 + all[$1].minutes }, nil, window) { return nil }
    }
    var value = -used.reduce(0) { $0 + kinds[$1].cost }
    for (name, weight) in objective {
      switch name {
      case "gmv": value += weight * all.reduce(0) { $0 + $1.gmv }
      case "margin": value += weight * all.reduce(0) { $0 + $1.margin }
      case "units": value += weight * all.reduce(0) { $0 + $1.units }
      case "saving": value += weight * all.reduce(0) { $0 + $1.saving }
      default: value += weight * all.reduce(0) { $0 + $1.paid }
      }
    }
    for rule in rules {
      var miss = 0.0
      for own in misses(rule, tray, all) {
        if rule.penalty == nil, own.miss > 1e-6 * max(1, own.size) { return nil }
        miss += own.miss
      }
      value -= (rule.penalty ?? 0) * miss
    }
    return value
  }

  private func misses(_ rule: Rule, _ tray: Tray, _ all: [Amounts]) -> [(miss: Double, size: Double)] {
    func name(_ option: Option) -> String { option.kind < 0 ? "none" : kinds[option.kind].name }
    func missOf(_ number: Double) -> (miss: Double, size: Double) {
      if let lower = rule.lower, number < lower { return (lower - number, abs(lower)) }
      if let upper = rule.upper, number > upper { return (number - upper, abs(upper)) }
      return (0, 1)
    }
    func ratio(_ part: Double, _ whole: Double) -> [(miss: Double, size: Double)] {
      var misses: [(miss: Double, size: Double)] = []
      if let lower = rule.lower {
        misses.append((max(0, lower * whole - part), max(abs(lower * whole), abs(part))))
      }
      if let upper = rule.upper {
        misses.append((max(0, part - upper * whole), max(abs(upper * whole), abs(part))))
      }
      return misses
    }
    switch rule.form {
    case .countOfOffer, .split: return [missOf(Double(tray.options.count { name($0) == rule.offer }))]
    case .saving: return [missOf(all.reduce(0) { $0 + $1.saving })]
    case .gmv: return [missOf(all.reduce(0) { $0 + $1.gmv })]
    case .averagePrice: return ratio(all.reduce(0) { $0 + $1.paid }, Double(all.count))
    case .share:
      return ratio(Double(tray.options.count { name($0) != rule.offer }), Double(all.count))
    case .shareOfGMV:
      let part = all.indices.reduce(0) { name(tray.options[$1]) == rule.offer ? $0 + all[$1].gmv : $0 }
      return ratio(part, all.reduce(0) { $0 + $1.gmv })
    case .each:
      var occurring = ["none"]
      for kind in kinds where styles.contains(where: { mayHave(kind, $0) }) { occurring.append(kind.name) }
      return occurring.map { own in missOf(Double(tray.options.count { name($0) == own })) }
    }
  }

  /// The best tray by trying every one; `nil` where none keeps the rules.
  package var best: (tray: Tray, value: Double)? {
    var best: (tray: Tray, value: Double)?
    let wide = kinds.indices.filter { kinds[$0].isWide && !kinds[$0].never }
    let ways = styles.indices.map { style in
      pitches.indices.flatMap { pitch in
        ([-1] + kinds.indices.filter { mayHave(kinds[$0], styles[style]) }).map {
          Option(style: style, pitch: pitch, kind: $0)
        }
      }
    }
    for mask in 0..<(1 << wide.count) {
      let chosen = wide.indices.filter { mask >> $0 & 1 == 1 }.map { wide[$0] }
      if wide.contains(where: { kinds[$0].always && !chosen.contains($0) }) { continue }
      var tray = Tray(options: [], wide: chosen)
      func extend(_ style: Int) {
        if style == styles.count {
          if let value = value(tray), value > best?.value ?? -.infinity { best = (tray, value) }
          return
        }
        extend(style + 1)
        guard tray.options.count < items.1 else { return }
        for option in ways[style] {
          tray.options.append(option)
          extend(style + 1)
          tray.options.removeLast()
        }
      }
      extend(0)
    }
    return best
  }
}
