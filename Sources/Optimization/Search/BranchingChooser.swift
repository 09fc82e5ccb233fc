/// Chooses what to branch on, whole-number rows or groups, by pseudo-costs (Bénichou et al. 1971): the
/// fall of the bound for each unit of rounding, as seen so far.
struct BranchingChooser {
  private let program: GroupedProgram
  private var costs: [PseudoCost]
  /// At how many nodes in a row no probe of both answers lowered the bound.
  private var fruitless = 0
  /// The product of two falls that are none.
  private static let nothing = 1e-12

  struct Choice {
    var question: Branching
    var upFirst: Bool
    /// How far the relaxation is above the answer "down".
    var fraction: Double
  }

  private struct PseudoCost {
    var down = (sum: 0.0, count: 0.0)
    var up = (sum: 0.0, count: 0.0)
    var isReliable: Bool { down.count > 0 && up.count > 0 }
  }

  private struct Candidate {
    var key: Int
    var fraction: Double
    var question: Branching
    /// For a row, how many of the columns in use it concerns; for a group, what is at stake in gains and
    /// dual values.
    var weight: Double
  }

  init(_ program: GroupedProgram) {
    self.program = program
    costs = Array(repeating: PseudoCost(), count: program.rowCount + program.groupCount)
  }

  /// Notes what a decision did to the bound.
  mutating func learn(_ decision: Decision, fraction: Double, fall: Double) {
    let key: Int
    switch decision.branching {
    case .row(let row, _): key = row
    case .columns(_, let group): key = program.rowCount + group
    }
    if decision.isUp {
      costs[key].up.sum += max(0, fall) / max(0.05, 1 - fraction)
      costs[key].up.count += 1
    } else {
      costs[key].down.sum += max(0, fall) / max(0.05, fraction)
      costs[key].down.count += 1
    }
  }

  /// The question to ask, `nil` where every group is decided.
  ///
  /// - Parameter probe: estimates how far the bound falls after a decision; asked for the most promising
  ///   questions of which nothing is known yet (strong branching, Applegate, Bixby, Chvátal & Cook 1995,
  ///   until pseudo-costs are reliable, Achterberg, Koch & Martin 2005).
  mutating func choose<Failure: Error>(
    _ subproblem: Subproblem, active: [Int32], values: [Double], duals: [Double], effort: Effort,
    probe: (Decision) throws(Failure) -> Double
  ) throws(Failure) -> Choice? {
    let candidates = candidates(subproblem, active: active, values: values, duals: duals)
    guard !candidates.isEmpty else { return undecided(subproblem, active: active, values: values) }
    var observed: [Int: Double] = [:]
    func score(_ candidate: Candidate) -> Double { observed[candidate.key] ?? expected(candidate) }
    var bestScore = candidates.filter { costs[$0.key].isReliable }.map(score).max() ?? -1
    // On a plateau, where whatever is asked leaves the bound as it is, asking more is a waste.
    let effort = fruitless > 2 ? Effort.least : effort
    for unknown in unknownFirst(candidates) {
      var misses = 0
      for candidate in unknown.prefix(effort.limit) where misses < effort.patience {
        var falls: [Double] = []
        for isUp in [false, true] {
          let decision = Decision(branching: candidate.question, isUp: isUp)
          let fall = try probe(decision)
          learn(decision, fraction: candidate.fraction, fall: fall)
          falls.append(max(1e-9, fall))
        }
        misses += 1
        observed[candidate.key] = falls[0] * falls[1]
        if score(candidate) > bestScore {
          bestScore = score(candidate)
          misses = 0
        }
      }
    }
    if !observed.isEmpty { fruitless = observed.values.contains { $0 > Self.nothing } ? 0 : fruitless + 1 }
    var best: Candidate?
    for candidate in candidates where costs[candidate.key].isReliable {
      if best.map({ score(candidate) > score($0) }) ?? true { best = candidate }
    }
    return (best ?? candidates.first).map {
      Choice(question: $0.question, upFirst: $0.fraction > 0.5, fraction: $0.fraction)
    }
  }

  /// How many questions to probe at a node, and after how many that are no better than the best to stop.
  struct Effort {
    var limit: Int
    var patience: Int

    static let least = Effort(limit: 3, patience: 1)
    static let usual = Effort(limit: 12, patience: 5)
    /// Where the bound is loose, a few questions (is the promotion on?) matter more than all the others,
    /// and are worth looking for.
    static let thorough = Effort(limit: 60, patience: 40)
  }

