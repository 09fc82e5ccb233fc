import Lineup
import LineupFiles
import TestSupport

/// A small month of every form of rule, in files, with what it means as rows of numbers: see `WideMonth+Meaning`.
struct WideMonth {
  struct Style {
    var spu: String
    var brand: String?
    var roles: [String]
    var price: Double
    var cost: Double?
    var stock: Double
    var forecast: Double
    var points: Double
  }
  struct TinyPitch {
    var name: String
    var minutes: Double
    var lift: Double
    /// Only heroes may have it.
    var isForHeroes = false
  }
  struct TinyShow {
    var name: String
    var level: String
    var series: String
    var day: Int
    var items: ClosedRange<Int>
    var minutes: Double
    var weight: Double
    var goal: Double?
    var rules: [Rule] = []
  }
  /// A tray of one item that was on air.
  struct Aired {
    var spu: String
    var pitch: String
    var day: Int
    var level: String
    var series: String?
  }
  /// A style as a pitch on a show.
  struct Option: Hashable {
    var show: Int
    var style: Int
    var pitch: Int
  }
  /// A condition as it is written, and whether an option meets it, on a show or an aired tray.
  struct Test {
    var text = ""
    var isMet: (Style, String, Place) -> Bool = { _, _, _ in true }
  }
  struct Place {
    var show: String?
    var level: String
    var series: String?
    var day: Int
  }
  struct Rule {
    enum Form {
      case sum(String, Test)
      case share(String, Test, of: Test)
      case average(Test)
      /// Values of the attribute with their ranges.
      case split(String, [(String, Ends)], Test)
      case each(String, Test)
      case appearances(days: Int?, per: String?, Test, shows: Test)
    }
    var name: String
    var form: Form
    var ends: Ends
    var penalty: Double?
  }
  struct Ends {
    var lower: Double?
    var upper: Double?
  }

  var styles: [Style] = []
  var pitches: [TinyPitch]
  var shows: [TinyShow] = []
  var aired: [Aired] = []
  var rules: [Rule] = []
  var hold: Double
  var period: ClosedRange<Int>?
  /// Measures and weights of each level.
  var objectives: [String: [(String, Double)]] = [:]

  init(seed: UInt64) {
    var random = RandomSource(seed: seed &+ 77_777)
    for index in 0..<random.integer(2...4) {
      styles.append(
        Style(
          spu: "S\(index)", brand: random.one(of: ["X", "X", "Y", nil]),
          roles: random.one(of: [["hero"], ["new"], ["hero", "new"], []]),
          price: Double(random.integer(5...40)),
          cost: random.chance(0.85) ? Double(random.integer(1...30)) : nil,
          stock: random.chance(0.1) ? 0 : Double(random.integer(3...30)),
          forecast: Double(random.integer(2...20)), points: Double(random.integer(1...9))))
    }
    // Every value that conditions ask for is there.
    styles[0].brand = "X"
    styles[0].roles = ["hero"]
    styles[1].brand = "Y"
    styles[1].roles = ["new"]
    pitches = [TinyPitch(name: "standard", minutes: 2, lift: 1)]
    if random.chance(0.4) {
      pitches.append(TinyPitch(name: "full", minutes: 5, lift: 1.5, isForHeroes: random.chance(0.5)))
    }
    hold = random.one(of: [0, 0.1, 0.2, 0.5, 1])
    for level in ["big", "small"] {
      objectives[level] = random.one(of: [[("gmv", 1)], [("margin", 1)], [("margin", 1), ("items", 7)]])
    }
    for index in 0..<(styles.count < 4 || pitches.count == 1 ? random.integer(2...3) : 2) {
      let least = random.integer(0...1)
      shows.append(
        TinyShow(
          name: "show \(index)", level: index == 0 ? "big" : index == 1 ? "small" : "big",
          series: random.one(of: ["A", "B"]), day: random.integer(1...6),
          items: least...max(1, random.integer(least...3)), minutes: Double(random.integer(4...12)),
          weight: random.one(of: [1, 1, 2, 0.5]),
          goal: random.chance(0.2) ? Double(random.integer(20...300)) : nil))
      if random.chance(0.3) {
        shows[index].rules.append(rule("own", &random, isOfMonth: false))
      }
    }
    shows[0].series = "A"
    shows[1].series = "B"
    shows.sort { ($0.day, $0.name) < ($1.day, $1.name) }
    if random.chance(0.4) {
      for _ in 0..<random.integer(1...2) {
        aired.append(
          Aired(
            spu: random.chance(0.2) ? "GONE" : random.one(of: styles).spu,
            pitch: random.one(of: pitches).name, day: -random.integer(0...4),
            level: random.one(of: ["big", "small"]), series: random.one(of: ["A", nil])))
      }
    }
    if random.chance(0.3) { period = random.one(of: [-5...9, 1...7]) }
    for index in 0..<random.integer(1...3) {
      rules.append(rule("rule \(index)", &random, isOfMonth: true))
    }
  }

