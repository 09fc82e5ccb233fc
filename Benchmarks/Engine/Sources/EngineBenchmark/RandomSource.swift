import Foundation

/// SplitMix64 (Steele, Lea, Flood 2014): the same instances on every machine.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func real(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

  mutating func chance(_ probability: Double) -> Bool { real(0...1) < probability }

  mutating func logNormal(median: Double, spread: Double) -> Double {
    let normal = (-2 * log(real(1e-12...1))).squareRoot() * cos(2 * Double.pi * real(0...1))
    return median * exp(spread * normal)
  }
}
