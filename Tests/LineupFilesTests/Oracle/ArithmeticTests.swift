import LineupReports
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// What counting and adding up say to be impossible is so, on small shows and in words.
@Suite struct ArithmeticTests {
  @Test(arguments: Array<UInt64>(0..<8))
  func `what is found has no tray by brute force`(chunk: UInt64) throws {
    let folder = try TemporaryFolder()
    var found = 0
    for seed in 700_000 + chunk * 250..<700_000 + (chunk + 1) * 250 {
      let (small, best) = SmallShow.random(seed: seed)
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      let show = try ShowFile(path: folder.path(of: files.scenario)).show(
        variant: files.variant, settings: files.settings)
      let findings = CountArithmetic(show).findings()
      if findings.isEmpty { continue }
      found += 1
      if case .tray = best {
        Issue.record("seed \(seed): \(findings)")
      }
    }
    #expect(found > 3)
  }

  private static let catalog = """
    spu,brand,gender,role,price,stock,expected_units
    A,x,women,hero,10,9,5
    B,x,women,main,20,9,5
    C,y,men,main,30,9,5
    D,y,men,main,40,9,5
    E,z,kids,main,50,9,5

    """

  private func show(_ text: String) throws -> Show {
    let folder = try TemporaryFolder()
    try folder.write(Self.catalog, to: "c.csv")
    return try ShowFile(path: folder.write("catalog: c.csv\n\(text)\n", to: "s.yaml")).show()
  }

  private static let quotas = "rules: { g: { split: gender, items: { women: 2, men: 1.., kids: 1 } } }"

  @Test(arguments: [
    (
      "show: { minutes: 10, items: 4 }", "`air time` (..10)",
      "4 items of at least 3 minutes take 12 minutes, 10 are there"
    ),
    (
      "show: { minutes: 8, items: 3, reserved_minutes: 0.5 }", "`air time` (..7.5)",
      "3 items of at least 3 minutes take 9 minutes, 7.5 are there"
    ),
    (
      "show: { minutes: 2, items: 1 }", "`air time` (..2)",
      "1 item of at least 3 minutes takes 3 minutes, 2 are there"
    ),
    (
      "show: { minutes: 10 }\n\(quotas)", "`air time` (..10)",
      "the quotas of `g` come to 4 items; 4 items of at least 3 minutes take 12 minutes, 10 are there"
    ),
    ("show: { items: ..3 }\n\(quotas)", "`g`", "the quotas come to at least 4 items where 3 are allowed"),
    (
      "show: { items: 4 }\nrules: { p: { split: price, items: { ..20: 2, 25..: 3 } } }", "`p`",
      "the quotas come to at least 5 items where 4 are allowed"
    ),
    (
      "show: { items: 5 }\nrules: { g: { split: gender, items: { women: ..1, men: 1, kids: 1 } } }",
      "`items`",
      "at least 5 items are asked for where the quotas of `g` let in at most 3"
    ),
    (
      "show: { items: 4.. }\nrules: { b: { each: brand, items: 0..1 } }", "`items`",
      "at least 4 items are asked for where the quotas of `b` let in at most 3"
    ),
    (
      "show: { items: ..2 }\nrules: { b: { each: brand, items: 1.. } }", "`b`",
      "the quotas come to at least 3 items where 2 are allowed"
    ),
    (
      "show: { items: 3 }\nrules: { a: { sum: items, range: 4.. } }", "`a`",
      "at least 4 items are asked for where 3 are allowed"
    ),
    (
      "show: { items: 2 }\ngoal: { gmv: 500 }", "`sales goal` (500..)",
      "the best 2 items together reach at most 450"
    ),
    ("show: { items: 1 }\ngoal: { gmv: 300 }", "`sales goal` (300..)", "the best item reaches 250"),
    (
      "show: { minutes: 7 }\ngoal: { gmv: 500 }", "`sales goal` (500..)",
      "the best 2 items, as many as fit into 7 minutes, together reach at most 450"
    ),
    (
      "pitches: { long: { minutes: 5, where: { price: \"20..\" } }, short: { minutes: 1, where: { price: 10 } } }\n"
        + "show: { minutes: 10 }\ngoal: { gmv: 500 }", "`sales goal` (500..)",
      "what fits into 10 minutes reaches at most 460"
    ),
    (
      "lock: [A, B]\nrules: { g: { split: gender, items: { women: ..1 } } }", "`g: women`",
      "2 of the locked styles count towards it (A, B), 1 is allowed"
    ),
    ("lock: [A, B, C]\nshow: { items: 2 }", "`items`", "3 styles are locked, 2 items are allowed"),
    ("lock: [A]\nshow: { minutes: 2 }", "`air time` (..2)", "the locked style takes at least 3 minutes"),
    (
      "lock: [C, D]\nrules: { m: { sum: gmv, range: ..100 } }", "`m` (..100)",
      "the locked styles come to at least 350"
    ),
    (
      "show: { items: 4 }\nrules: { h: { share: items, where: { role: hero }, range: 50%.. } }",
      "`h` (50%..)",
      "50% of at least 4 items is 2, 1 candidate counts towards it"
    ),
    (
      "show: { items: 4 }\nrules: { h: { share: items, where: { role: main }, range: ..50% } }",
      "`h` (..50%)",
      "of at least 4 items 2 must be others, 1 candidate is"
    ),
    (
      "show: { items: 1.. }\nrules: { a: { average: price, range: 60.. } }", "`a` (60..)",
      "every candidate's `price` is below it"
    ),
    (
      "show: { items: 1.. }\nrules: { a: { average: price, range: ..5 } }", "`a` (..5)",
      "every candidate's `price` is above it"
    ),
    (
      "pitches: { full: { minutes: 6, where: { role: hero } }, std: { minutes: 3 } }\nshow: { minutes: 16 }\n"
        + "rules: { p: { split: pitch, items: { full: 1, std: 4 } } }", "`air time` (..16)",
      "the quotas of `p` come to 5 items; 1 item in `full` of 6 minutes and 4 items in `std` of 3 minutes take 18 minutes, 16 are there"
    ),
  ])
  func `check and the clash do the arithmetic in words`(scenario: String, row: String, sentence: String)
    throws
  {
    let show = try show(scenario)
    #expect(show.check().impossibilities.contains("\(row): \(sentence)"))
    guard case .infeasible(let answer) = try show.solve().outcome, let conflict = answer.conflict
    else {
      Issue.record("it is infeasible, with a conflict")
      return
    }
    // The clash names fewer rows at times, and then their figures.
    #expect(conflict.reason != nil)
  }

