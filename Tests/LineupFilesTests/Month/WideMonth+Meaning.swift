import GLPK
import Lineup

/// What a small month means: rows of numbers, and the best of all plans.
extension WideMonth {
  /// A row over the options of all shows, on items or on units.
  struct Row {
    var show: String?
    var rule: String
    var name: String
    var lower = -Double.infinity
    var upper = Double.infinity
    var penalty: Double?
    var isOfUnits = false
    var coefficients: [Option: Double] = [:]
    /// Whether all rows of its rule are one to those who are told of a clash.
    var isOneWithItsRule = false
  }

  func demand(_ option: Option) -> Double {
    min(styles[option.style].stock, styles[option.style].forecast * pitches[option.pitch].lift)
  }

  func place(_ show: Int) -> Place {
    Place(show: shows[show].name, level: shows[show].level, series: shows[show].series, day: shows[show].day)
  }

  /// The options of a show.
  func options(_ show: Int) -> [Option] {
    styles.indices.filter { styles[$0].stock > 0 }.flatMap { style in
      pitches.indices.filter { !pitches[$0].isForHeroes || styles[style].roles.contains("hero") }
        .map { Option(show: show, style: style, pitch: $0) }
    }
  }

  /// An option by names; `nil` where there is none.
  func option(_ show: Int, _ spu: String, _ pitch: String) -> Option? {
    guard let style = styles.firstIndex(where: { $0.spu == spu }),
      let pitch = pitches.firstIndex(where: { $0.name == pitch })
    else { return nil }
    return Option(show: show, style: style, pitch: pitch)
  }

  var allOptions: [Option] { shows.indices.flatMap(options) }

  private func meets(_ option: Option, _ test: Test) -> Bool {
    test.isMet(styles[option.style], pitches[option.pitch].name, place(option.show))
  }

  /// What an option adds to a measure, for each unit where the measure counts units.
  func value(_ measure: String, _ option: Option) -> Double {
    let style = styles[option.style]
    return switch measure {
    case "items", "units": 1
    case "minutes": pitches[option.pitch].minutes
    case "gmv": style.price
    case "margin": style.cost.map { style.price - $0 } ?? 0
    default: style.points
    }
  }

  static func isOfUnits(_ measure: String) -> Bool { ["units", "gmv", "margin"].contains(measure) }

  /// Values of an attribute that a style has.
  private func values(_ attribute: String, _ style: Style, _ place: Place) -> [String] {
    switch attribute {
    case "brand": style.brand.map { [$0] } ?? []
    case "role": style.roles
    case "points": [String(Int(style.points))]
    case "level": [place.level]
    case "weekday": [Self.weekday(place.day)]
    default: [style.spu]
    }
  }

  /// Every row that must or should hold; penalties of shows are weighted.
  var rows: [Row] {
    var rows: [Row] = []
    for (index, show) in shows.enumerated() {
      let own = options(index)
      rows.append(
        Row(
          show: show.name, rule: "items", name: "items", lower: Double(show.items.lowerBound),
          upper: Double(show.items.upperBound),
          coefficients: Dictionary(uniqueKeysWithValues: own.map { ($0, 1) })))
      rows.append(
        Row(
          show: show.name, rule: "air time", name: "air time", upper: show.minutes,
          coefficients: Dictionary(uniqueKeysWithValues: own.map { ($0, value("minutes", $0)) })))
      if let goal = show.goal {
        rows.append(
          Row(
            show: show.name, rule: "sales goal", name: "sales goal", lower: goal, isOfUnits: true,
            coefficients: Dictionary(uniqueKeysWithValues: own.map { ($0, value("gmv", $0)) })))
      }
      for rule in show.rules {
        for var row in self.rows(rule, over: own) {
          row.show = show.name
          if case .each = rule.form { row.isOneWithItsRule = true }
          row.penalty = row.penalty.map { $0 * show.weight }
          rows.append(row)
        }
      }
    }
    for rule in rules { rows += self.rows(rule, over: allOptions) }
    return rows
  }

