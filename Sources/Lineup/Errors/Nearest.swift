/// Finds what a misspelt name was meant to be.
package enum Nearest {
  /// The known name nearest to `word` by edit distance, if near enough to be meant: at most a third
  /// of its length away (one edit for short words), letter case aside. The first of equals wins.
  /// - Parameter limit: fewer edits than that third, where names are alike by nature, as ids are.
  package static func name(
    to word: String, among known: some Sequence<String>, limit: Int = .max
  ) -> String? {
    let target = Array(word.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      let allowed = min(limit, max(1, max(target.count, letters.count) / 3))
      guard abs(letters.count - target.count) <= allowed else { continue }
      let distance = editDistance(target, letters)
      if distance <= allowed, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
  /// (Damerau 1964). Time O(n m).
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row] + [Int](repeating: 0, count: second.count)
      for column in 1...second.count {
        let substitution = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
        current[column] = min(previous[column] + 1, current[column - 1] + 1, substitution)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          current[column] = min(current[column], beforePrevious[column - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
