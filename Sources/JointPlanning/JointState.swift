/// A plan with what a search wants to know of it at once: who shows each style, and what limits have left.
struct JointState {
  let program: JointProgram
  let index: JointIndex
  private(set) var plan: JointPlan
  /// The showings of each style that shares stock, by block.
  private(set) var showingsOfStyle: [[Showing]]
  /// How many showings count in each group limit, by group.
  private(set) var groupCounts: [[Int32: Int]]
  /// Prices of rows and sums of units: they decide who gets scarce units.
  let unitPrices: UnitPrices
  /// Where blocks take stock one after the other, the place of each; `nil` where units go to those to whom they are worth
  /// most.
  let turns: [Int]?

  init(
    _ program: JointProgram, _ index: JointIndex, _ plan: JointPlan, unitPrices: UnitPrices,
    turns: [Int]? = nil
  ) {
    self.turns = turns
    self.program = program
    self.index = index
    self.plan = JointPlan(blockCount: program.blocks.count)
    self.unitPrices = unitPrices
    showingsOfStyle = Array(repeating: [], count: program.styleCount)
    groupCounts = Array(repeating: [:], count: program.groupLimits.count)
    for block in plan.showings.indices { replace(block, by: plan.showings[block].map(\.option)) }
    allotAll()
  }

  /// Puts other options on a block; units of the styles concerned are shared out anew.
  mutating func replace(_ block: Int, by options: [Int32]) {
    var touched: Set<Int32> = []
    for showing in plan.showings[block] {
      let style = program.blocks[block].style[Int(showing.option)]
      count(block, showing.option, by: -1)
      guard Int(style) < program.styleCount else { continue }
      showingsOfStyle[Int(style)].removeAll { Int($0.block) == block }
      touched.insert(style)
    }
    let sorted = options.sorted()
    plan.showings[block] = sorted.map { option in
      Showing(block: Int32(block), option: option, units: program.blocks[block].demand[Int(option)])
    }
    for showing in plan.showings[block] {
      let style = program.blocks[block].style[Int(showing.option)]
      count(block, showing.option, by: 1)
      guard Int(style) < program.styleCount else { continue }
      showingsOfStyle[Int(style)].append(showing)
      showingsOfStyle[Int(style)].sort { $0.block < $1.block }
      touched.insert(style)
    }
    for style in touched { allot(style) }
  }

  private mutating func count(_ block: Int, _ option: Int32, by step: Int) {
    for limit in index.groupLimitsOfBlock[block] {
      let known = program.groupLimits[limit]
      guard program.blocks[block].limitMask[Int(option)] & (1 << UInt64(known.rule)) != 0 else { continue }
      for group in known.groups.groups(of: program.blocks[block].style[Int(option)]) {
        groupCounts[limit][group, default: 0] += step
      }
    }
  }

  private mutating func allotAll() {
    for style in 0..<program.styleCount where !showingsOfStyle[style].isEmpty { allot(Int32(style)) }
  }

  /// Shares the stock of a style out among its showings.
  private mutating func allot(_ style: Int32) {
    let shared = share(showingsOfStyle[Int(style)], stock: program.stock[Int(style)])
    showingsOfStyle[Int(style)] = shared
    for showing in shared {
      let block = Int(showing.block)
      if let at = plan.showings[block].firstIndex(where: { $0.option == showing.option }) {
        plan.showings[block][at].units = showing.units
      }
    }
  }

  /// Units for showings of one style: each its least, what is left to those to whom a unit is worth most.
  func share(_ showings: [Showing], stock: Double) -> [Showing] {
    var shared = showings
    if let turns {
      var rest = stock
      for position in shared.indices.sorted(by: {
        turns[Int(shared[$0].block)] < turns[Int(shared[$1].block)]
      }) {
        let block = program.blocks[Int(shared[position].block)]
        let option = Int(shared[position].option)
        let isWanted = unitWorth(Int(shared[position].block), option) > 0
        shared[position].units = min(rest, isWanted ? block.demand[option] : block.least[option])
        rest -= shared[position].units
      }
      return shared
    }
    var rest = stock
    var demand = 0.0
    for position in shared.indices {
      let block = program.blocks[Int(shared[position].block)]
      shared[position].units = block.least[Int(shared[position].option)]
      demand += block.demand[Int(shared[position].option)]
      rest -= shared[position].units
    }
    let worth = shared.map { unitWorth(Int($0.block), Int($0.option)) }
    var order = Array(shared.indices)
    if demand > stock { order.sort { worth[$0] != worth[$1] ? worth[$0] > worth[$1] : $0 < $1 } }
    for position in order where rest > 0 && worth[position] > 0 {
      let block = program.blocks[Int(shared[position].block)]
      let option = Int(shared[position].option)
      let more = min(rest, block.demand[option] - block.least[option])
      shared[position].units += more
      rest -= more
    }
    return shared
  }

