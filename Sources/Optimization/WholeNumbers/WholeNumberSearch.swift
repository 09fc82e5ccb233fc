import GLPK

/// Solves a small program in whole numbers exactly: branch and bound (Land & Doig 1960) on the linear relaxation, which
/// GLPK's simplex method solves.
///
/// No bound relies on GLPK's tolerances: each is computed from the duals, whatever they are (Neumaier & Shcherbina 2004). And
/// no solution does: whoever asks says which whole numbers it takes, and what they are worth.
package struct WholeNumberSearch {
  package enum Answer: Sendable, Equatable {
    /// The best: the values of all columns, those that are not whole as the relaxation had them.
    case best([Double], value: Double)
    /// Proven: nothing is taken.
    case none
    /// A limit or a cancellation ended the search.
    case stopped
  }

  /// Nodes that the search may still look at: a limit that is the same on every machine.
  package var nodes: Int
  private let mustStop: () -> Bool
  /// What the objective is always a multiple of, whatever its coefficients say; `nil` for what they say.
  package var step: Double?

  /// - Parameter mustStop: asked at each node.
  package init(nodes: Int = 40_000, mustStop: @escaping () -> Bool = { false }) {
    self.nodes = nodes
    self.mustStop = mustStop
  }

  /// The best whole numbers of a program.
  /// - Parameters:
  ///   - known: a solution to begin with.
  ///   - value: what whole numbers are worth, `nil` where they are not taken. The rows of the program must not forbid what is
  ///     taken; they may allow more.
  /// - Throws: where GLPK fails, or is not in this build.
  package mutating func minimise(
    _ program: WholeNumberProgram, known: [Double]? = nil, value: ([Double]) -> Double?
  ) throws(SolverError) -> Answer {
    #if GLPK
      do {
        let answer = try search(program.tightened().withSums(), sums: program.columns.count, known, value)
        guard case .best(let values, let worth) = answer else { return answer }
        return .best(Array(values.prefix(program.columns.count)), value: worth)
      } catch {
        throw SolverError(error)
      }
    #else
      throw .unavailable(method: ExactSolver.method)
    #endif
  }
}

