import Testing

import struct TestSupport.RandomSource

@testable import Optimization

/// What a search excludes at a node is never a selection that it looks for.
@Suite struct ExclusionTests {
  @Test func `propagation keeps every selection that meets the rows`() {
    var proofs = 0
    var exclusions = 0
    for seed: UInt64 in 0..<2000 {
      let program = grouped(seed)
      var random = RandomSource(seed: seed + 77)
      var subproblem = Subproblem(program)
      for column in 0..<program.columnCount where random.chance(0.15) { subproblem.isRemoved[column] = true }
      for group in 0..<program.groupCount where random.chance(0.1) { subproblem.isForced[group] = true }
      let selections = selections(of: program).filter { contains(subproblem, $0, program) }
      var propagation = Propagation(program)
      var tightened = subproblem
      guard propagation.tighten(&tightened, program) else {
        #expect(selections.isEmpty, "seed \(seed)")
        proofs += 1
        continue
      }
      if tightened.isRemoved != subproblem.isRemoved || tightened.isForced != subproblem.isForced {
        exclusions += 1
      }
      for selection in selections {
        #expect(contains(tightened, selection, program), "seed \(seed): \(selection)")
      }
    }
    #expect(proofs > 100 && exclusions > 100)
  }

  @Test func `losses exclude no selection above the cutoff`() {
    var exclusions = 0
    for seed: UInt64 in 0..<2000 {
      let program = grouped(seed)
      var random = RandomSource(seed: seed + 99)
      let duals = (0..<program.rowCount).map { _ in random.decimal(-300...300) }
      let subproblem = Subproblem(program)
      var pricing = Pricing()
      pricing.evaluate(program, subproblem, duals: duals)
      let selections = selections(of: program)
      let values = selections.map { value(of: $0, program) }
      for cutoff in values {
        var tightened = subproblem
        tightened.exclude(worthlessAt: cutoff, pricing, program)
        if tightened.isRemoved.contains(true) || tightened.lower != subproblem.lower { exclusions += 1 }
        for (selection, value) in zip(selections, values) where value > cutoff + 1e-6 {
          #expect(contains(tightened, selection, program), "seed \(seed): \(selection)")
        }
      }
    }
    #expect(exclusions > 100)
  }

  @Test func `a packed subproblem is the same when unpacked`() {
    for seed: UInt64 in 0..<200 {
      let program = GroupedProgram(ReducedProgram(randomProgram(seed: seed, columns: 150)))
      var random = RandomSource(seed: seed)
      var subproblem = Subproblem(program)
      for column in 0..<program.columnCount { subproblem.isRemoved[column] = random.chance(0.5) }
      for group in 0..<program.groupCount { subproblem.isForced[group] = random.chance(0.5) }
      for row in 0..<program.rowCount { subproblem.upper[row] = Double(random.integer(0...9)) }
      let same = PackedSubproblem(subproblem, of: program).unpacked(program)
      #expect(same.isRemoved == subproblem.isRemoved && same.isForced == subproblem.isForced)
      #expect(same.lower == subproblem.lower && same.upper == subproblem.upper)
    }
  }

  /// Many of the programs count their columns, so that places run out.
  @Test func `what is settled has a selection of the same value`() {
    var smaller = 0
    var nothing = 0
    for seed: UInt64 in 0..<4000 {
      var program = grouped(seed)
      if seed % 2 == 0 {
        let columns = (0..<Int32(program.columnCount)).map { (column: $0, coefficient: 1.0) }
        program = program.adding([.init(entries: columns, upper: Double(seed / 2 % 4))])
      }
      let expected = selections(of: program).map { value(of: $0, program) }.max()
      guard let settled = program.settled() else {
        #expect(expected == nil, "seed \(seed)")
        nothing += 1
        continue
      }
      if settled.columnCount < program.columnCount { smaller += 1 }
      let found = selections(of: settled)
      #expect((found.map { value(of: $0, settled) }.max() == nil) == (expected == nil), "seed \(seed)")
      if let best = found.map({ value(of: $0, settled) }).max(), let expected {
        #expect(abs(best - expected) <= 1e-9 * max(1, abs(expected)), "seed \(seed)")
      }
      // What is a selection of the settled program is one of the program.
      for selection in found {
        let columns = selection.map { column in
          program.original.firstIndex(of: settled.original[column]) ?? -1
        }
        #expect(contains(Subproblem(program), columns, program), "seed \(seed): \(columns)")
      }
    }
    #expect(smaller > 500 && nothing > 100)
  }

  private func grouped(_ seed: UInt64) -> GroupedProgram {
    var reduced = ReducedProgram(randomProgram(seed: seed, columns: 8))
    reduced.scaleToIntegers()
    return GroupedProgram(reduced)
  }

  /// All selections of a small program that keep the groups and the hard rows.
  private func selections(of program: GroupedProgram) -> [[Int]] {
    (0..<1 << program.columnCount).compactMap { mask in
      let columns = (0..<program.columnCount).filter { mask >> $0 & 1 == 1 }
      guard Set(columns.map { program.group[$0] }).count == columns.count else { return nil }
      let sums = activities(columns, program)
      let holds = (0..<program.rowCount).allSatisfy {
        program.penalty[$0] < .infinity
          || sums[$0] >= program.lower[$0] - 1e-9 && sums[$0] <= program.upper[$0] + 1e-9
      }
      return holds ? columns : nil
    }
  }

  private func activities(_ columns: [Int], _ program: GroupedProgram) -> [Double] {
    var sums = [Double](repeating: 0, count: program.rowCount)
    for column in columns {
      for position in program.entries(of: column) {
        sums[Int(program.rowIndex[position])] += program.coefficient[position]
      }
    }
    return sums
  }

  private func value(of columns: [Int], _ program: GroupedProgram) -> Double {
    let sums = activities(columns, program)
    let penalties = (0..<program.rowCount).reduce(0.0) { total, row in
      let miss = max(0, max(program.lower[row] - sums[row], sums[row] - program.upper[row]))
      return program.penalty[row] < .infinity ? total + program.penalty[row] * miss : total
    }
    return columns.reduce(0) { $0 + program.objective[$1] } - penalties
  }

  /// Whether a selection is one of the subproblem's.
  private func contains(_ subproblem: Subproblem, _ columns: [Int], _ program: GroupedProgram) -> Bool {
    let groups = Set(columns.map { Int(program.group[$0]) })
    let sums = activities(columns, program)
    return columns.allSatisfy { !subproblem.isRemoved[$0] }
      && (0..<program.groupCount).allSatisfy { !subproblem.isForced[$0] || groups.contains($0) }
      && (0..<program.rowCount).allSatisfy {
        program.penalty[$0] < .infinity
          || sums[$0] >= subproblem.lower[$0] - 1e-6 && sums[$0] <= subproblem.upper[$0] + 1e-6
      }
  }
}
