import Foundation
import LineupSamples
import Testing

@Suite struct SampleCatalogTests {
  @Test func `The same seed gives the same rows on every machine`() {
    let lines = SampleCatalog(count: 5_000, seed: 7).csv().split(separator: "\n")
    let expected: [String] = [
      "LQ100001,Ribbed Linen Blouse 罗纹亚麻上衣,Lanqiao,women,shirt,autumn,image,F10138,oat,528,575,161.89,12,3.6,4,"
        + "2025-04-06,breathable",
      "AB100002,Checked Leather Ankle Boots 格纹真皮短靴,Arbora,women,shoes,summer,,F10260,navy,299,429.9,151.83,208,25,"
        + "55,2025-11-13,wide fit",
      "LP100003,Rainbow Modal T-Shirt 彩虹莫代尔T恤,Little Pinyon,kids,T-shirt,summer,profit,F11114,camel,99.9,108,40.18,"
        + "49,32.5,52,2026-08-02,\"easy care, no ironing\"",
    ]
    #expect(lines[1...3].map { String($0) } == expected)
  }

  @Test(arguments: [
    (SampleStyle.smooth, UInt64(12_936_308_048_055_599_382)), (.ties, 16_072_991_061_850_983_723),
    (.flat, 6_323_929_452_420_977_428),
  ])
  func `The bytes of a thousand rows are pinned`(style: SampleStyle, hash: UInt64) {
    #expect(fingerprint(SampleCatalog(count: 1_000, seed: 42, style: style)) == hash)
  }

  @Test func `Another seed gives another catalog`() {
    #expect(SampleCatalog(count: 50, seed: 1).csv() != SampleCatalog(count: 50, seed: 2).csv())
  }

  @Test(arguments: SampleStyle.allCases)
  func `The header names every column, forecasts only where there are some`(style: SampleStyle) {
    let header = SampleCatalog(count: 0, seed: 1, style: style).csv()
    let forecast = style == .smooth ? "expected_units," : ""
    let expected =
      "spu,name,brand,gender,category,season,role,family,colour,price,list_price,cost,stock,"
      + "\(forecast)sales_30d,launch_date,selling_point\n"
    #expect(header == expected)
  }

  @Test(arguments: [-3, 0, 1, 2, 3, 17, 1_000], SampleStyle.allCases)
  func `There are as many rows as asked for, each as wide as the header`(count: Int, style: SampleStyle) {
    let table = CSVTable(SampleCatalog(count: count, seed: 3, style: style).csv())
    #expect(table.rows.count == max(0, count))
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
  }

  @Test func `A catalog written in chunks, to a stream or at once has the same bytes`() {
    let catalog = SampleCatalog(count: 500, seed: 5)
    var chunks: [[UInt8]] = []
    catalog.forEachChunk(of: 1_000) { chunks.append($0) }
    var stream = ""
    catalog.write(to: &stream)
    #expect(chunks.count > 50)
    #expect(chunks.allSatisfy { $0.last == 0x0A })
    #expect(Array(chunks.joined()) == Array(catalog.csv().utf8))
    #expect(stream == catalog.csv())
  }

  @Test func `No style comes twice`() {
    let catalog = SampleCatalog(count: 20_000, seed: 9)
    #expect(Set((0..<catalog.count).map { catalog.product(at: $0).spu }).count == catalog.count)
  }

  @Test(arguments: SampleStyle.allCases)
  func `Prices, costs and stock make sense`(style: SampleStyle) {
    let catalog = SampleCatalog(count: 5_000, seed: 11, style: style)
    for row in 0..<catalog.count {
      let product = catalog.product(at: row)
      #expect(product.priceCents > 0)
      #expect(product.priceCents <= product.listPriceCents)
      #expect(product.costCents.map { 0 < $0 && $0 < product.priceCents } ?? true)
      #expect(product.stock >= 0 && product.salesOf30Days >= 0)
      #expect((product.expectedUnitTenths != nil) == (style == .smooth))
    }
  }

  @Test func `Ties have five prices and one margin`() {
    let catalog = SampleCatalog(count: 2_000, seed: 13, style: .ties)
    let products = (0..<catalog.count).map { catalog.product(at: $0) }
    #expect(Set(products.map(\.priceCents)) == [9_900, 19_900, 29_900, 39_900, 69_900])
    #expect(products.allSatisfy { $0.costCents == $0.priceCents / 2 })
  }

  @Test func `About a quarter as many families as styles, and a few gaps`() {
    let catalog = SampleCatalog(count: 8_000, seed: 17)
    let products = (0..<catalog.count).map { catalog.product(at: $0) }
    let families = Set(products.compactMap(\.family))
    #expect((1_800...2_000).contains(families.count))
    for (gaps, share) in [
      (products.count { $0.family == nil }, 0.06), (products.count { $0.costCents == nil }, 0.03),
      (products.count { $0.stock == 0 }, 0.02),
    ] {
      #expect(abs(Double(gaps) / 8_000 - share) < 0.01)
    }
  }

  @Test func `Look-alikes are of one brand, gender, category and season`() {
    let catalog = SampleCatalog(count: 2_000, seed: 19)
    var designs: [String: Set<[String]>] = [:]
    for row in 0..<catalog.count {
      let product = catalog.product(at: row)
      guard let family = product.family else { continue }
      designs[family, default: []].insert([product.brand, product.gender, product.category, product.season])
    }
    #expect(designs.values.allSatisfy { $0.count == 1 })
  }

  @Test func `All brands, genders, categories and roles of a group are there`() {
    let catalog = SampleCatalog(count: 4_000, seed: 23)
    let products = (0..<catalog.count).map { catalog.product(at: $0) }
    #expect(Set(products.map(\.brand)).count == 25)
    #expect(Set(products.map(\.gender)) == ["women", "men", "kids"])
    #expect(Set(products.map(\.category)).count == 15)
    let roles = Set(products.flatMap { $0.role.split(separator: "|").map(String.init) })
    #expect(roles == ["hero", "main", "profit", "traffic", "image", "clearance", "new"])
  }

  @Test func `Cells with commas and quotes are quoted, others are not`() {
    let catalog = SampleCatalog(count: 2_000, seed: 29)
    let csv = catalog.csv()
    #expect(csv.contains(",\"soft, no itch\"\n"))
    #expect(csv.contains(",\"fits a 14\"\" laptop\"\n"))
    #expect(csv.contains(",non-slip sole\n"))
    let points = CSVTable(csv).rows.map { $0.last ?? "" }
    #expect(points == (0..<catalog.count).map { catalog.product(at: $0).sellingPoint })
  }

  /// FNV-1a of the catalog's bytes.
  private func fingerprint(_ catalog: SampleCatalog) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    catalog.forEachChunk { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}
