/// How large and how small numbers may be wherever a person can write one; the README says the same.
///
/// Sums of doubles tell one unit of 1e15 from the next, of more they do not; and what is below 1e-9 is 0
/// to the contract's gap. Within these limits every sum and every proof means what it says.
package enum NumberLimits {
  /// No number is larger in size, and neither is what a rule or the objective sums over a tray.
  package static let greatest = 1e15
  /// No number but 0 is smaller in size.
  package static let least = 1e-9
  /// Minutes of a show, of a pitch and of what is kept free.
  package static let minutes = 1e7
  /// Minutes of a running order, which is searched second by second.
  package static let rundownMinutes = 10_000.0
  /// The ends of a range of shares: 100,000%.
  package static let share = 1e3
  /// Seconds of a time limit: thirty years.
  package static let seconds = 1e9
  /// A whole number on the command line that counts changes, styles or items.
  package static let count = 1_000_000_000

  /// Whether a number is 0 or of a size that can be reckoned with.
  package static func allow(_ number: Double) -> Bool {
    number == 0 || (abs(number) >= least && abs(number) <= greatest)
  }

  /// What `allow(_:)` asks for, in words.
  package static let words = "0, or between 1e-9 and 1e15 in size"
}
