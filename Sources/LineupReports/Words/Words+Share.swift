import Lineup

/// Sheets for those who bring viewers.
extension Words {
  package enum Share {
    package static func title(_ sheet: ShareSheet) -> String { sheet.title }
    static func facts(_ scenario: Scenario, mark: String) -> [Phrase] {
      [Phrase(Words.title(scenario))] + [scenario.show.date.map { Phrase($0.description) }].compactMap(\.self)
        + [tray(mark)]
    }
    static func tray(_ mark: String) -> Phrase { "tray \(mark)" }
    static func lead(_ scenario: Scenario, mark: String) -> Phrase {
      Phrase.joined(facts(scenario, mark: mark), separator: " · ")
    }
    static func without(_ count: Int) -> Phrase {
      "\(counted(count, .item)) \(count == 1 ? "has" : "have") no value here and \(count == 1 ? "is" : "are") on no sheet."
    }
    static let sheet = "Items"
    static let time = "Time"

    /// What a column is called for people.
    static func column(_ name: String) -> String {
      let known = [
        "spu": Column.spu, "name": Column.name, "brand": Column.brand, "gender": Column.gender,
        "category": Column.category, "role": Column.role, "price": Column.price,
        "list_price": Column.listPrice,
        "cost": Column.cost, "stock": Column.stock, "pitch": Column.pitch, "minutes": Column.minutes,
        "units": Column.units, "gmv": Column.gmv, "margin": Column.margin, "saving": Column.saving,
        "image": Column.picture, "picture": Column.picture, "selling_point": Column.points,
        "selling_points": Column.points, "season": Column.season, "time": time,
      ]
      return known[name] ?? name
    }

    // MARK: What changes

    static let changes = "Who must get a new sheet"
    static let nobody: Phrase = "Nobody needs a new sheet."
    static let who = "Sheet"
    static let what = "What is different"
    package static func sentence(_ change: ShareChange) -> Phrase {
      "\(change.title): \(words(change))"
    }
    package static func words(_ change: ShareChange) -> String {
      if change.isNew { return "a first sheet, \(counted(change.comesIn.count, .item))" }
      if change.isGone { return "no sheet any more (\(counted(change.goesOut.count, .item)) before)" }
      var parts: [String] = []
      if !change.comesIn.isEmpty { parts.append("in \(some(change.comesIn, atMost: 5))") }
      if !change.goesOut.isEmpty { parts.append("out \(some(change.goesOut, atMost: 5))") }
      for cell in change.cells.prefix(5) {
        parts.append(
          "\(cell.spu) \(column(cell.column).lowercased()) \(text(cell.before)) → \(text(cell.after))")
      }
      if change.cells.count > 5 { parts.append("\(change.cells.count - 5) more cells") }
      if change.isReordered { parts.append("another order") }
      return parts.isEmpty ? "the same" : parts.joined(separator: "; ")
    }
    static func text(_ cell: ShareSheet.Cell) -> String {
      switch cell {
      case .missing: nothing
      case .text(let text): text
      case .number(let number): FigureText.number(number, decimals: 2)
      }
    }
    package static func summary(_ changes: [ShareChange]) -> [String] {
      let changed = changes.filter(\.isChange)
      return changed.isEmpty
        ? [nobody.text(.written)] : ["\(self.changes):"] + changed.map { "  \(sentence($0).text(.written))" }
    }
  }
}
