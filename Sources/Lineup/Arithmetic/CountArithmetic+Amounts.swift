import Optimization

/// Minutes, money and shares.
extension CountArithmetic {
  // MARK: Locks

  /// Rows of which the locked styles alone hold more than is allowed.
  func lockFindings() -> [Finding] {
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
    return hardRules.flatMap { rule, block -> [Finding] in
      guard rule is SumRule || rule is SplitRule || rule is EachRule else { return [] }
      return (block.firstRow..<block.firstRow + block.count).compactMap { row in
        guard let held = amounts[row], held.sum > program.upper[row] + tolerance(program.upper[row]) else {
          return nil
        }
        return lockFinding(rule, block.name(ofRow: row - block.firstRow), row, held.sum, held.spus)
      }
    }
  }

  private func lockFinding(_ rule: any RuleForm, _ name: String, _ row: Int, _ sum: Double, _ spus: [String])
    -> Finding
  {
    let upper = program.upper[row]
    let one = spus.count == 1
    guard let amount = rule as? SumRule, !amount.measure.isCount else {
      let allowed = FigureText.value(upper, .count)
      if name == Scenario.itemsRow {
        return Finding(
          row: "`\(name)`",
          sentence: "\(FigureText.counted(spus.count, "style")) \(one ? "is" : "are") locked, "
            + "\(items(upper)) \(upper == 1 ? "is" : "are") allowed")
      }
      let shown = spus.prefix(4).joined(separator: ", ") + (spus.count > 4 ? ", …" : "")
      return Finding(
        row: "`\(name)`",
        sentence: "\(spus.count) of the locked styles \(one ? "counts" : "count") towards it (\(shown)), "
          + "\(allowed) \(upper == 1 ? "is" : "are") allowed")
    }
    let figure = FigureText.value(sum, .amount)
    let sentence =
      amount.measure == .minutes && amount.condition.clauses.isEmpty
      ? "the locked \(one ? "style takes" : "styles take") at least \(FigureText.counted(sum, "minute"))"
      : "the locked \(one ? "style comes" : "styles come") to at least \(figure)"
    return Finding(row: named(name, bounds(row), .amount), sentence: sentence)
  }

  // MARK: Minutes

  /// More items than the air time has minutes for.
  func minuteFindings(_ least: [Count]) -> [Finding] {
    guard let airTime = show.scenario.show.airTime else { return [] }
    let asked = least.compactMap { count in words(count).map { (count, $0.minutes, $0.sentence) } }
    guard let worst = asked.max(by: { $0.1 < $1.1 }), worst.1 > airTime + tolerance(airTime) else {
      return []
    }
    let (count, _, sentence) = worst
    let quotas = count.isPlain ? "" : "the quotas of `\(count.rule)` come to \(items(count.number)); "
    let there = "\(FigureText.value(airTime, .amount)) \(airTime == 1 ? "is" : "are") there"
    return [
      Finding(
        row: named(Scenario.airTimeRow, Bounds(upper: airTime), .amount),
        sentence: "\(quotas)\(sentence), \(there)")
    ]
  }

  /// What so many items take at least; `nil` where there are not so many.
  private func words(_ count: Count) -> (minutes: Double, sentence: String)? {
    let number = Int(saturating: count.number.rounded(.up))
    guard number > 0, number <= minutes.count else { return nil }
    let forced = locked.filter { $0.style < minutes.count }
    let taken = Set(forced.map(\.style))
    let own = forced.map { lock in
      lock.options.map { show.scenario.pitches[Int(show.options.pitches[$0])].minutes }.min() ?? 0
    }
    let free = minutes.indices.filter { !taken.contains($0) }.map { minutes[$0] }.sorted()
    let all = own + free.prefix(max(0, number - own.count))
    let total = all.reduce(0, +)
    if let pitched = pitched(count, among: free.first ?? own.min() ?? 0), pitched.minutes > total {
      return pitched
    }
    let minute = FigureText.counted(total, "minute")
    let (shortest, longest) = (all.min() ?? 0, all.max() ?? 0)
    let verb = number == 1 && all.count == 1 ? "takes" : "take"
    if shortest == longest {
      return (
        total,
        "\(items(Double(all.count))) of at least \(FigureText.counted(shortest, "minute")) \(verb) \(minute)"
      )
    }
    let locks = own.isEmpty ? "" : ", those that are locked among them,"
    return (total, "\(items(Double(all.count)))\(locks) \(verb) at least \(minute)")
  }

  /// The same by the pitches that the quotas ask for.
  private func pitched(_ count: Count, among shortest: Double) -> (minutes: Double, sentence: String)? {
    let parts = count.byPitch.filter { $0.number > 0 }
    if parts.isEmpty { return nil }
    let total = parts.reduce(0) { $0 + $1.number * show.scenario.pitches[$1.pitch].minutes }
    let words = parts.map { part in
      let pitch = show.scenario.pitches[part.pitch]
      return "\(items(part.number)) in `\(pitch.name)` of \(FigureText.counted(pitch.minutes, "minute"))"
    }
    let one = parts.count == 1 && parts[0].number == 1
    return (
      total, "\(FigureText.list(words)) \(one ? "takes" : "take") \(FigureText.counted(total, "minute"))"
    )
  }

