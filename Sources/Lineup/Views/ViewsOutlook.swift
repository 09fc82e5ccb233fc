import Optimization

/// What `lineup views` says: the plan of views, what more of them would cost, what rows cost, and what if a channel is short.
package struct ViewsOutlook: Sendable {
  package let scenario: Scenario
  package let answer: ViewsAnswer
  /// The next 1,000 views; `nil` without a plan.
  package var next: Next?
  /// Rows that cost something, dearest first.
  package var prices: [Price] = []
  /// How many rows cost nothing.
  package var freeRows = 0
  package var shorts: [Short] = []
  /// The best tray at several parts of the views; empty where that was not asked for.
  package var worth: [Worth] = []
  package var targets: [ViewsTargets] = []
  /// Whether the time limit or a cancellation left something out.
  package var isCut = false
  package var cautions: [Caution] = []
  package var seconds = 0.0

  /// Views that are more than the plan's.
  package struct Next: Sendable, Equatable {
    /// Views less overlaps that are more; less than 1,000 where the channels have no more.
    package var views: Double
    /// What they cost; `nil` where there are none.
    package var cost: Double?
    /// By how many views each channel changes that does.
    package var channels: [Change]
    /// Whether there are 1,000.
    package var isWhole: Bool

    package struct Change: Sendable, Equatable {
      package var channel: String
      package var views: Double
    }
  }

  /// What a row costs.
  package struct Price: Sendable, Equatable {
    package var row: String
    package var kind: RuleCheck.Kind
    package var required: Bounds?
    /// What the plan costs less without the row.
    package var saving: Double
  }

  /// A channel that brings less than planned.
  package struct Short: Sendable {
    package var channel: String
    /// The part that is lacking.
    package var share: Double
    /// The plan of the others; without a plan, what clashes.
    package var answer: ViewsAnswer
    /// What the others can bring at most where there is no plan.
    package var most: ViewsClash.Most?
  }

  /// The best tray at a part of the views.
  package struct Worth: Sendable, Equatable {
    /// Of the views of the plan.
    package var part: Double
    /// Views less overlaps.
    package var views: Double
    /// The objective of the best tray; `nil` where there is none, or none was found.
    package var value: Double?
    package var isProven: Bool
    /// What the plan with so many views costs; `nil` where the channels cannot bring them.
    package var cost: Double?
  }

  /// Views of which one speaks: the next so many.
  package static let step = 1_000.0
}

