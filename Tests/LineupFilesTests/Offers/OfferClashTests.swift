import Lineup
import LineupFiles
import LineupReports
import TestSupport
import Testing

/// Clashes of offers, each with the sentence it must be told in.
@Suite struct OfferClashTests {
  private static let catalog = """
    spu,gender,role,price,cost,stock,expected_units,live_price,lowest
    W1,women,hero,300,200,50,10,250,280
    W2,women,main,200,140,50,10,150,
    W3,women,traffic,100,85,50,10,80,60
    W4,women,traffic,90,80,50,10,70,60
    M1,men,hero,400,240,50,10,300,
    M2,men,main,200,120,50,10,180,100
    M3,men,traffic,80,60,50,10,60,50
    """

  struct Clash: Sendable, CustomTestStringConvertible {
    var name: String
    var scenario: String
    var message: String
    var testDescription: String { name }
  }

  static let clashes: [Clash] = [
    Clash(
      name: "traffic styles under the floor of margin",
      scenario: """
        offers: { floor: { margin: 10% }, kinds: { flash: { price: 89, lift: 2, where: { role: traffic } } } }
        rules: { two: { sum: items, where: { offer: flash }, range: 2.. } }
        """,
      message:
        "`two` (2..) cannot hold: only 1 candidate counts towards it; 2 styles that meet the `where` of offer \"flash\" may not have its price (W3: the margin would be 4.5%, below the floor of 10%)."
    ),
    Clash(
      name: "more kinds always there than allowed",
      scenario: """
        offers:
          at_most: 1
          kinds: { flash: { price: 80%, lift: 2, always: true }, coupon: { off: 20, lift: 1.2, always: true } }
        """,
      message: "`offers` (..1) cannot hold: \"flash\" and \"coupon\" are always there where 1 is allowed."),
    Clash(
      name: "two kinds that exclude each other",
      scenario: """
        offers: { exclusive: [[flash, coupon]], kinds: { flash: { price: 80%, lift: 2 }, coupon: { off: 20, lift: 1.2 } } }
        rules:
          f: { sum: items, where: { offer: flash }, range: 1.. }
          c: { sum: items, where: { offer: coupon }, range: 1.. }
        """,
      message:
        "`offers: flash or coupon`, `f` (1..) and `c` (1..) cannot all hold: they ask for \"flash\" and \"coupon\" where 1 is allowed."
    ),
    Clash(
      name: "too few styles for a kind that is always there",
      scenario:
        "offers: { kinds: { flash: { price: 80%, lift: 2, items: 4..5, always: true, where: { role: traffic } } } }",
      message: "`offer flash` (4..5) cannot hold: only 3 candidates count towards it."),
    Clash(
      name: "a window too short",
      scenario: """
        offers: { kinds: { flash: { price: 80%, lift: 2, window: { from: "20:00", to: "20:05" } } } }
        rules: { f: { sum: items, where: { offer: flash }, range: 2.. } }
        """,
      message:
        "`offer flash: window` (..5) and `f` (2..) cannot both hold: by these rules alone, `f` can have at most 1 of 7 styles."
    ),
    Clash(
      name: "a lock on an offer that the style may not have",
      scenario: """
        offers: { kinds: { flash: { price: 80%, lift: 2, where: { role: traffic } } } }
        lock: [{ spu: W1, offer: flash }]
        """,
      message: "`lock W1` cannot hold: W1 may not have the offer flash: its `where` does not hold."),
    Clash(
      name: "a lock on an offer where none is allowed",
      scenario: """
        offers: { at_most: 0, kinds: { flash: { price: 80%, lift: 2 } } }
        lock: [{ spu: W1, offer: flash }]
        """,
      message: "`offers` (..0) cannot hold with `lock W1`: they ask for \"flash\" where 0 are allowed."),
    Clash(
      name: "more of an offer than its items",
      scenario: """
        offers: { kinds: { flash: { price: 80%, lift: 2, items: ..2 } } }
        rules: { f: { share: items, where: { offer: flash }, range: 50%.. } }
        show: { items: 6 }
        """,
      message:
        "`items` (6), `offer flash` (..2) and `f` (50%..) cannot all hold: by these rules alone, `f` comes to at most 33.3%."
    ),
    Clash(
      name: "a lock below the lowest price",
      scenario: """
        offers: { floor: { column: lowest }, kinds: { live: { column: live_price, lift: 2 } } }
        lock: [{ spu: W1, offer: live }]
        """,
      message:
        "`lock W1` cannot hold: W1 may not have the offer live (250): the price on air would be below lowest, 280."
    ),
    Clash(
      name: "minutes that offers take",
      scenario: """
        offers: { kinds: { flash: { price: 80%, lift: 2, minutes: 4 } } }
        show: { minutes: 12 }
        rules: { f: { sum: items, where: { offer: flash }, range: 2.. } }
        """,
      message:
        "`air time` (..12) and `f` (2..) cannot both hold: by these rules alone, `f` can have at most 1 of 7 styles."
    ),
    Clash(
      name: "a price on air above reach",
      scenario: """
        offers: { kinds: { flash: { price: 50%, lift: 2 } } }
        rules: { on air: { average: offer_price, range: 300.. } }
        show: { items: 4 }
        """,
      message:
        "`items` (4) and `on air` (300..) cannot both hold: by these rules alone, `on air` comes to at most 275."
    ),
    Clash(
      name: "an offer on the whole show that is always there",
      scenario: """
        offers:
          at_most: 1
          kinds: { spend: { show: true, gives: 4%, lift: 1.1, always: true }, flash: { price: 80%, lift: 2 } }
        rules: { f: { sum: items, where: { offer: flash }, range: 1.. } }
        """,
      message:
        "`offers` (..1) and `f` (1..) cannot both hold: they ask for \"spend\" and \"flash\" where 1 is allowed."
    ),
  ]

