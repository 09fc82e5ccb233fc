extension GroupedProgram {
  /// Columns worth trying in a selection: those of least loss, but of columns that look the same to
  /// every row only as many as a few, best first; ascending.
  ///
  /// In a catalog of five prices the few hundred least losses are all one style in disguise.
  func promisingColumns(_ pricing: Pricing, limit: Int, alike: Int, always: [Int] = []) -> [Int] {
    var nearest = LargestFew<Int>(limit: 12 * limit)
    for column in 0..<columnCount { nearest.insert(column, merit(of: column, pricing)) }
    return firstFew(nearest.elements, limit: limit, alike: alike, with: Set(always)).sorted()
  }

  /// Columns of least loss of every kind that a row tells apart: for a row that asks for something, those that
  /// give to it, and for one with coefficients of both signs, those of either; of columns that look the same
  /// only a few; ascending.
  ///
  /// Where hundreds of columns tie, those of least loss may all be men's shirts.
  func stratifiedColumns(_ pricing: Pricing, ofEach few: Int) -> [Int] {
    var hasNegative = [Bool](repeating: false, count: rowCount)
    for position in rowIndex.indices where coefficient[position] < 0 {
      hasNegative[Int(rowIndex[position])] = true
    }
    var best: [LargestFew<Int>?] = (0..<2 * rowCount).map { index in
      let row = index / 2
      return hasNegative[row] || lower[row] > 0 ? LargestFew(limit: 6 * few) : nil
    }
    for column in 0..<columnCount {
      let merit = merit(of: column, pricing)
      for position in entries(of: column) {
        best[2 * Int(rowIndex[position]) + (coefficient[position] < 0 ? 1 : 0)]?.insert(column, merit)
      }
    }
    return best.reduce(into: Set<Int>()) { kept, best in
      kept.formUnion(firstFew(best?.elements ?? [], limit: few, alike: 3))
    }.sorted()
  }

  /// Poor duals leave thousands of groups with a gain and so without a loss: the gain breaks the tie.
  private func merit(of column: Int, _ pricing: Pricing) -> Double {
    -pricing.loss(column, self) + 1e-6 * pricing.reducedCost[column]
  }

  /// The first of the columns up to a limit, of those that look the same only a few.
  private func firstFew(
    _ columns: [Int], limit: Int, alike: Int, with always: Set<Int> = []
  ) -> Set<Int> {
    var kept = always
    var seen: [UInt64: Int] = [:]
    for column in columns where kept.count < limit {
      let signature = signature(of: column)
      let count = seen[signature, default: 0]
      guard count < alike else { continue }
      seen[signature] = count + 1
      kept.insert(column)
    }
    return kept
  }

  /// Local search among the columns of least loss.
  ///
  /// - Parameters:
  ///   - start: the columns selected at first.
  ///   - keeping: columns that are candidates whatever their loss.
  ///   - patience: iterations without a better selection after which it ends.
  func improve(
    from start: [Int], keeping: [Int] = [], _ pricing: Pricing, duals: [Double], limit: Int, patience: Int,
    _ control: SearchControl
  ) {
    let columns = promisingColumns(pricing, limit: limit, alike: 6, always: start + keeping)
    let (candidates, rows) = restricted(to: columns).withoutIdleRows()
    var search = LocalSearch(candidates, duals: rows.map { duals[$0] })
    let wanted = Set(start)
    search.start(columns.indices.filter { wanted.contains(columns[$0]) })
    var best: (value: Double, columns: [Int])?
    func consider(_ selection: [Int]) -> Bool {
      guard let value = control.consider(selection.map { candidates.original[$0] }) else { return false }
      if best.map({ value > $0.value }) ?? true { best = (value, selection) }
      return true
    }
    search.run(patience: patience, control) { selection, _ in consider(selection) }
    while let found = best, let better = PairExchange.improved(found.columns, candidates, control) {
      guard consider(better), let next = best, next.value > found.value else { break }
      search.start(next.columns)
      search.run(patience: 5, control) { selection, _ in consider(selection) }
    }
  }

  /// A hash of what the rows see of a column, the same for every order of its entries.
  func signature(of column: Int) -> UInt64 {
    var sum: UInt64 = 0
    for position in entries(of: column) {
      var mixed = UInt64(UInt32(bitPattern: rowIndex[position])) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= coefficient[position].bitPattern
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      sum &+= mixed ^ (mixed >> 31)
    }
    return sum
  }
}
