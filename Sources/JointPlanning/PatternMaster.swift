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
  private let program: JointProgram
  private let offsets: [Int]
  private let ownCount: Int
  private let sumCount: Int
  /// Ranges of own rows, constraints and group rows, in this order.
  private var ranges: [JointProgram.Range] = []
  private(set) var groupPlaces: [GroupPlace] = []
  private var stated: Set<GroupPlace> = []

  // Patterns, style by style.
  private(set) var patterns: [Pattern] = []
  private var pending: [Pattern] = []
  private var known: Set<PatternKey> = []
  private var gains: [Double] = []
  private var styleStart: [Int] = [0]
  private var entryStart: [Int] = [0]
  /// In own rows, then sums, then group rows.
  private var entryRow: [Int32] = []
  private var entryValue: [Double] = []

  // The method's state.
  private var weight: [Double] = []
  private var average: [Double] = []
  private var price: [Double]
  private var averagePrice: [Double] = []
  private var averageCount = 0.0
  private var startWeight: [Double] = []
  private var startPrice: [Double] = []
  private var startMerit = Double.infinity
  private var sinceRestart = 0
  private var balance = 1.0
  private var hasBalance = false
  private var tau: [Double] = []
  private var sigma: [Double] = []
  /// More than the price of a row may be for now: a row that must hold may be one that the patterns at hand cannot meet.
  private var caps: [Double] = []
  /// How often in turn a price was at its cap.
  private var atCap: [Int] = []
  private(set) var iterations = 0

  struct Pattern {
    var style: Int32
    var gain: Double
    var showings: [Showing]
    /// How often in turn it was looked at and far from being used.
    var idle = 0
  }

  private struct PatternKey: Hashable {
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
    }
  }
  private var needsLayout = true

  /// Lays patterns out style by style; those that are new begin without weight.
  private func layOut() {
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
  private func dropIdle() {
    guard lastWeights.count == patterns.count, patterns.count > 2_000 else { return }
    var isKept = [Bool](repeating: true, count: patterns.count)
    for index in patterns.indices {
      patterns[index].idle = lastWeights[index] > 0 ? 0 : patterns[index].idle + 1
      if patterns[index].idle >= 6 {
        isKept[index] = false
        known.remove(PatternKey(patterns[index]))
      }
    }
    guard isKept.contains(false) else { return }
    patterns = patterns.indices.filter { isKept[$0] }.map { patterns[$0] }
    lastWeights = isKept.indices.filter { isKept[$0] }.map { lastWeights[$0] }
    weight = lastWeights
  }

  private func enterRows() {
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
  private func findSteps() {
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
    let scale = rowGreatest.map { $0 > 0 ? 1 / $0 : 0 }
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
    // A row's price is of the order of what a showing gains.
    if !hasBalance { typical = typicalGain }
    for row in caps.count..<max(caps.count, sigma.count) {
      caps.append(min(ranges[row].penalty, scale[row] > 0 ? 10 * typical * scale[row] : ranges[row].penalty))
      atCap.append(0)
    }
    for row in caps.indices where caps[row] == .infinity && scale[row] > 0 {
      caps[row] = min(ranges[row].penalty, 10 * typical * scale[row])
    }
    guard !hasBalance else { return }
    hasBalance = true
    var dual = 0.0
    for row in sigma.indices where sigma[row] > 0 {
      let greatest = typical * scale[row]
      price[row] = max(-4 * greatest, min(4 * greatest, price[row]))
      dual += 0.01 * greatest * greatest / sigma[row]
    }
    let primal = tau.reduce(0) { $0 + 0.1 / $1 }
    if dual > 0, primal > 0 { balance = (dual / primal).squareRoot() }
  }
  private var typical = 1.0

  /// Half of the patterns gain more for each showing.
  private var typicalGain: Double {
    let gains = patterns.map { $0.gain / Double(max(1, $0.showings.count)) }.sorted()
    return gains.isEmpty ? 1 : max(1e-9, gains[gains.count / 2])
  }

  // MARK: The method

  private func restart(from weight: [Double], _ price: [Double]) {
    self.weight = weight
    self.price = price
    average = Array(repeating: 0, count: weight.count)
    averagePrice = Array(repeating: 0, count: price.count)
    averageCount = 0
    startWeight = weight
    startPrice = price
    sinceRestart = 0
  }

  /// Prices in the space of the entries: of own rows, sums and group rows.
  private func entryPrices(_ price: [Double]) -> [Double] {
    var prices = Array(price[..<ownCount])
    var sums = [Double](repeating: 0, count: sumCount)
    for (index, constraint) in program.constraints.enumerated() {
      let own = price[ownCount + index]
      if own == 0 { continue }
      for entry in constraint.entries { sums[Int(entry.sum)] += own * entry.factor }
    }
    prices += sums
    prices += price[(ownCount + program.constraints.count)...]
    return prices
  }

  /// Activities of rows, constraints and group rows.
  private func activities(_ entries: [Double]) -> [Double] {
    var activities = Array(entries[..<ownCount])
    for constraint in program.constraints {
      activities.append(constraint.entries.reduce(0) { $0 + $1.factor * entries[ownCount + Int($1.sum)] })
    }
    activities += entries[(ownCount + sumCount)...]
    return activities
  }

  /// Iterates; the prices to take to the pricing are those of `prices` afterwards.
  func iterate(_ count: Int, mustStop: () -> Bool) {
    layOut()
    guard !patterns.isEmpty else { return }
    let width = ownCount + sumCount + groupPlaces.count
    var entries = [Double](repeating: 0, count: width)
    for step in 0..<count {
      if step % 16 == 0, mustStop() { return }
      let entryPrices = entryPrices(price)
      stepPatterns(entryPrices, into: &entries)
      let activity = activities(entries)
      Self.stepPrices(
        &price, &averagePrice, activity: activity, ranges: ranges, caps: caps, sigma: sigma,
        balance: balance)
      averageCount += 1
      iterations += 1
      sinceRestart += 1
    }
    considerRestart()
  }

  private static func stepPrices(
    _ price: inout [Double], _ average: inout [Double], activity: [Double], ranges: [JointProgram.Range],
    caps: [Double], sigma: [Double], balance: Double
  ) {
    for row in price.indices where sigma[row] > 0 {
      let range = ranges[row]
      let step = sigma[row] * balance
      let raised = price[row] + step * activity[row]
      let target = min(max(raised / step, range.lower), range.upper)
      let next = max(-caps[row], min(caps[row], raised - step * target))
      price[row] = next
      average[row] += next
    }
  }

  /// Moves the weights of every style, and adds what they come to, extrapolated, to `entries`.
  ///
  /// In parts of a fixed number, so that the sums are the same on any number of cores.
  private func stepPatterns(_ prices: [Double], into entries: inout [Double]) {
    let balance = balance
    let styleCount = styleStart.count - 1
    let partCount = entryRow.count < 20_000 ? 1 : Self.partCount
    let width = entries.count
    if partial.count != partCount * width { partial = Array(repeating: 0, count: partCount * width) }
    prices.withUnsafeBufferPointer { prices in
      partial.withUnsafeMutableBufferPointer { partial in
        weight.withUnsafeMutableBufferPointer { weight in
          average.withUnsafeMutableBufferPointer { average in
            // Each part has styles and sums of its own, which the compiler cannot know.
            nonisolated(unsafe) let (prices, partial, weight, average) = (prices, partial, weight, average)
            nonisolated(unsafe) let master = self
            IndependentTasks.perform(partCount, areSmall: partCount == 1) { part in
              let sums = UnsafeMutableBufferPointer(rebasing: partial[part * width..<(part + 1) * width])
              for index in 0..<width { sums[index] = 0 }
              master.step(
                styleCount * part / partCount..<styleCount * (part + 1) / partCount, balance, prices, weight,
                average,
                into: sums)
            }
          }
        }
      }
    }
    for index in 0..<width {
      var sum = partial[index]
      for part in 1..<max(1, partCount) { sum += partial[part * width + index] }
      entries[index] = sum
    }
  }

  private static let partCount = 4
  private var partial: [Double] = []

  private func step(
    _ styles: Range<Int>, _ balance: Double, _ prices: UnsafeBufferPointer<Double>,
    _ weight: UnsafeMutableBufferPointer<Double>, _ average: UnsafeMutableBufferPointer<Double>,
    into entries: UnsafeMutableBufferPointer<Double>
  ) {
    let (styleStart, tau) = (styleStart, tau)
    entryRow.withUnsafeBufferPointer { entryRow in
      entryValue.withUnsafeBufferPointer { entryValue in
        entryStart.withUnsafeBufferPointer { entryStart in
          gains.withUnsafeBufferPointer { gains in
            var moved: [Double] = []
            for style in styles {
              let first = styleStart[style]
              let end = styleStart[style + 1]
              let step = tau[style] / balance
              moved.removeAll(keepingCapacity: true)
              var sum = 0.0
              for pattern in first..<end {
                var gain = gains[pattern]
                for entry in entryStart[pattern]..<entryStart[pattern + 1] {
                  gain -= prices[Int(entryRow[entry])] * entryValue[entry]
                }
                let next = max(0, weight[pattern] + step * gain)
                moved.append(next)
                sum += next
              }
              if sum > 1 { Self.project(&moved) }
              for pattern in first..<end {
                let next = moved[pattern - first]
                let ahead = 2 * next - weight[pattern]
                weight[pattern] = next
                average[pattern] += next
                guard ahead != 0 else { continue }
                for entry in entryStart[pattern]..<entryStart[pattern + 1] {
                  entries[Int(entryRow[entry])] += ahead * entryValue[entry]
                }
              }
            }
          }
        }
      }
    }
  }

  /// The nearest point whose parts, none below 0, add up to 1.
  private static func project(_ point: inout [Double]) {
    if point.count == 1 {
      point[0] = 1
      return
    }
    let sorted = point.sorted(by: >)
    var sum = 0.0
    var level = 0.0
    for (index, value) in sorted.enumerated() {
      sum += value
      let next = (sum - 1) / Double(index + 1)
      if value - next <= 0 { break }
      level = next
    }
    for index in point.indices { point[index] = max(0, point[index] - level) }
  }

  /// How far prices and weights are from each other: the bound that the prices give over the patterns at hand, less what
  /// the weights are worth, misses at a price well above theirs.
  private func merit(_ weight: [Double], _ price: [Double]) -> (gap: Double, bound: Double) {
    let (styleStart, entryStart, entryRow, entryValue) = (styleStart, entryStart, entryRow, entryValue)
    let prices = entryPrices(price)
    var entries = [Double](repeating: 0, count: prices.count)
    var bound = 0.0
    var value = 0.0
    for style in 0..<(styleStart.count - 1) {
      var best = 0.0
      for pattern in styleStart[style]..<styleStart[style + 1] {
        var gain = gains[pattern]
        value += weight[pattern] * gain
        for entry in entryStart[pattern]..<entryStart[pattern + 1] {
          gain -= prices[Int(entryRow[entry])] * entryValue[entry]
          entries[Int(entryRow[entry])] += weight[pattern] * entryValue[entry]
        }
        best = max(best, gain)
      }
      bound += best
    }
    for (row, activity) in activities(entries).enumerated() {
      let range = ranges[row]
      let own = max(-range.penalty, min(range.penalty, price[row]))
      let end = own > 0 ? range.upper : range.lower
      if own != 0, end.isFinite { bound += own * end }
      let miss = range.miss(activity)
      if miss > 0 { value -= miss * caps[row] }
    }
    return (bound - value, bound)
  }

  /// A row that must hold, and whose price stays at its cap, is worth more.
  private func raiseCaps() {
    for row in caps.indices where caps[row] < ranges[row].penalty {
      atCap[row] = abs(lastPrices[row]) > 0.999 * caps[row] ? atCap[row] + 1 : 0
      if atCap[row] >= 4 {
        caps[row] = min(ranges[row].penalty, 3 * caps[row])
        atCap[row] = 0
      }
    }
  }

  private func considerRestart() {
    guard averageCount > 0 else { return }
    let averageWeight = average.map { $0 / averageCount }
    let meanPrice = averagePrice.indices.map { sigma[$0] > 0 ? averagePrice[$0] / averageCount : price[$0] }
    let ofAverage = merit(averageWeight, meanPrice)
    let ofLast = merit(weight, price)
    let isAverage = ofAverage.gap <= ofLast.gap
    let best = isAverage ? ofAverage : ofLast
    lastPrices = isAverage ? meanPrice : price
    lastWeights = isAverage ? averageWeight : weight
    gap = best.gap
    raiseCaps()
    restrictedBound = best.bound
    guard best.gap <= 0.5 * startMerit || Double(sinceRestart) >= 0.36 * Double(iterations) else { return }
    followMovement()
    startMerit = best.gap
    restart(from: lastWeights, lastPrices)
  }

  /// The balance of steps follows how far weights and prices moved since the last restart.
  private func followMovement() {
    guard startWeight.count == lastWeights.count, startPrice.count == price.count,
      lastPrices.count == price.count
    else { return }
    var primal = 0.0
    for style in 0..<(styleStart.count - 1) {
      for pattern in styleStart[style]..<styleStart[style + 1] {
        let difference = lastWeights[pattern] - startWeight[pattern]
        primal += difference * difference / tau[style]
      }
    }
    var dual = 0.0
    for row in price.indices where sigma[row] > 0 {
      let difference = lastPrices[row] - startPrice[row]
      dual += difference * difference / sigma[row]
    }
    guard primal > 1e-20, dual > 1e-20 else { return }
    let factor = ((dual / primal).squareRoot() / balance).squareRoot()
    balance *= max(0.33, min(3, factor))
  }

  private(set) var gap = Double.infinity
  /// What the prices bound over the patterns at hand.
  private(set) var restrictedBound = Double.infinity
  private var lastPrices: [Double] = []
  private(set) var lastWeights: [Double] = []

  /// The prices that fit the weights best so far.
  var prices: JointPrices {
    var prices = JointPrices(program)
    let all = lastPrices.count == price.count ? lastPrices : price
    prices.rows = Array(all[..<ownCount])
    prices.constraints = Array(all[ownCount..<(ownCount + program.constraints.count)])
    for (index, place) in groupPlaces.enumerated() {
      prices.groups[place] = all[ownCount + program.constraints.count + index]
    }
    return prices
  }

  /// The weights of options, block by block, as the patterns have them.
  func optionWeights() -> [[Int32: Double]] {
    var weights = [[Int32: Double]](repeating: [:], count: program.blocks.count)
    let all = lastWeights.count == patterns.count ? lastWeights : weight
    for (pattern, weight) in zip(patterns, all) where weight > 1e-4 {
      for showing in pattern.showings { weights[Int(showing.block)][showing.option, default: 0] += weight }
    }
    return weights
  }
}
