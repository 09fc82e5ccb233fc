/// SplitMix64 (Steele, Lea, Flood 2014): the same instances on every machine.
package struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A number with two decimals.
  package mutating func decimal(_ range: ClosedRange<Int>) -> Double { Double(integer(range)) / 100 }

  package mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// One of some values; there must be one.
  package mutating func one<Value>(of values: [Value]) -> Value {
    values[integer(0...values.count - 1)]
  }

  /// So many of the values (all, if there are fewer), none twice, in their order.
  package mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
    var left = Array(values.indices)
    while left.count > max(0, count) { left.remove(at: integer(0...left.count - 1)) }
    return left.map { values[$0] }
  }
}
