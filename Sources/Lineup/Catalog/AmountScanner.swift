/// Takes the parts of an amount off both ends until a plain number is left. Works on a copy of the
/// cell's bytes and makes no text.
struct AmountScanner {
  /// The folded cell; what is left of it is `start..<end`.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var features: AmountText.Features = []
  private var currency: UInt8?
  private var factor = 1.0

  /// - Parameter bytes: Room for as many bytes as `cell` has.
  init(_ cell: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    fold(cell)
  }

  /// The number in full; `nil` where something is left that is none.
  mutating func scan(isOwnColumn: Bool) -> AmountText.Reading? {
    guard (start..<end).contains(where: { Self.isDigit(bytes[$0]) }) else { return nil }
    // A spreadsheet's mark of a text, `'1299`.
    if bytes[start] == UInt8(ascii: "'") { start += 1 }
    let isNegative = takeSign()
    currency = takePrefix(AmountVocabulary.currencies, .currency)
    takePrefix(AmountVocabulary.countPrefixes, .unit)
    takeSuffix(AmountVocabulary.units, .unit)
    if let meaning = takeSuffix(AmountVocabulary.currencies, .currency) { currency = meaning }
    takeSuffix(AmountVocabulary.atLeast, .atLeast)
    let isPercent = isOwnColumn && takeSuffix(AmountVocabulary.percent, .percent) != nil
    takeMultiplier(isOwnColumn: isOwnColumn)
    guard let numeral = numeral() else { return nil }
    // A percentage is a decimal fraction: 7 / 100 and not 7 x 0.01, which rounds twice.
    func scaled(_ number: Double) -> Double {
      let scaled = isPercent ? number * factor / 100 : number * factor
      return isNegative ? -scaled : scaled
    }
    return AmountText.Reading(
      number: scaled(numeral.number), withComma: scaled(numeral.withComma), proves: numeral.proves,
      features: features, currency: currency)
  }

  private mutating func takeMultiplier(isOwnColumn: Bool) {
    if let meaning = takeSuffix(AmountVocabulary.multipliers, .multiplier) {
      factor *= AmountVocabulary.factors[Int(meaning)]
      return
    }
    // 18K is gold and 3M a size, where nothing says that it is a count.
    guard !isOwnColumn || !features.isDisjoint(with: [.atLeast, .unit, .currency]) else { return }
    if let meaning = takeSuffix(AmountVocabulary.letters, .multiplier) {
      factor *= AmountVocabulary.letterFactors[Int(meaning)]
    }
  }

  // MARK: Digits

  /// What is left as a number, with marks and gaps or without.
  private mutating func numeral() -> Numeral? {
    let said = takeDash()
    // 1.5만원 has decimals, 150.5₫ has none.
    let hasDecimals = factor != 1 || !(currency.map(AmountVocabulary.hasNoDecimals) ?? false)
    guard let numeral = Numeral(rest, said: said, hasDecimals: hasDecimals) else { return nil }
    if numeral.isOpen { return numeral }
    let hasGaps = rest.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") }
    let marks = rest.count { DecimalMark($0) != nil }
    if hasGaps || marks > (numeral.showsDecimals ? 1 : 0) { features.insert(.separators) }
    if said == .comma || (numeral.showsDecimals && numeral.proves == .comma) {
      features.insert(.decimalComma)
    }
    return numeral
  }

  /// Takes the dash that stands for no decimals off the end: `99,-`, `99.–`, `99:-`, `1,499/-`; the
  /// decimal mark before it.
  private mutating func takeDash() -> DecimalMark? {
    var position = end
    while position > start, bytes[position - 1] == UInt8(ascii: "-") { position -= 1 }
    guard position < end, position - 1 > start else { return nil }
    let mark = bytes[position - 1]
    guard Self.isDigit(bytes[position - 2]),
      DecimalMark(mark) != nil || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/")
    else { return nil }
    end = position - 1
    return DecimalMark(mark)
  }

