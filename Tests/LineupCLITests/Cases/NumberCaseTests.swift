import Foundation
import TestSupport
import Testing

/// Catalogs whose numbers were read wrongly: the cases of the shared folder, and others of their kinds.
@Suite struct NumberCaseTests {
  private struct Answer {
    var gmv: Double?
    var spus: [String]
    var units: [Double]
    var warnings: [String]
    var status: String?
  }

  private func answer(_ outcome: ProcessOutcome) throws -> Answer {
    let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let items = object["items"] as? [[String: Any]] ?? []
    return Answer(
      gmv: (object["totals"] as? [String: Any])?["gmv"] as? Double,
      spus: items.compactMap { $0["spu"] as? String }, units: items.compactMap { $0["units"] as? Double },
      warnings: object["warnings"] as? [String] ?? [], status: object["status"] as? String)
  }

  /// Solves a show of these files.
  private func solve(_ catalog: String, _ scenario: String, command: String = "solve") throws
    -> ProcessOutcome
  {
    let folder = try TemporaryFolder()
    try folder.write(catalog, to: "c.csv")
    try folder.write("catalog: c.csv\n\(scenario)\n", to: "s.yaml")
    let format = command == "solve" ? ["--format", "json"] : []
    return try Lineup.run([command, "s.yaml"] + format, in: folder.path)
  }

