/// Numbers as people and shops write them: `¥1,299.00`, `1.2万`, `10k+ sold`, `１２％`.
///
/// What digits with marks between them can mean is said by `Numeral`: `12,50` has a decimal comma,
/// `1,234` is open. `99-129`, `50/60`, `30 20` and `about 5` are no numbers.
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
    /// What it is with a decimal point, where it is open.
    package var number: Double
    /// What it is with a decimal comma; the same where it can be read in one way only.
    package var withComma: Double
    /// The decimal mark that it proves.
    package var proves: DecimalMark?
    package var features: Features
    /// The money it is in, as `AmountVocabulary.currencyName` knows it.
    var currency: UInt8?

    package var isOpen: Bool { number != withComma }
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
