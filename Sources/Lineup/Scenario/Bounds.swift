/// A range of numbers as the contract writes it: `a..b`, `a..`, `..b`, or `a` for exactly a; both
/// ends belong to it. A tilde does for the dots (`a~b`), and full-width characters for their like.
public struct Bounds: Sendable, Equatable {
  /// `-infinity` where there is no lower end.
  public var lower: Double
  /// `infinity` where there is no upper end.
  public var upper: Double

  package init(lower: Double = -.infinity, upper: Double = .infinity) {
    self.lower = lower
    self.upper = upper
  }

  /// Both ends belong to the range.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }

  /// At least so much.
  public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower) }

  /// At most so much.
  public static func atMost(_ upper: Double) -> Bounds { Bounds(upper: upper) }

  /// Exactly so much.
  public static func equal(_ number: Double) -> Bounds { Bounds(lower: number, upper: number) }

  /// Whether `value` lies within, without any tolerance; NaN never does.
  package func contains(_ value: Double) -> Bool {
    value >= lower && value <= upper
  }

  /// How far `value` lies outside; 0 within.
  func miss(_ value: Double) -> Double {
    max(0, lower - value, value - upper)
  }
}

extension Bounds {
  /// Why a text is no range.
  enum ReadingError: Error, Equatable {
    case notARange
    case impossible(String)

    /// What to report of it.
    func kind(key: String, text: String, expected: String) -> Problem.Kind {
      switch self {
      case .notARange: .invalidScalar(key: key, text: text, expected: expected)
      case .impossible(let reason): .impossibleRange(text: text, reason: reason)
      }
    }
  }

  /// Reads a range.
  /// - Parameter shares: whether `15%` may stand for 0.15.
  init(reading text: String, shares: Bool) throws(ReadingError) {
    var text = ScalarText.halfWidth(text)
    // `0...1` is no range from 0 to .1, but a slip of the finger.
    if text.contains("...") { throw .notARange }
    if !text.contains(".."), text.count(where: { $0 == "~" }) == 1 {
      text = text.replacing("~", with: "..")
    }
    let pieces = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    func end(_ piece: Substring) throws(ReadingError) -> Double? {
      let trimmed = ScalarText.trimmed(piece)
      if trimmed.isEmpty { return nil }
      guard let number = ScalarText.number(trimmed, shares: shares) else { throw .notARange }
      return number
    }
    if pieces.count == 1 {
      guard let exact = try end(pieces[0]) else { throw .notARange }
      self.init(lower: exact, upper: exact)
      return
    }
    let lower = try end(pieces[0])
    let upper = try end(pieces[1])
    guard lower != nil || upper != nil else { throw .impossible("it has no end; write a.., ..b or a..b") }
    // 0 is 0%.
    if shares, pieces[0].contains("%") != pieces[1].contains("%"), let lower, let upper,
      pieces[0].contains("%") ? upper != 0 : lower != 0
    {
      throw .impossible("one end is in percent and the other is not; write both with %")
    }
    if let lower, let upper, lower > upper {
      throw .impossible("its lower end is above its upper end; write the smaller one first")
    }
    self.init(lower: lower ?? -.infinity, upper: upper ?? .infinity)
  }
}
