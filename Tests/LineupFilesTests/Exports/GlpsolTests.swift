import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// What GLPK's own program makes of exported shows.
@Suite struct GlpsolTests {
  private static let glpsol = Program.path(of: "glpsol")
  private static let absence: Comment = "glpsol is not installed (package glpk-utils)"

  enum Export: String, CaseIterable, Sendable {
    case mps, lp, dat

    func arguments(_ file: String) -> [String] {
      switch self {
      case .mps: ["--freemps", file]
      case .lp: ["--lp", file]
      case .dat:
        [
          "-m", SharedData.packageFolder.appending(path: "Models/lineup.mod").path(percentEncoded: false),
          "-d",
          file,
        ]
      }
    }

    /// What the optimum is multiplied by.
    var sign: Double { self == .mps ? -1 : 1 }
  }

  /// The optimum that glpsol finds in a file, `nil` where it says that there is none.
  private func optimum(_ export: Export, _ file: String, in folder: TemporaryFolder) throws -> Double? {
    let solution = folder.path(of: "solution.txt")
    try? FileManager.default.removeItem(atPath: solution)
    let outcome = try Program.run(
      try #require(Self.glpsol), export.arguments(file) + ["--write", solution], in: folder.path)
    try #require(outcome.code == 0, "glpsol refuses the file: \(outcome.text)")
    let lines = try folder.text(of: "solution.txt").split(separator: "\n")
    // s mip ROWS COLUMNS STATUS OBJECTIVE; a program without any row is solved as a linear one.
    let status = try #require(lines.first { $0.hasPrefix("s ") }).split(separator: " ")
    if status.contains("n") || outcome.text.contains("NO PRIMAL FEASIBLE") { return nil }
    #expect(status.contains("o") || status[4...5] == ["f", "f"], "\(status)")
    return try #require(status.last.flatMap { Double($0) }) * export.sign
  }

  private func expectAgreement(_ show: Show, _ best: Double?, _ label: String) throws {
    let folder = try TemporaryFolder()
    for export in Export.allCases {
      let file = folder.path(of: "show.\(export.rawValue)")
      try ExportFile(path: file).write(show)
      let found = try optimum(export, file, in: folder)
      switch (found, best) {
      case (nil, nil): break
      case (let found?, let best?):
        #expect(abs(found - best) <= 1e-6 * max(1, abs(best)), "\(label) .\(export): \(found), not \(best)")
      default:
        Issue.record("\(label) .\(export): \(String(describing: found)), not \(String(describing: best))")
      }
    }
  }

  @Test(
    .enabled(if: glpsol != nil, absence), arguments: TemplateTests.optima.filter { $0.variant == nil })
  func `glpsol finds the optimum of every template in all three exports`(
    file: String, variant: String?, optimum: Double
  ) throws {
    try expectAgreement(TemplateTests.file(file).show(), optimum, file)
  }

  @Test(.enabled(if: glpsol != nil, absence), arguments: Array<UInt64>(0..<6))
  func `glpsol finds the optimum of random shows in all three exports`(chunk: UInt64) throws {
    let folder = try TemporaryFolder()
    for seed in 100_000 + chunk * 10..<100_000 + (chunk + 1) * 10 {
      let (small, best) = SmallShow.random(seed: seed)
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      let show = try ShowFile(path: folder.path(of: files.scenario)).show(
        variant: files.variant, settings: files.settings)
      let net: Double? = if case .tray(_, let net) = best { net } else { nil }
      try expectAgreement(show, net, "seed \(seed)")
    }
  }

  @Test(.enabled(if: glpsol != nil, absence), arguments: Array<UInt64>(0..<4))
  func `glpsol finds the optimum of random shows with offers in all three exports`(chunk: UInt64) throws {
    let folder = try TemporaryFolder()
    for seed in 200_000 + chunk * 10..<200_000 + (chunk + 1) * 10 {
      let small = OfferShow(seed: seed)
      try folder.write(small.catalogText, to: "catalog.csv")
      let path = try folder.write(small.scenarioText, to: "show.yaml")
      try expectAgreement(ShowFile(path: path).show(), small.best?.value, "seed \(seed)")
    }
  }

  @Test(
    .enabled(if: glpsol != nil, absence),
    arguments: [
      "", "rules: { objective: { sum: items, range: ..2 } }",
      "rules: { st: { sum: items, range: ..2 }, free: { sum: items, range: 1.. } }",
      "rules: { bounds: { sum: items, range: ..2 }, binary: { sum: items, range: 1.. }, RHS: { sum: items, range: 1.. } }",
      "rules: { max: { sum: items, range: 1..2 }, \"subject to\": { sum: items, range: ..2 }, s.t.: { sum: items, range: 1.. } }",
      "rules: { general: { sum: items, range: 1..2 }, inf: { sum: items, range: ..2, penalty: 3 } }",
      "rules: { 女装: { sum: items, range: 1..2 }, 男装: { sum: items, range: ..2, penalty: 3 } }",
      "rules: { a b: { sum: items, range: 1..2 }, a_b: { sum: items, range: ..2 }, a.b: { sum: items, range: ..2 } }",
      "eligible: { where: { price: ..1 } }", "eligible: { where: { price: ..1 } }\nshow: { items: 1 }",
      "objective: { items: -1 }", "objective: { items: 0 }", "show: { items: 0 }",
      "name: \"two\\nlines\"\nshow: { items: 1 }",
    ])
  func `glpsol reads exports whatever the rules are called and however little there is`(
    scenario: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "spu,price,stock,expected_units\nA 1,10,5,1\nA_1,11,5,1\n# 3,12,5,1\n款\"4\",13,5,1\nA;'5,14,5,1\n",
      to: "c.csv")
    let path = try folder.write("catalog: c.csv\n" + scenario, to: "show.yaml")
    let show = try ShowFile(path: path).show()
    try expectAgreement(show, show.solve().score?.value, scenario)
  }
}
