import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// A month of four shows in two weeks, whose answers are made by hand: each style is held for its shows in the order
/// of the calendar, as far as the stock goes.
struct SampleMonth {
  let month: BoundMonth
  private let plan: MonthPlan
  /// A conflict that a show has by itself.
  private let conflict: Conflict

  /// What a page must escape.
  static let wildName = "<b>\"Coat\" & co</b>"

  /// - Parameters:
  ///   - weeks: how many weeks are like the first two.
  ///   - items: how many items a show has.
  init(styles: Int = 24, weeks: Int = 2, items: Int = 6) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.catalog(styles: styles), to: "autumn.csv")
    try folder.write(Self.scenario(items: items), to: "show.yaml")
    var text = Self.head
    for week in stride(from: 0, to: weeks, by: 2) {
      let suffix = week == 0 ? "" : " \(week / 2 + 1)"
      func day(_ number: Int) -> String {
        Day("2026-09-01").map { $0.advanced(by: number + 7 * week).description } ?? ""
      }
      text += """
          "partner A\(suffix)": { level: daily, date: \(day(2)), series: A }
          "9.9\(suffix)": { level: group, date: \(day(8)), start: "20:00", weight: 2 }
          "wool north\(suffix)": { level: north, date: \(day(8)), start: "22:30" }
          "한국 방송\(suffix)": { level: daily, date: \(day(11)), start: "09:00", series: A }

        """
    }
    let month = try Month(Node(text: text + Self.rules, source: "month.yaml"))
    let file = try ShowFile(path: folder.path(of: "show.yaml"))
    var shows: [MonthShow] = []
    var bound: [String: Show] = [:]
    for entry in month.entries {
      let show = try bound[entry.level] ?? file.show(variant: entry.level == "daily" ? nil : entry.level)
      bound[entry.level] = show
      for day in entry.days {
        shows.append(
          MonthShow(
            name: entry.key, level: entry.level, series: entry.series, day: day, start: entry.start,
            weight: entry.weight ?? 1, show: show))
      }
    }
    let catalog = try #require(shows.first).show.catalog
    self.month = try BoundMonth(month, catalog: catalog, shows: shows, aired: [])
    plan = try Self.plan(self.month, items: items, step: 3)
    let refused = try file.show(settings: ["goal.gmv=90000000"]).solve()
    guard case .infeasible(let answer) = refused.outcome else { throw Unexpected(found: refused.status) }
    conflict = try #require(answer.conflict)
  }

  struct Unexpected: Error { var found: String }

  // MARK: Answers

  var optimal: MonthResult {
    result(.optimal(plan, .init(value: value, bound: value * 1.008, penalties: penalties)))
  }

  var feasible: MonthResult {
    var result = result(.feasible(plan, .init(value: value, bound: value * 1.031, penalties: penalties)))
    result.stop = .timeLimit
    result.objective = nil
    return result
  }

  var unknown: MonthResult {
    var result = result(.unknown(bound: 1_234_567, bestEffort: nil))
    result.stop = .cancelled
    return result
  }

  var lonely: MonthResult {
    result(.infeasible(.shows([.init(show: "9.9", conflict: conflict)]), bestEffort: nil))
  }

  var clash: MonthResult {
    let rows: [MonthClash.Row] = [
      .init(show: nil, rule: "no repeats", row: "no repeats: A1001 2026-09-09"),
      .init(show: "9.9", rule: "items", row: "items"),
      .init(show: "wool north", rule: "lock A1001", row: "lock A1001"),
    ]
    var effort = plan
    let missed = plan.rules.map { check in
      var check = check
      if check.rule == "no repeats" {
        check.holds = false
        check.actual = 2
        check.miss = 1
      }
      return check
    }
    effort.rules = missed
    return result(.infeasible(.rows(rows, isIrreducible: true), bestEffort: effort))
  }

  var kept: MonthResult {
    var result = optimal
    let spus = plan.shows.last?.tray.items.map(\.spu) ?? []
    result.within = MonthResult.Steadiness(
      steady: 300, frozen: Day("2026-09-03"), value: value - 600, bound: (value - 600) * 1.002,
      changes: [
        .init(show: "9.9", added: [spus[0]], removed: ["A1002", "A1004"], repitched: []),
        .init(
          show: "wool north", added: [], removed: [],
          repitched: [.init(spu: spus[1], from: "standard", to: "full")]),
      ], dropped: [.init(show: "partner A", spu: "A0999", pitch: "full")])
    return result
  }

  /// A plan with other items, as by planning one show after the other.
  func oneByOne(items: Int = 6) throws -> MonthResult {
    var other = try Self.plan(month, items: items, step: 5)
    for place in other.shows.indices.dropFirst() { other.shows[place].objective *= 0.9 }
    let value = Self.value(other)
    return result(.feasible(other, .init(value: value, bound: nil, penalties: 0)))
  }

  private var value: Double { Self.value(plan) }
  private var penalties: Double { plan.shows.reduce(0) { $0 + $1.weight * $1.penalties } + 800 }

  private static func value(_ plan: MonthPlan) -> Double {
    plan.shows.reduce(-800) { $0 + $1.weight * ($1.objective - $1.penalties) }
  }

  private func result(_ outcome: MonthResult.Outcome) -> MonthResult {
    var result = MonthResult(
      name: month.month.name, outcome: outcome, objective: .gmv, gapAsked: 0.01,
      solver: .init(
        method: "joint", backend: "GLPK 5.0", seconds: 0.25, shows: month.shows.count,
        spus: month.catalog.count, options: month.shows.reduce(0) { $0 + $1.show.options.count }, solves: 41))
    result.cautions = [.noStock(styles: 1)]
    result.inputs = InputDigests(scenario: String(repeating: "0a", count: 32))
    return result
  }

  // MARK: Plans

  private static func plan(_ month: BoundMonth, items: Int, step: Int) throws -> MonthPlan {
    var left: [String: Double] = [:]
    var lacks: [String: MonthPlan.ScarceStyle] = [:]
    var shows: [MonthPlan.PlannedShow] = []
    for (place, show) in month.shows.enumerated() {
      let all = show.show.bestPitches(limit: month.catalog.count).sorted { $0.spu < $1.spu }
      var chosen: Set<Int> = []
      var next = place * step
      while chosen.count < min(items, all.count) {
        // Every second item is among the first, which all shows want.
        let wanted = chosen.count.isMultiple(of: 2) ? chosen.count : next % all.count
        if !chosen.insert(wanted).inserted { chosen.insert(next % all.count) }
        next += 7
        if next % all.count == 0 { next += 1 }
      }
      var tray = try show.show.audit(chosen.sorted().map { (all[$0].spu, all[$0].pitch) })
      let demand = tray.items.map(\.units)
      for index in tray.items.indices {
        let item = tray.items[index]
        let row = try #require(month.catalog.row(ofSPU: item.spu))
        let stock = try #require(month.catalog.numbers(.stock))[row]
        let held = min(item.units, left[item.spu] ?? stock)
        left[item.spu] = (left[item.spu] ?? stock) - held
        tray.items[index].units = held
        tray.items[index].gmv = item.price * held
        if item.units > 0 { tray.items[index].margin = item.margin * held / item.units }
        var style =
          lacks[item.spu]
          ?? .init(
            spu: item.spu, name: item.name, stock: stock, demand: 0, allotted: 0, shows: 0,
            worth: item.price * 0.8)
        style.demand += item.units
        style.allotted += held
        style.shows += 1
        lacks[item.spu] = style
      }
      tray.totals = totals([tray.totals], tray.items)
      let penalties = tray.rules.reduce(0) { $0 + $1.penalty }
      shows.append(
        .init(
          name: show.name, level: show.level, series: show.series, day: show.day, start: show.start,
          region: show.region, weight: show.weight, objective: tray.totals.gmv, penalties: penalties,
          tray: tray, demand: demand))
    }
    return MonthPlan(
      shows: shows, totals: totals(shows.map(\.tray.totals), shows.flatMap(\.tray.items)),
      rules: checks(of: shows),
      stock: lacks.values.filter { $0.demand > $0.allotted + 1e-6 }.sorted { $0.spu < $1.spu })
  }

  private static func totals(_ parts: [TrayTotals], _ items: [TrayItem]) -> TrayTotals {
    TrayTotals(
      items: items.count, minutes: parts.reduce(0) { $0 + $1.minutes },
      units: items.reduce(0) { $0 + $1.units }, gmv: items.reduce(0) { $0 + $1.gmv },
      margin: items.reduce(0) { $0 + $1.margin }, stockValue: parts.reduce(0) { $0 + $1.stockValue })
  }

  private static func checks(of shows: [MonthPlan.PlannedShow]) -> [RuleCheck] {
    func frame(_ name: String, _ penalty: Double? = nil) -> RuleFrame {
      RuleFrame(name: name, penalty: penalty)
    }
    let items = shows.flatMap(\.tray.items)
    let mira = Double(items.count { $0.brand == "Mira" })
    return [
      RuleCheck(
        frame("no repeats"), row: "no repeats", kind: .count, required: Bounds(upper: 1), actual: 1),
      RuleCheck(
        frame("seen at all", 800), row: "seen at all: Lumi", kind: .count, required: Bounds(lower: 3),
        actual: 2),
      RuleCheck(
        frame("seen at all", 800), row: "seen at all", kind: .count, required: Bounds(lower: 3), actual: 2),
      RuleCheck(
        frame("brands"), kind: .share, required: Bounds(lower: 0.1, upper: 0.45), part: mira,
        whole: Double(items.count)),
    ]
  }

  // MARK: Files

  private static func catalog(styles: Int) -> String {
    let brands = ["Mira", "Tovo", "Lumi", "Arbora", "Süd & Söhne"]
    let kinds = ["dress", "coat", "jacket", "hoodie"]
    var text =
      "spu,name,brand,gender,category,season,role,list_price,price,stock,cost,expected_units,selling points,image\n"
    for number in 0..<styles {
      let name =
        number == 0
        ? "\"<b>\"\"Coat\"\" & co</b>\"" : ["真丝连衣裙", "Wool coat", "데님 재킷"][number % 3] + " \(number)"
      let price = 99 + number * 37 % 400
      text +=
        "A\(1001 + number),\(name),\(brands[number % 5]),\(number % 2 == 0 ? "women" : "men"),\(kinds[number % 4]),"
      text +=
        "\(number % 3 == 0 ? "autumn" : "all"),\(number % 4 == 0 ? "hero" : "main"),\(price + 50),\(price),"
      text +=
        "\(40 + number * 13 % 90),\(price / 2),\(20 + number * 11 % 40),light & warm,https://example.com/\(number).jpg\n"
    }
    return text
  }

  private static func scenario(items: Int) -> String {
    """
    name: daily
    catalog: autumn.csv
    show: { region: south, items: 1..\(items) }
    pitches: { full: { minutes: 6, lift: 1.5, where: { role: hero } }, standard: { minutes: 3 } }
    season: { index: { north: { autumn: 1.2 }, south: { autumn: 0.8 } } }
    goal: { gmv: 1000 }
    rules:
      gender: { split: gender, items: { women: 0..\(items), men: 0..\(items) } }
      coats: { sum: items, where: { category: coat }, range: \(items)..\(items), penalty: 50 }
    variants:
      group: { pitches: { standard: { lift: 1.4 } } }
      north: { show: { region: north } }

    """
  }

  private static let head = """
    name: September
    levels: { group: show.yaml, north: show.yaml, daily: show.yaml }
    shows:

    """

  private static let rules = """
    rules:
      no repeats: { appearances: ..1, days: 7 }
      seen at all: { appearances: 3.., per: brand, penalty: 800 }
      brands: { share: items, where: { brand: Mira }, range: 10%..45% }

    """
}
