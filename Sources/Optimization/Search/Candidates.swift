extension GroupedProgram {
  /// Columns worth trying in a selection: those of least loss, but of columns that look the same to
  /// every row only as many as a few, best first; ascending.
  ///
  /// In a catalog of five prices the few hundred least losses are all one style in disguise.
  ///
  /// - Parameter pace: where it stops the pass, the rest is not looked at.
  func promisingColumns(
    _ pricing: Pricing, limit: Int, alike: Int, always: [Int] = [], pace: Pace = Pace()
  ) -> [Int] {
    let nearest = pricing.nearest(self, limit: 12 * limit, pace: pace)
    var kept = Set(always)
    var seen: [UInt64: Int] = [:]
    for column in nearest where kept.count < limit {
      let signature = signature(of: column)
      let count = seen[signature, default: 0]
      guard count < alike else { continue }
      seen[signature] = count + 1
      kept.insert(column)
    }
    return kept.sorted()
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
    let columns = promisingColumns(
      pricing, limit: limit, alike: 6, always: start + keeping, pace: control.pace)
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

  /// Local search among the columns of least loss, from the rounded relaxation.
  ///
  /// A program of a few columns is solved before a local search over it has begun.
  func improve<Restricted>(
    from sifting: Sifting<Restricted>, limit: Int, patience: Int, _ control: SearchControl
  ) {
    guard columnCount > 40 else { return }
    let values = sifting.restricted.activeValues()
    let used = zip(sifting.restricted.active, values).filter { $0.1 > 0.01 }
    improve(
      from: used.filter { $0.1 > 0.5 }.map { Int($0.0) }, keeping: used.map { Int($0.0) }, sifting.pricing,
      duals: sifting.duals, limit: limit, patience: patience, control)
  }

  /// Pairs of exchanges from the incumbent, among far more columns than a local search can look at: where the
  /// bound is a selection's value, it is one that fills the rows to the last unit.
  func improveByPairs(_ pricing: Pricing, limit: Int, _ control: SearchControl) {
    var selection = columns(of: control.incumbent)
    guard selection.count == control.incumbent?.columns.count else { return }
    let columns = promisingColumns(pricing, limit: limit, alike: 3, always: selection)
    let candidates = restricted(to: columns)
    let wanted = Set(selection)
    selection = columns.indices.filter { wanted.contains(columns[$0]) }
    while let value = control.incumbent?.value, control.bound > control.cutoff,
      let better = PairExchange.improved(selection, candidates, control)
    {
      control.consider(better.map { candidates.original[$0] })
      guard let next = control.incumbent?.value, next > value else { return }
      selection = better
    }
  }

  /// The columns of a selection of the given program that are columns of this one, ascending.
  func columns(of selection: Selection?) -> [Int] {
    let known = Set(selection?.columns ?? [])
    return original.indices.filter { known.contains(original[$0]) }
  }

  /// A hash of what the rows see of a column, the same for every order of its entries.
  func signature(of column: Int) -> UInt64 {
    var hash = EntriesHash()
    for position in entries(of: column) { hash.combine(rowIndex[position], coefficient[position]) }
    return hash.value
  }
}
