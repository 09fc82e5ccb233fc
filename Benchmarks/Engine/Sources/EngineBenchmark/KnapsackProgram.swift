import Optimization

/// A multidimensional knapsack with correlated gains (Chu & Beasley 1998): no groups, no counts, little
/// for a presolve to find.
func knapsackProgram(columns: Int, rows: Int, seed: UInt64) -> Program {
  var random = RandomSource(seed: seed)
  let weights = (0..<columns).map { _ in (0..<rows).map { _ in random.real(1...1000).rounded() } }
  var program = Program()
  for row in 0..<rows {
    program.addRow(lower: -.infinity, upper: (weights.reduce(0) { $0 + $1[row] } / 2).rounded())
  }
  for weight in weights {
    let gain = (weight.reduce(0, +) / Double(rows) + random.real(0...500)).rounded()
    let entries = weight.enumerated().map { (row: Int32($0.offset), coefficient: $0.element) }
    program.addColumn(objective: gain, group: -1, entries: entries)
  }
  return program
}
