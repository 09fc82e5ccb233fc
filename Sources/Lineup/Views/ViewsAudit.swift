/// The rows of a plan of views and what it does to forecasts, recomputed from the scenario by other code than the search's.
struct ViewsAudit {
  let plan: ViewsPlan
  let audience: [AudienceSegment]
  let goal: Goal?
  let channels: [ViewsAnswer.Channel]

  /// A channel of the scenario and what it brings.
  private var pairs: [(asked: ViewsPlan.Channel, views: Double, told: Double?)] {
    plan.channels.compactMap { asked in
      guard let found = channels.first(where: { $0.name == asked.name }) else { return nil }
      guard let told = found.told else { return (asked, found.views, nil) }
      var (views, people) = (0.0, 0.0)
      guard case .told(let rates, _) = asked.source else { return (asked, found.views, nil) }
      for entry in told {
        people += Double(entry.people)
        views += Double(entry.people) * (rates.first { $0.segment == entry.segment }?.rate ?? 0)
      }
      return (asked, views, people)
    }
  }

  /// Of a channel's viewers, those who come by it alone.
  private func net(_ channel: ViewsPlan.Channel) -> Double {
    var net = 1.0
    for overlap in channel.overlaps { net -= overlap.share }
    return net
  }

  // MARK: Rows

  /// Every row, in the order of a result.
  var rows: [RuleCheck] {
    let frame = RuleFrame(name: ViewsPlan.rule, penalty: nil)
    let pairs = pairs
    var checks = pairs.map { pair in
      let amount = pair.told ?? pair.views
      var check = RuleCheck(
        frame, row: pair.asked.name, kind: .count, required: Self.required(pair.asked, views: pair.views),
        actual: amount)
      // A minimum is one of views, also where people are counted.
      if pair.told != nil, pair.views > 0, let minimum = pair.asked.minimum {
        check.holds = check.holds && pair.views >= minimum - 1e-6 * max(1, minimum)
      }
      return check
    }
    func add(_ row: String, _ range: Bounds, _ actual: Double) {
      checks.append(RuleCheck(frame, row: row, kind: .amount, required: range, actual: actual))
    }
    let net = pairs.reduce(0) { $0 + $1.views * self.net($1.asked) }
    if let total = plan.total {
      add(ViewsPlan.totalRow, total, net)
    } else if goal == nil, plan.fixed == nil {
      add(ViewsPlan.totalRow, Bounds(lower: plan.base), net)
    }
    if let budget = plan.budget {
      add(ViewsPlan.budgetRow, budget, pairs.reduce(0) { $0 + Self.cost($1.asked, $1.told ?? $1.views) })
    }
    let all = pairs.reduce(0) { $0 + $1.views }
    for share in plan.shares {
      let part = pairs.first { $0.asked.name == share.channel }?.views ?? 0
      var check = RuleCheck(frame, kind: .share, required: share.range, part: part, whole: all)
      check.row = ViewsPlan.shareRow(share.channel)
      checks.append(check)
    }
    if let goal {
      let sales = pairs.reduce(0) { sum, pair in
        let conversion = pair.asked.conversion ?? plan.conversion ?? 0
        let orderValue = pair.asked.orderValue ?? plan.orderValue ?? 0
        return sum + pair.views * self.net(pair.asked) * conversion * orderValue
      }
      add(ViewsPlan.goalRow, Bounds(lower: goal.amount), sales)
    }
    for segment in audience {
      let isTold = plan.channels.contains { channel in
        guard case .told(let rates, _) = channel.source else { return false }
        return rates.contains { $0.segment == segment.name }
      }
      guard isTold, let people = segment.people else { continue }
      var told = 0
      for channel in channels {
        for entry in channel.told ?? [] where entry.segment == segment.name { told += entry.people }
      }
      checks.append(
        RuleCheck(
          frame, row: ViewsPlan.peopleRow(segment.name), kind: .count, required: Bounds(upper: people),
          actual: Double(told)))
    }
    return checks
  }

