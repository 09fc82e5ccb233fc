import Lineup
import LineupFiles
import TestSupport
import Testing

/// Slots whose search is stopped: at whatever look at the clock or at the wish to end, the answer holds.
@Suite struct StoppedSlotsTests {
  /// The shipped month: with its own rules, with days apart that nobody can keep, with more than there are slots.
  private static let changes: [(each: ClosedRange<Int>, apart: Int)] = [(1...6, 3), (1...6, 12), (4...6, 3)]

  private static func search(_ change: (each: ClosedRange<Int>, apart: Int)) throws -> SlotsSearch {
    let path = SharedData.packageFolder.appending(path: "Models/slots.yaml").path(percentEncoded: false)
    var search = try SlotsFile(path: path).search
    search.plan.each = change.each
    search.plan.apart = change.apart
    return search
  }

  @Test(arguments: Stop.Kind.allCases, [0, 1, 2])
  func `stopped at any moment slots are given by the rules, and nothing is claimed that is not so`(
    kind: Stop.Kind, change: Int
  ) throws {
    let search = try Self.search(Self.changes[change])
    let whole = try search.run()
    #expect(whole.status == (change == 0 ? .optimal : .infeasible))
    for look in [1, 2, 4, 9, 30, 120, 600, 3_000] {
      let stop = Stop(kind: kind, look: look)
      let result = try stop.run { timeLimit, isCancelled in
        try search.run(timeLimit: timeLimit, isCancelled: isCancelled)
      }
      expectHolds(result, "\(stop), \(change)")
      switch result.status {
      case .optimal:
        #expect(change == 0 && abs(result.value - whole.value) < 1e-6 * whole.value, "\(stop)")
      case .feasible:
        #expect(change == 0 && result.value <= whole.value * (1 + 1e-9), "\(stop)")
        #expect(result.bound.map { $0 >= whole.value * (1 - 1e-9) } ?? true, "\(stop)")
        #expect(result.stop != nil, "\(stop)")
      case .infeasible:
        #expect(change != 0, "\(stop)")
        if result.isBestEffortProven {
          #expect(result.filled == whole.filled && abs(result.value - whole.value) < 1e-6 * whole.value)
        }
        #expect(result.filled <= whole.filled, "\(stop)")
      case .unknown: #expect(result.stop != nil, "\(stop)")
      }
      // What is arithmetic is there at once.
      #expect(result.standings.map(\.count) == whole.standings.map(\.count))
      #expect(result.standings.map(\.pointsToOneMore) == whole.standings.map(\.pointsToOneMore))
      _ = Answer(result).json
    }
  }

  @Test(arguments: [0, 1, 2])
  func `without GLPK slots are given all the same, and who gave them is said`(change: Int) throws {
    let search = try Self.search(Self.changes[change])
    let whole = try search.run()
    let result = try search.run(method: .heuristic, timeLimit: 3)
    expectHolds(result, "heuristic, \(change)")
    #expect(result.work.method == "heuristic")
    #expect(result.filled <= whole.filled && result.filled > 0)
    if result.status == .optimal || result.status == .feasible {
      #expect(change == 0 && result.value <= whole.value * (1 + 1e-9))
    }
  }

  /// The calendar gives nobody more than it is to have, no slot to who does not come, and keeps the days apart.
  private func expectHolds(_ result: SlotsResult, _ comment: Comment) {
    var days: [Int: [Int]] = [:]
    for (slot, owner) in result.owners.enumerated() {
      guard let owner else {
        #expect(result.wishes[slot] == nil, comment)
        continue
      }
      #expect(result.wishes[slot] != nil && result.wishes[slot] != .no, comment)
      days[owner, default: []].append(result.plan.slots[slot].day.number)
    }
    for (place, standing) in result.standings.enumerated() {
      let own = days[place, default: []]
      #expect(standing.held == own.count && own.count <= standing.count, comment)
      #expect(zip(own, own.dropFirst()).allSatisfy { $1 - $0 >= result.plan.apart }, comment)
    }
    if result.status == .optimal || result.status == .feasible {
      #expect(result.standings.allSatisfy { $0.held == $0.count }, comment)
    }
  }
}