  private func rows(_ rule: Rule, over options: [Option]) -> [Row] {
    func row(_ name: String, _ ends: Ends, isOfUnits: Bool = false, _ coefficient: (Option) -> Double) -> Row
    {
      Row(
        rule: rule.name, name: name, lower: ends.lower ?? -.infinity, upper: ends.upper ?? .infinity,
        penalty: rule.penalty, isOfUnits: isOfUnits,
        coefficients: Dictionary(uniqueKeysWithValues: options.map { ($0, coefficient($0)) }))
    }
    func sides(isOfUnits: Bool, _ part: (Option) -> Double, _ whole: (Option) -> Double) -> [Row] {
      var rows: [Row] = []
      if let lower = rule.ends.lower {
        rows.append(row(rule.name, Ends(lower: 0), isOfUnits: isOfUnits) { part($0) - lower * whole($0) })
      }
      if let upper = rule.ends.upper {
        rows.append(row(rule.name, Ends(upper: 0), isOfUnits: isOfUnits) { part($0) - upper * whole($0) })
      }
      return rows
    }
    switch rule.form {
    case .sum(let measure, let test):
      return [
        row(rule.name, rule.ends, isOfUnits: Self.isOfUnits(measure)) {
          meets($0, test) ? value(measure, $0) : 0
        }
      ]
    case .share(let measure, let test, let whole):
      return sides(
        isOfUnits: Self.isOfUnits(measure),
        { meets($0, test) && meets($0, whole) ? value(measure, $0) : 0 },
        { meets($0, whole) ? value(measure, $0) : 0 })
    case .average(let test):
      return sides(
        isOfUnits: false, { meets($0, test) ? value("points", $0) : 0 }, { meets($0, test) ? 1 : 0 })
    case .split(let attribute, let quotas, let test):
      return quotas.map { value, ends in
        row("\(rule.name): \(value)", ends) {
          meets($0, test) && values(attribute, styles[$0.style], place($0.show)).contains(value) ? 1 : 0
        }
      }
    case .each(let attribute, let test):
      let occurring = Set(
        options.filter { meets($0, test) }
          .flatMap { values(attribute, styles[$0.style], place($0.show)) })
      return occurring.sorted().map { value in
        row("\(rule.name): \(value)", rule.ends) {
          meets($0, test) && values(attribute, styles[$0.style], place($0.show)).contains(value) ? 1 : 0
        }
      }
    case .appearances(let days, let per, let test, let shows):
      return appearances(rule, days: days, per: per ?? "spu", test, shows)
    }
  }

