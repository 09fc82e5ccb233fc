/// The codes that GLPK's solvers return when they end without a result, as `glpk.h` numbers them.
package enum ReturnCode: Int32, CaseIterable, Sendable {
  case invalidBasis = 1
  case singularMatrix = 2
  case illConditionedMatrix = 3
  case invalidBounds = 4
  case solverFailed = 5
  case objectiveLowerLimit = 6
  case objectiveUpperLimit = 7
  case iterationLimit = 8
  case timeLimit = 9
  case noPrimalFeasible = 10
  case noDualFeasible = 11
  case rootOptimumMissing = 12
  case stoppedByApplication = 13
  case gapReached = 14
  case noFeasible = 15
  case noConvergence = 16
  case numericalInstability = 17
  case invalidData = 18
  case resultOutOfRange = 19

  /// The constant's name in `glpk.h`.
  package var name: String {
    switch self {
    case .invalidBasis: "GLP_EBADB"
    case .singularMatrix: "GLP_ESING"
    case .illConditionedMatrix: "GLP_ECOND"
    case .invalidBounds: "GLP_EBOUND"
    case .solverFailed: "GLP_EFAIL"
    case .objectiveLowerLimit: "GLP_EOBJLL"
    case .objectiveUpperLimit: "GLP_EOBJUL"
    case .iterationLimit: "GLP_EITLIM"
    case .timeLimit: "GLP_ETMLIM"
    case .noPrimalFeasible: "GLP_ENOPFS"
    case .noDualFeasible: "GLP_ENODFS"
    case .rootOptimumMissing: "GLP_EROOT"
    case .stoppedByApplication: "GLP_ESTOP"
    case .gapReached: "GLP_EMIPGAP"
    case .noFeasible: "GLP_ENOFEAS"
    case .noConvergence: "GLP_ENOCVG"
    case .numericalInstability: "GLP_EINSTAB"
    case .invalidData: "GLP_EDATA"
    case .resultOutOfRange: "GLP_ERANGE"
    }
  }

  /// GLPK's own sentence for the code.
  package var sentence: String {
    switch self {
    case .invalidBasis: "invalid basis"
    case .singularMatrix: "singular matrix"
    case .illConditionedMatrix: "ill-conditioned matrix"
    case .invalidBounds: "invalid bounds"
    case .solverFailed: "solver failed"
    case .objectiveLowerLimit: "objective lower limit reached"
    case .objectiveUpperLimit: "objective upper limit reached"
    case .iterationLimit: "iteration limit exceeded"
    case .timeLimit: "time limit exceeded"
    case .noPrimalFeasible: "no primal feasible solution"
    case .noDualFeasible: "no dual feasible solution"
    case .rootOptimumMissing: "root LP optimum not provided"
    case .stoppedByApplication: "search terminated by application"
    case .gapReached: "relative mip gap tolerance reached"
    case .noFeasible: "no primal/dual feasible solution"
    case .noConvergence: "no convergence"
    case .numericalInstability: "numerical instability"
    case .invalidData: "invalid data"
    case .resultOutOfRange: "result out of range"
    }
  }
}
