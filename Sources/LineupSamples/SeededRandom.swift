/// A seeded source of random numbers: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// The same seed gives the same numbers on every machine and with every Swift version: only integer
/// arithmetic and exactly rounded operations are used, nothing of the standard library's `random(in:)`,
/// whose method may change.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The stream number `index` of the streams that `seed` and `purpose` stand for.
  init(seed: UInt64, purpose: UInt64, index: Int) {
    var mixer = SeededRandom(seed: seed ^ (purpose &* 0xD1B5_4A32_D192_ED03))
    state = mixer.next() ^ (UInt64(truncatingIfNeeded: index) &* 0x9E6C_63D0_876A_46AD)
    state = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0..<1`, a multiple of 2^-53.
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in `low..<high`.
  package mutating func number(from low: Double, to high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A whole number in `0..<count`; 0 where `count` is not positive.
  package mutating func index(below count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// True in `percent` of 100 cases.
  package mutating func chance(_ percent: Int) -> Bool {
    index(below: 100) < percent
  }

  /// One of `choices`, all equally likely.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[index(below: choices.count)]
  }

  /// One of `table`, each as likely as its weight.
  mutating func pick<Choice>(_ table: WeightedTable<Choice>) -> Choice {
    table[weight: index(below: table.total)]
  }
}
