import Lineup

/// What `lineup check` shows of a catalog whose headers cannot be settled without a person: each header
/// with what it was read as and its first cells, and what is to be said in the scenario.
public struct HeaderText: Sendable {
  private let source: String
  private let head: CatalogHead
  private let meanings: HeaderMeanings

  /// - Parameter error: Why the catalog cannot be read.
  /// - Returns: `nil` where that is no matter of its headers, or the file cannot be read at all.
  public init?(_ error: LineupError, path: String, settings: CatalogSettings) {
    let isAboutHeaders = error.problems.contains { problem in
      switch problem.kind {
      case .ambiguousColumn, .missingColumn, .unknownHeader, .headerGivenTwice, .headerOfFew: true
      default: false
      }
    }
    guard isAboutHeaders, let head = try? CatalogHead(contentsOf: path, settings: settings) else {
      return nil
    }
    source = path
    self.head = head
    meanings = HeaderMeanings(of: head.headers, settings: settings)
  }

  public func text(style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("Header", maximumWidth: 30), .init("read as", minimumWidth: 10),
      .init("first cells", maximumWidth: 64, minimumWidth: 16),
    ])
    var isAsked: [Bool] = []
    for (position, header) in head.headers.enumerated() {
      let column = meanings.columns[position]
      let isOpen = column.map(meanings.asked.contains) ?? false
      let reading = column.map { isOpen ? "\($0.rawValue)?" : $0.rawValue } ?? "(own column)"
      table.addRow([
        header.isEmpty ? "(no header)" : header, header.isEmpty ? "not used" : reading,
        head.examples(ofColumn: position).joined(separator: " | "),
      ])
      isAsked.append(isOpen)
    }
    let body = table.text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell(let row, _): isAsked[row] ? style.paint(text, .yellow) : text
      }
    }
    return "The headers of \(DisplayWidth.singleLine(source)):\n\n\(body)\n" + questions
  }

  /// One question for each column that several headers answer to.
  private var questions: String {
    var text = ""
    for column in meanings.asked {
      let answers = head.headers.indices.filter { meanings.columns[$0] == column }
        .map { DisplayWidth.singleLine(HeaderMeanings.form(ofColumn: $0, in: head.headers)) }
      text += "which is the \(column.rawValue): \(FigureText.list(answers, "or"))?"
      text += " Say columns: { \(column.rawValue): \(answers[0]) } or another of them.\n"
    }
    return text.isEmpty ? "" : text + "\n"
  }
}
