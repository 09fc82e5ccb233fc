/// Which blocks cannot both show a style, by the rules that count it: those of a limit of one.
struct BlocksApart: Sendable {
  private let count: Int
  /// For two blocks, the rules of which both count in one limit of one showing.
  private let rules: [UInt64]

  init(_ program: JointProgram) {
    count = program.blocks.count
    var rules = [UInt64](repeating: 0, count: count * count)
    for limit in program.styleLimits where limit.most <= 1 {
      for one in limit.blocks {
        for other in limit.blocks { rules[one * count + other] |= 1 << UInt64(limit.rule) }
      }
    }
    self.rules = rules
  }

  /// Whether showings that count in the rules of a mask cannot be on both.
  func contains(_ one: Int, _ other: Int, _ mask: UInt64) -> Bool { rules[one * count + other] & mask != 0 }
}
