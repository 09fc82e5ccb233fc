import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// What pages say to readers who never saw a scenario.
@Suite struct PageWordsTests {
  private static let scenario = """
    name: Bands
    catalog: c.csv
    show: { minutes: 60, items: 2..3 }
    goal: { gmv: 100 }
    lock: [A1]
    rules:
      bands: { split: price, items: { "..99.99": 0..2, "100..": 1.. } }
      roles: { share: items, where: { role: hero }, range: 0..80% }
    """

  /// The page without its look, its script and the scenario as it was written.
  private func words(_ report: Report) -> String {
    ReportPage(report).text
      .replacing(/<style>(.|\n)*?<\/style>/, with: "").replacing(/<script>(.|\n)*?<\/script>/, with: "")
      .replacing(/<div class="document">(.|\n)*?<\/div>/, with: "")
      .replacing(/<[^>]*>/, with: " ")
  }

  private func reports() throws -> [(name: String, report: Report)] {
    let folder = try TemporaryFolder()
    try folder.write(DeskShow.catalog, to: "c.csv")
    let file = try ShowFile(path: folder.write(Self.scenario, to: "s.yaml"))
    let show = try file.show()
    let result = try show.solve()
    let list = TrayList(try #require(result.tray))
    let changed = LateChanges(withdrawn: [list.spus[1]])
    let prices = try #require(try show.rulePrices())
    let regrets = try #require(try show.regrets(of: ["A4", "A1"]))
    return [
      ("solve", Report(result, of: show, leftOut: show.leftOut(of: result), listsCandidates: true)),
      ("explain", Report(prices, of: show.scenario, catalog: show.catalog)),
      ("regrets", Report(regrets, of: show.scenario, catalog: show.catalog)),
      ("audit", Report(try show.compareWithBest(list), of: show)),
      ("adjust", Report(try show.adjust(list, after: changed), of: try show.applying(changed, to: list))),
      ("alternatives", Report(try show.alternatives(count: 2, differ: 1))),
      ("stability", Report(try show.stability(StabilitySettings(jitter: 0.2, samples: 3)), of: show)),
      ("check", Report(show.check(), of: show)),
      ("compare", Report(Comparison(of: file.contenders([ShowChange(name: "base")])))),
      (
        "frontier",
        Report(try file.frontier(varying: VariedSetting("show.minutes=40..60", steps: 3, of: show.scenario)))
      ),
    ]
  }

  @Test func `every answer has a page without dots, key paths or text in a box`() throws {
    for (name, report) in try reports() {
      let words = words(report)
      for piece in ["..", "show.minutes", "goal.gmv", "Average price"] {
        #expect(!words.contains(piece), "\(name): \(piece)")
      }
      let page = ReportPage(report).text
      #expect(!page.contains("<pre") && !page.contains("monospace"), "\(name)")
      #expect(report.sections.contains { $0.media.contains(.page) }, "\(name)")
      #expect(!page.contains("<script>alert"), "\(name)")
    }
  }

  @Test func `a style is never named by its id alone`() throws {
    for (name, report) in try reports() {
      for section in report.sections {
        for table in [section.table].compactMap(\.self) {
          let people = table.shown(in: .desk).map { table.columns[$0].kind }
          if people.contains(.style) { #expect(people.contains(.name), "\(name): \(section.id)") }
        }
        for card in section.cards { #expect(card.style?.name != nil || card.number != nil, "\(name)") }
      }
    }
  }

  @Test(.enabled(if: ReportWorkbook.isAvailable))
  func `every answer has a workbook and a table for programs`()
    throws
  {
    let folder = try TemporaryFolder()
    for (name, report) in try reports() {
      try ReportWorkbook(report).write(to: folder.path(of: "\(name).xlsx"))
      #expect(report.data(for: .csv) != nil && report.data(for: .csvFile) != nil, "\(name)")
    }
    // What a planner saves is the tray that it was.
    let scenario = try ShowFile(path: folder.write(DeskShow.scenario, to: "s.yaml"))
    try folder.write(DeskShow.catalog, to: "c.csv")
    let show = try scenario.show()
    let result = try show.solve()
    let report = Report(result, of: show, listsCandidates: true)
    try ReportWorkbook(report).write(to: folder.path(of: "tray.xlsx"))
    let read = try TrayFile(path: folder.path(of: "tray.xlsx"), scenario: show.scenario).list(in: show)
    #expect(read == TrayList(try #require(result.tray)))
    #expect(read.notes.isEmpty)
  }
}
