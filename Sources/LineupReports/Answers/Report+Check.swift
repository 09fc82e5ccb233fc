import Lineup

extension Report {
  /// The report of what is in scenario and catalog.
  package init(_ check: CheckReport, of show: Show) {
    typealias Say = Words.Look
    let names = StyleNames(show)
    self.init(
      title: Words.title(show.scenario), facts: [Say.became(check.flow, in: show.catalog.source)],
      figures: [
        Figure(Say.stylesTitle, FigureText.number(Double(check.styles))),
        Figure(Say.candidatesTitle, FigureText.number(Double(check.candidates))),
        Figure(Say.optionsTitle, FigureText.number(Double(check.options))),
      ])
    let findings =
      check.notes.map { Line("\($0.description)", label: Say.read, tone: .warning) }
      + check.oddities.map { Line(Say.oddity($0), label: Say.lookAt, tone: .warning) }
    var reading = Section("reading", Say.reading, lead: Say.readingLead)
    reading.lines = findings
    var candidates = Section("candidates", Say.candidatesTitle)
    candidates.lines = [Line(Say.candidates(check)), Line(Say.forecast(check.forecast))]
    let moved = Self.moved(check.moved, of: show.scenario)
    var rules = Section("rules", Say.rules, lead: Say.rulesLead, table: Self.rules(check, names))
    rules.lines =
      check.rows.filter(\.isShort).map {
        Line(Say.short($0), label: Say.cannotHold, tone: $0.isSoft ? .warning : .bad)
      } + check.impossible.map { Line(Words.Impossible.sentence($0), label: Say.cannotHold, tone: .bad) }
    var views: [Section] = []
    if let answer = show.scenario.viewsAnswer {
      var section = check.effects.isEmpty ? Section("mix", Words.Views.mix) : ViewsTables.mix(check.effects)
      let isBroken = !answer.rows.allSatisfy(\.holds)
      section.lines = [
        Line(
          answer.hasPlan ? Words.Views.line(answer) + "." : Words.Views.headline(answer) + ".",
          label: answer.hasPlan && !isBroken ? Words.Views.planLabel : Say.lookAt,
          tone: !answer.hasPlan ? .bad : isBroken ? .warning : .plain)
      ]
      if let clash = (try? answer.explained())?.clash {
        section.lines.append(
          Line(Words.Clash.sentence(clash.conflict), label: Say.cannotHold, tone: .bad))
      }
      views = [section]
    }
    sections =
      [
        Section("columns", Say.columns, lead: Say.columnsLead, table: Self.columns(check)), reading,
        candidates, moved,
      ] + views
      + [
        rules, Section("findings", Say.reading, media: .programs, table: Self.findings(check)),
      ].filter { $0.table != nil || !$0.lines.isEmpty }
    var next = Section("next", Say.nextTitle)
    next.lines =
      check.cautions.map { Line(Words.Cautions.sentence($0), label: Say.note, tone: .warning) }
      + [Line(Say.next(check, of: show.scenario), label: Say.next)]
    sections.append(next)
  }

  /// Which styles the scenario's factors move most.
  private static func moved(_ styles: [MovedStyle], of scenario: Scenario) -> Section {
    typealias Say = Words.Look
    var section = Section("moved", Say.moved)
    guard let reference = scenario.factors, let factors = reference.factors else { return section }
    section.lines = [Line(Say.factors(reference.path, factors))]
    section.lines += styles.map { Line(Say.moved($0)) }
    return section
  }

  private static func columns(_ check: CheckReport) -> ReportTable {
    typealias Say = Words.Look
    var table = ReportTable([
      .init("header", Say.header, .text, width: (30, 8)), .init("read_as", Say.readAs, .text, width: (24, 8)),
      .init("kind", Say.kind, .text, width: (10, 7)), .init("filled", Say.filled, .count),
      .init("distinct", Say.distinct, .count), .init("values", Say.values, .sentence, width: (64, 16)),
    ])
    for column in check.columns {
      let filled = check.styles - column.emptyCells
      table.rows.append(
        .init([
          .text(column.header ?? Say.fromDefaults),
          .text(column.isCanonical || column.name != column.header ? column.name : Say.ownColumn),
          .text(column.kind), filled == check.styles ? .text(Say.all) : .number(Double(filled)),
          .number(Double(column.distinctValues ?? 0)),
          .text(column.range.map(Say.range) ?? column.examples.joined(separator: " | ")),
        ]))
    }
    for unused in check.unusedHeaders {
      table.rows.append(
        .init(
          [
            .text(unused.header.isEmpty ? Say.noHeader : unused.header), .text(Say.notUsed), .missing,
            .missing, .missing, .text(unused.reason),
          ], tone: .warning))
    }
    return table
  }

