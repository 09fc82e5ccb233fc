import Lineup

/// Shows side by side as a table, a line for each figure and a column for each show.
struct ComparisonTable {
  let comparison: Comparison
  let names: StyleNames

  private typealias Say = Words.Compare

  var table: ReportTable {
    var table = ReportTable(
      [.init("line", "", .rule, width: (36, 14))]
        + comparison.entries.map { .init("show", $0.name, .amount(decimals: 0), width: (22, 22)) })
    table.rows = totals + differences + rules
    return table
  }

  /// Rows that some show checks, in the order of the first that has them; those of a rule with a dozen
  /// rows and more, such as `each`, are not among them.
  static func ruleRows(_ comparison: Comparison) -> [String] {
    var seen: Set<String> = []
    var counts: [String: Int] = [:]
    let checks = comparison.entries.compactMap(\.tray).flatMap(\.rules)
    for check in checks { counts[check.rule, default: 0] += 1 }
    return checks.filter {
      (counts[$0.rule] ?? 0) <= 12 * comparison.entries.count && seen.insert($0.row).inserted
    }
    .map(\.row)
  }

  private func row(
    _ title: String, group: String? = nil, kind: ReportTable.Kind? = nil,
    _ cell: (Comparison.Entry) -> ReportTable.Cell?
  ) -> ReportTable.Row {
    let cells = comparison.entries.map { cell($0) ?? .text(Words.nothing) }
    var row = ReportTable.Row([.text(title)] + cells, group: group)
    row.kind = kind
    row.marks = marks(cells)
    return row
  }

  /// The cells that differ from the first show's.
  private func marks(_ cells: [ReportTable.Cell]) -> Set<Int> {
    Set(
      cells.indices.dropFirst()
        .filter { cells[$0] != cells[0] && comparison.entries[$0].tray != nil }.map { $0 + 1 })
  }

  private var totals: [ReportTable.Row] {
    func total(
      _ title: String, _ kind: ReportTable.Kind = .amount(decimals: 0), _ value: (TrayTotals) -> Double
    ) -> ReportTable.Row {
      row(title, kind: kind) { entry in entry.tray.map { .number(value($0.totals)) } }
    }
    var status = row(Say.status) { .text(Words.Proof.status($0.outcomeKey)) }
    status.faults = Set(
      comparison.entries.indices.filter { comparison.entries[$0].tray == nil }.map { $0 + 1 })
    var rows = [status] + clashes
    let minuteDigits = ReportTable.decimals(
      of: comparison.entries.compactMap { $0.tray?.totals.minutes }, atMost: 2)
    rows += [
      total(Say.items, .count) { Double($0.items) },
      total(Say.minutes, .minutes(decimals: minuteDigits), \.minutes),
      total(Say.gmv) { $0.gmv }, total(Say.margin) { $0.margin },
    ]
    if comparison.entries.contains(where: { $0.salesGoal != nil }) {
      var reached = row(Say.goal) { entry in
        entry.salesGoal.map { .text($0.holds ? Words.yes : Words.no) }
      }
      reached.faults = Set(reached.cells.indices.filter { reached.cells[$0] == .text(Words.no) })
      rows.append(reached)
    }
    if comparison.entries.contains(where: { $0.shareOfHeroes != nil }) {
      rows.append(
        row(Say.heroes, kind: .share(decimals: 1)) { $0.shareOfHeroes.map { .number($0) } })
    }
    return rows
  }

  /// Why a show has no tray, in its own column: a line for each of the rules that clash.
  private var clashes: [ReportTable.Row] {
    let names = comparison.entries.map { entry -> [String] in
      guard case .success(let result) = entry.result, case .infeasible(let answer) = result.outcome
      else { return [] }
      return answer.conflict?.rows.map(\.row) ?? []
    }
    let most = names.map(\.count).max() ?? 0
    return (0..<most).map { place in
      var cells = names.makeIterator()
      return row(Say.clashes) { _ in
        cells.next().flatMap { place < $0.count ? self.names.cell(ofRow: $0[place]) : nil }
      }
    }
  }

  private var differences: [ReportTable.Row] {
    let group = Say.against(comparison.entries.first?.name)
    func difference(
      _ title: String, kind: ReportTable.Kind = .difference(decimals: 0),
      _ value: (Comparison.Difference) -> Double
    ) -> ReportTable.Row {
      var row = row(title, group: group, kind: kind) { entry in
        entry.difference.map { .number(value($0)) }
      }
      // That these differ is what they are there for.
      row.marks = []
      return row
    }
    return [
      difference(Say.items) { Double($0.items) },
      difference(Say.minutes, kind: .difference(decimals: 2), \.minutes), difference(Say.gmv, \.gmv),
      difference(Say.margin, \.margin), difference(Say.stylesIn) { Double($0.joining.count) },
      difference(Say.stylesOut) { -Double($0.leaving.count) },
      difference(Say.stylesKept, kind: .count) { Double($0.kept.count) },
    ]
  }

  private var rules: [ReportTable.Row] {
    let checks = comparison.entries.map { entry in
      Dictionary((entry.tray?.rules ?? []).map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return Self.ruleRows(comparison).map { name in
      let found = checks.map { $0[name] }
      var row = row(
        name, group: Say.rules, kind: .figure(found.compactMap(\.self).first?.kind ?? .amount)
      ) { _ in nil }
      row.cells =
        [names.cell(ofRow: name)]
        + found.map { check in check?.actual.map { .number($0) } ?? .text(Words.nothing) }
      row.marks = marks(Array(row.cells.dropFirst()))
      row.faults = Set(found.indices.filter { found[$0]?.holds == false }.map { $0 + 1 })
      return row
    }
  }
}
