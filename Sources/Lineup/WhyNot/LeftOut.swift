/// A style that is not on the tray though it sells well, and what it would cost to have it on.
package struct LeftOut: Sendable {
  package var spu: String
  package var name: String?
  package var brand: String?
  /// The group of the tray in which it would stand.
  package var group: String
  package var price: Double
  /// Expected GMV with its best pitch.
  package var gmv: Double
  package var verdict: Verdict

  /// What a search with the style locked found.
  package enum Verdict: Sendable, Equatable {
    /// The objective falls by so much; at most so much where the search was ended early. Below 0 where the tray was
    /// not proven the best, and one with the style is better.
    case costs(Double, isProven: Bool)
    /// No tray that keeps the rules has it.
    case impossible
    /// The search was ended before it found a tray with it.
    case unknown
  }
}
