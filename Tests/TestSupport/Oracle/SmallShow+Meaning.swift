/// What a small show means, written down from the contract as plainly as can be.
extension SmallShow {
  /// An option: a style by its position and a pitch.
  package struct Option: Sendable {
    package var style: Int
    package var pitch: Int

    package init(style: Int, pitch: Int) {
      self.style = style
      self.pitch = pitch
    }
  }

  /// A row of a result.
  package struct Row: Sendable {
    package var rule: String
    package var name: String
    package var lower: Double?
    package var upper: Double?
    package var actual: Double?
    package var holds: Bool
    package var isSoft: Bool
    /// What it costs where it is soft.
    package var penalty: Double
    /// A row of `each` that may be left out of a result.
    package var mayBeLeftOut = false
  }

  /// The pitches there are.
  package var allPitches: [Pitch] {
    pitches.isEmpty ? [Pitch(name: "standard", minutes: 3)] : pitches
  }

  // MARK: The catalog's cells

  /// What an attribute of an option is.
  enum Cell {
    case missing
    case texts([String])
    case number(Double)
    case truth(Bool)
  }

  func stock(_ style: Style) -> Double? { hasStock ? style.stock ?? defaults.stock : defaults.stock }

  func cost(_ style: Style) -> Double? { hasCost ? style.cost : nil }

  func gender(_ style: Style) -> String? { style.gender ?? defaults.gender }

  /// Units at lift 1 and season index 1; a missing forecast is 0.
  func forecast(_ style: Style) -> Double {
    switch demand {
    case .times(let times): return (style.weight ?? 0) * times
    case .views(let views): return (style.weight ?? 0) * views / 1000
    case nil:
      return (hasExpectedUnits ? style.expectedUnits ?? defaults.expectedUnits : defaults.expectedUnits) ?? 0
    }
  }

  /// The indices of season tags in this show.
  private var seasonTable: [(tag: String, index: Double)]? {
    switch season {
    case nil: return nil
    case .flat(let index): return index
    case .byRegion(let regions): return regions.first { $0.region == region }?.index ?? []
    case .calendar(let regions):
      let months = regions.first { $0.region == region }?.months ?? []
      return months.first { $0.month == month }?.index ?? []
    }
  }

  func seasonIndex(_ style: Style) -> Double {
    guard let table = seasonTable, !style.season.isEmpty else { return 1 }
    let indices = style.season.map { tag in
      tag == "all" ? 1 : table.first { $0.tag == tag }?.index ?? 1
    }
    return indices.max() ?? 1
  }

  func cell(_ attribute: String, _ style: Style, pitch: Pitch?) -> Cell {
    func text(_ text: String?) -> Cell { text.map { .texts([$0]) } ?? .missing }
    func tags(_ tags: [String]) -> Cell { tags.isEmpty ? .missing : .texts(tags) }
    func number(_ number: Double?) -> Cell { number.map { .number($0) } ?? .missing }
    switch attribute {
    case "spu": return .texts([style.spu])
    case "gender": return text(gender(style))
    case "brand": return text(style.brand)
    case "family": return text(style.family)
    case "season": return tags(style.season)
    case "role": return tags(style.role)
    case "colour": return tags(style.colour)
    case "price": return number(style.price)
    case "stock": return number(stock(style))
    case "cost": return number(cost(style))
    case "weight": return number(style.weight)
    case "score": return number(style.score)
    case "in_season": return .truth(seasonIndex(style) >= 1)
    case "pitch": return text(pitch?.name)
    default: return .missing
    }
  }

  func holds(_ condition: Condition, _ cell: Cell) -> Bool {
    switch (condition, cell) {
    case (.not(let inner), _): !holds(inner, cell)
    case (.anyOf(let inner), _): inner.contains { holds($0, cell) }
    case (.text(let text), .texts(let texts)): texts.contains(text)
    case (.truth(let asked), .truth(let truth)): asked == truth
    case (.range(let range), .number(let number)):
      number >= range.lower ?? -.infinity && number <= range.upper ?? .infinity
    default: false
    }
  }

  func meets(_ clauses: [Clause], _ style: Style, _ pitch: Pitch?) -> Bool {
    clauses.allSatisfy { holds($0.condition, cell($0.attribute, style, pitch: pitch)) }
  }

  // MARK: Candidates and options

