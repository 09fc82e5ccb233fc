import Lineup

/// A split of the items over the values of a column, in proportion to the candidates that have each.
struct StarterQuotas {
  let entry: StarterDraft.Entry

  /// - Returns: `nil` where the column has no few values that most candidates have.
  init?(_ canonical: CanonicalColumn, in show: Show, items: Int) {
    let counts = Self.counts(canonical, in: show)
    let all = show.candidates.count
    let known = counts.reduce(0) { $0 + $1.count }
    guard counts.count >= 2, known * 10 >= all * 8, items >= 4 else { return nil }
    let greatest = counts.sorted { $0.count > $1.count }.prefix(6).filter { $0.count * 20 >= all }
    guard greatest.count >= 2 else { return nil }
    let parts = greatest.map { value, count in
      let share = Double(items * count) / Double(all)
      let least = min(max(0, Int(share) - 1), count)
      let most = min(items, max(least + 1, Int(share.rounded(.up)) + 1))
      return "\(YAMLText.scalar(value)): \(least)..\(most)"
    }
    // What the quotas allow at most must reach the items, with those that have none of the values.
    let room = greatest.reduce(0) { room, value in
      room + min(value.count, Int((Double(items * value.count) / Double(all)).rounded(.up)) + 1)
    }
    guard room + (all - greatest.reduce(0) { $0 + $1.count }) >= items else { return nil }
    entry = .init(
      key: canonical.rawValue,
      value: "{ split: \(canonical.rawValue), items: { \(parts.joined(separator: ", ")) } }",
      remarks: [
        "in proportion to the candidates: \(greatest.map { "\($0.value) \($0.count)" }.joined(separator: ", "))"
      ])
  }

  /// How many items a cap on each value of a column lets in.
  static func mostUnder(cap: Int, _ canonical: CanonicalColumn, in show: Show) -> Int {
    let counts = counts(canonical, in: show)
    return counts.reduce(0) { $0 + min(cap, $1.count) } + show.candidates.count
      - counts.reduce(0) { $0 + $1.count }
  }

  private static func counts(_ canonical: CanonicalColumn, in show: Show) -> [(value: String, count: Int)] {
    guard let column = show.catalog.column(canonical), case .text(let codes, let values) = column.values
    else {
      return []
    }
    var counts = [Int](repeating: 0, count: values.count)
    for row in show.candidates where codes[Int(row)] >= 0 { counts[Int(codes[Int(row)])] += 1 }
    return values.indices.filter { counts[$0] > 0 }.map { (values[$0], counts[$0]) }
  }
}
