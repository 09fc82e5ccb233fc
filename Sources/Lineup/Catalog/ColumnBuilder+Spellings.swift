extension ColumnBuilder {
  /// Makes one value of the spellings of each: the most frequent stands, of equals the first. Works on
  /// distinct values, and on rows only where two are alike.
  mutating func uniteSpellings(_ values: inout [String]) {
    guard let leaders = Spelling.leaders(of: values) else { return }
    var counts = [Int](repeating: 0, count: values.count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    let written = values
    let standing = Self.standing(leaders, counts)
    for row in codes.indices where codes[row] >= 0 {
      let code = Int(codes[row])
      guard standing[code] != code else { continue }
      repairs.spellings.add(row: row) { .init(written: written[code], read: written[standing[code]]) }
    }
    values = standing.map { written[$0] }
    merge(&values)
  }

  /// The same of tags, each cell holding several.
  mutating func uniteSpellings(ofTags sets: inout [[String]]) {
    var countsOfSets = [Int](repeating: 0, count: sets.count)
    for code in codes where code >= 0 { countsOfSets[Int(code)] += 1 }
    let index = ValueIndex(sets: sets)
    guard let leaders = Spelling.leaders(of: index.values) else { return }
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
    let written = sets
    for row in codes.indices where codes[row] >= 0 {
      let code = Int(codes[row])
      guard united[code] != written[code] else { continue }
      repairs.spellings.add(row: row) {
        .init(written: written[code].joined(separator: "|"), read: united[code].joined(separator: "|"))
      }
    }
    sets = united
    merge(&sets)
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
