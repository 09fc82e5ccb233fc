/// The combinations of a program's switches that its rows over switches alone allow.
struct ChoiceTable: Sendable {
  /// Combinations of which there are more are not looked at one by one.
  static let most = 600

  private let program: Program
  private let choices: Choices
  /// Whether a row is a link.
  private let isLink: [Bool]
  /// Switches of which a row over switches alone asks for one or more, so that no combination is without.
  private(set) var exactSwitches: UInt64 = 0
  /// Rows in which a switch has an entry.
  private let rowsOfSwitches: Set<Int>
  /// A combination a bit a switch, those with more switches first.
  private(set) var combinations: [UInt64] = []

  /// - Returns: `nil` where the program has no choices, or too many.
  /// - Complexity: O(non-zeros).
  init?(_ program: Program) {
    guard let choices = program.choices, !choices.columns.isEmpty, choices.columns.count <= 64,
      choices.needs.count == program.columnCount
    else { return nil }
    self.program = program
    self.choices = choices
    var isLink = [Bool](repeating: false, count: program.rowCount)
    for row in choices.links { isLink[row] = true }
    self.isLink = isLink
    // Rows in which an option has an entry say nothing of switches alone.
    var entriesOfRow: [Int: [(position: Int, coefficient: Double)]] = [:]
    for (position, column) in choices.columns.enumerated() {
      for entry in program.entries(of: Int(column)) where !isLink[Int(program.rowIndex[entry])] {
        entriesOfRow[Int(program.rowIndex[entry]), default: []].append((position, program.coefficient[entry]))
      }
    }
    rowsOfSwitches = Set(entriesOfRow.keys)
    var counts: [Int: Int] = [:]
    for row in entriesOfRow.keys { counts[row] = 0 }
    for row in program.rowIndex where counts[Int(row)] != nil { counts[Int(row)]? += 1 }
    let pure = entriesOfRow.filter {
      counts[$0.key] == $0.value.count && program.penalty[$0.key] == .infinity
    }
    var isFree = choices.columns.map { program.objective[Int($0)] == 0 }
    for (row, entries) in entriesOfRow where pure[row] == nil {
      for entry in entries { isFree[entry.position] = false }
    }
    guard
      let allowed = Self.combinations(
        of: choices.columns.count,
        rows: pure.map { row, entries in
          let size = max(
            1, abs(program.lower[row].isFinite ? program.lower[row] : 0),
            abs(program.upper[row].isFinite ? program.upper[row] : 0))
          return SwitchRow(
            lower: program.lower[row] - RowTolerance.relative * size,
            upper: program.upper[row] + RowTolerance.relative * size, entries: entries)
        })
    else { return nil }
    for (row, entries) in pure where program.lower[row] > 0 {
      for entry in entries { exactSwitches |= 1 << UInt64(entry.position) }
    }
    let free = isFree.enumerated().reduce(UInt64(0)) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
    let ordered = allowed.sorted { ($0.nonzeroBitCount, $1) > ($1.nonzeroBitCount, $0) }
    // What is on for nothing may be on: a combination with more of those has every selection of one with fewer.
    for combination in ordered {
      let isContained = combinations.contains { larger in
        larger & combination == combination && (larger ^ combination) & ~free == 0
      }
      if !isContained { combinations.append(combination) }
    }
  }

  private struct SwitchRow {
    var lower: Double
    var upper: Double
    var entries: [(position: Int, coefficient: Double)]

    func holds(_ combination: UInt64) -> Bool {
      let sum = entries.reduce(0.0) { combination >> UInt64($1.position) & 1 == 1 ? $0 + $1.coefficient : $0 }
      return sum >= lower && sum <= upper
    }

    /// Whether it can still hold once the switches before a position are decided.
    func canHold(_ combination: UInt64, before position: Int) -> Bool {
      var least = 0.0
      var most = 0.0
      for entry in entries {
        if entry.position < position {
          guard combination >> UInt64(entry.position) & 1 == 1 else { continue }
          least += entry.coefficient
          most += entry.coefficient
        } else {
          least += min(0, entry.coefficient)
          most += max(0, entry.coefficient)
        }
      }
      return most >= lower && least <= upper
    }
  }