  // MARK: Rules by chance

  private func rule(_ name: String, _ random: inout RandomSource, isOfMonth: Bool) -> Rule {
    let isSoft = random.chance(0.45)
    func penalty(_ range: ClosedRange<Int>, _ random: inout RandomSource) -> Double? {
      isSoft ? Double(random.integer(range)) : nil
    }
    let test = Self.test(&random, isOfMonth: isOfMonth)
    switch random.integer(0...(isOfMonth ? 7 : 4)) {
    case 0:
      let isOfUnits = random.chance(0.7)
      let measure =
        isOfUnits ? random.one(of: ["gmv", "units", "margin"]) : random.one(of: ["minutes", "points"])
      let number = Double(isOfUnits ? random.integer(10...300) : random.integer(2...14))
      return Rule(
        name: name, form: .sum(measure, test),
        ends: random.chance(0.5) ? Ends(lower: number) : Ends(upper: number), penalty: penalty(1...4, &random)
      )
    case 1:
      return Rule(
        name: name,
        form: .share(
          random.one(of: ["items", "gmv", "units", "minutes"]),
          Self.tests(isOfMonth: false)[random.integer(0...2)],
          of: random.chance(0.3) ? Self.tests(isOfMonth: false)[3] : Test()),
        ends: random.one(of: [
          Ends(lower: 0.3), Ends(upper: 0.5), Ends(lower: 0.25, upper: 0.75), Ends(upper: 0.9),
        ]), penalty: penalty(2...20, &random))
    case 2:
      return Rule(
        name: name, form: .average(test),
        ends: random.one(of: [Ends(lower: 4), Ends(upper: 6), Ends(lower: 3, upper: 7)]),
        penalty: penalty(2...20, &random))
    case 3:
      let attribute = random.one(of: isOfMonth ? ["brand", "role", "level", "weekday"] : ["brand", "role"])
      let value =
        switch attribute {
        case "brand": "Y"
        case "role": "hero"
        case "level": random.one(of: ["big", "small"])
        default: Self.weekday(shows.first?.day ?? 1)
        }
      return Rule(
        name: name,
        form: .split(
          attribute, [(value, random.one(of: [Ends(lower: 1), Ends(upper: 2), Ends(lower: 1, upper: 2)]))],
          test),
        ends: Ends(), penalty: penalty(5...60, &random))
    case 4:
      return Rule(
        name: name, form: .each(random.one(of: ["brand", "role"]), test),
        ends: random.one(of: [Ends(lower: 1, upper: 4), Ends(lower: 0, upper: 2), Ends(lower: 1)]),
        penalty: penalty(5...60, &random))
    default:
      let days = random.chance(0.6) ? random.integer(1...5) : nil
      let upper = Double(random.integer(1...3))
      let per = random.one(of: [nil, nil, "brand", "role", "family"])
      return Rule(
        name: name,
        form: .appearances(
          days: days, per: per == "family" ? "points" : per, Self.test(&random, isOfMonth: true),
          shows: random.chance(0.4) ? random.one(of: Self.places) : Test()),
        ends: days == nil && random.chance(0.4)
          ? (random.chance(0.5) ? Ends(lower: 1) : Ends(lower: 1, upper: upper)) : Ends(upper: upper),
        penalty: penalty(5...60, &random))
    }
  }