  // MARK: Sums

  /// Sums, the sales goal among them, that the best items do not reach.
  /// - Parameter mostItems: how many items the rules let in.
  func sumFindings(_ mostItems: Double) -> [Finding] {
    let shortest = minutes.min() ?? 0
    let airTime = show.scenario.show.airTime
    let mostByTime = airTime.map {
      shortest > 0 ? (($0 + tolerance($0)) / shortest).rounded(.down) : .infinity
    }
    let isByTime = (mostByTime ?? .infinity) < mostItems
    let mostItems = max(0, min(mostItems, mostByTime ?? .infinity))
    let why =
      isByTime ? airTime.map { ", as many as fit into \(FigureText.counted($0, "minute"))," } ?? "" : ""
    return hardRules.compactMap { rule, block in
      guard let sum = rule as? SumRule, !sum.measure.isCount, sum.range.lower > 0 else { return nil }
      let row = block.firstRow
      let best = styles.map { options in options.lazy.map { coefficient($0, row) }.max() ?? 0 }
      let asked = sum.range.lower - tolerance(sum.range.lower)
      // What all candidates together do not reach is told by the row's own supply.
      guard best.reduce(0, { $0 + max(0, $1) }) >= asked else { return nil }
      let name = named(block.rule, sum.range, .amount)
      func figure(_ value: Double) -> String { FigureText.value(value, .amount, rounding: .up) }
      let byCount = best.sorted(by: >).prefix(Int(saturating: mostItems)).reduce(0) { $0 + max(0, $1) }
      if byCount < asked {
        let number = FigureText.value(mostItems, .count)
        return Finding(
          row: name,
          sentence: mostItems == 1
            ? "the best item\(why) reaches \(figure(byCount))"
            : "the best \(number) items\(why) together reach at most \(figure(byCount))")
      }
      guard let airTime else { return nil }
      let byTime = reach(best, within: airTime)
      guard byTime < asked else { return nil }
      return Finding(
        row: name,
        sentence: "what fits into \(FigureText.counted(airTime, "minute")) reaches at most \(figure(byTime))")
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
  func shareFindings(_ least: [Count]) -> [Finding] {
    guard let count = least.max(by: { $0.number < $1.number }) else { return [] }
    return hardRules.flatMap { rule, block -> [Finding] in
      switch rule {
      case let share as ShareRule where share.measure.isCount && share.whole.clauses.isEmpty:
        return shareFinding(share, block, count.number).map { [$0] } ?? []
      case let average as AverageRule where average.condition.clauses.isEmpty:
        return averageFindings(average, block)
      default: return []
      }
    }
  }

  private func shareFinding(_ share: ShareRule, _ block: RowBlock, _ number: Double) -> Finding? {
    // In either row what is part of the share has more than what is not.
    func supply(_ isPart: Bool, _ row: Int, _ end: Double) -> Int {
      styles.count { options in
        options.contains { abs(coefficient($0, row) - (isPart ? 1 - end : -end)) < 1e-9 }
      }
    }
    let name = named(block.rule, share.range, .share)
    let (lower, upper) = (share.range.lower, share.range.upper)
    if lower > 0, lower <= 1 {
      let needed = lower * number
      let there = supply(true, block.firstRow, lower)
      if Double(there) < needed - tolerance(needed) {
        return Finding(
          row: name,
          sentence: "\(FigureText.percent(lower)) of at least \(items(number)) is "
            + "\(FigureText.value(needed, .count)), \(candidates(there)) towards it")
      }
    }
    if upper >= 0, upper < 1 {
      let needed = (1 - upper) * number
      let there = supply(false, block.firstRow + block.count - 1, upper)
      if Double(there) < needed - tolerance(needed) {
        return Finding(
          row: name,
          sentence: "of at least \(items(number)) \(FigureText.value(needed, .count)) must be others, "
            + "\(there) \(there == 1 ? "candidate is" : "candidates are")")
      }
    }
    return nil
  }

  private func candidates(_ number: Int) -> String {
    number == 1 ? "1 candidate counts" : "\(number) candidates count"
  }

  private func averageFindings(_ average: AverageRule, _ block: RowBlock) -> [Finding] {
    let name = named(block.rule, average.range, .average)
    func all(_ row: Int, _ test: (Double) -> Bool) -> Bool {
      !styles.isEmpty && styles.allSatisfy { test(coefficient($0.lowerBound, row)) }
    }
    let column = "`\(average.column)`"
    if average.range.lower > -.infinity, all(block.firstRow, { $0 < -tolerance(average.range.lower) }) {
      return [Finding(row: name, sentence: "every candidate's \(column) is below it")]
    }
    if average.range.upper < .infinity,
      all(block.firstRow + block.count - 1, { $0 > tolerance(average.range.upper) })
    {
      return [Finding(row: name, sentence: "every candidate's \(column) is above it")]
    }
    return []
  }
}
