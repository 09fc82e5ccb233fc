import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// The whole way from files to an audited tray against every tray tried by other code.
@Suite struct OracleTests {
  /// Shows of a test case. ORACLE_CHUNKS=300 tries 21,000 shows in place of 2,240.
  static let chunkSize: UInt64 = 70
  static let chunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["ORACLE_CHUNKS"].flatMap(UInt64.init) ?? 32))

  @Test(arguments: chunks)
  func `the optimum, the verdict and the audit are those of trying every tray`(chunk: UInt64) throws {
    try expectAgreement(chunk) {
      SmallShow.random(seed: $0)
    } tolerance: { _, _, net in
      1e-9 * max(1, abs(net))
    }
  }

  /// SCALED_CHUNKS=300 tries 21,000 shows in place of 700.
  static let scaledChunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["SCALED_CHUNKS"].flatMap(UInt64.init) ?? 10))

  @Test(arguments: scaledChunks)
  func `amounts of any size, and limits that trays meet, just miss or never meet, change nothing of that`(
    chunk: UInt64
  ) throws {
    try expectAgreement(chunk) {
      SmallShow.scaled(seed: $0)
    } tolerance: { small, chosen, net in
      // A proof is one within a millionth, and sums of doubles lose some of the largest number in them.
      2e-6 * abs(net) + 1e-11 * small.size(of: chosen)
    }
  }

  private func expectAgreement(
    _ chunk: UInt64, of draw: (UInt64) -> (show: SmallShow, best: SmallShow.Best),
    tolerance: (SmallShow, [SmallShow.Option], Double) -> Double
  ) throws {
    let folder = try TemporaryFolder()
    for seed in chunk * Self.chunkSize..<(chunk + 1) * Self.chunkSize {
      let (small, best) = draw(seed)
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      do {
        let show = try ShowFile(path: folder.path(of: files.scenario)).show(
          variant: files.variant, settings: files.settings)
        try expectAgreement(
          of: show.solve(Self.settings), with: best, of: small, seed: seed, tolerance: tolerance)
      } catch {
        Issue.record("seed \(seed): \(error)\n\(files.texts.map(\.text).joined(separator: "\n"))")
      }
    }
  }

  /// A show of seven styles that takes a minute never ends.
  private static let settings = SolveSettings(timeLimit: 60)

  @Test func `the random shows have every form of rule, hard and soft, and both verdicts`() {
    var feasible = 0
    var infeasible = 0
    var formCount: [String: Int] = [:]
    var alone = 0
    for seed in 0..<UInt64(700) {
      let (small, best) = SmallShow.random(seed: seed)
      if case .infeasible = best { infeasible += 1 } else { feasible += 1 }
      for rule in small.rules {
        formCount["\(rule.penalty == nil ? "hard" : "soft") \(rule.form.name)", default: 0] += 1
      }
      if small.rules.count == 1 { alone += 1 }
    }
    let total = feasible + infeasible
    print(
      "random shows: \(total), of them feasible \(feasible), infeasible \(infeasible), with one rule \(alone)"
    )
    print(
      "rules:", formCount.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(feasible * 2 >= total)
    #expect(infeasible * 4 >= total)
    for form in SmallShow.Form.names {
      #expect(formCount["hard \(form)", default: 0] >= 50, "hard \(form)")
      #expect(formCount["soft \(form)", default: 0] >= 25, "soft \(form)")
    }
  }

  @Test func `the shows of any size have both verdicts, and limits a hair from what trays sum to`() {
    var feasible = 0
    var near = 0
    let total = 300
    for seed in 0..<UInt64(total) {
      let (small, best) = SmallShow.scaled(seed: seed)
      guard case .tray(let tray, _) = best else { continue }
      feasible += 1
      let isNear = small.rows(of: tray).contains { row in
        guard let actual = row.actual else { return false }
        return [row.lower, row.upper].contains { end in
          guard let end, end != 0 else { return false }
          let miss = abs(actual - end) / max(1, abs(end))
          return miss > 1e-13 && miss < 2e-4
        }
      }
      if isNear { near += 1 }
    }
    print(
      "shows of any size: \(total), feasible \(feasible), of them with a limit a hair from the tray \(near)")
    #expect(feasible * 2 >= total)
    #expect((total - feasible) * 6 >= total)
    #expect(near * 25 >= total)
  }

  private func expectAgreement(
    of result: SolveResult, with best: SmallShow.Best, of small: SmallShow, seed: UInt64,
    tolerance: (SmallShow, [SmallShow.Option], Double) -> Double
  ) throws {
    switch (result.outcome, best) {
    case (.infeasible, .infeasible): return
    case (.optimal(let tray, let score), .tray(let bestTray, let net)):
      let tolerance = tolerance(small, bestTray, net)
      #expect(abs(score.value - net) <= tolerance, "seed \(seed): \(score.value), by every tray \(net)")
      #expect(score.bound ?? -.infinity >= net - tolerance, "seed \(seed)")
      #expect(score.gap ?? .infinity <= 2e-6, "seed \(seed)")
      let chosen = tray.items.compactMap { item -> SmallShow.Option? in
        guard let style = small.styles.firstIndex(where: { $0.spu == item.spu }),
          let pitch = small.allPitches.firstIndex(where: { $0.name == item.pitch })
        else { return nil }
        return SmallShow.Option(style: style, pitch: pitch)
      }
      try #require(chosen.count == tray.items.count, "seed \(seed)")
      #expect(small.fault(chosen) == nil, "seed \(seed)")
      #expect(abs(small.net(bestTray) - net) <= tolerance, "seed \(seed): the oracle's two ways differ")
      expectAmounts(of: tray, small, chosen, seed)
      expectRows(tray.rules, small.rows(of: chosen), seed)
      let penalties = small.rows(of: chosen).reduce(0) { $0 + $1.penalty }
      #expect(abs(score.penalties - penalties) <= 1e-9 * max(1, penalties), "seed \(seed)")
    default:
      Issue.record("seed \(seed): \(result.status), by every tray \(best)")
    }
  }

  private func expectAmounts(of tray: Tray, _ small: SmallShow, _ chosen: [SmallShow.Option], _ seed: UInt64)
  {
    func near(_ first: Double, _ second: Double) -> Bool { abs(first - second) <= 1e-9 * max(1, abs(second)) }
    func sum(_ measure: String) -> Double { chosen.reduce(0) { $0 + small.value(measure, $1) } }
    #expect(tray.totals.items == chosen.count, "seed \(seed)")
    for (measure, total) in [
      ("minutes", tray.totals.minutes), ("units", tray.totals.units), ("gmv", tray.totals.gmv),
      ("margin", tray.totals.margin), ("stock_value", tray.totals.stockValue),
    ] { #expect(near(total, sum(measure)), "seed \(seed): total \(measure)") }
    for (item, option) in zip(tray.items, chosen) {
      #expect(near(item.units, small.value("units", option)), "seed \(seed): units of \(item.spu)")
      #expect(near(item.gmv, small.value("gmv", option)), "seed \(seed): gmv of \(item.spu)")
      #expect(near(item.margin, small.value("margin", option)), "seed \(seed): margin of \(item.spu)")
      #expect(item.isLocked == small.locks.contains { $0.spu == item.spu }, "seed \(seed)")
    }
  }

  private func expectRows(_ checks: [RuleCheck], _ expected: [SmallShow.Row], _ seed: UInt64) {
    let omissible = Set(expected.filter(\.mayBeLeftOut).map(\.name))
    let rows = expected.filter { !$0.mayBeLeftOut }
    let found = checks.filter { !omissible.contains($0.row) }
    // The rows of one `each` may come in any order.
    #expect(rows.map(\.rule) == found.map(\.rule), "seed \(seed)")
    #expect(rows.map(\.name).sorted() == found.map(\.row).sorted(), "seed \(seed)")
    for row in rows {
      guard let check = found.first(where: { $0.row == row.name }) else { continue }
      let lower = check.required.flatMap { $0.lower == -.infinity ? nil : $0.lower }
      let upper = check.required.flatMap { $0.upper == .infinity ? nil : $0.upper }
      #expect(same(lower, row.lower) && same(upper, row.upper), "seed \(seed): required of \(row.name)")
      #expect(same(check.actual, row.actual), "seed \(seed): actual of \(row.name)")
      #expect(check.holds == row.holds, "seed \(seed): \(row.name)")
      #expect(check.isSoft == row.isSoft, "seed \(seed): \(row.name)")
      #expect(abs(check.penalty - row.penalty) <= 1e-9 * max(1, row.penalty), "seed \(seed): \(row.name)")
    }
  }

  private func same(_ first: Double?, _ second: Double?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return abs(first - second) <= 1e-9 * max(1, abs(second))
  }
}