  @Test(arguments: clashes)
  func `a clash of offers is told by the rules that clash and why`(clash: Clash) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.catalog, to: "catalog.csv")
    let path = try folder.write("catalog: catalog.csv\n" + clash.scenario, to: "show.yaml")
    let result = try ShowFile(path: path).show().solve(SolveSettings(timeLimit: 60))
    guard case .infeasible(let answer) = result.outcome, let conflict = answer.conflict else {
      Issue.record("\(result.status)")
      return
    }
    #expect(conflict.isMinimal)
    #expect(Words.Clash.sentence(conflict).text(.written) == clash.message)
    #expect(!answer.repairs.isEmpty)
  }

  // MARK: Errors

  static let errors: [(offers: String, rest: String, message: String)] = [
    (
      "{ kinds: { flash: { lift: 2 } } }", "",
      "offer \"flash\" says no price; give one of price: 70%, off: 30 or column: live_price"
    ),
    (
      "{ kinds: { flash: { price: 70%, off: 30, lift: 2 } } }", "",
      "offer \"flash\" has its price from \"price\" and \"off\"; keep one"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2, elasticity: 1 } } }", "",
      "\"lift\" and \"elasticity\" exclude each other; give the lift, or the elasticity that it follows from"
    ),
    ("{ kinds: { flash: { price: 70%, lift: -1 } } }", "", "\"lift\" is -1, but must be 0 or more"),
    ("{ kinds: { flash: { price: 0, lift: 1 } } }", "", "\"price\" is 0, but must be above 0"),
    (
      "{ kinds: { none: { price: 70% } } }", "",
      "\"none\" is what an item without an offer is said to have; give the kind of offer another name"
    ),
    ("{ kinds: { flash: { price: 70%, lift: 2, elastic: 1 } } }", "", "did you mean \"elasticity\"?"),
    (
      "{ kinds: { s: { show: true, price: 70% } } }", "",
      "unknown key \"price\" in offer \"s\", which is on the whole show,"
    ),
    (
      "{ exclusive: [[flash, flush]], kinds: { flash: { price: 70%, lift: 2 } } }", "",
      "there is no offer \"flush\"; did you mean \"flash\"?"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2, window: { from: \"20:00\", to: \"20:00\" } } } }", "",
      "the window ends when it begins"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2, claim: { from: 2026-09-09 }, use: { to: 2026-09-08 } } } }",
      "",
      "\"flash\" can be used until 2026-09-08 only, before it can be claimed (from 2026-09-09)"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2 } } }",
      "rules: { r: { sum: items, where: { offer: flesh }, range: 1.. } }",
      "there is no offer \"flesh\"; did you mean \"flash\"?"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2 } } }", "lock: [{ spu: W1, offer: flesh }]",
      "there is no offer \"flesh\"; did you mean \"flash\"?"
    ),
    (
      "{ kinds: { s: { show: true, lift: 2 } } }", "lock: [{ spu: W1, offer: s }]",
      "\"s\" is an offer on the whole show and no item has it"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2, where: { offer: flash } } } }", "",
      "\"offer\" can stand in a rule's where only"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2, always: true, use: { to: 2026-09-08 } } } }",
      "show: { date: 2026-09-10 }", "\"flash\" is always there, but cannot be used on 2026-09-10"
    ),
    (
      "{ kinds: { flash: { price: 70%, lift: 2 } } }", "rules: { offers: { sum: items, range: 1.. } }",
      "the name \"offers\" is reserved"
    ),
    ("{ kinds: { flash: { column: live, lift: 2 } } }", "", "the catalog has no column \"live\""),
  ]

  @Test(arguments: errors)
  func `what is wrong with offers is told with its place`(offers: String, rest: String, message: String)
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.catalog, to: "catalog.csv")
    let path = try folder.write("catalog: catalog.csv\noffers: \(offers)\n\(rest)\n", to: "show.yaml")
    let error = try #require(throws: LineupError.self) { try ShowFile(path: path).show() }
    #expect(error.problems.contains { $0.description.contains(message) }, "\(error)")
    #expect(error.problems.allSatisfy { ($0.location?.line ?? 0) > 0 })
  }

  @Test func `names that come with offers are columns in a scenario without them`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "spu,price,stock,expected_units,offer,saving\nA,10,5,1,x,3\nB,20,5,1,y,4\n", to: "catalog.csv")
    let path = try folder.write(
      "catalog: catalog.csv\nrules: { o: { sum: saving, where: { offer: x }, range: 3.. }, offers: { sum: items, range: ..1 } }\n",
      to: "show.yaml")
    let result = try ShowFile(path: path).show().solve()
    #expect(result.tray?.items.map(\.spu) == ["A"])
  }
}