  func isCandidate(_ style: Style) -> Bool {
    (style.price ?? 0) > 0 && (stock(style) ?? 0) > 0 && meets(eligible, style, nil)
      && !bans.contains(style.spu)
  }

  /// Every option, style by style.
  package var options: [Option] {
    styles.indices.filter { isCandidate(styles[$0]) }.flatMap { style in
      allPitches.indices.filter { meets(allPitches[$0].condition, styles[style], nil) }.map {
        Option(style: style, pitch: $0)
      }
    }
  }

  /// - Parameter factor: of the style's forecast.
  package func units(_ option: Option, factor: Double = 1) -> Double {
    let style = styles[option.style]
    return min(
      stock(style) ?? 0, forecast(style) * factor * seasonIndex(style) * (allPitches[option.pitch].lift ?? 1))
  }

  package func value(_ measure: String, _ option: Option) -> Double {
    let style = styles[option.style]
    let price = style.price ?? 0
    switch measure {
    case "items": return 1
    case "minutes": return allPitches[option.pitch].minutes
    case "units": return units(option)
    case "gmv": return price * units(option)
    case "margin": return cost(style).map { (price - $0) * units(option) } ?? 0
    case "stock_value": return price * (stock(style) ?? 0)
    default:
      if case .number(let number) = cell(measure, style, pitch: nil) { return number }
      return 0
    }
  }

  package func gain(_ option: Option) -> Double {
    switch objective {
    case nil: value("gmv", option)
    case .measure(let measure): value(measure, option)
    case .weighted(let parts): parts.reduce(0) { $0 + $1.weight * value($1.measure, option) }
    }
  }

  package var goalAmount: Double? {
    switch goal {
    case nil: nil
    case .gmv(let amount): amount
    case .funnel(let views, let percent, let orderValue): views * (percent / 100) * orderValue
    }
  }

  // MARK: Rows

  /// Every row of a result for a tray, in the order of a result.
  package func rows(of tray: [Option]) -> [Row] {
    var rows: [Row] = []
    func within(
      _ rule: String, _ name: String, _ range: Range, _ actual: Double, _ penalty: Double?
    ) -> Row {
      let below = range.lower.map { $0 - actual } ?? 0
      let above = range.upper.map { actual - $0 } ?? 0
      let miss = max(0, below, above)
      let bound = (below > 0 ? range.lower : range.upper) ?? 0
      return Row(
        rule: rule, name: name, lower: range.lower, upper: range.upper, actual: actual,
        holds: miss <= 1e-6 * max(1, abs(bound)), isSoft: penalty != nil, penalty: miss * (penalty ?? 0))
    }
    func sum(_ measure: String, _ options: [Option]) -> Double {
      options.reduce(0) { $0 + value(measure, $1) }
    }
    func selected(_ clauses: [Clause], among options: [Option]) -> [Option] {
      options.filter { meets(clauses, styles[$0.style], allPitches[$0.pitch]) }
    }
    func count(on spus: [String]) -> Double {
      Double(tray.count { spus.contains(styles[$0.style].spu) })
    }
    func ratio(_ rule: Rule, _ part: Double, _ whole: Double, _ range: Range) -> Row {
      var miss = 0.0
      var holds = true
      for (end, sign) in [(range.lower, 1.0), (range.upper, -1.0)] {
        guard let end else { continue }
        let missed = sign * (end * whole - part)
        miss += max(0, missed)
        holds = holds && missed <= 1e-6 * max(1, abs(part), abs(end * whole))
      }
      return Row(
        rule: rule.name, name: rule.name, lower: range.lower, upper: range.upper,
        actual: whole == 0 ? nil : part / whole, holds: holds,
        isSoft: rule.penalty != nil, penalty: miss * (rule.penalty ?? 0))
    }

    if let items { rows.append(within("items", "items", items, Double(tray.count), nil)) }
    if let minutes {
      let airTime = Range(nil, minutes - (reservedMinutes ?? 0))
      rows.append(within("air time", "air time", airTime, sum("minutes", tray), nil))
    }
    if let goalAmount {
      rows.append(within("sales goal", "sales goal", Range(goalAmount, nil), sum("gmv", tray), nil))
    }
    for lock in locks {
      let isOn = tray.contains { option in
        styles[option.style].spu == lock.spu
          && (lock.pitch == nil || lock.pitch == allPitches[option.pitch].name)
      }
      rows.append(within("lock \(lock.spu)", "lock \(lock.spu)", Range(1, 1), isOn ? 1 : 0, nil))
    }
    for rule in rules {
      switch rule.form {
      case .sum(let measure, let condition, let range):
        let actual = sum(measure, selected(condition, among: tray))
        rows.append(within(rule.name, rule.name, range, actual, rule.penalty))
      case .share(let measure, let condition, of: let whole, let range):
        let all = selected(whole, among: tray)
        let part = sum(measure, selected(condition, among: all))
        rows.append(ratio(rule, part, sum(measure, all), range))
      case .average(let column, let condition, let range):
        let all = selected(condition, among: tray)
        rows.append(ratio(rule, sum(column, all), Double(all.count), range))
      case .split(let attribute, let quotas, let condition):
        let all = selected(condition, among: tray)
        for (value, range) in quotas {
          let actual = all.count {
            holds(value, cell(attribute, styles[$0.style], pitch: allPitches[$0.pitch]))
          }
          rows.append(
            within(rule.name, "\(rule.name): \(Self.text(value))", range, Double(actual), rule.penalty))
        }
      case .each(let attribute, let range, let condition):
        for value in groups(attribute, among: selected(condition, among: options)) {
          let actual = selected(condition, among: tray).count {
            groups(attribute, among: [$0]).contains(value)
          }
          var row = within(rule.name, "\(rule.name): \(value)", range, Double(actual), rule.penalty)
          row.mayBeLeftOut = (range.lower ?? 0) <= 0 && actual == 0
          rows.append(row)
        }
      case .together(let spus):
        let on = count(on: spus)
        let miss = min(on, Double(spus.count) - on)
        rows.append(
          Row(
            rule: rule.name, name: rule.name, lower: nil, upper: nil, actual: on, holds: miss == 0,
            isSoft: rule.penalty != nil, penalty: miss * (rule.penalty ?? 0)))
      case .exclusive(let spus):
        rows.append(within(rule.name, rule.name, Range(nil, 1), count(on: spus), rule.penalty))
      case .requires(let spu, let anyOf):
        var row = within(rule.name, rule.name, Range(1, nil), count(on: anyOf), rule.penalty)
        if count(on: [spu]) == 0 {
          row.actual = nil
          row.holds = true
          row.penalty = 0
        }
        rows.append(row)
      }
    }
    return rows
  }

