import Optimization

extension Show {
  /// Looks at the show without solving it.
  /// - Complexity: O(styles x columns + options x rules).
  package func check() -> CheckReport {
    CheckReport(
      columns: catalog.columns.map(summary), unusedHeaders: catalog.unusedHeaders, oddities: oddities(),
      notes: catalog.notes + catalog.idNotes(), forecast: forecastSource,
      moved: movedStyles(), styles: catalog.count, flow: catalog.flow,
      lacksForecast: missingForecast() != nil,
      candidates: candidates.count, options: optionCount, exclusions: exclusions,
      rows: rowSupplies(), cautions: cautions + (missingForecast().map { [.noForecast($0)] } ?? []),
      impossible: impossibilities(), effects: audienceEffects())
  }

  private func summary(of column: CatalogColumn) -> ColumnSummary {
    var summary = ColumnSummary(
      header: column.header, name: column.name, isCanonical: column.canonical != nil, kind: "",
      emptyCells: column.emptyCells, distinctValues: nil, range: nil, examples: [])
    switch column.values {
    case .text(_, let values):
      summary.kind = "text"
      summary.distinctValues = values.count
      summary.examples = Array(values.prefix(3))
    case .tags(_, let sets):
      let index = ValueIndex(sets: sets)
      summary.kind = "tags"
      summary.distinctValues = index.values.count
      summary.examples = Array(index.values.prefix(3))
    case .numbers(let numbers):
      summary.kind = "numbers"
      let filled = numbers.lazy.filter { !$0.isNaN }
      if let least = filled.min(), let most = filled.max() { summary.range = least...most }
      summary.distinctValues = Set(filled).count
      summary.examples = filled.prefix(3).map(plain)
    }
    return summary
  }

  private func oddities() -> [Oddity] {
    var found: [Oddity] = []
    func look(_ finding: String, _ isOdd: (Int) -> Bool) {
      let rows = (0..<catalog.count).filter(isOdd)
      if !rows.isEmpty {
        found.append(
          Oddity(finding: finding, count: rows.count, lines: catalog.place.lines(of: rows.prefix(5))))
      }
    }
    look("no price") { price[$0].isNaN }
    look("price is not above 0") { price[$0] <= 0 }
    look("no stock figure") { stock[$0].isNaN }
    look("stock is below 0") { stock[$0] < 0 }
    look("cost is below 0") { cost[$0] < 0 }
    look("cost is not below price") { cost[$0] >= price[$0] && price[$0] > 0 }
    if let listPrice = catalog.numbers(.listPrice) {
      look("list price is below the live price") { listPrice[$0] < price[$0] }
    }
    if let (name, units) = catalog.forecastSource(scenario.demand) {
      look("\(name) is below 0 and counts as 0 units") { units[$0] < 0 }
    }
    if let units = catalog.numbers(.expectedUnits) {
      look("forecast is above stock") { units[$0] > stock[$0] && stock[$0] > 0 }
    }
    return found
  }

  private func rowSupplies() -> [RowSupply] {
    let (counts, reaches) = supplyOfRows()
    var rowOfName: [String: Int] = [:]
    for block in plan.blocks {
      for offset in 0..<block.count {
        if case .values(let values) = block.labels {
          rowOfName["\(block.rule): \(values[offset])"] = block.firstRow + offset
        } else if offset == 0 {
          rowOfName[block.rule] = block.firstRow
        }
      }
    }
    let empty = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    let rowsWithOption = Set(options.rows)
    let checks = scenario.allRules.flatMap { frame, rule, _ in
      rule.audit(frame, of: empty).map { (check: $0, together: rule.allOrNone) }
    }
    return checks.map { check, together in
      let row = rowOfName[check.row]
      // An all-or-none rule has rows by pairs, none of which names all of its SPUs.
      let candidates =
        together?.count { spu in
          catalog.row(ofSPU: spu.spu).map { rowsWithOption.contains(Int32($0)) } ?? false
        } ?? row.map { counts[$0] } ?? 0
      let lower = check.required?.lower ?? -.infinity
      let reach = check.kind == .amount ? row.map { reaches[$0] } : nil
      let available = check.kind == .count ? Double(candidates) : reach
      let isOwnCount = check.actual != nil
      let isShort =
        isOwnCount && lower > 0
        && (available.map { $0 < lower - RowTolerance.ofSize(lower) } ?? (candidates == 0))
      return RowSupply(
        rule: check.rule, row: check.row, kind: check.kind, required: check.required,
        isSoft: check.isSoft, candidates: candidates, reach: reach,
        isShort: isShort && (check.kind == .count || check.kind == .amount))
    }
  }

  /// For each row of the plan, the candidates with an option in it and the sum of their best options.
  func supplyOfRows() -> (counts: [Int], reaches: [Double]) {
    var counts = [Int](repeating: 0, count: plan.lower.count)
    var reaches = [Double](repeating: 0, count: plan.lower.count)
    // The best option of the style in each row, and the rows that it has one in.
    var best = [Double](repeating: -.infinity, count: plan.lower.count)
    var reached: [Int] = []
    func enter(_ row: Int32, _ value: Double) {
      let row = Int(row)
      if best[row] == -.infinity { reached.append(row) }
      best[row] = max(best[row], value)
    }
    func close() {
      for row in reached {
        counts[row] += 1
        reaches[row] += max(0, best[row])
        best[row] = -.infinity
      }
      reached.removeAll(keepingCapacity: true)
    }
    let terms = plan.terms.filter { $0.factor == 1 }
    var styleRow = -1
    var active: [Int] = []
    for option in 0..<options.count {
      let row = Int(options.rows[option])
      let pitch = Int(options.pitches[option])
      if row != styleRow {
        close()
        styleRow = row
        active.removeAll(keepingCapacity: true)
        for term in terms.indices where terms[term].scope.contains(row: row) {
          active.append(term)
        }
      }
      let offer = options.offer(option)
      for term in active where terms[term].scope.contains(pitch: pitch) {
        guard terms[term].scope.contains(offer: offer, case: options.offerCase(option)) else { continue }
        let value = value(of: terms[term].measure, option: option)
        terms[term].rows.forEachRow(ofStyle: row, pitch: pitch, offer: offer) { enter($0, value) }
      }
      if let own = plan.styleTerms[Int32(row)] {
        for term in own
        where term.factor == 1 && (term.pitch == nil || term.pitch == pitch)
          && (term.offer == nil || term.offer == offer)
        {
          enter(term.row, 1)
        }
      }
    }
    close()
    return (counts, reaches)
  }
}
