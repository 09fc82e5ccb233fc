import Lineup

/// What `lineup alternatives` says: good trays side by side, each with what it gives up.
public struct AlternativesReport: AnswerReport {
  private let alternatives: Alternatives
  private let side: ComparisonReport

  public init(_ alternatives: Alternatives) {
    self.alternatives = alternatives
    side = ComparisonReport(alternatives.comparison)
  }

  private var measure: String { ReportText.objective(alternatives.first.objective) }

  private var ending: String {
    let count = alternatives.comparison.entries.count
    let trays = "\(count) \(count == 1 ? "tray" : "trays")"
    switch alternatives.ending {
    case .complete:
      return
        "\(trays); of each one before, every tray lacks at least \(FigureText.counted(alternatives.differ, "style"))."
    case .exhausted:
      return
        "\(trays), and no more: proven, no other lacks \(FigureText.counted(alternatives.differ, "style")) of each of them."
    case .stopped: return "\(trays); the search for more was ended."
    case .none: return "No tray."
    }
  }

  public func text(style: TextStyle) -> String {
    var text =
      style.paint(ReportText.title(alternatives.first.scenario, variant: alternatives.first.variant), .bold)
      + "\n" + ending + "\n\n"
    var table = TextTable(columns: [
      .init("", minimumWidth: 6), .init(measure, alignment: .right), .init("gives up", alignment: .right),
      .init("", alignment: .right), .init("proof", minimumWidth: 6),
    ])
    let best = alternatives.first.score?.value ?? 0
    for (entry, loss) in zip(alternatives.comparison.entries, alternatives.losses) {
      guard case .success(let result) = entry.result, let score = result.score else { continue }
      table.addRow([
        entry.name, ReportText.number(score.value), loss == 0 ? "-" : ReportText.number(loss),
        loss == 0 ? "" : ReportText.percent(loss / max(1e-9, abs(best)), decimals: 2),
        Self.proof(result, score),
      ])
    }
    text += table.text(style: style) + "\n"
    return text + side.text(style: style)
  }

  /// Of a tray after the first: what is known among those that differ from all before it.
  private static func proof(_ result: SolveResult, _ score: SolveResult.Score) -> String {
    if result.status == "optimal" { return result.within == nil ? "proven best" : "proven best of the rest" }
    let bound = result.within == nil ? score.bound : result.within?.bound ?? score.bound
    return bound.map {
      "gap \(ReportText.percent(max(0, $0 - score.value) / max(1e-9, abs(score.value)), decimals: 2))"
    } ?? "not proven"
  }

  public var json: String { AlternativesDocument(alternatives: alternatives).json }

  public var csv: [UInt8] { side.csv }
}
