#if GLPK
  import GLPK

  extension TreeSearch {
    /// Whether to look for better selections from the current node: at the first few, then ever more
    /// rarely.
    func isTimeToImprove() -> Bool {
      visits += 1
      guard visits == nextImprovement else { return false }
      nextImprovement = max(visits + 1, min(visits + 100, visits * 3 / 2))
      return true
    }

    /// A small tree search among the columns of least loss: where selections tie with the bound, local
    /// search does not meet one of them.
    func polish(_ relaxation: Relaxation) throws(GLPKError) {
      let known = Set(control.incumbent?.columns ?? [])
      let best = program.original.indices.filter { known.contains(program.original[$0]) }
      let columns = program.promisingColumns(
        relaxation.pricing, limit: min(300, max(150, program.columnCount / 20)), alike: 3,
        always: relaxation.columns(above: 0.01) + best)
      let part = program.restricted(to: columns)
      let tree = TreeSearch(
        part, control, sifting: try Sifting(part, control), outerBound: .infinity, nodeLimit: 150)
      _ = try tree.run()
    }
  }
#endif
