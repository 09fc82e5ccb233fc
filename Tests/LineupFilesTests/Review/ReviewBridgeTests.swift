import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// What adds up, in decimal arithmetic on what is written.
@Suite struct ReviewBridgeTests {
  /// REVIEW_BRIDGES=2000 tries as many shows in place of 300.
  private static let count =
    ProcessInfo.processInfo.environment["REVIEW_BRIDGES"].flatMap(UInt64.init) ?? 300

  /// A number of a document as it is written.
  private static func decimal(_ value: Any?) throws -> Decimal {
    let number = try #require(value as? NSNumber)
    return try #require(Decimal(string: "\(number.doubleValue)"))
  }

  private static func sum(_ bridge: Any?) throws -> Decimal {
    let parts = try #require(bridge as? [[String: Any]])
    return try parts.reduce(Decimal(0)) { try $0 + decimal($1["gmv"]) }
  }

  @Test func `bridges of styles, groups, the show and the funnel add up to the last cent`() throws {
    var funnels = 0
    var parts: Set<String> = []
    for seed in 0..<Self.count {
      let (show, review) = try RandomReview(seed: seed).review()
      let json = Answer(review, of: show).json
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let planned = try #require(document["planned"] as? [String: Any])
      let actual = try #require(document["actual"] as? [String: Any])
      let difference = try Self.decimal(actual["gmv"]) - Self.decimal(planned["gmv"])
      #expect(try Self.sum(document["bridge"]) == difference, "seed \(seed)")
      var total = Decimal(0)
      let items = try #require(document["items"] as? [[String: Any]])
      for item in items {
        let own = try Self.decimal(item["actual_gmv"]) - Self.decimal(item["planned_gmv"])
        #expect(try Self.sum(item["bridge"]) == own, "seed \(seed), \(item["spu"] ?? "")")
        total += own
        for part in try #require(item["bridge"] as? [[String: Any]]) where try Self.decimal(part["gmv"]) != 0
        {
          parts.insert(try #require(part["part"] as? String))
        }
      }
      #expect(total == difference, "seed \(seed)")
      for group in try #require(document["groups"] as? [[String: Any]]) {
        let own = try Self.decimal(group["actual_gmv"]) - Self.decimal(group["planned_gmv"])
        #expect(try Self.sum(group["bridge"]) == own, "seed \(seed), \(group["value"] ?? "")")
      }
      if document["funnel"] is [[String: Any]] {
        funnels += 1
        #expect(try Self.sum(document["funnel"]) == difference, "seed \(seed)")
      }
    }
    #expect(funnels > Self.count / 6)
    #expect(parts == ["price", "views", "forecast", "sold out", "not shown", "added"])
  }

  @Test func `hundredths that rounding leaves go where rounding took most, and nothing stays nothing`() {
    #expect(Cents.split(Cents(1), as: [0.333, 0.333, 0.334]).map(\.count) == [33, 33, 34])
    #expect(Cents.split(Cents(0.01), as: [0.004, 0, 0.006]).map(\.count) == [0, 0, 1])
    #expect(Cents.split(Cents(-0.02), as: [0, -0.015, -0.005]).map(\.count) == [0, -1, -1])
    #expect(Cents(1e300).count == 1_000_000_000_000_000 && Cents(.nan) == .zero)
    for seed in 0..<UInt64(500) {
      var random = RandomSource(seed: seed)
      let parts = (0..<random.integer(1...5)).map { _ in Double(random.integer(-99_999...99_999)) / 1_717 }
      let total = Cents(parts.reduce(0, +))
      let split = Cents.split(total, as: parts)
      #expect(split.reduce(.zero, +) == total)
      for (cents, part) in zip(split, parts) { #expect(abs(cents.amount - part) < 0.0151) }
    }
  }

  @Test func `a price band is of steps 1, 2 and 5, its lower end in it`() {
    let bands = [
      (1.0, "1..2"), (1.99, "1..2"), (2, "2..5"), (99.99, "50..100"), (100, "100..200"), (499, "200..500"),
      (500, "500..1000"), (1e6, "1000000..2000000"), (0.5, "0.5..1"), (0.07, "0.05..0.1"),
    ]
    for (price, band) in bands { #expect(PriceBand.label(price) == band) }
    #expect(PriceBand.label(0) == nil && PriceBand.label(-3) == nil && PriceBand.label(.nan) == nil)
  }
}
