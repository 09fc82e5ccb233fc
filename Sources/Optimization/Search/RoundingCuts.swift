/// Multipliers of a program's rows and of its groups' "at most one", to be added up into one row.
struct RowCombination {
  var rows: [(row: Int, multiplier: Double)]
  var groups: [(group: Int, multiplier: Double)]
}

/// Rows that every selection meets and a relaxation breaks, by mixed-integer rounding.
///
/// Reason: `3 x + 3 y <= 4` over whole numbers is `x + y <= 1`. For a sum of rows `sum a x + sum g s = b` over whole
/// x and slacks s, with f the fraction of b, it is `sum F(a) x + sum F(g) s <= floor b` with
/// `F(a) = floor a + max(0, fraction of a - f) / (1 - f)`, and `min(0, g) / (1 - f)` for a slack that is no whole
/// number (Nemhauser & Wolsey 1990). With the multipliers of a simplex tableau that are Gomory's mixed-integer cuts
/// (1960), which are valid only as far as the tableau is exact; here multipliers may be any numbers, the sums are made
/// anew from the program's rows, and what doubles lose is given back to the bound.
struct RoundingCuts {
  private let program: GroupedProgram
  /// Of all columns in the relaxation.
  private var values: [Double]
  private var activity: [Double]
  private var groupActivity: [Double]

  /// - Parameter values: of the active columns.
  init(_ program: GroupedProgram, active: [Int32], values: [Double]) {
    self.program = program
    self.values = Array(repeating: 0, count: program.columnCount)
    activity = Array(repeating: 0, count: program.rowCount)
    groupActivity = Array(repeating: 0, count: program.groupCount)
    for (column, value) in zip(active, values) where value != 0 {
      self.values[Int(column)] = value
      groupActivity[Int(program.group[Int(column)])] += value
      for position in program.entries(of: Int(column)) {
        activity[Int(program.rowIndex[position])] += program.coefficient[position] * value
      }
    }
  }

  /// The cuts of some combinations, the most broken first.
  func cuts(of combinations: [RowCombination], limit: Int) -> [GroupedProgram.NewRow] {
    var found = LargestFew<GroupedProgram.NewRow>(limit: limit)
    for combination in combinations {
      if let (cut, violation) = cut(of: combination) { found.insert(cut, violation) }
    }
    return found.elements
  }

  /// The cut of a combination, and how far away the relaxation is from meeting it; `nil` where there is none or rounding
  /// makes it doubtful.
  private func cut(of combination: RowCombination) -> (GroupedProgram.NewRow, violation: Double)? {
    guard let sum = Sum(combination, self) else { return nil }
    let fraction = sum.bound - sum.bound.rounded(.down)
    guard fraction > 0.02, fraction < 0.98 else { return nil }
    let scale = 1 / (1 - fraction)
    func rounded(_ number: Double) -> Double {
      let floor = number.rounded(.down)
      return floor + max(0, number - floor - fraction) * scale
    }
    var bound = sum.bound.rounded(.down)
    // The slacks out again, each by its row.
    var multiplier = [Double](repeating: 0, count: program.rowCount)
    for slack in sum.slacks {
      let weight = slack.isWhole ? rounded(slack.multiplier) : min(0, slack.multiplier) * scale
      multiplier[slack.row] = -weight * slack.sign
      bound -= weight * slack.sign * slack.bound
    }
    var groupMultiplier: [Int32: Double] = [:]
    for (group, weight) in combination.groups {
      groupMultiplier[Int32(group)] = -rounded(weight)
      bound -= rounded(weight)
    }
    var coefficients = [Double](repeating: 0, count: program.columnCount)
    var greatest = 0.0
    for column in 0..<program.columnCount {
      let isComplement = values[column] > 0.5
      var coefficient = rounded(isComplement ? -sum.coefficients[column] : sum.coefficients[column])
      if isComplement {
        bound -= coefficient
        coefficient = -coefficient
      }
      for position in program.entries(of: column) {
        coefficient += multiplier[Int(program.rowIndex[position])] * program.coefficient[position]
      }
      if !groupMultiplier.isEmpty { coefficient += groupMultiplier[program.group[column]] ?? 0 }
      coefficients[column] = coefficient
      greatest = max(greatest, abs(coefficient))
    }
    // What doubles lose, many times over: F grows at most by `scale` per unit.
    let loss = 1e-13 * scale * scale * sum.magnitude
    guard greatest > 1e-6, loss < 1e-6 * greatest else { return nil }
    return row(coefficients, greatest, bound + loss)
  }