extension Show {
  /// What is to be said of the plan of views.
  /// - Parameters:
  ///   - shorts: channels that bring less, and by what part.
  ///   - targets: the people of channels that have targets; their views are filled in.
  ///   - weighs: whether the show is solved at 80%, 100% and 120% of the views.
  ///   - timeLimit: seconds for each solve of the show.
  package func viewsOutlook(
    shorts: [(channel: String, share: Double)] = [], targets: [ViewsTargets] = [], weighs: Bool = true,
    timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> ViewsOutlook {
    let clock = SolveClock(limit: nil)
    guard let plan = scenario.views, let known = scenario.viewsAnswer else {
      throw LineupError(
        [
          Problem(
            .other(
              "the scenario has no plan of views; write a section \"views\" with \"base\" and \"channels\""),
            at: SourceLocation(source: scenario.source))
        ])
    }
    for short in shorts where !plan.channels.contains(where: { $0.name == short.channel }) {
      throw LineupError(
        [
          Problem(
            .unknownName(short.channel, what: "channel", known: plan.channels.map(\.name)),
            at: SourceLocation(source: "--short \(short.channel)"))
        ], kind: .usage)
    }
    let answer = try known.explained(isCancelled: isCancelled)
    var outlook = ViewsOutlook(scenario: scenario, answer: answer)
    outlook.cautions = cautions.filter { !known.cautions.contains($0) }
    defer { outlook.seconds = clock.seconds }
    guard answer.hasPlan else {
      outlook.isCut = isCancelled() || answer.status == .unknown
      return outlook
    }
    outlook.targets = targets
    for index in outlook.targets.indices {
      guard let channel = answer.channels.first(where: { $0.name == outlook.targets[index].channel }) else {
        continue
      }
      outlook.targets[index].split(channel.views)
    }
    outlook.next = try answer.next(isCancelled: isCancelled)
    if answer.status == .optimal {
      (outlook.prices, outlook.freeRows) = try answer.prices(isCancelled: isCancelled)
    }
    for short in shorts {
      outlook.shorts.append(try self.short(short.channel, short.share, answer, plan, isCancelled))
    }
    if weighs, !isCancelled() { outlook.worth = try worth(answer, timeLimit, isCancelled) }
    outlook.isCut = isCancelled()
    outlook.seconds = clock.seconds
    return outlook
  }

  private func short(
    _ name: String, _ share: Double, _ answer: ViewsAnswer, _ plan: ViewsPlan, _ isCancelled: () -> Bool
  ) throws(LineupError) -> ViewsOutlook.Short {
    var changed = plan
    if changed.total == nil, scenario.goal == nil, changed.fixed == nil {
      changed.total = Bounds(lower: plan.base)
    }
    var fixed = (changed.fixed ?? []).filter { $0.channel != name }
    for index in changed.channels.indices where changed.channels[index].name == name {
      guard let planned = answer.channels.first(where: { $0.name == name }) else { continue }
      // What it falls short by is no breach of its own range.
      changed.channels[index].minimum = nil
      changed.channels[index].range = Bounds(upper: max(planned.counted, plan.channels[index].counted.upper))
      if case .told(let rates, let limit) = changed.channels[index].source {
        changed.channels[index].source = .told(
          rates.map { ($0.segment, $0.rate * (1 - share)) }, limit: limit)
        fixed.append((name, .told((planned.told ?? []).map { ($0.segment, Double($0.people)) })))
      } else {
        fixed.append((name, .views((planned.views * (1 - share) + 1e-9).rounded(.down))))
      }
    }
    changed.fixed = fixed
    let program = ViewsProgram(changed, audience: scenario.audience, goal: scenario.goal)
    let other = try ViewsAnswer(program, scenario.audience, scenario.goal, isCancelled: isCancelled)
      .explained(isCancelled: isCancelled)
    return ViewsOutlook.Short(channel: name, share: share, answer: other, most: other.clash?.most)
  }

  private func worth(
    _ answer: ViewsAnswer, _ timeLimit: Double?, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(LineupError) -> [ViewsOutlook.Worth] {
    guard let net = answer.net, net > 0 else { return [] }
    var settings = SolveSettings(timeLimit: timeLimit)
    settings.explainsInfeasibility = false
    let parts = [0.8, 1, 1.2]
    let results = try ConcurrentMap.map(parts) { [settings] part throws(LineupError) in
      var scaled = self.scenario
      scaled.viewsScale = part
      let show =
        part == 1
        ? self
        : try Show(scaled, catalog: self.catalog, seasonTable: self.seasonTable, calendar: self.calendar)
      return try show.solve(settings, isCancelled: isCancelled)
    }
    var worth: [ViewsOutlook.Worth] = []
    for (part, result) in zip(parts, results) {
      let cost = part == 1 ? answer.cost : try answer.cost(ofNet: part * net, isCancelled: isCancelled)
      worth.append(
        .init(
          part: part, views: part * net, value: result.score?.value, isProven: result.status == "optimal",
          cost: cost))
    }
    return worth
  }
}

extension ViewsAnswer {
  /// The program of plans that bring more than this one.
  private var growing: ViewsProgram { status == .weighed ? program.growing(from: values) : program }

  fileprivate func next(isCancelled: () -> Bool) throws(LineupError) -> ViewsOutlook.Next? {
    guard let net, let cost else { return nil }
    func next(_ found: [Double], isWhole: Bool) -> ViewsOutlook.Next {
      let changes = zip(program.channels(found), channels).map {
        ViewsOutlook.Next.Change(channel: $0.name, views: $0.views - $1.views)
      }
      return .init(
        views: program.net(found) - net, cost: program.cost(found) - cost,
        channels: changes.filter { abs($0.views) > 1e-9 }, isWhole: isWhole)
    }
    let more = growing.with(.total, Bounds(lower: net + ViewsOutlook.step))
    switch try more.best(isCancelled: isCancelled) {
    case .plan(let found): return next(found, isWhole: true)
    case .stopped: return nil
    case .none: break
    }
    let open = growing.with(.total, Bounds(lower: net))
    guard let most = try open.extreme(.total, isGreatest: true, isCancelled: isCancelled),
      case .plan(let found) = try open.with(.total, Bounds(lower: most.amount)).best(isCancelled: isCancelled)
    else { return nil }
    if most.amount <= net + 1e-6 * max(1, net) {
      return .init(views: 0, cost: nil, channels: [], isWhole: false)
    }
    return next(found, isWhole: false)
  }

  /// What each row costs: the plan's cost less that of the plan without it.
  fileprivate func prices(
    isCancelled: () -> Bool
  ) throws(LineupError) -> (prices: [ViewsOutlook.Price], free: Int) {
    guard let cost else { return ([], 0) }
    var prices: [ViewsOutlook.Price] = []
    var free = 0
    for row in program.rows {
      let required = rows.first { $0.row == row.name }?.required
      if row.range == Bounds(), required == Bounds() { continue }
      guard case .plan(let other) = try program.without(row).best(isCancelled: isCancelled) else { continue }
      let saving = cost - program.cost(other)
      if saving > ViewsProgram.costTolerance(cost) {
        prices.append(.init(row: row.name, kind: row.figure, required: required, saving: saving))
      } else {
        free += 1
      }
    }
    return (prices.sorted { $0.saving > $1.saving }, free)
  }

  /// What a plan with so many views costs that asks for nothing else of their number; `nil` where there is none.
  fileprivate func cost(ofNet net: Double, isCancelled: () -> Bool) throws(LineupError) -> Double? {
    var other = program
    if status == .weighed { other = program.freed() }
    for row in other.rows where row.kind == .total || row.kind == .goal { other = other.without(row) }
    guard case .plan(let found) = try other.with(.total, Bounds(lower: net)).best(isCancelled: isCancelled)
    else {
      return nil
    }
    return program.cost(found)
  }
}
