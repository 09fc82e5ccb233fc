/// What can be summed over the selected options (contract, section 3).
public enum Measure: Sendable, Hashable {
  /// 1 an option.
  case items
  /// Air time, by pitch.
  case minutes
  /// Expected units, by pitch.
  case units
  /// Price times units.
  case gmv
  /// Price less cost, times units.
  case margin
  /// Price times stock.
  case stockValue
  /// The price on air, in a scenario with offers.
  case offerPrice
  /// What buyers pay less than the catalog's price, times units, in a scenario with offers.
  case saving
  /// A numeric column of the catalog, its value once for each selected SPU.
  case column(String)

  /// The measures that need no column, by name.
  static let named: [(name: String, measure: Measure)] = [
    ("items", .items), ("minutes", .minutes), ("units", .units), ("gmv", .gmv), ("margin", .margin),
    ("stock_value", .stockValue),
  ]

  /// Those that scenarios with offers have beside these.
  static let ofOffers: [(name: String, measure: Measure)] = [
    ("offer_price", .offerPrice), ("saving", .saving),
  ]

  /// The measure of that name in a scenario that may have offers, else the column of that name.
  init(named name: String, withOffers: Bool) {
    let normalized = HeaderName.normalized(name)
    if withOffers, let measure = Self.ofOffers.first(where: { $0.name == normalized })?.measure {
      self = measure
    } else {
      self.init(named: name)
    }
  }

  /// The measure of that name, else the column of that name.
  package init(named name: String) {
    let normalized = HeaderName.normalized(name)
    self = Self.named.first { $0.name == normalized }?.measure ?? .column(name)
  }

  /// The name as the contract spells it, or the column's as written.
  package var name: String {
    if case .column(let column) = self { return column }
    return (Self.named + Self.ofOffers).first { $0.measure == self }?.name ?? ""
  }

  /// Whether sums are whole numbers of things.
  var isCount: Bool { self == .items }
}

/// What a tray is chosen to maximise.
package struct Objective: Sendable {
  /// A measure and its weight.
  package struct Part: Sendable {
    package var measure: Measure
    package var weight: Double
    package var location: SourceLocation?
  }

  package var parts: [Part]
  /// Whether it was written as a mapping of weights and not as one measure.
  package var isWeighted: Bool

  package static let gmv = Objective(
    parts: [Part(measure: .gmv, weight: 1, location: nil)], isWeighted: false)
}
