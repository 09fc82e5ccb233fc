import Optimization

extension Show {
  /// What counting and adding up show to be impossible, each in a sentence; no solving.
  ///
  /// Rows that ask for more than there is are in `CheckReport.rows`; this is the rest: locks that are no
  /// candidates and why, what `CountArithmetic` finds, shares above 100%.
  func impossibilities() -> [String] {
    var found: [String] = []
    for lock in scenario.locks {
      if let reason = reasonOff(spu: lock.spu, pitch: lock.pitch) {
        found.append("`\(Scenario.lockRow(lock.spu))`: \(lock.spu) \(reason)")
      }
    }
    found += CountArithmetic(self).findings().map { "\($0.row): \($0.sentence)" }
    for named in scenario.rules where named.penalty == nil {
      found += named.rule.impossibilities(named.frame)
    }
    return found
  }
}
