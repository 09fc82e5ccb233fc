import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Instances of the literature with their published optima, written as catalogs and scenarios like any
/// other show: the exact method reaches them, the heuristic one a tray whose gap to them is honest.
///
/// PRINT_GAPS=1 prints the heuristic's gaps as rows of a table.
@Suite struct PublishedOptimaTests {
  private static let hasData = SharedData.path(of: "benchmarks") != nil
  private static let absence: Comment = "the folder shared/data beside the package is absent"

  private func expectOptimum(
    _ optimum: Double, within accuracy: Double = 1e-9, _ folder: TemporaryFolder, _ scenario: String,
    _ instance: String
  ) throws {
    let show = try ShowFile(path: folder.write(scenario, to: "show.yaml")).show()
    let result = try show.solve(SolveSettings(timeLimit: 20))
    #expect(result.status == "optimal", "\(instance)")
    let value = result.score?.value ?? .nan
    #expect(abs(value - optimum) <= accuracy * optimum, "\(instance): \(value), published \(optimum)")
    #expect(result.tray?.rules.allSatisfy(\.holds) == true, "\(instance)")
    let heuristic = try show.solve(SolveSettings(timeLimit: 5, method: .heuristic))
    let score = try #require(heuristic.score, "\(instance): \(heuristic.status)")
    #expect(
      score.value <= value + 1e-9 * optimum && score.bound ?? -.infinity >= value - 1e-9 * optimum,
      "\(instance)")
    #expect(heuristic.tray?.rules.allSatisfy(\.holds) == true, "\(instance)")
    if ProcessInfo.processInfo.environment["PRINT_GAPS"] != nil {
      let gap = (value - score.value) / value
      print("| \(instance) | \(optimum) | \(score.value) | \(100 * gap)% | \(heuristic.solver.seconds) |")
    }
  }

  /// Every number of a file, whatever separates them.
  private func numbers(in name: String) throws -> [Double] {
    let text = try String(contentsOfFile: #require(SharedData.path(of: name)), encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }

  private func limits(_ capacities: [Double]) -> String {
    capacities.enumerated().map { "  limit \($0): { sum: w\($0), range: ..\($1) }\n" }.joined()
  }

  @Test(.enabled(if: hasData, absence))
  func `the seven multidimensional knapsacks of mknap1 reach their optima`() throws {
    var rest = try numbers(in: "benchmarks/mknap1.txt")[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let folder = try TemporaryFolder()
    let count = Int(take(1)[0])
    #expect(count == 7)
    for instance in 1...count {
      let head = take(3)
      let (items, rows, optimum) = (Int(head[0]), Int(head[1]), head[2])
      let values = take(items)
      let weights = (0..<rows).map { _ in take(items) }
      let capacities = take(rows)
      var catalog = "spu,price,stock,value," + (0..<rows).map { "w\($0)" }.joined(separator: ",") + "\n"
      for item in 0..<items {
        catalog +=
          "K\(item),1,1,\(values[item])," + weights.map { "\($0[item])" }.joined(separator: ",") + "\n"
      }
      try folder.write(catalog, to: "items.csv")
      try expectOptimum(
        optimum, folder, "catalog: items.csv\nobjective: value\nrules:\n" + limits(capacities),
        "mknap1 \(instance)")
    }
  }

  private static let optima: [Double] = [
    401, 463, 487, 446, 430, 459, 437, 386, 466, 415, 461, 456, 474, 423, 438, 442, 443, 394, 425, 471, 377,
    461,
    407, 415, 411, 448, 485, 477, 432, 443,
  ]

  @Test(.enabled(if: hasData, absence))
  func `the thirty multiple-choice knapsacks of Hiremath and Hill reach their optima`() throws {
    var rest = try numbers(in: "benchmarks/mmkp_testset1.txt")[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let folder = try TemporaryFolder()
    for optimum in Self.optima {
      let head = take(4)
      let (instance, groups, items, rows) = (Int(head[0]), Int(head[1]), Int(head[2]), Int(head[3]))
      let capacities = take(rows)
      var catalog =
        "spu,price,stock,family,value," + (0..<rows).map { "w\($0)" }.joined(separator: ",") + "\n"
      for _ in 0..<groups {
        let group = Int(take(1)[0])
        for item in 1...items {
          let line = take(1 + rows)
          catalog += "K\(group)-\(item),1,1,\(group)," + line.map { "\($0)" }.joined(separator: ",") + "\n"
        }
      }
      try folder.write(catalog, to: "items.csv")
      try expectOptimum(
        optimum, folder,
        "catalog: items.csv\nobjective: value\nrules:\n  one of each: { each: family, items: 1 }\n"
          + limits(capacities), "mmkp \(instance)")
    }
    #expect(rest.isEmpty)
  }

  @Test(
    .enabled(if: hasData, absence),
    arguments: [
      (
        "dk-nba-salaries.csv", ["PG": 1, "SG": 1, "SF": 1, "PF": 1, "C": 1, "G": 1, "F": 1, "UTIL": 1], 279.53
      ),
      ("dk-nhl-salaries.csv", ["C": 2, "W": 3, "D": 2, "G": 1, "UTIL": 1], 39.61),
    ])
  func `a fantasy roster under its salary cap reaches its optimum`(
    file: String, slots: [String: Int], optimum: Double
  ) throws {
    let folder = try TemporaryFolder()
    let source = try #require(SharedData.path(of: "benchmarks/\(file)"))
    try FileManager.default.copyItem(atPath: source, toPath: folder.path(of: "players.csv"))
    let sorted = slots.sorted { $0.key < $1.key }
    let pitches = sorted.map { "  \($0.key): { minutes: 1, where: { roster position: \($0.key) } }\n" }
      .joined()
    let items = sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    // Every roster has a place filled for each slot; optima are published to two decimals.
    try expectOptimum(
      optimum, within: 0.005 / optimum, folder,
      """
      catalog: players.csv
      tags: [Roster Position]
      defaults: { price: 1, stock: 1 }
      objective: AvgPointsPerGame
      pitches:
      \(pitches)
      rules:
        slots: { split: pitch, items: { \(items) } }
        salary cap: { sum: salary, range: ..50_000 }
      """, file)
  }
}
