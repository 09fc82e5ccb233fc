/// What a number is, in catalogs and in scenarios alike: ASCII digits with an optional sign, decimal
/// point and exponent. No `nan`, no `inf`, no hexadecimal, no separators; always finite.
package enum NumberText {
  /// The number that `text` is, in full; `nil` where it is none.
  ///
  /// - Parameter underscores: whether single underscores between digits are allowed (`1_200_000`), as
  ///   they are in scenarios but not in catalogs.
  package static func number(_ text: some StringProtocol, underscores: Bool = false) -> Double? {
    var copy = String(text)
    return copy.withUTF8 { number($0, underscores: underscores) }
  }

  /// The number that UTF-8 `bytes` are, correctly rounded; `nil` where they are none.
  ///
  /// Up to 15 digits with a small exponent need one exact multiplication or division (Clinger 1990);
  /// anything longer goes through the standard library. Time O(n) in the bytes.
  package static func number(_ bytes: UnsafeBufferPointer<UInt8>, underscores: Bool = false) -> Double? {
    var scanner = NumberScanner(bytes: bytes, underscores: underscores)
    guard scanner.scan() else { return nil }
    let power = scanner.exponent - scanner.fractionDigits
    if !scanner.lostDigits, scanner.significand <= 1 << 53, abs(power) <= 22 {
      let magnitude =
        power >= 0
        ? Double(scanner.significand) * powersOfTen[power]
        : Double(scanner.significand) / powersOfTen[-power]
      return scanner.negative ? -magnitude : magnitude
    }
    let digits = bytes.filter { $0 != UInt8(ascii: "_") }
    guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  /// The powers of ten that a double holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// Reads the parts of a number and checks its grammar.
private struct NumberScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let underscores: Bool
  var position = 0
  var negative = false
  /// The digits read so far as one integer, as long as they fit.
  var significand: UInt64 = 0
  /// Whether there were more digits than `significand` could take.
  var lostDigits = false
  var fractionDigits = 0
  var exponent = 0

  init(bytes: UnsafeBufferPointer<UInt8>, underscores: Bool) {
    self.bytes = bytes
    self.underscores = underscores
  }

  /// Whether the bytes are a number from the first to the last.
  mutating func scan() -> Bool {
    if let sign = peek, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      position += 1
    }
    guard let whole = scanDigits() else { return false }
    var fraction = 0
    if peek == UInt8(ascii: ".") {
      position += 1
      guard let digits = scanDigits() else { return false }
      fraction = digits
      fractionDigits = digits
    }
    guard whole + fraction > 0 else { return false }
    if let letter = peek, letter | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard scanExponent() else { return false }
    }
    return position == bytes.count
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// How many digits there are from here on; `nil` where an underscore is not between two of them.
  private mutating func scanDigits() -> Int? {
    var count = 0
    var afterUnderscore = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte &- UInt8(ascii: "0") < 10 {
        if significand < 1_000_000_000_000_000_000 {
          significand = significand &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        } else {
          lostDigits = true
        }
        count += 1
        afterUnderscore = false
      } else if underscores, byte == UInt8(ascii: "_"), count > 0, !afterUnderscore {
        afterUnderscore = true
      } else {
        break
      }
      position += 1
    }
    return afterUnderscore ? nil : count
  }

  private mutating func scanExponent() -> Bool {
    var negativeExponent = false
    if let sign = peek, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negativeExponent = sign == UInt8(ascii: "-")
      position += 1
    }
    let start = position
    while let byte = peek, byte &- UInt8(ascii: "0") < 10 {
      exponent = min(exponent * 10 + Int(byte &- UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    if negativeExponent { exponent = -exponent }
    return position > start
  }
}
