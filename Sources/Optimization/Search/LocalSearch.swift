/// Tabu search over selections by exchanging, adding and dropping columns (Glover 1989; for the
/// multidimensional multiple-choice knapsack Hifi, Michrafy & Sbihi 2006), with prices on missed hard
/// rows that rise while a row is missed and fall while all hold, so that it moves along the edge of
/// feasibility from both sides.
///
/// Works on a small program: an iteration looks at every pair of a selected and another column.
/// Deterministic.
struct LocalSearch {
  private let program: GroupedProgram
  private var chosen: [Int32]
  private var activity: [Double]
  private var price: [Double]
  private let leastPrice: [Double]
  private var tabuUntil: [Int]
  private var iteration = 0
  private var feasibleStreak = 0
  private var random = TieBreaker()
  /// All columns, those of the greatest objective first.
  private let byObjective: [Int32]

  /// - Parameter duals: of the program's rows, the scale for the prices of missing them.
  init(_ program: GroupedProgram, duals: [Double]) {
    self.program = program
    chosen = Array(repeating: -1, count: program.groupCount)
    activity = Array(repeating: 0, count: program.rowCount)
    tabuUntil = Array(repeating: 0, count: program.columnCount)
    let typicalGain = program.objective.reduce(0) { $0 + abs($1) } / Double(max(1, program.columnCount))
    var sums = [Double](repeating: 0, count: program.rowCount)
    var counts = sums
    for position in program.rowIndex.indices {
      sums[Int(program.rowIndex[position])] += abs(program.coefficient[position])
      counts[Int(program.rowIndex[position])] += 1
    }
    var least = [Double](repeating: 0, count: program.rowCount)
    for row in 0..<program.rowCount {
      let typical = sums[row] > 0 ? sums[row] / counts[row] : 1
      least[row] = max(0.05 * typicalGain / typical, 0.3 * abs(duals[row]))
    }
    leastPrice = least
    byObjective = (0..<Int32(program.columnCount)).sorted {
      (program.objective[Int($1)], $0) < (program.objective[Int($0)], $1)
    }
    price = (0..<program.rowCount).map {
      program.penalty[$0] == .infinity ? max(2 * abs(duals[$0]), 4 * least[$0]) : program.penalty[$0]
    }
  }

  /// Starts from a selection; of two columns of a group the first counts.
  mutating func start(_ columns: [Int]) {
    for group in chosen.indices where chosen[group] >= 0 { drop(group) }
    for column in columns where chosen[Int(program.group[column])] < 0 { add(column) }
  }

  /// Moves until no better selection was found for `patience` iterations.
  ///
  /// - Parameter found: called with each selection that meets the hard rows and is better than those
  ///   before; returns whether it is what it seems.
  mutating func run(
    patience: Int, _ control: SearchControl, found: (_ columns: [Int], _ value: Double) -> Bool
  ) {
    var best = -Double.infinity
    var sinceBest = 0
    while sinceBest < patience, !control.mustStop() {
      iteration += 1
      sinceBest += 1
      guard let move = bestMove(aspiration: best) else {
        price = price.indices.map { program.penalty[$0] == .infinity ? price[$0] * 0.5 : price[$0] }
        continue
      }
      apply(move)
      let isFeasible = adjustPrices()
      guard isFeasible else { continue }
      let value = self.value
      if value > best + 1e-9 * abs(best) || best == -.infinity {
        if found(selection, value) {
          best = value
          sinceBest = 0
        }
      }
    }
  }

  var selection: [Int] { chosen.filter { $0 >= 0 }.map { Int($0) } }

  private var value: Double {
    var value = 0.0
    for column in chosen where column >= 0 { value += program.objective[Int(column)] }
    for row in 0..<program.rowCount where program.penalty[row] != .infinity {
      value -= program.penalty[row] * miss(row, activity[row])
    }
    return value
  }

  // MARK: Moves

