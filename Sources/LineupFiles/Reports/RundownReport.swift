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

  public var json: String { RundownDocument(rundown: rundown, scenario: scenario, notes: notes).json }

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