  /// The values of an attribute that occur among options, none twice.
  func groups(_ attribute: String, among options: [Option]) -> [String] {
    var values: [String] = []
    for option in options {
      let found: [String] =
        switch cell(attribute, styles[option.style], pitch: allPitches[option.pitch]) {
        case .missing: []
        case .texts(let texts): texts
        case .number(let number): [Self.text(number)]
        case .truth(let truth): ["\(truth)"]
        }
      for value in found where !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// Objective less penalties, whatever the tray misses.
  package func net(_ tray: [Option]) -> Double {
    tray.reduce(0) { $0 + gain($1) } - rows(of: tray).reduce(0) { $0 + $1.penalty }
  }

  /// The size of the largest numbers that the net objective of a tray is made of.
  package func size(of tray: [Option]) -> Double {
    let penalty = rules.compactMap(\.penalty).max() ?? 0
    let largest =
      rows(of: tray).filter(\.isSoft).flatMap { [$0.lower, $0.upper, $0.actual] }
      .compactMap { $0.map(abs) }.max() ?? 0
    let measures = ["minutes", "units", "gmv", "margin", "stock_value", "weight", "score"]
    let sums = penalty == 0 ? [] : measures.map { measure in tray.reduce(0) { $0 + abs(value(measure, $1)) } }
    return max(tray.reduce(0) { $0 + abs(gain($1)) }, penalty * max(largest, sums.max() ?? 0))
  }

  /// Why this is no tray of the show, or `nil` where it is one.
  package func fault(_ tray: [Option]) -> String? {
    if Set(tray.map(\.style)).count < tray.count { return "an SPU is on the tray twice" }
    let allowed = options
    for option in tray
    where !allowed.contains(where: { $0.style == option.style && $0.pitch == option.pitch }) {
      return "\(styles[option.style].spu) with \(allPitches[option.pitch].name) is no option"
    }
    if let row = rows(of: tray).first(where: { !$0.holds && !$0.isSoft }) { return "\(row.name) is missed" }
    return nil
  }
}
