import Foundation
import TestSupport

@testable import Lineup
@testable import LineupFiles

/// Answers that are trays: what they say against every tray.
extension StoppedShow {
  func solving() -> StoppedAnswer.Question {
    { limit, isCancelled in
      let result = try show.solve(SolveSettings(timeLimit: limit), isCancelled: isCancelled)
      let left = show.leftOut(of: result, isCancelled: isCancelled)
      Answer(result, of: show, leftOut: left).render()
      return truth.faults(result) + left.flatMap { faults($0, beside: result) }
    }
  }

  private func faults(_ left: LeftOut, beside result: SolveResult) -> [String] {
    let most =
      small.locks.contains { $0.spu == left.spu } ? nil : truth.best { Truth.spus($0).contains(left.spu) }
    switch left.verdict {
    case .unknown: return []
    case .impossible: return most == nil ? [] : ["\(left.spu) cannot be on, but \(most ?? 0)"]
    case .costs(let cost, let isProven):
      guard let value = result.score?.value, let most else {
        return ["\(left.spu) costs \(cost), but cannot be on"]
      }
      let isRight = isProven ? Truth.isNear(cost, value - most) : !Truth.isLess(cost, than: value - most)
      return isRight ? [] : ["\(left.spu) costs \(cost), by other code \(value - most)"]
    }
  }

  func comparing() throws -> StoppedAnswer.Question {
    var other = small
    other.items = .init(2, 3)
    let truths = [truth, Truth(other)]
    return { limit, isCancelled in
      let contenders = file.contenders([
        .init(name: "base"), .init(name: "other", settings: ["show.items=2..3"]),
      ])
      let comparison = Comparison(of: contenders, SolveSettings(timeLimit: limit), isCancelled: isCancelled)
      Answer(comparison).render()
      return try zip(comparison.entries, truths).flatMap { try $1.faults($0.result.get()) }
    }
  }

  func varying() throws -> StoppedAnswer.Question {
    let truths = (1...3).map { count in
      var other = small
      other.items = .init(Double(count), Double(count))
      return Truth(other)
    }
    let varied = try VariedSetting("show.items=1,2,3", steps: 3)
    return { limit, isCancelled in
      let frontier = try file.frontier(
        varying: varied, variant: nil, settings: [], SolveSettings(timeLimit: limit), isCancelled: isCancelled
      )
      Answer(frontier).render()
      var faults = try zip(frontier.points, truths).flatMap { try $1.faults($0.result.get()) }
      faults += self.faults(try show.largestGoal(timeLimit: limit, isCancelled: isCancelled))
      return faults
    }
  }

  private func faults(_ goal: LargestGoal) -> [String] {
    var free = small
    free.goal = nil
    free.objective = .measure("gmv")
    free.rules.removeAll { $0.penalty != nil }
    let most = Truth(free).best
    switch goal {
    case .exactly(let amount):
      return Truth.isNear(amount, most ?? .infinity)
        ? [] : ["the largest goal is \(amount), not \(most ?? 0)"]
    case .between(let least, let upper):
      let isRight =
        !Truth.isLess(most ?? -.infinity, than: least) && !Truth.isLess(upper, than: most ?? -.infinity)
      return isRight ? [] : ["the largest goal is \(least)..\(upper), not \(most ?? 0)"]
    case .none: return most == nil ? [] : ["no goal can be reached, but \(most ?? 0)"]
    case .unknown: return []
    }
  }

  func trading() -> StoppedAnswer.Question {
    var free = small
    free.objective = .measure("margin")
    free.rules.removeAll { $0.penalty != nil }
    let truth = Truth(free)
    return { limit, isCancelled in
      let frontier = try show.tradeOff(
        between: .gmv, and: .margin, points: 3, timeLimit: limit, isCancelled: isCancelled)
      Answer(frontier).render()
      return try frontier.points.flatMap { point -> [String] in
        let floor = point.position ?? -.infinity
        return try truth.faults(point.result.get()) { names in
          // A floor within the tolerance of a tray's sum does not count.
          gmv(names) >= floor - 1e-6 * max(1, abs(floor))
        }
      }
    }
  }

  private func gmv(_ names: Set<String>) -> Double {
    small.options.reduce(0) { total, option in
      names.contains("\(small.styles[option.style].spu) \(small.allPitches[option.pitch].name)")
        ? total + small.value("gmv", option) : total
    }
  }

  func auditing() throws -> StoppedAnswer.Question {
    let ranked = truth.trays.sorted {
      ($1.value, $0.key.sorted().joined()) < ($0.value, $1.key.sorted().joined())
    }
    let own = ranked.dropFirst(ranked.count / 3).first?.key ?? []
    let list = try self.list(own.isEmpty ? ["\(small.styles[0].spu) \(small.allPitches[0].name)"] : own)
    return { limit, isCancelled in
      var settings = SolveSettings(timeLimit: limit)
      settings.explainsInfeasibility = false
      let comparison = try show.compareWithBest(list, settings, isCancelled: isCancelled)
      Answer(comparison, of: show).render()
      var faults = truth.faults(comparison.best)
      if comparison.review.keepsRules != !own.isEmpty { faults.append("the tray is judged wrong") }
      if comparison.review.keepsRules,
        Truth.isLess(comparison.best.score?.value ?? -.infinity, than: comparison.review.value)
      {
        faults.append("the best tray is worse than the one that is audited")
      }
      return faults
    }
  }

  func list(_ names: Set<String>) throws -> TrayList {
    try TrayList(
      names.sorted().map { name in
        let parts = name.split(separator: " ").map(String.init)
        return .init(
          spu: parts.dropLast().joined(separator: " "), pitch: parts.last,
          location: SourceLocation(source: "tray"))
      }, in: show)
  }

  func choosing() -> StoppedAnswer.Question {
    { limit, isCancelled in
      let alternatives = try show.alternatives(
        count: 3, differ: 1, timeLimit: limit, isCancelled: isCancelled)
      Answer(alternatives).render()
      var faults = alternatives.ending == .none ? truth.faults(alternatives.first) : []
      var earlier: [Set<String>] = []
      func differs(_ names: Set<String>) -> Bool {
        earlier.allSatisfy { !$0.subtracting(Truth.spus(names)).isEmpty }
      }
      var last = Double.infinity
      for entry in alternatives.comparison.entries {
        let result = try entry.result.get()
        faults += truth.faults(result, among: differs)
        if (result.within == nil) != earlier.isEmpty {
          faults.append("a part said to be all, or the other way")
        }
        if let value = result.score?.value {
          if Truth.isLess(last, than: value) { faults.append("a later tray is better: \(value), \(last)") }
          last = value
        }
        if let tray = result.tray { earlier.append(Truth.spus(Truth.names(tray))) }
      }
      if alternatives.ending == .exhausted, truth.best(where: differs) != nil {
        faults.append("there is another")
      }
      return faults
    }
  }
}
