import Optimization

/// A few blocks to be planned anew while all others stay: a program of its own, exact in what styles are worth beside the
/// showings that stay.
///
/// A column is a set of showings of one style on these blocks; sets that limits or the stock do not let are no columns.
struct Neighbourhood {
  let blocks: [Int]
  private(set) var program = Program()
  private var columns: [[Showing]] = []
  private let state: JointState
  private let joint: JointProgram

  /// What is asked beyond the plan's own gains.
  struct Guide {
    /// Options that are looked at on a block at most.
    var width = 160
    /// Weights of options in the relaxation, by block, and what a weight of 1 is worth.
    var weights: [[Int32: Double]] = []
    var worth = 0.0
    /// Whether constraints over all blocks are heeded; a show that is planned by itself knows of limits alone.
    var isOfMonth = true
    /// What may be missed at this price, where a block has no selection otherwise.
    var elastic: Double?
  }

  /// - Parameter prices: choose among the options.
  init(_ state: JointState, _ blocks: [Int], prices: JointPrices, guide: Guide) {
    self.blocks = blocks.sorted()
    self.state = state
    joint = state.program
    let chosen = self.blocks.map { Self.options(state, $0, among: self.blocks, prices, guide) }
    var offsets: [Int32] = []
    for block in self.blocks {
      offsets.append(Int32(program.rowCount))
      for row in joint.blocks[block].rows { addRow(row.range, guide) }
    }
    let shared = SharedRows(state, self.blocks, chosen, hasConstraints: guide.isOfMonth)
    let firstShared = Int32(program.rowCount)
    for row in shared.ranges { addRow(row, guide) }

    // Style by style, so that columns come group by group.
    var byStyle: [Int32: [(place: Int, option: Int32)]] = [:]
    for (place, options) in chosen.enumerated() {
      for option in options {
        byStyle[joint.blocks[self.blocks[place]].style[Int(option)], default: []].append((place, option))
      }
    }
    var group: Int32 = 0
    for style in byStyle.keys.sorted() {
      for sets in sets(of: style, byStyle[style] ?? []) {
        for showings in sets {
          add(
            showings, style: style, group: group, offsets: offsets, shared: shared, firstShared: firstShared,
            guide)
        }
        group += 1
      }
    }
  }

  /// The columns of what the plan has on these blocks.
  var start: [Int32] {
    var options: [Int32: Set<Int32>] = [:]
    for block in blocks { options[Int32(block)] = Set(state.plan.showings[block].map(\.option)) }
    var start: [Int32] = []
    var taken: [Int32: (column: Int32, count: Int)] = [:]
    for (column, showings) in columns.enumerated() {
      guard showings.allSatisfy({ options[$0.block]?.contains($0.option) == true }) else { continue }
      let group = program.group[column]
      if showings.count > taken[group]?.count ?? 0 { taken[group] = (Int32(column), showings.count) }
    }
    start = taken.values.map(\.column).sorted()
    return start
  }

  /// What the columns put on each of the blocks.
  func options(of selection: [Int32]) -> [[Int32]] {
    var options = [Int32: [Int32]]()
    for column in selection {
      for showing in columns[Int(column)] { options[showing.block, default: []].append(showing.option) }
    }
    return blocks.map { (options[Int32($0)] ?? []).sorted() }
  }

  private mutating func addRow(_ range: JointProgram.Range, _ guide: Guide) {
    var penalty = range.penalty
    if penalty == .infinity, let elastic = guide.elastic {
      let size = max(range.lower.isFinite ? abs(range.lower) : 0, range.upper.isFinite ? abs(range.upper) : 0)
      penalty = elastic / max(1, size)
    }
    program.addRow(lower: range.lower, upper: range.upper, penalty: penalty)
  }

