extension ReducedProgram {
  /// Adds multiples of fixed counts to other rows where that empties them.
  ///
  /// Reason: where 30 women's, 20 kids' and 10 men's styles are required, the share of heroes
  /// `0.85 hero - 0.15 other >= 0` is the plain count `hero >= 9`. Fewer non-zeros, whole
  /// coefficients, and a bound that can be rounded. A fixed count holds exactly in every selection
  /// (whole numbers), so the other row means the same before and after; a soft one misses by the same.
  ///
  /// - Returns: whether any row changed.
  mutating func homogenise() -> Bool {
    let counts = fixedCounts()
    guard counts.contains(true) else { return false }
    let shifts = self.shifts(by: counts)
    guard !shifts.isEmpty else { return false }
    apply(shifts)
    return true
  }

  private struct Shift {
    var row: Int32
    var amount: Double
  }

  /// The rows that require an exact number of their columns, each counted once.
  private func fixedCounts() -> [Bool] {
    var isCount = (0..<program.rowCount).map {
      isIntegral[$0] && program.lower[$0] == program.upper[$0]
    }
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(program.nonzeroCount, of: 1 << 20) {
        for position in slice where coefficients[position] != 1 { isCount[Int(rows[position])] = false }
      }
    }
    return isCount
  }

  /// What to subtract from which rows on the columns of each count: the coefficient that occurs most
  /// among a sample of them, if it is not 0. The choice is a matter of taste, not of validity.
  private func shifts(by isCount: [Bool]) -> [Int32: [Shift]] {
    var sampled: [Int32: Int] = [:]
    var entriesOfRow = [Int](repeating: 0, count: program.rowCount)
    var overlaps: [Int32: Set<Int32>] = [:]
    var tallies: [Int32: [Int32: [Double: Int]]] = [:]
    let stride = max(1, program.columnCount / 1_500)
    for column in Swift.stride(from: 0, to: program.columnCount, by: stride) {
      let entries = program.entries(of: column)
      for position in entries { entriesOfRow[Int(program.rowIndex[position])] += 1 }
      for count in entries where isCount[Int(program.rowIndex[count])] {
        let countRow = program.rowIndex[count]
        sampled[countRow, default: 0] += 1
        for position in entries where position != count {
          let row = program.rowIndex[position]
          if isCount[Int(row)] {
            overlaps[countRow, default: []].insert(row)
          } else {
            tallies[countRow, default: [:]][row, default: [:]].note(program.coefficient[position])
          }
        }
      }
    }
    return chosen(tallies, sampled: sampled, overlaps: overlaps, entriesOfRow: entriesOfRow)
  }

  /// Counts over the most columns go first; one that shares columns with a count already chosen for a
  /// row would undo its work. A row that the counts cover only in part stays as it is: half shifted, it
  /// would have more kinds of coefficients than before.
  private func chosen(
    _ tallies: [Int32: [Int32: [Double: Int]]], sampled: [Int32: Int], overlaps: [Int32: Set<Int32>],
    entriesOfRow: [Int]
  ) -> [Int32: [Shift]] {
    var shifts: [Int32: [Shift]] = [:]
    var covered = [Int](repeating: 0, count: program.rowCount)
    var countsOfRow: [Int32: [Int32]] = [:]
    for countRow in tallies.keys.sorted(by: { (sampled[$1] ?? 0, $0) < (sampled[$0] ?? 0, $1) }) {
      for (row, tally) in (tallies[countRow] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let zeros = (sampled[countRow] ?? 0) - tally.values.reduce(0, +)
        guard let most = tally.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { continue }
        let earlier = countsOfRow[row] ?? []
        guard most.value > zeros, !earlier.contains(where: { overlaps[countRow]?.contains($0) == true })
        else { continue }
        shifts[countRow, default: []].append(Shift(row: row, amount: most.key))
        countsOfRow[row, default: []].append(countRow)
        covered[Int(row)] += tally.values.reduce(0, +)
      }
    }
    for countRow in shifts.keys {
      shifts[countRow]?.removeAll { covered[Int($0.row)] < entriesOfRow[Int($0.row)] }
    }
    return shifts.filter { !$0.value.isEmpty }
  }

  private mutating func apply(_ shifts: [Int32: [Shift]]) {
    let shiftOfRow = (0..<Int32(program.rowCount)).map { shifts[$0] ?? [] }
    var starts = [0]
    starts.reserveCapacity(program.columnCount + 1)
    var rows: [Int32] = []
    var coefficients: [Double] = []
    rows.reserveCapacity(program.nonzeroCount)
    coefficients.reserveCapacity(program.nonzeroCount)
    var sum = [Double](repeating: 0, count: program.rowCount)
    var magnitude = [Double](repeating: 0, count: program.rowCount)
    var touched: [Int32] = []
    for slice in pace.slices(program.columnCount) {
      for column in slice {
        touched.removeAll(keepingCapacity: true)
        func add(_ row: Int32, _ value: Double) {
          if magnitude[Int(row)] == 0 { touched.append(row) }
          sum[Int(row)] += value
          magnitude[Int(row)] += abs(value)
        }
        for position in program.columnStart[column]..<program.columnStart[column + 1] {
          let row = program.rowIndex[position]
          add(row, program.coefficient[position])
          for shift in shiftOfRow[Int(row)] { add(shift.row, -shift.amount) }
        }
        for row in touched {
          // What is left of 0.85 - 0.85 by rounding is nothing.
          if abs(sum[Int(row)]) > 1e-13 * magnitude[Int(row)] {
            rows.append(row)
            coefficients.append(sum[Int(row)])
          }
          sum[Int(row)] = 0
          magnitude[Int(row)] = 0
        }
        starts.append(rows.count)
      }
    }
    if starts.count <= program.columnCount { return }
    program.columnStart = starts
    program.rowIndex = rows
    program.coefficient = coefficients
    for (countRow, list) in shifts {
      for shift in list {
        let moved = shift.amount * program.upper[Int(countRow)]
        program.lower[Int(shift.row)] -= moved
        program.upper[Int(shift.row)] -= moved
        isIntegral[Int(shift.row)] = false
      }
    }
  }
}

extension [Double: Int] {
  /// Counts a coefficient; once there are many kinds of them, no more.
  fileprivate mutating func note(_ coefficient: Double) {
    if count < 256 { self[coefficient, default: 0] += 1 }
  }
}
