/// A table for a terminal: columns aligned by display width, rows in groups with a heading.
///
///     SPU    Name          Price
///     ──────────────────────────
///     women (2)
///     A1044  羊毛大衣      1,299
///     A1050  Knit dress      299
package struct TextTable: Sendable {
  /// A column and how its cells stand.
  package struct Column: Sendable {
    package var title: String
    package var alignment: TextAlignment
    /// Cells wider than this are cut off with `…`.
    package var maximumWidth: Int?
    /// The width below which the column is not narrowed to fit a terminal.
    package var minimumWidth: Int

    package init(
      _ title: String, alignment: TextAlignment = .left, maximumWidth: Int? = nil, minimumWidth: Int = 8
    ) {
      self.title = title
      self.alignment = alignment
      self.maximumWidth = maximumWidth
      self.minimumWidth = minimumWidth
    }
  }

  /// What a piece of text in the table is, for those who colour it.
  package enum Part: Sendable, Equatable {
    case header
    case rule
    case group
    /// A cell of the row added as the nth, both from 0.
    case cell(row: Int, column: Int)
  }

  private enum Line: Sendable {
    case group(String)
    case row(Int, [String])
  }

  private let columns: [Column]
  private var lines: [Line] = []
  private var rowCount = 0

  /// Between two columns.
  private static let gap = "  "

  package init(columns: [Column]) {
    self.columns = columns.map { column in
      var column = column
      column.title = DisplayWidth.singleLine(column.title)
      return column
    }
  }

  /// Adds a row; cells that are not there are empty, those beyond the columns are left out.
  package mutating func addRow(_ cells: [String]) {
    let cells = columns.indices.map { $0 < cells.count ? DisplayWidth.singleLine(cells[$0]) : "" }
    lines.append(.row(rowCount, cells))
    rowCount += 1
  }

  /// Starts a group of rows under a heading.
  package mutating func addGroup(_ heading: String) {
    lines.append(.group(DisplayWidth.singleLine(heading)))
  }

  /// The table, each line with a line end.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; left-aligned columns are narrowed, the widest first, as
  ///     far as their minimum, so that lines fit.
  ///   - style: Gives each piece of padded text its colour.
  package func text(width: Int? = nil, style: (Part, String) -> String = { $1 }) -> String {
    let widths = widths(fitting: width)
    let whole = widths.reduce(0, +) + Self.gap.count * max(0, columns.count - 1)
    var text = ""
    text += line(columns.map(\.title), widths: widths) { style(.header, $1) }
    text += style(.rule, String(repeating: "─", count: whole)) + "\n"
    for line in lines {
      switch line {
      case .group(let heading):
        text += style(.group, DisplayWidth.truncated(heading, to: max(whole, width ?? whole))) + "\n"
      case .row(let row, let cells):
        text += self.line(cells, widths: widths) { style(.cell(row: row, column: $0), $1) }
      }
    }
    return text
  }

  /// One line of cells; no spaces at its end.
  private func line(_ cells: [String], widths: [Int], style: (Int, String) -> String) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? -1
    var parts: [String] = []
    for column in columns.indices where column <= last {
      let isLastLeft = column == last && columns[column].alignment == .left
      let cell =
        isLastLeft
        ? DisplayWidth.truncated(cells[column], to: widths[column])
        : DisplayWidth.padded(cells[column], to: widths[column], alignment: columns[column].alignment)
      parts.append(style(column, cell))
    }
    return parts.joined(separator: Self.gap) + "\n"
  }

  private func widths(fitting limit: Int?) -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for case .row(_, let cells) in lines {
      for column in columns.indices {
        widths[column] = max(widths[column], DisplayWidth.of(cells[column]))
      }
    }
    for column in columns.indices {
      if let maximum = columns[column].maximumWidth { widths[column] = min(widths[column], maximum) }
    }
    guard let limit else { return widths }
    let gaps = Self.gap.count * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > limit {
      let shrinkable = columns.indices.filter {
        columns[$0].alignment == .left && widths[$0] > columns[$0].minimumWidth
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
