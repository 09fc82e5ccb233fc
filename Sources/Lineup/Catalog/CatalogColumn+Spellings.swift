extension CatalogColumn {
  /// Makes one value of the spellings of each: the most frequent stands, of equals the first. Works on
  /// distinct values, and on rows only where two are alike.
  /// - Returns: What that changed.
  mutating func uniteSpellings(_ place: PlaceOfRows) -> CatalogNote? {
    switch values {
    case .numbers: return nil
    case .text(let codes, let written):
      guard let leaders = Spelling.leaders(of: written) else { return nil }
      var counts = [Int](repeating: 0, count: written.count)
      for code in codes where code >= 0 { counts[Int(code)] += 1 }
      let standing = Self.standing(leaders, counts)
      var tally = RepairTally()
      for row in codes.indices where codes[row] >= 0 {
        let code = Int(codes[row])
        guard standing[code] != code else { continue }
        tally.add(row: row) { .init(written: written[code], read: written[standing[code]]) }
      }
      values = ColumnValues.text(codes: codes, values: standing.map { written[$0] }).merged()
      return tally.note(.spellings, column: label, place)
    case .tags(let codes, let written):
      let index = ValueIndex(sets: written)
      guard let leaders = Spelling.leaders(of: index.values) else { return nil }
      var countsOfSets = [Int](repeating: 0, count: written.count)
      for code in codes where code >= 0 { countsOfSets[Int(code)] += 1 }
      var counts = [Int](repeating: 0, count: index.values.count)
      for (set, count) in zip(index.valuesOfCode, countsOfSets) {
        for value in set { counts[Int(value)] += count }
      }
      let standing = Self.standing(leaders, counts)
      // A cell may hold two spellings of one tag.
      let united = index.valuesOfCode.map { set in
        set.reduce(into: [String]()) { tags, value in
          let tag = index.values[standing[Int(value)]]
          if !tags.contains(tag) { tags.append(tag) }
        }
      }
      var tally = RepairTally()
      for row in codes.indices where codes[row] >= 0 {
        let code = Int(codes[row])
        guard united[code] != written[code] else { continue }
        tally.add(row: row) {
          .init(written: written[code].joined(separator: "|"), read: united[code].joined(separator: "|"))
        }
      }
      values = ColumnValues.tags(codes: codes, sets: united).merged()
      return tally.note(.spellings, column: label, place)
    }
  }

  /// For each value the most frequent of its spellings, of equals the first.
  private static func standing(_ leaders: [Int32], _ counts: [Int]) -> [Int] {
    var best = [Int](0..<leaders.count)
    for code in leaders.indices {
      let leader = Int(leaders[code])
      if counts[code] > counts[best[leader]] { best[leader] = code }
    }
    return leaders.map { best[Int($0)] }
  }
}
