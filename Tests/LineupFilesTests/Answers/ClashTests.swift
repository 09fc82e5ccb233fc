import Lineup
import LineupFiles
import LineupReports
import TestSupport
import Testing

/// Clashes of a merchandiser's life, each with the sentence it must be told in.
@Suite struct ClashTests {
  private static let catalog = """
    spu,gender,brand,season,role,category,price,stock,expected_units
    W1,women,Aya,autumn,hero,dress,300,50,10
    W2,women,Aya,autumn,main,dress,200,50,10
    W3,women,Bei,autumn,main,knitwear,200,50,10
    W4,women,Bei,winter,profit,knitwear,150,50,10
    W5,women,Cui,summer,clearance,dress,100,50,10
    W6,women,Cui,autumn,main,knitwear,100,50,10
    M1,men,Aya,autumn,hero,shirt,400,50,10
    M2,men,Dao,autumn,main,shirt,200,50,10
    M3,men,Dao,summer,main,shirt,150,50,10
    M4,men,Dao,summer,main,shirt,150,50,10
    K1,kids,Aya,autumn,main,coat,100,50,10
    K2,kids,Bei,autumn,main,coat,100,50,10
    S1,kids,Bei,autumn,main,coat,100,0,10
    """

  struct Clash: Sendable, CustomTestStringConvertible {
    var name: String
    var scenario: String
    var message: String
    var testDescription: String { name }
  }

  private static let season = "season: { index: { autumn: 1.2, winter: 0.9, summer: 0.4 } }\n"

  static let clashes: [Clash] = [
    Clash(
      name: "too few men in season",
      scenario: season
        + "rules: { men: { split: gender, items: { men: 3 } }, in season: { share: items, where: { in_season: true }, range: 100% } }",
      message:
        "`men: men` (3) and `in season` (100%) cannot both hold: only 2 styles are men and in season."
    ),
    Clash(
      name: "too few men at all", scenario: "rules: { gender: { split: gender, items: { men: 10 } } }",
      message: "`gender: men` (10) cannot hold: only 4 candidates count towards it."),
    Clash(
      name: "a goal above reach", scenario: "goal: { gmv: 50_000 }",
      message: "`sales goal` (50,000..) cannot hold: all candidates together reach 21,500."),
    Clash(
      name: "a goal above what the air time allows", scenario: "show: { minutes: 9 }\ngoal: { gmv: 10_000 }",
      message:
        "`air time` (..9) and `sales goal` (10,000..) cannot both hold: the best 3 items, as many as fit into 9 minutes, together reach at most 9,000."
    ),
    Clash(
      name: "locks beyond air time", scenario: "show: { minutes: 8 }\nlock: [W1, M1, K1]",
      message:
        "`air time` (..8) cannot hold with `lock W1`, `lock M1` and `lock K1`: the locked styles take at least 9 minutes."
    ),
    Clash(
      name: "quotas that sum past the item count",
      scenario:
        "show: { items: 5 }\nrules: { gender: { split: gender, items: { women: 3, men: 2, kids: 1 } } }",
      message:
        "`items` (5), `gender: women` (3), `gender: men` (2) and `gender: kids` (1) cannot all hold: the quotas come to at least 6 items where 5 are allowed."
    ),
    Clash(
      name: "brand caps against a quota",
      scenario:
        "rules: { gender: { split: gender, items: { men: 3 } }, brands: { each: brand, items: 0..1 } }",
      message:
        "`gender: men` (3) and `brands` (0..1) cannot both hold: the 4 styles that are men have 2 values of brand, at most 1 of each."
    ),
    Clash(
      name: "a lock that is out of stock", scenario: "lock: [S1]",
      message: "`lock S1` cannot hold: S1 has no stock."),
    Clash(
      name: "a lock that is banned", scenario: "lock: [W1]\nban: [W1]",
      message: "`lock W1` cannot hold: W1 is banned."),
    Clash(
      name: "a lock that is not eligible", scenario: "eligible: { where: { price: \"..250\" } }\nlock: [M1]",
      message: "`lock M1` cannot hold: M1 is not eligible: price is 400."),
    Clash(
      name: "a lock on a pitch that the style may not have",
      scenario:
        "pitches: { full: { minutes: 6, where: { role: hero } }, quick: { minutes: 2 } }\nlock: [{ spu: W2, pitch: full }]",
      message: "`lock W2` cannot hold: W2 may not have the pitch full."),
    Clash(
      name: "two locks of which one is allowed",
      scenario: "lock: [W1, M1]\nrules: { one hero: { exclusive: [W1, M1] } }",
      message: "`one hero` cannot hold with `lock W1` and `lock M1`: it allows one of W1 and M1."),
    Clash(
      name: "an outfit of which a part is out of stock",
      scenario: "lock: [K1]\nrules: { outfit: { together: [K1, S1] } }",
      message: "`outfit` cannot hold with `lock K1`: S1 has no stock."),
    Clash(
      name: "a companion that is banned",
      scenario: "lock: [W1]\nban: [W2]\nrules: { with a top: { requires: { spu: W1, any_of: [W2] } } }",
      message: "`with a top` cannot hold with `lock W1`: W2 is banned."),
    Clash(
      name: "more heroes than there are",
      scenario:
        "show: { items: 6 }\nrules: { heroes: { share: items, where: { role: hero }, range: 50%.. } }",
      message:
        "`items` (6) and `heroes` (50%..) cannot both hold: only 2 styles are hero, so `heroes` comes to at most 33.3%."
    ),
    Clash(
      name: "an average price below what the quota holds",
      scenario:
        "rules: { men: { split: gender, items: { men: 4 } }, only men: { sum: items, where: { gender: { not: men } }, range: 0 }, price: { average: price, range: ..200 } }",
      message:
        "`men: men` (4), `only men` (0) and `price` (..200) cannot all hold: by these rules alone, `men: men` can have at most 3 of 4 styles."
    ),
    Clash(
      name: "more items than styles", scenario: "show: { items: 20..30 }",
      message: "`items` (20..30) cannot hold: only 12 candidates count towards it."),
    Clash(
      name: "quotas that do not fill the show",
      scenario:
        "show: { items: 10.. }\nrules: { gender: { split: gender, items: { women: ..4, men: ..3, kids: ..2 } } }",
      message:
        "`items` (10..), `gender: women` (..4) and `gender: men` (..3) cannot all hold: by these rules alone, `items` can have at most 9."
    ),
    Clash(
      name: "a part in season of a quota that is not",
      scenario: season
        + "show: { items: 4 }\nrules: { men: { split: gender, items: { men: 4 } }, in season: { share: items, where: { in_season: true }, range: 60%.. } }",
      message:
        "`items` (4), `men: men` (4) and `in season` (60%..) cannot all hold: by these rules alone, `men: men` can have at most 3 of 4 styles, of which 2 are in season."
    ),
    Clash(
      name: "a lock that takes the place of the season's",
      scenario: season
        + "show: { items: 3 }\nlock: [W5]\nrules: { men: { split: gender, items: { men: 2.. } }, in season: { share: items, where: { in_season: true }, range: 75%.. } }",
      message:
        "`items` (3) and `in season` (75%..) cannot both hold with `lock W5`: by these rules alone, `in season` comes to at most 66.6%."
    ),
    Clash(
      name: "more locks than items", scenario: "show: { items: 2 }\nlock: [W1, M1, K1]",
      message:
        "`items` (2) cannot hold with `lock W1`, `lock M1` and `lock K1`: 3 styles are locked where 2 are allowed."
    ),
    Clash(
      name: "a band of prices that nobody fills",
      scenario: "rules: { prices: { split: price, items: { 500..: 2, ..149: 1.. } } }",
      message: "`prices: 500..` (2) cannot hold: no candidate counts towards it."),
    Clash(
      name: "heroes for whom the full pitch takes too long",
      scenario:
        "show: { minutes: 10 }\npitches: { full: { minutes: 6, where: { role: hero } }, quick: { minutes: 2, where: { role: { not: hero } } } }\nrules: { heroes: { sum: items, where: { role: hero }, range: 2 } }",
      message:
        "`air time` (..10) and `heroes` (2) cannot both hold: by these rules alone, `heroes` can have at most 1 of 2 styles."
    ),
    Clash(
      name: "fewer items than the quota by itself",
      scenario: "show: { items: 2 }\nrules: { gender: { split: gender, items: { women: 3.. } } }",
      message:
        "`items` (2) and `gender: women` (3..) cannot both hold: `gender: women` asks for at least 3 items where 2 are allowed."
    ),
  ]

