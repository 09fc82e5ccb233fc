import Optimization

/// The linear program over patterns, sets of showings of one style with their units, solved by the primal-dual hybrid
/// gradient method (Chambolle & Pock 2011) with diagonal steps and restarts (Applegate et al. 2021).
///
///     maximise   sum over patterns of gain y  -  penalties
///     subject to every row and constraint, and sum over the patterns of a style of y <= 1
///
/// It is never solved to its end: its prices are taken to the pricing of all options, which gives the bound and further
/// patterns.
final class PatternMaster {
  let program: JointProgram
  let offsets: [Int]
  let ownCount: Int
  let sumCount: Int
  /// Ranges of own rows, constraints and group rows, in this order.
  var ranges: [JointProgram.Range] = []
  var groupPlaces: [GroupPlace] = []
  var stated: Set<GroupPlace> = []

  // Patterns, style by style.
  var patterns: [Pattern] = []
  var pending: [Pattern] = []
  var known: Set<PatternKey> = []
  var gains: [Double] = []
  var styleStart: [Int] = [0]
  var entryStart: [Int] = [0]
  /// In own rows, then sums, then group rows.
  var entryRow: [Int32] = []
  var entryValue: [Double] = []

  // The method's state.
  var weight: [Double] = []
  var average: [Double] = []
  var price: [Double]
  var averagePrice: [Double] = []
  var averageCount = 0.0
  var startWeight: [Double] = []
  var startPrice: [Double] = []
  var startMerit = Double.infinity
  var sinceRestart = 0
  var balance = 1.0
  var hasBalance = false
  var tau: [Double] = []
  var sigma: [Double] = []
  var iterations = 0
  /// The prices that the method stays near to: those of the best bound so far.
  private(set) var center: [Double]
  private var ofCenter: Set<PatternKey> = []
  /// How far from them it may go: by so much a row's charge on the showing that takes most of it moves for each such
  /// showing that the row has too many.
  var looseness = 0.0
  /// The greatest step of each row that stays near the centre, `looseness` times its scale.
  var reach: [Double] = []
  var scale: [Double] = []

  static let partCount = 4
  var partial: [Double] = []
  var gap = Double.infinity
  /// What the prices bound over the patterns at hand.
  var restrictedBound = Double.infinity
  var lastPrices: [Double] = []
  var lastWeights: [Double] = []

  struct Pattern {
    var style: Int32
    var gain: Double
    var showings: [Showing]
    /// How often in turn it was looked at and far from being used.
    var idle = 0
  }

  struct PatternKey: Hashable {
    var style: Int32
    var showings: [Int64]

    init(_ pattern: Pattern) {
      style = pattern.style
      showings = pattern.showings.flatMap {
        [
          Int64($0.block) << 32 | Int64($0.option),
          Int64(($0.units * 64).rounded().bitPattern & 0x7fff_ffff_ffff),
        ]
      }
    }
  }

  init(_ program: JointProgram, prices: JointPrices) {
    self.program = program
    offsets = program.rowOffsets
    ownCount = offsets.last ?? 0
    sumCount = program.sumIsOfUnits.count
    for block in program.blocks { ranges += block.rows.map(\.range) }
    ranges += program.constraints.map(\.range)
    price = prices.rows + prices.constraints
    center = price
  }

  /// Stays near to the prices of a pricing from now on, and keeps its patterns.
  func move(to pricing: JointPricing) {
    let prices = pricing.prices
    center = prices.rows + prices.constraints + groupPlaces.map { prices.groups[$0] ?? 0 }
    ofCenter = Set(
      pricing.choices.map { PatternKey(Pattern(style: $0.style, gain: 0, showings: $0.showings)) })
  }

  // MARK: Patterns

  /// Takes patterns in that are not there yet.
  func add(_ new: [(style: Int32, showings: [Showing])]) {
    for (style, showings) in new {
      let pattern = Pattern(style: style, gain: program.gain(of: showings), showings: showings)
      if known.insert(PatternKey(pattern)).inserted { pending.append(pattern) }
    }
  }

