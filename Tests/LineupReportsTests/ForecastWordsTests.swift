import Lineup
import Testing

@testable import LineupReports

/// Where the forecast comes from, in words.
@Suite struct ForecastWordsTests {
  @Test(arguments: [
    (ForecastSource.none(demand: nil), "no style has one"),
    (.none(demand: "cost"), "no style has one: \"cost\" (demand) is empty"),
    (.defaults("5", instead: nil), "5 for every style (defaults)"),
    (
      .defaults("5", instead: .sales("sales", times: 0.1)),
      "5 for every style (defaults); sales x 0.1 (demand) is empty"
    ),
    (
      .column(.forecast(header: "expected_units", name: nil), defaulted: 0, by: "", without: 0),
      "the column expected_units"
    ),
    (
      .column(.forecast(header: "预估销量", name: "expected_units"), defaulted: 2, by: "5", without: 1),
      "the column 预估销量 (expected_units); 2 styles without take 5 (defaults); 1 style has none, which is 0 units"
    ),
    (
      .column(.salesPerThousandViews("uv", views: 12_000), defaulted: 0, by: "", without: 0),
      "uv a thousand views x 12000 views (demand)"
    ),
  ])
  func `the source is told in words`(source: ForecastSource, words: String) {
    #expect(Words.forecast(source) == words)
  }
}
