import Optimization

/// Who solves parts of a month: the exact method, which its node limit ends and no clock; the heuristic in a build without
/// GLPK.
enum PartSolver {
  static var solver: any Solver {
    #if GLPK
      ExactSolver()
    #else
      HeuristicSolver()
    #endif
  }
}
