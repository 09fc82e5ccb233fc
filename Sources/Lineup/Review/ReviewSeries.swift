/// Reviews of a level or a partner, one after another.
package struct ReviewSeries: Sendable {
  /// A row of a rule and how often it was not kept on air.
  package struct BrokenRow: Sendable, Equatable {
    package var row: String
    package var broken: Int
    /// Shows that have the row.
    package var shows: Int
  }

  /// What was known after a show.
  package struct Standing: Sendable, Equatable {
    package var show: String
    package var factors: ForecastFactors
  }

  /// The shows of one scenario's name: a partner, a level.
  package struct Partner: Sendable, Equatable {
    package var name: String
    package var shows: Int
    package var planned: Double
    package var actual: Double
    /// Hard rows that were not kept on air, over all its shows.
    package var broken: Int
    /// Mean over its shows; `nil` where no show has one.
    package var wape: Double?
    package var bias: Double?

    /// Whether its shows sold what was planned.
    package var reachedPlan: Bool { actual >= planned }
  }

  /// Oldest first.
  package var shows: [PastShow]
  package var brokenRows: [BrokenRow]
  package var standings: [Standing]
  package var partners: [Partner]
  package var factors: ForecastFactors
  package var backTest: BackTest
  package var next: NextRange
  package var warnings: [ReviewWarning]

  /// - Parameter shows: in any order; of a show that is there twice the last counts.
  package init(
    _ shows: [PastShow], warnings: [ReviewWarning] = [], belief: Double = ForecastFactors.usualBelief,
    miss: Double = NextRange.usualMiss
  ) {
    self.warnings = warnings
    var known: [PastShow] = []
    for show in shows {
      if let place = known.firstIndex(where: { $0.isSame(as: show) }) {
        self.warnings.append(.twice(show.label))
        known[place] = show
      } else {
        known.append(show)
      }
      if show.date == nil { self.warnings.append(.undated(show.source ?? show.label)) }
    }
    func key(_ show: PastShow) -> String { show.date.map(\.description) ?? "" }
    let ordered = known.enumerated().sorted { first, second in
      let (one, other) = (key(first.element), key(second.element))
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
    self.shows = ordered
    standings = ConcurrentMap.values(Array(ordered.indices)) { position in
      let until = Array(ordered[...position])
      return Standing(
        show: ordered[position].label, factors: ForecastFactors(learnedFrom: until, belief: belief))
    }
    factors = standings.last?.factors ?? ForecastFactors()
    backTest = BackTest(ordered, belief: belief)
    factors.isWorthUsing = backTest.isWorthUsing
    next = NextRange(ordered.map { ($0.plannedGMV, $0.actualGMV) }, miss: miss)
    brokenRows = Self.brokenRows(of: ordered)
    partners = Self.partners(of: ordered)
  }

  private static func brokenRows(of shows: [PastShow]) -> [BrokenRow] {
    var counts: [String: (broken: Int, shows: Int, place: Int)] = [:]
    for row in shows.flatMap(\.rows) where !row.isSoft {
      let known = counts[row.name] ?? (0, 0, counts.count)
      counts[row.name] = (known.broken + (row.holds ? 0 : 1), known.shows + 1, known.place)
    }
    return counts.filter { $0.value.broken > 0 }.sorted { first, second in
      first.value.broken == second.value.broken
        ? first.value.place < second.value.place : first.value.broken > second.value.broken
    }.map { BrokenRow(row: $0.key, broken: $0.value.broken, shows: $0.value.shows) }
  }

  private static func partners(of shows: [PastShow]) -> [Partner] {
    var names: [String] = []
    for show in shows where !names.contains(show.name) { names.append(show.name) }
    func mean(_ figures: [Double]) -> Double? {
      figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
    }
    return names.map { name in
      let own = shows.filter { $0.name == name }
      return Partner(
        name: name, shows: own.count, planned: own.reduce(0) { $0 + $1.plannedGMV },
        actual: own.reduce(0) { $0 + $1.actualGMV },
        broken: own.flatMap(\.rows).count { !$0.holds && !$0.isSoft },
        wape: mean(own.compactMap(\.accuracy.wape)), bias: mean(own.compactMap(\.accuracy.bias)))
    }
  }

  /// Change of a figure a show, by least squares; `nil` where fewer than three shows have it.
  package func trend(_ figure: (PastShow) -> Double?) -> Double? {
    let points = shows.enumerated().compactMap { place, show in figure(show).map { (Double(place), $0) } }
    guard points.count > 2 else { return nil }
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.0 } / count
    let meanY = points.reduce(0) { $0 + $1.1 } / count
    let spread = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    return points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
  }
}
