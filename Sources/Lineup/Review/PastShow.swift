/// A show that is over, as factors are learned from it and series tell of it: what a review keeps.
package struct PastShow: Sendable, Equatable {
  /// An item that was planned and shown.
  package struct Item: Sendable, Equatable {
    package var spu: String
    /// Units sold.
    package var actual: Double
    /// Units forecast at the views that came, before stock and factors.
    package var demand: Double
    /// `nil` where it is not known.
    package var stock: Double?
    package var isSoldOut: Bool
    /// Its values, by `FactorAttribute.allCases`; `nil` where missing.
    package var values: [String?]

    package init(
      spu: String, actual: Double, demand: Double, stock: Double?, isSoldOut: Bool, values: [String?]
    ) {
      self.spu = spu
      self.actual = actual
      self.demand = demand
      self.stock = stock
      self.isSoldOut = isSoldOut
      self.values = values
    }
  }

  /// A row of a rule as it was on air.
  package struct Row: Sendable, Equatable {
    package var name: String
    package var holds: Bool
    package var isSoft: Bool

    package init(name: String, holds: Bool, isSoft: Bool) {
      self.name = name
      self.holds = holds
      self.isSoft = isSoft
    }
  }

  /// The scenario's name.
  package var name: String
  package var date: ShowDate?
  package var items: [Item]
  package var plannedGMV: Double
  package var actualGMV: Double
  package var accuracy = Accuracy()
  package var rows: [Row] = []
  /// The factor for all items that was learned after it.
  package var whole: Double?
  /// The file that it was read from; `nil` for the show under review.
  package var source: String?

  package init(
    name: String, date: ShowDate?, items: [Item], plannedGMV: Double, actualGMV: Double, source: String? = nil
  ) {
    self.name = name
    self.date = date
    self.items = items
    self.plannedGMV = plannedGMV
    self.actualGMV = actualGMV
    self.source = source
  }

  /// What it is called among others: its day, else its name.
  package var label: String { date.map { "\(name) \($0)" } ?? name }

  /// Whether it is the same show, reviewed twice.
  package func isSame(as other: PastShow) -> Bool { name == other.name && date == other.date }
}

extension PastShow {
  /// How old each show is, the newest 0: shows of one day are of one age, reviews without a day are older than all,
  /// and the show under review without one is the newest.
  static func ages(of shows: [PastShow]) -> [Int] {
    func key(_ show: PastShow) -> String {
      show.date.map(\.description) ?? (show.source == nil ? "9999-99-99" : "")
    }
    let days = Set(shows.map(key)).sorted(by: >)
    let ageOfDay = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    return shows.map { ageOfDay[key($0)] ?? 0 }
  }
}
