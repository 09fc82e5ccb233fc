import Optimization

/// Which partner gets which slot, as an integer program.
///
/// ## Formulation
///
///     z(p,t) in {0,1};  sum over p of z(p,t) <= 1 for each slot t;  no z(p,t) where p wishes `no`
///     sum over t of z(p,t) = n_p                                  (at most n_p where the counts cannot all be kept)
///     sum over t on days d .. d + apart - 1 of z(p,t) <= 1        for each p and each day d on which a slot is
///     maximise  sum of weight_t x score_p x (4 - wish)
///
/// Rows: a partner's count and its windows; columns: the slots to which it would come.
struct SlotProgram {
  let slots: [DatedSlot]
  let scores: [Double]
  /// Of each partner, what it wishes of each slot.
  let wishes: [[Wish]]
  let counts: [Int]
  let apart: Int

  /// What columns are: a partner on a slot.
  let columns: [(partner: Int, slot: Int)]
  /// Of each partner its windows, as slots of which it may have one.
  private let windows: [[[Int]]]

  init(slots: [DatedSlot], scores: [Double], wishes: [[Wish]], counts: [Int], apart: Int) {
    self.slots = slots
    self.scores = scores
    self.wishes = wishes
    self.counts = counts
    self.apart = apart
    var columns: [(partner: Int, slot: Int)] = []
    var windows: [[[Int]]] = []
    for partner in scores.indices {
      let open = counts[partner] > 0 ? slots.indices.filter { wishes[partner][$0] != .no } : []
      columns += open.map { (partner, $0) }
      windows.append(Self.windows(of: open, slots, apart))
    }
    self.columns = columns
    self.windows = windows
  }

  /// The largest sets of slots of which any two are too near each other.
  private static func windows(of open: [Int], _ slots: [DatedSlot], _ apart: Int) -> [[Int]] {
    guard apart > 0 else { return [] }
    var windows: [[Int]] = []
    var end = 0
    for (position, slot) in open.enumerated() {
      if position > 0, slots[open[position - 1]].day == slots[slot].day { continue }
      let before = end
      while end < open.count, slots[open[end]].day.number < slots[slot].day.number + apart { end += 1 }
      // One that ends where the one before does is a part of it.
      if end - position > 1, end > before { windows.append(Array(open[position..<end])) }
    }
    return windows
  }

  /// What a column adds to the value of a calendar.
  func value(_ column: (partner: Int, slot: Int)) -> Double {
    slots[column.slot].weight * scores[column.partner] * wishes[column.partner][column.slot].factor
  }

  /// The value of a calendar: for each slot its partner, if it has one.
  func value(_ owners: [Int?]) -> Double {
    owners.enumerated().reduce(0) { sum, owner in
      sum + (owner.element.map { value(($0, owner.offset)) } ?? 0)
    }
  }

  /// What is asked of the counts.
  enum Counts {
    /// Each partner has as many as it is to have.
    case kept
    /// None has more. So many slots at least are filled; the partners lack at most so many to `least` each.
    case atMost(filled: Int, lacking: Int?, least: Int)
    /// None has more, and each slot that a partner lacks to `least` is a loss of 1.
    case penalised(filled: Int, least: Int)
  }

  /// What is to be as large as possible.
  enum Aim { case value, filled, nothing }

  /// A program with the rows of each partner; its first columns are `columns`.
  func program(_ asked: Counts, _ aim: Aim) -> (program: Program, rowsOfPartner: [[Int]]) {
    var program = Program()
    var rowsOfPartner: [[Int]] = []
    var entries = [[(row: Int32, coefficient: Double)]](repeating: [], count: columns.count)
    var columnOf: [Int: Int] = [:]
    for (position, column) in columns.enumerated() {
      columnOf[column.partner * slots.count + column.slot] = position
    }
    func add(_ row: Int, _ partner: Int, _ slots: [Int]) {
      for slot in slots {
        if let column = columnOf[partner * self.slots.count + slot] {
          entries[column].append((Int32(row), 1))
        }
      }
    }
    for partner in scores.indices {
      let count = Double(counts[partner])
      var lower = -Double.infinity
      if case .kept = asked { lower = count }
      var rows = [program.addRow(lower: lower, upper: count)]
      add(rows[0], partner, Array(slots.indices))
      for window in windows[partner] {
        let row = program.addRow(lower: -.infinity, upper: 1)
        add(row, partner, window)
        rows.append(row)
      }
      rowsOfPartner.append(rows)
    }
    // What each partner lacks, as a binary number.
    var helpers: [(gain: Double, entries: [(row: Int32, coefficient: Double)])] = []
    func addLacking(gain: Double, sum: Int?, least: Int) {
      for partner in scores.indices where least > 0 {
        let row = program.addRow(lower: Double(min(least, counts[partner])), upper: .infinity)
        add(row, partner, Array(slots.indices))
        for digit in Self.digits(upTo: least) {
          let weight = Double(digit)
          var entries = [(row: Int32(row), coefficient: weight)]
          if let sum { entries.append((Int32(sum), weight)) }
          helpers.append((gain * weight, entries))
        }
      }
    }
    switch asked {
    case .kept: break
    case .atMost(let filled, let lacking, let least):
      addFilled(filled, &program, &entries)
      guard let lacking else { break }
      addLacking(
        gain: 0, sum: program.addRow(lower: -.infinity, upper: Double(lacking)), least: least)
    case .penalised(let filled, let least):
      addFilled(filled, &program, &entries)
      // As columns and not as penalties: so the search knows that they add up to whole numbers.
      addLacking(gain: -1, sum: nil, least: least)
    }
    for (column, entries) in zip(columns, entries) {
      let gain =
        switch aim {
        case .value: value(column)
        case .filled: 1.0
        case .nothing: 0.0
        }
      program.addColumn(objective: gain, group: Int32(column.slot), entries: entries)
    }
    for helper in helpers { program.addColumn(objective: helper.gain, group: -1, entries: helper.entries) }
    return (program, rowsOfPartner)
  }

  /// The powers of two that make every number up to the greatest.
  static func digits(upTo greatest: Int) -> [Int] {
    var digits: [Int] = []
    var digit = 1
    while digit <= greatest {
      digits.append(digit)
      digit *= 2
    }
    return digits
  }

  private func addFilled(
    _ filled: Int, _ program: inout Program, _ entries: inout [[(row: Int32, coefficient: Double)]]
  ) {
    guard filled > 0 else { return }
    let row = program.addRow(lower: Double(filled), upper: .infinity)
    for column in entries.indices { entries[column].append((Int32(row), 1)) }
  }

  /// The calendar of a selection.
  func owners(_ selection: [Int32]) -> [Int?] {
    var owners = [Int?](repeating: nil, count: slots.count)
    for column in selection where Int(column) < columns.count {
      owners[columns[Int(column)].slot] = columns[Int(column)].partner
    }
    return owners
  }

  /// How many slots each partner has.
  func held(_ owners: [Int?]) -> [Int] {
    var held = [Int](repeating: 0, count: scores.count)
    for owner in owners { if let owner { held[owner] += 1 } }
    return held
  }
}
