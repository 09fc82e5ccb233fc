import Testing

@testable import Lineup
@testable import LineupFiles

/// A tray that is not proven the best is not called so.
@Suite struct BestKnownTests {
  private func words(_ regret: Regret) throws -> String {
    let scenario = try Scenario(Node(.mapping([]), at: SourceLocation(source: "s.yaml")))
    let report = Answer([regret], of: scenario)
    #expect(report.json.contains("\"base_proven\": \(regret.isBestTrayProven)"))
    return report.text(style: TextStyle())
  }

  @Test func `a style is on or off the best known tray where the best is not proven`() throws {
    for standing in [Regret.Standing.onTray, .offTray] {
      var regret = Regret("A", standing, isProven: false)
      regret.isBestTrayProven = false
      regret.value = 90
      regret.loss = 10
      let text = try words(regret)
      #expect(text.contains("the best known tray. The best known tray with"))
      regret.isBestTrayProven = true
      regret.isProven = true
      #expect(try words(regret).contains("the best tray. The best tray with"))
    }
  }

  @Test func `a gain over a tray that is not proven is no lock's doing`() throws {
    var regret = Regret("A", .offTray, isProven: false)
    regret.isBestTrayProven = false
    regret.value = 110
    regret.loss = -10
    #expect(try words(regret).contains("10 more: the best known tray is not the best."))
  }
}
