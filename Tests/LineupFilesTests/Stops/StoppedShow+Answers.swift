import Foundation
import TestSupport

@testable import Lineup
@testable import LineupFiles

/// Answers about rules, styles and samples: what they say against every tray.
extension StoppedShow {
  func pricing() -> StoppedAnswer.Question {
    guard let best = truth.best else {
      return { limit, isCancelled in
        try show.rulePrices(timeLimit: limit, isCancelled: isCancelled) == nil
          ? [] : ["prices without a tray"]
      }
    }
    var gains: [String: Double] = [:]
    for row in small.hardRows {
      if let optimum = small.changing(row, to: nil).optimum(), let optimum { gains[row] = optimum - best }
    }
    return { limit, isCancelled in
      guard let list = try show.rulePrices(timeLimit: limit, isCancelled: isCancelled) else { return [] }
      Answer(list, of: show.scenario, catalog: show.catalog).render()
      var faults: [String] = []
      if list.isProven ? !Truth.isNear(list.value, best) : Truth.isLess(best, than: list.value) {
        faults.append("best tray \(list.value), by other code \(best)")
      }
      for price in list.prices {
        guard let gain = gains[price.row] else { continue }
        if Truth.isLess(gain, than: price.fromDropping.least)
          || Truth.isLess(price.fromDropping.most, than: gain)
        {
          faults.append("without \(price.row) \(price.fromDropping), by other code \(gain)")
        }
      }
      for row in list.freeRows where !Truth.isNear((gains[row] ?? 0) + best, best) {
        faults.append("\(row) costs nothing, but \(gains[row] ?? 0)")
      }
      return faults
    }
  }

  func regretting() -> StoppedAnswer.Question {
    // The trays with another lock on a style, or none.
    let free = Dictionary(
      small.styles.map { style in
        var other = small
        other.locks.removeAll { $0.spu == style.spu }
        return (style.spu, Truth(other))
      }, uniquingKeysWith: { first, _ in first })
    return { limit, isCancelled in
      let regrets = try show.regrets(of: small.styles.map(\.spu), timeLimit: limit, isCancelled: isCancelled)
      guard let regrets else { return [] }
      guard let best = truth.best else { return ["regrets without a tray"] }
      Answer(regrets, of: show.scenario).render()
      return regrets.flatMap { regret -> [String] in
        if case .noCandidate = regret.standing { return [] }
        let isOn = regret.standing == .onTray
        let most = free[regret.spu]?.best { Truth.spus($0).contains(regret.spu) != isOn }
        var faults: [String] = []
        if regret.isProven {
          if regret.value == nil, let most { faults.append("no such tray, but \(most)") }
          if let value = regret.value, !Truth.isNear(value, most ?? .infinity) {
            faults.append("\(value), not \(most ?? 0)")
          }
          if let loss = regret.loss, let most, !Truth.isNear(loss + most, best) {
            faults.append("loss \(loss)")
          }
        } else if let value = regret.value, Truth.isLess(most ?? -.infinity, than: value) {
          faults.append("\(value), above \(most ?? 0)")
        }
        let isLocked = small.locks.contains { $0.spu == regret.spu }
        if let loss = regret.loss, loss < -1e-6 * max(1, abs(best)), !isLocked {
          faults.append("better by \(-loss)")
        }
        return faults.map { "\(regret.spu) \(regret.standing), \(regret.isProven): \($0)" }
      }
    }
  }

  func repairing() throws -> StoppedAnswer.Question {
    guard truth.best == nil else {
      return { limit, isCancelled in
        let result = try show.solve(SolveSettings(timeLimit: limit), isCancelled: isCancelled)
        return truth.faults(result)
      }
    }
    let whole = try show.explainInfeasibility()
    return { limit, isCancelled in
      let result = try show.solve(SolveSettings(timeLimit: limit), isCancelled: isCancelled)
      Answer(result, of: show).render()
      guard case .infeasible(let answer) = result.outcome else { return truth.faults(result) }
      return faults(answer, beside: whole)
    }
  }

  func faults(_ answer: Infeasibility, beside whole: Infeasibility) -> [String] {
    var faults: [String] = []
    if let conflict = answer.conflict {
      let rows = Set(conflict.rows.map(\.row))
      if small.keeping(rows).isFeasible { faults.append("\(rows) can hold") }
      for row in rows where conflict.isMinimal && !small.keeping(rows.subtracting([row])).isFeasible {
        faults.append("\(rows) is not minimal: \(row)")
      }
    }
    let single = answer.repairs.filter { $0.changes.count == 1 }
    for repair in answer.repairs {
      var repaired = small
      for change in repair.changes { repaired = repaired.changing(change.row, to: change.to.map(range)) }
      let net = repaired.bestTray().best
      guard case .tray(_, let net) = net else {
        faults.append("\(repair.changes.map(\.row)) does not help")
        continue
      }
      if repair.isProven ? !Truth.isNear(net, repair.value) : Truth.isLess(net, than: repair.value) {
        faults.append("a repair of \(repair.value), by other code \(net)")
      }
    }
    for repair in single where repair.isSmallest {
      let same = whole.repairs.first { $0.changes.map(\.row) == repair.changes.map(\.row) && $0.isSmallest }
      if let same, Truth.isLess(same.relativeSize, than: repair.relativeSize) {
        faults.append("a smaller change of \(repair.changes[0].row) does")
      }
    }
    if answer.areRepairsComplete, answer.repairs.isEmpty,
      !whole.repairs.filter({ $0.changes.count == 1 }).isEmpty
    {
      faults.append("no single change helps, but there is one")
    }
    if let effort = answer.bestEffort, let least = whole.bestEffort {
      if effort.isProven
        ? !Truth.isNear(effort.totalMiss, least.totalMiss) : effort.totalMiss < least.totalMiss - 1e-6
      {
        faults.append("misses \(effort.totalMiss), at least \(least.totalMiss)")
      }
    }
    return faults
  }

