/// Why a style may not be on a tray: the first reason that holds.
package enum Ineligibility: Sendable, Equatable {
  /// The catalog has it no longer.
  case notInCatalog
  /// A late change took it out.
  case withdrawn
  /// It has no price above 0.
  case noPrice
  /// It has no stock above 0.
  case noStock
  /// A condition of `eligible.where` does not hold: what the style has there, `nil` where it has nothing.
  case notEligible(attribute: String, has: String?)
  /// `ban` lists it.
  case banned
  /// No pitch's `where` holds for it.
  case noPitch
  /// It may not have the pitch that it would have to have.
  case notThisPitch(String)
  /// It may not have the offer that it would have to have: its price there, where it has one, and what is against it.
  case notThisOffer(String, price: Double?, OfferTable.PriceReason?)
  /// It may not be there with that pitch, and nothing more is known.
  case notThere
}

/// A style that may not be on a tray, and why.
package struct IneligibleStyle: Sendable, Equatable {
  package var spu: String
  package var reason: Ineligibility
}
