import Optimization

/// Minutes, money and shares.
extension CountArithmetic {
  // MARK: Locks

  /// Rows of which the locked styles alone hold more than is allowed.
  func lockFindings() -> [CountFinding] {
    var amounts: [Int: (sum: Double, spus: [String])] = [:]
    for lock in locked {
      var own: [Int: Double] = [:]
      for option in lock.options {
        for position in program.columnStart[option]..<program.columnStart[option + 1] {
          own[Int(program.rowIndex[position])] = .infinity
        }
      }
      for row in own.keys {
        let least = lock.options.map { coefficient($0, row) }.min() ?? 0
        if least == 0 { continue }
        amounts[row, default: (0, [])].sum += least
        amounts[row, default: (0, [])].spus.append(lock.spu)
      }
    }
    return hardRules.flatMap { rule, block -> [CountFinding] in
      var sum: (measure: Measure, isOfAll: Bool)?
      switch rule.arithmetic {
      case .sum(let measure, _, let isOfAll) where !measure.isCount: sum = (measure, isOfAll)
      case .sum, .quotas, .each: break
      case .shareOfItems, .average, nil: return []
      }
      return (block.firstRow..<block.firstRow + block.count).compactMap { row in
        guard let held = amounts[row], held.sum > program.upper[row] + tolerance(program.upper[row]) else {
          return nil
        }
        let name = block.name(ofRow: row - block.firstRow)
        guard let sum else { return lockFinding(name, most: program.upper[row], held.spus) }
        let isMinutes = sum.measure == .minutes && sum.isOfAll
        return CountFinding(
          row: name, required: bounds(row), kind: .amount,
          reason: isMinutes
            ? .lockedMinutes(held.sum, locks: held.spus.count)
            : .lockedAmount(held.sum, locks: held.spus.count))
      }
    }
  }

  private func lockFinding(_ name: String, most: Double, _ spus: [String]) -> CountFinding {
    CountFinding(
      row: name,
      reason: name == Scenario.itemsRow
        ? .lockedItems(spus.count, most: most) : .lockedInRow(spus, most: most))
  }

  // MARK: Minutes

  /// More items than the air time has minutes for.
  func minuteFindings(_ least: [Count]) -> [CountFinding] {
    guard let airTime = show.scenario.show.airTime else { return [] }
    let asked = least.compactMap { count in minutes(of: count).map { (count, $0) } }
    guard let (count, worst) = asked.max(by: { $0.1.total < $1.1.total }),
      worst.total > airTime + tolerance(airTime)
    else { return [] }
    return [
      CountFinding(
        row: Scenario.airTimeRow, required: Bounds(upper: airTime), kind: .amount,
        reason: .minutes(worst, quotas: count.count.isPlain ? nil : count.count, airTime: airTime))
    ]
  }

  /// What so many items take at least; `nil` where there are not so many.
  private func minutes(of count: Count) -> CountFinding.ItemMinutes? {
    let number = Int(saturating: count.number.rounded(.up))
    guard number > 0, number <= minutes.count else { return nil }
    let forced = locked.filter { $0.style < minutes.count }
    let taken = Set(forced.map(\.style))
    let own = forced.map { lock in
      lock.options.map { show.minutes(ofOption: $0) }.min() ?? 0
    }
    let free = minutes.indices.filter { !taken.contains($0) }.map { minutes[$0] }.sorted()
    let all = own + free.prefix(max(0, number - own.count))
    let total = all.reduce(0, +)
    if let pitched = pitched(count), pitched.total > total { return pitched }
    let (shortest, longest) = (all.min() ?? 0, all.max() ?? 0)
    return shortest == longest
      ? .alike(all.count, each: shortest, total: total)
      : .various(all.count, withLocks: !own.isEmpty, total: total)
  }

  /// The same by the pitches that the quotas ask for.
  private func pitched(_ count: Count) -> CountFinding.ItemMinutes? {
    let parts = count.byPitch.filter { $0.number > 0 }
    return parts.isEmpty ? nil : .byPitch(parts, total: parts.reduce(0) { $0 + $1.number * $1.minutes })
  }

  // MARK: Sums