  @Test(
    "cases of numbers that can be read in one way",
    .enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)),
    arguments: [
      ("field/02-zero-before-comma", 275.0, ["a", "b"]),
      ("field/03-one-column-two-readings", 452.5, ["c", "b"]),
      ("field/04-dong", 1_245_000, ["a", "b"]), ("field/05-apostrophe-thousands", 7499, ["b", "a"]),
    ])
  func field(name: String, gmv: Double, spus: [String]) throws {
    let folder = try SharedData.copy(ofCase: name)
    let outcome = try Lineup.run(["solve", "s.yaml", "--format", "json"], in: folder.path)
    let answer = try answer(outcome)
    #expect(outcome.code == 0 && answer.gmv == gmv && answer.spus == spus)
  }

  @Test(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
  func `a space between two numbers is refused with its line`() throws {
    let folder = try SharedData.copy(ofCase: "field/01-space-is-no-decimal")
    let outcome = try Lineup.run(["solve", "s.yaml"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(
      outcome.errorText.contains("c.csv:2: stock is \"30 20\"") && outcome.errorText.contains("c.csv:3: "))
  }

  @Test(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
  func `a value that no style has this week is a warning`() throws {
    let folder = try SharedData.copy(ofCase: "field/13-value-absent-this-week")
    let outcome = try Lineup.run(["solve", "s.yaml", "--format", "json"], in: folder.path)
    let answer = try answer(outcome)
    #expect(outcome.code == 0 && answer.gmv == 1350)
    #expect(answer.warnings.contains { $0.contains("rule \"gender\": no style has gender \"kids\"") })
    #expect(answer.warnings.contains { $0.contains("rule \"clearance\": no style has role \"clearance\"") })
  }

  @Test(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
  func `the advice for the same header twice works`() throws {
    let folder = try SharedData.copy(ofCase: "catalogs/06-same-header-twice")
    let asked = try Lineup.run(["check", "show.yaml"], in: folder.path)
    #expect(asked.code == 65 && asked.text.contains("{ nth: 1, of: 商家编码 } or { nth: 2, of: 商家编码 }"))
    let advice = "columns: { spu: { nth: 2, of: 商家编码 } }"
    #expect(asked.errorText.contains(advice))
    let text = try folder.text(of: "show.yaml")
    try folder.write(text.replacing("columns: { spu: 商家编码 }", with: advice), to: "show.yaml")
    let second = try Lineup.run(["check", "show.yaml"], in: folder.path)
    #expect(second.code == 0 && second.text.contains("3 styles in cat.csv"))
    let first = try Lineup.run(
      ["check", "show.yaml", "--set", "columns.spu.nth=1"], in: folder.path)
    #expect(first.code == 0 && first.text.contains("2 styles in cat.csv"))
    let third = try Lineup.run(["check", "show.yaml", "--set", "columns.spu.nth=3"], in: folder.path)
    #expect(
      third.code == 65
        && third.errorText.contains("there is no column 3 of the header \"商家编码\"; 2 columns have it"))
  }

  @Test(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
  func `words where a number belongs and an SPU in several rows name what to write`() throws {
    let folder = try SharedData.copy(ofCase: "catalogs/20-words-as-stock")
    let told = try Lineup.run(["check", "show.yaml"], in: folder.path)
    #expect(told.code == 65)
    #expect(told.errorText.contains("values: { inventory: { NUMBER: [InStock] } }"))
    #expect(
      told.errorText.contains(
        "on_duplicate: { stock: sum }, or which counts with first, last or best_stock"))
    let text = try folder.text(of: "show.yaml")
    try folder.write(
      text + "on_duplicate: best_stock\nvalues: { inventory: { 100: [InStock] } }\n", to: "show.yaml")
    let read = try Lineup.run(["check", "show.yaml"], in: folder.path)
    #expect(read.code == 0, "\(read.errorText)")
    #expect(read.text.contains("such as \"InStock\" read as 100"))
  }

  @Test func `both readings and the answer are asked for in one round, and the answer counts`() throws {
    let catalog = "spu;price;stock;expected_units\na;1,299;1.000;2\nb;2,500;5;1\n"
    let asked = try solve(catalog, "")
    #expect(asked.code == 65 && asked.text.isEmpty)
    #expect(
      asked.errorText.contains(
        "c.csv:2: price is \"1,299\", which may be 1299 or 1.299, and nothing in the file says which; "
          + "say numbers: { price: point } for 1299, or numbers: { price: comma } for 1.299"))
    #expect(asked.errorText.contains("stock is \"1.000\", which may be 1 or 1000"))
    let told = try answer(solve(catalog, "numbers: { price: point, stock: comma }"))
    #expect(told.gmv == 5098.0)
    let small = try answer(solve(catalog, "numbers: { price: comma, stock: comma }"))
    #expect(small.gmv == 5.098)
    let wrong = try solve(catalog, "numbers: { price: dot }")
    #expect(wrong.code == 65 && wrong.errorText.contains("\"price\" takes point or comma"))
  }

  @Test func `a column that no rule reads is text and no question`() throws {
    let catalog = "spu,price,stock,expected_units,weight\na,99,5,1,1.250\nb,98,5,1,\n"
    let check = try solve(catalog, "", command: "check")
    #expect(check.code == 0)
    #expect(check.text.contains("weight: text, because 1 cell can be read in two ways"))
    let asked = try solve(catalog, "rules: { w: { average: weight, range: ..2 } }")
    #expect(asked.code == 65 && asked.errorText.contains("numbers: { weight: comma } for 1250"))
    let told = try solve(catalog, "numbers: { weight: point }\nrules: { w: { average: weight, range: ..2 } }")
    #expect(told.code == 0)
  }

  private static let returns = """
    spu,price,stock,sales,sold
    a,100,10,-4,10k+ sold recently
    b,90,10,6,500+ sold recently
    c,,10,3,
    d,80,,3,
    e,70,,3,1.2k+ sold

    """

  @Test func `returns count as no sales, and styles that drop out are counted`() throws {
    let scenario = "demand: { column: sales, times: 0.5 }"
    let answer = try answer(solve(Self.returns, scenario))
    #expect(answer.gmv == 270)
    #expect(answer.warnings.contains("1 candidate has a negative sales and counts as 0 units"))
    #expect(answer.warnings.contains("1 style has no price that can be read and is no candidate"))
    #expect(answer.warnings.contains("2 styles have no stock figure that can be read and are no candidates"))
    let check = try solve(Self.returns, scenario, command: "check")
    #expect(check.text.contains("sales is below 0 and counts as 0 units in 1 row (line 2)"))
    let own = try self.answer(
      solve("spu,price,stock,expected_units\na,100,10,-4\nb,90,10,3\n", ""))
    #expect(own.gmv == 270 && own.warnings == ["1 candidate has a negative forecast and counts as 0 units"])
  }

  @Test(
    "a text that reads as a numeric column's cells means that number",
    arguments: [
      ("{ sum: items, where: { sold: 10k+ sold recently }, range: 1.. }", ["a"]),
      ("{ sum: items, where: { sold: [500+ sold recently] }, range: 1.. }", ["b"]),
      ("{ sum: items, where: { sold: { not: 500+ } }, range: 1.. }", ["a"]),
      ("{ split: sold, items: { 10k+: 1.. } }", ["a"]),
    ])
  func amounts(rule: String, spus: [String]) throws {
    let scenario = "show: { items: 1 }\ndemand: { column: sales, times: 1 }\nrules: { r: \(rule) }"
    let outcome = try solve(Self.returns, scenario)
    #expect(try answer(outcome).spus == spus)
    let unread = try solve(
      Self.returns, scenario.replacing("10k+", with: "lots").replacing("500+", with: "lots"))
    #expect(unread.code == 65 && unread.errorText.contains("takes a number or a range"))
  }

  private static let styles = """
    spu,price,stock,expected_units,gender,role,category,size
    a,100,10,5,women,hero,女装,XS
    b,90,10,5,women,main,女装,S
    c,80,10,5,female,main,男装,120

    """

  @Test(
    "a value near one that styles have is a slip, any other is met by no style",
    arguments: [
      ("{ gender: womens }", true), ("{ gender: [women, femal] }", true), ("{ role: { not: heros } }", true),
      ("{ gender: kids }", false), ("{ gender: male }", false), ("{ category: 童装 }", false),
      ("{ size: XL }", false), ("{ size: M }", false), ("{ size: 130 }", false),
      ("{ role: [hero, clearance] }", false),
      ("{ role: { not: clearance } }", false),
    ])
  func values(condition: String, isSlip: Bool) throws {
    let rule = try solve(Self.styles, "rules: { r: { sum: items, where: \(condition), range: ..3 } }")
    let opening = try solve(Self.styles, "rundown: { opening: { where: \(condition) } }")
    for outcome in [rule, opening] where outcome.code != 65 || isSlip {
      #expect(outcome.code == (isSlip ? 65 : 0), "\(outcome.errorText)")
      if isSlip {
        #expect(outcome.errorText.contains("; did you mean "))
      } else {
        #expect(try answer(outcome).warnings.contains { $0.contains("so no style meets it") })
      }
    }
    #expect(rule.code == (isSlip ? 65 : 0))
  }

  @Test(
    "a row that an absent value leaves short is a clash that says so",
    arguments: [
      "{ split: gender, items: { kids: 1.. } }", "{ sum: items, where: { gender: kids }, range: 1.. }",
      "{ share: gmv, where: { gender: kids }, range: 10%.. }",
      "{ sum: minutes, where: { gender: [kids], role: hero }, range: 3.. }",
    ])
  func clash(rule: String) throws {
    let scenario = "show: { items: 1.. }\nrules: { r: \(rule) }"
    let folder = try TemporaryFolder()
    try folder.write(Self.styles, to: "c.csv")
    try folder.write("catalog: c.csv\n\(scenario)\n", to: "s.yaml")
    let outcome = try Lineup.run(["solve", "s.yaml"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("no style has gender \"kids\"."), "\(outcome.text)")
  }

  @Test func `errors of headers, cells and rules are told in one round`() throws {
    let outcome = try solve(
      "spu,售价,直播价,stock,gender\na,1,2,many,women\na,1,2,3,men\n,1,2,3,men\n",
      """
      lock: [zz9]
      rules:
        g: { split: gender, items: { womens: 1.. } }
        p: { average: price, range: 3..1 }
        q: { sum: rating, range: 1.. }
      """)
    #expect(outcome.code == 65)
    for part in [
      "s.yaml:5: rule \"p\": the range \"3..1\"", "answer to \"price\"", "c.csv:2: stock is \"many\"",
      "c.csv:3: the SPU \"a\"", "c.csv:4: the row has no spu", "no style has gender \"womens\"",
      "there is no measure \"rating\"", "the catalog has no SPU \"zz9\"",
    ] { #expect(outcome.errorText.contains(part), "\(part) in \(outcome.errorText)") }
    #expect(!outcome.errorText.contains("no column \"price\""))
    #expect(outcome.errorText.split(separator: "\n").count == 8)
  }
}
