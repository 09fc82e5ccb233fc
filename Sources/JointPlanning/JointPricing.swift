import Optimization

/// The Lagrangian relaxation of all rows and constraints at given prices: the styles separate, and each takes its best set
/// of showings within its limits and its stock.
///
/// The bound holds for any prices. It is tighter than that of the linear relaxation: a showing takes its whole air time
/// however few units are left for it.
struct JointPricing: Sendable {
  /// No plan is worth more; `infinity` where the pricing was stopped.
  private(set) var bound = Double.infinity
  /// The same with what the choices gain: no further from it than searches that took too long.
  private(set) var reached = Double.infinity
  /// The prices at which it was taken, clipped.
  private(set) var prices: JointPrices
  /// The best showings of each style that has any, by style.
  private(set) var choices: [(style: Int32, gain: Double, showings: [Showing])] = []
  /// Further sets of showings that gain nearly as much.
  private(set) var others: [(style: Int32, showings: [Showing])] = []

  /// - Complexity: O(non-zeros), and a search for each style that is wanted more often than it can be shown.
  init(
    _ program: JointProgram, _ given: JointPrices, choosers: [StyleChooser], mustStop: () -> Bool = { false }
  ) {
    prices = given
    let (rowPart, magnitude) = prices.clip(program)
    let wanted = Self.candidates(program, prices)
    if mustStop() { return }
    let styles = Self.byStyle(wanted, count: program.styleCount)
    let chunk = max(1, (styles.count + choosers.count - 1) / choosers.count)
    var parts = [[StyleChoice]](repeating: [], count: choosers.count)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      nonisolated(unsafe) let choosers = choosers
      IndependentTasks.perform(choosers.count, areSmall: styles.count < 64) { task in
        let range = min(styles.count, task * chunk)..<min(styles.count, (task + 1) * chunk)
        parts[task] = styles[range].map { style, candidates in
          let stock = program.stock(of: style)
          let choice = choosers[task].choose(style: style, stock: stock, candidates)
          return StyleChoice(style: style, choice: choice)
        }
      }
    }
    var gains = 0.0
    for part in parts {
      for choice in part {
        gains += choice.choice.bound
        if choice.choice.gain > 0 {
          choices.append((choice.style, choice.choice.gain, choice.choice.showings))
        }
        for showings in choice.choice.others { others.append((choice.style, showings)) }
      }
    }
    // Showings of one block alone, without stock: each takes its best.
    for candidates in wanted {
      for candidate in candidates where candidate.style >= program.styleCount {
        gains += candidate.potential
        choices.append(
          (
            candidate.style, candidate.potential,
            [
              Showing(
                block: candidate.block, option: candidate.option,
                units: candidate.unit > 0 ? candidate.demand : candidate.least)
            ]
          ))
      }
    }
    bound = rowPart + gains + 1e-11 * (magnitude + gains)
    reached = rowPart + choices.reduce(0) { $0 + $1.gain }
  }

  private struct StyleChoice: Sendable {
    var style: Int32
    var choice: StyleChooser.Choice
  }

  /// The options of each block that gain something at these prices.
  static func candidates(_ program: JointProgram, _ prices: JointPrices) -> [[Candidate]] {
    let offsets = program.rowOffsets
    let sumPrices = prices.ofSums(program)
    let charges = GroupCharges(program, prices.groups)
    var wanted = [[Candidate]](repeating: [], count: program.blocks.count)
    wanted.withUnsafeMutableBufferPointer { wanted in
      // Each task has a list of its own, which the compiler cannot know.
      nonisolated(unsafe) let wanted = wanted
      IndependentTasks.perform(program.blocks.count, areSmall: false) { index in
        let block = program.blocks[index]
        let rowPrices = Array(prices.rows[offsets[index]..<offsets[index + 1]])
        wanted[index] = block.candidates(
          index, rowPrices: rowPrices, sumPrices: sumPrices, sumIsOfUnits: program.sumIsOfUnits, charges)
      }
    }
    return wanted
  }

  /// Candidates of styles that share stock, style by style, blocks in their order.
  static func byStyle(_ wanted: [[Candidate]], count: Int) -> [(style: Int32, candidates: [Candidate])] {
    var start = [Int32](repeating: 0, count: count + 1)
    for candidates in wanted {
      for candidate in candidates where candidate.style < count { start[Int(candidate.style) + 1] += 1 }
    }
    for style in 0..<count { start[style + 1] += start[style] }
    let total = Int(start[count])
    guard total > 0 else { return [] }
    var next = start
    var order = [(block: Int32, place: Int32)](repeating: (0, 0), count: total)
    for (block, candidates) in wanted.enumerated() {
      for (place, candidate) in candidates.enumerated() where candidate.style < count {
        order[Int(next[Int(candidate.style)])] = (Int32(block), Int32(place))
        next[Int(candidate.style)] += 1
      }
    }
    return (0..<count).compactMap { style in
      let range = Int(start[style])..<Int(start[style + 1])
      guard !range.isEmpty else { return nil }
      return (Int32(style), order[range].map { wanted[Int($0.block)][Int($0.place)] })
    }
  }
}

extension JointProgram {
  /// Stock of a style, with more than a plan that is taken may draw on it beyond.
  func stock(of style: Int32) -> Double {
    let stock = stock[Int(style)]
    return stock + 1e-6 * max(1, stock) * (1 + 1e-6)
  }
}

extension JointProgram.Block {
  /// The options that gain something at given prices, in their order.
  func candidates(
    _ index: Int, rowPrices: [Double], sumPrices: [Double], sumIsOfUnits: [Bool], _ charges: GroupCharges
  ) -> [Candidate] {
    var wanted: [Candidate] = []
    let isCharged = !charges.isFree(index)
    let isOfUnits = rows.map(\.isOfUnits)
    rowPrices.withUnsafeBufferPointer { rowPrices in
      isOfUnits.withUnsafeBufferPointer { isOfUnits in
        own.row.withUnsafeBufferPointer { ownRow in
          own.coefficient.withUnsafeBufferPointer { ownCoefficient in
            own.start.withUnsafeBufferPointer { ownStart in
              shared.start.withUnsafeBufferPointer { sharedStart in
                for option in 0..<optionCount where barred.isEmpty || !barred[option] {
                  var fixed = fixedGain[option]
                  var unit = unitGain[option]
                  for entry in Int(ownStart[option])..<Int(ownStart[option + 1]) {
                    let row = Int(ownRow[entry])
                    let cost = rowPrices[row] * ownCoefficient[entry]
                    if isOfUnits[row] { unit -= cost } else { fixed -= cost }
                  }
                  for entry in Int(sharedStart[option])..<Int(sharedStart[option + 1]) {
                    let sum = Int(shared.row[entry])
                    let cost = sumPrices[sum] * shared.coefficient[entry]
                    if sumIsOfUnits[sum] { unit -= cost } else { fixed -= cost }
                  }
                  if isCharged {
                    fixed -= charges.charge(index, style: style[option], mask: limitMask[option])
                  }
                  let candidate = Candidate(
                    style: style[option], block: Int32(index), option: Int32(option), fixed: fixed,
                    unit: unit,
                    demand: demand[option], least: least[option], mask: limitMask[option])
                  if candidate.potential > 0 { wanted.append(candidate) }
                }
              }
            }
          }
        }
      }
    }
    return wanted
  }
}
