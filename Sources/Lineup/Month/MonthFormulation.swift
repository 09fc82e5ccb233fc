import JointPlanning
import Optimization

/// The program of a month: its shows as blocks, its rules as constraints and limits.
struct MonthFormulation: Sendable {
  var program = JointProgram()
  /// The rule and the row's name of each constraint.
  private(set) var constraintNames: [(rule: String, row: String)] = []
  /// The rule of each style limit and group limit, and the first day of its window where it has days.
  private(set) var styleLimitRules: [(rule: String, first: Day?)] = []
  private(set) var groupLimitRules: [(rule: String, first: Day?, values: [String])] = []
  /// How many columns of each block are options; switches follow.
  private(set) var optionCounts: [Int] = []

  /// - Throws: every name and value in the month's rules that the catalog does not know.
  init(_ month: BoundMonth) throws(LineupError) {
    program.styleCount = month.catalog.count
    program.stock = (month.catalog.numbers(.stock) ?? []).map { $0.isNaN ? 0 : max(0, $0) }
    if program.stock.isEmpty { program.stock = Array(repeating: 0, count: month.catalog.count) }
    var nextPrivate = Int32(month.catalog.count)
    for show in month.shows {
      program.blocks.append(
        show.show.block(hold: month.month.hold, weight: show.weight, privateStyle: &nextPrivate))
      optionCounts.append(show.show.optionCount)
    }
    var problems: [Problem] = []
    addRules(month, &problems)
    addAppearances(month, &problems)
    if !problems.isEmpty { throw LineupError(problems) }
  }

  // MARK: Rules of sums

  /// What a month's rule adds to a show, before it is put together with the others.
  private struct Part {
    var plan: RowPlan
    var show: Show
  }

  private mutating func addRules(_ month: BoundMonth, _ problems: inout [Problem]) {
    let rules = month.month.rules.compactMap { rule -> (MonthRule, NamedRule)? in
      if case .items(let named) = rule.form { (rule, named) } else { nil }
    }
    let places = month.shows.map(\.place)
    var constraintOfRow: [String: Int] = [:]
    var sumOfRow: [String: Int32] = [:]
    var ruleOfRow: [String: String] = [:]
    var wholeSums: [String: Int32] = [:]
    var mosts: [Int: Double] = [:]
    var entries = month.shows.map { _ in [(option: Int32, sum: Int32, coefficient: Double)]() }
    var binding = RuleBinding(showCount: month.shows.count)
    for (position, show) in month.shows.enumerated() where !rules.isEmpty {
      let (plan, rulesOfRow) = binding.plan(rules.map(\.1), show.show, at: show.place, among: places)
      for row in plan.lower.indices {
        let name = plan.name(ofRow: row)
        let rule = rulesOfRow[row]
        let key = "\(rule)\u{0}\(name)"
        if let other = ruleOfRow[name], other != rule {
          let location = rules.first { $0.0.name == rule }?.0.location
          var problem = Problem(.duplicateRow(name, other: other), at: location)
          problem.rule = rule
          if !problems.contains(problem) { problems.append(problem) }
        }
        ruleOfRow[name] = ruleOfRow[name] ?? rule
        if constraintOfRow[key] == nil {
          let sum = Int32(program.sumIsOfUnits.count)
          constraintOfRow[key] = program.constraints.count
          sumOfRow[key] = sum
          let terms = plan.terms.filter { $0.rows.enters(row) }
          program.sumIsOfUnits.append(terms.contains { $0.measure.isOfUnits })
          program.constraints.append(
            JointProgram.Constraint(
              JointProgram.Range(lower: plan.lower[row], upper: plan.upper[row], penalty: plan.penalty[row]),
              entries: [(sum, 1)]))
          constraintNames.append((rule, name))
        }
      }
      let names = plan.lower.indices.map { "\(rulesOfRow[$0])\u{0}\(plan.name(ofRow: $0))" }
      for term in plan.terms {
        if term.isCompared, term.scope.isAll, case .one(let row) = term.rows,
          let constraint = constraintOfRow[names[Int(row)]]
        {
          let kind = term.measure.kind
          let whole = wholeSums[kind] ?? Int32(program.sumIsOfUnits.count)
          if wholeSums[kind] == nil {
            wholeSums[kind] = whole
            program.sumIsOfUnits.append(term.measure.isOfUnits)
          }
          if !program.constraints[constraint].entries.contains(where: { $0.sum == whole }) {
            program.constraints[constraint].entries.append((whole, term.factor))
          }
          continue
        }
        show.show.options.forEach(in: term.scope, 0..<show.show.optionCount) { option, row, pitch in
          let value = show.show.valuePerUnit(of: term.measure, option: option) * term.factor
          if value == 0 { return }
          term.rows.forEachRow(ofStyle: row, pitch: pitch, offer: show.show.options.offer(option)) {
            guard let sum = sumOfRow[names[Int($0)]] else { return }
            entries[position].append((Int32(option), sum, value))
          }
        }
      }
      noteSizes(plan, names, constraintOfRow, show.show, into: &mosts)
    }
    problems += binding.problems
    for (position, show) in month.shows.enumerated() {
      for (kind, sum) in wholeSums.sorted(by: { $0.value < $1.value }) {
        guard let measure = show.show.measure(ofKind: kind, rules.map(\.1)) else { continue }
        for option in 0..<show.show.optionCount {
          let value = show.show.valuePerUnit(of: measure, option: option)
          if value != 0 { entries[position].append((Int32(option), sum, value)) }
        }
      }
      program.blocks[position].shared = Self.entries(
        entries[position], optionCount: program.blocks[position].optionCount)
    }
    for (constraint, most) in mosts {
      program.constraints[constraint].range.tolerance = RowTolerance.widest(
        size: most * (1 + 4 * RowTolerance.relative))
    }
  }

