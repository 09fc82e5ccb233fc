/// How text for people is laid out.
public struct TextStyle: Sendable {
  /// Whether escape sequences for colour may be used.
  public var usesColour: Bool
  /// Columns of the terminal, `nil` where lines may be as long as they need.
  public var width: Int?

  public init(usesColour: Bool = false, width: Int? = nil) {
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

  func paint(_ text: String, _ colour: Colour) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
