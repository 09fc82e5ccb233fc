#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Seeded errors of a forecast: in every sample the forecast of each style is off by a factor
/// max(0, 1 + spread z), z standard normal and independent.
///
/// A factor depends on the seed, the sample and the style's id alone, so that it is the same whatever
/// the threads, the order of the catalog and the other styles.
struct ForecastError: Sendable {
  /// Standard deviation of the factor: 0.1 for 10%.
  let spread: Double
  let seed: UInt64

  /// The factors of a sample, one a row of the catalog.
  func factors(sample: Int, catalog: Catalog) -> [Double] {
    catalog.spus.map { spu in
      // FNV-1a (Fowler, Noll, Vo).
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in spu.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      let state = Self.mixed(Self.mixed(seed ^ 0x9E37_79B9_7F4A_7C15) &+ UInt64(sample)) ^ hash
      return max(0, 1 + spread * Self.normal(state))
    }
  }

  /// A standard normal number (Box & Muller 1958).
  private static func normal(_ state: UInt64) -> Double {
    let first = Double(mixed(state) >> 11) + 1
    let second = Double(mixed(state &+ 0x9E37_79B9_7F4A_7C15) >> 11)
    let unit = 1 / Double(1 << 53)
    return (-2 * log(first * unit)).squareRoot() * cos(2 * .pi * second * unit)
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
