import LineupFiles
import Testing

/// What a planning tool does with Lineup, by its public face alone: this target sees what other packages see.
@Suite("the public face")
struct FaceTests {
  static let headers = [
    "spu", "name", "gender", "category", "role", "price", "cost", "stock", "expected_units",
  ]

  /// Twelve styles of two genders.
  static let rows: [[String]] = (1...12).map { number in
    [
      "A\(number)", "Style \(number)", number % 2 == 0 ? "women" : "men",
      number % 3 == 0 ? "coat" : "knitwear",
      number % 4 == 0 ? "hero" : "", "\(60 + 17 * number)", "\(30 + 5 * number)", "\(20 + number)",
      "\(5 + (number * 7) % 11)",
    ]
  }

  static let text = """
    name: evening
    catalog: styles.csv
    show: { items: 6, minutes: 40, reserved_minutes: 4 }
    pitches: { full: { minutes: 9, lift: 1.5, where: { role: hero } }, standard: { minutes: 5 } }
    goal: { gmv: 3000 }
    objective: { gmv: 1, margin: 0.5 }
    rules:
      women: { sum: items, where: { gender: women }, range: 2..4 }
      heroes: { share: items, where: { role: hero }, range: 15%..40% }
      price: { average: price, range: 80..250, penalty: 2.5 }
      coats: { split: category, items: { coat: 1..3 }, where: { gender: { not: men } } }
      one colour: { exclusive: [A1, A3] }
      a pair: { together: [A5, A7] }
      with: { requires: { spu: A2, any_of: [A4, A6] } }
    lock: [A9]
    ban: [A11]
    """

