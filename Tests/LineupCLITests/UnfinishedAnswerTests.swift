import Foundation
import TestSupport
import Testing

/// A search that was ended has found no tray, which is not that there is none.
@Suite struct UnfinishedAnswerTests {
  @Test(arguments: [
    ["compare", "show.yaml", "--variant", "short"], ["frontier", "show.yaml", "--vary", "show.items=1..3"],
    ["alternatives", "show.yaml"],
  ])
  func `what was ended is never said to have no tray`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "catalog: catalog.csv\nshow: { minutes: 9, items: 2 }\nvariants: { short: { show: { minutes: 6 } } }\n",
      to: "show.yaml")
    try folder.write(
      "spu,price,stock,expected_units\na,10,9,3\nb,20,9,2\nc,30,9,1\nd,25,9,2\n", to: "catalog.csv")
    let outcome = try Lineup.run(arguments + ["--time-limit", "1e-9", "-o", "o.html"], in: folder.path)
    #expect(outcome.code == 3, "\(outcome.text)\(outcome.errorText)")
    for text in [outcome.text, try folder.text(of: "o.html")] {
      #expect(!text.contains("No tray at any") && !text.contains("None of these shows has a tray"))
      #expect(!text.contains("says what clashes") && !text.contains("have no tray"))
      #expect(text.contains("before a tray was found") || text.contains("before it found a tray"))
    }
  }
}
