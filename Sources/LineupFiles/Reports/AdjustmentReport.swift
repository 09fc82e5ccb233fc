import Lineup

/// What `lineup adjust` says: what went out, what came in and why, and what that costs.
public struct AdjustmentReport: AnswerReport {
  private let adjustment: Adjustment
  private let scenario: Scenario
  private let substitutes: [(item: TrayItem, substitutes: [Substitute])]

  /// - Parameter substitutes: for every item of the adjusted tray, where that was asked for.
  public init(
    _ adjustment: Adjustment, of scenario: Scenario,
    substitutes: [(item: TrayItem, substitutes: [Substitute])] = []
  ) {
    self.adjustment = adjustment
    self.scenario = scenario
    self.substitutes = substitutes
  }

  private var measure: String { ReportText.objective(adjustment.result.objective) }

  private static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }

  /// What was found, and what is proven of it.
  private var verdict: String {
    guard adjustment.result.tray != nil else { return failure }
    let isOptimal = adjustment.result.status == "optimal"
    if adjustment.count == 0, adjustment.limit == nil {
      return "Nothing needs changing: the tray keeps every hard rule."
    }
    if let limit = adjustment.limit {
      let best = isOptimal ? "the best value within \(Self.changes(limit)), proven" : "the best found in time"
      return adjustment.count == 0
        ? "Nothing to gain within \(Self.changes(limit)): the tray stays as it is."
        : "\(Self.changes(adjustment.count)): \(best)."
    }
    let fewest =
      adjustment.isFewestProven ? "proven, no fewer keep every hard rule" : "fewer are not ruled out"
    let best = isOptimal ? "proven the best of all such trays" : "the best of those found in time"
    return "\(Self.changes(adjustment.count)) (\(fewest)), \(best)."
  }

  private var failure: String {
    if let limit = adjustment.limit, let fewest = adjustment.fewest {
      let proof = adjustment.isFewestProven ? "" : " (found in time; fewer may do)"
      return
        "No tray within \(Self.changes(limit)) keeps every hard rule; \(Self.changes(fewest)) \(fewest == 1 ? "suffices" : "suffice")\(proof)."
    }
    if case .infeasible = adjustment.result.outcome {
      return "No tray keeps every hard rule any more, whatever is changed."
    }
    return "The search was ended before it found a tray."
  }

  private static func label(_ item: TrayItem?) -> String {
    guard let item else { return "-" }
    return "\(item.spu)" + (item.name.map { " \($0)" } ?? "")
  }

  /// Why a change was made, in words that stand by themselves.
  static func reason(_ change: TrayChange) -> String {
    let needed = change.needed.prefix(3).map { check in
      let has = check.actual.map { ", would be \(ReportText.value($0, check.kind))" } ?? ""
      return "`\(check.row)` (asks \(ReportText.range(check.required, check.kind))\(has))"
    }
    let more = change.needed.count > 3 ? " and \(change.needed.count - 3) more" : ""
    let rules = FigureText.list(needed) + more
    switch change.cause {
    case .misplaced(let reason):
      guard let joining = change.joining else { return reason }
      return reason
        + (change.needed.isEmpty
          ? "; \(joining.spu) fills its place" : "; without \(joining.spu) it would miss \(rules)")
    case .wished:
      return "asked for"
        + (change.needed.isEmpty ? "" : "; with \(leavingName(change)) too it would miss \(rules)")
    case .rules:
      if let leaving = change.leaving, leaving.spu == change.joining?.spu {
        return "with the pitch \(leaving.pitch) it would miss \(rules)"
      }
      return change.leaving == nil
        ? "without it: misses \(rules)"
        : change.joining == nil ? "with it: misses \(rules)" : "as it was: misses \(rules)"
    case .value: return "for value"
    }
  }

  private static func leavingName(_ change: TrayChange) -> String { change.leaving?.spu ?? "it" }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = style.paint(ReportText.title(scenario), .bold) + "\n"
    text += style.paint(verdict, adjustment.result.tray == nil ? .red : .green) + "\n"
    let missed = adjustment.now.missed.map(\.row)
    if !missed.isEmpty || !adjustment.now.misplaced.isEmpty {
      let off = adjustment.now.misplaced.map { "\($0.spu) \($0.reason)" }
      text +=
        "The tray as it was: "
        + (off + (missed.isEmpty ? [] : ["misses " + FigureText.list(missed.map { "`\($0)`" })]))
        .joined(separator: "; ") + ".\n"
    }
    if !adjustment.changes.isEmpty { text += "\n" + table(style) }
    if let score = adjustment.result.score { text += "\n" + costs(score) }
    if case .infeasible(let answer) = adjustment.result.outcome {
      text += "\n" + InfeasibilityText(answer, objective: adjustment.result.objective).text(style: style)
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
    for (place, change) in adjustment.changes.enumerated() {
      let pitches = [change.leaving?.pitch, change.joining?.pitch].compactMap(\.self)
      table.addRow([
        "\(place + 1)", Self.label(change.leaving), "→", Self.label(change.joining),
        Set(pitches).count == 1 ? pitches[0] : pitches.joined(separator: " → "),
        (change.gain > 0 ? "+" : "") + ReportText.number(change.gain),
      ])
    }
    var text = table.text(style: style) + "\nWhy:\n"
    for (place, change) in adjustment.changes.enumerated() {
      text += "\(DisplayWidth.padded("\(place + 1)", to: 3, alignment: .right))  \(Self.reason(change))\n"
    }
    return text
  }

  private func costs(_ score: SolveResult.Score) -> String {
    func against(_ cost: Double, _ other: String, _ value: Double) -> String {
      let amount = ReportText.number(abs(cost))
      let comparison = abs(cost) < 0.005 ? "as much as" : "\(amount) \(cost > 0 ? "less" : "more") than"
      return "  \(comparison) \(other) (\(ReportText.number(value)))"
    }
    var text = "\(measure) \(ReportText.number(score.value))"
    if score.penalties > 0 { text += " net of \(ReportText.number(score.penalties)) in penalties" }
    text += "\n"
    if let cost = adjustment.costAgainstBefore {
      text += against(cost, "the tray before the changes", adjustment.before.value) + "\n"
    }
    if let cost = adjustment.costAgainstFresh, let fresh = adjustment.fresh?.score {
      text += against(cost, "the best tray now", fresh.value)
      if let count = adjustment.freshCount { text += ", which would be \(Self.changes(count))" }
      text += adjustment.fresh?.status == "optimal" ? "\n" : ", not proven\n"
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

  // MARK: JSON and CSV

  public var json: String {
    let score = adjustment.result.score
    let value: JSONValue = [
      "scenario": .string(scenario.name),
      "variant": .optional(scenario.variant),
      "status": .string(adjustment.result.status),
      "change_count": adjustment.result.tray == nil ? .null : .integer(adjustment.count),
      "limit": adjustment.limit.map(JSONValue.integer) ?? .null,
      "fewest": adjustment.fewest.map(JSONValue.integer) ?? .null,
      "fewest_proven": .bool(adjustment.isFewestProven),
      "changes": .array(adjustment.changes.map(Self.value)),
      "value": .optional(score?.value),
      "before": ["value": .number(adjustment.before.value), "cost": .optional(adjustment.costAgainstBefore)],
      "fresh": [
        "status": .optional(adjustment.fresh?.status), "value": .optional(adjustment.fresh?.score?.value),
        "cost": .optional(adjustment.costAgainstFresh),
        "change_count": adjustment.freshCount.map(JSONValue.integer) ?? .null,
      ],
      "substitutes": .array(
        substitutes.map { item, list in
          [
            "spu": .string(item.spu),
            "substitutes": .array(
              list.map { other in
                [
                  "spu": .string(other.spu), "name": .optional(other.name), "pitch": .string(other.pitch),
                  "price": .number(other.price), "cost": .number(other.cost),
                ]
              }),
          ]
        }),
      "result": ResultJSON.value(adjustment.result),
    ]
    return value.text + "\n"
  }

  private static func value(_ change: TrayChange) -> JSONValue {
    func option(_ item: TrayItem?) -> JSONValue {
      item.map { ["spu": .string($0.spu), "pitch": .string($0.pitch)] } ?? .null
    }
    let cause =
      switch change.cause {
      case .misplaced: "misplaced"
      case .wished: "wished"
      case .rules: "rules"
      case .value: "value"
      }
    return [
      "out": option(change.leaving), "in": option(change.joining), "cause": .string(cause),
      "reason": .string(reason(change)), "gain": .number(change.gain),
      "rules": .array(change.needed.map { .string($0.row) }),
    ]
  }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(
      ["out", "out_name", "out_pitch", "in", "in_name", "in_pitch", "gain", "reason"].map(CSVWriter.Cell.text)
    )
    for change in adjustment.changes {
      func cells(_ item: TrayItem?) -> [CSVWriter.Cell] {
        [.text(item?.spu ?? ""), .text(item?.name ?? ""), .text(item?.pitch ?? "")]
      }
      writer.addRow(
        cells(change.leaving) + cells(change.joining) + [.number(change.gain), .text(Self.reason(change))])
    }
    return writer.bytes
  }
}