  private static func required(_ channel: ViewsPlan.Channel, views: Double) -> Bounds {
    var range = Bounds()
    switch channel.source {
    case .views(let bounds): range = bounds
    case .people(let people, let each, let reach):
      let most = people * each * reach
      // A product of decimals that should be whole may be a bit below.
      range.upper = most.rounded(.down)
      if range.upper + 1 - most <= 1e-9 { range.upper += 1 }
    case .told(_, let limit): if let limit { range.upper = limit }
    }
    if let end = channel.blocks.last?.end { range.upper = min(range.upper, end) }
    if let changed = channel.range { range = changed }
    if views > 0, let minimum = channel.minimum { range.lower = max(range.lower, minimum) }
    return range
  }

  private static func cost(_ channel: ViewsPlan.Channel, _ amount: Double) -> Double {
    var left = amount
    var begin = 0.0
    var cost = 0.0
    for block in channel.blocks {
      let part = min(left, block.end - begin)
      cost += part * block.price
      left -= part
      begin = block.end
    }
    // What a row may be missed by is paid as the last block is.
    if left > 0, let last = channel.blocks.last { cost += left * last.price }
    return cost
  }

  // MARK: Forecasts

  /// By what the forecast of each style is multiplied.
  /// - Complexity: O(styles x attributes).
  func mix(of catalog: Catalog, seasonIndex: [Double]) -> [Double] {
    var average = 0.0
    var weights = [Double](repeating: 0, count: audience.count)
    for pair in pairs where pair.views > 0 {
      var readiness = 1.0
      if let own = pair.asked.conversion, let common = plan.conversion { readiness = own / common }
      let weight = pair.views * net(pair.asked) * readiness / plan.base
      var parts: [(segment: String, share: Double)] = pair.asked.audience
      if case .told(let rates, _) = pair.asked.source {
        let told = channels.first { $0.name == pair.asked.name }?.told ?? []
        parts = rates.map { rate in
          (
            rate.segment,
            Double(told.first { $0.segment == rate.segment }?.people ?? 0) * rate.rate / pair.views
          )
        }
      }
      var rest = 1.0
      for part in parts {
        rest -= part.share
        if let place = audience.firstIndex(where: { $0.name == part.segment }) {
          weights[place] += weight * part.share
        }
      }
      average += weight * rest
    }
    var mix = [Double](repeating: average, count: catalog.count)
    for (segment, weight) in zip(audience, weights) where weight != 0 {
      let affinities = segment.tastes.map { Self.affinities($0, catalog, seasonIndex) }
      for row in mix.indices { mix[row] += weight * affinities.reduce(1) { $0 * $1(row) } }
    }
    return mix
  }

  /// The factor of each row's value of an attribute.
  private static func affinities(
    _ taste: AudienceSegment.Taste, _ catalog: Catalog, _ seasonIndex: [Double]
  ) -> (Int) -> Double {
    func factor(ofText text: String) -> Double {
      for entry in taste.factors where entry.standing == text { return entry.factor }
      return 1
    }
    if HeaderName.normalized(taste.attribute) == "in_season" {
      let sides = [true, false].map { side in
        taste.factors.first { ScalarText.truth($0.value) == side }?.factor ?? 1
      }
      return { seasonIndex[$0] >= 1 ? sides[0] : sides[1] }
    }
    guard case .found(let position)? = catalog.lookup(taste.attribute) else { return { _ in 1 } }
    let column = catalog.columns[position]
    switch column.values {
    case .numbers(let numbers):
      let bands = taste.factors.compactMap { entry in
        (try? column.bounds(reading: entry.value)).map { (range: $0, factor: entry.factor) }
      }
      return { row in
        for band in bands where band.range.lower <= numbers[row] && numbers[row] <= band.range.upper {
          return band.factor
        }
        return 1
      }
    case .text(let codes, let values):
      let factors = values.map { value in
        guard column.isDays else { return factor(ofText: value) }
        for entry in taste.factors {
          if let days = DayText.range(entry.value), days.first <= value, value <= days.last {
            return entry.factor
          }
        }
        return 1
      }
      return { codes[$0] < 0 ? 1 : factors[Int(codes[$0])] }
    case .tags(let codes, let sets):
      let factors = sets.map { tags in tags.map(factor(ofText:)).max() ?? 1 }
      return { codes[$0] < 0 ? 1 : factors[Int(codes[$0])] }
    }
  }
}
