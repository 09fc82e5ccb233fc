extension GroupedProgram {
  /// The largest number of which all gains are whole multiples, or `nil` where there is none worth the
  /// name, or where penalties make any value possible.
  ///
  /// Reason: with gains in whole cents, a bound less than a cent above the incumbent is no bound at all.
  func objectiveUnit() -> Double? {
    guard penalty.allSatisfy({ $0 == .infinity }) else { return nil }
    var denominator = 1.0
    var divisor: UInt64 = 0
    var greatest = 0.0
    for gain in objective where gain != 0 {
      let magnitude = abs(gain)
      greatest = max(greatest, magnitude)
      let before = denominator
      while !ReducedProgram.isWhole(magnitude * denominator), denominator < 1e4 { denominator *= 10 }
      let scaled = magnitude * denominator
      guard ReducedProgram.isWhole(scaled), scaled < 5e8 else { return nil }
      if denominator != before { divisor *= UInt64(denominator / before) }
      divisor = ReducedProgram.commonDivisor(divisor, UInt64(scaled.rounded()))
    }
    guard divisor > 0 else { return nil }
    return Double(divisor) / denominator
  }
}
