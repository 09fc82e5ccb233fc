/// A show against its plan: what was planned, what was sold, why the two differ, and what follows for the next one.
package struct ShowReview: Sendable {
  /// Sums of one side.
  package struct Side: Sendable, Equatable {
    package var units = 0.0
    package var gmv = Cents.zero
    package var views: Double?
    package var orders: Double?
  }

  package var scenario: String
  package var variant: String?
  package var date: ShowDate?
  package var inputs = InputDigests()
  package var planned = Side()
  package var actual = Side()
  /// The sales goal, where the scenario has one.
  package var goal: Double?
  package var funnel: FunnelBridge?
  package var bridge = Bridge()
  package var accuracy = Accuracy()
  /// As the tray has them, then what was added in the order of the sales.
  package var items: [ReviewItem] = []
  package var groups: [ReviewGroup] = []
  /// Every rule against all that was on air.
  package var rules: [RuleCheck] = []
  package var hindsight: Hindsight?
  package var factors = ForecastFactors()
  package var backTest = BackTest()
  package var next: NextRange
  package var warnings: [ReviewWarning] = []

  /// The show as others learn from it.
  package var past: PastShow {
    var past = PastShow(
      name: scenario, date: date,
      items: items.compactMap { item in
        guard item.standing == .planned, let demand = item.demand else { return nil }
        return PastShow.Item(
          spu: item.spu, actual: item.actual, demand: demand, stock: item.stock, isSoldOut: item.isSoldOut,
          values: item.values)
      }, plannedGMV: planned.gmv.amount, actualGMV: actual.gmv.amount)
    past.accuracy = accuracy
    past.rows = rules.map { .init(name: $0.row, holds: $0.holds, isSoft: $0.isSoft) }
    past.whole = factors.whole
    return past
  }

  package func count(_ standing: ReviewItem.Standing) -> Int { items.count { $0.standing == standing } }
}

/// What else a review is made of.
package struct ReviewSettings: Sendable {
  /// Views and orders that the show had.
  package var views: Double?
  package var orders: Double?
  /// Shows before it.
  package var history: [PastShow]
  package var belief: Double
  /// The share of shows that may be outside of the range of the next one.
  package var miss: Double
  /// Seconds for the best tray in hindsight.
  package var timeLimit: Double?

  package init(
    views: Double? = nil, orders: Double? = nil, history: [PastShow] = [],
    belief: Double = ForecastFactors.usualBelief, miss: Double = NextRange.usualMiss, timeLimit: Double? = nil
  ) {
    self.views = views
    self.orders = orders
    self.history = history
    self.belief = belief
    self.miss = miss
    self.timeLimit = timeLimit
  }
}

/// What the best tray would have been worth, had the demand been known.
package struct Hindsight: Sendable, Equatable {
  /// The objective of the tray as it was planned.
  package var planned: Double
  /// Its value at the demand of the show, and that of the best tray.
  package var valueThen: Double
  package var best: Double
  /// Whether the best tray is proven.
  package var isProven: Bool
  /// Rows that the planned tray misses under that demand; they bind on neither side.
  package var leftOut: [String]
  /// What the best tray has and the planned one has not, those that earn most first, and the other way round.
  package var comesIn: [String]
  package var goesOut: [String]

  /// What choosing other styles would have brought at most.
  package var choiceCost: Double { max(0, best - valueThen) }
  /// What the plan promised of this tray beyond what it was worth.
  package var forecastMiss: Double { planned - valueThen }
}
