import Foundation
import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// Adjusted trays and alternatives against every tray tried by other code.
@Suite struct ChangeOracleTests {
  static let chunkSize: UInt64 = 50
  /// HOURS_CHUNKS=100 tries 5,000 shows.
  static let chunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["HOURS_CHUNKS"].flatMap(UInt64.init) ?? 8))

  private func forEachShow(
    _ chunk: UInt64, from first: UInt64, _ body: (SmallShow, Show, UInt64, inout RandomSource) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    for seed in first + chunk * Self.chunkSize..<first + (chunk + 1) * Self.chunkSize {
      let (small, _) = SmallShow.random(seed: seed)
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      var random = RandomSource(seed: seed &+ 77)
      do {
        let show = try ShowFile(path: folder.path(of: files.scenario)).show(
          variant: files.variant, settings: files.settings)
        try body(small, show, seed, &random)
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  private func names(_ tray: [SmallShow.Option], of small: SmallShow) -> Set<String> {
    Set(tray.map { "\(small.styles[$0.style].spu) \(small.allPitches[$0.pitch].name)" })
  }

  private func names(_ tray: Tray) -> Set<String> { Set(tray.items.map { "\($0.spu) \($0.pitch)" }) }

  private func changes(_ one: Set<String>, _ other: Set<String>) -> Int {
    max(one.subtracting(other).count, other.subtracting(one).count)
  }

  @Test(arguments: chunks)
  func `the fewest changes, the best value among them, and the best value within a limit`(chunk: UInt64)
    throws
  {
    try forEachShow(chunk, from: 5_000_000) { small, show, seed, random in
      // Any styles with any pitch, candidates or not.
      let lines = small.styles.filter { _ in random.chance(0.6) }.map { style in
        TrayList.Line(
          spu: style.spu, pitch: random.one(of: small.allPitches).name,
          location: SourceLocation(source: "tray"))
      }
      let list = try TrayList(lines, in: show)
      let old = Set(list.entries.map { "\($0.spu) \($0.pitch)" })
      var late = LateChanges()
      var changed = small
      if random.chance(0.5), let spu = list.spus.first {
        late.withdrawn = [spu]
        changed.bans.append(spu)
        changed.locks.removeAll { $0.spu == spu }
      }
      let trays = changed.feasibleTrays().map {
        (count: changes(old, names($0.tray, of: small)), net: $0.net)
      }
      let adjusted = try show.adjust(list, after: late)
      guard let fewest = trays.map(\.count).min() else {
        guard case .infeasible = adjusted.outcome else {
          Issue.record("seed \(seed): a tray where there is none")
          return
        }
        return
      }
      guard let found = adjusted.adjusted, found.isBest, let isFewest = found.isFewest else {
        Issue.record("seed \(seed): \(adjusted.outcome)")
        return
      }
      let best = trays.filter { $0.count == fewest }.map(\.net).max() ?? 0
      #expect(found.count == fewest, "seed \(seed)")
      #expect(isFewest, "seed \(seed)")
      #expect(changes(old, names(found.tray)) == fewest, "seed \(seed)")
      #expect(
        abs(found.value - best) <= 1e-8 * max(1, abs(best)),
        "seed \(seed): \(found.value), by every tray \(best)")
      let most = trays.map(\.net).max() ?? 0
      let result = adjusted.result
      #expect(
        result.within == nil || result.bound.map { $0 >= most - 1e-8 * max(1, abs(most)) } ?? true,
        "seed \(seed): the bound is the show's")
      #expect(result.status == "optimal", "seed \(seed)")
      if result.within == nil {
        #expect(found.value >= most - 1e-8 * max(1, abs(most)), "seed \(seed): a part said to be all")
      }
      #expect(found.changes.count == fewest, "seed \(seed)")
      for change in found.changes where change.cause == .value {
        Issue.record("seed \(seed): a change that no rule needs is not one of the fewest")
      }
      // Within a limit.
      let limit = random.integer(0...3)
      let within = try show.adjust(list, after: late, AdjustSettings(limit: limit))
      if let most = trays.filter({ $0.count <= limit }).map(\.net).max() {
        #expect(
          abs((within.adjusted?.value ?? .infinity) - most) <= 1e-8 * max(1, abs(most)),
          "seed \(seed), \(limit)")
        #expect(within.adjusted.map { changes(old, names($0.tray)) } ?? .max <= limit, "seed \(seed)")
      } else {
        guard case .beyondLimit(let more?) = within.outcome else {
          Issue.record("seed \(seed): \(within.outcome)")
          return
        }
        #expect(more == Adjustment.FewestCount(count: fewest, isProven: true), "seed \(seed)")
      }
    }
  }

  @Test(arguments: chunks.prefix(10))
  func `each alternative is the best of those that differ enough, and substitutes are all there are`(
    chunk: UInt64
  ) throws {
    try forEachShow(chunk, from: 6_000_000) { small, show, seed, random in
      let differ = random.integer(1...3)
      let alternatives = try show.alternatives(count: 4, differ: differ)
      let trays = small.feasibleTrays().map { tray in
        (
          spus: Set(tray.tray.map { small.styles[$0.style].spu }), net: tray.net,
          options: names(tray.tray, of: small)
        )
      }
      var earlier: [Set<String>] = []
      for entry in alternatives.comparison.entries {
        guard case .success(let result) = entry.result, let tray = result.tray, let score = result.score
        else {
          Issue.record("seed \(seed): an entry without a tray")
          return
        }
        let spus = Set(tray.items.map(\.spu))
        for other in earlier { #expect(other.subtracting(spus).count >= differ, "seed \(seed)") }
        let best = trays.filter { tray in earlier.allSatisfy { $0.subtracting(tray.spus).count >= differ } }
          .map(\.net).max()
        #expect(abs(score.value - (best ?? .infinity)) <= 1e-8 * max(1, abs(score.value)), "seed \(seed)")
        earlier.append(spus)
      }
      let isThereMore = trays.contains { tray in
        earlier.allSatisfy { $0.subtracting(tray.spus).count >= differ }
      }
      // A loss is none or one that can be seen.
      for loss in alternatives.losses { #expect(loss == 0 || loss > 1e-7, "seed \(seed): \(loss)") }
      #expect((alternatives.ending == .complete) == (earlier.count == 4), "seed \(seed)")
      if alternatives.ending == .exhausted { #expect(!isThereMore, "seed \(seed)") }
      if alternatives.ending == .none { #expect(trays.isEmpty, "seed \(seed)") }

      guard let tray = alternatives.first.tray, let value = alternatives.first.score?.value else { return }
      let own = Set(tray.items.map { "\($0.spu) \($0.pitch)" })
      for (item, found) in try show.substitutes(for: tray, limit: 100) {
        let rest = own.subtracting(["\(item.spu) \(item.pitch)"])
        let spus = Set(tray.items.map(\.spu))
        var least: [String: Double] = [:]
        for other in trays where other.options.isSuperset(of: rest) && other.options.count == own.count {
          guard let option = other.options.subtracting(rest).first else { continue }
          let spu = other.spus.subtracting(spus).first ?? ""
          if spu.isEmpty || !option.hasPrefix(spu) { continue }
          least[spu] = min(least[spu] ?? .infinity, value - other.net)
        }
        #expect(Set(found.map(\.spu)) == Set(least.keys), "seed \(seed) \(item.spu)")
        for substitute in found {
          #expect(
            abs(substitute.cost - (least[substitute.spu] ?? 0)) <= 1e-6 * max(1, abs(value)), "seed \(seed)")
        }
        #expect(found.map(\.cost) == found.map(\.cost).sorted(), "seed \(seed)")
      }
    }
  }

  /// Every tray that keeps the rules but for the goal is tried in every sample.
  @Test(arguments: chunks.prefix(6))
  func `the confident tray is the best of those that meet the goal often enough`(chunk: UInt64) throws {
    let samples = 9
    try forEachShow(chunk, from: 7_000_000) { small, show, seed, random in
      guard let goal = small.goalAmount else { return }
      let share = random.one(of: [0.3, 0.5, 0.8, 1])
      let settings = StabilitySettings(jitter: 0.3, samples: samples, seed: seed, goalConfidence: share)
      let stability = try show.stability(settings)
      #expect(try show.stability(settings).picks == stability.picks, "seed \(seed)")
      var free = small
      free.goal = nil
      let trays = free.feasibleTrays()
      guard let confident = stability.confident, !trays.isEmpty else { return }
      #expect(confident.needed == Int((share * Double(samples)).rounded(.up)), "seed \(seed)")

      let error = ForecastError(spread: settings.jitter, seed: seed)
      let factors = (0..<samples).map { sample in
        Dictionary(
          zip(show.catalog.spus, error.factors(sample: sample, catalog: show.catalog)),
          uniquingKeysWith: { $1 })
      }
      var isBorderline = false
      func met(_ tray: [SmallShow.Option]) -> Int {
        factors.count { factors in
          let gmv = tray.reduce(0.0) { sum, option in
            let style = small.styles[option.style]
            return sum + (style.price ?? 0) * small.units(option, factor: factors[style.spu] ?? 1)
          }
          if abs(gmv - goal) <= 4e-6 * max(1, goal) { isBorderline = true }
          return gmv >= goal
        }
      }
      let best = trays.filter { met($0.tray) >= confident.needed }.map(\.net).max()
      if isBorderline { return }
      switch confident.proof {
      case .impossible: #expect(best == nil, "seed \(seed): \(String(describing: best))")
      case .optimal:
        let value = try #require(confident.score?.value)
        let expected = try #require(best, "seed \(seed): \(value)")
        #expect(abs(value - expected) <= 1e-6 * max(1, abs(expected)), "seed \(seed)")
        #expect(try #require(confident.met) >= confident.needed, "seed \(seed)")
      case .feasible, .unknown: Issue.record("seed \(seed): \(confident.proof)")
      }
    }
  }
}
