import Optimization

import struct TestSupport.RandomSource

/// A small random program of the shape that shows have: counts, sums, shares, averages, switches; hard
/// and soft; groups, look-alike rows and free columns; sometimes infeasible.
func randomProgram(seed: UInt64, columns limit: Int = 11) -> Program {
  var random = RandomSource(seed: seed)
  let count = random.integer(0...limit)
  let ties = random.chance(0.3)
  var program = Program()
  var entries = [[(row: Int32, coefficient: Double)]](repeating: [], count: count)

  func add(lower: Double, upper: Double, penalty: Double, _ coefficients: [Double]) {
    let row = Int32(program.addRow(lower: lower, upper: upper, penalty: penalty))
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      entries[column].append((row: row, coefficient: coefficient))
    }
  }

  for _ in 0..<random.integer(0...4) {
    let penalty = random.chance(0.3) ? random.decimal(10...800) : Double.infinity
    let share = [0.3, 0.6, 1.0][random.integer(0...2)]
    let members = (0..<count).map { _ in random.chance(share) }
    switch random.integer(0...6) {
    case 0:  // a count in a range
      let lower = random.integer(0...3)
      add(
        lower: random.chance(0.3) ? -.infinity : Double(lower),
        upper: random.chance(0.3) ? .infinity : Double(lower + random.integer(0...2)),
        penalty: penalty, members.map { $0 ? 1 : 0 })
    case 1:  // a sum of amounts
      let amounts = members.map { $0 ? random.decimal(5...900) : 0 }
      let lower = random.decimal(0...1500)
      add(
        lower: random.chance(0.5) ? -.infinity : lower,
        upper: random.chance(0.4) ? .infinity : lower + random.decimal(0...1500), penalty: penalty, amounts)
    case 2:  // a share of the count, at least or at most
      let ratio = random.decimal(10...60)
      let atLeast = random.chance(0.5)
      add(
        lower: atLeast ? 0 : -.infinity, upper: atLeast ? .infinity : 0, penalty: penalty,
        members.map { ($0 ? 1 : 0) - ratio })
    case 3:  // an average price
      let average = Double(random.integer(1...8))
      add(
        lower: -.infinity, upper: 0, penalty: penalty,
        members.map { _ in Double(random.integer(1...9)) - average })
    case 4:  // look-alikes, or one only with another
      if random.chance(0.5) {
        add(lower: -.infinity, upper: 1, penalty: penalty, members.map { $0 ? 1 : 0 })
      } else if count > 1 {
        var switchRow = [Double](repeating: 0, count: count)
        switchRow[random.integer(0...count - 1)] = -1
        switchRow[random.integer(0...count - 1)] += 1
        add(lower: 0, upper: .infinity, penalty: penalty, switchRow)
      }
    case 5:  // all with a switch or none without
      guard count > 2 else { continue }
      let switchColumn = random.integer(0...count - 1)
      var all = members.map { $0 ? 1.0 : 0 }
      all[switchColumn] = 0
      all[switchColumn] = -max(1, all.reduce(0, +) + Double(random.integer(-1...1)))
      add(lower: -.infinity, upper: 0, penalty: random.chance(0.8) ? random.decimal(10...800) : penalty, all)
      add(lower: 0, upper: .infinity, penalty: random.chance(0.8) ? random.decimal(10...800) : penalty, all)
    default:  // anything, to be met exactly; 0.15 times 60 is not 9 in floating point
      let amounts = members.map { $0 ? Double(random.integer(-3...6)) * 0.15 : 0 }
      let exact = Double(random.integer(0...6)) * 0.15
      add(lower: exact, upper: exact, penalty: penalty, amounts)
    }
  }

  var group: Int32 = 0
  var column = 0
  while column < count {
    let size = min(random.integer(1...3), count - column)
    let isFree = random.chance(0.2)
    for member in column..<column + size {
      let objective = ties ? Double(random.integer(1...2)) : random.decimal(-200...1000)
      program.addColumn(objective: objective, group: isFree ? -1 : group, entries: entries[member])
    }
    column += size
    group += isFree ? 0 : 1
  }
  return program
}
