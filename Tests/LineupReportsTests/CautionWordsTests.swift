import Lineup
import Testing

@testable import LineupReports

/// What a person should know, in sentences.
@Suite struct CautionWordsTests {
  @Test(arguments: [
    (
      Caution.unlistedSeason("早秋", styles: 2, nearest: "autumn", listed: ["autumn"]),
      "2 styles have the season tag \"早秋\", which the season table does not list, and it counts as 1; the nearest that it lists is \"autumn\""
    ),
    (
      .unlistedSeason("resort", styles: 1, nearest: nil, listed: ["spring", "summer"]),
      "1 style has the season tag \"resort\", which the season table does not list, and it counts as 1; it lists spring, summer"
    ),
    (
      .noSeasonColumn(listed: ["spring", "summer"]),
      "the season table lists \"spring\", \"summer\", but the catalog has no season column: every style's season index is 1"
    ),
    (
      .noListedSeason(listed: ["spring"]),
      "the season table lists \"spring\", but no style has one of them: every style's season index is 1"
    ),
    (.noPrice(styles: 1), "1 style has no price that can be read and is no candidate"),
    (.noStock(styles: 2), "2 styles have no stock figure that can be read and are no candidates"),
    (
      .missing(.forecast, candidates: 1, areAll: true), "1 candidate has no forecast and counts as 0 units"
    ),
    (
      .missing(.cost, candidates: 3, areAll: true), "all 3 candidates have no cost and count as margin 0"
    ),
    (
      .missing(.column("fans"), candidates: 3, areAll: false),
      "3 candidates have no fans and count as 0 in sums and averages"
    ),
    (
      .negativeForecast(column: "sales", candidates: 1),
      "1 candidate has a negative sales and counts as 0 units"
    ),
    (
      .negativeForecast(column: nil, candidates: 2),
      "2 candidates have a negative forecast and count as 0 units"
    ),
    (
      .levelForecast(0, candidates: 2, .gmv),
      "all 2 candidates have the same forecast (0 units): units, gmv and margin are 0 for every tray"
    ),
    (
      .levelForecast(5, candidates: 2, .units),
      "all 2 candidates have the same forecast (5 units): units then tell styles apart by pitch, season and stock only; demand: { column: …, times: … } makes forecasts out of past sales"
    ),
    (
      .largeShare(rule: "heroes", 15), "rule \"heroes\": the share 15 is 1500%; write 15% if that is meant"
    ),
    (
      .liftedLock("A1", pitch: "full", .wished(pitch: nil)),
      "the lock on A1 with the pitch full is lifted: it is asked for with any"
    ),
    (.liftedLock("A1", pitch: nil, .soldOut), "the lock on A1 is lifted: it has no stock"),
    (
      .exactMethodFailed(backend: "GLPK 5.0", code: "GLP_EFAIL", sentence: "solver failed"),
      "GLPK 5.0 failed: GLP_EFAIL, solver failed"
    ),
  ])
  func `a caution is told in a sentence`(caution: Caution, sentence: String) {
    #expect(Words.Cautions.sentence(caution).text(.written) == sentence)
  }
}
