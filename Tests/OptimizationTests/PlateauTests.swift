#if GLPK
  import Testing

  @testable import Optimization
  import struct TestSupport.RandomSource

  /// Programs in which what a column gains more a cap takes back, so that the relaxation ties in most of them.
  @Suite struct PlateauTests {
    @Test func `intervals of gains halve one another and part every gain`() {
      for seed: UInt64 in 0..<50 {
        let program = GroupedProgram(ReducedProgram(capped(seed).program))
        let rows = program.gainIntervals()
        #expect(Set(rows.map { $0.entries.map(\.column) }).count == rows.count, "seed \(seed)")
        // Columns of different gains are told apart by some interval, those of one gain by none.
        let memberships = (0..<Int32(program.columnCount)).map { column in
          rows.indices.filter { rows[$0].entries.contains { $0.column == column } }
        }
        for first in 0..<program.columnCount {
          for second in 0..<first {
            let isSame = program.objective[first] == program.objective[second]
            #expect((memberships[first] == memberships[second]) == isSame, "seed \(seed)")
          }
        }
        for row in rows {
          let gains = row.entries.map { program.objective[Int($0.column)] }
          let isInside = { (gain: Double) in (gains.min() ?? 0)...(gains.max() ?? 0) ~= gain }
          #expect(program.objective.count(where: isInside) == row.entries.count, "seed \(seed)")
          #expect(row.lower == -.infinity && row.upper == .infinity)
        }
      }
    }

    @Test func `a search that leads nowhere for ties asks for intervals and ends with the optimum`() throws {
      var plateaus = 0
      for seed: UInt64 in 0..<20 {
        let (program, optimum) = capped(seed)
        let grouped = GroupedProgram(ReducedProgram(program))
        let control = SearchControl(program, limits: SolveLimits(), control: SolveControl())
        let tree = TreeSearch(grouped, control, sifting: try Sifting(grouped, control))
        if case .onPlateau = try tree.run() { plateaus += 1 }
        for solver in [ExactSolver(), ExactSolver(treatsAsLarge: true)] {
          let report = try solver.solve(program, limits: SolveLimits(), control: SolveControl())
          guard case .optimal(let selection, _) = report.outcome else {
            Issue.record("seed \(seed): \(report.outcome)")
            continue
          }
          #expect(selection.value == optimum, "seed \(seed)")
        }
      }
      #expect(plateaus > 15)
    }

    /// Three of seventy styles, no two of a colour, under a cap on their prices that no three of them reach: every
    /// price is a few more than a multiple of 90, the cap is 50 more.
    private func capped(_ seed: UInt64) -> (program: Program, optimum: Double) {
      var random = RandomSource(seed: seed)
      let cap = 90 * random.integer(8...14) + 50
      let styles = (0..<70).map { _ in
        (price: 90 * random.integer(1...9) + random.integer(0...3), colour: random.integer(0...4))
      }
      var program = Program()
      program.addRow(lower: 3, upper: 3)
      program.addRow(lower: -.infinity, upper: Double(cap))
      for _ in 0...4 { program.addRow(lower: -.infinity, upper: 1) }
      for (price, colour) in styles {
        program.addColumn(
          objective: Double(price), group: -1,
          entries: [(0, 1), (1, Double(price)), (Int32(2 + colour), 1)])
      }
      var optimum = 0
      for first in styles.indices {
        for second in 0..<first where styles[second].colour != styles[first].colour {
          for third in 0..<second
          where styles[third].colour != styles[first].colour && styles[third].colour != styles[second].colour
          {
            let sum = styles[first].price + styles[second].price + styles[third].price
            if sum <= cap { optimum = max(optimum, sum) }
          }
        }
      }
      return (program, Double(optimum))
    }
  }
#endif
