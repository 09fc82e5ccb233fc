/// What stands around the digits of an amount: signs of money, counts, multipliers.
enum AmountVocabulary {
  /// Words by their first and by their last byte, longer ones first, so that `US$` is no `$`.
  struct List: Sendable {
    struct Word: Sendable {
      var bytes: [UInt8]
      /// Which meaning of the list it has.
      var meaning: UInt8
    }

    let byFirst: [[Word]]
    let byLast: [[Word]]

    /// - Parameter meanings: The spellings of each meaning, ASCII in lower case and none empty.
    init(_ meanings: [[String]]) {
      var byFirst = [[Word]](repeating: [], count: 256)
      var byLast = byFirst
      let words = meanings.enumerated().flatMap { meaning, spellings in
        spellings.map { Word(bytes: Array($0.utf8), meaning: UInt8(meaning)) }
      }
      for word in words.sorted(by: { $0.bytes.count > $1.bytes.count }) {
        guard let first = word.bytes.first, let last = word.bytes.last else { continue }
        byFirst[Int(first)].append(word)
        byLast[Int(last)].append(word)
      }
      self.byFirst = byFirst
      self.byLast = byLast
    }
  }

  /// Money by what messages call it, each with its spellings.
  private static let money: [(name: String, spellings: [String])] =
    [
      ("¥", ["¥", "￥", "元", "圆", "块", "rmb", "cny", "人民币"]), ("$", ["$"]),
      ("US$", ["us$", "usd", "美元"]), ("€", ["€", "eur", "欧元"]), ("£", ["£", "gbp", "英镑"]),
      ("₹", ["₹", "rs.", "rs", "inr"]), ("฿", ["฿", "thb"]), ("HK$", ["hk$", "hkd", "港元", "港币"]),
      ("NT$", ["nt$", "twd", "台币", "新台币"]), ("S$", ["s$", "sgd"]), ("A$", ["a$", "aud"]),
      ("C$", ["c$", "cad"]), ("R$", ["r$", "brl"]), ("MX$", ["mx$", "mxn"]),
      ("CHF", ["chf", "sfr.", "sfr", "fr."]), ("kr", ["kr.", "kr", "sek", "nok", "dkk", "isk"]),
      ("Rp", ["rp.", "rp", "idr"]), ("zł", ["zł", "pln"]), ("Kč", ["kč", "czk"]), ("₽", ["₽", "rub"]),
      ("₺", ["₺"]), ("₱", ["₱", "php"]), ("₴", ["₴", "uah"]),
    ] + wholeMoney

  /// Money without a smaller unit: a mark in it groups thousands.
  private static let wholeMoney: [(name: String, spellings: [String])] = [
    ("円", ["円", "jpy", "日元", "日圆"]), ("₩", ["₩", "￦", "원", "krw", "韩元"]),
    ("₫", ["₫", "đ", "Đ", "vnd", "vnđ", "vnĐ", "越南盾"]),
  ]

  static let currencies = List(money.map(\.spellings))

  /// What messages call a meaning of `currencies`.
  static func currencyName(_ meaning: UInt8) -> String { money[Int(meaning)].name }

  static func hasNoDecimals(_ meaning: UInt8) -> Bool { Int(meaning) >= money.count - wholeMoney.count }

  static let countPrefixes = List([["已售", "月销", "销量", "库存", "仅剩"]])
  static let units = List([
    [
      "sold recently", "sold", "units", "unit", "pcs", "pc", "件", "个", "双", "套", "条", "只", "人付款", "起",
      "개", "점", "벌",
    ]
  ])
  static let atLeast = List([["+", "以上", "이상"]])
  static let percent = List([["%"]])
  static let multipliers = List([["万", "萬", "만"], ["千", "천"], ["亿", "億", "억"]])
  /// What each meaning of `multipliers` multiplies by.
  static let factors = [1e4, 1e3, 1e8]
  static let letters = List([["k"], ["w"]])
  static let letterFactors = [1e3, 1e4]
}
