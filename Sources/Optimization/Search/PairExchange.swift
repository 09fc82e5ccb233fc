/// Improves a selection by two exchanges at once: one that gains but oversteps a single row, and one
/// that gives the row back what it needs for less than the gain.
///
/// Reason: under a cap on the average price every step of a single exchange either loses gain or breaks
/// the cap; the optimum fills the cap to the last unit, and only pairs get there.
struct PairExchange {
  private struct Exchange {
    var out: Int32
    var into: Int32
    var gain: Double
    /// What it adds to the row in question, counted in the direction in which the row is overstepped.
    var added: Double
  }

  private let program: GroupedProgram
  private var activity: [Double]
  private var isSelected: [Bool]
  private var isTaken: [Bool]

  private init(_ program: GroupedProgram, _ selection: [Int]) {
    self.program = program
    activity = Array(repeating: 0, count: program.rowCount)
    isSelected = Array(repeating: false, count: program.columnCount)
    isTaken = Array(repeating: false, count: program.groupCount)
    for column in selection {
      isSelected[column] = true
      isTaken[Int(program.group[column])] = true
      for position in program.entries(of: column) {
        activity[Int(program.rowIndex[position])] += program.coefficient[position]
      }
    }
  }

  /// The selection after the best pair found, or `nil` where no pair gains. Soft rows are kept as they
  /// are met or better.
  ///
  /// Takes time linear in pairs of a selected and another column, and in what they share with rows.
  static func improved(_ selection: [Int], _ program: GroupedProgram, _ control: SearchControl) -> [Int]? {
    PairExchange(program, selection).search(selection, control)
  }

  private func search(_ selection: [Int], _ control: SearchControl) -> [Int]? {
    var free: [Exchange] = []
    var overstepping: [Int: [Exchange]] = [:]
    var removal = Removal(rowCount: program.rowCount)
    for out in selection {
      if control.mustStop() { return nil }
      removal.begin(out, program)
      for into in 0..<program.columnCount where !isSelected[into] {
        let group = program.group[into]
        guard group == program.group[out] || !isTaken[Int(group)] else { continue }
        let gain = program.objective[into] - program.objective[out]
        let missed = removal.missedRows(with: into, program, activity)
        if missed.count == 0 {
          free.append(Exchange(out: Int32(out), into: Int32(into), gain: gain, added: 0))
        } else if missed.count == 1, gain > 0 {
          overstepping[missed.last, default: []].append(
            Exchange(out: Int32(out), into: Int32(into), gain: gain, added: missed.added))
        }
      }
    }
    for row in overstepping.keys.sorted() {
      guard let greedy = overstepping[row] else { continue }
      if let found = bestPair(greedy, free, row: row) {
        return selection.filter { $0 != Int(found.0.out) && $0 != Int(found.1.out) }
          + [Int(found.0.into), Int(found.1.into)]
      }
    }
    return nil
  }

  /// For each exchange that oversteps the row, the cheapest that makes up for it.
  private func bestPair(_ greedy: [Exchange], _ free: [Exchange], row: Int) -> (Exchange, Exchange)? {
    let isAbove = greedy.first.map { activity[row] + $0.added > program.upper[row] } ?? true
    let room = isAbove ? program.upper[row] - activity[row] : activity[row] - program.lower[row]
    let givers = free.map { exchange in
      var exchange = exchange
      let amount = coefficient(Int(exchange.into), row) - coefficient(Int(exchange.out), row)
      exchange.added = isAbove ? amount : -amount
      return exchange
    }.filter { $0.added < 0 }.sorted { ($0.added, $1.gain, $0.into) < ($1.added, $0.gain, $1.into) }
    guard !givers.isEmpty else { return nil }
    // The best gain among those that give at least so much.
    var bestUpTo = [0]
    for index in givers.indices.dropFirst() {
      bestUpTo.append(givers[index].gain > givers[bestUpTo[index - 1]].gain ? index : bestUpTo[index - 1])
    }
    var best: (gain: Double, pair: (Exchange, Exchange))?
    for exchange in greedy {
      let needed = room - exchange.added + 1e-9
      var end = partition(givers, atMost: needed)
      for _ in 0..<4 where end > 0 {
        let giver = givers[bestUpTo[end - 1]]
        let gain = exchange.gain + giver.gain
        guard gain > (best?.gain ?? 1e-9) else { break }
        if fits(exchange, giver) {
          best = (gain, (exchange, giver))
          break
        }
        end = bestUpTo[end - 1]
      }
    }
    return best?.pair
  }

