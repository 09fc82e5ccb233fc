import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// Workbooks to and from LibreOffice.
@Suite(
  .enabled(if: DeskPrograms.office != nil, "LibreOffice is not here"),
  .enabled(if: ReportWorkbook.isAvailable))
struct OfficeTests {
  private let place = SourceLocation(source: "s")

  @Test func `a catalog that LibreOffice made a workbook of is read as before`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(DeskShow.catalog, to: "c.csv")
    // Commas, double quotes, UTF-8, from the first line.
    let outcome = try DeskPrograms.convert(
      path, to: "xlsx", reading: ["--infilter=CSV:44,34,76,1"], in: folder)
    let before = try Catalog(contentsOf: path)
    let after = try Catalog(contentsOf: folder.path(of: "converted/c.xlsx"))
    #expect(after.spus == before.spus, "\(outcome.errorText)")
    #expect(after.numbers(.price) == before.numbers(.price))
    #expect(after.numbers(.stock) == before.numbers(.stock))
    // LibreOffice takes =1+1 for a formula and stores what it comes to.
    let names = before.spus.indices.map { $0 == 2 ? "2" : before.text(.name, row: $0) }
    #expect(after.spus.indices.map { after.text(.name, row: $0) } == names)
  }

  @Test func `a tray that LibreOffice saved again has the same figures`() throws {
    let folder = try TemporaryFolder()
    let show = try DeskShow.show(in: folder)
    let result = try show.solve()
    let path = folder.path(of: "tray.xlsx")
    try ReportWorkbook(Report(result, of: show, leftOut: show.leftOut(of: result))).write(to: path)
    let outcome = try DeskPrograms.convert(path, to: "xlsx", in: folder)
    var settings = CatalogSettings()
    settings.sheets = [.init(name: "Prices", location: place)]
    settings.defaults = [.init(column: .stock, text: "1", location: place)]
    let saved = try Catalog(contentsOf: folder.path(of: "converted/tray.xlsx"), settings: settings)
    let tray = try #require(result.tray)
    #expect(saved.spus == tray.items.map(\.spu), "\(outcome.errorText)")
    #expect(saved.numbers(.price) == tray.items.map(\.price))
    #expect(saved.spus.indices.map { saved.text(.name, row: $0) } == tray.items.map(\.name))
  }
}
