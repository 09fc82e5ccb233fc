import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Offers from files to an audited tray against every tray tried by other code.
@Suite struct OfferOracleTests {
  /// OFFER_CHUNKS=30 tries 1,500 shows in place of 200.
  static let chunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["OFFER_CHUNKS"].flatMap(UInt64.init) ?? 4))
  private static let chunkSize: UInt64 = 50

  @Test(arguments: chunks)
  func `with offers of every key, the optimum and the verdict are those of trying every tray`(
    chunk: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    for seed in chunk * Self.chunkSize..<(chunk + 1) * Self.chunkSize {
      let small = OfferShow(seed: seed)
      try folder.write(small.catalogText, to: "catalog.csv")
      try folder.write(small.scenarioText, to: "show.yaml")
      do {
        let show = try ShowFile(path: folder.path(of: "show.yaml")).show()
        var settings = SolveSettings(timeLimit: 60)
        settings.explainsInfeasibility = false
        try check(show.solve(settings), small, seed)
        let model = LinearModel(show)
        #expect(model.columns.count >= show.optionCount, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)\n\(small.scenarioText)\(small.catalogText)")
      }
    }
  }

  private func check(_ result: SolveResult, _ small: OfferShow, _ seed: UInt64) throws {
    let says: Comment = "seed \(seed)\n\(small.scenarioText)\(small.catalogText)"
    switch (result.outcome, small.best) {
    case (.infeasible, nil): return
    case (.optimal(let tray, let score), let best?):
      let tolerance = 1e-8 * max(1, abs(best.value))
      #expect(
        abs(score.value - best.value) <= tolerance, "\(score.value), by every tray \(best.value); \(says)")
      #expect(score.bound ?? -.infinity >= best.value - tolerance, says)
      try checkAmounts(tray, small, score, says)
    default:
      let found = small.best
      Issue.record(
        "\(result.status) \(result.value ?? .nan), by every tray \(found.map { "\($0.value) \($0.tray)" } ?? "none"); \(says)"
      )
    }
  }

  /// Items, totals and kinds of a tray by the oracle's own sums.
  private func checkAmounts(
    _ tray: Tray, _ small: OfferShow, _ score: SolveResult.Score, _ says: Comment
  ) throws {
    let wide = tray.wideOffers.compactMap { name in small.kinds.firstIndex { $0.name == name } }
    var options: [OfferShow.Option] = []
    for item in tray.items {
      let style = try #require(small.styles.firstIndex { $0.spu == item.spu }, says)
      let pitch = try #require(small.pitches.firstIndex { $0.name == item.pitch }, says)
      var kind = -1
      if let offer = item.offer { kind = try #require(small.kinds.firstIndex { $0.name == offer }, says) }
      let option = OfferShow.Option(style: style, pitch: pitch, kind: kind)
      options.append(option)
      let own = small.amounts(option, wide: wide)
      let pairs = [
        (item.offerPrice ?? .nan, own.paid), (item.minutes, own.minutes), (item.units, own.units),
        (item.gmv, own.gmv), (item.margin, own.margin), (item.saving, own.saving),
      ]
      for (one, other) in pairs { #expect(abs(one - other) <= 1e-9 * max(1, abs(other)), says) }
    }
    let own = OfferShow.Tray(options: options, wide: wide)
    let value = try #require(small.value(own), says)
    #expect(abs(value - score.value) <= 1e-8 * max(1, abs(value)), says)
    let used = small.used(own)
    let uses = try #require(tray.offers, says)
    #expect(uses.map(\.offer) == small.kinds.map(\.name), says)
    for (position, use) in uses.enumerated() {
      #expect(use.isUsed == used.contains(position), says)
      #expect(use.cost == (use.isUsed ? small.kinds[position].cost : 0), says)
    }
    let saving = uses.reduce(0) { $0 + $1.saving }
    #expect(abs(saving - tray.totals.saving) <= 1e-9 * max(1, abs(saving)), says)
  }

  @Test func `the random shows have both verdicts and every kind of key`() {
    var feasible = 0
    var withOffers = 0
    for seed in 0..<UInt64(150) {
      guard let best = OfferShow(seed: seed).best else { continue }
      feasible += 1
      if !OfferShow(seed: seed).used(best.tray).isEmpty { withOffers += 1 }
    }
    print(
      "shows with offers: 150, of them feasible \(feasible), with an offer on the best tray \(withOffers)")
    #expect(feasible >= 75 && feasible <= 145)
    #expect(withOffers * 2 >= feasible)
  }
}
