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
