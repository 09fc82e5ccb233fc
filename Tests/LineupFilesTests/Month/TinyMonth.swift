import GLPK
import Lineup
import LineupFiles
import TestSupport

/// A month of few shows and styles, with what it means said once more: every plan can be tried.
struct TinyMonth {
  struct Style {
    var spu: String
    var brand: String
    var price: Double
    var cost: Double
    var stock: Double
    var forecast: Double
  }
  struct TinyPitch {
    var name: String
    var minutes: Double
    var lift: Double
  }
  /// A sum of GMV within a range.
  struct Sales {
    var lower = -Double.infinity
    var upper = Double.infinity
    var penalty: Double?
  }
  struct TinyShow {
    var name: String
    var level: String
    var day: Int
    var items: ClosedRange<Int>
    var minutes: Double
    var weight: Double
    var goal: Double?
    /// A soft or hard cap on the sales.
    var cap: Sales?
    /// At most this share of the items is of brand X.
    var share: Double?
  }
  enum Rule {
    /// A style at most so often in so many days; in the whole month without days.
    case repeats(most: Int, days: Int?, onlyLevel: String?, pitch: String?, penalty: Double?)
    /// Items of each brand on all shows together.
    case brands(least: Int?, most: Int?, days: Int?, penalty: Double?)
    case sales(Sales)
    /// Items of brand X, of all items of all shows.
    case share(lower: Double?, upper: Double?, penalty: Double?)
    /// Items of each brand: the form `each`.
    case each(least: Int, most: Int)
  }

