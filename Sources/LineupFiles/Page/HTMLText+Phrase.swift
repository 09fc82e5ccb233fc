import LineupReports

extension HTMLText {
  /// A phrase in which names of rules stand out and ranges are in words.
  static func phrase(_ phrase: Phrase) -> String {
    phrase.parts.map { part in
      switch part {
      case .text(let text): escaped(text)
      case .rule(let name): "<b>\(escaped(Words.row(name, .spoken)))</b>"
      case .range(let bounds, let kind): escaped(Words.range(bounds, kind, .spoken))
      }
    }.joined()
  }
}
