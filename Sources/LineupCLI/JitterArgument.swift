import ArgumentParser
import LineupFiles

/// `10%`, or `learned`: the spread that reviews have seen.
enum JitterArgument: ExpressibleByArgument {
  case share(Double)
  case learned

  init?(argument: String) {
    if argument == "learned" {
      self = .learned
    } else if let share = ShareArgument(argument: argument) {
      self = .share(share.share)
    } else {
      return nil
    }
  }

  /// The standard deviation of each forecast's error.
  /// - Throws: a usage error where the scenario takes no factors that say it.
  func share(in show: Show) throws(LineupError) -> Double {
    switch self {
    case .share(let share): return share
    case .learned:
      let place = SourceLocation(source: "--jitter learned")
      guard let reference = show.scenario.factors else {
        throw LineupError(
          [
            Problem(
              .other(
                "the scenario takes no factors; write demand: { factors: FILE }, a file of lineup review --learn"
              ),
              at: place)
          ], kind: .usage)
      }
      guard let spread = reference.factors?.spread else {
        throw LineupError(
          [
            Problem(
              .other("\(reference.path) has no \"spread\"; write it anew with lineup review --learn"),
              at: place)
          ],
          kind: .usage)
      }
      return min(1, spread)
    }
  }
}
