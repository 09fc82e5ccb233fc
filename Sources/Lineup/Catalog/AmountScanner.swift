import Foundation

/// Takes the parts of an amount off both ends until a plain number is left.
struct AmountScanner {
  private var text: Substring
  private var features: AmountText.Features = []
  private var factor = 1.0

  init(_ cell: String) {
    let folded = Self.folded(cell)
    if folded.isWide { features.insert(.fullWidth) }
    text = Substring(folded.text)
  }

  /// The number in full; `nil` where something is left that is none.
  mutating func scan(isOwnColumn: Bool) -> AmountText.Reading? {
    guard text.utf8.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    take(prefixes: Self.currencies, .currency)
    take(prefixes: Self.countPrefixes, .unit)
    take(suffixes: Self.units, .unit)
    take(suffixes: Self.currencies + Self.currencySuffixes, .currency)
    take(suffixes: ["+", "以上", "이상"], .atLeast)
    if isOwnColumn, take(suffixes: ["%"], .percent) { factor = 0.01 }
    takeMultiplier(isOwnColumn: isOwnColumn)
    guard let number = plainNumber(allowsComma: !isOwnColumn || features.contains(.currency)) else {
      return nil
    }
    // A percentage is a decimal fraction: 7 / 100 and not 7 x 0.01, which rounds twice.
    let scaled = factor == 0.01 ? number / 100 : number * factor
    return AmountText.Reading(number: scaled, features: features)
  }

  private mutating func takeMultiplier(isOwnColumn: Bool) {
    for (words, value) in Self.multipliers where take(suffixes: words, .multiplier) {
      factor *= value
      return
    }
    // 18K is gold and 3M a size, where nothing says that it is a count.
    if !isOwnColumn || !features.isDisjoint(with: [.atLeast, .unit, .currency]) {
      if take(suffixes: ["k"], .multiplier) { factor *= 1000 }
      if take(suffixes: ["w"], .multiplier) { factor *= 10_000 }
    }
  }

  /// What is left as a number, with separators or without.
  private mutating func plainNumber(allowsComma: Bool) -> Double? {
    var digits = String(text)
    if let number = NumberText.number(digits) { return number }
    digits.removeAll { $0 == "'" || $0 == "’" }
    if digits.contains(" ") {
      guard !digits.contains(",") else { return nil }
      digits = digits.replacingOccurrences(of: " ", with: ",")
    }
    let separated = digits.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { buffer -> Double? in
        guard let count = GroupedDigits.ungrouped(bytes, into: buffer) else { return nil }
        return NumberText.number(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    }
    if let separated {
      features.insert(.separators)
      return separated
    }
    // In a column of the file's own, 1,2 may be a list.
    return allowsComma ? decimalComma(digits) : nil
  }

  /// `12,50` and `1.234,56`: a comma with one or two digits behind it.
  private mutating func decimalComma(_ digits: String) -> Double? {
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[1].count), !parts[0].isEmpty else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) && groups[0].count <= 3,
      let number = NumberText.number(groups.joined() + "." + parts[1])
    else { return nil }
    features.insert(.decimalComma)
    return number
  }

  // MARK: Pieces

  @discardableResult private mutating func take(prefixes: [String], _ feature: AmountText.Features) -> Bool {
    for prefix in prefixes where text.count > prefix.count && text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      trim()
      features.insert(feature)
      return true
    }
    return false
  }

  @discardableResult private mutating func take(suffixes: [String], _ feature: AmountText.Features) -> Bool {
    for suffix in suffixes where text.count > suffix.count && text.hasSuffix(suffix) {
      text = text.dropLast(suffix.count)
      trim()
      features.insert(feature)
      return true
    }
    return false
  }

  private mutating func trim() {
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
  }

  /// Lower case, with full-width forms and odd spaces as their plain ones.
  private static func folded(_ cell: String) -> (text: String, isWide: Bool) {
    var scalars = String.UnicodeScalarView()
    var isWide = false
    for scalar in cell.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
        scalars.append(plain)
        isWide = true
      } else if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if scalar == "−" || scalar == "－" {
        scalars.append("-")
      } else {
        scalars.append(scalar)
      }
    }
    return (String(scalars).lowercased(), isWide)
  }

  private static let currencies = [
    "us$", "hk$", "nt$", "a$", "s$", "c$", "r$", "$", "¥", "￥", "€", "£", "₩", "￦", "₹", "₫", "฿", "rs.",
    "rs",
    "rmb", "cny", "usd", "eur", "gbp", "krw", "jpy", "inr", "hkd", "twd", "sgd", "aud", "cad", "人民币",
  ]
  private static let currencySuffixes = ["元", "圆", "円", "원", "块"]
  private static let countPrefixes = ["已售", "月销", "销量", "库存", "仅剩"]
  private static let units = [
    "sold recently", "sold", "units", "unit", "pcs", "pc", "件", "个", "双", "套", "条", "只", "人付款", "起", "개", "점",
    "벌",
  ]
  private static let multipliers: [([String], Double)] = [
    (["万", "萬", "만"], 1e4), (["千", "천"], 1e3), (["亿", "億", "억"], 1e8),
  ]
}
