extension CatalogRows {
  /// Leaves out the rows that meet a condition of `leave_out`.
  mutating func leaveOut() {
    guard !settings.leaveOut.isEmpty else { return }
    let scopes: [Scope]
    do throws(LineupError) {
      scopes = try self.scopes(settings.leaveOut.map(\.condition))
    } catch {
      return problems.add(error.problems)
    }
    let stock = numbers(.stock)
    var counts = [Int](repeating: 0, count: scopes.count)
    var held = [Double](repeating: 0, count: scopes.count)
    var places = [[FileLine]](repeating: [], count: scopes.count)
    let place = place
    var kept: [Int] = []
    kept.reserveCapacity(count)
    for row in 0..<count {
      guard let met = scopes.firstIndex(where: { $0.contains(row: row) }) else {
        kept.append(row)
        continue
      }
      counts[met] += 1
      if let stock, !stock[row].isNaN { held[met] += stock[row] }
      if places[met].count < 3 { places[met] += place.lines(of: [row]) }
    }
    for (position, entry) in settings.leaveOut.enumerated() {
      let words = entry.condition.words
      flow.leftOut.append(.init(name: words, rows: counts[position]))
      notes.append(
        CatalogNote(
          .leftOut(words, stock: held[position]), count: counts[position], lines: places[position]))
    }
    if kept.count < count { keep(kept) }
  }
}

extension Where {
  /// As a scenario writes it: `状态: 下架`.
  package var words: String {
    clauses.map { "\($0.attribute): \($0.condition.words)" }.joined(separator: ", ")
  }
}

extension Condition {
  fileprivate var words: String {
    switch self {
    case .equals(let text, _): text
    case .anyOf(let all): "[\(all.map(\.words).joined(separator: ", "))]"
    case .not(let inner): "{ not: \(inner.words) }"
    case .has(let isFilled): "{ has: \(isFilled) }"
    }
  }
}
