/// Recomputes a plan of a month from its items and the units held for them: every show's rules, the stock, and the
/// month's rules. It shares no code with the formulation.
struct MonthAudit {
  /// What is to be audited of a show.
  struct Selection {
    var entry: TrayList.Entry
    var units: Double

    var spu: String { entry.spu }
  }

  let month: BoundMonth
  /// Shows whose items are what they are: kept by a freeze.
  var frozen: Set<Int> = []

  /// - Parameter items: of each show.
  /// - Parameter wideOffers: the kinds of offers on the whole show that each show has.
  /// - Throws: where an item is none, or the units held for it are outside of what they may be.
  /// - Parameter kept: items that may be held less than their least part, by show.
  func plan(
    _ items: [[Selection]], wideOffers: [[String]], kept: [Set<String>], worth: [Double]
  ) throws(LineupError) -> MonthPlan {
    var audited: [AuditedTray] = []
    var planned: [MonthPlan.PlannedShow] = []
    var demands: [String: (demand: Double, units: Double, shows: Int)] = [:]
    for (position, show) in month.shows.enumerated() {
      var tray = AuditedTray(
        scenario: show.show.scenario, catalog: show.show.catalog, seasonTable: show.show.seasonTable,
        place: show.place, wideOffers: wideOffers[position])
      for item in items[position] {
        if let wrong = tray.add(spu: item.spu, pitch: item.entry.pitch, offer: item.entry.offer) {
          throw LineupError([Problem(.notOnThisTray("\(show.name): \(wrong)"))])
        }
      }
      let demand = Dictionary(uniqueKeysWithValues: tray.items.map { ($0.spu, $0.units) })
      for item in items[position] {
        let most = demand[item.spu] ?? 0
        let least = kept[position].contains(item.spu) ? 0 : month.month.hold * most
        let slack = 1e-6 * max(1, most)
        guard item.units >= least - slack, item.units <= most + slack else {
          throw LineupError(
            [Problem(.auditFailed(rule: show.name, detail: "\(item.spu) is held \(item.units) of \(most)"))],
            kind: .failure)
        }
        demands[item.spu, default: (0, 0, 0)].demand += most
        demands[item.spu]?.units += item.units
        demands[item.spu]?.shows += 1
      }
      tray.allot(Dictionary(uniqueKeysWithValues: items[position].map { ($0.spu, $0.units) }))
      audited.append(tray)
      let made = show.show.tray(of: tray)
      planned.append(
        MonthPlan.PlannedShow(
          name: show.name, level: show.level, series: show.series, day: show.day, start: show.start,
          region: show.region, weight: show.weight, objective: show.show.objectiveValue(of: made),
          penalties: made.penalties, tray: made, demand: made.items.map { demand[$0.spu] ?? 0 }))
    }
    return MonthPlan(
      shows: planned, totals: totals(planned), rules: monthRules(audited),
      stock: scarce(demands, worth: worth))
  }

  private func totals(_ shows: [MonthPlan.PlannedShow]) -> TrayTotals {
    var sum = TrayTotals(items: 0, minutes: 0, units: 0, gmv: 0, margin: 0, stockValue: 0)
    for show in shows {
      sum.items += show.tray.totals.items
      sum.minutes += show.tray.totals.minutes
      sum.units += show.tray.totals.units
      sum.gmv += show.tray.totals.gmv
      sum.margin += show.tray.totals.margin
      sum.stockValue += show.tray.totals.stockValue
      sum.saving += show.tray.totals.saving
      if let cost = show.tray.totals.offerCost { sum.offerCost = (sum.offerCost ?? 0) + cost }
    }
    return sum
  }

  private func scarce(
    _ demands: [String: (demand: Double, units: Double, shows: Int)], worth: [Double]
  ) -> [MonthPlan.ScarceStyle] {
    demands.compactMap { spu, known -> (row: Int, style: MonthPlan.ScarceStyle)? in
      guard known.demand > known.units + 1e-6 * max(1, known.demand), let row = month.catalog.row(ofSPU: spu)
      else { return nil }
      return (
        row,
        MonthPlan.ScarceStyle(
          spu: spu, name: month.catalog.text(.name, row: row), stock: stock(row), demand: known.demand,
          allotted: known.units, shows: known.shows, worth: row < worth.count ? worth[row] : 0)
      )
    }.sorted { $0.row < $1.row }.map(\.style)
  }

  private func stock(_ row: Int) -> Double {
    guard let stock = month.catalog.numbers(.stock), !stock[row].isNaN else { return 0 }
    return stock[row]
  }

  /// The rows of stock that are drawn on beyond what there is.
  func overdrawn(_ plan: MonthPlan) -> [String] {
    var drawn: [String: Double] = [:]
    for show in plan.shows { for item in show.tray.items { drawn[item.spu, default: 0] += item.units } }
    return drawn.compactMap { spu, units in
      guard let row = month.catalog.row(ofSPU: spu) else { return nil }
      let stock = stock(row)
      return units > stock + 1e-6 * max(1, stock) ? spu : nil
    }.sorted()
  }

  // MARK: The month's rules

  private func monthRules(_ shows: [AuditedTray]) -> [RuleCheck] {
    let everything = AuditedTray(
      month: shows, scenario: month.shows[0].show.scenario,
      catalog: month.catalog)
    return month.month.rules.flatMap { rule in
      switch rule.form {
      case .items(let named):
        var form = named.rule
        form.spell(spelling)
        return form.audit(rule.frame, of: everything)
      case .appearances(let appearances):
        return counts(rule, appearances, everything)
      }
    }
  }

