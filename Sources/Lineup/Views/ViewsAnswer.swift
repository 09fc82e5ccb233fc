/// What became of a scenario's plan of views: what each channel brings, and whether every row holds.
package struct ViewsAnswer: Sendable {
  package enum Status: String, Sendable {
    /// Proven: no plan costs less, and of those that cost as little none has fewer views, channel by channel.
    case optimal
    /// Every channel is fixed by the scenario; rows may be missed.
    case weighed
    /// Proven: no plan keeps every row.
    case infeasible
    /// A limit or a cancellation ended the search before a plan or a proof.
    case unknown
  }

  package let status: Status
  let program: ViewsProgram
  /// The whole numbers of the plan; empty where there is none.
  let values: [Double]
  /// In the order of the scenario; empty where there is no plan.
  package let channels: [Channel]
  /// Views less overlaps; `nil` where there is no plan.
  package var net: Double? { channels.isEmpty ? nil : channels.reduce(0) { $0 + $1.net } }
  package var cost: Double? { channels.isEmpty ? nil : channels.reduce(0) { $0 + $1.cost } }
  /// Every row, recomputed from the scenario; empty where there is no plan.
  package let rows: [RuleCheck]
  /// Why there is none, where that was asked for.
  package var clash: ViewsClash?
  /// By what the forecast of each style of the catalog is multiplied, by the code of the audit; `nil` without a plan.
  var auditedMix: [Double]?

  /// What a channel brings.
  package struct Channel: Sendable, Equatable {
    package var name: String
    package var views: Double
    /// People told, by segment; `nil` for a channel that tells nobody.
    package var told: [Told]?
    /// Views less those who come by another channel anyway.
    package var net: Double
    /// What it can bring at most: views, or people told; infinite where there is no end.
    package var most: Double
    /// `nil` where no conversion is said.
    package var orders: Double?
    /// `nil` where no conversion, or no order value, is said.
    package var gmv: Double?
    package var cost: Double

    package struct Told: Sendable, Equatable {
      package var segment: String
      package var people: Int
      package var rate: Double
    }

    /// What it counts: views, or people told.
    package var counted: Double { told.map { $0.reduce(0) { $0 + Double($1.people) } } ?? views }
    /// What the plan leaves unused; infinite where there is no end.
    package var room: Double { max(0, most - counted) }
  }

  /// Makes the plan of views that a scenario asks for.
  /// - Throws: where GLPK fails or is not in this build; a plan that fixes every channel needs none.
  init(
    _ plan: ViewsPlan, audience: [AudienceSegment], goal: Goal?, isCancelled: () -> Bool = { false }
  ) throws(LineupError) {
    try self.init(
      ViewsProgram(plan, audience: audience, goal: goal), audience, goal, isCancelled: isCancelled)
  }

  /// Makes the plan of a program that may differ from the scenario's.
  init(
    _ program: ViewsProgram, _ audience: [AudienceSegment], _ goal: Goal?, isCancelled: () -> Bool
  ) throws(LineupError) {
    self.program = program
    if program.isWeighed {
      status = .weighed
      values = program.fixed.compactMap(\.self)
    } else {
      switch try program.best(isCancelled: isCancelled) {
      case .plan(let found): (status, values) = (.optimal, found)
      case .none: (status, values) = (.infeasible, [])
      case .stopped: (status, values) = (.unknown, [])
      }
    }
    channels = values.isEmpty ? [] : program.channels(values)
    rows =
      values.isEmpty
      ? [] : ViewsAudit(plan: program.plan, audience: audience, goal: goal, channels: channels).rows
  }

  package var hasPlan: Bool { !channels.isEmpty }

  /// - Throws: where there is no plan, on which whatever is to be written would rest.
  fileprivate func requirePlan(of source: String) throws(LineupError) {
    if hasPlan { return }
    let why =
      status == .infeasible ? "no plan of views keeps every row" : "no plan of views was found in time"
    throw LineupError(
      [
        Problem(
          .other("\(why), so there are no forecasts to write; lineup views says what clashes"),
          at: SourceLocation(source: source))
      ])
  }

  /// What a person should know of it before trusting forecasts.
  var cautions: [Caution] {
    if !hasPlan { return [.noPlanOfViews(isProven: status == .infeasible)] }
    let missed = rows.filter { !$0.holds }.map(\.row)
    return missed.isEmpty ? [] : [.planOfViewsMisses(missed)]
  }

  /// The answer with why there is no plan.
  package func explained(isCancelled: () -> Bool = { false }) throws(LineupError) -> ViewsAnswer {
    guard status == .infeasible, clash == nil else { return self }
    var answer = self
    answer.clash = try program.clash(isCancelled: isCancelled)
    return answer
  }
}

extension Show {
  /// - Throws: where the scenario has views and no plan of them.
  package func requireViews() throws(LineupError) {
    try scenario.viewsAnswer?.requirePlan(of: scenario.source)
  }
}

extension ViewsProgram {
  /// What whole numbers are, channel by channel.
  func channels(_ values: [Double]) -> [ViewsAnswer.Channel] {
    plan.channels.enumerated().map { index, channel in
      let views = views(index, values)
      let orders = (channel.conversion ?? plan.conversion).map { views * channel.net * $0 }
      let told =
        channel.isTold
        ? zip(channel.rates, columns[index]).map { rate, column in
          ViewsAnswer.Channel.Told(segment: rate.segment, people: Int(values[column]), rate: rate.rate)
        } : nil
      return ViewsAnswer.Channel(
        name: channel.name, views: views, told: told, net: views * channel.net, most: channel.counted.upper,
        orders: orders,
        gmv: orders.flatMap { orders in (channel.orderValue ?? plan.orderValue).map { orders * $0 } },
        cost: channel.cost(of: counted(index, values)))
    }
  }
}
