#if GLPK
  import CGLPK

  /// A linear or mixed 0/1 program in GLPK's memory, to be maximised. Rows and columns count from 0.
  ///
  /// GLPK ends the process on a bad argument, so every method looks at its arguments first and throws
  /// `GLPKError.invalidArgument`. A problem must live and die on one thread, which is why the type can
  /// be neither copied nor sent.
  package struct LinearProblem: ~Copyable {
    /// GLPK's own problem, for what extends this type in other modules.
    package let pointer: OpaquePointer
    /// The environment it lives in, by those lost before.
    private let lossesBefore: Int
    package private(set) var rowCount = 0
    package private(set) var columnCount = 0
    package private(set) var isBinary: [Bool] = []

    private var padded = OneBased()
    /// The number of the last call that gave an entry in each row or column, to notice duplicates.
    private var lastCallOfRow: [Int] = []
    private var lastCallOfColumn: [Int] = []
    private var callCount = 0

    /// Numbers beyond this overflow inside the simplex method, where GLPK does not look for it.
    package static let largestMagnitude = 1e30

    package init() {
      ThreadEnvironment.enter()
      lossesBefore = ThreadEnvironment.losses
      pointer = glp_create_prob()
      glp_set_obj_dir(pointer, GLP_MAX)
    }

    deinit {
      guard lossesBefore == ThreadEnvironment.losses else { return }
      glp_delete_prob(pointer)
      ThreadEnvironment.leave()
    }

    // MARK: Rows

    /// Adds a row without entries, `lower <= activity <= upper`; infinite where there is no bound.
    package mutating func addRow(lower: Double, upper: Double) throws(GLPKError) {
      try Self.check(lower: lower, upper: upper)
      try Self.checkRoom(rowCount)
      glp_add_rows(pointer, 1)
      rowCount += 1
      lastCallOfRow.append(0)
      setCheckedBounds(row: rowCount - 1, lower, upper)
    }

    /// Adds a row with entries in columns that exist.
    package mutating func addRow(
      lower: Double, upper: Double, columns: [Int32], coefficients: [Double]
    ) throws(GLPKError) {
      guard columns.count == coefficients.count else {
        throw .invalidArgument("\(columns.count) columns with \(coefficients.count) coefficients")
      }
      let row = Int32(rowCount)
      callCount += 1
      for (column, coefficient) in zip(columns, coefficients) {
        guard column >= 0, column < columnCount else {
          throw .invalidArgument("row \(row): there is no column \(column)")
        }
        guard lastCallOfColumn[Int(column)] != callCount else {
          throw .invalidArgument("row \(row): column \(column) is given twice")
        }
        try Self.check(coefficient, "coefficient of row \(row), column \(column)")
        lastCallOfColumn[Int(column)] = callCount
      }
      try addRow(lower: lower, upper: upper)
      _ = padded.with(indices: columns, values: coefficients) { count, indices, values in
        glp_set_mat_row(pointer, row + 1, count, indices, values)
      }
    }

    package mutating func setBounds(row: Int, lower: Double, upper: Double) throws(GLPKError) {
      try check(row: row)
      try Self.check(lower: lower, upper: upper)
      setCheckedBounds(row: row, lower, upper)
    }

    private func setCheckedBounds(row: Int, _ lower: Double, _ upper: Double) {
      glp_set_row_bnds(pointer, Int32(row + 1), Self.kind(lower, upper), lower, upper)
    }

    // MARK: Columns

    /// Adds a column with entries in rows that exist. The bounds of a binary column are rounded inward.
    package mutating func addColumn(
      objective: Double, lower: Double = 0, upper: Double = 1, binary: Bool = false,
      rows: some Collection<Int32>, coefficients: some Collection<Double>
    ) throws(GLPKError) {
      guard rows.count == coefficients.count else {
        throw .invalidArgument("\(rows.count) rows with \(coefficients.count) coefficients")
      }
      let column = Int32(columnCount)
      callCount += 1
      for (row, coefficient) in zip(rows, coefficients) {
        guard row >= 0, row < rowCount else {
          throw .invalidArgument("column \(column): there is no row \(row)")
        }
        guard lastCallOfRow[Int(row)] != callCount else {
          throw .invalidArgument("column \(column): row \(row) is given twice")
        }
        try Self.check(coefficient, "coefficient of row \(row), column \(column)")
        lastCallOfRow[Int(row)] = callCount
      }
      try Self.check(objective, "objective of column \(column)")
      let bounds = try Self.checked(lower, upper, binary: binary)
      try Self.checkRoom(columnCount)
      glp_add_cols(pointer, 1)
      columnCount += 1
      isBinary.append(binary)
      lastCallOfColumn.append(0)
      glp_set_col_kind(pointer, column + 1, binary ? GLP_IV : GLP_CV)
      glp_set_col_bnds(pointer, column + 1, Self.kind(bounds.lower, bounds.upper), bounds.lower, bounds.upper)
      glp_set_obj_coef(pointer, column + 1, objective)
      _ = padded.with(indices: rows, values: coefficients) { count, indices, values in
        glp_set_mat_col(pointer, column + 1, count, indices, values)
      }
    }

    package mutating func setBounds(column: Int, lower: Double, upper: Double) throws(GLPKError) {
      try check(column: column)
      let bounds = try Self.checked(lower, upper, binary: isBinary[column])
      glp_set_col_bnds(
        pointer, Int32(column + 1), Self.kind(bounds.lower, bounds.upper), bounds.lower, bounds.upper)
    }

    package mutating func setObjective(column: Int, _ objective: Double) throws(GLPKError) {
      try check(column: column)
      try Self.check(objective, "objective of column \(column)")
      glp_set_obj_coef(pointer, Int32(column + 1), objective)
    }

    // MARK: Checks

    func check(row: Int) throws(GLPKError) {
      guard row >= 0, row < rowCount else { throw .invalidArgument("there is no row \(row)") }
    }

    func check(column: Int) throws(GLPKError) {
      guard column >= 0, column < columnCount else { throw .invalidArgument("there is no column \(column)") }
    }

    private static func check(_ value: Double, _ what: @autoclosure () -> String) throws(GLPKError) {
      guard abs(value) <= largestMagnitude else {
        throw .invalidArgument("\(what()) is \(value), not a number of at most \(largestMagnitude)")
      }
    }

    private static func check(lower: Double, upper: Double) throws(GLPKError) {
      guard lower <= upper, lower < .infinity, upper > -.infinity else {
        throw .invalidArgument("no number lies between the bounds \(lower) and \(upper)")
      }
      if lower != -.infinity { try check(lower, "lower bound") }
      if upper != .infinity { try check(upper, "upper bound") }
    }

    private static func checked(
      _ lower: Double, _ upper: Double, binary: Bool
    ) throws(GLPKError) -> (lower: Double, upper: Double) {
      try check(lower: lower, upper: upper)
      guard binary else { return (lower, upper) }
      let inward = (lower: lower.rounded(.up), upper: upper.rounded(.down))
      guard inward.lower >= 0, inward.upper <= 1, inward.lower <= inward.upper else {
        throw .invalidArgument("neither 0 nor 1 alone lies between the bounds \(lower) and \(upper)")
      }
      return inward
    }

    private static func checkRoom(_ count: Int) throws(GLPKError) {
      guard count < 100_000_000 else {
        throw .invalidArgument("GLPK holds at most 100,000,000 rows and as many columns")
      }
    }

    private static func kind(_ lower: Double, _ upper: Double) -> Int32 {
      switch (lower == -.infinity, upper == .infinity) {
      case (true, true): GLP_FR
      case (true, false): GLP_UP
      case (false, true): GLP_LO
      case (false, false): lower == upper ? GLP_FX : GLP_DB
      }
    }
  }
#endif
