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
      let bound = max(next?.bound ?? -.infinity, open.greatestBound ?? -.infinity)
      // A search that has nothing left to look for is at its end.
      guard !program.hasGainIntervals, bound > control.cutoff else { return false }
      // Where nodes are dear the first few are to show whether the questions are needed.
      let isDear = nodeLimit == nil && program.columnCount > Self.fewColumns
      if startsTied, visits >= (isDear ? 8 : 1) { return true }
      guard visits >= progress.nextVisits, let incumbent = control.incumbent else { return false }
      let fall = progress.bound - bound
      progress.bound = bound
      progress.nextVisits = 2 * visits
      // Relaxations of shows whose amounts all differ tie in some twenty to thirty-five columns.
      return fall <= 0.2 * (bound - incumbent.value) && tiedColumns.count > 40
    }

    /// Notes whether the relaxation of the whole program ties in far more columns, of many gains, than it needs.
    func noteTies() {
      let tied = tiedColumns
      startsTied = tied.count > 64 && Set(tied.map { program.objective[$0] }).count > 20
    }

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
