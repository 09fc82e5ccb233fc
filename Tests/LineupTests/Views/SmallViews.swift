import LineupFiles
import TestSupport

/// A random plan of views small enough to try every one, with the meaning of the contract's page written apart from the product.
struct SmallViews {
  struct Channel {
    enum Source {
      case views(low: Double?, high: Double)
      case people(Double, each: Double, reach: Double)
      case told([(segment: String, rate: Double)], limit: Double?)
    }

    var name: String
    var source: Source
    /// Ends and prices; one price without an end, or none.
    var blocks: [(end: Double?, price: Double)] = []
    var minimum: Double?
    var overlaps: [(channel: String, share: Double)] = []
    var conversion: Double?
    var orderValue: Double?
    var audience: [(segment: String, share: Double)] = []
  }

  var base: Double
  var channels: [Channel] = []
  var segments: [(name: String, people: Double)] = []
  var conversion: Double?
  var orderValue: Double?
  var total: ClosedRange<Double>?
  var budget: ClosedRange<Double>?
  var shares: [(channel: String, low: Double?, high: Double?)] = []
  var goal: Double?
  /// Channels that are fixed, by the values of their columns.
  var fixed: [Int: [Double]] = [:]

  // MARK: At random

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    // Views around a large number, whose tolerance is more than a view, or around none.
    let scale = random.one(of: [0.0, 0, 0, 0, 0, 300, 2_000_000])
    let priceScale = random.one(of: [1.0, 1, 1, 0.001, 1_000])
    func decimals(_ range: ClosedRange<Int>) -> Double { random.decimal(range) }
    segments = [("mothers", Double(random.integer(1...5))), ("office", Double(random.integer(1...4)))]
    base = scale + Double(random.integer(3...9))
    if random.chance(0.7) { conversion = random.one(of: [0.1, 0.12, 0.05]) }
    if random.chance(0.7) { orderValue = random.one(of: [390.0, 100, 8.5]) }
    let count = random.integer(1...3)
    var columns = 0
    for index in 0..<count {
      var channel = Channel(name: "channel \(index)", source: .views(low: nil, high: 0))
      let kind = columns < 3 ? random.integer(0...4) : random.integer(0...3)
      if kind == 4 {
        let names = random.some(random.integer(1...2), of: ["mothers", "office"])
        channel.source = .told(
          names.map { ($0, random.one(of: [1.0, 0.5, 0.06, 0.3, 0.02])) },
          limit: random.chance(0.5) ? Double(random.integer(1...6)) : nil)
        columns += names.count
      } else if kind == 3 {
        channel.source = .people(
          Double(random.integer(1...9)), each: random.one(of: [0.29, 1, 0.7, 1.5]),
          reach: random.one(of: [1, 0.9, 1 / 3.0]))
        columns += 1
      } else {
        let high = Double(random.integer(1...7))
        let low = random.chance(0.3) ? Double(random.integer(0...Int(high))) : nil
        channel.source = .views(low: low.map { scale + $0 } ?? (scale > 0 ? scale : nil), high: scale + high)
        columns += 1
      }
      let price = { random.one(of: [0.0, 0.04, 0.8, 1, 1.2, 0.5, 0.25, 0.333]) * priceScale }
      if random.chance(0.7) {
        if random.chance(0.6) {
          channel.blocks = [(nil, price())]
        } else {
          let first = price()
          channel.blocks = [
            (Double(random.integer(1...3)), first), (Double(random.integer(4...9)) + scale, first + price()),
          ]
        }
      }
      if random.chance(0.25) {
        channel.minimum = random.one(of: [1, 2, 3, 0.5, 0.04]) + (random.chance(0.5) ? scale : 0)
      }
      if random.chance(0.4) { channel.conversion = random.one(of: [0.18, 0.02, 0.3]) }
      if random.chance(0.4) { channel.orderValue = random.one(of: [420.0, 55]) }
      if case .told = channel.source {
      } else if random.chance(0.5) {
        channel.audience = [
          ("mothers", random.one(of: [0.7, 0.2])), ("office", random.one(of: [0.3, 0.1])),
        ]
      }
      channels.append(channel)
    }
    for index in channels.indices where channels.count > 1 && random.chance(0.35) {
      let other = channels[(index + 1) % channels.count].name
      channels[index].overlaps = [(other, random.one(of: [0.2, 0.5, 0.05, 1]))]
    }
    let most = channels.reduce(0.0) { $0 + domain($1).reduce(0) { $0 + $1.upperBound } }
    if random.chance(0.7) {
      let low = (most * random.one(of: [0.2, 0.5, 0.8, 0.95, 1.2])).rounded()
      total = low...(random.chance(0.2) ? low + Double(random.integer(0...3)) : .infinity)
    }
    if random.chance(0.4) {
      budget =
        -1...((most * priceScale * random.one(of: [0.1, 0.4, 1])).rounded() + (random.chance(0.3) ? 0.5 : 0))
    }
    if random.chance(0.35) {
      let low = random.chance(0.6) ? random.one(of: [0.2, 0.4, 0.55]) : nil
      shares.append((random.one(of: channels).name, low, low == nil || random.chance(0.5) ? 0.7 : nil))
    }
    if random.chance(0.3) {
      conversion = conversion ?? 0.1
      orderValue = orderValue ?? 100
      goal = (most * random.one(of: [2.0, 8, 20, 40])).rounded() + 1
    }
    for index in channels.indices where random.chance(0.12) {
      fixed[index] = domain(channels[index]).map {
        Double(random.integer(Int($0.lowerBound)...Int($0.upperBound)))
      }
    }
  }

  // MARK: As text

  private func text(_ number: Double) -> String { "\(number)" }

  /// The sections of a scenario.
  var text: String {
    var lines = ["views:", "  base: \(text(base))", "  channels:"]
    for channel in channels {
      var keys: [String] = []
      switch channel.source {
      case .views(let low, let high): keys.append("views: \(low.map(text) ?? "")..\(text(high))")
      case .people(let people, let each, let reach):
        keys += ["people: \(text(people))", "each: \(text(each))", "reach: \(text(reach))"]
      case .told(let rates, let limit):
        keys.append("rate: { \(rates.map { "\($0.segment): \(text($0.rate))" }.joined(separator: ", ")) }")
        if let limit { keys.append("limit: \(text(limit))") }
      }
      if let first = channel.blocks.first {
        keys.append(
          first.end == nil
            ? "cost: \(text(first.price))"
            : "cost: { \(channel.blocks.map { "\(text($0.end ?? 0)): \(text($0.price))" }.joined(separator: ", ")) }"
        )
      }
      if let minimum = channel.minimum { keys.append("minimum: \(text(minimum))") }
      if let conversion = channel.conversion { keys.append("conversion: \(text(conversion))") }
      if let orderValue = channel.orderValue { keys.append("order_value: \(text(orderValue))") }
      if !channel.audience.isEmpty {
        keys.append(
          "audience: { \(channel.audience.map { "\($0.segment): \(text($0.share))" }.joined(separator: ", ")) }"
        )
      }
      lines.append("    \(channel.name): { \(keys.joined(separator: ", ")) }")
    }
    let overlaps = channels.filter { !$0.overlaps.isEmpty }
    if !overlaps.isEmpty {
      lines.append("  overlap:")
      for channel in overlaps {
        lines.append(
          "    \(channel.name): { \(channel.overlaps.map { "\($0.channel): \(text($0.share))" }.joined(separator: ", ")) }"
        )
      }
    }
    if let conversion { lines.append("  conversion: \(text(conversion))") }
    if let orderValue { lines.append("  order_value: \(text(orderValue))") }
    if let total {
      lines.append(
        "  total: \(text(total.lowerBound))..\(total.upperBound.isFinite ? text(total.upperBound) : "")")
    }
    if let budget { lines.append("  budget: ..\(text(budget.upperBound))") }
    if !shares.isEmpty {
      let parts = shares.map { "\($0.channel): \($0.low.map(text) ?? "")..\($0.high.map(text) ?? "")" }
      lines.append("  share: { \(parts.joined(separator: ", ")) }")
    }
    if !fixed.isEmpty {
      lines.append("  plan:")
      for (index, values) in fixed.sorted(by: { $0.key < $1.key }) {
        let channel = channels[index]
        if case .told(let rates, _) = channel.source {
          let parts = zip(rates, values).map { "\($0.segment): \(text($1))" }
          lines.append("    \(channel.name): { \(parts.joined(separator: ", ")) }")
        } else {
          lines.append("    \(channel.name): \(text(values[0]))")
        }
      }
    }
    lines.append("audience:")
    for segment in segments { lines.append("  \(segment.name): { people: \(text(segment.people)) }") }
    if let goal { lines.append("goal: { gmv: \(text(goal)) }") }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: What it means

  /// What sums of doubles lose is no miss.
  private static func tolerance(_ bound: Double) -> Double { (1e-6 + 1e-14) * max(1, abs(bound)) }

  /// The ends of what a channel counts.
  func ends(_ channel: Channel) -> (low: Double, high: Double) {
    var (low, high) = (-Double.infinity, Double.infinity)
    switch channel.source {
    case .views(let own, let end): (low, high) = (own ?? -.infinity, end)
    case .people(let people, let each, let reach): high = (people * each * reach + 1e-9).rounded(.down)
    case .told(_, let limit): high = limit ?? .infinity
    }
    if let end = channel.blocks.last?.end { high = min(high, end) }
    return (low, high)
  }

  /// For each column of a channel, values beyond which a row of its own is missed.
  func domain(_ channel: Channel) -> [ClosedRange<Double>] {
    let (low, high) = ends(channel)
    func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      let first = max(0, low.isFinite ? (low - Self.tolerance(low)).rounded(.up) : 0)
      return first...max(first, (high + Self.tolerance(high)).rounded(.down))
    }
    guard case .told(let rates, _) = channel.source else { return [range(low, high)] }
    return rates.map { rate in
      range(0, min(high, segments.first { $0.name == rate.segment }?.people ?? 0))
    }
  }

  /// The columns of all channels, those that are fixed at their value.
  var domains: [ClosedRange<Double>] {
    channels.enumerated().flatMap { index, channel in
      fixed[index].map { $0.map { $0...$0 } } ?? domain(channel)
    }
  }

  /// What a plan comes to.
  struct Figures {
    var counted: [Double] = []
    var views: [Double] = []
    var net = 0.0
    var cost = 0.0
    var sales = 0.0
    var told: [String: Double] = [:]
  }

  func figures(_ values: [Double]) -> Figures {
    var figures = Figures()
    var place = 0
    for channel in channels {
      var (counted, views) = (0.0, 0.0)
      if case .told(let rates, _) = channel.source {
        for rate in rates {
          counted += values[place]
          views += rate.rate * values[place]
          figures.told[rate.segment, default: 0] += values[place]
          place += 1
        }
      } else {
        (counted, views) = (values[place], values[place])
        place += 1
      }
      figures.counted.append(counted)
      figures.views.append(views)
      let own = views * (1 - channel.overlaps.reduce(0) { $0 + $1.share })
      figures.net += own
      figures.sales += own * (channel.conversion ?? conversion ?? 0) * (channel.orderValue ?? orderValue ?? 0)
      var begin = 0.0
      for (index, block) in channel.blocks.enumerated() {
        let end = index == channel.blocks.count - 1 ? .infinity : block.end ?? .infinity
        figures.cost += max(0, min(counted, end) - begin) * block.price
        begin = end
      }
    }
    return figures
  }

  /// The rows that a plan misses.
  func missed(_ values: [Double]) -> Set<String> {
    let figures = figures(values)
    var missed: Set<String> = []
    func check(_ row: String, _ low: Double, _ actual: Double, _ high: Double) {
      if low.isFinite, low - actual > Self.tolerance(low) { missed.insert(row) }
      if high.isFinite, actual - high > Self.tolerance(high) { missed.insert(row) }
    }
    for (index, channel) in channels.enumerated() {
      let (low, high) = ends(channel)
      check(channel.name, low, figures.counted[index], high)
      if let minimum = channel.minimum, figures.views[index] > 0 {
        check(channel.name, minimum, figures.views[index], .infinity)
      }
    }
    if let total {
      check("total", total.lowerBound, figures.net, total.upperBound)
    } else if goal == nil, fixed.isEmpty {
      check("total", base, figures.net, .infinity)
    }
    if let budget { check("budget", -.infinity, figures.cost, budget.upperBound) }
    let whole = figures.views.reduce(0, +)
    for share in shares {
      let part = channels.firstIndex { $0.name == share.channel }.map { figures.views[$0] } ?? 0
      func compare(_ smaller: Double, _ larger: Double) {
        if smaller - larger > (1e-6 + 1e-14) * max(1, max(abs(smaller), abs(larger))) {
          missed.insert("share: \(share.channel)")
        }
      }
      if let low = share.low { compare(low * whole, part) }
      if let high = share.high { compare(part, high * whole) }
    }
    if let goal { check("goal", goal, figures.sales, .infinity) }
    for segment in segments {
      guard let told = figures.told[segment.name] else { continue }
      check("people: \(segment.name)", -.infinity, told, segment.people)
    }
    return missed
  }

  /// Calls `body` with every vector of whole numbers.
  func forEachPlan(in domains: [ClosedRange<Double>], _ body: ([Double]) -> Void) {
    var values = domains.map(\.lowerBound)
    while true {
      body(values)
      var column = values.count - 1
      while column >= 0, values[column] >= domains[column].upperBound {
        values[column] = domains[column].lowerBound
        column -= 1
      }
      if column < 0 { return }
      values[column] += 1
    }
  }

  /// The plan of the contract, by trying all; `nil` where there is none.
  func best() -> [Double]? {
    var plans: [(values: [Double], cost: Double)] = []
    forEachPlan(in: domains) { values in
      if missed(values).isEmpty { plans.append((values, figures(values).cost)) }
    }
    guard let least = plans.map(\.cost).min() else { return nil }
    return plans.filter { $0.cost <= least + 1e-6 * max(1, least) }.map(\.values).min {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
