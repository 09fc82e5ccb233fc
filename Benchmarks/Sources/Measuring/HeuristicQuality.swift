import Lineup

/// What the heuristic method makes of a show, against the exact one.
struct HeuristicQuality {
  let name: String
  private let exact: SolveResult
  private let heuristic: SolveResult

  init(name: String, exact: SolveResult, heuristic: SolveResult) {
    self.name = name
    self.exact = exact
    self.heuristic = heuristic
  }

  /// Whether there is a tray to be found.
  private var isFeasible: Bool { exact.tray != nil }

  /// How far the heuristic's tray is below the optimum, as a share of it; `nil` without a tray.
  private var shortfall: Double? {
    guard let found = heuristic.score?.value, let optimum = exact.bound else { return nil }
    return (optimum - found) / max(1e-9, abs(optimum))
  }

  /// Whether the heuristic's bound is no lower than a tray that is known, and a show with trays is not
  /// said to have none.
  private var isHonest: Bool {
    guard let known = exact.score?.value else { return heuristic.tray == nil }
    switch heuristic.outcome {
    case .infeasible: return false
    case .unknown, .optimal, .feasible: return heuristic.bound ?? .infinity >= known - 1e-6 * abs(known)
    }
  }

  var line: String {
    func number(_ value: Double?, _ digits: Int) -> String {
      value.map { MeasurementTable.fixed($0, digits) } ?? "-"
    }
    let cells = [
      (exact.status == "optimal" ? "" : "<= ") + number(exact.bound, 1),
      number(heuristic.score?.value, 1), number(shortfall.map { 100 * $0 }, 3),
      number(heuristic.score?.gap.map { 100 * $0 }, 3), number(heuristic.solver.seconds, 2),
    ]
    let padded = zip(cells, [14, 13, 9, 12, 9]).map { cell, width in
      String(repeating: " ", count: max(1, width - cell.count)) + cell
    }
    return name + String(repeating: " ", count: max(1, 20 - name.count)) + padded.joined()
      + (isHonest ? "" : "  FAULT: the bound is wrong") + (isFeasible ? "" : "  \(heuristic.status)")
  }

  static func summary(_ quality: [HeuristicQuality]) -> String {
    let feasible = quality.filter(\.isFeasible)
    let found = feasible.filter { $0.heuristic.tray != nil }
    let near = found.filter { ($0.shortfall ?? 1) <= 0.005 }
    let honest = quality.filter(\.isHonest)
    func share(_ part: Int, _ whole: Int) -> String {
      "\(part) of \(whole) (\(MeasurementTable.fixed(100 * Double(part) / Double(max(1, whole)), 1))%)"
    }
    return """
      a tray: \(share(found.count, feasible.count))
      within 0.5% of the optimum: \(share(near.count, feasible.count))
      bound valid: \(share(honest.count, quality.count))
      """
  }
}