  private mutating func add(
    _ showings: [Showing], style: Int32, group: Int32, offsets: [Int32], shared: SharedRows,
    firstShared: Int32,
    _ guide: Guide
  ) {
    var entries: [(row: Int32, coefficient: Double)] = []
    var guided = 0.0
    for showing in showings {
      let index = Int(showing.block)
      let block = joint.blocks[index]
      let option = Int(showing.option)
      guard let place = blocks.firstIndex(of: index) else { continue }
      for entry in block.own[option] {
        let row = block.own.row[entry]
        entries.append(
          (
            offsets[place] + row,
            block.own.coefficient[entry] * (block.rows[Int(row)].isOfUnits ? showing.units : 1)
          ))
      }
      shared.forEachEntry(place, showing) { row, value in entries.append((firstShared + Int32(row), value)) }
      if guide.worth > 0, let weight = guide.weights[index][showing.option] { guided += guide.worth * weight }
    }
    program.addColumn(
      objective: showings.isEmpty ? 0 : gains(showings, style) + guided, group: group, entries: entries)
    columns.append(showings)
  }

  /// What showings add to those of the style that stay.
  private func gains(_ showings: [Showing], _ style: Int32) -> Double {
    guard Int(style) < joint.styleCount else { return state.program.gain(of: showings) }
    let others = others(style)
    if others.isEmpty { return state.program.gain(of: showings) }
    let together = state.share(others + showings, stock: joint.stock[Int(style)])
    return state.program.gain(of: together)
      - state.program.gain(of: state.share(others, stock: joint.stock[Int(style)]))
  }

  private func others(_ style: Int32) -> [Showing] {
    Int(style) < joint.styleCount
      ? state.showingsOfStyle[Int(style)].filter { !blocks.contains(Int($0.block)) } : []
  }

  /// The sets of showings of a style: one list where they hinder each other, else one for each block.
  private func sets(of style: Int32, _ options: [(place: Int, option: Int32)]) -> [[[Showing]]] {
    guard Int(style) < joint.styleCount else {
      return options.map {
        [
          [
            Showing(
              block: Int32(blocks[$0.place]), option: $0.option,
              units: joint.blocks[blocks[$0.place]].demand[Int($0.option)])
          ]
        ]
      }
    }
    let others = others(style)
    let stock = joint.stock[Int(style)]
    let places = Set(options.map(\.place)).sorted()
    var sets: [[Showing]] = []
    var most = others.reduce(0) { $0 + joint.blocks[Int($1.block)].demand[Int($1.option)] }
    var isFree = true
    for place in places {
      most +=
        options.filter { $0.place == place }.map { joint.blocks[blocks[place]].demand[Int($0.option)] }.max()
        ?? 0
    }
    if most > stock { isFree = false }
    if isFree, places.count > 1 {
      // Whether each may stand beside every other.
      let all =
        others
        + places.compactMap { place in
          options.first { $0.place == place }.map {
            Showing(block: Int32(blocks[place]), option: $0.option, units: 0)
          }
        }
      isFree = places.allSatisfy { place in
        let rest = all.filter { Int($0.block) != blocks[place] }
        return options.filter { $0.place == place }.allSatisfy {
          state.isAllowed(blocks[place], $0.option, beside: rest)
        }
      }
    }
    if isFree || places.count == 1 {
      return places.map { place in
        options.filter { $0.place == place }.compactMap { entry in
          fitting([Showing(block: Int32(blocks[place]), option: entry.option, units: 0)], others, stock)
        }
      }
    }
    func extend(_ showings: [Showing], _ next: Int) {
      if sets.count > 400 { return }
      guard next < places.count else {
        if !showings.isEmpty, let fitting = fitting(showings, others, stock) { sets.append(fitting) }
        return
      }
      let block = blocks[places[next]]
      for entry in options where entry.place == places[next] {
        guard state.isAllowed(block, entry.option, beside: others + showings) else { continue }
        extend(showings + [Showing(block: Int32(block), option: entry.option, units: 0)], next + 1)
      }
      extend(showings, next + 1)
    }
    extend([], 0)
    return [sets]
  }

  /// The showings with their units beside others, or `nil` where the stock is not enough to hold them.
  private func fitting(_ showings: [Showing], _ others: [Showing], _ stock: Double) -> [Showing]? {
    let shared = state.share(others + showings, stock: stock)
    var least = 0.0
    for showing in shared {
      let own = joint.blocks[Int(showing.block)].least[Int(showing.option)]
      least += own
      if showing.units < own { return nil }
    }
    return least <= stock ? Array(shared.suffix(showings.count)) : nil
  }

