import Foundation
import LineupFiles
import Synchronization
import TestSupport
import Testing

/// The scenarios that the project ships, each with its variants.
///
/// The optima come from a formulation of the contract written apart from this project, solved by HiGHS
/// at gap 0, and from glpsol on `lineup.mod`; both agreed on every one. That of the group's variant `offers` is this
/// project's own and has not been checked so.
@Suite struct TemplateTests {
  static let optima: [(file: String, variant: String?, optimum: Double)] = [
    ("group", nil, 564_688.15278),
    ("group", "two hours", 358_776.5114),
    ("group", "more viewers", 563_026.33858),
    ("group", "more heroes", 602_346.71158),
    ("group", "for turnover", 1_010_570.2628),
    ("group", "offers", 630808.5526),
    ("regional", nil, 1_151_058.516),
    ("regional", "south", 958_741.034),
    ("regional", "October", 1_153_844.194),
    ("regional", "without knitwear price", 1_156_328.18),
    // With forecasts as the audit has them; the optimum is glpsol's alone.
    ("regional", "views", 1_382_568.478),
    ("brand", nil, 687_207.13073),
    ("brand", "ninety minutes", 540_949.1502),
    ("brand", "higher prices", 719_786.39612),
    ("brand", "margin only", 289_284.99602),
    ("daily", nil, 430_895.98596),
    ("daily", "six hours", 295_301.32764),
    ("daily", "sales are softer", 358_698.6455),
    ("daily", "only novelties long", 403_004.22048),
  ]

  static func file(_ name: String) throws -> ShowFile {
    let path = SharedData.packageFolder.appending(path: "Models/\(name).yaml")
    return try ShowFile(path: path.path(percentEncoded: false))
  }

  @Test(arguments: optima)
  func `every template and variant is solved to its known optimum`(
    file: String, variant: String?, optimum: Double
  ) throws {
    let result = try Self.file(file).show(variant: variant).solve(SolveSettings(timeLimit: 300))
    #expect(result.status == "optimal")
    let value = try #require(result.score?.value)
    #expect(abs(value - optimum) <= 1e-6 * optimum)
    #expect(try #require(result.tray).rules.allSatisfy { $0.holds || $0.isSoft })
  }

  /// Cancelled at each of the moments at which it asks: before the program is there, in the presolve, in the search.
  @Test func `a show that is cancelled at any moment ends with what is known`() throws {
    let show = try Self.file("regional").show()
    for moment in [0, 1, 2, 3, 5, 10, 30, 100] {
      let asked = Atomic(0)
      let result = try show.solve(isCancelled: { asked.add(1, ordering: .relaxed).oldValue >= moment })
      switch result.outcome {
      case .unknown(let bound): #expect(bound.map { $0 > 1_151_058 } ?? true)
      case .feasible(let tray, let score), .optimal(let tray, let score):
        #expect(tray.rules.allSatisfy { $0.holds || $0.isSoft })
        #expect(score.bound ?? .infinity >= 1_151_058)
      case .infeasible: Issue.record("cancelled at \(moment), said to be infeasible")
      }
      if moment == 0 { #expect(result.solver.backend == "none") }
    }
  }

  @Test(arguments: Set(optima.map(\.file)).sorted())
  func `the table of optima has every variant`(file: String) throws {
    let known = Self.optima.filter { $0.file == file }.compactMap(\.variant)
    #expect(try Self.file(file).variantNames.sorted() == known.sorted())
  }
}
