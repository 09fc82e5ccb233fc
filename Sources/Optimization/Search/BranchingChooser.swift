/// Chooses what to branch on: whole-number rows first, then groups, by pseudo-costs (Bénichou et al.
/// 1971): the fall of the bound for each unit of rounding, as seen so far.
struct BranchingChooser {
  private let program: GroupedProgram
  private var costs: [PseudoCost]
  private var lastFraction = 0.5

  struct Choice {
    var question: Branching
    var upFirst: Bool
  }

  private struct PseudoCost {
    var down = (sum: 0.0, count: 0.0)
    var up = (sum: 0.0, count: 0.0)
  }

  init(_ program: GroupedProgram) {
    self.program = program
    costs = Array(repeating: PseudoCost(), count: program.rowCount + program.groupCount)
  }

  /// Notes what a decision did to the bound.
  mutating func learn(_ decision: Decision?, parentBound: Double, bound: Double) {
    guard let decision, parentBound < .infinity else { return }
    let fall = max(0, parentBound - bound)
    let key: Int
    switch decision.branching {
    case .row(let row, _): key = row
    case .columns(_, let group): key = program.rowCount + group
    }
    if decision.isUp {
      costs[key].up.sum += fall
      costs[key].up.count += 1
    } else {
      costs[key].down.sum += fall
      costs[key].down.count += 1
    }
  }

  /// The question to ask, `nil` where every group is decided.
  mutating func choose(_ subproblem: Subproblem, active: [Int32], values: [Double]) -> Choice? {
    var best: (score: Double, choice: Choice)?
    func offer(_ key: Int, fraction: Double, weight: Double, _ question: @autoclosure () -> Branching) {
      guard fraction > 1e-6, fraction < 1 - 1e-6 else { return }
      let cost = costs[key]
      let down = cost.down.count > 0 ? cost.down.sum / cost.down.count : 1e-3 * min(fraction, 1)
      let up = cost.up.count > 0 ? cost.up.sum / cost.up.count : 1e-3
      let score = weight * max(1e-6, down * fraction) * max(1e-6, up * (1 - fraction))
      if best.map({ score > $0.score }) ?? true {
        best = (score, Choice(question: question(), upFirst: fraction > 0.5))
      }
    }

    var activity = [Double](repeating: 0, count: program.rowCount)
    var groupSum: [Int: (sum: Double, greatest: Double, column: Int32, count: Int)] = [:]
    for (column, value) in zip(active, values) where value > 1e-9 {
      for position in program.entries(of: Int(column)) {
        activity[Int(program.rowIndex[position])] += program.coefficient[position] * value
      }
      let group = Int(program.group[Int(column)])
      let known = groupSum[group] ?? (0, 0, column, 0)
      groupSum[group] = (
        known.sum + value, max(known.greatest, value), value > known.greatest ? column : known.column,
        known.count + 1
      )
    }
    for row in 0..<program.rowCount where program.isIntegral[row] {
      let floor = activity[row].rounded(.down)
      offer(row, fraction: activity[row] - floor, weight: 10, .row(row, floor: floor))
    }
    for (group, known) in groupSum.sorted(by: { $0.key < $1.key }) {
      let key = program.rowCount + group
      if known.sum > 1e-6, known.sum < 1 - 1e-6 {
        let columns = program.columns(ofGroup: group).filter { !subproblem.isRemoved[$0] }.map { Int32($0) }
        offer(key, fraction: known.sum, weight: 1, .columns(columns, group: group))
      } else {
        offer(key, fraction: known.greatest, weight: 1, .columns([known.column], group: group))
      }
    }
    return best?.choice ?? undecided(subproblem)
  }

  /// Where the relaxation is whole but its selection was refused: any group that is still undecided.
  private func undecided(_ subproblem: Subproblem) -> Choice? {
    for group in 0..<program.groupCount {
      let columns = program.columns(ofGroup: group).filter { !subproblem.isRemoved[$0] }
      guard let first = columns.first, !subproblem.isForced[group] || columns.count > 1 else { continue }
      return Choice(question: .columns([Int32(first)], group: group), upFirst: true)
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