  /// The options of a block worth looking at: those that it has, those of the relaxation, and those that gain most at the
  /// prices.
  private static func options(
    _ state: JointState, _ index: Int, among blocks: [Int], _ prices: JointPrices, _ guide: Guide
  ) -> [Int32] {
    let joint = state.program
    let block = joint.blocks[index]
    let offset = state.index.offsets[index]
    let sums = prices.ofSums(joint)
    let present = Set(state.plan.showings[index].map(\.option))
    var best: [(option: Int32, gain: Double)] = []
    for option in 0..<block.optionCount where block.barred.isEmpty || !block.barred[option] {
      let style = block.style[option]
      var gain = 0.0
      var units = block.demand[option]
      if Int(style) < joint.styleCount {
        let others = state.showingsOfStyle[Int(style)].filter { !blocks.contains(Int($0.block)) }
        if !others.isEmpty {
          guard state.isAllowed(index, Int32(option), beside: others) else { continue }
          let shared = state.share(
            others + [Showing(block: Int32(index), option: Int32(option), units: 0)],
            stock: joint.stock[Int(style)])
          units = shared.last?.units ?? 0
          let without = state.share(others, stock: joint.stock[Int(style)])
          gain = joint.gain(of: shared) - joint.gain(of: without)
        } else {
          guard state.isAllowed(index, Int32(option), beside: []) else { continue }
          if block.unitGain[option] < 0 { units = block.least[option] }
          gain = block.fixedGain[option] + block.unitGain[option] * units
        }
      } else {
        gain = block.fixedGain[option] + block.unitGain[option] * units
      }
      gain -= block.charge(
        of: Showing(block: Int32(index), option: Int32(option), units: units), offset, prices, sums,
        joint.sumIsOfUnits)
      best.append((Int32(option), gain))
    }
    let weights = guide.weights.isEmpty ? [:] : guide.weights[index]
    best.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.option < $1.option }
    var chosen = Set(best.prefix(guide.width).map(\.option))
    for entry in best.dropFirst(guide.width)
    where present.contains(entry.option) || weights[entry.option] != nil
      || Int(block.style[Int(entry.option)]) >= joint.styleCount
    {
      chosen.insert(entry.option)
    }
    // Whatever a row that must be filled can be filled with: a lock asks for one style, whatever it gains.
    var filled = [Int](repeating: 0, count: block.rows.count)
    for entry in best {
      for place in block.own[Int(entry.option)] {
        let row = Int(block.own.row[place])
        guard block.rows[row].range.lower > 0, block.own.coefficient[place] > 0, filled[row] < 8 else {
          continue
        }
        filled[row] += 1
        chosen.insert(entry.option)
      }
    }
    return chosen.sorted()
  }
}

/// What constraints and group limits leave to a few blocks, all others staying.
private struct SharedRows {
  private(set) var ranges: [JointProgram.Range] = []
  /// Of each sum, the rows of constraints that it is in.
  private var rowsOfSum: [[(row: Int, factor: Double)]]
  private var constraintCount = 0
  /// Of each block, the group limits that hold it: the row of each group, counted behind the constraints.
  private var limitsOfPlace: [[(bit: UInt64, groups: JointProgram.StyleGroups, rows: [Int32: Int])]]
  private let joint: JointProgram
  private let blocks: [Int]

