import Optimization

extension PatternMaster {
  func restart(from weight: [Double], _ price: [Double]) {
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
  func entryPrices(_ price: [Double]) -> [Double] {
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
  func activities(_ entries: [Double]) -> [Double] {
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
    reach = scale.map { looseness * $0 * $0 }
    let width = ownCount + sumCount + groupPlaces.count
    var entries = [Double](repeating: 0, count: width)
    for step in 0..<count {
      if step % 16 == 0, mustStop() { return }
      let entryPrices = entryPrices(price)
      stepPatterns(entryPrices, into: &entries)
      let activity = activities(entries)
      stepPrices(activity)
      averageCount += 1
      iterations += 1
      sinceRestart += 1
    }
    considerRestart()
  }

  /// The price that is best for an activity, moved from `base` by steps of a size: the ends of the range pull it.
  static func best(_ base: Double, step: Double, activity: Double, _ range: JointProgram.Range) -> Double {
    let raised = base + step * activity
    let target = min(max(raised / step, range.lower), range.upper)
    return max(-range.penalty, min(range.penalty, raised - step * target))
  }

  /// Moves every price by what its row has too many or too few, and towards the centre.
  func stepPrices(_ activity: [Double]) {
    for row in price.indices where sigma[row] > 0 {
      let own = sigma[row] * balance
      let step = own * reach[row] / (own + reach[row])
      let base = step * (price[row] / own + center[row] / reach[row])
      let next = Self.best(base, step: step, activity: activity[row], ranges[row])
      price[row] = next
      averagePrice[row] += next
    }
  }

  /// Moves the weights of every style, and adds what they come to, extrapolated, to `entries`.
  ///
  /// In parts of a fixed number, so that the sums are the same on any number of cores.
  func stepPatterns(_ prices: [Double], into entries: inout [Double]) {
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

  func step(
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
  static func project(_ point: inout [Double]) {
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

  /// How far prices and weights are from each other, the pull of the centre counted, and the bound that the prices give
  /// over the patterns at hand.
  func merit(_ weight: [Double], _ price: [Double]) -> (gap: Double, bound: Double) {
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
    var pull = 0.0
    for (row, activity) in activities(entries).enumerated() {
      let range = ranges[row]
      bound += Self.support(price[row], range)
      guard sigma[row] > 0 else { continue }
      func distance(_ price: Double) -> Double {
        (price - center[row]) * (price - center[row]) / (2 * reach[row])
      }
      pull += distance(price[row])
      let best = Self.best(center[row], step: reach[row], activity: activity, range)
      value += Self.support(best, range) - best * activity + distance(best)
    }
    return (max(0, bound + pull - value), bound)
  }

  /// What a row adds to the bound at a price.
  static func support(_ price: Double, _ range: JointProgram.Range) -> Double {
    let end = price > 0 ? range.upper : range.lower
    return price == 0 || !end.isFinite ? 0 : price * end
  }

  func considerRestart() {
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
    restrictedBound = best.bound
    guard best.gap <= 0.5 * startMerit || Double(sinceRestart) >= 0.36 * Double(iterations) else { return }
    followMovement()
    startMerit = best.gap
    restart(from: lastWeights, lastPrices)
  }

  /// The balance of steps follows how far weights and prices moved since the last restart.
  func followMovement() {
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
