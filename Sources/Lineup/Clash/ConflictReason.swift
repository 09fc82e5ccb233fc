/// Why the rows of a conflict cannot hold together: the figures that make it plain. The words are in
/// `Words+Conflict.swift` of the reports.
package enum ConflictReason: Sendable, Equatable {
  // Single styles

  /// Styles that are asked for and may not be on a tray.
  case ineligible([IneligibleStyle])
  /// It allows one of these, and all are locked.
  case allowsOne(of: [String])
  /// More styles are locked than may be on the tray.
  case lockedStyles(Int, most: Double)

  // What there is

  /// No style has any of these values.
  case noStyle(attribute: String, values: [String])
  /// So many candidates count towards it.
  case candidates(Int)
  /// What all candidates come to together.
  case reach(Double)
  /// So many styles are what both rows ask for.
  case group(CountedStyles)
  /// The same, and a share of the items that is no more for it.
  case shareOfGroup(CountedStyles, row: String, most: Double)
  /// The styles of a group have so many values of an attribute, of each of which so many are allowed.
  case cappedGroup(CountedStyles, attribute: String, values: Int, most: Double)

  // Offers

  /// So many candidates count towards a row that asks for an offer; so many more meet its `where`, and why one of them may
  /// not have its price.
  case offerCandidates(Int, offer: String, refused: Int, example: String, OfferTable.PriceReason)
  /// More kinds are always there than are allowed.
  case offersAlways([String], most: Double)
  /// More kinds are asked for, or always there, than are allowed.
  case offersAskedFor([String], most: Double)

  // Numbers of items

  /// A row asks for more items than are allowed.
  case asksForMore(row: String, least: Double, most: Double)
  /// The quotas together do.
  case quotasAskForMore(least: Double, most: Double)
  /// What counting and adding up show.
  case arithmetic(CountFinding.Reason)

  // What solving shows

  /// The least or most minutes that the locked styles take.
  case lockedMinutes(locks: Int, Extreme)
  /// The least or most minutes that items take which keep the other rows.
  case itemMinutes(Extreme)
  /// The most or least that a row can have while the others hold.
  case row(String, RuleCheck.Kind, Extreme, isAlone: Bool, of: GroupSupply?)

  /// The end of what can be had.
  package enum Extreme: Sendable, Equatable {
    case atMost(Double)
    case atLeast(Double)
  }

  /// The styles that a row counts, and how many of them are what other rows count.
  package struct GroupSupply: Sendable, Equatable {
    package var count: Int
    package var parts: [CountedStyles]
  }
}