  /// Questions of which nothing is known, on rows and on groups: the weighty ones in the balance first.
  private func unknownFirst(_ candidates: [Candidate]) -> [[Candidate]] {
    func rank(_ candidate: Candidate) -> Double {
      candidate.weight * min(candidate.fraction, 1 - candidate.fraction)
    }
    let sorted = candidates.filter { !costs[$0.key].isReliable }.enumerated().sorted {
      (rank($1.element), $0.offset) < (rank($0.element), $1.offset)
    }.map(\.element)
    return [sorted.filter { $0.key < program.rowCount }, sorted.filter { $0.key >= program.rowCount }]
  }

  private func expected(_ candidate: Candidate) -> Double {
    let cost = costs[candidate.key]
    let down = cost.down.sum / max(1, cost.down.count) * candidate.fraction
    let up = cost.up.sum / max(1, cost.up.count) * (1 - candidate.fraction)
    return max(1e-9, down) * max(1e-9, up)
  }

  private func candidates(_ subproblem: Subproblem, active: [Int32], values: [Double], duals: [Double])
    -> [Candidate]
  {
    var candidates: [Candidate] = []
    func offer(_ key: Int, _ fraction: Double, weight: Double, _ question: @autoclosure () -> Branching) {
      guard fraction > 1e-6, fraction < 1 - 1e-6 else { return }
      candidates.append(Candidate(key: key, fraction: fraction, question: question(), weight: weight))
    }
    var activity = [Double](repeating: 0, count: program.rowCount)
    var breadth = activity
    var groupSum: [Int: (sum: Double, greatest: Double, column: Int32)] = [:]
    for (column, value) in zip(active, values) where value > 1e-9 {
      for position in program.entries(of: Int(column)) {
        activity[Int(program.rowIndex[position])] += program.coefficient[position] * value
        breadth[Int(program.rowIndex[position])] += 1
      }
      let group = Int(program.group[Int(column)])
      let known = groupSum[group] ?? (0, 0, column)
      groupSum[group] = (
        known.sum + value, max(known.greatest, value), value > known.greatest ? column : known.column
      )
    }
    // A question is none unless either answer leaves less than there is.
    for row in 0..<program.rowCount where program.isIntegral[row] {
      let floor = activity[row].rounded(.down)
      guard subproblem.lower[row] <= floor, floor + 1 <= subproblem.upper[row] else { continue }
      offer(row, activity[row] - floor, weight: breadth[row], .row(row, floor: floor))
    }
    for (group, known) in groupSum.sorted(by: { $0.key < $1.key }) where isOpen(group, subproblem) {
      let key = program.rowCount + group
      var weight = abs(program.objective[Int(known.column)])
      for position in program.entries(of: Int(known.column)) {
        weight += abs(duals[Int(program.rowIndex[position])] * program.coefficient[position])
      }
      if known.sum > 1e-6, known.sum < 1 - 1e-6, !subproblem.isForced[group] {
        let columns = program.columns(ofGroup: group).filter { !subproblem.isRemoved[$0] }.map { Int32($0) }
        offer(key, known.sum, weight: weight, .columns(columns, group: group))
      } else {
        offer(key, known.greatest, weight: weight, .columns([known.column], group: group))
      }
    }
    return candidates
  }

  /// Whether it is undecided which column of a group is in, or whether any is.
  private func isOpen(_ group: Int, _ subproblem: Subproblem) -> Bool {
    var count = 0
    for column in program.columns(ofGroup: group) where !subproblem.isRemoved[column] { count += 1 }
    return count > (subproblem.isForced[group] ? 1 : 0)
  }

  /// Where the relaxation is whole, or nearly, but its selection was refused: a group that is still undecided, of those in
  /// use the one that is the least whole.
  private func undecided(_ subproblem: Subproblem, active: [Int32], values: [Double]) -> Choice? {
    var best: (column: Int32, value: Double, offWhole: Double)?
    for (column, value) in zip(active, values) where value > 1e-9 && !subproblem.isRemoved[Int(column)] {
      let offWhole = min(value, 1 - value)
      guard offWhole > best?.offWhole ?? -1, isOpen(Int(program.group[Int(column)]), subproblem) else {
        continue
      }
      best = (column, value, offWhole)
    }
    if let best {
      return Choice(
        question: .columns([best.column], group: Int(program.group[Int(best.column)])),
        upFirst: best.value > 0.5, fraction: 0.5)
    }
    for group in 0..<program.groupCount where isOpen(group, subproblem) {
      guard let first = program.columns(ofGroup: group).first(where: { !subproblem.isRemoved[$0] }) else {
        continue
      }
      return Choice(question: .columns([Int32(first)], group: group), upFirst: true, fraction: 0.5)
    }
    return nil
  }

  /// The columns of a subproblem in which every group is decided.
  func onlySelection(_ subproblem: Subproblem) -> [Int] {
    (0..<program.groupCount).flatMap { group in
      subproblem.isForced[group] ? program.columns(ofGroup: group).filter { !subproblem.isRemoved[$0] } : []
    }
  }
}
