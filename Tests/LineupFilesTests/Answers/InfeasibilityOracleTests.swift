import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Conflicts, repairs and best efforts against every tray tried by other code.
@Suite struct InfeasibilityOracleTests {
  /// Infeasible shows of a test case; ANSWER_CHUNKS=40 tries 2,000.
  static let chunkSize = 50
  static let chunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["ANSWER_CHUNKS"].flatMap(UInt64.init) ?? 4))

  private func forEachInfeasible(
    _ chunk: UInt64, _ body: (SmallShow, Infeasibility, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    var seed = 1_000_000 + chunk * 100_000
    var count = 0
    while count < Self.chunkSize {
      seed += 1
      let (small, best) = SmallShow.random(seed: seed)
      guard case .infeasible = best else { continue }
      count += 1
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      do {
        let show = try ShowFile(path: folder.path(of: files.scenario)).show(
          variant: files.variant, settings: files.settings)
        guard case .infeasible(let answer) = try show.solve().outcome else {
          Issue.record("seed \(seed): not infeasible")
          continue
        }
        try body(small, answer, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  @Test(arguments: chunks)
  func
    `conflicts are infeasible and irreducible, repairs work and none smaller does, best efforts miss least`(
      chunk: UInt64
    ) throws
  {
    try forEachInfeasible(chunk) { small, answer, label in
      let conflict = try #require(answer.conflict, "\(label)")
      #expect(conflict.isMinimal, "\(label)")
      expectIrreducible(conflict, in: small, label)
      for repair in answer.repairs { expectRepair(repair, of: small, label) }
      let sizes = answer.repairs.map(\.relativeSize)
      #expect(sizes == sizes.sorted(), "\(label)")
      let effort = try #require(answer.bestEffort, "\(label)")
      #expect(effort.isProven, "\(label)")
      if let least = leastMiss(of: small) {
        #expect(
          abs(effort.totalMiss - least) <= 1e-5 * max(1, least),
          "\(label): \(effort.totalMiss), by every tray \(least)")
      }
    }
  }

  private func expectIrreducible(_ conflict: Conflict, in small: SmallShow, _ label: String) {
    let rows = conflict.rows.map(\.row)
    #expect(Set(rows).isSubset(of: small.hardRows), "\(label): \(rows)")
    #expect(!small.keeping(Set(rows)).isFeasible, "\(label): \(rows) can hold")
    for row in rows {
      #expect(small.keeping(Set(rows).subtracting([row])).isFeasible, "\(label): \(rows) without \(row)")
    }
  }

  private func range(_ bounds: Bounds) -> SmallShow.Range {
    SmallShow.Range(
      bounds.lower > -.infinity ? bounds.lower : nil, bounds.upper < .infinity ? bounds.upper : nil)
  }

  private func expectRepair(_ repair: Repair, of small: SmallShow, _ label: String) {
    var repaired = small
    for change in repair.changes { repaired = repaired.changing(change.row, to: change.to.map(range)) }
    guard case .tray(_, let net) = repaired.bestTray().best else {
      Issue.record("\(label): \(repair) does not help")
      return
    }
    #expect(repair.isProven, "\(label)")
    #expect(abs(net - repair.value) <= 1e-6 * max(1, abs(net)), "\(label): \(repair), by every tray \(net)")
    guard repair.changes.count == 1, let change = repair.changes.first, let from = change.from,
      let to = change.to
    else { return }
    // Of a ratio, a change that the best effort shows may not be the smallest, and says so.
    #expect(repair.isSmallest || change.kind == .share || change.kind == .average, "\(label): \(repair)")
    guard repair.isSmallest else { return }
    // A little less of the same change must not suffice.
    var less = to
    let step = { (old: Double, new: Double) in
      change.kind == .count ? 1 : 1e-3 * abs(old - new) + 1e-5 * max(1, abs(old))
    }
    if to.lower < from.lower { less.lower = min(from.lower, to.lower + step(from.lower, to.lower)) }
    if to.upper > from.upper { less.upper = max(from.upper, to.upper - step(from.upper, to.upper)) }
    let (best, isBorderline) = small.changing(change.row, to: range(less)).bestTray()
    if case .tray = best, !isBorderline {
      Issue.record("\(label): \(change) can be smaller, \(less) suffices")
    }
  }

  /// The least relative miss by every tray; `nil` where the rows have no soft form here (locks), or the
  /// scale is not a plain bound (shares, averages).
  private func leastMiss(of small: SmallShow) -> Double? {
    guard small.locks.isEmpty else { return nil }
    var elastic = small
    elastic.rules.removeAll { $0.penalty != nil }
    for position in elastic.rules.indices {
      switch elastic.rules[position].form {
      case .share, .average: return nil
      case .sum(_, _, let range), .each(_, let range, _): elastic.rules[position].penalty = 1 / scale(range)
      case .split: break
      case .together, .exclusive, .requires: elastic.rules[position].penalty = 1
      }
    }
    for rule in elastic.rules {
      guard case .split(let attribute, let quotas, let clauses) = rule.form else { continue }
      elastic.rules.removeAll { $0.name == rule.name }
      for quota in quotas {
        elastic.rules.append(
          .init(
            name: "\(rule.name) \(SmallShow.text(quota.value))",
            form: .split(attribute, [quota], clauses), penalty: 1 / scale(quota.range)))
      }
    }
    func soften(_ name: String, _ measure: String, _ range: SmallShow.Range) {
      elastic.rules.append(.init(name: name, form: .sum(measure, [], range), penalty: 1 / scale(range)))
    }
    if let items = small.items { soften("soft items", "items", items) }
    if let minutes = small.minutes {
      soften("soft minutes", "minutes", .init(nil, minutes - (small.reservedMinutes ?? 0)))
    }
    switch small.goal {
    case .gmv(let amount): soften("soft goal", "gmv", .init(amount, nil))
    case .funnel(let views, let percent, let value):
      soften("soft goal", "gmv", .init(views * (percent / 100) * value, nil))
    case nil: break
    }
    elastic.items = nil
    elastic.minutes = nil
    elastic.reservedMinutes = nil
    elastic.goal = nil
    elastic.objective = .weighted([("items", 0)])
    guard case .tray(_, let net) = elastic.bestTray().best else { return nil }
    return -net
  }

  private func scale(_ range: SmallShow.Range) -> Double {
    let lower = range.lower ?? -.infinity
    let upper = range.upper ?? .infinity
    if lower > 0 || upper == .infinity { return max(1, abs(lower)) }
    return max(1, upper > 0 ? upper : lower.isFinite ? abs(lower) : 0)
  }
}
