import Optimization

/// What counting and adding up show to be impossible, before any solving: more items than minutes, quotas
/// that come to more than the items, locks beyond a limit, a goal that the best items do not reach.
///
/// Every finding is a proof by itself; that there is none proves nothing.
struct CountArithmetic {
  /// Something that cannot hold, in words.
  struct Finding {
    /// The row that asks for it, with its range: `` `air time` (..174) ``.
    var row: String
    /// Why not: `60 items of at least 3 minutes take 180 minutes, 174 are there`.
    var sentence: String
  }

  /// A number of items that some hard rule asks for, or lets in.
  struct Count {
    var rule: String
    var number: Double
    /// Whether it is the rule's own number and not a sum of quotas.
    var isPlain: Bool
    /// Items that must have a pitch, by position, where the rule says so.
    var byPitch: [(pitch: Int, number: Double)] = []
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
      range.lazy.map { pitches[Int(show.options.pitches[$0])].minutes }.min() ?? 0
    }
    locked = show.scenario.locks.compactMap { lock in
      guard let row = show.catalog.row(ofSPU: lock.spu), let style = styleOfRow[Int32(row)] else {
        return nil
      }
      let own = styles[style].filter {
        lock.pitch == nil || pitches[Int(show.options.pitches[$0])].name == lock.pitch
      }
      return own.isEmpty ? nil : (lock.spu, style, own)
    }
  }

  func findings() -> [Finding] { sums() + ratios() }

  /// What counts, minutes and sums show.
  func sums() -> [Finding] {
    let least = leastCounts()
    let most = mostCounts()
    return lockFindings() + countFindings(least, most) + minuteFindings(least)
      + sumFindings(most.map(\.number).min() ?? .infinity)
  }

  /// What shares and averages show.
  func ratios() -> [Finding] { shareFindings(leastCounts()) }

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

  func named(_ name: String, _ bounds: Bounds, _ kind: RuleCheck.Kind) -> String {
    "`\(name)` (\(FigureText.range(bounds, kind)))"
  }

  func items(_ number: Double) -> String { FigureText.counted(number, "item") }

  // MARK: Counts

  /// How many items hard rules ask for at least.
  private func leastCounts() -> [Count] {
    hardRules.compactMap { rule, block in
      switch rule {
      case let sum as SumRule where sum.measure.isCount && sum.condition.clauses.isEmpty:
        return Count(rule: block.rule, number: whole(sum.range).least, isPlain: true)
      case let split as SplitRule where show.hasOneValueAStyle(split):
        var count = Count(rule: block.rule, number: 0, isPlain: false)
        for quota in split.quotas { count.number += whole(quota.range).least }
        if HeaderName.normalized(split.attribute) == Attribute.pitchName {
          count.byPitch = split.quotas.compactMap { quota in
            show.scenario.pitches.firstIndex { $0.name == quota.value }.map {
              ($0, whole(quota.range).least)
            }
          }
        }
        return count
      case let each as EachRule where show.hasOneValueAStyle(each.attribute):
        return Count(rule: block.rule, number: whole(each.range).least * Double(block.count), isPlain: false)
      default: return nil
      }
    }.filter { $0.number > 0 }
  }

  /// How many items hard rules let in at most.
  private func mostCounts() -> [Count] {
    let supplies = show.supplyOfRows().counts
    return hardRules.compactMap { rule, block in
      switch rule {
      case let sum as SumRule where sum.measure.isCount && sum.condition.clauses.isEmpty:
        return Count(rule: block.rule, number: whole(sum.range).most, isPlain: true)
      case is SplitRule, is EachRule:
        let rows = block.firstRow..<block.firstRow + block.count
        let inside = rows.reduce(0) { $0 + min(whole(bounds($1)).most, Double(supplies[$1])) }
        return Count(rule: block.rule, number: inside + Double(stylesBeside(rows)), isPlain: false)
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

  private func countFindings(_ least: [Count], _ most: [Count]) -> [Finding] {
    guard let low = least.max(by: { $0.number < $1.number }),
      let high = most.filter({ $0.rule != low.rule }).min(by: { $0.number < $1.number }),
      low.number > high.number
    else { return [] }
    let asked =
      low.isPlain
      ? "at least \(items(low.number)) \(low.number == 1 ? "is" : "are") asked for"
      : "the quotas come to at least \(items(low.number))"
    let figure = FigureText.value(high.number, .count)
    let verb = high.number == 1 ? "is" : "are"
    let name = "`\(high.rule)`"
    let allowed =
      !high.isPlain
      ? "the quotas of \(name) let in at most \(figure)"
      : high.rule == Scenario.itemsRow ? "\(figure) \(verb) allowed" : "\(name) allows \(figure)"
    return [Finding(row: "`\(low.rule)`", sentence: "\(asked) where \(allowed)")]
  }
}

extension Show {
  /// Whether a style counts towards one of the quotas that ask for something at most.
  func hasOneValueAStyle(_ split: SplitRule) -> Bool {
    if hasOneValueAStyle(split.attribute) { return true }
    guard case .found(let position)? = catalog.lookup(split.attribute),
      case .numbers = catalog.columns[position].values
    else { return false }
    let bands = split.quotas.filter { $0.range.lower > 0 }.compactMap {
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
