/// What a person should know of the partners, or of the search, before trusting a calendar of slots. The words
/// are in `Words+Slots.swift` of the reports.
package enum SlotsCaution: Sendable, Equatable {
  /// A column that `points` does not name: only numbers in it take points off.
  case ruleWithoutPoints(String)
  /// A column that holds no word or number of a rule anywhere; it counts nothing.
  case columnOfRemarks(String)
  /// Partners have a state for which the rule has no points.
  case stateWithoutPoints(String, column: String, partners: Int)
  /// `each` and the number of slots clash: the least, or the most, that all partners may have together.
  case each(ClosedRange<Int>, together: Int, slots: Int, isTooMany: Bool)
  /// What was done or guessed to read a table.
  case reading(CatalogNote)
  /// The search said why it is not the exact method's.
  case search(Caution)
}
