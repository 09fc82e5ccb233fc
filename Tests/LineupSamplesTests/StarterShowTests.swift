import LineupSamples
import Testing

@Suite struct StarterShowTests {
  @Test func `The scenario reads the catalog that comes with it`() {
    #expect(StarterShow.scenario.contains("\ncatalog: \(StarterShow.catalogFileName)\n"))
    #expect(StarterShow.catalog.count >= 100)
  }

  @Test func `Every style that the scenario names is in the catalog and on sale`() {
    let catalog = StarterShow.catalog
    var stock: [String: Int] = [:]
    for row in 0..<catalog.count {
      let product = catalog.product(at: row)
      stock[product.spu] = product.stock
    }
    let named = StarterShow.scenario.matches(of: /\b[A-Z]{2}1\d{5}\b/).map { String($0.output) }
    #expect(named.count == 7)
    #expect(named.allSatisfy { (stock[$0] ?? 0) > 0 })
  }

  @Test func `Every section is explained before it comes`() {
    let lines = StarterShow.scenario.split(separator: "\n", omittingEmptySubsequences: false)
    for section in [
      "catalog", "show", "eligible", "pitches", "season", "objective", "goal", "rules", "variants",
    ] {
      let place = lines.firstIndex { $0.hasPrefix("\(section):") }
      #expect(place.map { $0 > 0 && lines[$0 - 1].hasPrefix("#") } == true, "\(section)")
    }
  }
}