  static var bytes: [UInt8] {
    Array(([headers] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
  }

  static func written() throws -> Show {
    let scenario = try Scenario(bytes: Array(text.utf8), name: "evening.yaml")
    return try Show(scenario, from: ScenarioSource { $0 == "styles.csv" ? bytes : nil })
  }

  static func built() throws -> Show {
    let scenario = try Scenario(
      name: "evening", items: .equal(6), minutes: 40, reservedMinutes: 4,
      pitches: [
        Pitch("full", minutes: 9, lift: 1.5, for: ["role": "hero"]), Pitch("standard", minutes: 5),
      ],
      objective: [.gmv: 1, .margin: 0.5], goal: 3000,
      rules: [
        Rule("women", .sum(.items, .between(2, 4), of: ["gender": "women"])),
        Rule("heroes", .share(of: ["role": "hero"], .between(0.15, 0.4))),
        Rule("price", .average("price", .between(80, 250)), penalty: 2.5),
        Rule("coats", .split("category", ["coat": .between(1, 3)], of: ["gender": .not("men")])),
        Rule("one colour", .exclusive(["A1", "A3"])), Rule("a pair", .together(["A5", "A7"])),
        Rule("with", .requires("A2", anyOf: ["A4", "A6"])),
      ], locked: ["A9"], banned: ["A11"])
    return try Show(scenario, catalog: Catalog(headers: headers, rows: rows))
  }

  @Test("a scenario built in code is the one that a file writes")
  func builtAndWritten() async throws {
    let written = try await ShowSession(Self.written()).solve()
    let built = try await ShowSession(Self.built()).solve()
    #expect(written.status == "optimal")
    #expect(written.tray == built.tray)
    #expect(written.value == built.value)
    #expect(written.tray?.rules.map(\.row) == built.tray?.rules.map(\.row))
  }

  @Test("every way to say a condition means what a file means by it")
  func conditions() async throws {
    let ways: [(built: Where, written: String)] = [
      (["gender": "women"], "{ gender: women }"),
      (["gender": ["women", "men"]], "{ gender: [women, men] }"),
      (["gender": .not("women")], "{ gender: { not: women } }"),
      (["price": .within(.atMost(150))], "{ price: ..150 }"),
      (["price": .within(.between(100, 200))], "{ price: 100..200 }"),
      (["price": .any([.within(.atLeast(240)), "111"])], "{ price: [240.., 111] }"),
      (
        ["role": .not(["hero", "filler"]), "gender": "men"], "{ role: { not: [hero, filler] }, gender: men }"
      ),
    ]
    for way in ways {
      let built = try Scenario(name: "x", items: .equal(3), eligible: way.built)
      let written = try Scenario(
        bytes: Array("{ name: x, show: { items: 3 }, eligible: { where: \(way.written) } }".utf8))
      let catalog = try Catalog(headers: Self.headers, rows: Self.rows)
      let trays = try await [built, written].asyncMap {
        try await ShowSession(Show($0, catalog: catalog)).solve().tray?.items.map(\.spu)
      }
      #expect(trays[0] == trays[1], "\(way.written)")
      #expect(trays[0]?.isEmpty == false, "\(way.written)")
    }
  }

  @Test("what is wrong has a code, a place and what was meant")
  func errors() throws {
    let slip = Self.text.replacing("gender: women", with: "gender: womne")
    do throws(LineupError) {
      let scenario = try Scenario(bytes: Array(slip.utf8), name: "evening.yaml")
      _ = try Show(scenario, from: ScenarioSource { $0 == "styles.csv" ? Self.bytes : nil })
      Issue.record("a value that no style has is taken")
    } catch {
      let problem = error.problems[0]
      #expect(problem.code == "unknown-value")
      #expect(problem.file == "evening.yaml")
      #expect(problem.line == 8)
      #expect(problem.suggestion == "women")
      #expect(
        error.json.contains("\"code\":\"unknown-value\"")
          || error.json.contains("\"code\": \"unknown-value\""))
    }
    #expect(throws: LineupError.self) { try Scenario(name: "x", items: .between(9, 3)) }
    #expect(throws: LineupError.self) { try Scenario(name: "x", items: .equal(.nan)) }
    #expect(throws: LineupError.self) {
      try Scenario(name: "x", rules: [Rule("a", .each("brand", .atMost(1))), Rule("a", .exclusive(["A1"]))])
    }
    #expect(throws: LineupError.self) { try Catalog(headers: ["spu"], rows: [["A1", "2"]]) }
    #expect(throws: LineupError.self) {
      try Show(
        Scenario(bytes: Array(Self.text.utf8)), from: ScenarioSource { (_: String) -> [UInt8]? in nil })
    }
  }

  @Test("nothing that a scenario names is passed over")
  func named() throws {
    let text = Self.text + "\nseason: { calendar: months.yaml }"
    let scenario = try Scenario(bytes: Array(text.utf8))
    let catalog = try Catalog(bytes: Self.bytes)
    let error = #expect(throws: LineupError.self) { try Show(scenario, catalog: catalog) }
    #expect(error?.problems.first?.message.contains("months.yaml") == true)

    let show = try Self.written()
    for setting in ["catalog=other.csv", "columns.price=cost", "season.calendar=months.yaml"] {
      #expect(throws: LineupError.self, "\(setting)") { try show.applying([setting]) }
    }
    #expect(try show.applying(["name=late show"]).scenario.name == "late show")
    #expect(try show.applying(["show.minutes=30"]).scenario.name == "evening")
  }

  @Test("a session gives every answer, the same as without what it keeps")
  func answers() async throws {
    let warm = ShowSession(try Self.written())
    let result = try await warm.solve()
    let tray = try #require(result.tray)
    #expect(try await warm.solve().tray == tray)

    let prices = try await warm.rulePrices()
    #expect(prices == (try await ShowSession(Self.written()).rulePrices()))
    let regrets = try await warm.regrets(of: ["A2", "A9"])
    #expect(regrets == (try await ShowSession(Self.written()).regrets(of: ["A2", "A9"])))
    #expect(regrets?.count == 2)

    let audit = try await warm.audit(TrayList(tray))
    #expect(audit.loss == 0)
    #expect(audit.tray.items.map(\.spu) == tray.items.map(\.spu))

    let out = try #require(tray.items.first { $0.spu != "A9" }).spu
    let adjustment = try await warm.adjust(TrayList(tray), after: LateChanges(withdrawn: [out]))
    #expect(adjustment.changes.contains { $0.leaving?.spu == out })
    let cold = try await ShowSession(Self.written()).adjust(
      TrayList(tray), after: LateChanges(withdrawn: [out]))
    #expect(adjustment.result.tray == cold.result.tray)

    let comparison = try await warm.compare(["short": ["show.minutes=32"], "wrong": ["show.minuets=3"]])
    #expect(comparison.entries.map(\.name) == ["evening", "short", "wrong"])
    #expect(try comparison.entries[0].result.get().tray == tray)
    #expect(throws: LineupError.self) { try comparison.entries[2].result.get() }

    let frontier = try await warm.frontier(varying: "show.minutes=36..60", steps: 3)
    #expect(frontier.points.map(\.label) == ["36", "48", "60"])
    let trade = try await warm.tradeOff(between: .gmv, and: .margin, points: 3)
    #expect(!trade.points.isEmpty)

    let alternatives = try await warm.alternatives(count: 2, differ: 1)
    #expect(alternatives.losses.first == 0)
    let stability = try await warm.stability(jitter: 0.1, samples: 5)
    #expect(stability.samples == 5)
    #expect(try await warm.check().impossibilities.isEmpty)
    let rundown = try await warm.rundown(of: tray)
    #expect(rundown.slots.count == tray.items.count)
  }

  @Test("every answer is encoded in every form")
  func forms() async throws {
    let session = ShowSession(try Self.written())
    let result = try await session.solve()
    let tray = try #require(result.tray)
    let prices = try #require(try await session.rulePrices())
    let regrets = try #require(try await session.regrets(of: ["A2"]))
    let answers = [
      Answer(result, of: session.show), Answer(prices, of: session.show), Answer(regrets, of: session.show),
      Answer(try await session.audit(TrayList(tray)), of: session.show),
      Answer(try await session.adjust(TrayList(tray), after: LateChanges(stock: [("A4", 3)]))),
      Answer(try await session.compare(["short": ["show.minutes=32"]])),
      Answer(try await session.frontier(varying: "show.minutes=36..60", steps: 2)),
      Answer(try await session.alternatives(count: 2, differ: 1)),
      Answer(try await session.stability(jitter: 0.1, samples: 3), of: session.show),
      Answer(try await session.rundown(of: tray), of: session.show), Answer(check: session.show),
    ]
    for answer in answers {
      for format in [AnswerFormat.table, .json, .csv, .html] {
        #expect(try !answer.encoded(as: format).isEmpty)
      }
    }
    // What was written is read back as the same tray.
    for format in [AnswerFormat.json, .csv] {
      let bytes = try Answer(result, of: session.show).encoded(as: format)
      #expect(try TrayList(bytes: bytes, in: session.show) == TrayList(tray))
    }
    for kind in [ExportKind.mps, .lp, .dat] { #expect(!session.show.exported(as: kind).isEmpty) }
  }

  @Test("a cancelled task ends its answer")
  func cancelled() async throws {
    let session = ShowSession(try Self.written())
    let task = Task { try await session.solve() }
    task.cancel()
    let result = try await task.value
    #expect(["optimal", "feasible", "unknown"].contains(result.status))
    let run = session.start()
    run.cancel()
    for await _ in run.progress {}
    #expect(["optimal", "feasible", "unknown"].contains(try await run.result().status))
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
