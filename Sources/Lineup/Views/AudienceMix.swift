/// What who comes does to what sells: by what the forecast of each style is multiplied (the contract's page on views).
///
///     sum over channels c of n_c k_c x sum over segments g of share(c,g) affinity(g,i)  /  base
struct AudienceMix {
  /// The part of average viewers, and of each segment, in views of the base.
  private(set) var average = 0.0
  private(set) var weights: [Double]

  init(_ answer: ViewsAnswer, audience: [AudienceSegment]) {
    let plan = answer.program.plan
    weights = Array(repeating: 0, count: audience.count)
    for (channel, brought) in zip(plan.channels, answer.channels) where brought.views > 0 {
      // Who buys twice as readily counts twice.
      let readiness = channel.conversion.flatMap { own in plan.conversion.map { own / $0 } } ?? 1
      let viewers = brought.net * readiness / plan.base
      let shares =
        brought.told.map {
          $0.map { (segment: $0.segment, share: Double($0.people) * $0.rate / brought.views) }
        }
        ?? channel.audience
      for (segment, share) in shares {
        if let index = audience.firstIndex(where: { $0.name == segment }) {
          weights[index] += viewers * share
        }
      }
      if brought.told == nil { average += viewers * (1 - shares.reduce(0) { $0 + $1.share }) }
    }
  }
}

extension RuleBinder {
  /// The affinity of each segment to each style: the product of the factors of its values. Names and values that are not
  /// known are reported.
  /// - Complexity: O(styles x attributes that segments name).
  func affinities(_ audience: [AudienceSegment]) -> [[Double]] {
    audience.map { segment in
      var affinity = [Double](repeating: 1, count: catalog.count)
      for taste in segment.tastes { multiply(&affinity, by: taste) }
      return affinity
    }
  }

  private func multiply(_ affinity: inout [Double], by taste: AudienceSegment.Taste) {
    guard let attribute = attribute(taste.attribute, at: taste.location) else { return }
    switch attribute {
    case .pitch: reader.report(.pitchNotHere, at: taste.location)
    case .offer: reader.report(.offerNotHere, at: taste.location)
    case .numbers(let numbers):
      guard let column = catalog.position(of: taste.attribute).map({ catalog.columns[$0] }) else { return }
      var bands: [(bounds: Bounds, factor: Double)] = []
      for factor in taste.factors {
        do throws(Bounds.ReadingError) {
          bands.append((try column.bounds(reading: factor.value), factor.factor))
        } catch {
          reader.report(
            error.kind(
              key: taste.attribute, text: factor.value, expected: "a number or a range such as 100..300"),
            at: factor.location)
        }
      }
      for row in affinity.indices {
        if let band = bands.first(where: { $0.bounds.contains(numbers[row]) }) {
          affinity[row] *= band.factor
        }
      }
    case .text(let codes, let values):
      let factors = textFactors(taste, values)
      for row in affinity.indices where codes[row] >= 0 { affinity[row] *= factors[Int(codes[row])] }
    case .tags(let codes, let sets):
      let index = ValueIndex(sets: sets)
      let factors = valueFactors(taste, index)
      let ofSet = index.valuesOfCode.map { $0.map { factors[Int($0)] }.max() ?? 1 }
      for row in affinity.indices where codes[row] >= 0 { affinity[row] *= ofSet[Int(codes[row])] }
    }
  }

  private func textFactors(_ taste: AudienceSegment.Taste, _ values: [String]) -> [Double] {
    if HeaderName.normalized(taste.attribute) == Attribute.inSeasonName {
      var factors = values.map { _ in 1.0 }
      for factor in taste.factors.reversed() {
        guard let truth = ScalarText.truth(factor.value) else {
          reader.report(
            .invalidScalar(key: taste.attribute, text: factor.value, expected: "true or false"),
            at: factor.location)
          continue
        }
        factors[truth ? 1 : 0] = factor.factor
      }
      return factors
    }
    guard catalog.position(of: taste.attribute).map({ catalog.columns[$0].isDays }) == true else {
      return valueFactors(taste, ValueIndex(texts: values))
    }
    var ranges: [(days: DayRange, factor: Double)] = []
    for factor in taste.factors {
      if let days = DayText.range(factor.value) {
        ranges.append((days, factor.factor))
      } else {
        reader.report(
          .invalidScalar(
            key: taste.attribute, text: factor.value,
            expected: "a day such as 2026-08-31, or days such as 2026-08-01..2026-08-31"), at: factor.location
        )
      }
    }
    return values.map { value in ranges.first { $0.days.contains(value) }?.factor ?? 1 }
  }

  /// The factor of each value of a column; 1 for those that are not listed.
  private func valueFactors(_ taste: AudienceSegment.Taste, _ index: ValueIndex) -> [Double] {
    var factors = [Double](repeating: 1, count: index.values.count)
    var named: Set<Int> = []
    for factor in taste.factors {
      guard let position = index.position(of: factor.standing) else {
        reportUnknown(factor.value, of: taste.attribute, known: index.values, at: factor.location)
        continue
      }
      if named.insert(position).inserted {
        factors[position] = factor.factor
      } else {
        reader.report(.listedTwice(factor.standing, key: taste.attribute), at: factor.location)
      }
    }
    return factors
  }
}

extension RuleBinder {
  /// Plans the views of a scenario, and says by what the forecast of each catalog row is multiplied; `nil` where the scenario
  /// has no views, or no plan of them.
  func planViews(of scenario: inout Scenario, _ seasonIndex: [Double]) throws(LineupError) -> [Double]? {
    let affinities = affinities(scenario.audience)
    guard let plan = scenario.views else {
      if let segment = scenario.audience.first {
        reader.warn(.other("\"audience\" changes no forecast without \"views\""), at: segment.location)
      }
      return nil
    }
    var answer: ViewsAnswer
    if let known = scenario.viewsAnswer {
      answer = known
    } else {
      answer = try ViewsAnswer(plan, audience: scenario.audience, goal: scenario.goal)
    }
    defer { scenario.viewsAnswer = answer }
    answer.auditedMix = nil
    guard answer.hasPlan else { return nil }
    let scale = scenario.viewsScale
    let audit = ViewsAudit(
      plan: plan, audience: scenario.audience, goal: scenario.goal, channels: answer.channels)
    answer.auditedMix = audit.mix(of: catalog, seasonIndex: seasonIndex).map { scale * $0 }
    let weights = AudienceMix(answer, audience: scenario.audience)
    var mix = [Double](repeating: weights.average, count: catalog.count)
    for (weight, affinity) in zip(weights.weights, affinities) where weight > 0 {
      for row in mix.indices { mix[row] += weight * affinity[row] }
    }
    return mix.map { scale * $0 }
  }
}