  var styles: [Style]
  var pitches: [TinyPitch]
  var shows: [TinyShow]
  var rules: [Rule]
  var hold: Double

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let count = random.integer(2...4)
    styles = (0..<count).map { index in
      Style(
        spu: "S\(index)", brand: random.chance(0.5) ? "X" : "Y", price: Double(random.integer(5...40)),
        cost: Double(random.integer(1...20)), stock: Double(random.integer(3...30)),
        forecast: Double(random.integer(2...20)))
    }
    pitches = [TinyPitch(name: "standard", minutes: 2, lift: 1)]
    if random.chance(0.5) { pitches.append(TinyPitch(name: "full", minutes: 5, lift: 1.5)) }
    hold = random.one(of: [0, 0.2, 0.5, 1])
    shows = []
    let showCount = count < 4 || pitches.count == 1 ? random.integer(2...3) : 2
    for index in 0..<showCount {
      let least = random.integer(0...1)
      var show = TinyShow(
        name: "show \(index)", level: random.chance(0.5) ? "big" : "small", day: random.integer(1...6),
        items: least...max(1, random.integer(least...3)), minutes: Double(random.integer(4...12)),
        weight: random.one(of: [1, 1, 2, 0.5]))
      if random.chance(0.3) { show.goal = Double(random.integer(20...300)) }
      if random.chance(0.3) {
        show.cap = Sales(
          upper: Double(random.integer(100...500)),
          penalty: random.chance(0.5) ? Double(random.integer(1...3)) : nil)
      }
      if random.chance(0.2) { show.share = random.one(of: [0.5, 0.6]) }
      shows.append(show)
    }
    shows.sort { $0.day < $1.day }
    rules = []
    if random.chance(0.6) {
      rules.append(
        .repeats(
          most: random.integer(0...2), days: random.chance(0.7) ? random.integer(1...4) : nil,
          onlyLevel: random.chance(0.3) ? "big" : nil, pitch: random.chance(0.2) ? "full" : nil,
          penalty: random.chance(0.3) ? Double(random.integer(5...60)) : nil))
    }
    if random.chance(0.5) {
      let isSoft = random.chance(0.6)
      let days = random.chance(0.3) ? random.integer(1...3) : nil
      let least = days == nil && random.chance(0.6) ? random.integer(1...3) : nil
      rules.append(
        .brands(
          least: least, most: random.chance(0.7) || least == nil ? random.integer(3...4) : nil, days: days,
          penalty: isSoft ? Double(random.integer(5...80)) : nil))
    }
    if random.chance(0.4) {
      var sales = Sales()
      if random.chance(0.6) {
        sales.lower = Double(random.integer(50...600))
      } else {
        sales.upper = Double(random.integer(200...700))
      }
      if random.chance(0.5) { sales.penalty = Double(random.integer(1...2)) }
      rules.append(.sales(sales))
    }
    if random.chance(0.3) {
      rules.append(
        .share(
          lower: random.chance(0.5) ? 0.3 : nil, upper: random.chance(0.5) ? 0.7 : 0.9,
          penalty: random.chance(0.5) ? 20 : nil))
    }
    if random.chance(0.2) { rules.append(.each(least: random.integer(0...1), most: random.integer(2...4))) }
  }

  // MARK: As Lineup reads it

  private func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private func range(_ lower: Double?, _ upper: Double?) -> String {
    (lower.map(number) ?? "") + ".." + (upper.map(number) ?? "")
  }

  private func soft(_ penalty: Double?) -> String { penalty.map { ", penalty: \(number($0))" } ?? "" }

  var monthText: String {
    var text = "name: tiny\nhold: \(hold)\nlevels: { big: big.yaml, small: small.yaml }\nshows:\n"
    for show in shows {
      text += "  \(show.name): { level: \(show.level), date: 2026-09-0\(show.day), weight: \(show.weight) }\n"
    }
    if !rules.isEmpty { text += "rules:\n" }
    for (index, rule) in rules.enumerated() {
      text += "  rule \(index): "
      switch rule {
      case .repeats(let most, let days, let level, let pitch, let penalty):
        text += "{ appearances: ..\(most)" + (days.map { ", days: \($0)" } ?? "")
        if let level { text += ", in: { level: \(level) }" }
        if let pitch, pitches.contains(where: { $0.name == pitch }) { text += ", where: { pitch: \(pitch) }" }
        text += soft(penalty) + " }"
      case .brands(let least, let most, let days, let penalty):
        text += "{ appearances: \(range(least.map(Double.init), most.map(Double.init))), per: brand"
        text += (days.map { ", days: \($0)" } ?? "") + soft(penalty) + " }"
      case .sales(let sales):
        text +=
          "{ sum: gmv, range: \(range(sales.lower.isFinite ? sales.lower : nil, sales.upper.isFinite ? sales.upper : nil))\(soft(sales.penalty)) }"
      case .share(let lower, let upper, let penalty):
        text += "{ share: items, where: { brand: X }, range: \(range(lower, upper))\(soft(penalty)) }"
      case .each(let least, let most): text += "{ each: brand, items: \(least)..\(most) }"
      }
      text += "\n"
    }
    return text
  }

  private func scenarioText(_ show: TinyShow) -> String {
    var text =
      "show: { items: \(show.items.lowerBound)..\(show.items.upperBound), minutes: \(number(show.minutes)), date: 2026-09-0\(show.day) }\n"
    text += "objective: margin\npitches:\n"
    for pitch in pitches {
      text += "  \(pitch.name): { minutes: \(number(pitch.minutes)), lift: \(pitch.lift) }\n"
    }
    if let goal = show.goal { text += "goal: { gmv: \(number(goal)) }\n" }
    if show.cap != nil || show.share != nil { text += "rules:\n" }
    if let cap = show.cap {
      text += "  cap: { sum: gmv, range: \(range(nil, cap.upper))\(soft(cap.penalty)) }\n"
    }
    if let share = show.share {
      text += "  brand: { share: items, where: { brand: X }, range: ..\(share) }\n"
    }
    return text
  }

  func bound() throws -> BoundMonth {
    var csv = "spu,brand,price,cost,stock,expected_units\n"
    for style in styles {
      csv +=
        "\(style.spu),\(style.brand),\(number(style.price)),\(number(style.cost)),\(number(style.stock)),\(number(style.forecast))\n"
    }
    let catalog = try Catalog(bytes: Array(csv.utf8), name: "tiny.csv")
    let month = try Month(Node(text: monthText, source: "tiny.yaml"))
    let bound = try shows.map { show in
      MonthShow(
        name: show.name, level: show.level, series: show.name, day: Day(number: 20_697 + show.day - 1),
        start: nil,
        weight: show.weight,
        show: try Show(
          Scenario(Node(text: scenarioText(show), source: "\(show.level).yaml")), catalog: catalog))
    }
    return try BoundMonth(month, catalog: catalog, shows: bound, aired: [])
  }

  // MARK: What it means

  /// An option on a show: a style and a pitch.
  struct Choice: Hashable {
    var style: Int
    var pitch: Int
  }

  private func demand(_ choice: Choice) -> Double {
    min(styles[choice.style].stock, styles[choice.style].forecast * pitches[choice.pitch].lift)
  }

  /// Every selection of a show that keeps its rules on items and minutes.
  private func selections(_ show: TinyShow) -> [[Choice]] {
    var all: [[Choice]] = [[]]
    for style in styles.indices {
      all += all.flatMap { known in pitches.indices.map { known + [Choice(style: style, pitch: $0)] } }
    }
    return all.filter { choices in
      guard show.items.contains(choices.count) else { return false }
      let minutes = choices.reduce(0) { $0 + pitches[$1.pitch].minutes }
      guard minutes <= show.minutes else { return false }
      if let share = show.share {
        let x = choices.filter { styles[$0.style].brand == "X" }.count
        if Double(x) > share * Double(choices.count) + 1e-6 { return false }
      }
      return true
    }
  }

  /// The windows of a rule, as days.
  private func windows(_ days: Int?, level: String?) -> [ClosedRange<Int>] {
    let own = shows.filter { level == nil || $0.level == level }.map(\.day)
    guard let days else {
      return own.isEmpty ? [] : [(shows.map(\.day).min() ?? 1)...(shows.map(\.day).max() ?? 1)]
    }
    let all = Set(own).sorted().map { $0...($0 + days - 1) }
    return all.filter { window in
      let content = Set(own.filter(window.contains))
      return !all.contains { other in
        other != window && content.isStrictSubset(of: Set(own.filter(other.contains)))
      }
    }
  }

  /// Penalties of the month's rules on items, or `nil` where a hard one is missed.
  private func itemPenalties(_ plan: [[Choice]]) -> Double? {
    var sum = 0.0
    func note(_ miss: Double, _ penalty: Double?) -> Bool {
      if miss <= 1e-9 { return true }
      guard let penalty else { return false }
      sum += penalty * miss
      return true
    }
    let brands = Set(styles.map(\.brand))
    for rule in rules {
      switch rule {
      case .repeats(let most, let days, let level, let pitch, let penalty):
        let pitch = pitches.contains { $0.name == pitch } ? pitch : nil
        for window in windows(days, level: level) {
          for style in styles.indices {
            var count = 0
            for (show, choices) in zip(shows, plan)
            where window.contains(show.day) && (level == nil || show.level == level) {
              count +=
                choices.filter { $0.style == style && (pitch == nil || pitches[$0.pitch].name == pitch) }
                .count
            }
            if !note(Double(max(0, count - most)), penalty) { return nil }
          }
        }
      case .brands(let least, let most, let days, let penalty):
        for window in windows(days, level: nil) {
          for brand in brands {
            var count = 0
            for (show, choices) in zip(shows, plan) where window.contains(show.day) {
              count += choices.filter { styles[$0.style].brand == brand }.count
            }
            if !note(Double(max(0, (least ?? 0) - count)), penalty) { return nil }
            if let most, !note(Double(max(0, count - most)), penalty) { return nil }
          }
        }
      case .share(let lower, let upper, let penalty):
        let all = plan.joined()
        let x = Double(all.filter { styles[$0.style].brand == "X" }.count)
        let whole = Double(all.count)
        if let lower, !note(lower * whole - x, penalty) { return nil }
        if let upper, !note(x - upper * whole, penalty) { return nil }
      case .each(let least, let most):
        for brand in brands {
          let count = plan.joined().filter { styles[$0.style].brand == brand }.count
          if count < least || count > most { return nil }
        }
      case .sales: break
      }
    }
    return sum
  }

  /// The value of the best plan; `nil` where there is none.
  func bestValue() throws -> Double? {
    let all = shows.map(selections)
    var plans: [[[Choice]]] = [[]]
    for selections in all { plans = plans.flatMap { known in selections.map { known + [$0] } } }
    var ranked: [(plan: [[Choice]], most: Double, penalties: Double)] = []
    for plan in plans {
      guard isHeld(plan), let penalties = itemPenalties(plan) else { continue }
      let most = zip(shows, plan).reduce(0.0) { sum, entry in
        sum + entry.1.reduce(0) { $0 + max(0, entry.0.weight * unitGain($1) * demand($1)) }
      }
      ranked.append((plan, most - penalties, penalties))
    }
    ranked.sort { $0.most > $1.most }
    var best: Double?
    for (plan, most, penalties) in ranked {
      if let best, most <= best + 1e-9 { break }
      if let value = try allotted(plan) { best = max(best ?? -.infinity, value - penalties) }
    }
    return best
  }

  private func unitGain(_ choice: Choice) -> Double { styles[choice.style].price - styles[choice.style].cost }

  private func isHeld(_ plan: [[Choice]]) -> Bool {
    styles.indices.allSatisfy { style in
      plan.joined().filter { $0.style == style }.reduce(0) { $0 + hold * demand($1) } <= styles[style].stock
        + 1e-9
    }
  }

  /// What a plan is worth with the best units, its penalties on items aside.
  private func allotted(_ plan: [[Choice]]) throws -> Double? {
    var problem = LinearProblem()
    var slack: [(row: Int32, penalty: Double)] = []
    func add(_ sales: Sales) throws -> Int32 {
      let row = Int32(problem.rowCount)
      try problem.addRow(lower: sales.lower, upper: sales.upper)
      if let penalty = sales.penalty { slack.append((row, penalty)) }
      return row
    }
    let stockRows = try styles.map { style in
      let row = Int32(problem.rowCount)
      try problem.addRow(lower: -.infinity, upper: style.stock)
      return row
    }
    var showRows: [[Int32]] = []
    for show in shows {
      var rows: [Int32] = []
      if let goal = show.goal { rows.append(try add(Sales(lower: goal))) }
      if var cap = show.cap {
        cap.penalty = cap.penalty.map { $0 * show.weight }
        rows.append(try add(cap))
      }
      showRows.append(rows)
    }
    var monthRows: [Int32] = []
    for case .sales(let sales) in rules { monthRows.append(try add(sales)) }
    for (position, choices) in plan.enumerated() {
      for choice in choices {
        let rows = [stockRows[choice.style]] + showRows[position] + monthRows
        let price = styles[choice.style].price
        try problem.addColumn(
          objective: shows[position].weight * unitGain(choice), lower: hold * demand(choice),
          upper: demand(choice),
          rows: rows, coefficients: [1] + Array(repeating: price, count: rows.count - 1))
      }
    }
    for (row, penalty) in slack {
      try problem.addColumn(objective: -penalty, lower: 0, upper: .infinity, rows: [row], coefficients: [1])
      try problem.addColumn(objective: -penalty, lower: 0, upper: .infinity, rows: [row], coefficients: [-1])
    }
    if problem.columnCount == 0 {
      // Nothing is shown: whether the rows let that.
      let rows = shows.flatMap { [$0.goal ?? 0] }
      if rows.contains(where: { $0 > 1e-6 }) { return nil }
      var penalties = 0.0
      for case .sales(let sales) in rules where sales.lower > 0 {
        guard let penalty = sales.penalty else { return nil }
        penalties += penalty * sales.lower
      }
      return -penalties
    }
    guard case .optimal = try problem.solveRelaxation(.primal) else { return nil }
    return problem.relaxationValue
  }
}
