import Optimization

import struct TestSupport.RandomSource

/// A small random program of amounts of any size, whose rows are met exactly by some selection, missed by one by a
/// ten-millionth to a ten-thousandth of their size, or neither.
func randomScaledProgram(seed: UInt64, columns limit: Int = 10) -> Program {
  var random = RandomSource(seed: seed ^ 0x5CA1_E000_0000)
  let count = random.integer(1...limit)
  let scale = random.one(of: [1e-6, 1, 1, 1e9, 1e12])
  var group: [Int32] = []
  while group.count < count {
    let size = min(random.integer(1...3), count - group.count)
    let next = (group.max() ?? -1) + 1
    group += Array(repeating: random.chance(0.2) ? -1 : next, count: size)
  }
  var program = Program()
  var entries = [[(row: Int32, coefficient: Double)]](repeating: [], count: count)
  var compared: [Int: ComparedSums.Row] = [:]
  var sides: [Int: [Double]] = [:]

  /// A selection that the groups allow.
  func selection(_ random: inout RandomSource) -> [Int] {
    var taken: Set<Int32> = []
    return (0..<count).filter { column in
      guard random.chance(0.5) else { return false }
      return group[column] < 0 || taken.insert(group[column]).inserted
    }
  }

  /// A limit near a sum.
  func near(_ sum: Double, size: Double, _ random: inout RandomSource) -> Double {
    let amount = max(1e-6, abs(size)) * smallPower(tenths: random.integer(40...70))
    switch random.integer(0...4) {
    case 0, 1: return sum
    case 2: return sum - amount
    case 3: return sum + amount
    default: return sum + (Double(random.integer(-100...100)) / 100) * max(1e-3, abs(size))
    }
  }

  func add(_ lower: Double, _ upper: Double, _ penalty: Double, _ coefficients: [Double]) -> Int {
    let row = program.addRow(lower: lower, upper: upper, penalty: penalty)
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      entries[column].append((row: Int32(row), coefficient: coefficient))
    }
    return row
  }

  for _ in 0..<random.integer(1...4) {
    let penalty = random.chance(0.15) ? random.decimal(10...800) : Double.infinity
    let share = random.one(of: [0.3, 0.6, 1.0])
    let members = (0..<count).map { _ in random.chance(share) }
    let digits = Double(random.one(of: [1, 100, 100_000]))
    let unit = random.one(of: [1.0, scale])
    let amounts = (0..<count).map { _ in Double(random.integer(1...99_999)) / digits * unit }
    let chosen = selection(&random)
    if random.chance(0.6) {
      // A sum: of counts, of alike amounts, or of amounts.
      let alike = Double(random.one(of: [333_334, 166_667, 500_001, 300_000, 299_999])) / 100_000
      let kind = random.integer(0...2)
      let coefficients = members.indices.map {
        members[$0] ? (kind == 0 ? 1 : kind == 1 ? alike : amounts[$0]) : 0
      }
      let sum = chosen.reduce(0) { $0 + coefficients[$1] }
      let bound = near(sum, size: sum, &random)
      switch random.integer(0...3) {
      case 0: _ = add(-.infinity, bound, penalty, coefficients)
      case 1: _ = add(bound, .infinity, penalty, coefficients)
      case 2: _ = add(bound, bound, penalty, coefficients)
      default: _ = add(min(bound, sum), max(bound, sum) * 1.000_001, penalty, coefficients)
      }
    } else {
      // A share of a sum, or an average.
      let isAverage = random.chance(0.4)
      let isCount = random.chance(0.3)
      let whole = (0..<count).map { isAverage ? (members[$0] ? 1 : 0) : isCount ? 1 : amounts[$0] }
      let part = (0..<count).map { isAverage ? (members[$0] ? amounts[$0] : 0) : members[$0] ? whole[$0] : 0 }
      let sums = chosen.reduce((part: 0.0, whole: 0.0)) { ($0.part + part[$1], $0.whole + whole[$1]) }
      let ratio = sums.whole > 0 ? sums.part / sums.whole : random.decimal(10...60) / 100
      let factor = max(0, near(ratio, size: ratio, &random))
      let atLeast = random.chance(0.5)
      let row = add(
        atLeast ? 0 : -.infinity, atLeast ? .infinity : 0, penalty,
        (0..<count).map { part[$0] - factor * whole[$0] })
      guard penalty == .infinity else { continue }
      let side = whole.map { factor * $0 }
      sides[row] = side
      compared[row] = ComparedSums.Row(
        most: side.reduce(0, +),
        isHidden: factor > 1 || (0..<count).contains { side[$0] != 0 && part[$0] == side[$0] })
    }
  }
  let isTied = random.chance(0.3)
  for column in 0..<count {
    let gain = isTied ? Double(random.integer(1...2)) : random.decimal(-200...1000)
    program.addColumn(objective: gain * scale, group: group[column], entries: entries[column])
  }
  if !compared.isEmpty {
    program.comparedSums = ComparedSums(rows: compared) { [sides] column, row in
      sides[row].map { Int(column) < $0.count ? $0[Int(column)] : 0 } ?? 0
    }
  }
  return program
}

/// 10 to the power of minus so many tenths.
private func smallPower(tenths: Int) -> Double {
  (0..<tenths).reduce(1.0) { result, _ in result / 1.258_925_411_794_167_2 }
}
