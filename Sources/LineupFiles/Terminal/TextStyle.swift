/// How text for people is laid out.
package struct TextStyle: Sendable {
  /// Whether colours are marked, for `terminal(_:)` to make escape sequences of.
  package var usesColour: Bool
  /// Columns of the terminal, `nil` where lines may be as long as they need.
  package var width: Int?

  package init(usesColour: Bool = false, width: Int? = nil) {
    self.usesColour = usesColour
    self.width = width
  }

  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  /// Stands for the start of an escape sequence while text is put together. It is another in every process,
  /// so that no text from outside can hold it.
  private static let mark: [Unicode.Scalar] =
    ["\u{F0D0}"] + String(UInt64.random(in: .min ... .max), radix: 36).unicodeScalars + ["\u{F0D1}"]

  func paint(_ text: String, _ colour: Colour) -> String {
    guard usesColour, !text.isEmpty else { return text }
    return Self.start(colour.rawValue) + text + Self.start("0")
  }

  private static func start(_ code: String) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: mark)
    text.append(contentsOf: code.unicodeScalars)
    text.append("m")
    return String(text)
  }

  /// A report's text as it may go to a terminal: its colours as escape sequences, and every other control
  /// in it, which came from a catalog or a scenario, made visible.
  package func terminal(_ text: String) -> String {
    let visible = TerminalText.visible(text)
    guard usesColour else { return visible }
    var terminal = String.UnicodeScalarView()
    var scalars = visible.unicodeScalars[...]
    while let scalar = scalars.first {
      if scalar == Self.mark[0], scalars.starts(with: Self.mark) {
        terminal.append(contentsOf: "\u{1B}[".unicodeScalars)
        scalars = scalars.dropFirst(Self.mark.count)
      } else {
        terminal.append(scalar)
        scalars.removeFirst()
      }
    }
    return String(terminal)
  }
}