  /// What a unit of an option is worth, what rows of units gain or lose by it counted.
  func unitWorth(_ block: Int, _ option: Int) -> Double {
    let known = program.blocks[block]
    return known.unitGain[option] - unitPrices.charge(known, block, option)
  }

  /// Whether the style limits let an option beside other showings of its style, and beside those that must come.
  func isAllowed(_ block: Int, _ option: Int32, beside others: [Showing]) -> Bool {
    let known = program.blocks[block]
    let style = known.style[Int(option)]
    let due = (index.lockedBlocks[style] ?? []).filter { lock in
      lock.block != block && !others.contains { Int($0.block) == lock.block }
    }
    for limit in index.styleLimitsOfBlock[block] {
      let rule = program.styleLimits[limit]
      let bit = UInt64(1) << UInt64(rule.rule)
      guard known.limitMask[Int(option)] & bit != 0 else { continue }
      var count = 0
      for other in others where index.isIn[limit][Int(other.block)] {
        if program.blocks[Int(other.block)].limitMask[Int(other.option)] & bit != 0 { count += 1 }
      }
      for lock in due where lock.mask & bit != 0 && index.isIn[limit][lock.block] { count += 1 }
      if count >= rule.left(for: style) { return false }
    }
    return true
  }
}

/// Which limits hold each block, looked up once for a program.
final class JointIndex: Sendable {
  let styleLimitsOfBlock: [[Int]]
  let groupLimitsOfBlock: [[Int]]
  /// Of each style limit, whether it holds a block.
  let isIn: [[Bool]]
  let offsets: [Int]
  let apart: BlocksApart
  /// Of styles that blocks must show, those blocks, with the rules in which they count.
  let lockedBlocks: [Int32: [(block: Int, mask: UInt64)]]

  init(_ program: JointProgram) {
    var lockedBlocks: [Int32: [(block: Int, mask: UInt64)]] = [:]
    for (block, styles) in program.lockedStyles.enumerated() {
      for (style, mask) in styles { lockedBlocks[style, default: []].append((block, mask)) }
    }
    self.lockedBlocks = lockedBlocks
    let count = program.blocks.count
    var ofStyles = [[Int]](repeating: [], count: count)
    var ofGroups = ofStyles
    for (index, limit) in program.styleLimits.enumerated() {
      for block in limit.blocks { ofStyles[block].append(index) }
    }
    for (index, limit) in program.groupLimits.enumerated() {
      for block in limit.blocks { ofGroups[block].append(index) }
    }
    styleLimitsOfBlock = ofStyles
    groupLimitsOfBlock = ofGroups
    isIn = program.styleLimits.map { limit in
      var isIn = [Bool](repeating: false, count: count)
      for block in limit.blocks { isIn[block] = true }
      return isIn
    }
    offsets = program.rowOffsets
    apart = BlocksApart(program)
  }
}

/// Prices of rows and sums that count units.
struct UnitPrices: Sendable {
  private var rows: [[Double]] = []
  private var sums: [Double] = []
  private var isFree = true

  init() {}

  init(_ program: JointProgram, _ prices: JointPrices) {
    let offsets = program.rowOffsets
    rows = program.blocks.enumerated().map { index, block in
      block.rows.enumerated().map { $1.isOfUnits ? prices.rows[offsets[index] + $0] : 0 }
    }
    sums = zip(prices.ofSums(program), program.sumIsOfUnits).map { $1 ? $0 : 0 }
    isFree = sums.allSatisfy { $0 == 0 } && rows.allSatisfy { $0.allSatisfy { $0 == 0 } }
  }

  func charge(_ known: JointProgram.Block, _ block: Int, _ option: Int) -> Double {
    if isFree { return 0 }
    var charge = 0.0
    for entry in known.own[option] {
      charge += rows[block][Int(known.own.row[entry])] * known.own.coefficient[entry]
    }
    for entry in known.shared[option] {
      charge += sums[Int(known.shared.row[entry])] * known.shared.coefficient[entry]
    }
    return charge
  }
}
