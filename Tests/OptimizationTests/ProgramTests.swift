import Testing

@testable import Optimization

@Suite struct ProgramTests {
  @Test func `a column adds up entries of one row and drops those that cancel`() {
    var program = Program()
    program.addRow(lower: 0, upper: 1)
    program.addRow(lower: 0, upper: 1)
    program.addColumn(
      objective: 1, group: 2,
      entries: [entry(0, 2), entry(1, 1), entry(0, -2)])
    #expect(program.rowIndex == [1])
    #expect(program.coefficient == [1])
    #expect(program.groupCount == 3)
  }

  @Test func `what rounding leaves of entries that cancel is dropped, a small entry is kept`() {
    var program = Program()
    program.addRow(lower: 0, upper: .infinity)
    program.addRow(lower: 0, upper: .infinity)
    program.addColumn(
      objective: 1, group: -1,
      entries: [entry(0, 10.9), entry(1, 1e-15), entry(0, -10.899999999999999)])
    #expect(program.rowIndex == [1])
    #expect(program.coefficient == [1e-15])
  }

  @Test func `a value is the objective less penalties and nil where a hard row is missed`() {
    var program = Program()
    let hard = Int32(program.addRow(lower: -.infinity, upper: 1))
    let soft = Int32(program.addRow(lower: 3, upper: 4, penalty: 10))
    program.addColumn(
      objective: 5, group: -1, entries: [entry(hard, 1), entry(soft, 5)])
    program.addColumn(objective: 7, group: -1, entries: [entry(hard, 1.000002)])
    program.addColumn(
      objective: 8, group: 0, entries: [entry(hard, 1.000001), entry(soft, 1)])
    program.addColumn(objective: 8, group: 0, entries: [])
    #expect(program.value(of: []) == -30)
    #expect(program.value(of: [0]) == -5)
    #expect(program.value(of: [1]) == nil)
    #expect(program.value(of: [2]) == -12)
    #expect(program.value(of: [2, 3]) == nil)
    #expect(program.value(of: [3, 3]) == nil)
    #expect(program.value(of: [4]) == nil)
    #expect(program.value(of: [-1]) == nil)
  }

  @Test(arguments: [
    (Double.nan, 1.0), (2, 1), (.infinity, .infinity), (-.infinity, -.infinity), (0, .nan),
  ])
  func `a row between bounds that hold no number is invalid`(lower: Double, upper: Double) {
    var program = Program()
    program.addRow(lower: lower, upper: upper)
    #expect(throws: SolverError.self) { try program.validate() }
  }

  @Test(arguments: [0.0, -1, .nan, -.infinity])
  func `a penalty that is not above 0 is invalid`(penalty: Double) {
    var program = Program()
    program.addRow(lower: 0, upper: 1, penalty: penalty)
    #expect(throws: SolverError.self) { try program.validate() }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a number that is not finite is invalid`(number: Double) {
    var inObjective = Program()
    inObjective.addColumn(objective: number, group: -1, entries: [])
    #expect(throws: SolverError.self) { try inObjective.validate() }
    var inRow = Program()
    inRow.addRow(lower: 0, upper: 1)
    inRow.addColumn(objective: 1, group: -1, entries: [entry(0, number)])
    #expect(throws: SolverError.self) { try inRow.validate() }
  }

  @Test func `an index out of range is invalid`() {
    for row: Int32 in [-1, 1] {
      var program = Program()
      program.addRow(lower: 0, upper: 1)
      program.addColumn(objective: 1, group: -1, entries: [entry(row, 1)])
      #expect(throws: SolverError.self) { try program.validate() }
    }
    var program = Program()
    program.addColumn(objective: 1, group: -2, entries: [])
    #expect(throws: SolverError.self) { try program.validate() }
  }

  @Test func `entries that end before they start or after the last one are invalid`() {
    for start in [[0, 9, 2], [0, -1, 2], [0, 1, 1], [1, 1, 2], [0, 2]] {
      var program = Program()
      program.addRow(lower: 0, upper: 1)
      for _ in 0..<2 { program.addColumn(objective: 1, group: -1, entries: [entry(0, 1)]) }
      program.columnStart = start
      #expect(throws: SolverError.self) { try program.validate() }
    }
  }
}

private func entry(_ row: Int32, _ coefficient: Double) -> (row: Int32, coefficient: Double) {
  (row: row, coefficient: coefficient)
}
