/// Finds the header among the first rows of a file: titles, dates and remarks may stand above it.
package struct HeaderRow {
  /// Rows looked at before the first with text is taken for the header.
  package static let searchLimit = 30

  private let mapped: Set<String>
  private let settings: CatalogSettings

  package init(settings: CatalogSettings) {
    mapped = Set(settings.namedHeaders.map(HeaderName.normalized))
    self.settings = settings
  }

  /// Where a row names a canonical column: by the scenario's `columns`, by its own name, by an alias.
  package func column(_ canonical: CanonicalColumn, in cells: [String]) -> Int? {
    let names = cells.map { HeaderName.normalized(CatalogText.normalized($0)) }
    let said = settings.columns.filter { $0.column == canonical }.flatMap(\.headers).map(
      HeaderName.normalized)
    return names.firstIndex { said.contains($0) } ?? names.firstIndex(of: canonical.rawValue)
      ?? names.firstIndex { ColumnAliases.canonical(for: $0) == canonical }
  }

  package func names(_ canonical: CanonicalColumn, in cells: [String]) -> Bool {
    column(canonical, in: cells) != nil
  }

  /// How many columns a row names: headers of the scenario's `columns`, canonical names and aliases.
  package func score(_ cells: [String]) -> Int {
    var named: Set<String> = []
    for cell in cells where cell.utf8.count <= 80 {
      let name = HeaderName.normalized(CatalogText.normalized(cell))
      if mapped.contains(name) {
        named.insert(name)
      } else if let column = ColumnAliases.canonical(for: name) {
        named.insert(column.rawValue)
      } else if ColumnAliases.mayBeSize(name) {
        named.insert("sku")
      }
    }
    return named.count
  }

  /// The form under which two headers are the same.
  package static func comparable(_ header: String) -> String {
    HeaderName.normalized(CatalogText.normalized(header))
  }

  /// A row at the top of a file.
  package struct TopRow {
    /// Its place in the file, from 1.
    package var number: Int
    package var cells: [String]

    package init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// A header among the first rows.
  package struct Found {
    /// Where its first and its last row stand among them.
    package var rows: ClosedRange<Int>
    /// The place of the first in the file.
    package var number: Int
    package var cells: [String]

    package init(rows: ClosedRange<Int>, number: Int, cells: [String]) {
      self.rows = rows
      self.number = number
      self.cells = cells
    }
  }

  /// How many rows may be needed to find the header.
  package var depth: Int { max(Self.searchLimit, settings.header?.last ?? 0) }

  /// The header among `rows`: where the scenario says, else the first row that names two columns, else
  /// the first that names one, else the first with text; `nil` where there is none.
  package func find(in rows: [TopRow]) -> Found? {
    guard let said = settings.header else {
      return index(in: rows.map(\.cells)).map { index in
        Found(rows: index...index, number: rows[index].number, cells: rows[index].cells)
      }
    }
    guard let last = rows.firstIndex(where: { $0.number == said.last }) else { return nil }
    // A row of a workbook that is empty may not be stored.
    let first = rows.firstIndex { $0.number == said.first } ?? last
    let cells =
      said.first == said.last ? rows[last].cells : Self.joined(rows[first].cells, rows[last].cells)
    guard cells.contains(where: { !CatalogText.normalized($0).isEmpty }) else { return nil }
    return Found(rows: first...last, number: said.first, cells: cells)
  }

  /// The header that two rows make: `价格` above `吊牌` is `价格/吊牌`. An empty cell of the upper row takes
  /// the text to its left where the lower cells of both are filled, as merged cells are stored; equal
  /// texts are not repeated.
  package static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    let count = max(upper.count, lower.count)
    func cell(_ row: [String], _ column: Int) -> String {
      column < row.count ? CatalogText.normalized(row[column]) : ""
    }
    var headers: [String] = []
    var above = ""
    for column in 0..<count {
      let own = cell(upper, column)
      let below = cell(lower, column)
      let isMerged = own.isEmpty && !below.isEmpty && column > 0 && !cell(lower, column - 1).isEmpty
      above = isMerged ? above : own
      headers.append(above.isEmpty || above == below ? below : below.isEmpty ? above : "\(above)/\(below)")
    }
    return headers
  }

  /// The index of the header in `rows`: the first that names two columns, else the first that names
  /// one, else the first with text; `nil` where no row has any.
  private func index(in rows: [[String]]) -> Int? {
    let scores = rows.map(score)
    return scores.firstIndex { $0 >= 2 } ?? scores.firstIndex { $0 == 1 }
      ?? rows.firstIndex { $0.contains { !CatalogText.normalized($0).isEmpty } }
  }
}
