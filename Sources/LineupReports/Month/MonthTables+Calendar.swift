import Lineup

extension MonthTables {
  /// The id of the section that has the tray of the nth show of a plan.
  static func target(_ place: Int) -> String { "show-\(place + 1)" }

  /// The levels of a plan's shows, in the order of the month's file.
  private func levels(of plan: MonthPlan) -> [String] {
    let used = Set(plan.shows.map(\.level))
    let known = month.month.levels.map(\.name).filter(used.contains)
    return known + used.subtracting(known).sorted()
  }

  /// Weeks by the day that begins them; those without a show are left out.
  private func weeks(of plan: MonthPlan) -> (mondays: [Day], leftOut: Int) {
    func monday(_ day: Day) -> Day {
      day.advanced(by: -(Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
    }
    let mondays = Set(plan.shows.map { monday($0.day) }).sorted()
    guard let first = mondays.first, let last = mondays.last else { return ([], 0) }
    return (mondays, (last.number - first.number) / 7 + 1 - mondays.count)
  }

  /// Weeks by days, each show with its figures, for a page.
  func calendar(_ plan: MonthPlan) -> Report.Section {
    typealias Say = Words.Months
    let levels = levels(of: plan)
    let (mondays, leftOut) = weeks(of: plan)
    let places = Dictionary(grouping: plan.shows.indices) { plan.shows[$0].day }
    var section = Report.Section(
      "calendar", Say.calendar, lead: Say.calendarLead(leavesOut: leftOut), media: .page)
    section.calendar = ReportCalendar(
      weekdays: Weekday.allCases.map(Say.weekday),
      weeks: mondays.map { monday in
        (0..<7).map { offset in
          let day = monday.advanced(by: offset)
          return .init(
            label: Say.day(day),
            shows: (places[day] ?? []).map { place in
              let show = plan.shows[place]
              return .init(
                name: show.name, level: levels.firstIndex(of: show.level) ?? 0, start: show.start,
                figures: Self.figures(of: show), tone: Self.tone(of: show), target: Self.target(place))
            })
        }
      }, levels: levels)
    return section
  }

  private static func figures(of show: MonthPlan.PlannedShow) -> [String] {
    typealias Say = Words.Months
    let missed = show.tray.rules.count { !$0.holds }
    return [Say.items(show.tray.items.count), Say.gmv(show.tray.totals.gmv)]
      + (missed > 0 ? [Say.misses(missed)] : [])
  }

  static func tone(of show: MonthPlan.PlannedShow) -> Report.Tone {
    let missed = show.tray.rules.filter { !$0.holds }
    return missed.contains { !$0.isSoft } ? .bad : missed.isEmpty ? .plain : .warning
  }

  /// The same as a sheet: a line with the days of a week, and below it as many as a day has shows.
  func calendarSheet(_ plan: MonthPlan) -> Report.Section {
    typealias Say = Words.Months
    let levels = levels(of: plan)
    let places = Dictionary(grouping: plan.shows.indices) { plan.shows[$0].day }
    var table = ReportTable(
      [.init("week", Say.week, .text)]
        + Weekday.allCases.map { .init($0.rawValue, Say.weekday($0), .aside) })
    for monday in weeks(of: plan).mondays {
      let days = (0..<7).map { monday.advanced(by: $0) }
      table.rows.append(.init([.text(monday.description)] + days.map { .text(Say.day($0)) }))
      let most = days.map { places[$0]?.count ?? 0 }.max() ?? 0
      for line in 0..<most {
        var row = ReportTable.Row([.text(monday.description)])
        for (column, day) in days.enumerated() {
          let own = places[day] ?? []
          guard line < own.count else {
            row.cells.append(.missing)
            continue
          }
          let show = plan.shows[own[line]]
          row.cells.append(
            .text(
              ([show.start, show.name].compactMap(\.self).joined(separator: " ") + "\n"
                + ([show.level] + Self.figures(of: show)).joined(separator: "\n"))))
          row.tints[column + 1] = levels.firstIndex(of: show.level) ?? 0
        }
        table.rows.append(row)
      }
    }
    return Report.Section("calendar-sheet", Say.calendar, media: .workbook, table: table)
  }
}
