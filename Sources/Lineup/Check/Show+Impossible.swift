import Optimization

extension Show {
  /// What counting and adding up show to be impossible; no solving.
  ///
  /// Rows that ask for more than there is are in `CheckReport.rows`; this is the rest: locks that are no
  /// candidates and why, what `CountArithmetic` finds, shares above 100%.
  func impossibilities() -> [Impossibility] {
    var found: [Impossibility] = []
    for lock in scenario.locks {
      if let reason = reasonOff(spu: lock.spu, pitch: lock.pitch, offer: lock.offer) {
        found.append(.lock(IneligibleStyle(spu: lock.spu, reason: reason)))
      }
    }
    found += CountArithmetic(self).findings().map(Impossibility.arithmetic)
    for named in scenario.rules where named.penalty == nil {
      found += named.rule.impossibilities(named.frame)
    }
    return found
  }
}
