import Optimization

/// The integer program of a show (contract, section 3), and the way back from its columns.
struct Formulation: Sendable {
  let program: Program
  /// How many columns are options; switches follow.
  let optionCount: Int

  /// Builds the program, column by column.
  /// - Complexity: O(options x terms that apply).
  init(_ show: Show) {
    var program = Program()
    let plan = show.plan
    for row in plan.lower.indices {
      program.addRow(lower: plan.lower[row], upper: plan.upper[row], penalty: plan.penalty[row])
    }
    let options = show.options
    // Term by term over a few thousand options at a time: which rows and numbers a term reads is then
    // found out once and not for every option.
    let portion = 4096
    let width = plan.terms.reduce(0) { $0 + $1.rows.mostRows }
    var entries = [(row: Int32, coefficient: Double)](
      repeating: (0, 0), count: min(portion, options.count) * width)
    var counts = [Int](repeating: 0, count: min(portion, options.count))
    var group: Int32 = -1
    var styleRow: Int32 = -1
    for start in stride(from: 0, to: options.count, by: portion) {
      let range = start..<min(start + portion, options.count)
      entries.withUnsafeMutableBufferPointer { entries in
        counts.withUnsafeMutableBufferPointer { counts in
          counts.update(repeating: 0)
          for term in plan.terms {
            term.forEachEntry(of: show, in: range) { option, row, coefficient in
              let column = option - start
              entries[column * width + counts[column]] = (row, coefficient)
              counts[column] += 1
            }
          }
        }
      }
      for option in range {
        if options.rows[option] != styleRow {
          styleRow = options.rows[option]
          group += 1
        }
        let first = (option - start) * width
        var column = entries[first..<first + counts[option - start]]
        if let terms = plan.styleTerms[styleRow] {
          for term in terms where term.pitch == nil || term.pitch == Int(options.pitches[option]) {
            column.append((term.row, term.factor))
          }
        }
        let gain = show.objective.reduce(0) { $0 + $1.weight * show.value(of: $1.measure, option: option) }
        program.addColumn(objective: gain, group: group, entries: column)
      }
      if start == 0 {
        // A tenth more entries than the first options have.
        let nonzeros = 1.1 * Double(program.nonzeroCount) * Double(options.count) / Double(range.count)
        program.reserveCapacity(columns: options.count + plan.switches.count, nonzeros: Int(nonzeros))
      }
    }
    optionCount = options.count
    for column in plan.switches {
      program.addColumn(objective: 0, group: -1, entries: column.entries[...])
    }
    self.program = program
  }
}

extension Term {
  /// Calls `body` with each row that an option of `range` enters, and its coefficient there.
  func forEachEntry(
    of show: Show, in range: Range<Int>, _ body: (_ option: Int, _ row: Int32, _ coefficient: Double) -> Void
  ) {
    switch rows {
    case .one(let target):
      show.options.forEach(in: scope, range) { option, _, _ in
        body(option, target, show.value(of: measure, option: option) * factor)
      }
    case .codes(let codes, let rowsOfCode):
      show.options.forEach(in: scope, range) { option, row, _ in
        guard codes[row] >= 0 else { return }
        for target in rowsOfCode[Int(codes[row])] {
          body(option, target, show.value(of: measure, option: option) * factor)
        }
      }
    case .bands, .numbers, .pitches:
      show.options.forEach(in: scope, range) { option, row, pitch in
        for target in rows.rows(of: rows.rows(ofStyle: row), pitch: pitch) {
          body(option, target, show.value(of: measure, option: option) * factor)
        }
      }
    }
  }
}

extension RowSelector {
  /// The greatest number of rows that an option can enter.
  var mostRows: Int {
    switch self {
    case .one, .numbers, .pitches: 1
    case .codes(_, let rowsOfCode): rowsOfCode.reduce(0) { max($0, $1.count) }
    case .bands(_, let bands): bands.count
    }
  }

  /// The rows that options of a style enter, before the pitch is known.
  func rows(ofStyle row: Int) -> [Int32] {
    switch self {
    case .one(let target): [target]
    case .codes(let codes, let rowsOfCode): codes[row] < 0 ? [] : rowsOfCode[Int(codes[row])]
    case .bands(let numbers, let bands):
      bands.filter { $0.bounds.contains(numbers[row]) }.map(\.row)
    case .numbers(let numbers, let rowOfNumber):
      numbers[row].isNaN ? [] : rowOfNumber[numbers[row]].map { [$0] } ?? []
    case .pitches(let rowOfPitch): rowOfPitch
    }
  }

  /// The rows that an option enters, of those its style may enter.
  func rows(of styleRows: [Int32], pitch: Int) -> [Int32] {
    guard case .pitches = self else { return styleRows }
    return styleRows[pitch] < 0 ? [] : [styleRows[pitch]]
  }
}

extension Show {
  /// What an option adds to the sum of a measure.
  func value(of measure: BoundMeasure, option: Int) -> Double {
    let row = Int(options.rows[option])
    switch measure {
    case .items: return 1
    case .minutes: return scenario.pitches[Int(options.pitches[option])].minutes
    case .units: return options.units[option]
    case .gmv: return price[row] * options.units[option]
    case .margin: return cost[row].isNaN ? 0 : (price[row] - cost[row]) * options.units[option]
    case .stockValue: return price[row] * stock[row]
    case .column(let numbers): return numbers[row].isNaN ? 0 : numbers[row]
    }
  }
}
