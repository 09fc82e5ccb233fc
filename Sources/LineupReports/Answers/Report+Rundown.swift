import Lineup

extension Report {
  /// The report of a running order.
  /// - Parameter catalog: has what hosts say of the styles, and their pictures.
  package init(_ rundown: Rundown, of scenario: Scenario, catalog: Catalog? = nil) {
    self.init(
      title: Words.title(scenario), facts: Words.Order.facts(rundown, scenario),
      proof: Verdict(
        Words.Order.headline(rundown), detail: Words.Order.worth(rundown), work: Words.Order.work(rundown),
        tone: rundown.isOptimal ? .good : .plain))
    var section = Section(
      "rundown", Words.Order.title, media: .everywhere,
      table: RundownTable(rundown: rundown, catalog: catalog).table)
    if let missing = rundown.missingEncores { section.lines = [Line(Words.Order.missing(missing))] }
    sections = [section]
  }

  /// The report of why there is no running order.
  package init(_ clash: RundownClash, of scenario: Scenario) {
    typealias Say = Words.Order
    self.init(
      title: Words.title(scenario),
      verdict: Verdict(Say.none, detail: Say.sentence(clash), tone: .bad))
    var table = ReportTable([
      .init("rule", Say.rule, .rule), .init("proven", Say.proven, .state),
      .init("message", Say.message, .sentence),
    ])
    table.rows = clash.rules.map {
      .init(
        [.text($0), CheckTable.flag(clash.isProven), .phrase(Say.sentence(clash))], tone: .bad)
    }
    sections = [Section("clash", Words.Clash.title, media: [.desk, .programs], table: table)]
  }
}