  /// How many of the exchanges, ascending in what they add, add at most so much.
  private func partition(_ exchanges: [Exchange], atMost limit: Double) -> Int {
    var (low, high) = (0, exchanges.count)
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle].added <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether both can be made at once.
  private func fits(_ first: Exchange, _ second: Exchange) -> Bool {
    guard first.out != second.out, program.group[Int(first.into)] != program.group[Int(second.into)],
      program.group[Int(first.into)] != program.group[Int(second.out)]
        || program.group[Int(first.into)] == program.group[Int(first.out)],
      program.group[Int(second.into)] != program.group[Int(first.out)]
        || program.group[Int(second.into)] == program.group[Int(second.out)]
    else { return false }
    var sums: [Int: Double] = [:]
    for (column, sign) in [(first.out, -1.0), (second.out, -1), (first.into, 1), (second.into, 1)] {
      for position in program.entries(of: Int(column)) {
        sums[Int(program.rowIndex[position]), default: 0] += sign * program.coefficient[position]
      }
    }
    return sums.allSatisfy { row, amount in
      activity[row] + amount <= program.upper[row] + 1e-9
        && activity[row] + amount >= program.lower[row] - 1e-9
    }
  }

  private func coefficient(_ column: Int, _ row: Int) -> Double {
    for position in program.entries(of: column) where Int(program.rowIndex[position]) == row {
      return program.coefficient[position]
    }
    return 0
  }
}

/// What rows lose when a column goes, and which are missed when another comes in its place.
private struct Removal {
  /// What the rows of the column that goes change by; 0 for the other rows.
  private var change: [Double]
  /// The rows of the column that goes.
  private var rows: [Int] = []
  /// The column that last came and has an entry in each row.
  private var lastCame: [Int32]

  init(rowCount: Int) {
    change = Array(repeating: 0, count: rowCount)
    lastCame = Array(repeating: -1, count: rowCount)
  }

  mutating func begin(_ out: Int, _ program: GroupedProgram) {
    for row in rows { change[row] = 0 }
    rows.removeAll(keepingCapacity: true)
    for position in program.entries(of: out) {
      let row = Int(program.rowIndex[position])
      change[row] = -program.coefficient[position]
      rows.append(row)
    }
  }

  /// How many rows are missed after the exchange that were not changed in vain; the last of them, and what
  /// the exchange adds to it in the direction in which it is missed.
  mutating func missedRows(
    with into: Int, _ program: GroupedProgram, _ activity: [Double]
  ) -> (count: Int, last: Int, added: Double) {
    var missed = (count: 0, last: -1, added: 0.0)
    func enter(_ row: Int, _ amount: Double) {
      guard amount != 0 else { return }
      let after = activity[row] + amount
      if after > program.upper[row] + 1e-9 {
        missed = (missed.count + 1, row, amount)
      } else if after < program.lower[row] - 1e-9 {
        missed = (missed.count + 1, row, -amount)
      }
    }
    for position in program.entries(of: into) {
      let row = Int(program.rowIndex[position])
      lastCame[row] = Int32(into)
      enter(row, change[row] + program.coefficient[position])
      if missed.count > 1 { return missed }
    }
    for row in rows where lastCame[row] != Int32(into) { enter(row, change[row]) }
    return missed
  }
}