  /// The row, scaled to coefficients of at most 1, without those next to 0.
  private func row(
    _ coefficients: [Double], _ greatest: Double, _ bound: Double
  ) -> (GroupedProgram.NewRow, violation: Double)? {
    var row = GroupedProgram.NewRow(entries: [], isIntegral: false)
    var upper = bound / greatest
    var activity = 0.0
    var norm = 0.0
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let scaled = coefficient / greatest
      if abs(scaled) < 1e-6 {
        // A column is worth at most 1: without it the row asks for no more than before.
        upper += max(0, -scaled)
      } else {
        row.entries.append((column: Int32(column), coefficient: scaled))
        if values[column] != 0 {
          activity += scaled * values[column]
          norm += scaled * scaled
        }
      }
    }
    row.upper = upper
    let violation = (activity - upper) / max(norm, 1e-9).squareRoot()
    return violation > 1e-3 ? (row, violation) : nil
  }

  /// The sum of a combination's rows as an equation, each row with its slack.
  private struct Sum {
    struct Slack {
      var row: Int
      /// Of the slack in the sum.
      var multiplier: Double
      /// The slack is the bound less the activity, or for -1 the other way round.
      var sign: Double
      var bound: Double
      var isWhole: Bool
    }

    /// Of the columns, before any is complemented.
    var coefficients: [Double]
    var slacks: [Slack] = []
    /// With the columns complemented that are above a half.
    var bound = 0.0
    /// Of all that was added up, over the selection that adds most.
    var magnitude = 0.0

    /// `nil` where a row is soft or has no bound.
    init?(_ combination: RowCombination, _ cuts: RoundingCuts) {
      let program = cuts.program
      coefficients = Array(repeating: 0, count: program.columnCount)
      var multipliers = [Double](repeating: 0, count: program.rowCount)
      for (row, multiplier) in combination.rows {
        guard program.penalty[row] == .infinity else { return nil }
        let (lower, upper, activity) = (program.lower[row], program.upper[row], cuts.activity[row])
        let isUpper = upper - activity <= activity - lower
        let bound = isUpper ? upper : lower
        guard bound.isFinite else { return nil }
        multipliers[row] = multiplier
        self.bound += multiplier * bound
        magnitude += abs(multiplier * bound)
        guard lower < upper else { continue }
        let sign = isUpper ? 1.0 : -1
        slacks.append(
          Slack(
            row: row, multiplier: multiplier * sign, sign: sign, bound: bound,
            isWhole: program.isIntegral[row] && bound == bound.rounded()))
      }
      var groupMultipliers: [Int32: Double] = [:]
      for (group, multiplier) in combination.groups {
        groupMultipliers[Int32(group)] = multiplier
        bound += multiplier
        magnitude += abs(multiplier)
      }
      for group in 0..<program.groupCount {
        var greatest = 0.0
        let groupMultiplier = groupMultipliers[Int32(group)] ?? 0
        for column in program.columns(ofGroup: group) {
          var sum = groupMultiplier
          var magnitude = abs(groupMultiplier)
          for position in program.entries(of: column) {
            let term = multipliers[Int(program.rowIndex[position])] * program.coefficient[position]
            sum += term
            magnitude += abs(term)
          }
          coefficients[column] = sum
          greatest = max(greatest, magnitude)
          if cuts.values[column] > 0.5 { bound -= sum }
        }
        magnitude += greatest
      }
      guard magnitude < 1e9 else { return nil }
    }
  }
}
