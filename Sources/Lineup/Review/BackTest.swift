/// The honest test of factors: each show forecast with factors that were learned from the others only.
package struct BackTest: Sendable, Equatable {
  /// A show and its errors (WAPE); `nil` where nothing was sold.
  package struct Line: Sendable, Equatable {
    package var show: String
    package var without: Double?
    package var withFactors: Double?
    package var naive: Double?
  }

  /// A line a show, oldest first; none where there is one show only.
  package var lines: [Line] = []

  /// By how much the mean error has to fall for factors to be worth using.
  static let worthwhile = 0.05

  package init() {}

  /// - Complexity: one learning a show, on every core.
  package init(_ shows: [PastShow], belief: Double) {
    guard shows.count > 1 else { return }
    let order = shows.indices.sorted { first, second in
      let (one, other) = (shows[first].date?.description ?? "", shows[second].date?.description ?? "")
      return one == other ? first < second : one < other
    }
    lines = ConcurrentMap.values(order) { position in
      var others = shows
      let show = others.remove(at: position)
      let factors = ForecastFactors(learnedFrom: others, belief: belief)
      return Line(show, factors: factors)
    }
  }

  private func mean(_ figure: (Line) -> Double?) -> Double? {
    let figures = lines.filter { $0.without != nil && $0.withFactors != nil }.compactMap(figure)
    return figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
  }

  /// The mean errors over the shows.
  package var meanWithout: Double? { mean(\.without) }
  package var meanWith: Double? { mean(\.withFactors) }
  package var meanNaive: Double? { mean(\.naive) }

  /// Whether the mean error falls enough.
  package var isWorthUsing: Bool {
    guard let without = meanWithout, let with = meanWith, without > 0 else { return false }
    return with <= (1 - Self.worthwhile) * without * (1 + 1e-12)
  }
}

extension BackTest.Line {
  fileprivate init(_ show: PastShow, factors: ForecastFactors) {
    let tables = factors.tables
    func capped(_ units: Double, _ item: PastShow.Item) -> Double { min(item.stock ?? .infinity, units) }
    let pitchPlace = FactorAttribute.allCases.firstIndex(of: .pitch) ?? 0
    let plain = show.items.map { capped($0.demand, $0) }
    let corrected = show.items.map { item in
      var product = factors.whole
      for (place, attribute) in FactorAttribute.allCases.enumerated() where place < item.values.count {
        if let value = item.values[place] { product *= tables[attribute]?[value] ?? 1 }
      }
      return capped(item.demand * ForecastFactors.clipped(product), item)
    }
    let naive = Accuracy.naive(
      zip(show.items, plain).map { item, forecast in
        (pitchPlace < item.values.count ? item.values[pitchPlace] : nil, forecast, item.stock)
      })
    func wape(_ forecasts: [Double]) -> Double? {
      Accuracy(
        zip(show.items, forecasts).map {
          .init(forecast: $1, actual: $0.actual, isSoldOut: $0.isSoldOut)
        }
      ).wape
    }
    self.init(show: show.label, without: wape(plain), withFactors: wape(corrected), naive: wape(naive))
  }
}