  private static func combinations(of count: Int, rows: [SwitchRow]) -> [UInt64]? {
    var partial: [UInt64] = [0]
    for position in 0..<count {
      var next: [UInt64] = []
      for combination in partial {
        for value in [combination, combination | 1 << UInt64(position)]
        where rows.allSatisfy({ $0.canHold(value, before: position + 1) }) {
          next.append(value)
        }
      }
      if next.count > 4 * most { return nil }
      partial = next
    }
    let whole = partial.filter { combination in rows.allSatisfy { $0.holds(combination) } }
    return whole.count > most ? nil : whole
  }

  // MARK: Parts

  /// The switches that are on.
  func columns(on combination: UInt64) -> [Int32] {
    choices.columns.enumerated().filter { combination >> UInt64($0.offset) & 1 == 1 }.map(\.element)
  }

  /// What the switches that are on add to the objective.
  func gain(of combination: UInt64) -> Double {
    columns(on: combination).reduce(0) { $0 + program.objective[Int($1)] }
  }

  /// The switches that a column needs.
  func needs(of column: Int32) -> UInt64 { choices.needs[Int(column)] }

  /// The program with every switch on that some of these combinations have, and without the rows that are about
  /// switches: every selection of theirs, switches aside, is one of it.
  func hub(of combinations: [UInt64]) -> ChoicePart {
    let part = part(of: combinations.reduce(0, |))
    var free: [Int] = []
    var next = 0
    for row in 0..<program.rowCount where !isLink[row] {
      if rowsOfSwitches.contains(row) { free.append(next) }
      next += 1
    }
    return ChoicePart(
      program: part.program.relaxing(free), original: part.original, switches: part.switches, gain: 0)
  }

  /// The program with the switches decided: its rows but the links, and the columns that may be.
  /// - Complexity: O(non-zeros).
  func part(of combination: UInt64) -> ChoicePart {
    var part = Program()
    var newRow = [Int32](repeating: -1, count: program.rowCount)
    let fixed = program.activities(of: columns(on: combination))
    for row in 0..<program.rowCount where !isLink[row] {
      newRow[row] = Int32(
        part.addRow(
          lower: program.lower[row] - fixed[row], upper: program.upper[row] - fixed[row],
          penalty: program.penalty[row]))
    }
    let (starts, rowIndex, coefficient) = (program.columnStart, program.rowIndex, program.coefficient)
    let needs = choices.needs
    var isIn = needs.map { $0 & ~combination == 0 }
    for column in choices.columns { isIn[Int(column)] = false }
    let original = isIn.indices.filter { isIn[$0] }.map(Int32.init)
    part.reserveCapacity(
      columns: original.count,
      nonzeros: original.reduce(0) { $0 + starts[Int($1) + 1] - starts[Int($1)] })
    for column in original.lazy.map(Int.init) {
      for entry in starts[column]..<starts[column + 1] where newRow[Int(rowIndex[entry])] >= 0 {
        part.rowIndex.append(newRow[Int(rowIndex[entry])])
        part.coefficient.append(coefficient[entry])
      }
      part.columnStart.append(part.rowIndex.count)
    }
    part.objective = original.map { program.objective[Int($0)] }
    part.group = original.map { program.group[Int($0)] }
    part.groupCount = program.groupCount
    part.comparedSums = program.comparedSums?.renumbered(newRow: newRow, original: original)
    return ChoicePart(
      program: part, original: original, switches: columns(on: combination), gain: gain(of: combination))
  }

  /// The combination with the fewest switches among those that columns can be selected under; `nil` where there is none.
  func combination(for selection: [Int32]) -> UInt64? {
    var needed: UInt64 = 0
    for column in selection where column >= 0 && column < program.columnCount {
      needed |= choices.needs[Int(column)]
    }
    return combinations.filter { $0 & needed == needed }.min { $0.nonzeroBitCount < $1.nonzeroBitCount }
  }

  func isSwitch(_ column: Int32) -> Bool { choices.columns.contains(column) }
}
