import Optimization

extension Show {
  /// What one rule, or the locks, make impossible by themselves, each in a sentence; no solving.
  ///
  /// Rows that ask for more than there is are in `CheckReport.rows`; this is the rest: locks that are no
  /// candidates and why, locks beyond the air time, quotas that sum past the items, shares above 100%.
  func impossibilities() -> [String] {
    var found: [String] = []
    for lock in scenario.locks {
      if let reason = reasonOff(spu: lock.spu, pitch: lock.pitch) {
        found.append("`\(Scenario.lockRow(lock.spu))`: \(lock.spu) \(reason)")
      }
    }
    if let airTime = scenario.show.airTime, !scenario.locks.isEmpty {
      let least = scenario.locks.reduce(0) { $0 + leastMinutes(of: $1) }
      if least > airTime + RowTolerance.ofSize(airTime) {
        found.append(
          "`\(Scenario.airTimeRow)` (\(FigureText.range(Bounds(upper: airTime), .amount))): the locked styles take at least "
            + "\(FigureText.value(least, .amount)) minutes")
      }
    }
    if let most = scenario.show.items?.upper, Double(scenario.locks.count) > most {
      found.append(
        "`\(Scenario.itemsRow)`: \(scenario.locks.count) styles are locked, \(FigureText.value(most, .count)) items are allowed"
      )
    }
    for named in scenario.rules where named.penalty == nil {
      if let split = named.rule as? SplitRule, let most = scenario.show.items?.upper, hasOneValueAStyle(split)
      {
        let least = split.quotas.reduce(0) { $0 + max(0, $1.range.lower) }
        if least > most {
          found.append(
            "`\(named.name)`: the quotas come to at least \(FigureText.value(least, .count)) items where "
              + "\(FigureText.value(most, .count)) are allowed")
        }
      }
      if let share = named.rule as? ShareRule, share.range.lower > 1 {
        found.append(
          "`\(named.name)` (\(FigureText.range(share.range, .share))): a share is at most 100%, so only a tray without any of it fits"
        )
      }
    }
    return found
  }

  private func leastMinutes(of lock: Lock) -> Double {
    guard let row = catalog.row(ofSPU: lock.spu) else { return 0 }
    let minutes = optionIndices(ofRow: row).lazy.map { self.scenario.pitches[Int(self.options.pitches[$0])] }
      .filter { lock.pitch == nil || lock.pitch == $0.name }.map(\.minutes)
    return minutes.min() ?? 0
  }

  /// Whether a style counts towards one quota at most.
  private func hasOneValueAStyle(_ split: SplitRule) -> Bool {
    guard case .found(let position)? = catalog.lookup(split.attribute) else {
      return HeaderName.normalized(split.attribute) == Attribute.pitchName
    }
    if case .text = catalog.columns[position].values { return true }
    return false
  }
}
