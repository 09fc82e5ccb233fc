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
      // Where nodes are dear, selections are worth looking for all the same.
      let isPatient = hasImproved || program.columnCount > Self.fewColumns
      nextImprovement = visits + max(1, min(100, isPatient ? pause : 2 * pause))
    }

    /// The nodes of a program of no more columns cost no more than looking for selections does.
    static let fewColumns = 600

    /// Whether so little is missing that the bound may well be a selection's value, which is to be found.
    var isNearlyProven: Bool {
      guard let incumbent = control.incumbent else { return false }
      return control.bound - incumbent.value <= 1e-4 * abs(incumbent.value)
    }

    /// A small tree search among the columns of least loss: where selections tie with the bound, local
    /// search does not meet one of them. Two times of three it looks for no selection but one that nearly closes the gap,
    /// which leaves few nodes; it takes the longer, the more a node of the whole program costs.
    func polish(_ relaxation: Relaxation) throws(GLPKError) {
      let best = program.columns(of: control.incumbent)
      let columns = program.promisingColumns(
        relaxation.pricing, limit: min(300, max(150, program.columnCount / 20)), alike: 3,
        always: relaxation.columns(above: 0.01) + best)
      polishes += 1
      if let incumbent = control.incumbent, !polishes.isMultiple(of: 3) {
        control.target = incumbent.value + 0.8 * (control.bound - incumbent.value)
      }
      defer { control.target = -.infinity }
      _ = try Self.exhaust(
        program.restricted(to: columns), control, outerBound: .infinity,
        nodeLimit: max(150, min(1_000, program.columnCount / 40)))
    }
  }
#endif
