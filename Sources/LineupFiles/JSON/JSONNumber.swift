import Foundation
import Lineup

/// The text of a number in JSON: the shortest that reads back as the double, rounded to 1e-9 of its size.
///
/// A sum of doubles is off in its last digits; a reader of `97170.74999999999` asks what it means, where it
/// means 97170.75. Whole numbers are written as they are, however many digits they have.
enum JSONNumber {
  /// `174.0` for whole numbers; `null` for what JSON has no number for.
  static func text(_ value: Double) -> String {
    value.isFinite ? rounded(value).description : "null"
  }

  /// `174.0`, `-11187.38`: the digits themselves.
  static func text(_ cents: Cents) -> String {
    let digits = String(cents.count.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    var fraction = padded.suffix(2)
    if fraction.last == "0" { fraction = fraction.dropLast() }
    return (cents.count < 0 ? "-" : "") + padded.dropLast(2) + "." + fraction
  }

  /// The double nearest to the value's first ten digits.
  static func rounded(_ value: Double) -> Double {
    guard value != value.rounded() else { return value == 0 ? 0 : value }
    return Double(String(format: "%.9e", value)) ?? value
  }
}
