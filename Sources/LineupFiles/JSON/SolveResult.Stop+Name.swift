import Lineup

extension SolveResult.Stop {
  /// The words that programs read.
  var name: String {
    switch self {
    case .timeLimit: "time limit"
    case .cancelled: "interrupted"
    }
  }
}
