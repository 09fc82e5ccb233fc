extension Subproblem {
  /// Excludes what no selection better than the cutoff contains, by the losses at a pricing of this
  /// subproblem: columns, and activities of whole-number rows far from the bound that their dual is on.
  ///
  /// Reason: a selection with a column is worth at most the bound less the column's loss; one whose row
  /// is d away from its bound at most the bound less d times the dual (Dantzig, Fulkerson & Johnson 1954).
  /// What is excluded at a node stays out below it, and each relaxation there is the tighter for it.
  mutating func exclude(worthlessAt cutoff: Double, _ pricing: Pricing, _ program: GroupedProgram) {
    let room = pricing.bound - cutoff
    guard room.isFinite else { return }
    for column in 0..<program.columnCount where !isRemoved[column] {
      if pricing.bound - pricing.loss(column, program) <= cutoff { isRemoved[column] = true }
    }
    for row in 0..<program.rowCount where program.isIntegral[row] {
      let dual = pricing.duals[row]
      let reach = room / abs(dual) + 1e-6
      guard reach < 1e6 else { continue }
      if dual > 0 {
        lower[row] = max(lower[row], (upper[row] - reach).rounded(.up))
      } else {
        upper[row] = min(upper[row], (lower[row] + reach).rounded(.down))
      }
    }
  }
}
