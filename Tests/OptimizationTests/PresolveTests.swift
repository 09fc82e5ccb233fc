import Testing

import struct TestSupport.RandomSource

@testable import Optimization

/// Every reduction keeps the optimum, and does what it is there for.
@Suite struct PresolveTests {
  enum Reduction: CaseIterable {
    case softSwitches, wholeCoefficients, fixedCounts, lookAlikes, activities, coefficients

    func apply(to reduced: inout ReducedProgram) {
      switch self {
      case .softSwitches: reduced.splitSoftSwitches()
      case .wholeCoefficients: reduced.scaleToIntegers()
      case .fixedCounts:
        reduced.scaleToIntegers()
        if reduced.homogenise() { reduced.scaleToIntegers() }
      case .lookAlikes:
        reduced.scaleToIntegers()
        reduced.mergeLookAlikes()
      case .activities: reduced.tightenByActivity()
      case .coefficients:
        reduced.scaleToIntegers()
        reduced.tightenCoefficients()
      }
    }
  }

  @Test(arguments: Reduction.allCases)
  func `the optimum is unchanged`(reduction: Reduction) {
    for seed: UInt64 in 0..<2000 {
      let program = randomProgram(seed: seed)
      var reduced = ReducedProgram(program)
      reduction.apply(to: &reduced)
      let expected = bruteForce(program)
      if reduced.isInfeasible {
        #expect(expected == nil, "\(reduction), seed \(seed)")
        continue
      }
      for column in 0..<program.columnCount where reduced.isDropped[column] {
        reduced.program.objective[column] = -1e9
      }
      // A selection with a dropped column is none.
      let found = bruteForce(reduced.program).flatMap { $0 > -1e8 ? $0 : nil }
      #expect((found == nil) == (expected == nil), "\(reduction), seed \(seed)")
      if let found, let expected {
        #expect(abs(found - expected) <= 1e-6 * max(1, abs(expected)), "\(reduction), seed \(seed)")
      }
    }
  }

  /// Before any reduction but the merging of look-alikes, as large programs are thinned.
  @Test func `a thinned program has the same optimum`() {
    var thinner = 0
    for seed: UInt64 in 0..<3000 {
      let program = randomProgram(seed: seed)
      var merged = ReducedProgram(program)
      merged.mergeLookAlikes()
      let kept = merged.undominatedColumns()
      if kept.count < program.columnCount { thinner += 1 }
      let thinned = Narrowing(program, keeping: kept.map { Int32($0) })
      let (expected, found) = (bruteForce(program), bruteForce(thinned.program))
      #expect((found == nil) == (expected == nil), "seed \(seed)")
      if let found, let expected {
        #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)), "seed \(seed)")
      }
    }
    #expect(thinner > 100)
  }

  @Test func `dominated columns are never needed`() {
    for seed: UInt64 in 0..<2000 {
      let program = randomProgram(seed: seed)
      let reduced = ReducedProgram.presolved(program)
      guard !reduced.isInfeasible else { continue }
      let grouped = GroupedProgram(reduced)
      let kept = Set(
        grouped.undominatedColumns(groupLimit: grouped.groupLimit()).map { grouped.original[$0] })
      var without = program
      for column in 0..<program.columnCount where !kept.contains(Int32(column)) {
        without.objective[column] = -1e9
      }
      guard let expected = bruteForce(program), let found = bruteForce(without) else { continue }
      #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)), "seed \(seed)")
    }
  }

  @Test func `a bound from any duals is valid`() {
    for seed: UInt64 in 0..<1000 {
      let program = randomProgram(seed: seed)
      guard let optimum = bruteForce(program) else { continue }
      let reduced = ReducedProgram.presolved(program)
      let grouped = GroupedProgram(reduced)
      var random = RandomSource(seed: seed)
      for _ in 0..<10 {
        let duals = (0..<grouped.rowCount).map { _ in random.decimal(-2000...2000) }
        var pricing = Pricing()
        pricing.evaluate(grouped, Subproblem(grouped), duals: duals)
        #expect(pricing.bound >= optimum - 1e-9 * max(1, abs(optimum)), "seed \(seed)")
      }
    }
  }

  @Test func `a soft row with a switch becomes one for each group`() {
    var program = Program()
    let on = Int32(program.addRow(lower: -.infinity, upper: 0, penalty: 400))
    let off = Int32(program.addRow(lower: 0, upper: .infinity, penalty: 400))
    for group: Int32 in [0, 0, 1, 2] {
      program.addColumn(
        objective: 1, group: group, entries: [(row: on, coefficient: 1), (row: off, coefficient: 1)])
    }
    program.addColumn(
      objective: 0, group: -1, entries: [(row: on, coefficient: -3), (row: off, coefficient: -3)])
    var reduced = ReducedProgram(program)
    reduced.splitSoftSwitches()
    // "At most with the switch" is split; "all with the switch" is a row at least, and split too.
    #expect(reduced.isFree(0) && reduced.isFree(1))
    #expect(reduced.program.rowCount == 8)
    #expect(reduced.program.entries(of: 0).count == 4)
    #expect(reduced.program.entries(of: 4).count == 8)
  }

