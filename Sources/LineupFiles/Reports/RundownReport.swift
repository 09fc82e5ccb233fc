import Lineup

/// What `lineup rundown` says: the running order with clock times.
public struct RundownReport: AnswerReport {
  private let rundown: Rundown
  private let scenario: Scenario
  private let notes: [TrayNote]

  /// - Parameter notes: where the tray's file and the catalog disagree.
  public init(_ rundown: Rundown, of scenario: Scenario, notes: [TrayNote] = []) {
    self.rundown = rundown
    self.scenario = scenario
    self.notes = notes
  }

  public func text(style: TextStyle) -> String {
    let words = RundownText(rundown, scenario: scenario)
    var text = style.paint(ReportText.title(scenario), .bold) + "\n"
    text += DisplayWidth.singleLine(words.facts.joined(separator: ", ")) + "\n\n"
    let table = RundownColumns(rundown: rundown).table
    let hidden: Set<String> = ["kind", "gender", "list_price"]
    let shown = table.columns.indices.filter { !hidden.contains(table.columns[$0].key) }
    var lines = TextTable(
      columns: shown.map { index in
        let column = table.columns[index]
        switch column.kind {
        case .number, .share: return .init(column.title, alignment: .right)
        default:
          let isLong = column.key == "name" || column.key == "cues"
          return .init(
            column.title, maximumWidth: isLong ? 44 : 18, minimumWidth: column.key == "time" ? 5 : 8)
        }
      })
    for (slot, row) in zip(rundown.slots, table.rows) {
      lines.addRow(
        shown.map { index in
          let cell = table.text(index, in: row)
          guard table.columns[index].key == "name" else { return cell }
          switch slot.kind {
          case .item: return cell
          case .pause: return "— \(slot.title) —"
          case .encore: return "↻ \(cell.isEmpty ? slot.title : cell)"
          }
        })
    }
    text += lines.text(style: style) + "\n"
    return text + DisplayWidth.singleLine(words.proof) + "\n"
  }

  public var json: String {
    func slot(_ slot: Rundown.Slot) -> JSONValue {
      [
        "kind": .string(slot.kind.rawValue), "place": slot.place.map(JSONValue.integer) ?? .null,
        "time": .string(rundown.clock(slot.start)), "minute": .number(Double(slot.start) / 60),
        "minutes": .number(Double(slot.seconds) / 60), "spu": .optional(slot.item?.spu),
        "name": .string(slot.title), "brand": .optional(slot.item?.brand),
        "pitch": .optional(slot.item?.pitch),
        "roles": .array(slot.roles.map(JSONValue.string)), "price": .optional(slot.price),
        "list_price": .optional(slot.listPrice), "stock": .optional(slot.stock),
        "units": .optional(slot.kind == .item ? slot.item?.units : nil), "gmv": .number(slot.gmv),
        "audience": .number(slot.audience), "cues": .array(slot.cues.map(JSONValue.string)),
        "shown": .bool(slot.isShown),
      ]
    }
    let value: JSONValue = [
      "scenario": .string(scenario.name), "variant": .optional(scenario.variant),
      "status": .string(rundown.isOptimal ? "optimal" : "feasible"),
      "objective": [
        "value": .number(rundown.value), "bound": .number(rundown.bound), "gap": .number(rundown.gap),
        "penalties": .number(rundown.misses.reduce(0) { $0 + $1.cost }),
      ],
      "misses": .array(
        rundown.misses.map {
          ["rule": .string($0.rule), "count": .integer($0.count), "cost": .number($0.cost)]
        }),
      "missing_encores": rundown.missingEncores.map {
        ["asked": .integer($0.asked), "placed": .integer($0.placed), "reason": .string($0.reason)]
      } ?? .null,
      "solver": [
        "method": .string(rundown.method), "backend": .string(rundown.solver),
        "seconds": .number(rundown.seconds),
      ],
      "spare_minutes": .number(Double(rundown.spare) / 60),
      "warnings": .array(TrayNote.sentences(notes).map(JSONValue.string)),
      "slots": .array(rundown.slots.map(slot)),
    ]
    return JSONValue.document("rundown", value).text + "\n"
  }

  public var csv: [UInt8] {
    let table = RundownColumns(rundown: rundown).table
    var writer = CSVWriter()
    writer.addRow(table.columns.map { .text($0.key) })
    for row in table.rows {
      writer.addRow(
        row.cells.map { cell in
          switch cell {
          case .missing: .empty
          case .text(let text): .text(text)
          case .number(let number): .number(number)
          }
        })
    }
    return writer.bytes
  }

  public var report: Report { Report(rundown, of: scenario) }

  /// A page that follows the clock.
  public var page: String { RundownPage(rundown, of: scenario).text }
}