  private func range(_ bounds: Bounds) -> SmallShow.Range {
    SmallShow.Range(
      bounds.lower > -.infinity ? bounds.lower : nil, bounds.upper < .infinity ? bounds.upper : nil)
  }

  func adjusting(limit most: Int?) throws -> StoppedAnswer.Question {
    // Any styles with any pitch, candidates or not; the first is withdrawn.
    let list = try list(
      Set(
        small.styles.prefix(3).enumerated().map {
          "\($1.spu) \(small.allPitches[$0 % small.allPitches.count].name)"
        }))
    let old = Set(list.entries.map { "\($0.spu) \($0.pitch)" })
    var changed = small
    let late = LateChanges(withdrawn: [list.spus[0]])
    changed.bans.append(list.spus[0])
    changed.locks.removeAll { $0.spu == list.spus[0] }
    let now = Truth(changed)
    func changes(_ names: Set<String>) -> Int {
      max(old.subtracting(names).count, names.subtracting(old).count)
    }
    let fewest = now.trays.keys.map(changes).min()
    return { limit, isCancelled in
      let adjustment = try show.adjust(
        list, after: late, AdjustSettings(limit: most, timeLimit: limit), isCancelled: isCancelled)
      let report = Answer(adjustment, of: try show.applying(late, to: list))
      report.render()
      var faults = now.faults(adjustment.fresh)
      let words = report.text(style: TextStyle())
      if words.contains("Nothing needs changing"), words.contains("misses") {
        faults.append("a contradiction")
      }
      let result = adjustment.result
      switch adjustment.outcome {
      case .tray(let adjusted):
        faults += now.faults(result) { result.within == nil || changes($0) <= adjusted.most }
        if changes(Truth.names(adjusted.tray)) != adjusted.count || adjusted.changes.count != adjusted.count {
          faults.append("\(adjusted.count) changes, by other code \(changes(Truth.names(adjusted.tray)))")
        }
        if adjusted.isFewest ?? false, adjusted.count != fewest {
          faults.append("fewest \(adjusted.count), not \(fewest ?? -1)")
        }
        if let most, adjusted.count > most { faults.append("more changes than allowed") }
        if Truth.isLess(adjustment.fresh.score?.value ?? -.infinity, than: adjusted.value) {
          faults.append("the best tray now is worse than the adjusted one")
        }
      case .beyondLimit(let known):
        if fewest ?? .max <= most ?? 0 { faults.append("none within the limit, but \(fewest ?? -1)") }
        if let known, known.isProven ? known.count != fewest : known.count < fewest ?? .max {
          faults.append("\(known) suffice, not \(fewest ?? -1)")
        }
      case .infeasible: if let fewest { faults.append("no tray, but one with \(fewest) changes") }
      case .unknown: break
      }
      return faults
    }
  }

  func jittering(confidence: Double?) throws -> StoppedAnswer.Question {
    var settings = StabilitySettings(jitter: 0.3, samples: 3)
    if small.goal != nil { settings.goalConfidence = confidence }
    let whole = try show.stability(settings)
    var free = small
    free.goal = nil
    let first = settings.goalConfidence == nil ? truth : Truth(free)
    return { [settings] limit, isCancelled in
      var settings = settings
      settings.timeLimit = limit
      let stability = try show.stability(settings, isCancelled: isCancelled)
      if stability.first.tray != nil { Answer(stability, of: show).render() }
      var faults = first.faults(stability.first)
      if stability.samples > whole.samples { faults.append("more samples than there are") }
      if let met = stability.metBySome, let all = whole.metBySome, stability.samples > 0 {
        if met > all || stability.samples - met > whole.samples - all {
          faults.append("met by \(met), not \(all)")
        }
      }
      if stability.unproven == 0, stability.samples == whole.samples, stability.first.status == "optimal",
        stability.picks.reduce(0, { $0 + $1.count }) == 0, whole.picks.reduce(0, { $0 + $1.count }) > 0
      {
        faults.append("all samples solved and nothing picked")
      }
      if let confident = stability.confident, let best = whole.confident {
        switch confident.proof {
        case .optimal:
          if !Truth.isNear(confident.score?.value ?? .nan, best.score?.value ?? .nan) {
            faults.append("\(confident.proof)")
          }
        case .feasible:
          if Truth.isLess(best.score?.value ?? -.infinity, than: confident.score?.value ?? .infinity) {
            faults.append("above")
          }
        case .impossible: if best.proof != .impossible { faults.append("said to be impossible") }
        case .unknown: break
        }
        if let bound = confident.score?.bound, let value = best.score?.value, Truth.isLess(bound, than: value)
        {
          faults.append("bound \(bound) below \(value)")
        }
        if confident.tray != nil, confident.met ?? 0 < confident.needed { faults.append("met too seldom") }
      }
      return faults
    }
  }
}
