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
    var entries: [(row: Int32, coefficient: Double)] = []
    var active: [(term: Term, rows: [Int32])] = []
    var group: Int32 = -1
    var styleRow = -1
    var styleTerms: [StyleTerm] = []
    for option in 0..<options.count {
      let row = Int(options.rows[option])
      let pitch = Int(options.pitches[option])
      if row != styleRow {
        styleRow = row
        group += 1
        active.removeAll(keepingCapacity: true)
        for term in plan.terms where term.scope.contains(row: row) {
          let rows = term.rows.rows(ofStyle: row)
          if !rows.isEmpty { active.append((term, rows)) }
        }
        styleTerms = plan.styleTerms[Int32(row)] ?? []
      }
      entries.removeAll(keepingCapacity: true)
      for (term, rows) in active where term.scope.contains(pitch: pitch) {
        let value = show.value(of: term.measure, option: option) * term.factor
        for target in term.rows.rows(of: rows, pitch: pitch) { entries.append((target, value)) }
      }
      for term in styleTerms where term.pitch == nil || term.pitch == pitch {
        entries.append((term.row, term.factor))
      }
      let gain = show.objective.reduce(0) { $0 + $1.weight * show.value(of: $1.measure, option: option) }
      program.addColumn(objective: gain, group: group, entries: entries)
    }
    optionCount = options.count
    for column in plan.switches {
      program.addColumn(objective: 0, group: -1, entries: column.entries)
    }
    self.program = program
  }
}

extension RowSelector {
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
