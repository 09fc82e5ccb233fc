import Lineup

/// A report as values: what it says, before it becomes a page or a workbook. Everything that is shown
/// comes from here, so that no two outputs disagree.
public struct Report: Sendable {
  public var title: String
  /// A few facts below the title: the date, the region, the catalog.
  public var facts: [String]
  /// The one sentence that matters most, where there is one.
  public var verdict: Verdict?
  public var figures: [Figure]
  public var sections: [Section]
  public var notes: [String]

  /// A report of text alone, its first line being the title.
  init(text: String) {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let body = lines.count > 1 ? String(lines[1]) : ""
    title = lines.first.map(String.init) ?? ""
    facts = []
    figures = []
    sections = [Section(id: "answer", title: "Answer", lead: "", charts: [], table: nil, text: body)]
    notes = []
  }

  init(
    title: String, facts: [String], verdict: Verdict?, figures: [Figure], sections: [Section],
    notes: [String]
  ) {
    self.title = title
    self.facts = facts
    self.verdict = verdict
    self.figures = figures
    self.sections = sections
    self.notes = notes
  }

  /// How something is to be taken.
  public enum Tone: String, Sendable, Equatable {
    case plain, good, warning, bad
  }

  /// The one sentence that matters most.
  public struct Verdict: Sendable, Equatable {
    public var headline: String
    public var detail: String
    public var tone: Tone
  }

  /// A headline figure.
  public struct Figure: Sendable, Equatable {
    public var label: String
    public var value: String
    public var remark: String
    /// How much of a goal is reached; 1 is all of it.
    public var progress: Double?
    public var tone: Tone
  }

  /// A part of the report: a sheet of a workbook, a section of a page.
  public struct Section: Sendable {
    /// A short name without spaces, for links.
    public var id: String
    public var title: String
    public var lead: String
    public var charts: [ReportChart]
    public var table: ReportTable?
    /// Lines of text as they are, such as the scenario.
    public var text: String?
    /// Whether a page shows it at the start; a workbook always has it.
    public var isSecondary = false
  }
}

/// A table with the kinds of its columns, so that every output can write figures as figures.
public struct ReportTable: Sendable {
  public var columns: [Column]
  public var rows: [Row]
  /// Columns that are summed in subtotals and totals.
  public var summed: [Int]
  /// Columns by which a page can filter; a table with some can be searched and sorted too.
  public var filtered: [Int] = []
  /// What a row is, in one word: `item`, `style`.
  public var noun = "item"

  /// A column and how its cells are to be read.
  public struct Column: Sendable, Equatable {
    /// The name that programs know, as in CSV.
    public var key: String
    public var title: String
    public var kind: Kind
  }

  public enum Kind: Sendable, Equatable {
    case text, tags, image
    /// A number with at most so many decimals, the same in every row.
    case number(decimals: Int)
    /// A number less another, always with its sign.
    case difference(decimals: Int)
    /// What a rule row counts, in the row's own terms.
    case figure(RuleCheck.Kind)
    /// A share, shown in percent.
    case share
    /// A state that has a tone.
    case state
    /// Words with a picture of the row's gauge.
    case gauge
  }

  /// A row and the group it stands in.
  public struct Row: Sendable, Equatable {
    public var cells: [Cell]
    public var group: String?
    public var tone: Report.Tone = .plain
    /// How the row's numbers are to be read, where rows differ in that; the column's kind otherwise.
    public var kind: Kind?
    /// Cells that are to be seen first, such as those that differ from the first show's.
    public var marks: Set<Int> = []
    /// Cells that say that something is wrong.
    public var faults: Set<Int> = []
    /// What a cell of the kind `gauge` draws.
    public var gauge: Gauge?
    /// Whether the row is a part of the one above it, which sums it up.
    public var isDetail = false
  }

  public enum Cell: Sendable, Equatable {
    case missing
    case text(String)
    case number(Double)
  }

  /// What stands before the sums below a table, so that a reader can tell them from rows.
  static let sumsTitle = "All shown"

  /// The rows of each group, in the order they come.
  public var groups: [(name: String?, rows: [Row])] {
    var groups: [(name: String?, rows: [Row])] = []
    for row in rows {
      if groups.isEmpty || groups[groups.count - 1].name != row.group { groups.append((row.group, [])) }
      groups[groups.count - 1].rows.append(row)
    }
    return groups
  }

  /// How a cell of a row is to be read. The first column names the row and keeps its own kind.
  func kind(_ column: Int, in row: Row) -> Kind {
    column == 0 ? columns[column].kind : row.kind ?? columns[column].kind
  }

  /// A cell as people read it.
  public func text(_ column: Int, in row: Row) -> String {
    Self.text(row.cells[column], kind(column, in: row))
  }

  /// A cell of some kind as people read it.
  static func text(_ cell: Cell, _ kind: Kind) -> String {
    switch (cell, kind) {
    case (.missing, _): ""
    case (.text(let text), _): text
    case (.number(let number), .number(let decimals)):
      ReportText.number(number, decimals: decimals, isPadded: true)
    case (.number(let number), .difference(let decimals)):
      (number > 0 ? "+" : "") + ReportText.number(number, decimals: decimals)
    case (.number(let number), .figure(let kind)): ReportText.value(number, kind)
    case (.number(let number), .share): ReportText.percent(number)
    case (.number(let number), _): ReportText.number(number, decimals: 2)
    }
  }

  /// The sum of a column over rows.
  public static func sum(_ column: Int, over rows: [Row]) -> Double {
    rows.reduce(0) { total, row in
      if case .number(let number) = row.cells[column] { total + number } else { total }
    }
  }
}
