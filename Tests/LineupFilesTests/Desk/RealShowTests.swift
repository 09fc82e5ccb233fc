import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Shows as a merchandiser would write them for the catalogs of public sources, which are not part of
/// the project; where they are absent, the tests are skipped.
@Suite struct RealShowTests {
  private static let shows: [(catalog: String, scenario: String)] = [
    (
      "myntra_styles.csv",
      """
      name: Autumn picks
      defaults: { price: 299, stock: 100, expected_units: 5 }
      values: { season: { autumn: Fall } }
      show: { minutes: 120, items: 30..40 }
      rules:
        gender: { split: gender, items: { Women: 15.., Men: 10.. } }
        kinds: { each: articleType, items: 0..2 }
        autumn: { share: items, where: { season: autumn }, range: 60%.. }
      """
    ),
    (
      "myntra_products.csv",
      """
      name: Brand evening
      defaults: { stock: 100 }
      demand: { column: Num_Images, times: 2 }
      values: { gender: { kids: [Boys, Girls, Unisex Kids] } }
      show: { minutes: 180, items: 50..60 }
      eligible: { where: { price: "300..5000" } }
      rules:
        gender: { split: gender, items: { Women: 30, kids: 10, Men: 15.. } }
        brands: { each: brand, items: 0..3 }
        average price: { average: price, range: 800..1500 }
      """
    ),
    (
      "shein_women.csv",
      """
      name: Best sellers
      columns: { spu: goods-title-link }
      on_duplicate: first
      defaults: { stock: 500 }
      demand: { column: selling_proposition, times: 0.02 }
      show: { minutes: 120, items: 30..40 }
      rules:
        deals: { share: items, where: { discount: "..-0.1" }, range: 30%.. }
        average price: { average: price, range: 10..20 }
      """
    ),
  ]

  @Test(arguments: shows.indices) func `a real catalog becomes a tray`(index: Int) throws {
    let (name, scenario) = Self.shows[index]
    guard let catalog = SharedData.path(of: "catalogs/\(name)") else {
      print("skipped: \(name) is not beside the package")
      return
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("catalog: \(catalog)\n\(scenario)\n", to: "show.yaml")
    let show = try ShowFile(path: path).show()
    #expect(!show.catalog.notes.isEmpty)
    #expect(!show.check().hasShortRows)
    let result = try show.solve(SolveSettings(timeLimit: 60, gap: 0.01))
    let tray = try #require(result.tray)
    #expect((30...60).contains(tray.items.count))
    #expect(tray.rules.allSatisfy { $0.holds })
  }
}
