import Optimization

import struct TestSupport.RandomSource

/// A multidimensional knapsack with correlated gains (Chu & Beasley 1998), hard to prove at this size.
func randomHardProgram(seed: UInt64, columns: Int = 150, rows: Int = 8) -> Program {
  var random = RandomSource(seed: seed)
  let weights = (0..<columns).map { _ in (0..<rows).map { _ in Double(random.integer(1...1000)) } }
  var program = Program()
  for row in 0..<rows {
    program.addRow(lower: -.infinity, upper: (weights.reduce(0) { $0 + $1[row] } / 2).rounded())
  }
  for weight in weights {
    program.addColumn(
      objective: (weight.reduce(0, +) / Double(rows)).rounded() + Double(random.integer(0...500)), group: -1,
      entries: weight.enumerated().map { (row: Int32($0.offset), coefficient: $0.element) })
  }
  return program
}
