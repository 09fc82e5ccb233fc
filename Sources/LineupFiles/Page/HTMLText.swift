/// Text as it may stand in a page.
enum HTMLText {
  /// `text` with everything that means something in HTML escaped, fit for content and for quoted
  /// attributes; controls that HTML forbids become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default:
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        // Marks that turn the direction of all text behind them could reorder a page.
        let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        escaped.unicodeScalars.append(isControl || turns ? " " : scalar)
      }
    }
    return escaped
  }
}