  private var spelling: CatalogSpelling {
    CatalogSpelling(
      catalog: month.catalog.placed(at: month.shows[0].place, among: month.shows.map(\.place)),
      seasonTable: nil)
  }

  /// An item on a show or of an aired tray, that a rule counts.
  private struct Counted {
    var day: Day
    var values: [String]
    var isAired: Bool
  }

  private func counts(_ rule: MonthRule, _ appearances: Appearances, _ month: AuditedTray) -> [RuleCheck] {
    let condition = spelling.standing(appearances.condition)
    func values(_ item: AuditedTray.Item) -> [String] {
      appearances.attribute.map { month.values(of: $0, for: item) } ?? [item.spu]
    }
    var counted: [Counted] = []
    var firsts: Set<Day> = []
    var showDays: [Day] = []
    for show in self.month.shows where show.place.meets(appearances.shows) {
      firsts.insert(show.day)
      showDays.append(show.day)
    }
    for item in month.items {
      guard let place = item.place, place.meets(appearances.shows), month.meets(item, condition) else {
        continue
      }
      counted.append(Counted(day: place.day, values: values(item), isAired: false))
    }
    var airedDays: [Day] = []
    for aired in self.month.aired where aired.place.meets(appearances.shows) {
      firsts.insert(aired.place.day)
      airedDays.append(aired.place.day)
      guard let row = self.month.catalog.row(ofSPU: aired.spu) else { continue }
      let item = month.airedItem(row: row, pitch: aired.pitch, at: aired.place, inSeason: aired.isInSeason)
      if month.meets(item, condition) {
        counted.append(Counted(day: aired.place.day, values: values(item), isAired: true))
      }
    }
    let spans = spans(appearances, firsts.sorted(), showDays, airedDays)
    // Every value that occurs, where a lower end asks for those that are on no show too.
    let all =
      appearances.range.lower > 0
      ? appearances.attribute.map { month.occurringValues(of: $0, where: condition, on: appearances.shows) }
        ?? occurringStyles(month, condition, appearances) : []
    var rows: [RuleCheck] = []
    var extreme: Double?
    for span in spans {
      var counts: [String: (all: Int, aired: Int)] = [:]
      var order: [String] = []
      for value in all where counts[value] == nil {
        counts[value] = (0, 0)
        order.append(value)
      }
      for item in counted where span.days.contains(item.day) {
        for value in item.values {
          if counts[value] == nil { order.append(value) }
          counts[value, default: (0, 0)].all += 1
          if item.isAired { counts[value]?.aired += 1 }
        }
      }
      for value in order {
        let count = counts[value] ?? (0, 0)
        // What was aired is no fault of the plan.
        let upper = max(appearances.range.upper, Double(count.aired))
        let miss = max(0, appearances.range.lower - Double(count.all), Double(count.all) - upper)
        if appearances.range.upper.isFinite {
          extreme = max(extreme ?? 0, Double(count.all))
        } else {
          extreme = min(extreme ?? .infinity, Double(count.all))
        }
        guard miss > 0 else { continue }
        rows.append(
          RuleCheck(
            rule.frame, row: "\(rule.name): \(value)" + (span.isNamed ? " \(span.days.lowerBound)" : ""),
            kind: .count, required: appearances.range, actual: Double(count.all), miss: miss))
      }
    }
    return rows + [RuleCheck(rule.frame, summing: rows, required: appearances.range, actual: extreme ?? 0)]
  }

  private func occurringStyles(_ month: AuditedTray, _ condition: Where, _ appearances: Appearances)
    -> [String]
  {
    var seen: Set<String> = []
    var order: [String] = []
    for show in self.month.shows where show.place.meets(appearances.shows) {
      var all = AuditedTray(
        scenario: show.show.scenario, catalog: show.show.catalog, seasonTable: show.show.seasonTable,
        place: show.place)
      for spu in show.show.catalog.spus where !seen.contains(spu) {
        for pitch in show.show.scenario.pitches where all.add(spu: spu, pitch: pitch.name) == nil {
          if let item = all.items.last, all.meets(item, condition), seen.insert(spu).inserted {
            order.append(spu)
          }
        }
      }
    }
    return order
  }

  /// Days of a window; the days after its first are meant only where the rule has days.
  private struct Span {
    var days: ClosedRange<Day>
    var isNamed: Bool
  }

  private func spans(_ appearances: Appearances, _ firsts: [Day], _ shows: [Day], _ aired: [Day]) -> [Span] {
    guard let length = appearances.days else {
      let period = month.period
      return shows.contains(where: period.contains) ? [Span(days: period, isNamed: false)] : []
    }
    let all = firsts.map { Span(days: $0...$0.advanced(by: length - 1), isNamed: true) }
    /// What a window holds: the days on which something of the rule is.
    func content(_ span: Span) -> Set<Day> { Set((shows + aired).filter(span.days.contains)) }
    var kept: [Span] = []
    for span in all where shows.contains(where: span.days.contains) {
      let own = content(span)
      if all.contains(where: {
        $0.days != span.days && own.isSubset(of: content($0))
          && ($0.days.lowerBound < span.days.lowerBound || own != content($0))
      }) {
        continue
      }
      kept.append(span)
    }
    return kept
  }
}