  /// Takes a sign that stands before something else than digits: `-¥5`.
  private mutating func takeSign() -> Bool {
    let sign = bytes[start]
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"), start + 1 < end else { return false }
    let next = bytes[start + 1]
    let isBesideNumber = Self.isDigit(next) || DecimalMark(next) != nil || next == UInt8(ascii: " ")
    if isBesideNumber || next == sign { return false }
    start += 1
    return sign == UInt8(ascii: "-")
  }

  private var rest: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  // MARK: Pieces

  /// Takes a word off the start, something being left behind it; which meaning it has.
  @discardableResult private mutating func takePrefix(
    _ words: AmountVocabulary.List, _ feature: AmountText.Features
  ) -> UInt8? {
    guard start < end else { return nil }
    for word in words.byFirst[Int(bytes[start])]
    where word.bytes.count < end - start && isAt(start, word.bytes) {
      start += word.bytes.count
      trim()
      features.insert(feature)
      return word.meaning
    }
    return nil
  }

  /// Takes a word off the end, something being left before it; which meaning it has.
  @discardableResult private mutating func takeSuffix(
    _ words: AmountVocabulary.List, _ feature: AmountText.Features
  ) -> UInt8? {
    guard start < end else { return nil }
    for word in words.byLast[Int(bytes[end - 1])]
    where word.bytes.count < end - start && isAt(end - word.bytes.count, word.bytes) {
      end -= word.bytes.count
      trim()
      features.insert(feature)
      return word.meaning
    }
    return nil
  }

  private func isAt(_ position: Int, _ word: [UInt8]) -> Bool {
    for offset in word.indices where bytes[position + offset] != word[offset] { return false }
    return true
  }

  private mutating func trim() {
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
  }

  /// Copies the cell in lower case, with full-width forms and odd spaces as their plain ones.
  private mutating func fold(_ cell: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < cell.count {
      let byte = cell[position]
      if byte < 0x80 {
        let isCapital = byte &- UInt8(ascii: "A") < 26
        let isSpace = byte &- 0x09 < 5
        append(isSpace ? UInt8(ascii: " ") : isCapital ? byte | 0x20 : byte)
        position += 1
      } else if let length = CatalogText.spaceLength(cell, at: position, end: cell.count) {
        append(UInt8(ascii: " "))
        position += length
      } else if let plain = Self.plain(cell, at: position) {
        append(plain.byte)
        if plain.isWide { features.insert(.fullWidth) }
        position += 3
      } else if Self.isApostrophe(cell, at: position) {
        append(UInt8(ascii: "'"))
        position += 2
      } else {
        append(byte)
        position += 1
      }
    }
    trim()
  }

  /// U+02BC and the acute accent, which stand between groups of digits here and there.
  private static func isApostrophe(_ cell: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + 1 < cell.count else { return false }
    return (cell[position], cell[position + 1]) == (0xCA, 0xBC)
      || (cell[position], cell[position + 1]) == (0xC2, 0xB4)
  }

  private mutating func append(_ byte: UInt8) {
    bytes[end] = byte
    end += 1
  }

  /// The ASCII character that the three bytes at `position` are another form of.
  private static func plain(_ cell: UnsafeBufferPointer<UInt8>, at position: Int) -> (
    byte: UInt8, isWide: Bool
  )? {
    guard position + 2 < cell.count else { return nil }
    switch (cell[position], cell[position + 1], cell[position + 2]) {
    case (0xEF, 0xBC, let third) where third > 0x80:  // U+FF01 to U+FF3F
      let byte = third - 0x80 + 0x20
      return (byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte, true)
    case (0xEF, 0xBD, let third) where third < 0x9F:  // U+FF40 to U+FF5E
      return (third - 0x80 + 0x60, true)
    case (0xE2, 0x88, 0x92), (0xE2, 0x80, 0x90...0x95): return (UInt8(ascii: "-"), false)  // minus, dashes
    // Quotation marks and primes.
    case (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0xB2): return (UInt8(ascii: "'"), false)
    default: return nil
    }
  }
}