  private func appearances(_ rule: Rule, days: Int?, per: String, _ test: Test, _ shows: Test) -> [Row] {
    func isIn(_ place: Place) -> Bool { shows.isMet(styles[0], "", place) }
    let showDays = self.shows.indices.filter { isIn(place($0)) }.map { self.shows[$0].day }
    let past = aired.filter { tray in
      isIn(Place(show: nil, level: tray.level, series: tray.series, day: tray.day))
        && styles.contains { $0.spu == tray.spu }
    }
    var windows: [ClosedRange<Int>]
    if let days {
      let all = Set(showDays + past.map(\.day)).sorted().map { $0...($0 + days - 1) }
      func content(_ window: ClosedRange<Int>) -> Set<Int> {
        Set((showDays + past.map(\.day)).filter(window.contains))
      }
      windows = all.filter { window in
        showDays.contains(where: window.contains)
          && !all.contains { $0 != window && content(window).isSubset(of: content($0)) }
      }
    } else {
      windows = [period ?? (self.shows.map(\.day).min() ?? 1)...(self.shows.map(\.day).max() ?? 1)]
        .filter { showDays.contains(where: $0.contains) }
    }
    let options = allOptions.filter { isIn(place($0.show)) && meets($0, test) }
    let occurring = Set(options.flatMap { values(per, styles[$0.style], place($0.show)) }).sorted()
    return windows.flatMap { window in
      occurring.flatMap { value -> [Row] in
        let count = past.count { tray in
          guard window.contains(tray.day), let style = styles.first(where: { $0.spu == tray.spu }) else {
            return false
          }
          let place = Place(show: nil, level: tray.level, series: tray.series, day: tray.day)
          return test.isMet(style, tray.pitch, place) && values(per, style, place).contains(value)
        }
        let counted = options.filter {
          window.contains(self.shows[$0.show].day)
            && values(per, styles[$0.style], place($0.show)).contains(value)
        }
        let row = Row(
          rule: rule.name, name: rule.name, penalty: rule.penalty,
          coefficients: Dictionary(uniqueKeysWithValues: counted.map { ($0, 1) }))
        var (least, most) = (row, row)
        least.name = "\(rule.name): \(value)"
        least.lower = rule.ends.lower.map { $0 - Double(count) } ?? -.infinity
        most.upper = rule.ends.upper.map { max(0, $0 - Double(count)) } ?? .infinity
        return [least, most].filter { $0.lower > 0 || $0.upper < .infinity }
      }
    }
  }

  // MARK: Every plan

  /// What else a plan is asked for.
  struct Wishes {
    /// The items that a show keeps.
    var fixed: [Int: [Option]] = [:]
    /// What a style gains on a show by being there.
    var bonus: [Int: [Int: Double]] = [:]
    /// Options that may be held less than their least part.
    var free: Set<Option> = []
    /// Which rows count.
    var isKept: (Row) -> Bool = { _ in true }
    /// Any plan will do.
    var isFirstEnough = false
  }

  private func fixedGain(_ option: Option, _ wishes: Wishes) -> Double {
    (objectives[shows[option.show].level] ?? []).reduce(wishes.bonus[option.show]?[option.style] ?? 0) {
      $0 + (Self.isOfUnits($1.0) ? 0 : shows[option.show].weight * $1.1 * value($1.0, option))
    }
  }

  private func unitGain(_ option: Option) -> Double {
    (objectives[shows[option.show].level] ?? []).reduce(0) {
      $0 + (Self.isOfUnits($1.0) ? shows[option.show].weight * $1.1 * value($1.0, option) : 0)
    }
  }

  private func least(_ option: Option, _ wishes: Wishes) -> Double {
    wishes.free.contains(option) ? 0 : hold * demand(option)
  }

  /// How many plans there are to try.
  func planCount(_ wishes: Wishes = Wishes()) -> Int {
    let rows = rows.filter { wishes.isKept($0) }
    return shows.indices.reduce(1) { $0 * selections($1, rows, wishes).count }
  }

  private func selections(_ show: Int, _ rows: [Row], _ wishes: Wishes) -> [[Option]] {
    if let fixed = wishes.fixed[show] { return [fixed] }
    var all: [[Option]] = [[]]
    for style in styles.indices {
      let own = options(show).filter { $0.style == style }
      all += all.flatMap { known in own.map { known + [$0] } }
    }
    let hard = rows.filter { $0.show == shows[show].name && $0.penalty == nil && !$0.isOfUnits }
    return all.filter { items in
      hard.allSatisfy { row in
        miss(row, items.reduce(0.0) { $0 + (row.coefficients[$1] ?? 0) }) <= 1e-6
      }
    }
  }

  private func miss(_ row: Row, _ activity: Double) -> Double {
    max(0, row.lower - activity, activity - row.upper)
  }

