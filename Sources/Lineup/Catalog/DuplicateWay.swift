/// How the cells of several rows become one.
package enum DuplicateWay: String, Sendable, Equatable, CaseIterable {
  /// Adds numbers; missing ones count nothing.
  case sum
  /// The first, and the last, that is filled.
  case first, last
  case least, greatest, mean
  /// The distinct values as tags, in their order.
  case list
  /// How many distinct values there are.
  case count

  /// Whether it needs numbers.
  var isOfNumbers: Bool { self == .sum || self == .mean }
}

/// What to do with further rows of an SPU.
package enum DuplicatePolicy: Sendable, Equatable {
  /// Chooses a row; its blank cells are filled from the style's other rows.
  case first, last, bestStock
  /// A way for each column; those that are not named take the first filled.
  case ways([ColumnWay])

  /// `on_duplicate: roll_up`
  package static let rollUp = DuplicatePolicy.ways(
    [CanonicalColumn.stock, .expectedUnits].map {
      ColumnWay(column: $0.rawValue, way: .sum, location: nil)
    })

  /// `stock: sum`
  package struct ColumnWay: Sendable, Equatable {
    /// By any of its names.
    package var column: String
    package var way: DuplicateWay
    /// `nil` where no column need be so called, as in `roll_up`.
    package var location: SourceLocation?

    package init(column: String, way: DuplicateWay, location: SourceLocation?) {
      self.column = column
      self.way = way
      self.location = location
    }
  }

  /// Whether a column becomes another even where every style has one row: a count, or tags.
  var changesSingleRows: Bool {
    if case .ways(let ways) = self { ways.contains { $0.way == .count || $0.way == .list } } else { false }
  }

  /// As the scenario says it.
  var name: String {
    switch self {
    case .first: "first"
    case .last: "last"
    case .bestStock: "best_stock"
    case .ways(let ways) where .ways(ways) == Self.rollUp: "roll_up"
    case .ways(let ways):
      "{ \(ways.map { "\(YAMLText.scalar($0.column)): \($0.way.rawValue)" }.joined(separator: ", ")) }"
    }
  }
}
