/// What a rule's attribute is: a column of the catalog, or one that Lineup derives.
package enum Attribute: Sendable {
  /// A distinct text a code; `in_season` is such a column with the values `true` and `false`.
  case text(codes: [Int32], values: [String])
  case tags(codes: [Int32], sets: [[String]])
  case numbers([Double])
  /// The option's pitch.
  case pitch
  /// The option's offer.
  case offer

  package static let pitchName = "pitch"
  /// Of an option, in a scenario with offers.
  package static let offerName = "offer"
  package static let inSeasonName = "in_season"
}

/// The distinct values of a column and which of them each code holds.
struct ValueIndex {
  /// In the order of first appearance.
  private(set) var values: [String] = []
  /// The positions in `values` of each code's values.
  private(set) var valuesOfCode: [[Int32]] = []
  private var positions: [String: Int32] = [:]

  init(texts: [String]) {
    self.init(sets: texts.map { [$0] })
  }

  init(sets: [[String]]) {
    valuesOfCode.reserveCapacity(sets.count)
    for set in sets {
      var indices: [Int32] = []
      for value in set {
        let position = positions[value] ?? Int32(values.count)
        if position == values.count {
          positions[value] = position
          values.append(value)
        }
        if !indices.contains(position) { indices.append(position) }
      }
      valuesOfCode.append(indices)
    }
  }

  func position(of value: String) -> Int? {
    positions[value].map(Int.init)
  }
}