  private func show(_ scenario: String, in folder: TemporaryFolder) throws -> Show {
    try folder.write(Self.catalog, to: "catalog.csv")
    let path = try folder.write("catalog: catalog.csv\n" + scenario + "\n", to: "show.yaml")
    return try ShowFile(path: path).show()
  }

  private func answer(_ scenario: String, in folder: TemporaryFolder) throws -> Infeasibility {
    guard case .infeasible(let answer) = try show(scenario, in: folder).solve().outcome else {
      throw NotInfeasible()
    }
    return answer
  }

  private struct NotInfeasible: Error {}

  @Test(arguments: clashes) func `a clash is told in a sentence`(clash: Clash) throws {
    let answer = try answer(clash.scenario, in: TemporaryFolder())
    #expect(answer.conflict.map { Words.Clash.sentence($0).text(.written) } == clash.message)
    #expect(answer.conflict?.isMinimal == true)
    #expect(answer.bestEffort?.isProven == true)
  }

  @Test func `the smallest repair comes first, with the value of its tray`() throws {
    let answer = try answer(
      "rules: { gender: { split: gender, items: { men: 3 } }, brands: { each: brand, items: 0..1 } }",
      in: TemporaryFolder())
    #expect(answer.repairs.map { $0.changes.map(\.row) } == [["gender: men"], ["brands"]])
    #expect(answer.repairs.first?.changes.first?.to == Bounds(lower: 2, upper: 3))
    #expect(answer.repairs.map(\.isProven) == [true, true])
    #expect(answer.bestEffort?.misses.count == 1)
  }

  @Test func `a protected rule is never changed`() throws {
    let answer = try answer(
      "rules: { gender: { split: gender, items: { men: 3 }, repair: never }, brands: { each: brand, items: 0..1 } }",
      in: TemporaryFolder())
    #expect(answer.repairs.map { $0.changes.map(\.row) } == [["brands"]])
    #expect(answer.repairs.first?.changes.first?.to == Bounds(lower: 0, upper: 2))
  }

  @Test func `where two conflicts stand apart, the repair changes a rule of each`() throws {
    let answer = try answer(
      "rules: { gender: { split: gender, items: { men: 6 } }, coats: { split: category, items: { coat: 5 } } }",
      in: TemporaryFolder())
    #expect(answer.repairs.count == 1)
    #expect(answer.repairs.first?.changes.map(\.row) == ["gender: men", "coats: coat"])
    #expect(
      answer.repairs.first?.changes.compactMap(\.to) == [
        Bounds(lower: 4, upper: 6), Bounds(lower: 2, upper: 5),
      ])
  }
}