  /// Penalties of rows at given units, and what is missed of those that must hold.
  func measured(
    _ plan: [Option: Double], _ rows: [Row]
  ) -> (penalties: Double, missed: Row?) {
    var penalties = 0.0
    var missed: Row?
    for row in rows {
      var sum = 0.0
      for (option, units) in plan {
        sum += (row.coefficients[option] ?? 0) * (row.isOfUnits ? units : 1)
      }
      let miss = miss(row, sum)
      if let penalty = row.penalty {
        penalties += penalty * miss
      } else if miss > 1e-5 * max(1, row.lower.isFinite ? abs(row.lower) : abs(row.upper)) {
        missed = row
      }
    }
    return (penalties, missed)
  }

  /// What a plan is worth, its penalties aside.
  func gain(_ plan: [Option: Double], _ wishes: Wishes = Wishes()) -> Double {
    plan.reduce(0) { $0 + fixedGain($1.key, wishes) + unitGain($1.key) * $1.value }
  }

  /// The best plan's value; `nil` where there is none.
  func bestValue(_ wishes: Wishes = Wishes()) throws -> Double? {
    let kept = rows.filter { row in
      guard wishes.isKept(row) else { return false }
      // The rows of a show that keeps its items were heeded when they were chosen.
      let isFixed = wishes.fixed.keys.contains { shows[$0].name == row.show }
      return !(isFixed && row.penalty == nil)
    }
    let itemRows = kept.filter { !$0.isOfUnits }
    let unitRows = kept.filter(\.isOfUnits)
    var best: Double?
    var plans: [(items: [Option], most: Double, penalties: Double)] = []
    func extend(_ items: [Option], _ all: ArraySlice<[[Option]]>) throws {
      if let first = all.first {
        for selection in first { try extend(items + selection, all.dropFirst()) }
        return
      }
      for style in styles.indices {
        let held = items.filter { $0.style == style }.reduce(0) { $0 + least($1, wishes) }
        if held > styles[style].stock + 1e-6 { return }
      }
      let (penalties, missed) = measured(Dictionary(uniqueKeysWithValues: items.map { ($0, 0) }), itemRows)
      if missed != nil { return }
      let most = items.reduce(0) { $0 + fixedGain($1, wishes) + max(0, unitGain($1) * demand($1)) }
      plans.append((items, most - penalties, penalties))
    }
    try extend([], shows.indices.map { selections($0, itemRows, wishes) }[...])
    plans.sort { $0.most > $1.most }
    for plan in plans {
      if let best, plan.most <= best + 1e-9 { break }
      if let value = try allotted(plan.items, unitRows, wishes) {
        best = max(best ?? -.infinity, value - plan.penalties)
        if wishes.isFirstEnough { return best }
      }
    }
    return best
  }

  /// What items are worth with the best units.
  private func allotted(_ items: [Option], _ rows: [Row], _ wishes: Wishes) throws -> Double? {
    if items.isEmpty {
      let (penalties, missed) = measured([:], rows)
      return missed == nil ? -penalties : nil
    }
    var problem = LinearProblem()
    for style in styles { try problem.addRow(lower: -.infinity, upper: style.stock) }
    for row in rows { try problem.addRow(lower: row.lower, upper: row.upper) }
    for item in items {
      var entries: [(Int32, Double)] = [(Int32(item.style), 1)]
      for (index, row) in rows.enumerated() {
        if let value = row.coefficients[item], value != 0 {
          entries.append((Int32(styles.count + index), value))
        }
      }
      try problem.addColumn(
        objective: unitGain(item), lower: least(item, wishes), upper: demand(item),
        rows: entries.map(\.0), coefficients: entries.map(\.1))
    }
    for (index, row) in rows.enumerated() {
      guard let penalty = row.penalty else { continue }
      for side in [1.0, -1.0] {
        try problem.addColumn(
          objective: -penalty, lower: 0, upper: .infinity, rows: [Int32(styles.count + index)],
          coefficients: [side])
      }
    }
    guard case .optimal = try problem.solveRelaxation(.primal) else { return nil }
    return problem.relaxationValue + items.reduce(0) { $0 + fixedGain($1, wishes) }
  }
}
