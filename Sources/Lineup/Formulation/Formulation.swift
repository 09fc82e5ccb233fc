import Optimization

/// The integer program of a show (contract, section 3), and the way back from its columns.
struct Formulation: Sendable {
  let program: Program
  /// How many columns are options; switches follow.
  let optionCount: Int

  /// Builds the program, some thousand options at a time, on every core.
  /// - Complexity: O(options x terms that apply).
  init(_ show: Show) {
    self.init(show, pausing: {})
  }

  /// Builds the program as above.
  /// - Parameter pause: called every few milliseconds; what it throws ends the building.
  init<Interruption: Error>(_ show: Show, pausing pause: () throws(Interruption) -> Void) throws(Interruption)
  {
    var program = Program()
    let plan = show.plan
    for row in plan.lower.indices {
      program.addRow(lower: plan.lower[row], upper: plan.upper[row], penalty: plan.penalty[row])
    }
    // Without the views on which forecasts rest no tray is one.
    if let views = show.scenario.viewsAnswer, !views.hasPlan {
      program.addRow(lower: 1, upper: .infinity, penalty: .infinity)
    }
    let count = show.options.count
    let portion = 2048
    let portions = (count + portion - 1) / portion
    let groups = show.options.groups
    var builders = (0..<min(8, portions)).map { _ in
      ColumnBuilding(show, groups: groups, mostOptions: min(portion, count))
    }
    for wave in stride(from: 0, to: count, by: max(1, builders.count) * portion) {
      try pause()
      builders.withUnsafeMutableBufferPointer { builders in
        // Each task has a builder of its own, which the compiler cannot know.
        nonisolated(unsafe) let builders = builders
        IndependentTasks.perform(builders.count, areSmall: portions < 4) { task in
          let start = min(count, wave + task * portion)
          builders[task].build(start..<min(count, start + portion))
        }
      }
      for builder in builders { program.append(columnsOf: builder.columns) }
      if wave == 0 {
        // A tenth more entries than the first options have.
        let nonzeros = 1.1 * Double(program.nonzeroCount) * Double(count) / Double(program.columnCount)
        program.reserveCapacity(columns: count + plan.switches.count, nonzeros: Int(saturating: nonzeros))
      }
    }
    program.comparedSums = try ComparedTerms(show).sums(pausing: pause)
    optionCount = count
    for column in plan.switches {
      program.addColumn(objective: column.gain, group: -1, entries: column.entries)
    }
    program.choices = show.choices
    self.program = program
  }
}

extension Show {
  /// What an option adds to the sum of a measure.
  func value(of measure: BoundMeasure, option: Int) -> Double {
    let row = Int(options.rows[option])
    switch measure {
    case .items: return 1
    case .minutes: return minutes(ofOption: option)
    case .units: return options.units[option]
    case .gmv: return options.net(option, price: price[row]) * options.units[option]
    case .margin:
      return cost[row].isNaN
        ? 0 : (options.net(option, price: price[row]) - cost[row]) * options.units[option]
    case .offerPrice: return options.paidPrices.isEmpty ? price[row] : options.paidPrices[option]
    case .saving: return (price[row] - options.net(option, price: price[row])) * options.units[option]
    case .stockValue: return price[row] * stock[row]
    case .column(let numbers): return numbers[row].isNaN ? 0 : numbers[row]
    }
  }
}
