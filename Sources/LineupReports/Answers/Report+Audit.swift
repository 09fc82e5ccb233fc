import Lineup

extension Report {
  /// The report of somebody's own tray: every rule as `solve` shows them, and the best tray beside it.
  package init(_ comparison: TrayComparison, of show: Show) {
    typealias Say = Words.Audit
    let review = comparison.review
    let names = StyleNames(show)
    self.init(
      title: Words.title(show.scenario),
      verdict: Verdict(Say.verdict(review), tone: review.keepsRules ? .good : .bad))
    figures = Figure.all(review.tray, show)
    for figure in figures.indices { figures[figure].brief = nil }
    let checks = CheckTable(names: names)
    if !review.misplaced.isEmpty {
      var misplaced = Section("misplaced", Say.misplaced)
      misplaced.lines = review.misplaced.map {
        Line("  \(names.label($0.spu)) \(Words.Reason.off($0.reason))", tone: .bad, media: .terminal)
      }
      misplaced.table = ReportTable(
        [.init("style", Words.Column.style, .name), .init("reason", Say.reason, .sentence)],
        review.misplaced.map {
          .init([.text(names.label($0.spu)), .phrase(Words.Reason.off($0.reason))], tone: .bad)
        })
      misplaced.table?.media = .desk
      sections.append(misplaced)
    }
    sections.append(checks.section(review.tray.rules))
    sections.append(
      Section(
        "data", Words.Check.title, media: .programs,
        table: checks.data(
          review.tray.rules,
          faults: review.misplaced.map { "\($0.spu) \(Words.Reason.off($0.reason).text(.written))" })))
    sections.append(Self.against(comparison, names))
    if let differences = Self.differences(comparison, names) { sections.append(differences) }
    var tray = Section.tray(review.tray, TrayColumns(review.tray, show: show), media: .desk)
    tray.title = Say.tray
    sections.append(tray)
    if comparison.best.tray != nil {
      proof =
        comparison.best.status == "optimal"
        ? Verdict(Say.proven, tone: .plain)
        : Verdict(Say.notProven(comparison.best.score?.gap), tone: .warning)
    }
  }

  private static func against(_ comparison: TrayComparison, _ names: StyleNames) -> Section {
    typealias Say = Words.Audit
    var section = Section("against", Say.against)
    let review = comparison.review
    guard let tray = comparison.best.tray, let score = comparison.best.score else {
      section.lines = [Line(Say.noBest(Words.Proof.status(comparison.best.status)))]
      return section
    }
    var table = ReportTable([
      .init("line", "", .text, width: (40, 10)), .init("own", Say.own, .amount(decimals: 0)),
      .init("best", Say.best, .amount(decimals: 0)),
      .init("difference", Say.difference, .difference(decimals: 0)),
    ])
    func add(_ title: String, _ own: Double, _ best: Double, decimals: Int = 0) {
      func text(_ value: Double) -> ReportTable.Cell {
        decimals == 0
          ? .number(value) : .named("\(value)", label: FigureText.number(value, decimals: decimals))
      }
      let difference = own - best
      table.rows.append(
        .init([
          .text(title), text(own), text(best),
          abs(difference) < 0.005 ? .text(Words.nothing) : .number(difference),
        ]))
      if decimals > 0, abs(difference) >= 0.005 {
        table.rows[table.rows.count - 1].cells[3] = .named(
          "\(difference)",
          label: (difference > 0 ? "+" : "") + FigureText.number(difference, decimals: decimals))
      }
    }
    let measure = Words.objective(comparison.best.objective)
    let hasPenalties = review.penalties + score.penalties > 0
    add(hasPenalties ? Say.net(measure) : measure, review.value, score.value)
    if hasPenalties { add(Say.penalties, review.penalties, score.penalties) }
    if measure != Say.gmv { add(Say.gmv, review.tray.totals.gmv, tray.totals.gmv) }
    if measure != Say.margin, review.tray.totals.margin != 0 {
      add(Say.margin, review.tray.totals.margin, tray.totals.margin)
    }
    add(Say.items, Double(review.tray.totals.items), Double(tray.totals.items))
    add(Say.minutes, review.tray.totals.minutes, tray.totals.minutes, decimals: 2)
    section.table = table
    if let difference = comparison.difference {
      section.lines = [Line(Say.onBoth(difference.kept.count))]
      func list(_ title: String, _ spus: [String]) {
        if spus.isEmpty { return }
        section.lines.append(
          Line("\(title): \(Words.some(spus.map(names.label), atMost: 12))", media: .terminal))
      }
      list(Say.onOwn(difference.leaving.count), difference.leaving)
      list(Say.onBest(difference.joining.count), difference.joining)
    }
    return section
  }

  /// The styles that only one of the trays has.
  private static func differences(_ comparison: TrayComparison, _ names: StyleNames) -> Section? {
    typealias Say = Words.Audit
    guard let difference = comparison.difference, let best = comparison.best.tray,
      !difference.leaving.isEmpty || !difference.joining.isEmpty
    else { return nil }
    typealias Title = Words.Column
    let pitch = ReportTable.Column("pitch", Title.pitch, .text)
    var table = ReportTable([
      .init("spu", Title.spu, .style), .init("name", Title.name, .name), .init("brand", Title.brand, .text),
      .init("category", Title.category, .text), pitch, .init("price", Title.price, .amount(decimals: 2)),
      .init("gmv", Title.gmv, .amount(decimals: 0)), .init("image", Title.picture, .picture),
    ])
    func add(_ spus: [String], of tray: Lineup.Tray, _ group: String) {
      let items = Dictionary(tray.items.map { ($0.spu, $0) }, uniquingKeysWith: { first, _ in first })
      for item in spus.compactMap({ items[$0] }) {
        table.rows.append(
          .init(
            [
              .text(item.spu), .optional(item.name), .optional(item.brand), .optional(item.category),
              .text(item.pitch), .number(item.price), .number(item.gmv),
              .optional(names.style(item.spu).picture),
            ], group: group))
      }
    }
    add(difference.leaving, of: comparison.review.tray, Say.onOwnAlone)
    add(difference.joining, of: best, Say.onBestAlone)
    if table.rows.allSatisfy({ $0.cells[7] == .missing }) { table.columns[7].media = [] }
    table.summed = [6]
    table.noun = .style
    return Section("differences", Say.differences, lead: Say.differencesLead, media: .desk, table: table)
  }
}
