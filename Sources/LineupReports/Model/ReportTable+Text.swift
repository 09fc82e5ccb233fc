import Lineup

extension ReportTable {
  /// How a cell of a row is to be read. The first column names the row and keeps its own kind.
  package func kind(_ column: Int, in row: Row) -> Kind {
    column == 0 ? columns[column].kind : row.kind ?? columns[column].kind
  }

  /// A cell as people read it.
  package func text(_ column: Int, in row: Row, _ reading: Reading) -> String {
    Self.text(row.cells[column], kind(column, in: row), reading)
  }

  /// A cell of some kind as people read it.
  package static func text(_ cell: Cell, _ kind: Kind, _ reading: Reading) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): kind == .rule ? Words.row(text, reading) : text
    case .named(_, let label): kind == .rule ? Words.row(label, reading) : label
    case .phrase(let phrase): phrase.text(reading)
    case .number(let number): text(number, kind)
    case .range(let bounds, let kind): Words.range(bounds, kind, reading)
    case .between(let least, let most): between(least, most, kind, reading)
    case .styles(let styles): styles.map(\.label).joined(separator: ", ")
    }
  }

  /// A number of some kind.
  package static func text(_ number: Double, _ kind: Kind) -> String {
    switch kind {
    case .count: FigureText.number(number, decimals: number == number.rounded() ? 0 : 2)
    case .amount(let decimals), .minutes(let decimals):
      FigureText.number(number, decimals: decimals, isPadded: true)
    case .difference(let decimals): (number > 0 ? "+" : "") + FigureText.number(number, decimals: decimals)
    case .figure(let kind): FigureText.value(number, kind)
    case .share(let decimals): FigureText.percent(number, decimals: decimals)
    default: FigureText.number(number, decimals: 2)
    }
  }

  /// `+1,024`, `+10,459..10,499` where the number lies between the two, `+10,459..` where no end is known.
  private static func between(_ least: Double, _ most: Double, _ kind: Kind, _ reading: Reading) -> String {
    func amount(_ value: Double) -> String {
      FigureText.number(value, decimals: abs(value) < 1000 ? 2 : 0)
    }
    var isSigned = false
    if case .difference = kind { isSigned = true }
    let first = (isSigned && least > 0 ? "+" : "") + amount(least)
    if least == most { return first }
    let last = most.isFinite ? amount(most) : ""
    return amount(least) == last ? first : Words.range(first, last, reading)
  }

  /// How many decimals numbers need, at most so many.
  package static func decimals(of values: some Sequence<Double>, atMost most: Int) -> Int {
    values.reduce(0) { found, value in
      let written = FigureText.number(value, decimals: most)
      let own = written.lastIndex(of: ".").map { written.distance(from: $0, to: written.endIndex) - 1 } ?? 0
      return max(found, own)
    }
  }

  /// How many decimals amounts of money are shown with: none, or two, as money has no single one.
  package static func decimals(ofMoney values: some Sequence<Double>) -> Int {
    values.allSatisfy { $0 == $0.rounded() } ? 0 : 2
  }
}
