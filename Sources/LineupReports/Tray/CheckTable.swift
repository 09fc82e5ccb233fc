import Lineup

/// The checks of a tray as a table, the same wherever they are shown.
struct CheckTable {
  let names: StyleNames
  /// Says which rows count what a sheet with the tray can count again; `nil` where there is no such sheet.
  var show: Show?

  /// Rules with more rows than this are told in one line.
  private static let longRule = 8

  private static let columns: [ReportTable.Column] = {
    typealias Title = Words.Check
    return [
      .init("row", Title.row, .rule, width: (44, 16)), .init("asks", Title.asks, .range, media: .people),
      .init("min", "", .amount(decimals: 2), media: .programs),
      .init("max", "", .amount(decimals: 2), media: .programs),
      .init("actual", Title.has, .figure(.count)), .init("holds", Title.met, .state, width: (3, 3)),
      .init("close", Title.close, .gauge, media: .people, width: (60, 20)),
      .init("soft", "", .state, media: .programs),
      .init("penalty", "", .amount(decimals: 2), media: .programs),
    ]
  }()

  /// For people: rules with many rows of one range, such as `each`, in one line that has them as details.
  func table(_ checks: [RuleCheck]) -> ReportTable {
    var table = ReportTable(Self.columns)
    var start = checks.startIndex
    while start < checks.endIndex {
      let rule = checks[start].rule
      let end = checks[start...].firstIndex { $0.rule != rule } ?? checks.endIndex
      let rows = Array(checks[start..<end])
      start = end
      if rows.count > Self.longRule, let required = rows[0].required,
        rows.allSatisfy({ $0.required == required })
      {
        table.rows.append(summary(rule, required, rows))
        table.rows += rows.map { row(of: $0, isDetail: true) }
      } else {
        table.rows += rows.map { row(of: $0) }
      }
    }
    return table
  }

  /// For programs: a line for each row, and before them what is wrong beside the rules.
  func data(_ checks: [RuleCheck], faults: [String]) -> ReportTable {
    let wrong = faults.map { fault in
      ReportTable.Row([
        .text(fault), .missing, .missing, .missing, .missing, Self.flag(false), .missing, Self.flag(false),
        .missing,
      ])
    }
    return ReportTable(Self.columns, wrong + checks.map { row(of: $0) })
  }

  /// The checks as a section.
  func section(_ checks: [RuleCheck], media: Media = .people) -> Report.Section {
    Report.Section(
      "checks", Words.Check.title, lead: Words.Check.lead, media: media, table: table(checks))
  }

  static func flag(_ value: Bool) -> ReportTable.Cell {
    .named(value ? "true" : "false", label: value ? Words.yes : Words.no)
  }

  static func tone(_ check: RuleCheck) -> Report.Tone {
    check.holds ? .good : check.isSoft ? .warning : .bad
  }

  private func row(of check: RuleCheck, isDetail: Bool = false) -> ReportTable.Row {
    var close = Words.closeness(check)
    if !check.holds, check.isSoft { close = Words.Check.allowed(close, at: check.penalty) }
    func end(_ value: Double?) -> ReportTable.Cell {
      value.flatMap { $0.isFinite ? .number($0) : nil } ?? .missing
    }
    var row = ReportTable.Row(
      [
        names.cell(ofRow: check.row), .range(check.required, check.kind), end(check.required?.lower),
        end(check.required?.upper), .figure(check.actual), Self.flag(check.holds), .text(close),
        Self.flag(check.isSoft), .number(check.penalty),
      ], tone: Self.tone(check))
    row.kind = .figure(check.kind)
    row.gauge = ReportTable.Gauge(check)
    row.tally = tally(check)
    row.isDetail = isDetail
    return row
  }

  /// How the row's figure follows from the columns of the tray.
  private func tally(_ check: RuleCheck) -> ReportTable.Tally? {
    guard let show, let bounds = check.required, check.actual != nil,
      let figure = Self.columns.firstIndex(where: { $0.key == "actual" }),
      let verdict = Self.columns.firstIndex(where: { $0.key == "holds" })
    else { return nil }
    return show.scenario.tally(of: check).flatMap {
      ReportTable.Tally($0, asking: bounds, of: show.catalog, figure: figure, verdict: verdict)
    }
  }

  private func summary(_ rule: String, _ required: Bounds, _ checks: [RuleCheck]) -> ReportTable.Row {
    let missed = checks.filter { !$0.holds }
    let tight = checks.filter { $0.holds && Words.closeness($0) == Words.Check.limit }
    let close =
      missed.isEmpty
      ? Words.Check.atLimit(tight.prefix(4).map { Self.value($0) }, of: tight.count)
      : Words.Check.missed(missed.count, of: checks.count)
    var row = ReportTable.Row(
      [
        .text(Words.Check.many(rule, checks.count)), .range(required, checks[0].kind), .missing, .missing,
        .missing, Self.flag(missed.isEmpty), .text(close), .missing, .missing,
      ],
      tone: missed.isEmpty ? .good : missed.contains { !$0.isSoft } ? .bad : .warning)
    row.kind = .figure(checks[0].kind)
    return row
  }

  /// The value of a row of a rule with many: `Geox` of `brands: Geox`.
  static func value(_ check: RuleCheck) -> String {
    check.row.hasPrefix(check.rule + ": ") ? String(check.row.dropFirst(check.rule.count + 2)) : check.row
  }
}
