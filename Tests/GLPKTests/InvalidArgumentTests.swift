#if GLPK
  import GLPK
  import Testing

  /// Each of these would end the process inside GLPK.
  @Suite struct InvalidArgumentTests {
    private static func refuses(_ body: (inout LinearProblem) throws -> Void) {
      var problem = LinearProblem()
      #expect(throws: GLPKError.self) {
        try problem.addRow(lower: 0, upper: 1)
        try problem.addColumn(objective: 1, rows: [0], coefficients: [1])
        try body(&problem)
      }
      // A refused call leaves the problem as it was: it still solves.
      #expect(throws: Never.self) { _ = try problem.solveRelaxation(.primal) }
      #expect(problem.relaxationValue == 1)
    }

    @Test(arguments: [-1, 1, Int.max, Int.min])
    func `an index out of range`(index: Int) {
      Self.refuses { try $0.setBounds(row: index, lower: 0, upper: 1) }
      Self.refuses { try $0.setBounds(column: index, lower: 0, upper: 1) }
      Self.refuses { try $0.setObjective(column: index, 1) }
      Self.refuses { try $0.addColumn(objective: 1, rows: [Int32(clamping: index)], coefficients: [1]) }
      Self.refuses { try $0.addRow(lower: 0, upper: 1, columns: [Int32(clamping: index)], coefficients: [1]) }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e31, -1e300])
    func `a number that is none or overflows`(number: Double) {
      Self.refuses { try $0.addColumn(objective: number, rows: [], coefficients: []) }
      Self.refuses { try $0.addColumn(objective: 1, rows: [0], coefficients: [number]) }
      Self.refuses { try $0.addRow(lower: 0, upper: 1, columns: [0], coefficients: [number]) }
      Self.refuses { try $0.setObjective(column: 0, number) }
      Self.refuses { try $0.addRow(lower: number, upper: number) }
    }

    @Test(arguments: [(2.0, 1.0), (.nan, 1), (0, .nan), (.infinity, .infinity), (-.infinity, -.infinity)])
    func `bounds that hold no number`(lower: Double, upper: Double) {
      Self.refuses { try $0.addRow(lower: lower, upper: upper) }
      Self.refuses { try $0.setBounds(row: 0, lower: lower, upper: upper) }
      Self.refuses { try $0.setBounds(column: 0, lower: lower, upper: upper) }
      Self.refuses { try $0.addColumn(objective: 1, lower: lower, upper: upper, rows: [], coefficients: []) }
    }

    @Test(arguments: [(0.2, 0.8), (-1.0, 1.0), (0.0, 2.0)])
    func `bounds of a binary column that are not within 0 and 1`(lower: Double, upper: Double) {
      Self.refuses {
        try $0.addColumn(objective: 1, lower: lower, upper: upper, binary: true, rows: [], coefficients: [])
      }
    }

    @Test func `entries given twice or of different length`() {
      Self.refuses { try $0.addColumn(objective: 1, rows: [0, 0], coefficients: [1, 2]) }
      Self.refuses { try $0.addColumn(objective: 1, rows: [0], coefficients: [1, 2]) }
      Self.refuses { try $0.addRow(lower: 0, upper: 1, columns: [0, 0], coefficients: [1, 2]) }
      Self.refuses { try $0.addRow(lower: 0, upper: 1, columns: [0], coefficients: []) }
    }

    @Test func `a basis of a larger problem`() throws {
      var larger = LinearProblem()
      for _ in 0..<3 { try larger.addRow(lower: 0, upper: 1) }
      let basis = larger.basis()
      Self.refuses { try $0.restore(basis) }
    }

    @Test func `fractional bounds of a binary column are rounded inward`() throws {
      var problem = LinearProblem()
      try problem.addColumn(objective: 1, lower: 0.5, upper: 1.0, binary: true, rows: [], coefficients: [])
      try problem.addColumn(objective: 1, lower: 0, upper: 0.9, binary: true, rows: [], coefficients: [])
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      #expect(problem.relaxationValue == 1)
    }
  }
#endif