  /// States rows of groups that a limit keeps down.
  func state(_ places: [GroupPlace]) {
    for place in places where stated.insert(place).inserted {
      needsLayout = true
      groupPlaces.append(place)
      let limit = program.groupLimits[Int(place.limit)]
      ranges.append(
        JointProgram.Range(
          lower: -.infinity, upper: Double(limit.left(for: place.group)), penalty: limit.penalty))
      price.append(0)
      center.append(0)
    }
  }
  var needsLayout = true

  /// Lays patterns out style by style; those that are new begin without weight.
  func layOut() {
    guard needsLayout || !pending.isEmpty else { return }
    needsLayout = false
    dropIdle()
    let old = patterns.count
    var order = Array(0..<(old + pending.count))
    let all = patterns + pending
    pending = []
    order.sort { (all[$0].style, $0) < (all[$1].style, $1) }
    let oldWeight = lastWeights.count == old ? lastWeights : weight
    patterns = order.map { all[$0] }
    weight = order.map { $0 < old ? oldWeight[$0] : 0 }
    gains = patterns.map(\.gain)
    styleStart = [0]
    for index in 1..<max(1, patterns.count) where patterns[index].style != patterns[index - 1].style {
      styleStart.append(index)
    }
    styleStart.append(patterns.count)
    enterRows()
    findSteps()
    restart(from: weight, lastPrices.count == price.count ? lastPrices : price)
  }

  /// Leaves out patterns that had no weight at many layouts in turn.
  func dropIdle() {
    guard lastWeights.count == patterns.count, patterns.count > 2_000 else { return }
    var isKept = [Bool](repeating: true, count: patterns.count)
    for index in patterns.indices {
      patterns[index].idle = lastWeights[index] > 0 ? 0 : patterns[index].idle + 1
      guard patterns[index].idle >= 6 else { continue }
      let key = PatternKey(patterns[index])
      if ofCenter.contains(key) { continue }
      isKept[index] = false
      known.remove(key)
    }
    guard isKept.contains(false) else { return }
    patterns = patterns.indices.filter { isKept[$0] }.map { patterns[$0] }
    lastWeights = isKept.indices.filter { isKept[$0] }.map { lastWeights[$0] }
    weight = lastWeights
  }

  func enterRows() {
    entryRow.removeAll(keepingCapacity: true)
    entryValue.removeAll(keepingCapacity: true)
    var entryStart = [0]
    entryStart.reserveCapacity(patterns.count + 1)
    var (entryRow, entryValue) = (self.entryRow, self.entryValue)
    (self.entryRow, self.entryValue) = ([], [])
    let (program, offsets, ownCount) = (program, offsets, ownCount)
    // Rows of groups, by block and rule.
    var rowsOfBlock: [[(bit: UInt64, groups: JointProgram.StyleGroups, rows: [Int32: [Int32]])]] =
      Array(repeating: [], count: program.blocks.count)
    for (index, place) in groupPlaces.enumerated() {
      let limit = program.groupLimits[Int(place.limit)]
      let row = Int32(ownCount + sumCount + index)
      for block in limit.blocks {
        let bit = UInt64(1) << UInt64(limit.rule)
        if let at = rowsOfBlock[block].firstIndex(where: { $0.bit == bit }) {
          rowsOfBlock[block][at].rows[place.group, default: []].append(row)
        } else {
          rowsOfBlock[block].append((bit, limit.groups, [place.group: [row]]))
        }
      }
    }
    var sums: [Int32: Double] = [:]
    for pattern in patterns {
      sums.removeAll(keepingCapacity: true)
      for showing in pattern.showings {
        let block = program.blocks[Int(showing.block)]
        let option = Int(showing.option)
        let offset = Int32(offsets[Int(showing.block)])
        for entry in block.own[option] {
          let row = block.own.row[entry]
          entryRow.append(offset + row)
          entryValue.append(
            block.own.coefficient[entry] * (block.rows[Int(row)].isOfUnits ? showing.units : 1))
        }
        for entry in block.shared[option] {
          let sum = block.shared.row[entry]
          sums[Int32(ownCount) + sum, default: 0] +=
            block.shared.coefficient[entry] * (program.sumIsOfUnits[Int(sum)] ? showing.units : 1)
        }
        for (bit, groups, rows) in rowsOfBlock[Int(showing.block)] where block.limitMask[option] & bit != 0 {
          for group in groups.groups(of: pattern.style) {
            for row in rows[group] ?? [] { sums[row, default: 0] += 1 }
          }
        }
      }
      for (row, value) in sums.sorted(by: { $0.key < $1.key }) {
        entryRow.append(row)
        entryValue.append(value)
      }
      entryStart.append(entryRow.count)
    }
    (self.entryStart, self.entryRow, self.entryValue) = (entryStart, entryRow, entryValue)
  }

