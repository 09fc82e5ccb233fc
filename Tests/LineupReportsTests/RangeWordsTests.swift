import Lineup
import Testing

@testable import LineupReports

/// Ranges as readers get them who never saw a scenario.
@Suite struct RangeWordsTests {
  @Test(arguments: [
    (Bounds(lower: 11, upper: 14), RuleCheck.Kind.count, "11–14"),
    (Bounds(lower: 24, upper: 24), .count, "24"),
    (Bounds(lower: 374_400), .amount, "at least 374,400"), (Bounds(upper: 84), .amount, "at most 84"),
    (Bounds(upper: 99.99), .amount, "under 100"),
    (Bounds(lower: 100, upper: 299.99), .amount, "100 to under 300"),
    (Bounds(lower: 0.15, upper: 0.25), .share, "15–25%"), (Bounds(lower: 0.7), .share, "at least 70%"),
    (Bounds(upper: 99.5), .amount, "at most 99.5"),
  ])
  func `ranges are said in words`(bounds: Bounds, kind: RuleCheck.Kind, words: String) {
    #expect(Words.range(bounds, kind, .spoken) == words)
  }

  @Test(arguments: [
    ("price bands: ..99.99", "price bands: under 100"), ("price bands: 500..", "price bands: at least 500"),
    ("gender: men", "gender: men"), ("a..b", "a..b"), ("brands: A..B", "brands: A..B"),
  ])
  func `a range in the name of a row is said in words`(name: String, words: String) {
    #expect(Words.row(name, .spoken) == words)
    #expect(Words.row(name, .written) == name)
  }

  @Test func `a phrase gives its names and ranges to each reader`() {
    let phrase: Phrase =
      "\(rule: "goal") (\(range: Bounds(lower: 1_000_000), .amount)) cannot hold with \(rule: "price: ..99.99"): 3 (or 4) are left."
    #expect(
      phrase.text(.spoken)
        == "\"goal\" (at least 1,000,000) cannot hold with \"price: under 100\": 3 (or 4) are left.")
    #expect(
      phrase.text(.written) == "`goal` (1,000,000..) cannot hold with `price: ..99.99`: 3 (or 4) are left.")
  }

  @Test(arguments: [
    ("show.minutes", "air time"), ("goal.gmv", "sales goal"), ("rules.\"hero ratio\".range", "hero ratio"),
    ("rules.gender.items.men", "gender – items – men"),
  ])
  func `a setting is called as people call it`(key: String, words: String) {
    #expect(Words.setting(key) == words)
  }
}
