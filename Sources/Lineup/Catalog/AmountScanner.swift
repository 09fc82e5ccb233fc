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
    currency = takePrefix(AmountVocabulary.currencies, .currency)
    takePrefix(AmountVocabulary.countPrefixes, .unit)
    takeSuffix(AmountVocabulary.units, .unit)
    if let meaning = takeSuffix(AmountVocabulary.currencies, .currency) { currency = meaning }
    takeSuffix(AmountVocabulary.atLeast, .atLeast)
    let isPercent = isOwnColumn && takeSuffix(AmountVocabulary.percent, .percent) != nil
    takeMultiplier(isOwnColumn: isOwnColumn)
    guard let number = plainNumber(allowsComma: !isOwnColumn || features.contains(.currency)) else {
      return nil
    }
    // A percentage is a decimal fraction: 7 / 100 and not 7 x 0.01, which rounds twice.
    let scaled = isPercent ? number * factor / 100 : number * factor
    return AmountText.Reading(number: scaled, features: features, currency: currency)
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

  /// What is left as a number, with separators or without.
  private mutating func plainNumber(allowsComma: Bool) -> Double? {
    if let number = NumberText.number(rest) { return number }
    guard putCommasForGaps() else { return nil }
    let separated = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) {
      digits -> Double? in
      guard let count = GroupedDigits.ungrouped(rest, into: digits) else { return nil }
      return NumberText.number(UnsafeBufferPointer(rebasing: digits[..<count]))
    }
    if let separated {
      features.insert(.separators)
      return separated
    }
    // In a column of the file's own, 1,2 may be a list.
    guard allowsComma, let number = decimalComma() else { return nil }
    features.insert(.decimalComma)
    return number
  }

  /// Makes `1'299` of apostrophes plain, and commas of the spaces in `1 299`; `false` where spaces and
  /// commas stand together.
  private mutating func putCommasForGaps() -> Bool {
    var length = start
    var hasSpace = false
    var hasComma = false
    for position in start..<end where bytes[position] != UInt8(ascii: "'") {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") { hasComma = true }
      if byte == UInt8(ascii: " ") { hasSpace = true }
      bytes[length] = byte == UInt8(ascii: " ") ? UInt8(ascii: ",") : byte
      length += 1
    }
    end = length
    return !(hasSpace && hasComma)
  }

  /// `12,50` and `1.234,56`: a comma with one or two digits behind it.
  private func decimalComma() -> Double? {
    guard let comma = (start..<end).first(where: { bytes[$0] == UInt8(ascii: ",") }), comma > start,
      (1...2).contains(end - comma - 1)
    else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { digits -> Double? in
      var count = 0
      var inGroup = 0
      var groups = 1
      for position in start..<comma {
        if bytes[position] == UInt8(ascii: ".") {
          guard groups == 1 ? inGroup <= 3 : inGroup == 3 else { return nil }
          groups += 1
          inGroup = 0
        } else {
          digits[count] = bytes[position]
          count += 1
          inGroup += 1
        }
      }
      guard groups == 1 || inGroup == 3 else { return nil }
      digits[count] = UInt8(ascii: ".")
      for position in (comma + 1)..<end {
        count += 1
        digits[count] = bytes[position]
      }
      return NumberText.number(UnsafeBufferPointer(rebasing: digits[...count]))
    }
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
      } else {
        append(byte)
        position += 1
      }
    }
    trim()
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
    case (0xE2, 0x88, 0x92): return (UInt8(ascii: "-"), false)  // minus
    case (0xE2, 0x80, 0x99): return (UInt8(ascii: "'"), false)  // right quotation mark
    default: return nil
    }
  }
}