  init(_ state: JointState, _ blocks: [Int], _ options: [[Int32]], hasConstraints: Bool) {
    joint = state.program
    self.blocks = blocks
    rowsOfSum = Array(repeating: [], count: joint.sumIsOfUnits.count)
    limitsOfPlace = Array(repeating: [], count: blocks.count)
    var here = [Double](repeating: 0, count: joint.sumIsOfUnits.count)
    var all = here
    for block in state.plan.showings {
      for showing in block {
        let known = joint.blocks[Int(showing.block)]
        for entry in known.shared[Int(showing.option)] {
          let sum = Int(known.shared.row[entry])
          let value = known.shared.coefficient[entry] * (joint.sumIsOfUnits[sum] ? showing.units : 1)
          all[sum] += value
          if blocks.contains(Int(showing.block)) { here[sum] += value }
        }
      }
    }
    for constraint in joint.constraints where hasConstraints {
      var factors: [Int32: Double] = [:]
      for entry in constraint.entries { factors[entry.sum, default: 0] += entry.factor }
      // A share of a whole that hardly changes: its small factors stay as they are now.
      let greatest = factors.values.reduce(0) { max($0, abs($1)) }
      let least = joint.blocks.count > 8 ? 0.1 * greatest : 0
      var others = 0.0
      for (sum, factor) in factors.sorted(by: { $0.key < $1.key }) {
        others += factor * (all[Int(sum)] - (abs(factor) > least ? here[Int(sum)] : 0))
      }
      for (sum, factor) in factors where abs(factor) > least {
        rowsOfSum[Int(sum)].append((constraintCount, factor))
      }
      constraintCount += 1
      let range = constraint.range
      ranges.append(
        JointProgram.Range(lower: range.lower - others, upper: range.upper - others, penalty: range.penalty))
    }
    addLimits(state, options)
  }

  private mutating func addLimits(_ state: JointState, _ options: [[Int32]]) {
    var indices: Set<Int> = []
    for block in blocks { indices.formUnion(state.index.groupLimitsOfBlock[block]) }
    for index in indices.sorted() {
      let limit = joint.groupLimits[index]
      let isIn = Set(limit.blocks)
      let bit = UInt64(1) << UInt64(limit.rule)
      var own: [Int32: Int] = [:]
      var possible: [Int32: Set<Int64>] = [:]
      for (place, block) in blocks.enumerated() where isIn.contains(block) {
        let known = joint.blocks[block]
        for showing in state.plan.showings[block] where known.limitMask[Int(showing.option)] & bit != 0 {
          for group in limit.groups.groups(of: known.style[Int(showing.option)]) {
            own[group, default: 0] += 1
          }
        }
        for option in options[place] where known.limitMask[Int(option)] & bit != 0 {
          for group in limit.groups.groups(of: known.style[Int(option)]) {
            possible[group, default: []].insert(Int64(block) << 32 | Int64(known.style[Int(option)]))
          }
        }
      }
      var rows: [Int32: Int] = [:]
      for (group, members) in possible.sorted(by: { $0.key < $1.key }) {
        let left = limit.left(for: group) - ((state.groupCounts[index][group] ?? 0) - (own[group] ?? 0))
        guard members.count > left else { continue }
        rows[group] = ranges.count - constraintCount
        ranges.append(
          JointProgram.Range(lower: -.infinity, upper: Double(max(0, left)), penalty: limit.penalty))
      }
      guard !rows.isEmpty else { continue }
      for (place, block) in blocks.enumerated() where isIn.contains(block) {
        limitsOfPlace[place].append((bit, limit.groups, rows))
      }
    }
  }

  func forEachEntry(_ place: Int, _ showing: Showing, _ body: (Int, Double) -> Void) {
    let block = joint.blocks[blocks[place]]
    let option = Int(showing.option)
    // What a sum brings to the rows it is in; several sums may be in one row.
    var values: [(row: Int, value: Double)] = []
    for entry in block.shared[option] {
      let sum = Int(block.shared.row[entry])
      let amount = block.shared.coefficient[entry] * (joint.sumIsOfUnits[sum] ? showing.units : 1)
      for (row, factor) in rowsOfSum[sum] {
        if let known = values.firstIndex(where: { $0.row == row }) {
          values[known].value += factor * amount
        } else {
          values.append((row, factor * amount))
        }
      }
    }
    for (row, value) in values where value != 0 { body(row, value) }
    for rule in limitsOfPlace[place] where block.limitMask[option] & rule.bit != 0 {
      for group in rule.groups.groups(of: block.style[option]) {
        if let row = rule.rows[group] { body(constraintCount + row, 1) }
      }
    }
  }
}
