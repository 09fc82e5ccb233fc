#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Within what the sales of the next show lie, by how far shows were from their plans (split conformal prediction,
/// Vovk, Gammerman & Shafer 2005): a new show is outside in at most the share `miss` of cases, whatever the
/// distribution, as long as shows are alike.
package struct NextRange: Sendable, Equatable {
  /// Multiples of the next plan; `nil` where the shows are too few.
  package var low: Double?
  package var high: Double?
  /// Shows with a plan and sales.
  package var shows: Int
  /// How many are needed at least.
  package var needed: Int
  /// The share of shows that may be outside.
  package var miss: Double

  package static let usualMiss = 0.2

  /// The place of the error that counts among so many, from 1.
  private static func place(_ shows: Int, _ miss: Double) -> Int {
    Int((Double(shows + 1) * (1 - miss) - 1e-9).rounded(.up))
  }

  /// - Parameter miss: above 0 and below 1.
  package init(_ shows: [(planned: Double, actual: Double)], miss: Double = NextRange.usualMiss) {
    self.miss = miss
    let errors = shows.filter { $0.planned > 0 && $0.actual > 0 }.map { abs(log($0.actual / $0.planned)) }
      .sorted()
    self.shows = errors.count
    var needed = 1
    while Self.place(needed, miss) > needed, needed < 1_000_000 { needed += 1 }
    self.needed = needed
    guard errors.count >= needed else { return }
    let error = errors[max(0, min(errors.count, Self.place(errors.count, miss)) - 1)]
    low = exp(-error)
    high = exp(error)
  }
}
