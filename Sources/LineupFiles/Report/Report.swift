/// A report as values: what it says, before it becomes a page or a workbook. Everything that is shown
/// comes from here, so that no two outputs disagree.
public struct Report: Sendable {
  public var title: String
  /// A few facts below the title: the date, the region, the catalog.
  public var facts: [String]
  public var verdict: Verdict
  public var figures: [Figure]
  public var sections: [Section]
  public var notes: [String]

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
  /// Columns by which a page can filter.
  public var filtered: [Int] = []

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
    /// A share, shown in percent.
    case share
    /// A state that has a tone.
    case state
  }

  /// A row and the group it stands in.
  public struct Row: Sendable, Equatable {
    public var cells: [Cell]
    public var group: String?
    public var tone: Report.Tone = .plain
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

  /// A cell as people read it.
  public func text(_ cell: Cell, column: Int) -> String {
    switch (cell, columns[column].kind) {
    case (.missing, _): ""
    case (.text(let text), _): text
    case (.number(let number), .number(let decimals)):
      ReportText.number(number, decimals: decimals, isPadded: true)
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

/// A chart as values.
public struct ReportChart: Sendable {
  public var title: String
  /// What the figures count: `items`, `GMV`.
  public var unit: String
  public var kind: Kind
  public var bars: [Bar]

  public enum Kind: Sendable, Equatable {
    /// Counts against what a rule asks.
    case quota
    /// Bars from the left, one for each value.
    case bars
    /// A curve through the bars' values in their order, such as a frontier.
    case curve
  }

  /// A value and, for a quota, what is asked.
  public struct Bar: Sendable, Equatable {
    public var label: String
    public var value: Double
    public var lower: Double?
    public var upper: Double?
    /// The value as people read it.
    public var text: String
    public var tone: Report.Tone = .plain
  }
}
