import Lineup

extension Frontier.Point {
  /// What the show came to; `error` where it could not be made.
  var status: String {
    if case .success(let result) = result { result.status } else { "error" }
  }

  /// Why the show could not be made.
  var reason: String? {
    if case .failure(let error) = result { error.description } else { nil }
  }
}

extension LargestGoal {
  /// Whether it is known to be the largest, or that there is none.
  var isProven: Bool {
    switch self {
    case .exactly, .none: true
    case .between, .unknown: false
    }
  }
}