  private static func rules(_ check: CheckReport, _ names: StyleNames) -> ReportTable {
    typealias Say = Words.Look
    var table = ReportTable([
      .init("row", Say.ruleRow, .rule, width: (44, 16)), .init("asks", Words.Check.asks, .range),
      .init("candidates", Say.candidatesTitle, .count), .init("supply", Say.supply, .state, width: (40, 20)),
    ])
    table.rows = check.rows.map { row in
      var remark = ""
      if row.isShort {
        remark = row.isSoft ? Say.willCost : Say.tooFew
      } else if let reach = row.reach, let lower = row.required?.lower, lower > -.infinity {
        remark = Say.reach(reach)
      }
      return .init(
        [
          names.cell(ofRow: row.row), .range(row.required, row.kind), .number(Double(row.candidates)),
          .text(remark),
        ], tone: row.isShort ? (row.isSoft ? .warning : .bad) : .plain)
    }
    return table
  }

  /// A line for each thing found: what it is about, its name, what there is to say of it.
  private static func findings(_ check: CheckReport) -> ReportTable {
    typealias Say = Words.Look
    var table = ReportTable(["part", "name", "finding", "lines"].map { .init($0, "", .text) })
    func add(_ part: String, _ name: String, _ finding: String, lines: [FileLine] = []) {
      table.rows.append(
        .init([
          .text(part), .text(name), .text(finding),
          .text(
            lines.contains { $0.piece != nil }
              ? FileLine.list(lines) : lines.map { String($0.number) }.joined(separator: " ")),
        ]))
    }
    for column in check.columns {
      add("column", column.header ?? column.name, Say.column(column, of: check.styles))
    }
    for unused in check.unusedHeaders { add("unused header", unused.header, unused.reason) }
    for note in check.notes { add("read", "", note.description) }
    for oddity in check.oddities { add("look at", "", Say.finding(oddity), lines: oddity.lines) }
    add("candidates", "", Say.counts(check))
    add("forecast", "", Words.forecast(check.forecast))
    for row in check.rows { add(row.isShort ? "cannot hold" : "rule", row.row, Say.supply(row)) }
    for impossibility in check.impossible {
      add("cannot hold", "", Words.Impossible.sentence(impossibility).text(.written))
    }
    for caution in check.cautions {
      add("note", "", Words.Cautions.sentence(caution).text(.written))
    }
    for effect in check.effects {
      add("views", effect.category ?? Words.Views.without, Words.Views.effect(effect))
    }
    add("rows", "", Say.became(check.flow))
    for table in check.flow.tables { add("table", table.name, Say.used(table)) }
    return table
  }

  /// The report of a catalog whose headers cannot be settled without a person: each header with what it
  /// was read as and its first cells, and what is to be said in the scenario.
  package init(
    headersOf source: String, _ headers: [String], meanings: HeaderMeanings, examples: (Int) -> [String]
  ) {
    typealias Say = Words.Look
    self.init(title: Say.headers(of: source))
    var table = ReportTable([
      .init("header", Say.header, .text, width: (30, 8)),
      .init("read_as", Say.readAs, .state, width: (40, 10)),
      .init("values", Say.firstCells, .text, width: (64, 16)),
    ])
    for (position, header) in headers.enumerated() {
      let column = meanings.columns[position]
      let isOpen = column.map(meanings.asked.contains) ?? false
      let reading = column.map { isOpen ? Say.isAsked($0.rawValue) : $0.rawValue } ?? Say.ownColumn
      table.rows.append(
        .init(
          [
            .text(header.isEmpty ? Say.noHeader : header), .text(header.isEmpty ? Say.notUsed : reading),
            .text(examples(position).joined(separator: " | ")),
          ], tone: isOpen ? .warning : .plain))
    }
    var section = Section("headers", Say.headersTitle, table: table)
    section.lines = meanings.asked.map { column in
      let answers = headers.indices.filter { meanings.columns[$0] == column }
        .map { HeaderMeanings.form(ofColumn: $0, in: headers) }
      return Line(Say.question(column.rawValue, answers))
    }
    sections = [section]
  }
}
