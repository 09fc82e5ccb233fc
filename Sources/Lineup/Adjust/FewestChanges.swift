import Optimization

/// The rows that bound the changes of a tray, and the search for the fewest that suffice.
///
/// With O the options of the old tray that the show still has, n the number of its items, and x the
/// options chosen, at most K changes are the two rows
///
///     sum over O of x       >=  n - K      (at most K leave)
///     sum of the other x    <=  K          (at most K come)
struct FewestChanges {
  /// Options of the old tray that the show has.
  let options: [Int32]
  /// Items of the old tray.
  let itemCount: Int
  let optionCount: Int

  /// - Parameter list: the old tray.
  init(_ list: TrayList, in show: Show) {
    options = show.options(of: list).options.sorted()
    itemCount = list.entries.count
    optionCount = show.optionCount
  }

  /// The rows that allow so many changes.
  func rows(atMost count: Int) -> [SideRow] {
    [
      SideRow(lower: Double(itemCount - count), entries: options.map { ($0, 1) }),
      SideRow(upper: Double(count), entries: others.map { ($0, 1) }),
    ]
  }

  /// How many changes a selection of columns is.
  func count(_ columns: [Int32]) -> Int {
    let old = Set(options)
    let chosen = columns.filter { Int($0) < optionCount }
    let stayed = chosen.count { old.contains($0) }
    return max(itemCount - stayed, chosen.count - stayed)
  }

  private var others: [Int32] {
    let old = Set(options)
    return (0..<Int32(optionCount)).filter { !old.contains($0) }
  }

  /// What is known of the fewest changes.
  enum Answer {
    /// So many suffice, by these columns; proven to be the fewest or not.
    case found(Int, [Int32], isProven: Bool)
    case infeasible
    case unknown
  }

  /// The fewest changes that keep every hard row, by bisection between two bounds: how many must leave,
  /// how many must come.
  /// - Parameter least: a count that is known to be too small, or 0.
  func search(_ program: Program, above least: Int, _ budget: SearchBudget) throws(SolverError) -> Answer {
    var low = least
    var best: (count: Int, columns: [Int32])?
    let question = program.feasibility
    for (chosen, weight) in [(options, 1.0), (others, -1.0)] {
      var objective = [Double](repeating: 0, count: program.columnCount)
      for option in chosen { objective[Int(option)] = weight }
      let report = try ExactSolver().solve(
        question.maximising(objective), limits: budget.limits(start: best?.columns), control: budget.control)
      switch report.outcome {
      case .infeasible: return .infeasible
      case .optimal(let selection, let bound), .feasible(let selection, let bound):
        let most = Int(saturating: (bound + 1e-6).rounded(.down))
        low = max(low, weight > 0 ? itemCount - most : -most)
        let count = count(selection.columns)
        if count < best?.count ?? .max { best = (count, selection.columns) }
      case .unknown: break
      }
    }
    guard var best else { return .unknown }
    var isProven = true
    while low < best.count {
      let middle = isProven ? (low + best.count) / 2 : low
      let report = try ExactSolver().solve(
        question.adding(rows(atMost: middle)), limits: budget.limits(), control: budget.control)
      switch report.outcome {
      case .optimal(let selection, _), .feasible(let selection, _):
        best = (count(selection.columns), selection.columns)
      case .infeasible: low = middle + 1
      case .unknown:
        if budget.isOver { return .found(best.count, best.columns, isProven: false) }
        isProven = false
        low = middle + 1
      }
    }
    return .found(best.count, best.columns, isProven: isProven)
  }
}