#if GLPK
  extension WholeNumberSearch {
    /// A part of the whole numbers.
    private struct Node {
      var lower: [Double]
      var upper: [Double]
      /// Of each row with a least: whether it is 0 (-1), at least that (1), or still open.
      var sides: [Int8]
    }

    private mutating func search(
      _ program: WholeNumberProgram, sums: Int, _ known: [Double]?, _ value: ([Double]) -> Double?
    ) throws(GLPKError) -> Answer {
      var relaxation = try WholeNumberRelaxation(program)
      let step = step ?? program.objectiveStep
      var best: (values: [Double], value: Double)?
      func consider(_ values: [Double]) {
        guard let worth = value(values), worth < best?.value ?? .infinity else { return }
        best = (values, worth)
      }
      if let known { consider(known) }
      /// Whether nothing of a part can be better than the best known.
      func isIdle(_ bound: Double) -> Bool {
        guard let best else { return false }
        let rounded = step.map { max(bound, NumberStep.up(bound - 1e-7 * $0, $0)) } ?? bound
        return rounded >= best.value - (step.map { 0.5 * $0 } ?? 1e-9 * max(1, abs(best.value)))
      }
      var open = [
        Node(
          lower: program.columns.map { $0.isWhole ? $0.lower.rounded(.up) : $0.lower },
          upper: program.columns.map { $0.isWhole ? $0.upper.rounded(.down) : $0.upper },
          sides: program.rows.map { _ in 0 })
      ]
      while let node = open.popLast() {
        nodes -= 1
        if nodes < 0 || mustStop() { return .stopped }
        guard zip(node.lower, node.upper).allSatisfy({ $0 <= $1 }) else { continue }
        guard let relaxed = try relaxation.solve(node.lower, node.upper, node.sides) else { continue }
        if isIdle(relaxed.bound) { continue }
        for rounding in [FloatingPointRoundingRule.toNearestOrAwayFromZero, .down, .up] {
          consider(rounded(relaxed.values, node, program, rounding))
        }
        if isIdle(relaxed.bound) { continue }
        open += children(of: node, at: relaxed.values, program, sums: sums)
      }
      return best.map { .best($0.values, value: $0.value) } ?? .none
    }

    private func rounded(
      _ values: [Double], _ node: Node, _ program: WholeNumberProgram, _ rule: FloatingPointRoundingRule
    ) -> [Double] {
      values.indices.map { column in
        guard program.columns[column].isWhole else { return values[column] }
        let nearest = values[column].rounded()
        let whole =
          abs(nearest - values[column]) <= 1e-7 * max(1, abs(nearest))
          ? nearest : values[column].rounded(rule)
        return min(node.upper[column], max(node.lower[column], whole))
      }
    }

    /// The parts into which one is split, that which is looked at first last.
    /// - Parameter sums: the first column that is a sum of others.
    private func children(
      of node: Node, at values: [Double], _ program: WholeNumberProgram, sums: Int
    ) -> [Node] {
      // A row that is neither 0 nor enough.
      for (index, row) in program.rows.enumerated() where node.sides[index] == 0 {
        guard let least = row.least else { continue }
        let activity = row.entries.reduce(0) { $0 + $1.coefficient * values[$1.column] }
        guard activity > 1e-9, activity < least - 1e-9 * max(1, least) else { continue }
        var off = node
        off.sides[index] = -1
        for entry in row.entries where entry.coefficient > 0 {
          off.upper[entry.column] = min(0, off.upper[entry.column])
        }
        var on = node
        on.sides[index] = 1
        return activity < least / 2 ? [on, off] : [off, on]
      }
      let whole = values.indices.filter { program.columns[$0].isWhole && node.lower[$0] < node.upper[$0] }
      func distance(_ column: Int) -> Double { abs(values[column] - values[column].rounded()) }
      let broken = whole.filter { distance($0) > 1e-7 }
      // What stands for several comes first.
      let first = broken.contains { $0 >= sums } ? broken.filter { $0 >= sums } : broken
      if let column = first.max(by: { distance($0) < distance($1) }) {
        return split(node, column, below: values[column].rounded(.down), first: values[column])
      }
      // Whole, and not taken: what the relaxation allows and the rows do not.
      guard let column = whole.max(by: { node.upper[$0] - node.lower[$0] < node.upper[$1] - node.lower[$1] })
      else {
        return openSides(node, program)
      }
      let place = min(node.upper[column], max(node.lower[column], values[column].rounded()))
      return split(node, column, below: place > node.lower[column] ? place - 1 : place, first: place)
    }

    /// Where all columns are settled and a row is not.
    private func openSides(_ node: Node, _ program: WholeNumberProgram) -> [Node] {
      for (index, row) in program.rows.enumerated() where node.sides[index] == 0 && row.least != nil {
        guard row.entries.contains(where: { !program.columns[$0.column].isWhole }) else { continue }
        var (off, on) = (node, node)
        off.sides[index] = -1
        on.sides[index] = 1
        return [off, on]
      }
      return []
    }

    private func split(_ node: Node, _ column: Int, below: Double, first: Double) -> [Node] {
      var (low, high) = (node, node)
      low.upper[column] = below
      high.lower[column] = below + 1
      return first - below > 0.5 ? [low, high] : [high, low]
    }
  }

  /// The linear relaxation of a program in whole numbers, solved again and again for parts of it.
  private struct WholeNumberRelaxation: ~Copyable {
    private var problem: LinearProblem
    private let program: WholeNumberProgram
    private var duals: [Double] = []

    init(_ program: WholeNumberProgram) throws(GLPKError) {
      self.program = program
      var problem = LinearProblem()
      // The bounds are set with each part, which may have none.
      for _ in program.rows { try problem.addRow(lower: -.infinity, upper: .infinity) }
      var entries = program.columns.map { _ in (rows: [Int32](), coefficients: [Double]()) }
      for (index, row) in program.rows.enumerated() {
        for entry in row.entries where entry.coefficient != 0 {
          entries[entry.column].rows.append(Int32(index))
          entries[entry.column].coefficients.append(entry.coefficient)
        }
      }
      for (column, own) in zip(program.columns, entries) {
        try problem.addColumn(
          objective: -column.objective, lower: 0, upper: .infinity, rows: own.rows,
          coefficients: own.coefficients)
      }
      problem.scale()
      self.problem = problem
    }

    /// The values of the columns, and what no whole numbers within the bounds are worth less than; `nil` where there are none.
    mutating func solve(
      _ lower: [Double], _ upper: [Double], _ sides: [Int8]
    ) throws(GLPKError) -> (values: [Double], bound: Double)? {
      for column in lower.indices {
        try problem.setBounds(column: column, lower: lower[column], upper: upper[column])
      }
      for (index, row) in program.rows.enumerated() {
        let (low, high) = bounds(row, sides[index])
        if low > high { return nil }
        try problem.setBounds(row: index, lower: low, upper: high)
      }
      var outcome = try problem.solveRelaxation(.dual, iterationLimit: 100_000)
      if case .optimal = outcome {
      } else {
        // What the dual method does not solve is looked at from the start once more.
        problem.resetBasis()
        outcome = try problem.solveRelaxation(.primal, iterationLimit: 100_000)
      }
      switch outcome {
      case .infeasible: return nil
      case .optimal: break
      case .unbounded, .interrupted, .belowLimit:
        return (zip(lower, upper).map { $1.isFinite ? ($0 + $1) / 2 : $0 }, -.infinity)
      }
      var values: [Double] = []
      problem.columnValues(into: &values)
      problem.rowDuals(into: &duals)
      return (values, bound(lower, upper, sides))
    }

    private func bounds(_ row: WholeNumberProgram.Row, _ side: Int8) -> (Double, Double) {
      switch side {
      case 1: (max(row.lower, row.least ?? row.lower), row.upper)
      case -1: (row.lower, min(row.upper, 0))
      default: (row.lower, row.upper)
      }
    }

    /// The bound by the duals: `c x = y (A x) + (c - y A) x`, each part at its least within the bounds.
    private func bound(_ lower: [Double], _ upper: [Double], _ sides: [Int8]) -> Double {
      var bound = 0.0
      var reduced = program.columns.map(\.objective)
      var sizes = reduced.map(abs)
      for (index, row) in program.rows.enumerated() {
        let (low, high) = bounds(row, sides[index])
        let price = -duals[index]
        let end = price > 0 ? low : high
        guard price != 0, end.isFinite else { continue }
        bound += price * end
        for entry in row.entries {
          reduced[entry.column] -= price * entry.coefficient
          sizes[entry.column] = max(sizes[entry.column], abs(price * entry.coefficient))
        }
      }
      for column in reduced.indices {
        // What doubles lose of a reduced cost of 0 would be multiplied by the whole range.
        if abs(reduced[column]) <= 1e-14 * sizes[column] { continue }
        let end = reduced[column] > 0 ? lower[column] : upper[column]
        bound += reduced[column] * end
      }
      return bound
    }
  }
#endif
