#if GLPK
  import GLPK

  extension TreeSearch {
    /// Whether to look for better selections from the current node: at the first few, then ever more
    /// rarely.
    func isTimeToImprove() -> Bool {
      visits += 1
      return visits >= nextImprovement
    }

    /// Says whether looking for better selections at the current node found one.
    func noteImprovement(_ hasImproved: Bool) {
      let pause = isNearlyProven ? visits / 6 : visits / 2
      nextImprovement = visits + max(1, min(100, hasImproved ? pause : 2 * pause))
    }

    /// Whether so little is missing that the bound may well be a selection's value, which is to be found.
    var isNearlyProven: Bool {
      guard let incumbent = control.incumbent else { return false }
      return control.bound - incumbent.value <= 1e-4 * abs(incumbent.value)
    }

    /// A small tree search among the columns of least loss: where selections tie with the bound, local
    /// search does not meet one of them.
    func polish(_ relaxation: Relaxation) throws(GLPKError) {
      let best = program.columns(of: control.incumbent)
      let columns = program.promisingColumns(
        relaxation.pricing, limit: min(300, max(150, program.columnCount / 20)), alike: 3,
        always: relaxation.columns(above: 0.01) + best)
      _ = try Self.exhaust(
        program.restricted(to: columns), control, outerBound: .infinity, nodeLimit: 150)
    }
  }
#endif
