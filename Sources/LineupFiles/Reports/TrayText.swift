import Lineup

/// A result for people at a terminal: the tray in the groups of its split, the checks, a line of proof.
public struct TrayText: Sendable {
  private let result: SolveResult

  public init(_ result: SolveResult) {
    self.result = result
  }

  public func text(style: TextStyle) -> String {
    var text = style.paint(title, .bold) + "\n"
    if let tray = result.tray {
      text += summary(tray, style) + "\n\n"
      if !tray.items.isEmpty { text += table(of: tray, style) + "\n" }
      if !tray.rules.isEmpty { text += Self.checks(tray.rules, style) + "\n" }
    }
    text += proof(style) + "\n"
    if case .infeasible(let answer) = result.outcome {
      text += "\n" + InfeasibilityText(answer, objective: result.objective).text(style: style)
    }
    if !result.warnings.isEmpty {
      text += "\n"
      for warning in result.warnings {
        text += style.paint(DisplayWidth.singleLine("note: \(warning)"), .yellow) + "\n"
      }
    }
    return text
  }

  private var title: String {
    ReportText.title(result.scenario, variant: result.variant)
  }

  /// `57 items, 170 of 170 minutes, GMV 1,295,892, goal 1,000,000 reached`
  private func summary(_ tray: Tray, _ style: TextStyle) -> String {
    var parts = [FigureText.counted(tray.totals.items, "item")]
    let airTime = tray.rules.first { $0.rule == "air time" && !$0.isSoft }?.required?.upper
    let minutes = ReportText.number(tray.totals.minutes, decimals: 2)
    parts.append(
      airTime.map { "\(minutes) of \(FigureText.counted($0, "minute"))" }
        ?? FigureText.counted(tray.totals.minutes, "minute"))
    parts.append("GMV \(ReportText.number(tray.totals.gmv))")
    if let goal = tray.rules.first(where: { $0.rule == "sales goal" && !$0.isSoft })?.required?.lower {
      parts.append(
        "goal \(ReportText.number(goal)) reached (\(ReportText.percent(tray.totals.gmv / max(goal, 1), decimals: 0)))"
      )
    }
    if tray.totals.margin != 0 { parts.append("margin \(ReportText.number(tray.totals.margin))") }
    return parts.joined(separator: ", ")
  }

  // MARK: Tray

  private struct Column {
    var column: TextTable.Column
    var cell: (TrayItem) -> String
    var isEmpty: ([TrayItem]) -> Bool = { _ in false }
  }

  private func columns(_ tray: Tray) -> [Column] {
    func text(_ title: String, width: Int, minimum: Int, _ value: @escaping (TrayItem) -> String?) -> Column {
      Column(
        column: .init(title, maximumWidth: width, minimumWidth: minimum), cell: { value($0) ?? "" },
        isEmpty: { items in items.allSatisfy { value($0) == nil } })
    }
    /// With as many decimals as the column needs, the same in every row.
    func number(_ title: String, decimals most: Int, _ value: @escaping (TrayItem) -> Double) -> Column {
      let decimals = tray.items.map { ReportText.decimals(of: value($0), atMost: most) }.max() ?? 0
      return Column(
        column: .init(title, alignment: .right),
        cell: { ReportText.number(value($0), decimals: decimals, isPadded: true) })
    }
    var columns = [
      text("SPU", width: 20, minimum: 8) { $0.spu },
      text("Name", width: 48, minimum: 12) { $0.name },
      text("Brand", width: 20, minimum: 6) { $0.brand },
      text("Gender", width: 10, minimum: 6) { $0.gender },
      text("Category", width: 18, minimum: 6) { $0.category },
      text("Pitch", width: 14, minimum: 5) { $0.pitch },
      number("Min", decimals: 2) { $0.minutes },
      number("Price", decimals: 2) { $0.price },
      number("Units", decimals: 1) { $0.units },
      number("GMV", decimals: 0) { $0.gmv },
    ]
    if tray.totals.margin != 0 { columns.append(number("Margin", decimals: 0) { $0.margin }) }
    if tray.items.contains(where: { $0.seasonIndex != 1 }) {
      columns.append(number("Season", decimals: 2) { $0.seasonIndex })
    }
    if tray.items.contains(where: \.isLocked) {
      columns.append(Column(column: .init("Lock", minimumWidth: 4), cell: { $0.isLocked ? "locked" : "" }))
    }
    return columns.filter { !$0.isEmpty(tray.items) }
  }

