/// A style that is not on the tray though it sells well, and what it would cost to have it on.
public struct LeftOut: Sendable {
  public var spu: String
  public var name: String?
  public var brand: String?
  /// The group of the tray in which it would stand.
  public var group: String
  public var price: Double
  /// Expected GMV with its best pitch.
  public var gmv: Double
  public var verdict: Verdict

  /// What a search with the style locked found.
  public enum Verdict: Sendable, Equatable {
    /// The objective falls by so much; at most so much where the search was ended early. Below 0 where the tray was
    /// not proven the best, and one with the style is better.
    case costs(Double, isProven: Bool)
    /// No tray that keeps the rules has it.
    case impossible
    /// The search was ended before it found a tray with it.
    case unknown
  }
}
