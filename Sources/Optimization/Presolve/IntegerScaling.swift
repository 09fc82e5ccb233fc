extension ReducedProgram {
  /// Scales hard rows to whole coefficients without a common divisor and rounds their bounds inward.
  ///
  /// Reason: prices of 99, 199, 299 against an average of 300 are counts of hundreds in disguise; the
  /// rounded bound cuts off fractions of styles that no whole tray can reach. A bound is rounded after
  /// it was widened by the tolerance, so nothing that the given row accepts is lost.
  mutating func scaleToIntegers() {
    var (divisor, deviation) = wholeMultiples()
    for row in 0..<program.rowCount where divisor[row] != nil && isIntegral[row] && divisor[row] == 1 {
      divisor[row] = nil
    }
    // Rows of ones, the most by far, are whole as they are.
    for row in divisor.indices where divisor[row] == 1 && !isIntegral[row] && deviation[row] == 0 {
      makeIntegral(row, divisor: 1, deviation: 0)
      divisor[row] = nil
    }
    guard divisor.contains(where: { $0 != nil }) else { return }
    for slice in pace.slices(program.nonzeroCount, of: 1 << 19) {
      for position in slice {
        if let divisor = divisor[Int(program.rowIndex[position])] {
          program.coefficient[position] = (program.coefficient[position] / divisor).rounded()
        }
      }
    }
    for row in 0..<program.rowCount {
      if let divisor = divisor[row] { makeIntegral(row, divisor: divisor, deviation: deviation[row]) }
    }
  }

  /// - Parameter deviation: how far the sum of the coefficients can be off whole multiples of the divisor.
  private mutating func makeIntegral(_ row: Int, divisor: Double, deviation: Double) {
    isIntegral[row] = true
    func inward(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
      func slack(_ bound: Double) -> Double { deviation + 4 * (abs(bound) / divisor).ulp }
      return (
        lower.isFinite ? (lower / divisor - slack(lower)).rounded(.up) : lower,
        upper.isFinite ? (upper / divisor + slack(upper)).rounded(.down) : upper
      )
    }
    let (lower, upper) = (program.lower[row], program.upper[row])
    (program.lower[row], program.upper[row]) = inward(lower, upper)
    if excess[row] > 0 {
      // Between whole numbers the wider bound may let in no more than the given one.
      let given = inward(lower + excess[row], upper - excess[row])
      let isSame = given.lower == program.lower[row] && given.upper == program.upper[row]
      excess[row] = isSame ? 0 : excess[row] / divisor + 1
    }
    if program.lower[row] > program.upper[row] { isInfeasible = true }
  }

  /// For every hard row that has entries: the largest number of which all its coefficients are whole
  /// multiples, or `nil`; and by how much the sum of coefficients can be off them, in multiples.
  ///
  /// Powers of ten are tried as denominators, which covers amounts in cents and shares in percent.
  private func wholeMultiples() -> (divisors: [Double?], deviations: [Double]) {
    var denominators = [Double](repeating: 1, count: program.rowCount)
    var isWhole = (0..<program.rowCount).map { isHard($0) && !isFree($0) }
    // The greatest that a coefficient is off, and how many are.
    var deviations = [Double](repeating: 0, count: program.rowCount)
    var deviating = [Int](repeating: 0, count: program.rowCount)
    var divisors = [UInt64](repeating: 0, count: program.rowCount)
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(rows.count, of: 1 << 19) {
        for position in slice {
          let row = Int(rows[position])
          guard isWhole[row] else { continue }
          let magnitude = abs(coefficients[position])
          if magnitude == 1, denominators[row] == 1 {
            divisors[row] = 1
            continue
          }
          var denominator = denominators[row]
          while !Self.isWhole(magnitude * denominator), denominator < 1e6 { denominator *= 10 }
          let scaled = magnitude * denominator
          guard Self.isWhole(scaled), scaled < 5e8 else {
            isWhole[row] = false
            continue
          }
          if magnitude != magnitude.rounded() {
            // The product may be whole where the factor is not.
            deviations[row] = max(
              deviations[row], (abs(scaled - scaled.rounded()) + scaled.ulp) / denominator)
            deviating[row] += 1
          }
          if denominator != denominators[row] {
            divisors[row] *= UInt64(denominator / denominators[row])
            denominators[row] = denominator
          }
          if divisors[row] != 1 {
            divisors[row] = Self.commonDivisor(divisors[row], UInt64(scaled.rounded()))
          }
        }
      }
    }
    let found = (0..<program.rowCount).map { row in
      isWhole[row] && divisors[row] > 0 ? Double(divisors[row]) / denominators[row] : nil
    }
    return (
      found,
      (0..<program.rowCount).map { row in
        found[row].map { deviations[row] * Double(deviating[row]) / $0 } ?? 0
      }
    )
  }

  /// Whether a number up to 5e8 is whole but for what decimal fractions lose in binary.
  static func isWhole(_ number: Double) -> Bool {
    abs(number - number.rounded()) <= max(1e-9, 4 * number.ulp)
  }

  static func commonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
