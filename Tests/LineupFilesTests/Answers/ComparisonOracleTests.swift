import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Comparisons against every tray tried, and their figures against the contract's arithmetic.
@Suite struct ComparisonOracleTests {
  private struct Change {
    var setting: String
    var show: SmallShow
  }

  /// Changes that both a scenario and a small show can be given.
  private func changes(of small: SmallShow) -> [Change] {
    var changes: [Change] = []
    func change(_ setting: String, _ body: (inout SmallShow) -> Void) {
      var changed = small
      body(&changed)
      changes.append(Change(setting: setting, show: changed))
    }
    change("show.items=2..4") { $0.items = .init(2, 4) }
    change("show.items=1") { $0.items = .init(1, 1) }
    change("objective=units") { $0.objective = .measure("units") }
    change("ban=[\(small.styles[0].spu)]") { $0.bans = [small.styles[0].spu] }
    change("lock=[\(small.styles[1].spu)]") { $0.locks = [.init(spu: small.styles[1].spu)] }
    return changes
  }

  @Test(arguments: 0..<4)
  func `each show of a comparison is optimal, and every figure is that of its trays`(chunk: UInt64) throws {
    try ShowChunk.forEachFeasible(from: 5_000_000 + chunk * 100_000, count: 25) { small, net, file, seed in
      let changes = changes(of: small)
      let comparison = Comparison(
        of: file.contenders(
          [.init(name: "base")] + changes.map { .init(name: $0.setting, settings: [$0.setting]) }))
      #expect(comparison.entries.map(\.name) == ["base"] + changes.map(\.setting))
      for (entry, show) in zip(comparison.entries, [small] + changes.map(\.show)) {
        guard let optimum = show.optimum() else { continue }
        let result = try entry.result.get()
        let label = "seed \(seed), \(entry.name)"
        #expect(result.status == (optimum == nil ? "infeasible" : "optimal"), "\(label)")
        if let optimum { #expect(ShowChunk.isNear(result.score?.value ?? .nan, optimum), "\(label)") }
      }
      expectFigures(comparison, small, "seed \(seed)")
    }
  }

  /// Differences, the core and the swing, counted again from the trays.
  private func expectFigures(_ comparison: Comparison, _ small: SmallShow, _ label: String) {
    let trays = comparison.entries.map { $0.tray.map { Set($0.items.map(\.spu)) } }
    let there = trays.compactMap(\.self)
    #expect(Set(comparison.core) == there.dropFirst().reduce(there[0]) { $0.intersection($1) }, "\(label)")
    let all = there.reduce(Set()) { $0.union($1) }
    #expect(Set(comparison.swing.map(\.spu)) == all.subtracting(comparison.core), "\(label)")
    for (spu, count) in comparison.swing { #expect(count == there.count { $0.contains(spu) }, "\(label)") }
    #expect(comparison.swing.map(\.trays) == comparison.swing.map(\.trays).sorted(by: >), "\(label)")
    guard let base = comparison.entries[0].tray, let baseStyles = trays[0] else { return }
    #expect(comparison.entries[0].difference == nil, "\(label)")
    for (entry, styles) in zip(comparison.entries, trays).dropFirst() {
      guard let tray = entry.tray, let styles else {
        #expect(entry.difference == nil, "\(label)")
        continue
      }
      guard let difference = entry.difference else {
        Issue.record("\(label): no difference")
        continue
      }
      #expect(Set(difference.joining) == styles.subtracting(baseStyles), "\(label)")
      #expect(Set(difference.leaving) == baseStyles.subtracting(styles), "\(label)")
      #expect(Set(difference.kept) == baseStyles.intersection(styles), "\(label)")
      #expect(difference.items == styles.count - baseStyles.count, "\(label)")
      for (measure, found) in [
        ("minutes", difference.minutes), ("units", difference.units), ("gmv", difference.gmv),
        ("margin", difference.margin),
      ] {
        let expected =
          small.sum(measure, small.options(of: tray)) - small.sum(measure, small.options(of: base))
        #expect(ShowChunk.isNear(found, expected), "\(label): \(measure)")
      }
    }
    for entry in comparison.entries {
      guard let tray = entry.tray, let share = entry.heroShare else { continue }
      let heroes = small.options(of: tray).count { small.styles[$0.style].role.contains("hero") }
      #expect(ShowChunk.isNear(share, Double(heroes) / Double(tray.items.count)), "\(label)")
    }
  }

  @Test func `a show that cannot be read stops no other`() throws {
    let folder = try TemporaryFolder()
    try folder.write("spu,price,stock,expected_units\nA,10,5,2\nB,20,5,2\n", to: "catalog.csv")
    try folder.write("catalog: catalog.csv\nvariants:\n  x: { catalog: none.csv }\n", to: "show.yaml")
    let file = try ShowFile(path: folder.path(of: "show.yaml"))
    let comparison = Comparison(
      of: file.contenders([
        .init(name: "base"), .init(name: "x", variant: "x"), .init(name: "one", settings: ["show.items=1"]),
      ]))
    #expect(comparison.entries.map { $0.tray?.items.count } == [2, nil, 1])
    guard case .failure(let error) = comparison.entries[1].result else {
      Issue.record("the catalog is not there")
      return
    }
    #expect(error.description.contains("none.csv"))
    #expect(comparison.core == ["B"])
    #expect(comparison.swing.map(\.spu) == ["A"])
  }

  @Test func `comparing gives the same whenever it is done`() throws {
    try ShowChunk.forEachFeasible(from: 5_900_000, count: 5) { small, _, file, seed in
      let changes =
        [ShowChange(name: "base")]
        + changes(of: small).map { .init(name: $0.setting, settings: [$0.setting]) }
      let texts = (0..<3).map { _ in Answer(Comparison(of: file.contenders(changes))).json }
      #expect(Set(texts).count == 1, "seed \(seed)")
    }
  }
}
