/// What a tray does with one kind of offer.
package struct OfferUse: Sendable, Equatable {
  package var offer: String
  package var isUsed: Bool
  /// How many items have it; `nil` for one on the whole show.
  package var items: Int?
  /// As typed; `nil` where it is not.
  package var lift: Double?
  /// As typed: a number, or the column that gives it.
  package var elasticity: Elasticity?
  /// What buyers pay less for it.
  package var saving: Double
  /// What it costs, in objective units; 0 where it is not used.
  package var cost: Double

  package enum Elasticity: Sendable, Equatable {
    case number(Double)
    case column(String)
  }
}

extension OfferKind {
  /// The elasticity as typed.
  package var elasticity: OfferUse.Elasticity? {
    switch demand {
    case .none, .lift: nil
    case .elasticity(let number): .number(number)
    case .elasticityColumn(let name, _): .column(name)
    }
  }
}

extension AuditedTray {
  /// The names of the kinds that are used: those that an item has, those on the whole show, and those always there.
  var usedOffers: Set<String> {
    var used = Set(items.compactMap { $0.offer?.name })
    for kind in scenario.offers?.kinds ?? [] where !kind.never {
      if kind.always || (kind.isShowWide && wideOffers.contains(kind.name)) { used.insert(kind.name) }
    }
    return used
  }

  /// What each kind comes to.
  var offerUses: [OfferUse] {
    guard let offers = scenario.offers else { return [] }
    let used = usedOffers
    var left = 1.0
    return offers.kinds.map { kind in
      let isUsed = used.contains(kind.name)
      let own = items.filter { $0.offer?.name == kind.name }
      var saving = own.reduce(0) { $0 + ($1.price - $1.offerPrice) * $1.units }
      if kind.isShowWide {
        saving = 0
        if isUsed {
          saving = items.reduce(0) { $0 + $1.offerPrice * $1.units * left * kind.gives }
          left *= 1 - kind.gives
        }
      }
      return OfferUse(
        offer: kind.name, isUsed: isUsed, items: kind.isShowWide ? nil : own.count, lift: kind.lift,
        elasticity: kind.elasticity, saving: saving, cost: isUsed ? kind.cost : 0)
    }
  }
}