  /// Sums, the sales goal among them, that the best items do not reach.
  /// - Parameter mostItems: how many items the rules let in.
  func sumFindings(_ mostItems: Double) -> [CountFinding] {
    let shortest = minutes.min() ?? 0
    let airTime = show.scenario.show.airTime
    let mostByTime = airTime.map {
      shortest > 0 ? (($0 + tolerance($0)) / shortest).rounded(.down) : .infinity
    }
    let isByTime = (mostByTime ?? .infinity) < mostItems
    let mostItems = max(0, min(mostItems, mostByTime ?? .infinity))
    return hardRules.compactMap { rule, block in
      guard case .sum(let measure, let range, _)? = rule.arithmetic, !measure.isCount, range.lower > 0
      else { return nil }
      let row = block.firstRow
      let best = styles.map { options in options.lazy.map { coefficient($0, row) }.max() ?? 0 }
      let asked = range.lower - tolerance(range.lower)
      // What all candidates together do not reach is told by the row's own supply.
      guard best.reduce(0, { $0 + max(0, $1) }) >= asked else { return nil }
      func finding(_ reason: CountFinding.Reason) -> CountFinding {
        CountFinding(row: block.rule, required: range, kind: .amount, reason: reason)
      }
      let byCount = best.sorted(by: >).prefix(Int(saturating: mostItems)).reduce(0) { $0 + max(0, $1) }
      if byCount < asked {
        return finding(.bestItems(mostItems, airTime: isByTime ? airTime : nil, reach: byCount))
      }
      guard let airTime else { return nil }
      let byTime = reach(best, within: airTime)
      return byTime < asked ? finding(.withinAirTime(airTime, reach: byTime)) : nil
    }
  }

  /// The most of a sum within the air time, if items could be cut into pieces: each style at its best value
  /// and its least minutes, those with the most for a minute first (Dantzig 1957).
  private func reach(_ best: [Double], within airTime: Double) -> Double {
    var total = 0.0
    var left = airTime
    let order = best.indices.filter { best[$0] > 0 }.sorted {
      best[$0] * minutes[$1] > best[$1] * minutes[$0]
    }
    for style in order {
      if minutes[style] <= left {
        total += best[style]
        left -= minutes[style]
      } else {
        return total + best[style] * left / minutes[style]
      }
    }
    return total
  }

  // MARK: Shares and averages

  /// Shares of the items for which there are too few candidates, and averages that every candidate misses.
  func shareFindings(_ least: [Count]) -> [CountFinding] {
    guard let count = least.max(by: { $0.number < $1.number }) else { return [] }
    return hardRules.flatMap { rule, block -> [CountFinding] in
      switch rule.arithmetic {
      case .shareOfItems(let range): shareFinding(range, block, count.number).map { [$0] } ?? []
      case .average(let column, let range): averageFindings(column, range, block)
      default: []
      }
    }
  }

  private func shareFinding(_ range: Bounds, _ block: RowBlock, _ number: Double) -> CountFinding? {
    // In either row what is part of the share has more than what is not.
    func supply(_ isPart: Bool, _ row: Int, _ end: Double) -> Int {
      styles.count { options in
        options.contains { abs(coefficient($0, row) - (isPart ? 1 - end : -end)) < 1e-9 }
      }
    }
    func finding(_ reason: CountFinding.Reason) -> CountFinding {
      CountFinding(row: block.rule, required: range, kind: .share, reason: reason)
    }
    let (lower, upper) = (range.lower, range.upper)
    if lower > 0, lower <= 1 {
      let needed = lower * number
      let there = supply(true, block.firstRow, lower)
      if Double(there) < needed - tolerance(needed) {
        return finding(.share(lower, items: number, needed: needed, candidates: there))
      }
    }
    if upper >= 0, upper < 1 {
      let needed = (1 - upper) * number
      let there = supply(false, block.firstRow + block.count - 1, upper)
      if Double(there) < needed - tolerance(needed) {
        return finding(.others(items: number, needed: needed, candidates: there))
      }
    }
    return nil
  }

  private func averageFindings(_ column: String, _ range: Bounds, _ block: RowBlock) -> [CountFinding] {
    func finding(_ reason: CountFinding.Reason) -> CountFinding {
      CountFinding(row: block.rule, required: range, kind: .average, reason: reason)
    }
    func all(_ row: Int, _ test: (Double) -> Bool) -> Bool {
      !styles.isEmpty && styles.allSatisfy { test(coefficient($0.lowerBound, row)) }
    }
    if range.lower > -.infinity, all(block.firstRow, { $0 < -tolerance(range.lower) }) {
      return [finding(.everyBelow(column: column))]
    }
    if range.upper < .infinity, all(block.firstRow + block.count - 1, { $0 > tolerance(range.upper) }) {
      return [finding(.everyAbove(column: column))]
    }
    return []
  }
}
