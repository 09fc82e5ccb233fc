/// What a rule's rows count or add up, as far as counting alone can show that they cannot hold.
enum RuleArithmetic: Sendable {
  /// One row: the sum of a measure over the items that meet its condition.
  case sum(Measure, range: Bounds, isOfAll: Bool)
  /// A row for each of these values of an attribute: the number of items that have it.
  case quotas(attribute: String, [Quota])
  /// A row for each value of an attribute that occurs, all with one range.
  case each(attribute: String, range: Bounds)
  /// The share that some items have in the number of all.
  case shareOfItems(range: Bounds)
  /// The average of a column over all items.
  case average(column: String, range: Bounds)

  /// A listed value, as it is written, and how many items are to have it.
  struct Quota: Sendable {
    var value: String
    var range: Bounds
  }
}