  @Test func `prices of hundreds against an average become counts`() {
    var program = Program()
    let average = Int32(program.addRow(lower: -.infinity, upper: 0))
    for price in [99.0, 199, 399] {
      program.addColumn(objective: 1, group: -1, entries: [(row: average, coefficient: price - 299)])
    }
    var reduced = ReducedProgram(program)
    reduced.scaleToIntegers()
    #expect(reduced.program.coefficient == [-2, -1, 1])
    #expect(reduced.isIntegral == [true])
  }

  @Test func `a share over a fixed count becomes a count`() {
    var program = Program()
    let items = Int32(program.addRow(lower: 4, upper: 4))
    let share = Int32(program.addRow(lower: 0, upper: .infinity))
    for column in 0..<8 {
      program.addColumn(
        objective: 1, group: -1,
        entries: [(row: items, coefficient: 1), (row: share, coefficient: column < 3 ? 0.7 : -0.3)])
    }
    let reduced = ReducedProgram.presolved(program)
    // 0.3 of 4 is 1.2: two of the three.
    #expect(reduced.program.lower[1] == 2)
    #expect(reduced.program.rowIndex.count { $0 == 1 } == 3)
  }

  @Test func `look-alikes become one group`() {
    var program = Program()
    let family = Int32(program.addRow(lower: -.infinity, upper: 1))
    for group in [Int32(0), 0, 1, 2, -1] {
      program.addColumn(
        objective: 1, group: group, entries: group == 2 ? [] : [(row: family, coefficient: 1)])
    }
    let reduced = ReducedProgram.presolved(program)
    #expect(reduced.program.group == [0, 0, 0, 2, 0])
    #expect(reduced.isFree(0))
  }

  @Test func `a row that every selection meets is freed, an impossible column dropped`() {
    var program = Program()
    let brand = Int32(program.addRow(lower: 0, upper: 3))
    let time = Int32(program.addRow(lower: -.infinity, upper: 10))
    for minutes in [4.0, 5, 11] {
      program.addColumn(
        objective: 1, group: -1, entries: [(row: brand, coefficient: 1), (row: time, coefficient: minutes)])
    }
    let reduced = ReducedProgram.presolved(program)
    #expect(reduced.isFree(0))
    #expect(reduced.isDropped == [false, false, true])
    #expect(reduced.isFree(1))
  }

  @Test func `a switch counts for no more than it can make room for`() {
    var program = Program()
    let promotion = Int32(program.addRow(lower: -.infinity, upper: 0))
    let family = Int32(program.addRow(lower: -.infinity, upper: 1))
    for style in 0..<4 {
      program.addColumn(
        objective: 1, group: -1,
        entries: [(row: promotion, coefficient: 1)] + (style < 2 ? [(row: family, coefficient: 1)] : []))
    }
    program.addColumn(objective: -1, group: -1, entries: [(row: promotion, coefficient: -20)])
    let reduced = ReducedProgram.presolved(program)
    // Two of a family count once: at most three have the promotion.
    #expect(reduced.program.coefficient.last == -3)
    #expect(reduced.program.upper[0] == 0)
  }

  @Test func `coefficients change only where no selection is lost or let in`() {
    var changed = 0
    for seed: UInt64 in 0..<3000 {
      let program = randomProgram(seed: seed)
      var reduced = ReducedProgram(program)
      reduced.scaleToIntegers()
      let before = GroupedProgram(reduced)
      reduced.tightenCoefficients()
      let after = GroupedProgram(reduced)
      if before.coefficient == after.coefficient { continue }
      changed += 1
      var random = RandomSource(seed: seed)
      for _ in 0..<50 {
        let selection = (0..<before.groupCount).compactMap { group -> Int? in
          let columns = before.columns(ofGroup: group)
          let pick = random.integer(-1...columns.count - 1)
          return pick < 0 ? nil : columns.lowerBound + pick
        }
        #expect(meetsHardRows(selection, before) == meetsHardRows(selection, after), "seed \(seed)")
      }
    }
    #expect(changed > 100)
  }

  private func meetsHardRows(_ selection: [Int], _ program: GroupedProgram) -> Bool {
    (0..<program.rowCount).allSatisfy { row in
      var activity = 0.0
      for column in selection {
        for entry in program.entries(of: column) where Int(program.rowIndex[entry]) == row {
          activity += program.coefficient[entry]
        }
      }
      return program.penalty[row] < .infinity
        || activity >= program.lower[row] - 1e-7 && activity <= program.upper[row] + 1e-7
    }
  }
}