  private struct Move {
    var out: Int32
    var into: Int32
  }

  private func miss(_ row: Int, _ activity: Double) -> Double {
    max(0, max(program.lower[row] - activity, activity - program.upper[row]))
  }

  private mutating func add(_ column: Int) {
    chosen[Int(program.group[column])] = Int32(column)
    for position in program.entries(of: column) {
      activity[Int(program.rowIndex[position])] += program.coefficient[position]
    }
  }

  private mutating func drop(_ group: Int) {
    let column = Int(chosen[group])
    chosen[group] = -1
    for position in program.entries(of: column) {
      activity[Int(program.rowIndex[position])] -= program.coefficient[position]
    }
  }

  private mutating func apply(_ move: Move) {
    if move.out >= 0 {
      drop(Int(program.group[Int(move.out)]))
      tabuUntil[Int(move.out)] = iteration + 6 + random.below(5)
    }
    if move.into >= 0 {
      add(Int(move.into))
      tabuUntil[Int(move.into)] = iteration + 3 + random.below(3)
    }
  }

  /// The move of the greatest gain, prices included, that is not tabu or leads to something new and best.
  private func bestMove(aspiration: Double) -> Move? {
    let rowCount = program.rowCount
    let merit = value
    let hardMiss = (0..<rowCount).reduce(0.0) {
      program.penalty[$1] == .infinity ? $0 + price[$1] * miss($1, activity[$1]) : $0
    }
    // What is tabu must reach further than anything before.
    let tabuGain = aspiration + 1e-9 * abs(aspiration) - merit + hardMiss
    let free = byObjective.filter { chosen[Int(program.group[Int($0)])] < 0 }
    return withUnsafeState { state in
      var best = BestMove(tabuGain: tabuGain, iteration: iteration)
      for removal in removals(state) {
        guard removal.most > best.gain else { break }
        let out = Int(removal.out)
        if out >= 0, !removal.isTabu, removal.gain > best.gain {
          best.gain = removal.gain
          best.move = Move(out: removal.out, into: -1)
        }
        state.remove(removal.out)
        for column in free {
          if !best.consider(column, for: removal, state) { break }
        }
        if out >= 0 {
          for column in program.columns(ofGroup: Int(program.group[out])) where column != out {
            _ = best.consider(Int32(column), for: removal, state)
          }
        }
        state.restore(removal.out)
      }
      return best.move
    }
  }

  private struct BestMove {
    let tabuGain: Double
    let iteration: Int
    var move: Move?
    var gain = -Double.infinity

    /// - Returns: whether a column of less objective may do better.
    mutating func consider(_ column: Int32, for removal: Removal, _ state: UnsafeState) -> Bool {
      let own = removal.gain + state.columns.objective[Int(column)]
      // No column mends more than all that is missed.
      guard own + removal.mendable > gain else { return false }
      let gain = own + state.mending(Int(column))
      guard gain > self.gain else { return true }
      let isTabu = removal.isTabu || state.tabuUntil[Int(column)] > iteration
      if !isTabu || gain > tabuGain {
        self.gain = gain
        move = Move(out: removal.out, into: column)
      }
      return true
    }
  }

  /// A column to be removed, or -1 for none.
  private struct Removal {
    var out: Int32
    var isTabu: Bool
    var gain: Double
    /// What all rows miss then, at their prices.
    var mendable: Double
    /// No exchange with it gains more.
    var most: Double
  }

  /// Those that may lead furthest first.
  private func removals(_ state: UnsafeState) -> [Removal] {
    let missed = state.baseMiss.reduce(0, +)
    let greatest = byObjective.first.map { max(0, program.objective[Int($0)]) } ?? 0
    var removals = [
      Removal(out: -1, isTabu: false, gain: 0, mendable: missed, most: greatest + missed)
    ]
    for out in chosen where out >= 0 {
      let more = state.remove(out)
      state.restore(out)
      removals.append(
        Removal(
          out: out, isTabu: tabuUntil[Int(out)] > iteration, gain: -program.objective[Int(out)] - more,
          mendable: missed + more, most: greatest + missed - program.objective[Int(out)]))
    }
    return removals.sorted { ($1.most, $0.out) < ($0.most, $1.out) }
  }