  /// How much the sums can come to that a row compares: what may be missed is measured by it.
  private func noteSizes(
    _ plan: RowPlan, _ names: [String], _ constraintOfRow: [String: Int], _ show: Show,
    into mosts: inout [Int: Double]
  ) {
    for term in plan.terms where term.isCompared {
      guard case .one(let row) = term.rows, let constraint = constraintOfRow[names[Int(row)]] else {
        continue
      }
      var greatest = 0.0
      for option in 0..<show.optionCount {
        greatest = max(greatest, abs(term.factor * show.value(of: term.measure, option: option)))
      }
      let places = show.scenario.show.items.map {
        $0.upper.isFinite ? $0.upper : Double(show.candidates.count)
      }
      mosts[constraint, default: 1] += greatest * (places ?? Double(show.candidates.count))
    }
  }

  private static func entries(
    _ list: [(option: Int32, sum: Int32, coefficient: Double)], optionCount: Int
  ) -> JointProgram.Entries {
    var start = [Int](repeating: 0, count: optionCount + 1)
    for entry in list { start[Int(entry.option) + 1] += 1 }
    for option in 0..<optionCount { start[option + 1] += start[option] }
    var next = start
    var order = [Int32](repeating: 0, count: list.count)
    for (index, entry) in list.enumerated() {
      order[next[Int(entry.option)]] = Int32(index)
      next[Int(entry.option)] += 1
    }
    var entries = JointProgram.Entries()
    for option in 0..<optionCount {
      var sums: [(row: Int32, coefficient: Double)] = []
      for place in start[option]..<start[option + 1] {
        let entry = list[Int(order[place])]
        if let known = sums.firstIndex(where: { $0.row == entry.sum }) {
          sums[known].coefficient += entry.coefficient
        } else {
          sums.append((entry.sum, entry.coefficient))
        }
      }
      entries.append(sums)
    }
    return entries
  }

  // MARK: Appearances

  private mutating func addAppearances(_ month: BoundMonth, _ problems: inout [Problem]) {
    for position in program.blocks.indices {
      program.blocks[position].limitMask = Array(repeating: 0, count: program.blocks[position].optionCount)
    }
    let rules = month.month.rules.compactMap { rule -> (MonthRule, Appearances)? in
      if case .appearances(let appearances) = rule.form { (rule, appearances) } else { nil }
    }
    guard rules.count <= 60 else {
      problems.append(
        Problem(
          .other("the month has \(rules.count) rules by \"appearances\"; at most 60 can be planned"),
          at: rules[60].0.location))
      return
    }
    let places = month.shows.map(\.place)
    var binding = RuleBinding(showCount: month.shows.count)
    for (bit, (rule, appearances)) in rules.enumerated() {
      binding.begin(rule.name)
      let counting = month.shows.enumerated().map { position, show -> Scope? in
        guard show.place.meets(appearances.shows) else { return nil }
        return binding.scope(appearances.condition, show.show, at: show.place, among: places)
      }
      for (position, scope) in counting.enumerated() {
        guard let scope else { continue }
        month.shows[position].show.options.forEach(in: scope, 0..<month.shows[position].show.optionCount) {
          option, _, _ in
          program.blocks[position].limitMask[option] |= 1 << UInt64(bit)
        }
      }
      guard let groups = binding.groups(appearances, month) else { continue }
      let airedGroups = month.aired.map { item -> [Int32] in
        guard let row = month.catalog.row(ofSPU: item.spu),
          binding.counts(item, appearances.condition, month, row: row)
        else { return [] }
        return groups.values == nil ? [Int32(row)] : Array(groups.index.groups(of: Int32(row)))
      }
      for window in month.windows(of: appearances) {
        var used: [Int32: Int] = [:]
        for item in window.aired { for group in airedGroups[item] { used[group, default: 0] += 1 } }
        let first = appearances.days == nil ? nil : window.first
        if appearances.range.upper.isFinite {
          // Fewer than one more is none.
          let most = Int(max(0, (appearances.range.upper + 1e-6).rounded(.down)))
          if groups.values == nil, rule.penalty == nil {
            program.styleLimits.append(.init(rule: bit, blocks: window.shows, most: most, used: used))
            styleLimitRules.append((rule.name, first))
          } else {
            program.groupLimits.append(
              .init(
                rule: bit, blocks: window.shows, most: most, used: used, groups: groups.index,
                penalty: rule.penalty ?? .infinity))
            groupLimitRules.append((rule.name, first, groups.values ?? []))
          }
        }
        if appearances.range.lower > 0 {
          addLeast(rule, appearances, bit: bit, window: window, groups: groups, used: used, month)
        }
      }
    }
    problems += binding.problems
  }

