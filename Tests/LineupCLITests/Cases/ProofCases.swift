import Foundation
import TestSupport
import Testing

/// Shows whose pitches or sums lie next to a limit, and shows of large amounts: what was proven of them was false.
@Suite(.enabled(if: SharedData.hasCases, "the cases are not beside the package (../shared/cases)"))
struct ProofCases {
  @Test(
    arguments: [
      ("faults/00-wrong-optimum-empty-tray", 396), ("faults/00b-wrong-optimum-requires", 42),
      ("faults/01-false-infeasible-tiny-lower-bound", 9), ("faults/02-false-infeasible-airtime", 500),
      ("faults/03-never-ends", 134 - 502.038e-7), ("faults/04-never-ends-gap-3e-10", 270.000002),
      ("faults/05-false-infeasible-near-limit", 2_480), ("large-amounts/best-missed", 63_286_352_859.6),
      ("large-amounts/exact-share", 504_604_639_870.5),
    ] as [(String, Double)])
  func `the best tray is found and proven`(name: String, value: Double) throws {
    let folder = try SharedData.copy(ofCase: name)
    let scenario = try #require(folder.names().first { $0.hasSuffix(".yaml") })
    let outcome = try Lineup.run(
      ["solve", scenario, "--format", "json", "--time-limit", "60"], in: folder.path)
    #expect(outcome.code == 0)
    let result = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(result["status"] as? String == "optimal")
    let objective = try #require(result["objective"] as? [String: Any])
    let found = try #require(objective["value"] as? Double)
    #expect(abs(found - value) <= 1e-9 * value)
  }

  @Test(arguments: ["faults/07-tray-fails-audit", "faults/08-audit-objective-rc70"])
  func `no tray that is found is refused by the audit`(name: String) throws {
    let folder = try SharedData.copy(ofCase: name)
    let outcome = try Lineup.run(["solve", "s.yaml", "--format", "json"], in: folder.path)
    #expect(outcome.code == 0 || outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.errorText.isEmpty)
  }
}
