/// What missing a row costs in a relaxation whose rows and objective are scaled by powers of two.
struct ElasticCosts {
  let rowScale: [Double]
  let objectiveScale: Double
  private let penalty: [Double]
  private var hardPrice: [Double]
  private var isRaised = false

  init(_ program: GroupedProgram) {
    rowScale = program.rowScales()
    let greatest = program.objective.reduce(0) { max($0, abs($1)) }
    objectiveScale = greatest > 0 ? GroupedProgram.powerOfTwo(near: 1000 / greatest) : 1
    penalty = program.penalty
    hardPrice = Array(repeating: Self.basePrice, count: program.rowCount)
  }

  /// The cost of missing a scaled row by 1, in the scaled objective.
  func price(ofRow row: Int) -> Double {
    penalty[row] == .infinity ? hardPrice[row] : min(1e15, penalty[row] / rowScale[row] * objectiveScale)
  }

  /// Raises the price of missing hard rows.
  /// - Returns: whether that was still possible.
  mutating func raisePrice(of rows: [Int]) -> Bool {
    let low = rows.filter { hardPrice[$0] < 1e8 }
    for row in low { hardPrice[row] *= 30 }
    if !low.isEmpty { isRaised = true }
    return !low.isEmpty
  }

  /// High prices drown the reduced costs in rounding, so they do not outlive their subproblem.
  /// - Returns: whether any price had been raised.
  mutating func lowerPrices() -> Bool {
    guard isRaised else { return false }
    hardPrice = Array(repeating: Self.basePrice, count: hardPrice.count)
    isRaised = false
    return true
  }

  /// Ten times the greatest gain, in the scaled objective.
  private static let basePrice = 10_000.0
}

extension GroupedProgram {
  /// Powers of two that bring the coefficients of every row near 1.
  func rowScales() -> [Double] {
    var sum = [Double](repeating: 0, count: rowCount)
    var count = sum
    let stride = max(1, columnCount / 50_000)
    for column in Swift.stride(from: 0, to: columnCount, by: stride) {
      for position in entries(of: column) {
        sum[Int(rowIndex[position])] += abs(coefficient[position])
        count[Int(rowIndex[position])] += 1
      }
    }
    return (0..<rowCount).map { sum[$0] > 0 ? Self.powerOfTwo(near: count[$0] / sum[$0]) : 1 }
  }

  static func powerOfTwo(near number: Double) -> Double {
    Double(sign: .plus, exponent: max(-60, min(60, number.exponent)), significand: 1)
  }
}
