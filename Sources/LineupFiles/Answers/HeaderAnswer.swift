import Lineup
import LineupReports

/// What `lineup check` shows of a catalog whose headers cannot be settled without a person: each header
/// with what it was read as and its first cells, and what is to be said in the scenario.
package struct HeaderAnswer: Sendable {
  private let source: String
  private let head: CatalogHead
  private let meanings: HeaderMeanings

  /// - Parameter error: Why the catalog cannot be read.
  /// - Returns: `nil` where that is no matter of its headers, or the file cannot be read at all.
  package init?(_ error: LineupError, paths: [String], settings: CatalogSettings) {
    let isAboutHeaders = error.problems.contains { problem in
      switch problem.kind {
      case .ambiguousColumn, .missingColumn, .unknownHeader, .headerGivenTwice, .headerOfFew, .styleOrSize,
        .letterBeyondHeaders:
        true
      default: false
      }
    }
    guard isAboutHeaders, let head = try? CatalogHead(contentsOf: paths, settings: settings) else {
      return nil
    }
    source = paths.joined(separator: ", ")
    self.head = head
    meanings = HeaderMeanings(of: head.headers, settings: settings)
  }

  /// For a terminal.
  package func text(style: TextStyle) -> String {
    let report = Report(
      headersOf: source, head.headers, meanings: meanings, examples: { head.examples(ofColumn: $0) })
    return ReportText(report, style: style).text + "\n"
  }
}
