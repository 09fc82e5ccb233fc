import Lineup
import LineupFiles
import TestSupport
import Testing

/// Points of frontiers against every tray tried.
@Suite struct FrontierOracleTests {
  @Test(arguments: 0..<4)
  func `each point of a moving goal is optimal, and the largest goal is the largest`(chunk: UInt64) throws {
    try ShowChunk.forEachFeasible(from: 6_000_000 + chunk * 100_000, count: 25) { small, _, file, seed in
      var free = small
      free.goal = nil
      free.objective = .measure("gmv")
      free.rules.removeAll { $0.penalty != nil }
      guard case .some(.some(let reach)) = free.optimum() else { return }
      let vary = try VariedSetting("goal.gmv=1..\((reach * 1.3).rounded(.up) + 2)", steps: 6)
      let frontier = try file.frontier(varying: vary)
      guard case .exactly(let largest)? = frontier.largestGoal else {
        Issue.record("seed \(seed): \(String(describing: frontier.largestGoal))")
        return
      }
      #expect(ShowChunk.isNear(largest, reach), "seed \(seed): \(largest), by every tray \(reach)")
      #expect(frontier.points.count == 6, "seed \(seed)")
      for point in frontier.points {
        var moved = small
        moved.goal = .gmv(point.position ?? .nan)
        guard let optimum = moved.optimum() else { continue }
        let label = "seed \(seed), goal \(point.label)"
        #expect(point.tray != nil || optimum == nil, "\(label)")
        if let optimum { #expect(ShowChunk.isNear(point.score?.value ?? .nan, optimum), "\(label)") }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `each point of a trade-off has the most of both that there is`(chunk: UInt64) throws {
    try ShowChunk.forEachFeasible(from: 7_000_000 + chunk * 100_000, count: 20) { small, _, file, seed in
      let frontier = try file.show().tradeOff(between: .gmv, and: .margin, points: 4)
      var hard = small
      hard.rules.removeAll { $0.penalty != nil }
      for point in frontier.points {
        guard let tray = point.tray, let floor = point.position else {
          Issue.record("seed \(seed): no tray at \(point.label)")
          continue
        }
        let label = "seed \(seed), \(point.label)"
        let found = small.options(of: tray)
        #expect(hard.fault(found) == nil, "\(label)")
        let gmv = small.sum("gmv", found)
        let margin = small.sum("margin", found)
        #expect(gmv >= floor - 1e-6 * max(1, abs(floor)), "\(label)")
        #expect(ShowChunk.isNear(point.score?.value ?? .nan, margin), "\(label)")
        // The largest margin above the floor …
        var rich = hard
        rich.objective = .measure("margin")
        rich.rules.append(
          .init(name: "floor", form: .sum("gmv", [], .init(floor - 1e-7 * max(1, floor), nil))))
        if let optimum = rich.optimum() { #expect(ShowChunk.isNear(margin, optimum ?? .nan), "\(label)") }
        // … and the largest GMV with that margin: no tray has more of one and no less of the other.
        var best = hard
        best.objective = .measure("gmv")
        best.rules.append(
          .init(name: "margin", form: .sum("margin", [], .init(margin - 1e-7 * max(1, abs(margin)), nil))))
        if let optimum = best.optimum() { #expect(ShowChunk.isNear(gmv, optimum ?? .nan), "\(label)") }
      }
      let ends = frontier.points.compactMap(\.tray)
      var most = hard
      most.objective = .measure("gmv")
      if let optimum = most.optimum() {
        #expect(ShowChunk.isNear(ends.last?.totals.gmv ?? .nan, optimum ?? .nan), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    ("goal.gmv=600000..1200000", 4, ["600000", "800000", "1000000", "1200000"]),
    ("goal.gmv=0..1_000", 4, ["0", "333", "667", "1000"]),
    ("show.minutes=90..180", 4, ["90", "120", "150", "180"]),
    ("rules.\"hero ratio\".range={10%..30%}..", 3, ["10%..", "20%..", "30%.."]),
    ("rules.\"a=b\".range=..{0.1..0.2}", 3, ["..0.1", "..0.15", "..0.2"]),
    ("show.minutes=180..90", 2, ["180", "90"]),
    ("rules.heroes.range=10%.., 15%..25%,20%", 9, ["10%..", "15%..25%", "20%"]),
  ])
  func `a setting moves as it was written`(argument: String, steps: Int, labels: [String]) throws {
    #expect(try VariedSetting(argument, steps: steps).values.map(\.label) == labels)
  }

  @Test func `a range with one end has a place in a plot`() throws {
    let vary = try VariedSetting("rules.heroes.range=10%..,..15%,20%..30%", steps: 2)
    #expect(vary.values.map(\.position) == [10, 15, nil])
  }

  @Test(arguments: ["goal.gmv", "goal.gmv=", "goal.gmv=5", "goal.gmv=a..b", "goal.gmv=1%..2", "goal.gmv=,"])
  func `what does not move is refused`(argument: String) {
    #expect(throws: LineupError.self) { try VariedSetting(argument, steps: 3) }
  }
}
