import Lineup

/// A table with the kinds of its columns, so that every rendering can write figures as figures.
package struct ReportTable: Sendable {
  package var columns: [Column]
  package var rows: [Row]
  /// Columns that are summed in subtotals and totals.
  package var summed: [Int] = []
  /// Columns whose sums a terminal tells above a group.
  package var headed: [Int] = []
  /// Columns by which a page can filter; a table with some can be searched and sorted too.
  package var filtered: [Int] = []
  /// Columns whose cells a workbook shows the warmer the larger their numbers are.
  package var heated: [Int] = []
  /// What a row is.
  package var noun = Noun.item
  package var media: Media = .everywhere
  /// When a show of slots begins, where the rows are slots.
  package var timeline: Timeline?

  package init(_ columns: [Column], _ rows: [Row] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// What is counted.
  package enum Noun: Sendable, Equatable {
    case item, style, show, slot, part
  }

  /// A column and how its cells are to be read.
  package struct Column: Sendable, Equatable {
    /// The name that programs know, as in CSV.
    package var key: String
    package var title: String
    package var kind: Kind
    package var media: Media
    /// What a person may choose from in an edited workbook; empty where the text is free.
    package var choices: [String] = []
    /// The factors whose product the cells are, each the column of a key, less the others: units x (price - cost).
    package var factors: [[String]] = []
    /// How many columns of a terminal it takes at most, and how few it can do with.
    package var width: Width?

    package struct Width: Sendable, Equatable {
      package var most: Int
      package var least: Int
    }

    package init(
      _ key: String, _ title: String, _ kind: Kind, media: Media = .everywhere,
      width: (most: Int, least: Int)? = nil
    ) {
      self.key = key
      self.title = title
      self.kind = kind
      self.media = media
      self.width = width.map { Width(most: $0.most, least: $0.least) }
    }
  }

  package enum Kind: Sendable, Equatable {
    case text, tags
    /// The id of a style, and what it is called.
    case style, name
    /// A rule row.
    case rule
    /// A link to a picture.
    case picture
    /// A sentence: long, with names and ranges in it.
    case sentence
    /// What is said of a style below its name.
    case aside
    /// A state that has a tone.
    case state
    /// Words with a picture of the row's gauge.
    case gauge
    /// A whole number of things.
    case count
    /// An amount or another number with at most so many decimals, the same in every row.
    case amount(decimals: Int)
    case minutes(decimals: Int)
    /// A number less another, always with its sign.
    case difference(decimals: Int)
    /// What a rule row counts, in the row's own terms.
    case figure(RuleCheck.Kind)
    /// What a rule row asks for.
    case range
    /// A share, shown in percent with so many decimals.
    case share(decimals: Int)
    /// A number as a dot between the least and the most of its column.
    case plot
  }

  /// A row and the group it stands in.
  package struct Row: Sendable, Equatable {
    package var cells: [Cell]
    package var group: String?
    package var tone: Report.Tone = .plain
    /// How the row's numbers are to be read, where rows differ in that; the column's kind otherwise.
    package var kind: Kind?
    /// Cells that are to be seen first, such as those that differ from the first show's.
    package var marks: Set<Int> = []
    /// Cells that say that something is wrong.
    package var faults: Set<Int> = []
    /// Cells of a workbook that have the colour of a kind, by its number.
    package var tints: [Int: Int] = [:]
    /// The section that tells more of the row; its name links to it.
    package var target: String?
    /// What a cell of the kind `gauge` draws.
    package var gauge: Gauge?
    /// How its figure follows from the tray.
    package var tally: Tally?
    /// Whether the row is a part of the one above it, which sums it up.
    package var isDetail = false
    /// When a slot is on air, and what it is.
    package var slot: Slot?

    package init(_ cells: [Cell], group: String? = nil, tone: Report.Tone = .plain) {
      self.cells = cells
      self.group = group
      self.tone = tone
    }
  }

  package enum Cell: Sendable, Equatable {
    case missing
    case text(String)
    /// What programs read, and what it is called.
    case named(String, label: String)
    case phrase(Phrase)
    case number(Double)
    /// A number that is known to lie between two; the second may be infinite.
    case between(Double, Double)
    /// What a row asks for; `nil` for all or none.
    case range(Bounds?, RuleCheck.Kind)
    case styles([StyleName])

    package static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
    package static func optional(_ number: Double?) -> Cell { number.map { .number($0) } ?? .missing }
    /// A figure, or a dash that says that there is none.
    package static func figure(_ number: Double?) -> Cell {
      number.map { .number($0) } ?? .named("", label: Words.nothing)
    }
  }

  /// The rows of each group, in the order they come.
  package var groups: [(name: String?, rows: [Row])] {
    var groups: [(name: String?, rows: [Row])] = []
    for row in rows {
      if groups.isEmpty || groups[groups.count - 1].name != row.group { groups.append((row.group, [])) }
      groups[groups.count - 1].rows.append(row)
    }
    return groups
  }

  /// Puts a column before that of a place, with its cells from the first row on.
  package mutating func insert(_ column: Column, at place: Int, _ cells: [Cell]) {
    columns.insert(column, at: place)
    for (row, cell) in zip(rows.indices, cells) { rows[row].cells.insert(cell, at: place) }
    func moved(_ columns: [Int]) -> [Int] { columns.map { $0 >= place ? $0 + 1 : $0 } }
    summed = moved(summed)
    headed = moved(headed)
    filtered = moved(filtered)
    heated = moved(heated)
  }

  /// The place of the column of that key.
  package func place(of key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// The columns that are shown there, as their places.
  package func shown(in media: Media) -> [Int] {
    columns.indices.filter { !columns[$0].media.isDisjoint(with: media) }
  }

  /// The sum of a column over rows.
  package static func sum(_ column: Int, over rows: [Row]) -> Double {
    rows.reduce(0) { total, row in
      if case .number(let number) = row.cells[column] { total + number } else { total }
    }
  }
}

extension ReportTable.Kind {
  /// Whether cells stand to the right, as figures do.
  package var isNumeric: Bool {
    switch self {
    case .count, .amount, .minutes, .difference, .figure, .range, .share: true
    case .text, .tags, .style, .name, .rule, .picture, .sentence, .aside, .state, .gauge, .plot: false
    }
  }
}
