import Lineup
import LineupFiles
import TestSupport
import Testing

/// What must hold between the answers to two shows, whatever the answers are.
@Suite struct MetamorphicTests {
  static let chunks: [UInt64] = Array(0..<4)

  private func value(_ small: SmallShow, seed: UInt64, in folder: TemporaryFolder) throws -> Double? {
    let files = small.files(seed: seed)
    for (name, text) in files.texts { try folder.write(text, to: name) }
    let show = try ShowFile(path: folder.path(of: files.scenario)).show(
      variant: files.variant, settings: files.settings)
    return try show.solve().score?.value
  }

  private func expectEqual(_ first: Double?, _ second: Double?, _ label: String) {
    switch (first, second) {
    case (nil, nil): break
    case (let first?, let second?): #expect(abs(first - second) <= 1e-9 * max(1, abs(second)), "\(label)")
    default: Issue.record("\(label): \(String(describing: first)), \(String(describing: second))")
    }
  }

  private func forEachShow(_ chunk: UInt64, _ body: (SmallShow, UInt64, TemporaryFolder) throws -> Void)
    throws
  {
    let folder = try TemporaryFolder()
    for seed in 300_000 + chunk * 25..<300_000 + (chunk + 1) * 25 {
      try body(SmallShow.random(seed: seed).show, seed, folder)
    }
  }

  @Test(arguments: chunks)
  func `taking rules away never lowers the optimum, nor makes it infeasible`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      let whole = try value(show, seed: seed, in: folder)
      var fewer = show
      while !fewer.rules.isEmpty {
        fewer.rules.removeLast()
        let freer = try value(fewer, seed: seed, in: folder)
        if let whole {
          let better = try #require(freer, "seed \(seed)")
          #expect(better >= whole - 1e-9 * max(1, abs(whole)), "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: chunks)
  func `a rule that becomes soft never lowers the optimum`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      guard let hard = show.rules.firstIndex(where: { $0.penalty == nil }),
        let whole = try value(show, seed: seed, in: folder)
      else { return }
      var softer = show
      softer.rules[hard].penalty = 3
      let value = try #require(try value(softer, seed: seed, in: folder), "seed \(seed)")
      #expect(value >= whole - 1e-9 * max(1, abs(whole)), "seed \(seed)")
    }
  }

