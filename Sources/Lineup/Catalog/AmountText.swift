/// Numbers as people and shops write them: `¥1,299.00`, `1.2万`, `10k+ sold`, `１２％`.
///
/// Only what can be meant in one way is read. `1,234` is a thousand and some, as three digits follow
/// the comma; `12,50` has a decimal comma; `99-129`, `50/60` and `about 5` are no numbers.
package enum AmountText {
  /// What a number was written with.
  package struct Features: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let currency = Features(rawValue: 1)
    package static let separators = Features(rawValue: 2)
    package static let decimalComma = Features(rawValue: 4)
    package static let percent = Features(rawValue: 8)
    package static let multiplier = Features(rawValue: 16)
    package static let atLeast = Features(rawValue: 32)
    package static let fullWidth = Features(rawValue: 64)
    package static let unit = Features(rawValue: 128)
  }

  /// A number and what it was written with.
  package struct Reading: Sendable, Equatable {
    package var number: Double
    package var features: Features
    /// The money it is in, as `AmountVocabulary.currencyName` knows it.
    var currency: UInt8?
  }

  /// Longer texts are descriptions.
  private static let longest = 48

  /// Reads a trimmed cell that is no plain number; `nil` where it is none at all. A percentage is
  /// its share. Time O(n) in the bytes.
  /// - Parameter isOwnColumn: Whether the column is one of the file's own, where `12%` is a number,
  ///   but `18K` may be a purity of gold.
  package static func read(_ cell: UnsafeBufferPointer<UInt8>, isOwnColumn: Bool) -> Reading? {
    guard cell.count <= longest else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { bytes in
      var scanner = AmountScanner(cell, into: bytes)
      return scanner.scan(isOwnColumn: isOwnColumn)
    }
  }
}

/// Digits in groups: `1,299.00`, `12,34,567` as India writes it.
enum GroupedDigits {
  /// Copies the number without its commas; `nil` where the commas do not stand between groups.
  static func ungrouped(_ bytes: UnsafeBufferPointer<UInt8>, into digits: UnsafeMutableBufferPointer<UInt8>)
    -> Int?
  {
    var count = 0
    var groups = 0
    var inGroup = 0
    var isWhole = true
    for (position, byte) in bytes.enumerated() {
      guard count < digits.count else { return nil }
      if byte == UInt8(ascii: ",") {
        guard isWhole, groups == 0 ? (1...3).contains(inGroup) : inGroup == 3 || inGroup == 2 else {
          return nil
        }
        groups += 1
        inGroup = 0
        continue
      }
      if byte == UInt8(ascii: ".") {
        guard isWhole else { return nil }
        if groups > 0, inGroup != 3 { return nil }
        isWhole = false
      } else if byte &- UInt8(ascii: "0") < 10 {
        inGroup += 1
      } else if position > 0 || byte != UInt8(ascii: "-") {
        return nil
      }
      digits[count] = byte
      count += 1
    }
    return groups > 0 && (!isWhole || inGroup == 3) ? count : nil
  }
}
