import Lineup

/// What `lineup adjust` says: what went out, what came in and why, and what that costs.
public struct AdjustmentReport: AnswerReport {
  private let adjustment: Adjustment
  private let show: Show
  private let notes: [TrayNote]
  private let substitutes: [(item: TrayItem, substitutes: [Substitute])]

  private var scenario: Scenario { show.scenario }

  /// - Parameters:
  ///   - show: as it is after the late changes.
  ///   - substitutes: for every item of the adjusted tray, where that was asked for.
  ///   - notes: where the tray's file and the catalog disagree.
  public init(
    _ adjustment: Adjustment, of show: Show,
    substitutes: [(item: TrayItem, substitutes: [Substitute])] = [], notes: [TrayNote] = []
  ) {
    self.adjustment = adjustment
    self.show = show
    self.substitutes = substitutes
    self.notes = notes
  }

  private var measure: String { ReportText.objective(scenario.objective) }

  private static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }

  /// What was found, and what is proven of it.
  private var verdict: String {
    switch adjustment.outcome {
    case .tray(let adjusted): verdict(adjusted)
    case .beyondLimit(let fewest):
      "No tray within \(Self.changes(adjustment.limit ?? 0)) keeps every hard rule"
        + (fewest.map(Self.suffice) ?? "; how many suffice was not found in time") + "."
    case .infeasible: "No tray keeps every hard rule any more, whatever is changed."
    case .unknown:
      "The search was ended before it found a tray"
        + (adjustment.limit.map { " within \(Self.changes($0))" } ?? "")
        + (adjustment.freshCount.map { "; one with \(Self.changes($0)) is known" } ?? "") + "."
    }
  }

  private func verdict(_ adjusted: AdjustedTray) -> String {
    if let limit = adjustment.limit {
      let within = "within \(Self.changes(limit))"
      if adjusted.count == 0 {
        return adjusted.isBest
          ? "Nothing to gain \(within), proven: the tray stays as it is."
          : "Nothing better was found \(within) in time: the tray stays as it is."
      }
      let best = adjusted.isBest ? "the best value \(within), proven" : "the best found in time"
      return "\(Self.changes(adjusted.count)): \(best)."
    }
    if adjusted.count == 0 { return "Nothing needs changing: the tray keeps every hard rule." }
    let fewest =
      adjusted.isFewest ?? false ? "proven, no fewer keep every hard rule" : "fewer are not ruled out"
    let best = adjusted.isBest ? "proven the best of all such trays" : "the best of those found in time"
    return "\(Self.changes(adjusted.count)) (\(fewest)), \(best)."
  }

  private static func suffice(_ fewest: Adjustment.FewestCount) -> String {
    "; \(changes(fewest.count)) \(fewest.count == 1 ? "suffices" : "suffice")"
      + (fewest.isProven ? "" : " (found in time; fewer may do)")
  }

  private var changes: [TrayChange] { adjustment.adjusted?.changes ?? [] }

  private static func label(_ item: TrayItem?) -> String {
    guard let item else { return "-" }
    return "\(item.spu)" + (item.name.map { " \($0)" } ?? "")
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = style.paint(ReportText.title(scenario), .bold) + "\n"
    text += style.paint(verdict, adjustment.adjusted == nil ? .red : .green) + "\n"
    let missed = adjustment.now.missed.map(\.row)
    if !missed.isEmpty || !adjustment.now.misplaced.isEmpty {
      let off = adjustment.now.misplaced.map { "\($0.spu) \($0.reason)" }
      let faults = off + (missed.isEmpty ? [] : ["misses " + FigureText.list(missed.map { "`\($0)`" })])
      text += DisplayWidth.singleLine("The tray as it was: " + faults.joined(separator: "; ")) + ".\n"
    }
    if !changes.isEmpty { text += "\n" + table(style) }
    if let adjusted = adjustment.adjusted { text += "\n" + costs(adjusted) }
    if case .infeasible(let answer) = adjustment.outcome {
      text += "\n" + InfeasibilityText(answer, objective: scenario.objective).text(style: style)
    }
    if !substitutes.isEmpty { text += "\n" + substituteTable(style) }
    let notes = adjustment.result.warnings
    if !notes.isEmpty { text += "\n" }
    for note in notes { text += style.paint("note: \(note)", .yellow) + "\n" }
    return text
  }

  private func table(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("", alignment: .right), .init("Out", maximumWidth: 34, minimumWidth: 10),
      .init("", minimumWidth: 1),
      .init("In", maximumWidth: 34, minimumWidth: 10), .init("Pitch", maximumWidth: 22, minimumWidth: 5),
      .init(measure, alignment: .right),
    ])
    for (place, change) in changes.enumerated() {
      let pitches = [change.leaving?.pitch, change.joining?.pitch].compactMap(\.self)
      table.addRow([
        "\(place + 1)", Self.label(change.leaving), "→", Self.label(change.joining),
        Set(pitches).count == 1 ? pitches[0] : pitches.joined(separator: " → "),
        (change.gain > 0 ? "+" : "") + ReportText.number(change.gain),
      ])
    }
    var text = table.text(style: style) + "\nWhy:\n"
    for (place, change) in changes.enumerated() {
      text +=
        "\(DisplayWidth.padded("\(place + 1)", to: 3, alignment: .right))  \(DisplayWidth.singleLine(change.reasonInWords))\n"
    }
    return text
  }

  private func costs(_ adjusted: AdjustedTray) -> String {
    func against(_ cost: Double, _ other: String, _ value: Double) -> String {
      let amount = ReportText.number(abs(cost))
      let comparison = abs(cost) < 0.005 ? "as much as" : "\(amount) \(cost > 0 ? "less" : "more") than"
      return "  \(comparison) \(other) (\(ReportText.number(value)))"
    }
    var text = "\(measure) \(ReportText.number(adjusted.value))"
    let penalties = adjusted.tray.penalties
    if penalties > 0 { text += " net of \(ReportText.number(penalties)) in penalties" }
    text += "\n"
    if let cost = adjustment.costAgainstBefore {
      let unknown = adjustment.before.withdrawn
      let uncounted =
        unknown.isEmpty
        ? "" : ", without what \(FigureText.list(unknown)) \(unknown.count == 1 ? "was" : "were") worth"
      text += against(cost, "the tray before the changes", adjustment.before.value)
      text += DisplayWidth.singleLine(uncounted) + "\n"
    }
    if let cost = adjustment.costAgainstFresh, let fresh = adjustment.fresh.score {
      let isProven = adjustment.fresh.status == "optimal"
      text += against(cost, isProven ? "the best tray now" : "the best tray now that is known", fresh.value)
      if let count = adjustment.freshCount { text += ", which would be \(Self.changes(count))" }
      text += isProven ? "\n" : ", not proven\n"
    }
    return text
  }

  private func substituteTable(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("Item", maximumWidth: 34, minimumWidth: 10),
      .init("Substitute", maximumWidth: 34, minimumWidth: 10),
      .init("Pitch", maximumWidth: 14, minimumWidth: 5), .init("Price", alignment: .right),
      .init("costs", alignment: .right),
    ])
    for (item, list) in substitutes {
      if list.isEmpty { table.addRow([Self.label(item), "none by itself keeps every rule"]) }
      for (place, other) in list.enumerated() {
        table.addRow([
          place == 0 ? Self.label(item) : "", "\(other.spu)" + (other.name.map { " \($0)" } ?? ""),
          other.pitch,
          ReportText.number(other.price, decimals: 2), ReportText.number(other.cost),
        ])
      }
    }
    return "Substitutes that keep every hard rule, one swap at a time:\n" + table.text(style: style)
  }

  // MARK: Files

  /// Pages and workbooks show the adjusted tray, as those of `solve` do; a CSV file is that tray too, to be read back.
  public var report: Report { Report(adjustment.result, of: show) }
  public var csvFile: [UInt8] { TrayCSV(adjustment.result).bytes }

  // MARK: JSON and CSV

  public var json: String {
    AdjustmentDocument(adjustment: adjustment, scenario: scenario, substitutes: substitutes, notes: notes)
      .json
  }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(
      ["out", "out_name", "out_pitch", "in", "in_name", "in_pitch", "gain", "reason"].map(CSVWriter.Cell.text)
    )
    for change in changes {
      func cells(_ item: TrayItem?) -> [CSVWriter.Cell] {
        [.text(item?.spu ?? ""), .text(item?.name ?? ""), .text(item?.pitch ?? "")]
      }
      writer.addRow(
        cells(change.leaving) + cells(change.joining) + [.number(change.gain), .text(change.reasonInWords)])
    }
    return writer.bytes
  }
}
