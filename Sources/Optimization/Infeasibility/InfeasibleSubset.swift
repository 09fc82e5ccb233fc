/// A set of row units that no selection meets together.
package struct InfeasibleSubset: Sendable, Equatable {
  /// Ascending.
  package var units: [Int]
  /// Whether it is proven that any of the units could be met without one of them; false where a
  /// budget ended a proof.
  package var isIrreducible: Bool

  package init(units: [Int], isIrreducible: Bool) {
    self.units = units
    self.isIrreducible = isIrreducible
  }

  /// Finds an irreducible set by QuickXplain (Junker 2004), first among blocks of units, then among
  /// the units of the blocks found: O(k log(n / k)) questions for k units of n.
  ///
  /// All units together must be infeasible. An unanswered question keeps its units, so the set is
  /// always infeasible, and then not proven irreducible.
  ///
  /// - Parameter blocks: units that are likely to stand or fall together, such as the rows of one rule.
  package static func find(
    with oracle: FeasibilityOracle, blocks: [[Int]]
  ) throws(SolverError) -> InfeasibleSubset {
    var search = QuickXplain(oracle: oracle)
    let chosen = try search.irreducible(blocks)
    var units = chosen.flatMap { blocks[$0] }
    if units.count > chosen.count {
      let single = units.map { [$0] }
      units = try search.irreducible(single).map { units[$0] }
    }
    return InfeasibleSubset(units: units.sorted(), isIrreducible: search.isProven)
  }
}

/// One run of QuickXplain over items, each a set of units.
private struct QuickXplain {
  let oracle: FeasibilityOracle
  var isProven = true

  init(oracle: FeasibilityOracle) {
    self.oracle = oracle
  }

  /// The positions of an irreducible infeasible set of items.
  mutating func irreducible(_ items: [[Int]]) throws(SolverError) -> [Int] {
    if items.isEmpty { return [] }
    return try explain(items, background: [], hasNews: false, among: Array(items.indices)).sorted()
  }

  private mutating func explain(
    _ items: [[Int]], background: [Int], hasNews: Bool, among candidates: [Int]
  ) throws(SolverError) -> [Int] {
    if hasNews, try isInfeasible(background.flatMap { items[$0] }) { return [] }
    if candidates.count == 1 { return candidates }
    let middle = candidates.count / 2
    let first = Array(candidates[..<middle])
    let second = Array(candidates[middle...])
    let ofSecond = try explain(items, background: background + first, hasNews: true, among: second)
    let ofFirst = try explain(
      items, background: background + ofSecond, hasNews: !ofSecond.isEmpty, among: first)
    return ofFirst + ofSecond
  }

  private mutating func isInfeasible(_ units: [Int]) throws(SolverError) -> Bool {
    switch try oracle.verdict(on: units) {
    case .infeasible: return true
    case .feasible: return false
    case .unknown:
      isProven = false
      return false
    }
  }
}