  /// A row for each value that occurs: at least so many items with it.
  private mutating func addLeast(
    _ rule: MonthRule, _ appearances: Appearances, bit: Int, window: MonthWindow, groups: RuleBinding.Groups,
    used: [Int32: Int], _ month: BoundMonth
  ) {
    var sumOfGroup: [Int32: Int32] = [:]
    for position in window.shows {
      var entries: [(option: Int32, sum: Int32, coefficient: Double)] = []
      let block = program.blocks[position]
      for option in 0..<optionCounts[position] where block.limitMask[option] & (1 << UInt64(bit)) != 0 {
        let style = block.style[option]
        for group in groups.values == nil ? [style] : Array(groups.index.groups(of: style)) {
          let sum = sumOfGroup[group] ?? Int32(program.sumIsOfUnits.count)
          if sumOfGroup[group] == nil {
            sumOfGroup[group] = sum
            program.sumIsOfUnits.append(false)
            program.constraints.append(
              JointProgram.Constraint(
                JointProgram.Range(
                  lower: appearances.range.lower - Double(used[group] ?? 0), upper: .infinity,
                  penalty: rule.penalty ?? .infinity), entries: [(sum, 1)]))
            let value = groups.values.map { $0[Int(group)] } ?? month.catalog.spus[Int(group)]
            constraintNames.append((rule.name, "\(rule.name): \(value)"))
          }
          entries.append((Int32(option), sum, 1))
        }
      }
      program.blocks[position].shared.merge(
        Self.entries(entries, optionCount: block.optionCount), optionCount: block.optionCount)
    }
  }
}

extension JointProgram.Entries {
  /// Puts further entries behind those of each option.
  fileprivate mutating func merge(_ other: JointProgram.Entries, optionCount: Int) {
    if other.row.isEmpty { return }
    var merged = JointProgram.Entries()
    for option in 0..<optionCount {
      var entries: [(row: Int32, coefficient: Double)] = []
      for entry in self[option] { entries.append((row[entry], coefficient[entry])) }
      for entry in other[option] { entries.append((other.row[entry], other.coefficient[entry])) }
      merged.append(entries)
    }
    self = merged
  }
}

extension RowSelector {
  /// Whether options may enter a row by it.
  fileprivate func enters(_ row: Int) -> Bool {
    switch self {
    case .one(let target): Int(target) == row
    case .codes(_, let rows): rows.rows.contains(Int32(row))
    case .bands(_, let bands): bands.contains { Int($0.row) == row }
    case .numbers(_, let rowOfNumber): rowOfNumber.values.contains(Int32(row))
    case .pitches(let rows), .offers(let rows): rows.contains(Int32(row))
    }
  }
}

extension Scope {
  /// Whether it holds for everything.
  var isAll: Bool { styleTests.isEmpty && pitches == nil && offers == nil && cases == nil }
}

extension BoundMeasure {
  var isOfUnits: Bool {
    switch self {
    case .units, .gmv, .margin, .saving: true
    case .items, .minutes, .stockValue, .offerPrice, .column: false
    }
  }

  /// What tells measures apart: a column's are told by its numbers' place, which is the same in every show.
  fileprivate var kind: String {
    switch self {
    case .items: "items"
    case .minutes: "minutes"
    case .units: "units"
    case .gmv: "gmv"
    case .margin: "margin"
    case .stockValue: "stock value"
    case .offerPrice: "offer price"
    case .saving: "saving"
    case .column: "column"
    }
  }
}