  static func weekday(_ day: Int) -> String {
    // 1 September 2026 is a Tuesday.
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][((day % 7) + 7) % 7]
  }

  private static var places: [Test] {
    [
      Test(text: "level: big") { _, _, place in place.level == "big" },
      Test(text: "series: [A]") { _, _, place in place.series == "A" },
      Test(text: "weekday: [tue, wed, Thu]") { _, _, place in
        ["tue", "wed", "thu"].contains(weekday(place.day))
      },
      Test(text: "series: { not: B }") { _, _, place in place.series != "B" },
    ]
  }

  private static func tests(isOfMonth: Bool) -> [Test] {
    [
      Test(text: "brand: X") { style, _, _ in style.brand == "X" },
      Test(text: "role: hero") { style, _, _ in style.roles.contains("hero") },
      Test(text: "brand: { not: X }") { style, _, _ in style.brand != "X" },
      Test(text: "points: \"2..\"") { style, _, _ in style.points >= 2 },
    ] + (isOfMonth ? places : [])
  }

  private static func test(_ random: inout RandomSource, isOfMonth: Bool) -> Test {
    if random.chance(0.4) { return Test() }
    let first = random.one(of: tests(isOfMonth: isOfMonth))
    guard random.chance(0.25) else { return first }
    let second = random.one(of: tests(isOfMonth: isOfMonth))
    if first.text.split(separator: ":")[0] == second.text.split(separator: ":")[0] { return first }
    return Test(text: "\(first.text), \(second.text)") {
      first.isMet($0, $1, $2) && second.isMet($0, $1, $2)
    }
  }

  // MARK: As Lineup reads it

  private func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private func text(_ ends: Ends) -> String {
    (ends.lower.map(number) ?? "") + ".." + (ends.upper.map(number) ?? "")
  }

  private func text(_ rule: Rule) -> String {
    func condition(_ key: String, _ test: Test) -> String {
      test.text.isEmpty ? "" : ", \(key): { \(test.text) }"
    }
    let range = ", range: \(text(rule.ends))"
    let form =
      switch rule.form {
      case .sum(let measure, let test): "sum: \(measure)" + condition("where", test) + range
      case .share(let measure, let test, let whole):
        "share: \(measure)" + condition("where", test) + condition("of", whole) + range
      case .average(let test): "average: points" + condition("where", test) + range
      case .split(let attribute, let quotas, let test):
        "split: \(attribute), items: { "
          + quotas.map { "\($0.0): \(text($0.1))" }.joined(separator: ", ") + " }" + condition("where", test)
      case .each(let attribute, let test):
        "each: \(attribute), items: \(text(rule.ends))" + condition("where", test)
      case .appearances(let days, let per, let test, let shows):
        "appearances: \(text(rule.ends))" + (days.map { ", days: \($0)" } ?? "")
          + (per.map { ", per: \($0)" } ?? "") + condition("where", test) + condition("in", shows)
      }
    return "\(rule.name): { \(form)" + (rule.penalty.map { ", penalty: \(number($0))" } ?? "") + " }"
  }

  static func date(_ day: Int) -> String { Day(number: 20_697 + day - 1).description }

  var monthText: String {
    var text = "name: wide\ncatalog: wide.csv\nhold: \(number(hold * 100))%\n"
    if let period { text += "period: \(Self.date(period.lowerBound))..\(Self.date(period.upperBound))\n" }
    text += "levels: { big: big.yaml, small: { scenario: small.yaml, weight: 1 } }\nshows:\n"
    for show in shows {
      var change =
        "show: { items: \(show.items.lowerBound)..\(show.items.upperBound), minutes: \(number(show.minutes)) }"
      if let goal = show.goal { change += ", goal: { gmv: \(number(goal)) }" }
      if !show.rules.isEmpty {
        change += ", rules: { " + show.rules.map(self.text).joined(separator: ", ") + " }"
      }
      text +=
        "  \(show.name): { level: \(show.level), series: \(show.series), date: \(Self.date(show.day)), weight: \(number(show.weight)), change: { \(change) } }\n"
    }
    if !aired.isEmpty { text += "aired:\n" }
    for (index, tray) in aired.enumerated() {
      text += "  - { tray: aired\(index).csv, date: \(Self.date(tray.day)), level: \(tray.level)"
      text += (tray.series.map { ", series: \($0)" } ?? "") + " }\n"
    }
    text += "rules:\n"
    for rule in rules { text += "  \(self.text(rule))\n" }
    return text
  }

  /// Writes its files, and reads them as the command does.
  func bound() throws -> BoundMonth {
    let folder = try TemporaryFolder()
    var csv = "spu,brand,role,price,cost,stock,expected_units,points\n"
    for style in styles {
      csv += "\(style.spu),\(style.brand ?? ""),\(style.roles.joined(separator: "|")),\(number(style.price)),"
      csv += "\(style.cost.map(number) ?? ""),\(number(style.stock)),\(number(style.forecast)),"
      csv += "\(number(style.points))\n"
    }
    try folder.write(csv, to: "wide.csv")
    for (level, parts) in objectives {
      var text =
        "objective: { \(parts.map { "\($0.0): \(number($0.1))" }.joined(separator: ", ")) }\npitches:\n"
      for pitch in pitches {
        text += "  \(pitch.name): { minutes: \(number(pitch.minutes)), lift: \(pitch.lift)"
        text += (pitch.isForHeroes ? ", where: { role: hero }" : "") + " }\n"
      }
      try folder.write(text, to: "\(level).yaml")
    }
    for (index, tray) in aired.enumerated() {
      try folder.write("spu,pitch\n\(tray.spu),\(tray.pitch)\n", to: "aired\(index).csv")
    }
    return try MonthFile(path: folder.write(monthText, to: "wide.yaml")).bound()
  }
}
