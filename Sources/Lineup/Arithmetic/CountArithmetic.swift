import Optimization

/// What counting and adding up show to be impossible, before any solving: more items than minutes, quotas
/// that come to more than the items, locks beyond a limit, a goal that the best items do not reach.
///
/// Every finding is a proof by itself; that there is none proves nothing.
struct CountArithmetic {
  /// A number of items that some hard rule asks for, or lets in.
  struct Count {
    var count: CountFinding.ItemCount
    /// Items that must have a pitch, where the rule says so.
    var byPitch: [CountFinding.PitchCount] = []

    init(_ rule: String, _ number: Double, isPlain: Bool) {
      count = CountFinding.ItemCount(rule: rule, number: number, isPlain: isPlain)
    }

    var number: Double { count.number }
  }

  let show: Show
  let program: Program
  /// The options of each style that has any.
  let styles: [Range<Int>]
  /// Least minutes of each of these styles.
  let minutes: [Double]
  /// Locks that a tray can meet: the position of the style among `styles`, and its options.
  let locked: [(spu: String, style: Int, options: [Int])]

  /// - Complexity: O(options x rules).
  init(_ show: Show) {
    self.show = show
    program = show.formulation().program
    let rows = show.options.rows
    let pitches = show.scenario.pitches
    var styles: [Range<Int>] = []
    var styleOfRow: [Int32: Int] = [:]
    let lockedRows = Set(show.scenario.locks.compactMap { show.catalog.row(ofSPU: $0.spu) }.map { Int32($0) })
    var start = 0
    for option in rows.indices where option + 1 == rows.count || rows[option + 1] != rows[option] {
      if lockedRows.contains(rows[option]) { styleOfRow[rows[option]] = styles.count }
      styles.append(start..<option + 1)
      start = option + 1
    }
    self.styles = styles
    minutes = styles.map { range in
      range.lazy.map { show.minutes(ofOption: $0) }.min() ?? 0
    }
    locked = show.scenario.locks.compactMap { lock in
      guard let row = show.catalog.row(ofSPU: lock.spu), let style = styleOfRow[Int32(row)] else {
        return nil
      }
      let own = styles[style].filter {
        (lock.pitch == nil || pitches[Int(show.options.pitches[$0])].name == lock.pitch)
          && (lock.offer == nil || (show.offerName(ofOption: $0) ?? OfferPlan.none) == lock.offer)
      }
      return own.isEmpty ? nil : (lock.spu, style, own)
    }
  }

  func findings() -> [CountFinding] { sums() + ratios() }

  /// What counts, minutes and sums show.
  func sums() -> [CountFinding] {
    let least = leastCounts()
    let most = mostCounts()
    return lockFindings() + countFindings(least, most) + minuteFindings(least)
      + sumFindings(most.map(\.number).min() ?? .infinity)
  }

  /// What shares and averages show.
  func ratios() -> [CountFinding] { shareFindings(leastCounts()) }

  // MARK: Rules and their rows

  /// The hard rules with their blocks of rows.
  var hardRules: [(rule: any RuleForm, block: RowBlock)] {
    zip(show.scenario.allRules, show.plan.blocks).compactMap { entry, block in
      entry.frame.penalty == nil && block.count > 0 ? (entry.rule, block) : nil
    }
  }

  func bounds(_ row: Int) -> Bounds { Bounds(lower: program.lower[row], upper: program.upper[row]) }

  func tolerance(_ bound: Double) -> Double { RowTolerance.widest(size: bound) }

  /// The whole numbers of items that a range lets in, its tolerance among them.
  private func whole(_ range: Bounds) -> (least: Double, most: Double) {
    (
      max(0, (range.lower - tolerance(range.lower)).rounded(.up)),
      max(0, (range.upper + tolerance(range.upper)).rounded(.down))
    )
  }

  /// What an option adds to a row.
  func coefficient(_ option: Int, _ row: Int) -> Double {
    for position in program.columnStart[option]..<program.columnStart[option + 1]
    where Int(program.rowIndex[position]) == row {
      return program.coefficient[position]
    }
    return 0
  }

  // MARK: Counts

  /// How many items hard rules ask for at least.
  private func leastCounts() -> [Count] {
    hardRules.compactMap { rule, block in
      switch rule.arithmetic {
      case .sum(let measure, let range, isOfAll: true) where measure.isCount:
        return Count(block.rule, whole(range).least, isPlain: true)
      case .quotas(let attribute, let quotas) where show.hasOneValueAStyle(attribute, quotas):
        var count = Count(block.rule, quotas.reduce(0) { $0 + whole($1.range).least }, isPlain: false)
        if HeaderName.normalized(attribute) == Attribute.pitchName {
          count.byPitch = quotas.compactMap { quota in
            show.scenario.pitches.first { $0.name == quota.value }.map {
              .init(pitch: $0.name, minutes: $0.minutes, number: whole(quota.range).least)
            }
          }
        }
        return count
      case .each(let attribute, let range) where show.hasOneValueAStyle(attribute):
        return Count(block.rule, whole(range).least * Double(block.count), isPlain: false)
      default: return nil
      }
    }.filter { $0.number > 0 }
  }

  /// How many items hard rules let in at most.
  private func mostCounts() -> [Count] {
    let supplies = show.supplyOfRows().counts
    return hardRules.compactMap { rule, block in
      switch rule.arithmetic {
      case .sum(let measure, let range, isOfAll: true) where measure.isCount:
        return Count(block.rule, whole(range).most, isPlain: true)
      case .quotas, .each:
        let rows = block.firstRow..<block.firstRow + block.count
        let inside = rows.reduce(0) { $0 + min(whole(bounds($1)).most, Double(supplies[$1])) }
        return Count(block.rule, inside + Double(stylesBeside(rows)), isPlain: false)
      default: return nil
      }
    }.filter { $0.number < .infinity }
  }

  /// Styles with an option that is in none of the rows.
  private func stylesBeside(_ rows: Range<Int>) -> Int {
    styles.count { options in
      options.contains { option in
        !(program.columnStart[option]..<program.columnStart[option + 1]).contains {
          rows.contains(Int(program.rowIndex[$0]))
        }
      }
    }
  }

  private func countFindings(_ least: [Count], _ most: [Count]) -> [CountFinding] {
    guard let low = least.max(by: { $0.number < $1.number })?.count,
      let high = most.filter({ $0.count.rule != low.rule }).min(by: { $0.number < $1.number })?.count,
      low.number > high.number
    else { return [] }
    return [CountFinding(row: low.rule, reason: .items(least: low, most: high))]
  }
}

extension Show {
  /// Whether a style counts towards one of the quotas that ask for something at most.
  func hasOneValueAStyle(_ attribute: String, _ quotas: [RuleArithmetic.Quota]) -> Bool {
    if hasOneValueAStyle(attribute) { return true }
    guard case .found(let position)? = catalog.lookup(attribute),
      case .numbers = catalog.columns[position].values
    else { return false }
    let bands = quotas.filter { $0.range.lower > 0 }.compactMap {
      try? Bounds(reading: $0.value, shares: false)
    }.sorted { $0.lower < $1.lower }
    return zip(bands, bands.dropFirst()).allSatisfy { $0.upper < $1.lower }
  }

  /// Whether a style counts towards one value of an attribute at most.
  func hasOneValueAStyle(_ attribute: String) -> Bool {
    guard case .found(let position)? = catalog.lookup(attribute) else {
      return [Attribute.pitchName, Attribute.inSeasonName].contains(HeaderName.normalized(attribute))
    }
    if case .text = catalog.columns[position].values { return true }
    return false
  }
}
