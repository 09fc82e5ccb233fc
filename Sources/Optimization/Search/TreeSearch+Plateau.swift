#if GLPK
  extension TreeSearch {
    /// How far the search had come when it last asked whether it is on a plateau.
    struct Progress {
      var bound = Double.infinity
      /// At how many nodes to ask again.
      var nextVisits: Int

      init(_ program: GroupedProgram) {
        nextVisits = max(8, 8_000 / max(1, program.columnCount))
      }
    }

    /// Whether nodes lead nowhere for ties between columns of different gains, so that it is time to ask for
    /// `gainIntervals`.
    ///
    /// - Parameter next: the node to be expanded next, if that is settled.
    func isOnPlateau(_ next: SearchNode?) -> Bool {
      guard !program.hasGainIntervals else { return false }
      if startsTied, visits >= (nodeLimit == nil && program.columnCount > Self.fewColumns ? 8 : 1) { return true }
      guard visits >= progress.nextVisits, let incumbent = control.incumbent else { return false }
      let bound = max(next?.bound ?? -.infinity, open.greatestBound ?? -.infinity)
      let fall = progress.bound - bound
      progress.bound = bound
      progress.nextVisits = 2 * visits
      return fall <= 0.2 * (bound - incumbent.value) && tiedColumns.count > Self.manyTied
    }

    /// Notes whether the relaxation of the whole program has far more ways to its value than it takes.
    func noteTies(_ relaxation: Relaxation) {
      let gains = Set(tiedColumns.map { program.objective[$0] })
      let fractions = relaxation.values.count { $0 > 1e-6 && $0 < 1 - 1e-6 }
      startsTied = gains.count > max(24, 5 * (1 + fractions))
    }

    /// More columns than tie in relaxations of shows whose amounts all differ.
    private static let manyTied = 40

    /// The columns that neither gain nor lose at the duals of the last relaxation.
    private var tiedColumns: [Int] {
      let pricing = sifting.pricing
      let hair = 1e-9 * abs(pricing.bound)
      return (0..<program.columnCount).filter {
        abs(pricing.reducedCost[$0]) <= hair && pricing.loss($0, program) <= hair
      }
    }
  }
#endif
