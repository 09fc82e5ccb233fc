import Lineup
import LineupFiles
import TestSupport
import Testing

/// Months that are none: each is told with file and line what is wrong and what would be right.
@Suite struct BadMonthTests {
  /// A month's file with something wrong, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var text: String
    var says: [String]
    var testDescription: String { what }

    init(_ what: String, _ text: String, _ says: String...) {
      (self.what, self.text, self.says) = (what, text, says)
    }
  }

  /// The month without what is wrong; line 4 is the first free one.
  private static let head =
    "catalog: wide.csv\nlevels: { big: big.yaml, small: small.yaml }\nshows: { one: { level: big, date: 2026-09-02 }, two: { level: small, date: 2026-09-04 } }\n"

  private static func show(_ text: String) -> String {
    "catalog: wide.csv\nlevels: { big: big.yaml }\nshows:\n  one: \(text)\n"
  }

  private static func rule(_ text: String) -> String { head + "rules:\n  r: \(text)\n" }

  static let cases: [Case] = [
    Case("nothing", "", "month.yaml", "empty"),
    Case("a list", "[1, 2]\n", "month.yaml:1"),
    Case("an unknown key", head + "holds: 20%\n", "month.yaml:4", "holds", "hold"),
    Case("a key twice", head + "hold: 1%\nhold: 2%\n", "month.yaml:5", "hold"),
    Case("no levels", "shows: { one: { level: big, date: 2026-09-02 } }\n", "month.yaml", "levels"),
    Case("no shows", "levels: { big: big.yaml }\n", "month.yaml", "shows"),
    Case("shows without any", "levels: { big: big.yaml }\nshows: {}\n", "month.yaml:2", "one show or more"),
    Case("hold above all", head + "hold: 120%\n", "month.yaml:4", "hold", "0% to 100%"),
    Case("hold that is a word", head + "hold: some\n", "month.yaml:4", "hold"),
    Case("a period backwards", head + "period: 2026-09-09..2026-09-01\n", "month.yaml:4", "first day"),
    Case("a period that is none", head + "period: September\n", "month.yaml:4", "2026-10-01..2026-10-31"),
    Case(
      "a show outside of the period", head + "period: 2026-09-01..2026-09-03\n", "month.yaml:3", "two",
      "2026-09-04", "period"),
    Case(
      "an unknown level", show("{ level: bigg, date: 2026-09-02 }"), "month.yaml:4", "bigg", "did you mean",
      "big"),
    Case("no level", show("{ date: 2026-09-02 }"), "month.yaml:4", "level"),
    Case("no date", show("{ level: big }"), "month.yaml:4", "date"),
    Case(
      "date and dates", show("{ level: big, date: 2026-09-02, dates: 2026-09-03 }"), "month.yaml:4", "date",
      "dates"),
    Case(
      "a date that is none", show("{ level: big, date: 2026-02-30 }"), "month.yaml:4", "2026-02-30",
      "2026-09-09"),
    Case("weekdays with a date", show("{ level: big, date: 2026-09-02, on: [tue] }"), "month.yaml:4", "on"),
    Case(
      "weekdays that are none", show("{ level: big, dates: 2026-09-01..2026-09-09, on: [tues] }"),
      "month.yaml:4", "tues"),
    Case(
      "weekdays on none of the days", show("{ level: big, dates: 2026-09-01..2026-09-02, on: [sun] }"),
      "month.yaml:4", "sun"),
    Case(
      "a day twice", show("{ level: big, dates: [2026-09-01, 2026-09-01] }"), "month.yaml:4", "2026-09-01"),
    Case(
      "a start that is none", show("{ level: big, date: 2026-09-02, start: 8pm }"), "month.yaml:4", "8pm",
      "20:00"),
    Case(
      "a weight of 0", show("{ level: big, date: 2026-09-02, weight: 0 }"), "month.yaml:4", "weight",
      "above 0"),
    Case(
      "a weight without end", show("{ level: big, date: 2026-09-02, weight: 1e400 }"), "month.yaml:4",
      "weight"),
    Case(
      "a change that is no mapping", show("{ level: big, date: 2026-09-02, change: 5 }"), "month.yaml:4",
      "change"),
    Case(
      "a change with an unknown key", show("{ level: big, date: 2026-09-02, change: { showw: 1 } }"),
      "month.yaml:4", "showw", "show"),
    Case(
      "a change that is wrong", show("{ level: big, date: 2026-09-02, change: { show: { minutes: long } } }"),
      "month.yaml:4", "minutes"),
    Case(
      "a variant that is none", show("{ level: big, date: 2026-09-02, variant: nort }"), "month.yaml:4",
      "nort", "north"),
    Case(
      "an unknown key of a show", show("{ level: big, date: 2026-09-02, sereis: A }"), "month.yaml:4",
      "sereis", "series"),
    Case(
      "an empty name of a show",
      "catalog: wide.csv\nlevels: { big: big.yaml }\nshows:\n  \"\": { level: big, date: 2026-09-02 }\n",
      "month.yaml:4"),
    Case(
      "shows of one name",
      "catalog: wide.csv\nlevels: { big: big.yaml }\nshows:\n  a: { level: big, dates: 2026-09-02 }\n  a 2026-09-02: { level: big, date: 2026-09-02 }\n",
      "month.yaml:5", "a 2026-09-02"),
    Case(
      "a level without its file",
      "catalog: wide.csv\nlevels: { big: bigg.yaml }\nshows: { one: { level: big, date: 2026-09-02 } }\n",
      "month.yaml:2", "bigg.yaml"),
    Case(
      "a level without a scenario",
      "catalog: wide.csv\nlevels: { big: { weight: 2 } }\nshows: { one: { level: big, date: 2026-09-02 } }\n",
      "month.yaml:2", "scenario"),
    Case(
      "a level's variant that is none",
      "catalog: wide.csv\nlevels:\n  big: { scenario: big.yaml, variant: nort }\nshows: { one: { level: big, date: 2026-09-02 } }\n",
      "month.yaml:3", "nort", "north"),
    Case(
      "a catalog that is not there",
      "catalog: wild.csv\nlevels: { big: big.yaml }\nshows: { one: { level: big, date: 2026-09-02 } }\n",
      "wild.csv"),
    Case(
      "catalogs that differ",
      "levels: { own: own.yaml, other: other.yaml }\nshows:\n  one: { level: own, date: 2026-09-02 }\n  two: { level: other, date: 2026-09-02 }\n",
      "month.yaml:1", "own", "other", "catalog"),
    Case(
      "reading keys without a catalog",
      "tags: [brand]\nlevels: { own: own.yaml }\nshows: { one: { level: own, date: 2026-09-02 } }\n",
      "month.yaml:1", "catalog", "tags"),
    Case(
      "a tray that is not there", head + "aired: [{ tray: gone.csv, date: 2026-08-30, level: big }]\n",
      "month.yaml:4", "gone.csv"),
    Case(
      "a tray that is none", head + "aired: [{ tray: wide.yaml, date: 2026-08-30, level: big }]\n",
      "wide.yaml"),
    Case(
      "a tray without a date", head + "aired: [{ tray: aired.csv, level: big }]\n", "month.yaml:4", "date"),
    Case(
      "a tray of an unknown level", head + "aired: [{ tray: aired.csv, date: 2026-08-30, level: huge }]\n",
      "month.yaml:4", "huge", "big"),
    Case(
      "a tray with an unknown key",
      head + "aired: [{ tray: aired.csv, date: 2026-08-30, level: big, show: x }]\n", "month.yaml:4", "show"),
    Case("aired that is no list", head + "aired: aired.csv\n", "month.yaml:4", "aired"),
    Case("a rule without a form", rule("{ range: 1.. }"), "month.yaml:5", "appearances"),
    Case("a rule of two forms", rule("{ appearances: ..1, sum: gmv, range: 1.. }"), "month.yaml:5", "sum"),
    Case(
      "a form that shows alone have", rule("{ together: [S0, S1] }"), "month.yaml:5", "together",
      "appearances"),
    Case("appearances that are none", rule("{ appearances: many }"), "month.yaml:5", "many"),
    Case("appearances below 0", rule("{ appearances: -2..1 }"), "month.yaml:5", "-2"),
    Case("appearances backwards", rule("{ appearances: 3..1 }"), "month.yaml:5", "3..1"),
    Case("a lower end with days", rule("{ appearances: 1..2, days: 7 }"), "month.yaml:5", "days", "..2"),
    Case("days of 0", rule("{ appearances: ..2, days: 0 }"), "month.yaml:5", "days", "from 1 on"),
    Case("half a day", rule("{ appearances: ..2, days: 1.5 }"), "month.yaml:5", "days", "whole"),
    Case(
      "an unknown attribute to count per", rule("{ appearances: ..2, per: brnd }"), "month.yaml:5", "brnd",
      "brand"),
    Case("a count per pitch", rule("{ appearances: ..2, per: pitch }"), "month.yaml:5", "pitch"),
    Case("a count per show", rule("{ appearances: ..2, per: show }"), "month.yaml:5", "show"),
    Case(
      "an unknown name in in", rule("{ appearances: ..2, in: { brand: X } }"), "month.yaml:5", "brand",
      "level"),
    Case(
      "an unknown level in in", rule("{ appearances: ..2, in: { level: bigg } }"), "month.yaml:5", "bigg",
      "big"),
    Case(
      "an unknown weekday in in", rule("{ appearances: ..2, in: { weekday: tues } }"), "month.yaml:5", "tues"),
    Case(
      "a date in in that is none", rule("{ appearances: ..2, in: { date: 2026-02-30 } }"), "month.yaml:5",
      "2026-02-30"),
    Case(
      "an unknown attribute in where", rule("{ appearances: ..2, where: { brnd: X } }"), "month.yaml:5",
      "brnd", "brand"),
    Case(
      "a slip of a value in where", rule("{ sum: gmv, where: { role: heros }, range: 1.. }"), "month.yaml:5",
      "heros", "hero"),
    Case(
      "a slip of a level in where", rule("{ sum: gmv, where: { level: bigg }, range: 1.. }"), "month.yaml:5",
      "bigg", "big"),
    Case("a penalty of 0", rule("{ appearances: ..2, penalty: 0 }"), "month.yaml:5", "penalty"),
    Case("a penalty that is a word", rule("{ appearances: ..2, penalty: lots }"), "month.yaml:5", "penalty"),
    Case(
      "an unknown key of appearances", rule("{ appearances: ..2, day: 3 }"), "month.yaml:5", "day", "days"),
    Case("a key of another form", rule("{ appearances: ..2, range: ..2 }"), "month.yaml:5", "range"),
    Case("a sum of an unknown column", rule("{ sum: gvm, range: 1.. }"), "month.yaml:5", "gvm", "gmv"),
    Case("a sum of text", rule("{ sum: brand, range: 1.. }"), "month.yaml:5", "brand"),
    Case("an empty name of a rule", head + "rules:\n  \"\": { appearances: ..2 }\n", "month.yaml:5"),
    Case(
      "a name of a rule twice", head + "rules:\n  r: { appearances: ..2 }\n  r: { appearances: ..3 }\n",
      "month.yaml:6", "r"),
    Case(
      "a rule named as another's row",
      head + "rules:\n  r: { split: brand, items: { X: ..2 } }\n  \"r: X\": { sum: items, range: ..3 }\n",
      "month.yaml:6", "r: X"),
    Case("rules that are a list", head + "rules: [a]\n", "month.yaml:4", "rules"),
  ]

  @Test("what is wrong with a month is told", arguments: cases)
  func isTold(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    let csv = "spu,brand,role,price,cost,stock,expected_units\nS0,X,hero,10,5,20,8\nS1,Y,new,20,9,20,8\n"
    for name in ["wide.csv", "own.csv", "other.csv"] { try folder.write(csv, to: name) }
    let variants = "variants: { north: { show: { minutes: 5 } } }\n"
    for name in ["big", "small"] { try folder.write("show: { minutes: 9 }\n" + variants, to: "\(name).yaml") }
    for name in ["own", "other"] { try folder.write("catalog: \(name).csv\n", to: "\(name).yaml") }
    try folder.write("levels: 3\n", to: "wide.yaml")
    try folder.write("spu\nS0\n", to: "aired.csv")
    let path = try folder.write(bad.text, to: "month.yaml")
    let said = Self.message(path)
    for part in bad.says { #expect(said.contains(part), "\(said)") }
  }

  @Test(
    "what is wrong with a plan that is to be kept is told",
    arguments: [
      ("[]", ["plan.json", "shows"]), ("{}", ["plan.json", "shows"]), ("{ \"shows\": 3 }", ["shows"]),
      ("{ \"shows\": [ {} ] }", ["plan.json:1", "items"]),
      ("{ \"shows\": [ { \"show\": \"one\", \"items\": [ 3 ] } ] }", ["plan.json:1", "spu", "pitch"]),
      ("{ \"shows\": [ { \"show\": \"three\", \"items\": [] } ] }", ["none of the plan's shows"]),
      (
        "{ \"shows\": [ { \"show\": \"one\", \"items\": [] },\n{ \"show\": \"one\", \"items\": [] } ] }",
        ["plan.json:2", "twice"]
      ),
      (
        "{ \"shows\": [ { \"show\": \"one\", \"items\": [ { \"spu\": \"S0\", \"pitch\": \"standard\" },\n{ \"spu\": \"S0\", \"pitch\": \"standard\" } ] } ] }",
        ["plan.json:2", "S0", "twice"]
      ),
    ] as [(String, [String])])
  func keptIsTold(plan: String, says: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("spu,price,stock,expected_units\nS0,10,20,8\n", to: "wide.csv")
    for name in ["big", "small"] { try folder.write("show: { minutes: 9 }\n", to: "\(name).yaml") }
    let month = try MonthFile(path: folder.write(Self.head, to: "month.yaml")).bound()
    let path = try folder.write(plan, to: "plan.json")
    let said = Self.message(keeping: path, of: month)
    for part in says { #expect(said.contains(part), "\(said)") }
  }

  private static func message(keeping path: String, of month: BoundMonth) -> String {
    do {
      _ = try KeptPlan(contentsOf: path, of: month, freeze: nil, steady: 0)
      return ""
    } catch { return "\(error)" }
  }

  /// What is said of a month; that it is none where nothing is.
  private static func message(_ path: String) -> String {
    do {
      _ = try MonthFile(path: path).bound().plan()
      return ""
    } catch { return "\(error)" }
  }
}
