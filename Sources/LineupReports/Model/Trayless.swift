/// How many shows or settings have no tray, by what is known of them.
struct Trayless {
  /// Proven to have none.
  var proven = 0
  /// Ended before a tray or a proof was found.
  var open = 0
  /// Could not be solved at all.
  var failed = 0

  /// - Parameter outcomes: statuses of results, `error` where there is none.
  init(_ outcomes: [String]) {
    for outcome in outcomes {
      switch outcome {
      case "optimal", "feasible": break
      case "infeasible": proven += 1
      case "unknown": open += 1
      default: failed += 1
      }
    }
  }

  var count: Int { proven + open + failed }
  var areAllProven: Bool { proven == count }
}
