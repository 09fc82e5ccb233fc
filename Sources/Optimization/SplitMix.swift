/// Numbers that are the same on every machine: SplitMix64 (Steele, Lea & Flood 2014).
package struct SplitMix: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0, below a limit; 0 where the limit is not above it.
  package mutating func next(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// A position by its weight; there must be one.
  package mutating func pick(_ weights: [Double]) -> Int {
    var rest = Double(next() >> 11) * 0x1p-53 * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return weights.count - 1
  }
}
