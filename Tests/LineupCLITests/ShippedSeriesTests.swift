import Foundation
import TestSupport
import Testing

/// The six shows of `Models/series`, reviewed one after another as a desk would, each output recorded beside them.
@Suite struct ShippedSeriesTests {
  /// Views and orders of each show.
  static let people = [
    (38_200, 1_490), (41_500, 1_610), (36_900, 1_385), (44_100, 1_820), (39_800, 1_540), (42_700, 1_700),
  ]

  @Test func `the reviews of the shipped series are what was recorded`() throws {
    let folder = try TemporaryFolder()
    let models = SharedData.packageFolder.appending(path: "Models").path(percentEncoded: false)
    _ = try Shell.run(
      "cp -r '\(models)/daily.yaml' '\(models)/partner-catalog.csv' '\(models)/series' . && mkdir reviews",
      in: folder)
    var history: [String] = []
    for (place, people) in Self.people.enumerated() {
      let number = place + 1
      let outcome = try Lineup.run(
        [
          "review", "daily.yaml", "--set", "show.date=2026-09-\(14 + number)", "--set", "goal.gmv=null",
          "--set",
          "goal.views=40000", "--set", "goal.conversion=4%", "--set", "goal.order_value=375", "--tray",
          "series/tray-\(number).csv", "--actual", "series/sales-\(number).csv", "--views", "\(people.0)",
          "--orders", "\(people.1)", "-o", "reviews/\(number).json", "--learn", "factors.yaml",
        ] + (history.isEmpty ? [] : ["--history"] + history), in: folder.path)
      #expect(outcome.code == 0, "\(outcome.errorText)")
      try expectRecorded(withoutTimes(outcome.text), in: "Models/series/review-\(number).txt")
      history.append("reviews/\(number).json")
    }
    let series = try Lineup.run(["review", "--series", "reviews"], in: folder.path)
    #expect(series.code == 0, "\(series.errorText)")
    try expectRecorded(series.text, in: "Models/series/series.txt")
    // The truth has effects of category, brand and pitch: they are found.
    #expect(try folder.text(of: "factors.yaml").contains("worth_using: true"))
    #expect(series.text.contains("Worth using: "))
  }
}
