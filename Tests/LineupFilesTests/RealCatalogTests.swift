import Foundation
import Testing

@testable import Lineup
@testable import LineupFiles

/// Catalogs as their public sources hold them. They are not part of the project; where they are
/// absent, the tests are skipped.
@Suite struct RealCatalogTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/catalogs").standardizedFileURL.path

  private static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  private static let reason: Comment =
    "the real catalogs are not beside the package (../shared/data/catalogs)"

  private let place = SourceLocation(source: "show.yaml", line: 1)

  @Test(.enabled(if: has("myntra_products.csv"), reason))
  func `quoted line ends, no-break spaces and a column without a name`() throws {
    var settings = CatalogSettings()
    settings.defaults = [.init(column: .stock, text: "100", location: place)]
    let catalog = try Catalog(contentsOf: Self.folder + "/myntra_products.csv", settings: settings)
    #expect(catalog.count == 12_491)
    let canonical: [CanonicalColumn?] = [.spu, .name, .brand, .gender, .price, nil, nil, nil, .stock]
    #expect(catalog.columns.map(\.canonical) == canonical)
    #expect(catalog.unusedHeaders == [UnusedHeader(header: "", reason: "no name")])
    #expect(catalog.text(.name, row: 0) == "DKNY Unisex Black & Grey Printed Medium Trolley Bag")
    #expect(catalog.columns[7].values.text(row: 0) == "Black")
    #expect(catalog.numbers(.price)?.allSatisfy { $0 > 0 } == true)
    guard case .numbers = catalog.columns[5].values else {
      Issue.record("Num_Images is not numeric")
      return
    }
    let bytes = try Data(contentsOf: URL(filePath: Self.folder + "/myntra_products.csv"))
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for row in stride(from: 0, to: catalog.count, by: 97) {
      #expect(lines[Int(catalog.lines[row]) - 1].starts(with: "\(catalog.spus[row]),".utf8))
    }
  }

  @Test(.enabled(if: has("myntra_styles.csv"), reason))
  func `levels of category stay columns of their own`() throws {
    var settings = CatalogSettings()
    settings.columns = [.init(column: .category, header: "masterCategory", location: place)]
    settings.defaults = [CanonicalColumn.price, .stock].map { .init(column: $0, text: "1", location: place) }
    let catalog = try Catalog(contentsOf: Self.folder + "/myntra_styles.csv", settings: settings)
    #expect(catalog.count == 44_446)
    #expect(catalog.text(.season, row: 0) == "Fall")
    guard case .found(let index)? = catalog.lookup("ArticleType") else {
      Issue.record("articleType is not found")
      return
    }
    #expect(catalog.columns[index].values.text(row: 0) == "Shirts")
  }

  @Test(.enabled(if: has("shein_women.csv"), reason))
  func `broken bytes, currency signs, shares and counts in words are read and said`() throws {
    var settings = CatalogSettings()
    settings.columns = [.init(column: .spu, header: "goods-title-link", location: place)]
    settings.defaults = [.init(column: .stock, text: "1", location: place)]
    let repeated = #expect(throws: LineupError.self) {
      try Catalog(contentsOf: Self.folder + "/shein_women.csv", settings: settings)
    }
    #expect(repeated?.problems.map(\.repeats?.count) == [119])
    settings.onDuplicate = .first
    let catalog = try Catalog(contentsOf: Self.folder + "/shein_women.csv", settings: settings)
    #expect(catalog.count == 4142)
    #expect(catalog.numbers(.price)?.first == 12.19)
    let counts = catalog.notes.filter {
      if case .rowsDiffer = $0.kind { false } else { true }
    }.map { [$0.count] + $0.lines.prefix(1).map(\.number) }
    #expect(counts == [[1, 4313], [4619, 2], [2752, 3], [3452, 5], [358, 126], [119, 353]])
  }
}
