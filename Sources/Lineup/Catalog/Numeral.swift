/// Digits with marks and gaps between them, and what they can mean.
///
/// - `1,5`, `0,875`, `1.299,00`, `1 299,5`, `1'299.50`, `1,299,000`: one way only, which proves the
///   decimal mark.
/// - `1 299`, `1'299`: one way, which proves nothing.
/// - `1.234`, `1,234`: a thousand and some, or one and some. Such a numeral is *open*; the column and
///   then the file say which it is.
///
/// A first group of thousands does not begin with 0. Spaces and apostrophes group digits only by threes,
/// commas also as India does (`12,34,567`).
struct Numeral: Equatable {
  /// What it is with a decimal point, where it is open.
  var number: Double
  /// What it is with a decimal comma.
  var withComma: Double
  /// The mark that it proves.
  var proves: DecimalMark?
  /// Whether decimals are written out.
  var showsDecimals = false

  var isOpen: Bool { number != withComma }

  private init(_ number: Double, proves: DecimalMark?, showsDecimals: Bool) {
    self.number = number
    withComma = number
    self.proves = proves
    self.showsDecimals = showsDecimals
  }

  /// `grouped` where `mark` groups, a thousandth of it where it stands before decimals. A whole number of
  /// six digits by 1,000 is rounded once, as reading the decimals would be.
  private init(open grouped: Double, mark: DecimalMark) {
    number = mark == .point ? grouped / 1000 : grouped
    withComma = mark == .point ? grouped : grouped / 1000
  }

  /// - Parameters:
  ///   - bytes: Digits with an optional sign; spaces as U+0020, apostrophes as U+0027.
  ///   - said: The decimal mark, where something beside the digits says it (`1.299,-`).
  ///   - hasDecimals: Whether there can be decimals: a price in yen has none, or zeros.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, said: DecimalMark? = nil, hasDecimals: Bool = true) {
    let shape = Shape(bytes)
    guard let shape, shape.digits > 0 else { return nil }
    if shape.gaps > 0, !shape.gapsGroup { return nil }
    guard let last = shape.last, let mark = DecimalMark(bytes[last]) else {
      self.init(bytes, shape: shape, decimals: nil, proves: said)
      return
    }
    let isLone = shape.points + shape.commas == 1
    if !isLone, shape.gaps > 0 { return nil }
    let canGroup = Self.groups(bytes[shape.first...], mark: mark.byte)
    if isLone {
      // Behind digits in groups of another kind, a mark stands before decimals.
      let whole = bytes[shape.first..<last]
      let isOpen = shape.gaps == 0 && canGroup && whole.first != UInt8(ascii: "0")
      if isOpen, hasDecimals, said == nil {
        let digits = bytes[shape.first...].reduce(0.0) { value, byte in
          Self.isDigit(byte) ? value * 10 + Double(byte - UInt8(ascii: "0")) : value
        }
        self.init(open: shape.isNegative ? -digits : digits, mark: mark)
        return
      }
      if isOpen, !hasDecimals || said == mark.other {
        self.init(bytes, shape: shape, decimals: nil, proves: mark.other)
        return
      }
      guard said == nil else { return nil }
    } else if shape.points == 0 || shape.commas == 0 {
      guard canGroup, said != mark else { return nil }
      self.init(bytes, shape: shape, decimals: nil, proves: mark.other)
      return
    } else {
      let marks = mark == .point ? shape.points : shape.commas
      let whole = bytes[shape.first..<last]
      guard said == nil, marks == 1, Self.groups(whole, mark: mark.other.byte) else { return nil }
    }
    let decimals = bytes[(last + 1)...]
    guard !decimals.isEmpty, decimals.allSatisfy(Self.isDigit) else { return nil }
    // 150.00円 has two zeros; three behind digits that are no group, 1096.000₫, may be thousands all the same.
    guard hasDecimals || decimals.count < 3 && decimals.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      return nil
    }
    self.init(bytes, shape: shape, decimals: last, proves: mark)
  }

  /// The number that the digits make, those behind `decimals` being decimals.
  private init?(
    _ bytes: UnsafeBufferPointer<UInt8>, shape: Shape, decimals: Int?, proves: DecimalMark?
  ) {
    let number = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) {
      plain -> Double? in
      var count = 0
      if shape.isNegative {
        plain[0] = UInt8(ascii: "-")
        count = 1
      }
      for position in shape.first..<bytes.count {
        if position == decimals {
          plain[count] = UInt8(ascii: ".")
        } else if Self.isDigit(bytes[position]) {
          plain[count] = bytes[position]
        } else {
          continue
        }
        count += 1
      }
      return NumberText.number(UnsafeBufferPointer(rebasing: plain[..<count]))
    }
    guard let number else { return nil }
    self.init(number, proves: proves, showsDecimals: decimals != nil)
  }

  /// Whether a plain number, as `NumberText` reads it, is open: `1.234`.
  static func isOpen(plain bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    guard count >= 5, count <= 8, bytes[count - 4] == UInt8(ascii: ".") else { return false }
    let first = isDigit(bytes[0]) ? 0 : 1
    let whole = count - 4 - first
    guard (1...3).contains(whole), bytes[first] != UInt8(ascii: "0") else { return false }
    return isDigit(bytes[count - 1]) && isDigit(bytes[count - 2]) && isDigit(bytes[count - 3])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether `mark` stands between groups of thousands everywhere, the first of which does not begin
  /// with 0; commas also between hundreds before the last.
  private static func groups(_ digits: Slice<UnsafeBufferPointer<UInt8>>, mark: UInt8) -> Bool {
    guard let first = digits.first, first != UInt8(ascii: "0") else { return false }
    let lengths = digits.split(separator: mark, omittingEmptySubsequences: false).map { group in
      group.allSatisfy(isDigit) ? group.count : 0
    }
    guard lengths.count > 1, let lead = lengths.first, lengths.last == 3 else { return false }
    let middle = lengths.dropFirst()
    if (1...3).contains(lead), middle.allSatisfy({ $0 == 3 }) { return true }
    return mark == UInt8(ascii: ",") && (1...2).contains(lead) && middle.dropLast().allSatisfy { $0 == 2 }
  }
}

extension Numeral {
  /// What the bytes of a numeral are, told in one pass.
  private struct Shape {
    var isNegative = false
    /// Where the digits begin, behind the sign.
    var first = 0
    var digits = 0
    var points = 0
    var commas = 0
    var gaps = 0
    /// The last point or comma.
    var last: Int?
    /// Whether all gaps are of one kind, before every mark, and group by threes.
    var gapsGroup = true

    /// `nil` where there is anything but a sign, digits, points, commas, spaces and apostrophes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        first = 1
      }
      var gap: UInt8?
      var inGroup = 0
      for position in first..<max(first, bytes.count) {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          digits += 1
          inGroup += 1
        case UInt8(ascii: " "), UInt8(ascii: "'"):
          let isGroup =
            gaps == 0 ? (1...3).contains(inGroup) && bytes[first] != UInt8(ascii: "0") : inGroup == 3
          if last != nil || !isGroup || (gap ?? byte) != byte { gapsGroup = false }
          gap = byte
          gaps += 1
          inGroup = 0
        case UInt8(ascii: "."), UInt8(ascii: ","):
          if last == nil, gaps > 0, inGroup != 3 { gapsGroup = false }
          if byte == UInt8(ascii: ".") { points += 1 } else { commas += 1 }
          last = position
          inGroup = 0
        default: return nil
        }
      }
      if last == nil, gaps > 0, inGroup != 3 { gapsGroup = false }
    }
  }
}
