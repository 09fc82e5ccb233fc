import LineupReports

/// A table of a report in a terminal: columns as wide as they need, groups with their sums, sentences below
/// the rows that they belong to.
struct TerminalTable {
  private let table: ReportTable
  private let style: TextStyle
  /// The places of the columns that stand beside each other.
  private let columns: [Int]
  /// Those whose cells are too long for that.
  private let sentences: [Int]

  private static let plotWidth = 30

  init(_ table: ReportTable, style: TextStyle) {
    self.table = table
    self.style = style
    let shown = table.shown(in: .terminal)
    // A column with a width stands in the table, however long its cells may be.
    let long = shown.filter { table.columns[$0].kind == .sentence && table.columns[$0].width == nil }
    sentences = long
    columns = shown.filter { !long.contains($0) }
  }

  var text: String {
    var lines = TextTable(
      columns: columns.map { place in
        let column = table.columns[place]
        return .init(
          column.title, alignment: column.kind.isNumeric ? .right : .left,
          maximumWidth: column.width?.most, minimumWidth: column.width?.least ?? 8)
      })
    var rows: [ReportTable.Row] = []
    let groups = table.groups
    for group in groups {
      if groups.count > 1 || group.name != nil, let heading = heading(of: group) { lines.addGroup(heading) }
      for row in group.rows where !row.isDetail || row.tone != .good {
        lines.addRow(columns.map { cell($0, row) })
        rows.append(row)
      }
    }
    let body = lines.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell(let row, let column): painted(text, rows[row], columns[column])
      }
    }
    return body + sentences.map { "\n" + self.below($0, rows) }.joined()
  }

  /// The line above a group: its name, and its size and sums where rows are things that can be counted.
  private func heading(of group: (name: String?, rows: [ReportTable.Row])) -> String? {
    guard !table.headed.isEmpty else { return group.name }
    let sums = table.headed.map { column in
      Words.sum(ReportTable.sum(column, over: group.rows), of: table.columns[column])
    }
    return ([Words.heading(group.name, group.rows.count, table.noun)] + sums).joined(separator: ", ")
  }

  private func cell(_ column: Int, _ row: ReportTable.Row) -> String {
    if table.columns[column].kind == .plot { return plot(column, row) }
    let text = table.text(column, in: row, .written)
    guard row.faults.contains(column), case .number = row.cells[column] else { return text }
    return text + " !"
  }

  /// A dot at the number's place between the least and the most of its column.
  private func plot(_ column: Int, _ row: ReportTable.Row) -> String {
    func number(_ row: ReportTable.Row) -> Double? {
      if case .number(let number) = row.cells[column] { number } else { nil }
    }
    guard let height = number(row) else { return "" }
    let heights = table.rows.compactMap(number)
    let (least, most) = (heights.min() ?? 0, heights.max() ?? 0)
    // What the rounding of sums adds is no difference to be drawn.
    let share = most - least > 1e-9 * max(1, abs(most)) ? (height - least) / (most - least) : 1
    let dots = Int((max(0, min(1, share)) * Double(Self.plotWidth - 1)).rounded())
    return String(repeating: "·", count: dots) + "●"
  }

  private func painted(_ text: String, _ row: ReportTable.Row, _ column: Int) -> String {
    if row.faults.contains(column) { return style.paint(text, .red) }
    guard table.columns[column].kind == .state else { return text }
    return switch row.tone {
    case .plain: text
    case .good: style.paint(text, .green)
    case .warning: style.paint(text, .yellow)
    case .bad: style.paint(text, .red)
    }
  }

  /// The sentences of a column, each behind what its row begins with.
  private func below(_ column: Int, _ rows: [ReportTable.Row]) -> String {
    var text = DisplayWidth.singleLine(table.columns[column].title) + ":\n"
    for row in rows {
      let sentence = DisplayWidth.singleLine(table.text(column, in: row, .written))
      guard !sentence.isEmpty, let first = columns.first else { continue }
      let name = DisplayWidth.singleLine(table.text(first, in: row, .written))
      text +=
        "\(DisplayWidth.padded(name, to: max(3, DisplayWidth.of(name)), alignment: .right))  \(sentence)\n"
    }
    return text
  }
}
