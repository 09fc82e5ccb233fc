import Lineup

/// Shows side by side as a table, a line for each figure and a column for each show: what a terminal, a
/// page and a workbook say of them.
struct ComparisonTable {
  let table: ReportTable
  private let comparison: Comparison

  init(_ comparison: Comparison) {
    self.comparison = comparison
    var table = ReportTable(
      columns: [.init(key: "line", title: "", kind: .text)]
        + comparison.entries.map { .init(key: "show", title: $0.name, kind: .number(decimals: 0)) },
      rows: [], summed: [])
    table.rows = Self.totals(comparison) + Self.differences(comparison) + Self.rules(comparison)
    self.table = table
  }

  // MARK: Entries

  static func status(_ entry: Comparison.Entry) -> String { entry.status }
  static func reason(_ entry: Comparison.Entry) -> String? { entry.reason }
  static func goal(_ entry: Comparison.Entry) -> RuleCheck? { entry.goal }
  static func heroShare(_ entry: Comparison.Entry) -> Double? { entry.statedHeroShare }

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

  // MARK: Rows

  private static func row(
    _ title: String, _ comparison: Comparison, group: String? = nil, kind: ReportTable.Kind? = nil,
    _ cell: (Comparison.Entry) -> ReportTable.Cell?
  ) -> ReportTable.Row {
    let cells = comparison.entries.map { cell($0) ?? .text("-") }
    let marks = cells.indices.dropFirst()
      .filter { cells[$0] != cells[0] && comparison.entries[$0].tray != nil }.map { $0 + 1 }
    return ReportTable.Row(cells: [.text(title)] + cells, group: group, kind: kind, marks: Set(marks))
  }

  private static func totals(_ comparison: Comparison) -> [ReportTable.Row] {
    func total(
      _ title: String, decimals: Int = 0, _ value: (TrayTotals) -> Double
    ) -> ReportTable.Row {
      row(title, comparison, kind: .number(decimals: decimals)) { entry in
        entry.tray.map { .number(value($0.totals)) }
      }
    }
    var rows = [statuses(comparison)] + clashes(comparison)
    rows += [
      total("items") { Double($0.items) },
      total("minutes", \.minutes), total("GMV", \.gmv), total("margin", \.margin),
    ]
    if comparison.entries.contains(where: { goal($0) != nil }) {
      var reached = row("goal reached", comparison) { entry in
        goal(entry).map { .text($0.holds ? "yes" : "NO") }
      }
      reached.faults = Set(reached.cells.indices.filter { reached.cells[$0] == .text("NO") })
      rows.append(reached)
    }
    if comparison.entries.contains(where: { heroShare($0) != nil }) {
      rows.append(row("hero share", comparison, kind: .share) { heroShare($0).map { .number($0) } })
    }
    return rows
  }

  /// What the lines that say why a show has no tray are called.
  static let clashTitle = "rules that clash"

  /// Why a show has no tray, in its own column: a line for each of the rules that clash.
  private static func clashes(_ comparison: Comparison) -> [ReportTable.Row] {
    let names = comparison.entries.map { entry -> [String] in
      guard case .success(let result) = entry.result, case .infeasible(let answer) = result.outcome
      else { return [] }
      return answer.conflict?.rows.map(\.row) ?? []
    }
    let most = names.map(\.count).max() ?? 0
    return (0..<most).map { place in
      var cells = names.makeIterator()
      return row(clashTitle, comparison) { _ in
        cells.next().flatMap { place < $0.count ? .text($0[place]) : nil }
      }
    }
  }

  private static func statuses(_ comparison: Comparison) -> ReportTable.Row {
    var row = row("status", comparison) { .text(status($0)) }
    row.faults = Set(comparison.entries.indices.filter { comparison.entries[$0].tray == nil }.map { $0 + 1 })
    return row
  }

  private static func differences(_ comparison: Comparison) -> [ReportTable.Row] {
    let group = "against \(comparison.entries.first?.name ?? "the first")"
    func difference(
      _ title: String, kind: ReportTable.Kind = .difference(decimals: 0),
      _ value: (Comparison.Difference) -> Double
    ) -> ReportTable.Row {
      var row = row(title, comparison, group: group, kind: kind) { entry in
        entry.difference.map { .number(value($0)) }
      }
      // That these differ is what they are there for.
      row.marks = []
      return row
    }
    return [
      difference("items") { Double($0.items) }, difference("minutes", \.minutes), difference("GMV", \.gmv),
      difference("margin", \.margin),
      difference("styles in") { Double($0.joining.count) },
      difference("styles out") { -Double($0.leaving.count) },
      difference("styles kept", kind: .number(decimals: 0)) { Double($0.kept.count) },
    ]
  }

  private static func rules(_ comparison: Comparison) -> [ReportTable.Row] {
    let checks = comparison.entries.map { entry in
      Dictionary((entry.tray?.rules ?? []).map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return ruleRows(comparison).map { name in
      let found = checks.map { $0[name] }
      let kind = found.compactMap(\.self).first?.kind ?? .amount
      var row = ReportTable.Row(
        cells: [.text(name)]
          + found.map { check in
            guard let check, let actual = check.actual else { return .text("-") }
            return check.holds ? .number(actual) : .text(ReportText.value(actual, check.kind) + " !")
          }, group: "rules", kind: .figure(kind))
      row.faults = Set(found.indices.filter { found[$0]?.holds == false }.map { $0 + 1 })
      row.marks = Set(
        found.indices.dropFirst()
          .filter { found[$0]?.actual != found[0]?.actual && comparison.entries[$0].tray != nil }.map {
            $0 + 1
          })
      return row
    }
  }
}
