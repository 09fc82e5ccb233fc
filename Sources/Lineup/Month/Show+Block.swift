import JointPlanning
import Optimization

extension Show {
  /// The show as a block of a month.
  /// - Parameters:
  ///   - hold: the least part of its demand that an item is held.
  ///   - weight: by which what it is worth is multiplied.
  ///   - privateStyle: the next number for columns that are no options.
  func block(hold: Double, weight: Double, privateStyle: inout Int32) -> JointProgram.Block {
    let program = Formulation(perUnit()).program
    let compared = ComparedTerms(self).sums(pausing: {})
    var block = JointProgram.Block()
    var isOfUnits = [Bool](repeating: false, count: plan.lower.count)
    for term in plan.terms where term.measure.isOfUnits {
      for row in term.rows.allRows { isOfUnits[Int(row)] = true }
    }
    for row in plan.lower.indices {
      var range = JointProgram.Range(
        lower: plan.lower[row], upper: plan.upper[row],
        penalty: plan.penalty[row] == .infinity ? .infinity : plan.penalty[row] * weight)
      if let most = compared?.rows[row]?.most {
        range.tolerance = RowTolerance.widest(size: most * (1 + 4 * RowTolerance.relative))
      }
      block.rows.append(JointProgram.Row(range, isOfUnits: isOfUnits[row]))
    }
    let count = options.count
    block.style = options.rows
    block.demand = options.units
    block.least = options.units.map { hold * $0 }
    block.fixedGain = Array(repeating: 0, count: count)
    block.unitGain = Array(repeating: 0, count: count)
    for (measure, factor) in objective {
      for option in 0..<count {
        let gain = weight * factor * valuePerUnit(of: measure, option: option)
        if measure.isOfUnits { block.unitGain[option] += gain } else { block.fixedGain[option] += gain }
      }
    }
    for own in plan.switches {
      block.style.append(privateStyle)
      privateStyle += 1
      block.demand.append(0)
      block.least.append(0)
      block.fixedGain.append(weight * own.gain)
      block.unitGain.append(0)
    }
    block.own.start = program.columnStart.map { Int32($0) }
    block.own.row = program.rowIndex
    block.own.coefficient = program.coefficient
    block.shared.start = Array(repeating: 0, count: block.style.count + 1)
    return block
  }

  /// What an option adds to the sum of a measure, for each unit where the measure counts units.
  func valuePerUnit(of measure: BoundMeasure, option: Int) -> Double {
    let row = Int(options.rows[option])
    return switch measure {
    case .units: 1
    case .gmv: options.net(option, price: price[row])
    case .margin: cost[row].isNaN ? 0 : options.net(option, price: price[row]) - cost[row]
    case .saving: price[row] - options.net(option, price: price[row])
    case .items, .minutes, .stockValue, .offerPrice, .column: value(of: measure, option: option)
    }
  }

  /// The measure of a whole that a share or an average of the month compares with.
  func measure(ofKind kind: String, _: [NamedRule]) -> BoundMeasure? {
    switch kind {
    case "items": .items
    case "minutes": .minutes
    case "units": .units
    case "gmv": .gmv
    case "margin": .margin
    case "stock value": .stockValue
    case "offer price": .offerPrice
    case "saving": .saving
    default: nil
    }
  }
}

extension RowSelector {
  /// Every row that options may enter.
  var allRows: [Int32] {
    switch self {
    case .one(let row): [row]
    case .codes(_, let rows): rows.rows
    case .bands(_, let bands): bands.map(\.row)
    case .numbers(_, let rowOfNumber): Array(rowOfNumber.values)
    case .pitches(let rows), .offers(let rows): rows.filter { $0 >= 0 }
    }
  }
}
