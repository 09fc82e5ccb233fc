extension Show {
  /// The best-selling styles of each group that are not on the tray, and what each would cost, found by
  /// solving the show again with the style locked.
  ///
  /// Groups are the values of the first split over text, else the categories. The time is bounded: at
  /// most `limit` searches of `seconds` each.
  package func leftOut(
    of result: SolveResult, perGroup: Int = 2, limit: Int = 8, seconds: Double = 3,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [LeftOut] {
    guard let tray = result.tray, let score = result.score else { return [] }
    var left: [LeftOut] = []
    for row in nextBest(after: tray, perGroup: perGroup).prefix(limit) {
      let verdict =
        isCancelled()
        ? .unknown
        : verdict(
          lockingRow: row.row, value: score.value, isBest: result.status == "optimal", seconds: seconds,
          isCancelled: isCancelled)
      left.append(
        LeftOut(
          spu: catalog.spus[row.row], name: catalog.text(.name, row: row.row),
          brand: catalog.text(.brand, row: row.row), group: row.group, price: price[row.row], gmv: row.gmv,
          verdict: verdict))
    }
    return left
  }

  private struct Candidate {
    var row: Int
    var group: String
    var gmv: Double
  }

  /// In turns: the best of every group, then the second of every group.
  private func nextBest(after tray: Tray, perGroup: Int) -> [Candidate] {
    let onTray = Set(tray.items.map(\.spu))
    let column = groupColumn
    var best: [String: [Candidate]] = [:]
    var order: [String] = []
    var lastRow = -1
    for option in 0..<options.count {
      let row = Int(options.rows[option])
      let gmv = options.net(option, price: price[row]) * options.units[option]
      guard gmv > 0, !onTray.contains(catalog.spus[row]) else { continue }
      let group = column?.values.text(row: row) ?? "others"
      if best[group] == nil { order.append(group) }
      var known = best[group] ?? []
      if row == lastRow, let same = known.firstIndex(where: { $0.row == row }) {
        known[same].gmv = max(known[same].gmv, gmv)
      } else if known.count < perGroup || gmv > known[known.count - 1].gmv {
        known.append(Candidate(row: row, group: group, gmv: gmv))
      }
      known.sort { $0.gmv > $1.gmv }
      best[group] = Array(known.prefix(perGroup))
      lastRow = row
    }
    let groupsOnTray = tray.items.compactMap { item in
      catalog.row(ofSPU: item.spu).flatMap { column?.values.text(row: $0) } ?? "others"
    }
    let counts = Dictionary(groupsOnTray.map { ($0, 1) }, uniquingKeysWith: +)
    let ranked = order.enumerated().sorted {
      let first = counts[$0.element] ?? 0
      let second = counts[$1.element] ?? 0
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
    return (0..<perGroup).flatMap { place in
      ranked.compactMap { group in
        best[group].flatMap { $0.indices.contains(place) ? $0[place] : nil }
      }
    }
  }

  private var groupColumn: CatalogColumn? {
    for named in scenario.rules {
      guard let grouping = named.rule.grouping, case .found(let index)? = catalog.lookup(grouping.attribute)
      else { continue }
      if case .numbers = catalog.columns[index].values { continue }
      return catalog.columns[index]
    }
    return catalog.column(.category)
  }

  private func verdict(
    lockingRow row: Int, value: Double, isBest: Bool, seconds: Double,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> LeftOut.Verdict {
    var locked = scenario
    locked.locks.append(
      Lock(spu: catalog.spus[row], pitch: nil, location: SourceLocation(source: scenario.source)))
    var settings = SolveSettings(timeLimit: seconds)
    settings.explainsInfeasibility = false
    guard let show = try? rebound(to: locked),
      let result = try? show.solve(settings, isCancelled: isCancelled)
    else { return .unknown }
    // Below 0 against the best is rounding.
    func cost(_ score: SolveResult.Score) -> Double { max(isBest ? 0 : -.infinity, value - score.value) }
    switch result.outcome {
    case .optimal(_, let score): return .costs(cost(score), isProven: true)
    case .feasible(_, let score): return .costs(cost(score), isProven: false)
    case .infeasible: return .impossible
    case .unknown: return .unknown
    }
  }
}
