import Lineup

/// Every word that a report says to people, in one place: functions of values, grouped by subject, a file
/// each. A report is put together from these alone, so that another language is another catalogue.
package enum Words {}

// MARK: Counts

extension Words {
  /// `1 item`, `12,000 items`
  static func counted(_ number: Int, _ noun: ReportTable.Noun) -> String {
    switch noun {
    case .item: FigureText.counted(number, "item")
    case .style: FigureText.counted(number, "style")
    case .show: FigureText.counted(number, "show")
    case .slot: FigureText.counted(number, "slot")
    case .part: FigureText.counted(number, "part")
    }
  }

  /// The word for so many, as a page's script puts it behind a figure.
  package static func noun(_ noun: ReportTable.Noun, isOne: Bool) -> String {
    let word = counted(isOne ? 1 : 2, noun)
    return String(word.drop { $0 != " " }.dropFirst())
  }

  /// `12 items`, as headings of groups have it.
  package static func heading(_ group: String?, _ count: Int, _ noun: ReportTable.Noun) -> String {
    "\(group ?? others): \(counted(count, noun))"
  }

  package static let others = "others"

  static func minutes(_ minutes: Double) -> String { FigureText.counted(minutes, "minute") }
  static func units(_ units: Double) -> String { FigureText.counted(units, "unit", decimals: 0) }
  static func options(_ count: Int) -> String { FigureText.counted(count, "option") }
  static func candidates(_ count: Int) -> String { FigureText.counted(count, "candidate") }
  static func trays(_ count: Int) -> String { FigureText.counted(count, "tray") }
  static func samples(_ count: Int) -> String { FigureText.counted(count, "sample") }
  static func points(_ count: Int) -> String { FigureText.counted(count, "point") }
  static func changes(_ count: Int) -> String { FigureText.counted(count, "change") }
  static func rows(_ count: Int) -> String { FigureText.counted(count, "row") }

  static func list(_ words: [String]) -> String { FigureText.list(words) }
  static func eitherOf(_ words: [String]) -> String { FigureText.list(words, "or") }

  /// Phrases with commas, the last two joined by a conjunction.
  static func list(_ phrases: [Phrase]) -> Phrase {
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    return Phrase.joined(Array(phrases.dropLast()), separator: ", ") + " and " + last
  }

  /// The sum of a column above a group, as a terminal tells it: `6 minutes`, `GMV 11,960`.
  package static func sum(_ sum: Double, of column: ReportTable.Column) -> String {
    if case .minutes = column.kind { return minutes(sum) }
    return "\(column.title) \(ReportTable.text(sum, column.kind))"
  }
}

// MARK: Names and titles

extension Words {
  /// The name of a scenario and its variant.
  package static func title(_ name: String, variant: String?) -> String {
    name + (variant.map { ", variant \"\($0)\"" } ?? "")
  }

  static func title(_ scenario: Scenario) -> String { title(scenario.name, variant: scenario.variant) }

  /// What a measure is called.
  static func measure(_ measure: Measure) -> String {
    switch measure {
    case .items: "items"
    case .minutes: "minutes"
    case .units: "units"
    case .gmv: "GMV"
    case .margin: "margin"
    case .stockValue: "stock value"
    case .offerPrice: "price on air"
    case .saving: "saving"
    case .column(let name): name
    }
  }

  /// The objective: `GMV`, `GMV + 0.5 margin`.
  static func objective(_ objective: Objective) -> String {
    guard objective.isWeighted else { return objective.parts.first.map { measure($0.measure) } ?? "" }
    return objective.parts.map { part in
      let weight =
        abs(part.weight) < 1e-6 ? "\(part.weight)" : FigureText.number(part.weight, decimals: 6)
      return part.weight == 1 ? measure(part.measure) : "\(weight) \(measure(part.measure))"
    }.joined(separator: " + ")
  }

  /// The objective as a heading has it: `GMV`, `Margin`.
  static func objectiveTitle(_ objective: Objective) -> String {
    let name = self.objective(objective)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  package static let yes = "yes"
  package static let no = "no"
  static let nothing = "-"

  /// Seconds with as many digits as say something.
  static func seconds(_ seconds: Double) -> String {
    "\(FigureText.number(seconds, decimals: seconds < 10 ? 2 : 0)) s"
  }

  /// Where a search stands, in a line.
  package static func progress(_ progress: SolveProgress) -> String {
    let tray = progress.incumbent.map { "best tray \(FigureText.number($0))" } ?? "no tray yet"
    let bound = progress.bound.map { "bound \(FigureText.number($0))" } ?? "no bound yet"
    let gap = progress.gap.map { ", gap \(FigureText.percent($0, decimals: 2))" } ?? ""
    return
      "\(tray), \(bound)\(gap), \(seconds(progress.seconds))  (Ctrl-C ends with the best so far)"
  }
}
