/// How to plan a month.
package struct MonthSettings: Sendable {
  /// Relative gap at which a plan counts as proven.
  package var gap = 0.01
  /// Wall-clock seconds after which the best plan so far is the answer; `nil` for no limit.
  package var timeLimit: Double?
  package var way = Way.jointly
  package var kept: KeptPlan?
  /// Whether a small month too is planned as a large one is; for tests.
  package var treatsAsLarge = false

  package enum Way: Sendable, Equatable {
    case jointly
    /// Show after show with what is left: by date and start, or by what each is worth alone, largest first.
    case oneByOne(ofSize: Bool)
  }

  package init(gap: Double = 0.01, timeLimit: Double? = nil, way: Way = .jointly, kept: KeptPlan? = nil) {
    self.gap = gap
    self.timeLimit = timeLimit
    self.way = way
    self.kept = kept
  }
}

/// A plan of before that the new one is to be near to.
package struct KeptPlan: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var show: String
    package var spu: String
    package var pitch: String

    package init(show: String, spu: String, pitch: String) {
      self.show = show
      self.spu = spu
      self.pitch = pitch
    }
  }

  package var items: [Item]
  /// Shows up to this day keep their items and pitches.
  package var freeze: Day?
  /// What a later show pays for each item that it drops.
  package var steady: Double

  package init(items: [Item], freeze: Day? = nil, steady: Double = 0) {
    self.items = items
    self.freeze = freeze
    self.steady = steady
  }
}

/// Where the planning of a month stands.
package struct MonthProgress: Sendable, Equatable {
  /// What the best plan is worth; `nil` before the first that keeps every hard rule.
  package var value: Double?
  /// No plan is worth more; `nil` before the first bound.
  package var bound: Double?
  package var seconds: Double
  package var solves: Int
}
