/// A small linear program in whole numbers, to be minimised: some ten columns of any size.
///
/// ## Formulation
///
///     minimise sum of objective_j x_j;   lower_i <= sum of a_ij x_j <= upper_i;   x_j within its bounds, whole where it is to be
///     of some rows: sum of a_ij x_j = 0 or >= least_i
///
/// Unlike `Program`, whose columns are 0 or 1 and many, it counts things: views, people.
package struct WholeNumberProgram: Sendable {
  package struct Column: Sendable {
    package var lower: Double
    /// Infinite where there is no end.
    package var upper: Double
    package var isWhole: Bool
    package var objective: Double

    package init(lower: Double = 0, upper: Double, isWhole: Bool = true, objective: Double = 0) {
      self.lower = lower
      self.upper = upper
      self.isWhole = isWhole
      self.objective = objective
    }
  }

  package struct Row: Sendable {
    package var lower: Double
    package var upper: Double
    package var entries: [(column: Int, coefficient: Double)]
    /// The row comes to 0, or to at least this; its coefficients and columns are then 0 or more.
    package var least: Double?

    package init(
      lower: Double = -.infinity, upper: Double = .infinity,
      entries: [(column: Int, coefficient: Double)], least: Double? = nil
    ) {
      self.lower = lower
      self.upper = upper
      self.entries = entries
      self.least = least
    }
  }

  package var columns: [Column] = []
  package var rows: [Row] = []

  package init() {}

  /// Adds a column and returns its place.
  package mutating func add(_ column: Column) -> Int {
    columns.append(column)
    return columns.count - 1
  }

  /// Moves the ends of rows of whole columns to the next value that the row can have: a row of the decimals 0.8 and 1
  /// comes to multiples of 0.2, so that 9,999.99 asks for 10,000.
  ///
  /// Without it a search would split columns again and again for what a row may be missed by.
  func tightened() -> WholeNumberProgram {
    var program = self
    for index in rows.indices {
      let row = rows[index]
      guard row.entries.allSatisfy({ columns[$0.column].isWhole }),
        let step = NumberStep.common(row.entries.map(\.coefficient))
      else { continue }
      if row.lower.isFinite { program.rows[index].lower = NumberStep.up(row.lower, step) }
      if row.upper.isFinite { program.rows[index].upper = NumberStep.down(row.upper, step) }
      if let least = row.least { program.rows[index].least = NumberStep.up(least, step) }
    }
    return program
  }

  /// Adds a column for the sum of each set of whole columns that are alike in every row of several columns and in the
  /// objective.
  ///
  /// Split one by one, such columns take each other's places again and again; their sum is split once.
  func withSums() -> WholeNumberProgram {
    var signatures = columns.map { ["\($0.objective)"] }
    for (index, row) in rows.enumerated() where row.entries.count > 1 {
      for entry in row.entries { signatures[entry.column].append("\(index) \(entry.coefficient)") }
    }
    let whole = columns.indices.filter { columns[$0].isWhole && columns[$0].lower < columns[$0].upper }
    var program = self
    let sets = Dictionary(grouping: whole) { signatures[$0] }.values.filter { $0.count > 1 }
    for set in sets.sorted(by: { $0[0] < $1[0] }) {
      let sum = program.add(
        .init(
          lower: set.reduce(0) { $0 + columns[$1].lower }, upper: set.reduce(0) { $0 + columns[$1].upper }))
      program.rows.append(.init(lower: 0, upper: 0, entries: set.map { ($0, 1) } + [(sum, -1)]))
    }
    return program
  }

  /// What the objective is always a multiple of; `nil` where that is not known.
  ///
  /// Columns that are not whole must take such values themselves, as costs in blocks of whole ends do.
  var objectiveStep: Double? { NumberStep.common(columns.map(\.objective).filter { $0 != 0 }) }
}

/// Multiples of a decimal.
package enum NumberStep {
  /// The greatest decimal of which all these are multiples; `nil` where there is none of at most nine places.
  package static func common(_ numbers: [Double]) -> Double? {
    let sizes = numbers.map(abs).filter { $0 > 0 }
    if sizes.isEmpty { return nil }
    var scale = 1.0
    for _ in 0...9 {
      let scaled = sizes.map { $0 * scale }
      if scaled.allSatisfy({ $0 < 1e12 && $0.rounded() >= 1 && abs($0 - $0.rounded()) <= 1e-14 * max(1, $0) })
      {
        return Double(scaled.map { Int($0.rounded()) }.reduce(0, divisor)) / scale
      }
      scale *= 10
    }
    return nil
  }

  /// The least multiple that is not below a number, what doubles lose aside.
  static func up(_ number: Double, _ step: Double) -> Double {
    let count = number / step
    return (count - slack(count)).rounded(.up) * step
  }

  /// The greatest multiple that is not above a number.
  static func down(_ number: Double, _ step: Double) -> Double {
    let count = number / step
    return (count + slack(count)).rounded(.down) * step
  }

  private static func slack(_ count: Double) -> Double { max(1e-9, 1e-14 * abs(count)) }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