  /// Where the search stands, without bounds checks: an iteration looks at tens of thousands of moves.
  private struct UnsafeState {
    let columns: GroupedProgram.UnsafeColumns
    let lower: UnsafeBufferPointer<Double>
    let upper: UnsafeBufferPointer<Double>
    let price: UnsafeBufferPointer<Double>
    let activity: UnsafeBufferPointer<Double>
    let tabuUntil: UnsafeBufferPointer<Int>
    /// Activities once a column is removed, and what is missed at their prices.
    let base: UnsafeMutableBufferPointer<Double>
    let baseMiss: UnsafeMutableBufferPointer<Double>

    /// What missing a row by this activity costs.
    private func cost(_ row: Int, _ activity: Double) -> Double {
      price[row] * max(0, max(lower[row] - activity, activity - upper[row]))
    }

    /// Removes a column, or nothing for -1.
    /// - Returns: by how much more is missed then.
    @discardableResult
    func remove(_ out: Int32) -> Double {
      guard out >= 0 else { return 0 }
      var more = 0.0
      for position in columns.start[Int(out)]..<columns.start[Int(out) + 1] {
        let row = Int(columns.row[position])
        base[row] -= columns.coefficient[position]
        let miss = cost(row, base[row])
        more += miss - baseMiss[row]
        baseMiss[row] = miss
      }
      return more
    }

    func restore(_ out: Int32) {
      guard out >= 0 else { return }
      for position in columns.start[Int(out)]..<columns.start[Int(out) + 1] {
        let row = Int(columns.row[position])
        base[row] = activity[row]
        baseMiss[row] = cost(row, base[row])
      }
    }

    /// What a column changes of what is missed.
    func mending(_ column: Int) -> Double {
      var gain = 0.0
      for position in columns.start[column]..<columns.start[column + 1] {
        let row = Int(columns.row[position])
        gain += baseMiss[row] - cost(row, base[row] + columns.coefficient[position])
      }
      return gain
    }
  }

  private func withUnsafeState<Result>(_ body: (UnsafeState) -> Result) -> Result {
    var base = activity
    var baseMiss = (0..<program.rowCount).map { price[$0] * miss($0, activity[$0]) }
    return base.withUnsafeMutableBufferPointer { base in
      baseMiss.withUnsafeMutableBufferPointer { baseMiss in
        program.withUnsafeColumns { columns in
          program.lower.withUnsafeBufferPointer { lower in
            program.upper.withUnsafeBufferPointer { upper in
              price.withUnsafeBufferPointer { price in
                activity.withUnsafeBufferPointer { activity in
                  tabuUntil.withUnsafeBufferPointer { tabuUntil in
                    body(
                      UnsafeState(
                        columns: columns, lower: lower, upper: upper, price: price,
                        activity: activity, tabuUntil: tabuUntil, base: base,
                        baseMiss: baseMiss))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// - Returns: whether all hard rows hold.
  private mutating func adjustPrices() -> Bool {
    var isFeasible = true
    for row in 0..<program.rowCount where program.penalty[row] == .infinity {
      if miss(row, activity[row]) > 1e-9 {
        isFeasible = false
        price[row] *= 1.15
      }
    }
    if isFeasible {
      feasibleStreak += 1
      if feasibleStreak > 3 {
        for row in 0..<program.rowCount where program.penalty[row] == .infinity {
          price[row] = max(leastPrice[row], price[row] * 0.9)
        }
      }
    } else {
      feasibleStreak = 0
    }
    return isFeasible
  }
}

/// A small generator of the same numbers every time, to keep a search from going in circles.
struct TieBreaker: Sendable {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