  @Test(arguments: chunks)
  func `prices twice as high make a GMV twice as high`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      var cheap = show
      cheap.objective = nil
      cheap.goal = nil
      // Only rules that no price enters, each hard.
      cheap.eligible = []
      for pitch in cheap.pitches.indices { cheap.pitches[pitch].condition = [] }
      cheap.rules = show.rules.filter { rule in
        switch rule.form {
        case .together, .exclusive, .requires: rule.penalty == nil
        default: false
        }
      }
      var dear = cheap
      for style in dear.styles.indices { dear.styles[style].price = dear.styles[style].price.map { $0 * 2 } }
      expectEqual(
        try value(dear, seed: seed, in: folder), try value(cheap, seed: seed, in: folder).map { $0 * 2 },
        "seed \(seed)")
    }
  }

  @Test(arguments: chunks)
  func `the order of the catalog's rows changes nothing`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      var turned = show
      turned.styles.reverse()
      expectEqual(
        try value(turned, seed: seed, in: folder), try value(show, seed: seed, in: folder), "seed \(seed)")
    }
  }

  /// The SPUs of the tray, with their pitches; `nil` where there is none.
  private func tray(_ small: SmallShow, seed: UInt64, in folder: TemporaryFolder) throws -> Set<String>? {
    let files = small.files(seed: seed)
    for (name, text) in files.texts { try folder.write(text, to: name) }
    let result = try ShowFile(path: folder.path(of: files.scenario)).show(
      variant: files.variant, settings: files.settings
    ).solve()
    return result.tray.map { tray in Set(tray.items.map { "\($0.spu) \($0.pitch)" }) }
  }

  /// The show with the sales as objective, its prices a little apart; `nil` where two trays are best all the same.
  private func untied(_ show: SmallShow) -> SmallShow? {
    var untied = show
    untied.objective = nil
    for style in untied.styles.indices {
      untied.styles[style].price = untied.styles[style].price.map { $0 + Double(1 << style) / 1024 }
    }
    let nets = untied.feasibleTrays().map(\.net).sorted(by: >)
    return nets.count < 2 || nets[0] - nets[1] > 1e-5 * abs(nets[0]) ? untied : nil
  }

  private func multiplied(_ range: SmallShow.Range, by factor: Double) -> SmallShow.Range {
    SmallShow.Range(range.lower.map { $0 * factor }, range.upper.map { $0 * factor })
  }

  private func multiplied(_ clauses: [SmallShow.Clause], by factor: Double) -> [SmallShow.Clause] {
    func multiplied(_ condition: SmallShow.Condition) -> SmallShow.Condition {
      switch condition {
      case .range(let range): .range(self.multiplied(range, by: factor))
      case .anyOf(let inner): .anyOf(inner.map(multiplied))
      case .not(let inner): .not(multiplied(inner))
      case .text, .truth: condition
      }
    }
    return clauses.map { clause in
      guard ["price", "cost"].contains(clause.attribute) else { return clause }
      return SmallShow.Clause(attribute: clause.attribute, condition: multiplied(clause.condition))
    }
  }

  /// The show with each range of such measures, and each condition on prices and costs, multiplied; penalties count what
  /// their rows are missed by.
  private func multiplied(
    _ show: SmallShow, measures: Set<String>, by factor: Double, conditions: Double, penalties: Double
  ) -> SmallShow {
    var other = show
    other.eligible = multiplied(show.eligible, by: conditions)
    for pitch in other.pitches.indices {
      other.pitches[pitch].condition = multiplied(show.pitches[pitch].condition, by: conditions)
    }
    for rule in other.rules.indices {
      var ofAmounts = false
      switch show.rules[rule].form {
      case .sum(let measure, let clauses, let range):
        ofAmounts = measures.contains(measure)
        other.rules[rule].form = .sum(
          measure, multiplied(clauses, by: conditions), ofAmounts ? multiplied(range, by: factor) : range)
      case .average(let column, let clauses, let range):
        ofAmounts = measures.contains(column)
        other.rules[rule].form = .average(
          column, multiplied(clauses, by: conditions), ofAmounts ? multiplied(range, by: factor) : range)
      case .share(let measure, let clauses, let whole, let range):
        ofAmounts = measures.contains(measure)
        other.rules[rule].form = .share(
          measure, multiplied(clauses, by: conditions), of: multiplied(whole, by: conditions), range)
      case .split(let attribute, let quotas, let clauses):
        let values = quotas.map { quota in
          let value = multiplied(
            [SmallShow.Clause(attribute: attribute, condition: quota.value)], by: conditions)
          return (value: value[0].condition, range: quota.range)
        }
        other.rules[rule].form = .split(attribute, values, multiplied(clauses, by: conditions))
      case .each(let attribute, let range, let clauses):
        other.rules[rule].form = .each(attribute, range, multiplied(clauses, by: conditions))
      case .together, .exclusive, .requires: break
      }
      other.rules[rule].penalty = show.rules[rule].penalty.map {
        $0 * penalties / (ofAmounts ? factor : 1)
      }
    }
    return other
  }

  @Test(arguments: chunks)
  func `prices a million times as high give the same tray`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      guard let plain = untied(show) else { return }
      let factor = 1e6
      var dear = multiplied(
        plain, measures: ["gmv", "margin", "stock_value", "price", "cost"], by: factor, conditions: factor,
        penalties: factor)
      for style in dear.styles.indices {
        dear.styles[style].price = dear.styles[style].price.map { $0 * factor }
        dear.styles[style].cost = dear.styles[style].cost.map { $0 * factor }
      }
      switch plain.goal {
      case .gmv(let amount): dear.goal = .gmv(amount * factor)
      case .funnel(let views, let percent, let orderValue):
        dear.goal = .funnel(views: views, conversionPercent: percent, orderValue: orderValue * factor)
      case nil: break
      }
      let same = try (tray(dear, seed: seed, in: folder), tray(plain, seed: seed, in: folder))
      #expect(same.0 == same.1, "seed \(seed)")
    }
  }

  @Test(arguments: chunks)
  func `minutes that are seconds give the same tray`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      guard let plain = untied(show) else { return }
      var inSeconds = multiplied(plain, measures: ["minutes"], by: 60, conditions: 1, penalties: 1)
      if plain.pitches.isEmpty { inSeconds.pitches = plain.allPitches }
      for pitch in inSeconds.pitches.indices { inSeconds.pitches[pitch].minutes *= 60 }
      inSeconds.minutes = plain.minutes.map { $0 * 60 }
      inSeconds.reservedMinutes = plain.reservedMinutes.map { $0 * 60 }
      let same = try (tray(inSeconds, seed: seed, in: folder), tray(plain, seed: seed, in: folder))
      #expect(same.0 == same.1, "seed \(seed)")
    }
  }

  @Test(arguments: chunks)
  func `shuffled rows give the same tray`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      guard let plain = untied(show) else { return }
      var shuffled = plain
      var random = RandomSource(seed: seed)
      shuffled.styles.shuffle(using: &random)
      let same = try (tray(shuffled, seed: seed, in: folder), tray(plain, seed: seed, in: folder))
      #expect(same.0 == same.1, "seed \(seed)")
    }
  }

  @Test(arguments: chunks)
  func `other ids for the same styles change nothing`(chunk: UInt64) throws {
    try forEachShow(chunk) { show, seed, folder in
      func renamed(_ spu: String) -> String { "New-" + spu + " (é)" }
      guard !usesSPUInConditions(show) else { return }
      var other = show
      for style in other.styles.indices { other.styles[style].spu = renamed(other.styles[style].spu) }
      other.bans = other.bans.map(renamed)
      for lock in other.locks.indices { other.locks[lock].spu = renamed(other.locks[lock].spu) }
      for rule in other.rules.indices {
        switch other.rules[rule].form {
        case .together(let spus): other.rules[rule].form = .together(spus.map(renamed))
        case .exclusive(let spus): other.rules[rule].form = .exclusive(spus.map(renamed))
        case .requires(let spu, let anyOf):
          other.rules[rule].form = .requires(renamed(spu), anyOf: anyOf.map(renamed))
        default: break
        }
      }
      expectEqual(
        try value(other, seed: seed, in: folder), try value(show, seed: seed, in: folder), "seed \(seed)")
    }
  }

  private func usesSPUInConditions(_ show: SmallShow) -> Bool {
    let inRules = show.rules.flatMap { rule -> [SmallShow.Clause] in
      switch rule.form {
      case .sum(_, let clauses, _), .average(_, let clauses, _), .split(_, _, let clauses),
        .each(_, _, let clauses):
        clauses
      case .share(_, let clauses, of: let whole, _): clauses + whole
      case .together, .exclusive, .requires: []
      }
    }
    return (inRules + show.eligible + show.pitches.flatMap(\.condition)).contains { $0.attribute == "spu" }
  }
}
