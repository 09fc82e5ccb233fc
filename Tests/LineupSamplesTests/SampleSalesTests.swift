import Foundation
import LineupSamples
import Testing

/// The sales beside the trays of `Models/series` are what the generator makes of them. After a change to the
/// generator, run the tests with `RECORD_SAMPLES=1` in the environment to write them anew.
@Suite struct SampleSalesTests {
  private static let models = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models")
  private static let samples = SampleSales(seed: 20_260_915)

  private static func table(_ path: String) throws -> (header: [String], rows: [[String]]) {
    var text = try String(contentsOf: models.appending(path: path), encoding: .utf8)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let table = CSVTable(text.replacingOccurrences(of: "\r\n", with: "\n"))
    return (table.header, table.rows)
  }

  private static func hundredths(_ text: String) -> Int { Int(((Double(text) ?? 0) * 100).rounded()) }

  /// The items of a tray, and styles of the catalog that are not on it.
  private static func show(_ number: Int) throws -> (items: [SampleSales.Item], spare: [SampleSales.Item]) {
    let tray = try table("series/tray-\(number).csv")
    let catalog = try table("partner-catalog.csv")
    func cell(_ row: [String], _ name: String, _ header: [String]) -> String {
      header.firstIndex(of: name).map { row[$0] } ?? ""
    }
    var stock: [String: Int] = [:]
    for row in catalog.rows {
      stock[cell(row, "spu", catalog.header)] = Int(cell(row, "stock", catalog.header))
    }
    let items = tray.rows.map { row in
      SampleSales.Item(
        spu: cell(row, "spu", tray.header), brand: cell(row, "brand", tray.header),
        category: cell(row, "category", tray.header), pitch: cell(row, "pitch", tray.header),
        price: hundredths(cell(row, "price", tray.header)),
        units: Double(cell(row, "units", tray.header)) ?? 0,
        stock: stock[cell(row, "spu", tray.header)] ?? 0)
    }
    let onTray = Set(items.map(\.spu))
    let others = catalog.rows.filter { row in
      !onTray.contains(cell(row, "spu", catalog.header)) && cell(row, "role", catalog.header).contains("main")
        && (Int(cell(row, "stock", catalog.header)) ?? 0) >= 80
    }
    // Two others a show.
    let spare = others.dropFirst(number * 7).prefix(2).map { row in
      SampleSales.Item(
        spu: cell(row, "spu", catalog.header), brand: cell(row, "brand", catalog.header),
        category: cell(row, "category", catalog.header), pitch: "long",
        price: hundredths(cell(row, "price", catalog.header)),
        units: (Double(cell(row, "sales_30d", catalog.header)) ?? 0) * 0.18,
        stock: Int(cell(row, "stock", catalog.header)) ?? 0)
    }
    return (items, Array(spare))
  }

  @Test(arguments: 1...6) func `shipped sales are the generated ones`(number: Int) throws {
    let (items, spare) = try Self.show(number)
    #expect(items.count >= 135 && spare.count == 2)
    let text = Self.samples.csv(show: number, items: items, spare: spare)
    let url = Self.models.appending(path: "series/sales-\(number).csv")
    if ProcessInfo.processInfo.environment["RECORD_SAMPLES"] == "1" { try Data(text.utf8).write(to: url) }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == text, "RECORD_SAMPLES=1 swift test writes it anew")
  }

  @Test func `the truth is the same at every show, and differs by category, brand and pitch`() throws {
    let effects = ["coat", "dress", "pyjamas", "shirt", "shoes", "knitwear"].map {
      Self.samples.effect("category", $0)
    }
    #expect(Set(effects).count >= 3 && effects.allSatisfy { (0.6...1.55).contains($0) })
    let (items, spare) = try Self.show(1)
    let rows = Self.samples.csv(show: 1, items: items, spare: spare).split(separator: "\n").dropFirst()
    #expect(rows.count == items.count)
    #expect(
      rows.contains { $0.hasPrefix(spare[0].spu) }
        && !rows.contains { $0.hasPrefix(items[items.count - 1].spu) })
    #expect(rows.contains { !$0.hasSuffix(",") })
  }
}