  private func table(of tray: Tray, _ style: TextStyle) -> String {
    let columns = columns(tray)
    var table = TextTable(columns: columns.map(\.column))
    var start = tray.items.startIndex
    while start < tray.items.endIndex {
      let group = tray.items[start].groups.first
      let end = tray.items[start...].firstIndex { $0.groups.first != group } ?? tray.items.endIndex
      let items = tray.items[start..<end]
      if start > 0 || end < tray.items.endIndex || group != nil {
        table.addGroup(Self.heading(group ?? "others", items))
      }
      for item in items { table.addRow(columns.map { $0.cell(item) }) }
      start = end
    }
    return table.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell: text
      }
    }
  }

  /// `women: 30 items, 92 minutes, GMV 412,300`
  private static func heading(_ group: String, _ items: ArraySlice<TrayItem>) -> String {
    let minutes = items.reduce(0) { $0 + $1.minutes }
    let gmv = items.reduce(0) { $0 + $1.gmv }
    return "\(group): \(items.count) \(items.count == 1 ? "item" : "items"), "
      + "\(FigureText.counted(minutes, "minute")), GMV \(ReportText.number(gmv))"
  }

  // MARK: Checks

  static func checks(_ rules: [RuleCheck], _ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("Check", maximumWidth: 44, minimumWidth: 16), .init("asks", alignment: .right),
      .init("has", alignment: .right), .init("met", minimumWidth: 3), .init("how close", minimumWidth: 20),
    ])
    var misses: [Bool] = []
    func add(_ row: String, _ asks: String, _ has: String, holds: Bool, _ close: String) {
      table.addRow([row, asks, has, holds ? "yes" : "no", close])
      misses.append(!holds)
    }
    func add(_ check: RuleCheck) {
      var close = ReportText.closeness(check)
      if !check.holds, check.isSoft { close += ", allowed at \(ReportText.number(check.penalty))" }
      add(
        check.row, ReportText.range(check.required, check.kind),
        check.actual.map { ReportText.value($0, check.kind) } ?? "-", holds: check.holds, close)
    }
    for group in CheckGroup.groups(of: rules) {
      switch group {
      case .single(let check): add(check)
      case .many(let rule, let required, let checks):
        add(
          "\(rule) (\(FigureText.counted(checks.count, "row")))", ReportText.range(required, .count), "",
          holds: true,
          CheckGroup.atLimit(checks, of: rule))
        checks.filter { !$0.holds }.forEach(add)
      }
    }
    return table.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell(let row, 3): style.paint(text, misses[row] ? .yellow : .green)
      case .cell: text
      }
    }
  }

  // MARK: Proof

  private func proof(_ style: TextStyle) -> String {
    let words = ProofText(result)
    let measure = ReportText.objective(result.objective)
    let solver = result.solver
    let work =
      " (\(solver.method), \(solver.backend), \(ReportText.seconds(solver.seconds)); "
      + "\(FigureText.counted(solver.spus, "style")), \(FigureText.counted(solver.candidates, "candidate")), "
      + "\(FigureText.counted(solver.options, "option")))"
    switch result.outcome {
    case .optimal(_, let score):
      let net = score.penalties > 0 ? " net of \(ReportText.number(score.penalties)) in penalties" : ""
      return style.paint(words.headline, .green)
        + ": \(measure) \(ReportText.number(score.value, decimals: 2))\(net); \(words.claim(score))." + work
    case .feasible(_, let score):
      return style.paint(words.headline, .yellow)
        + ": \(measure) \(ReportText.number(score.value, decimals: 2)); the search was ended, "
        + "\(words.doubt(score))." + work
    case .infeasible:
      return style.paint(words.headline, .red) + ": proven, \(words.refusal)." + work
    case .unknown(let bound):
      let known = bound.map { " (none can have more than \(measure) \(ReportText.number($0)))" } ?? ""
      return style.paint(words.headline, .yellow) + ": \(words.silence)\(known)." + work
    }
  }
}