  @Test(arguments: [
    "show: { minutes: 12, items: 4 }", "show: { items: 4 }\n\(quotas)", "show: { minutes: 12 }\n\(quotas)",
    "show: { items: 2 }\ngoal: { gmv: 450 }", "show: { minutes: 7 }\ngoal: { gmv: 450 }",
    "lock: [A, B]\nshow: { items: 2 }",
    "show: { items: 2 }\nrules: { h: { share: items, where: { role: hero }, range: 50%.. } }",
    "show: { items: 1 }\nrules: { g: { split: gender, items: { women: 5 }, penalty: 3 } }",
    "show: { items: 3 }\nrules: { p: { split: price, items: { ..30: 3, 10..30: 3 } } }",
    "show: { items: 4.000001.. }\nrules: { m: { sum: items, range: ..4 } }",
    "show: { minutes: 11.99999, items: 4 }",
    "show: { items: 0.. }\nrules: { a: { average: price, range: 60.. } }",
  ])
  func `what can hold is not said to be impossible`(scenario: String) throws {
    let show = try show(scenario)
    #expect(show.check().impossibilities.isEmpty)
    #expect(try show.solve().tray != nil)
  }

  @Test(arguments: [
    (
      "show: { minutes: 10, items: 4 }",
      "`items` (4) and `air time` (..10) cannot both hold: 4 items of at least 3 minutes take 12 minutes, 10 are there."
    ),
    (
      "show: { items: 2 }\ngoal: { gmv: 500 }",
      "`items` (2) and `sales goal` (500..) cannot both hold: the best 2 items together reach at most 450."
    ),
    (
      "show: { minutes: 10 }\n\(quotas)",
      "`air time` (..10), `g: women` (2), `g: men` (1..) and `g: kids` (1) cannot all hold: the quotas of `g` come to 4 items; 4 items of at least 3 minutes take 12 minutes, 10 are there."
    ),
    (
      "lock: [A, B]\nrules: { g: { split: gender, items: { women: ..1 } } }",
      "`g: women` (..1) cannot hold with `lock A` and `lock B`: 2 of the locked styles count towards it (A, B), 1 is allowed."
    ),
  ])
  func `the clash text has the figures`(scenario: String, message: String) throws {
    guard case .infeasible(let answer) = try show(scenario).solve().outcome else {
      Issue.record("it is infeasible")
      return
    }
    #expect(answer.conflict.map { Words.Clash.sentence($0).text(.written) } == message)
  }
}
