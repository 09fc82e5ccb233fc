import Foundation

/// Whole numbers of more than 15 digits: a spreadsheet keeps 15 and shows zeros behind them, whatever its
/// file holds.
enum LongNumber {
  /// A whole number as a spreadsheet shows it; `nil` where it has 15 digits or fewer, or is none.
  static func text(_ number: Double) -> String? {
    guard number.isFinite, abs(number) >= 1e15, number.rounded(.towardZero) == number, abs(number) < 1e40
    else {
      return nil
    }
    // Fifteen digits: 6.90123456789012e+17
    let parts = String(format: "%.14e", abs(number)).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
    let digits = parts[0].filter { $0 != "." }
    guard exponent + 1 >= digits.count else { return nil }
    let zeros = String(repeating: "0", count: exponent + 1 - digits.count)
    return (number < 0 ? "-" : "") + digits + zeros
  }
}
