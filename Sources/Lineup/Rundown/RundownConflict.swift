import Optimization

/// Finds hard rules of a rundown that cannot all hold.
struct RundownConflict {
  let problem: RundownProblem
  let exactItems: Int
  let budget: SearchBudget

  /// Rules that clash, as few as are found by leaving out one after the other. Where it is proven that no order keeps
  /// all, a rule is left out only if that stays proven.
  /// - Parameter isProven: whether it is proven that no order keeps all.
  func clash(isProven: Bool) throws(LineupError) -> RundownClash {
    if let plain = plainClash { return plain }
    var kept = Self.hardRules(of: problem)
    var isProven = isProven
    for rule in kept {
      let fewer = kept.filter { $0 != rule }
      switch try RundownSolver(problem.keeping(fewer), exactItems: exactItems, budget: budget).solve() {
      case .order: break
      case .none(let isRefuted):
        if isProven, !isRefuted { continue }
        kept = fewer
        isProven = isRefuted
      }
    }
    return RundownClash(rules: kept, isProven: isProven, reason: .together)
  }

  /// What counting alone shows.
  private var plainClash: RundownClash? {
    for edge in [problem.opening, problem.closing].compactMap(\.self) {
      let members = edge.isMember.count { $0 }
      if members < min(edge.count, problem.items.count) {
        return RundownClash(
          rules: [edge.name], isProven: true, reason: .tooFewOfKind(asked: edge.count, there: members))
      }
    }
    for rule in problem.apart where rule.penalty == nil {
      for value in Set(rule.values.joined()).sorted() {
        let owners = rule.values.indices.filter { rule.values[$0].contains(value) }
        if owners.count > (problem.items.count + 1) / 2 {
          return RundownClash(
            rules: [rule.name], isProven: true,
            reason: .sharedValue(
              items: owners.count, of: problem.items.count,
              examples: owners.prefix(3).map { problem.items[$0].spu }))
        }
      }
    }
    for item in problem.items where item.earliest > item.latest {
      return RundownClash(
        rules: item.windowRules, isProven: true, reason: .doesNotFit(item.spu, seconds: item.seconds))
    }
    return nil
  }

  /// The hard rules by name, in the order of the scenario.
  static func hardRules(of problem: RundownProblem) -> [String] {
    var rules: [String] = []
    if problem.blocks != nil { rules.append(RundownProblem.blocksName) }
    rules += problem.every.filter { $0.penalty == nil }.map(\.name)
    rules += problem.apart.filter { $0.penalty == nil }.map(\.name)
    rules += [problem.opening, problem.closing].compactMap { $0?.name }
    for item in problem.items {
      if item.place != nil { rules.append("fixed \(item.spu)") }
      rules += item.windowRules
    }
    return rules.enumerated().filter { rules.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}

extension RundownProblem {
  /// The problem with these hard rules alone; soft rules ask for nothing.
  func keeping(_ rules: [String]) -> RundownProblem {
    var other = self
    other.every.removeAll { $0.penalty != nil || !rules.contains($0.name) }
    other.apart.removeAll { $0.penalty != nil || !rules.contains($0.name) }
    if !rules.contains(Self.blocksName) { other.blocks = nil }
    if !rules.contains(Self.openingName) { other.opening = nil }
    if !rules.contains(Self.closingName) { other.closing = nil }
    for position in other.items.indices {
      let item = other.items[position]
      if !rules.contains("fixed \(item.spu)") { other.items[position].place = nil }
      if !item.windowRules.allSatisfy(rules.contains) {
        other.items[position].earliest = 0
        other.items[position].latest = .max
      }
    }
    return other
  }
}