  /// Steps by the sums of rows and columns (Pock & Chambolle 2011), rows scaled to a greatest entry of 1 first.
  func findSteps() {
    let (styleStart, entryStart, entryRow, entryValue) = (styleStart, entryStart, entryRow, entryValue)
    let width = ownCount + sumCount + groupPlaces.count
    var greatest = [Double](repeating: 0, count: width)
    var total = [Double](repeating: 0, count: width)
    for (row, value) in zip(entryRow, entryValue) {
      greatest[Int(row)] = max(greatest[Int(row)], abs(value))
      total[Int(row)] += abs(value)
    }
    // Of rows, constraints and group rows: the greatest entry and the sum of entries.
    var rowGreatest = Array(greatest[..<ownCount])
    var rowTotal = Array(total[..<ownCount])
    for constraint in program.constraints {
      rowGreatest.append(
        constraint.entries.reduce(0) { max($0, abs($1.factor) * greatest[ownCount + Int($1.sum)]) })
      rowTotal.append(constraint.entries.reduce(0) { $0 + abs($1.factor) * total[ownCount + Int($1.sum)] })
    }
    rowGreatest += greatest[(ownCount + sumCount)...]
    rowTotal += total[(ownCount + sumCount)...]
    scale = rowGreatest.map { $0 > 0 ? 1 / $0 : 0 }
    sigma = zip(scale, rowTotal).map { $1 > 0 ? $0 / $1 : 0 }
    // What an entry in each place adds to the sum of its column.
    var charge = [Double](repeating: 0, count: width)
    for row in 0..<ownCount { charge[row] = scale[row] }
    for (index, constraint) in program.constraints.enumerated() {
      for entry in constraint.entries {
        charge[ownCount + Int(entry.sum)] += scale[ownCount + index] * abs(entry.factor)
      }
    }
    for index in groupPlaces.indices {
      charge[ownCount + sumCount + index] = scale[ownCount + program.constraints.count + index]
    }
    tau = (0..<(styleStart.count - 1)).map { style in
      var most = 0.0
      for pattern in styleStart[style]..<styleStart[style + 1] {
        var sum = 0.0
        for entry in entryStart[pattern]..<entryStart[pattern + 1] {
          sum += charge[Int(entryRow[entry])] * abs(entryValue[entry])
        }
        most = max(most, sum)
      }
      return most > 0 ? 1 / most : 1
    }
    guard !hasBalance else { return }
    hasBalance = true
    let typical = typicalGain
    looseness = 0.1 * typical
    var dual = 0.0
    for row in sigma.indices where sigma[row] > 0 {
      let greatest = typical * scale[row]
      price[row] = max(-4 * greatest, min(4 * greatest, price[row]))
      dual += 0.01 * greatest * greatest / sigma[row]
    }
    let primal = tau.reduce(0) { $0 + 0.1 / $1 }
    if dual > 0, primal > 0 { balance = (dual / primal).squareRoot() }
  }

  /// Half of the patterns gain more for each showing.
  var typicalGain: Double {
    let gains = patterns.map { $0.gain / Double(max(1, $0.showings.count)) }.sorted()
    return gains.isEmpty ? 1 : max(1e-9, gains[gains.count / 2])
  }
}
