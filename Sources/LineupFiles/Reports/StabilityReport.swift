import Lineup

/// What `lineup alternatives --jitter` says: how the tray stands up to errors of the forecast.
public struct StabilityReport: AnswerReport {
  private let stability: Stability

  public init(_ stability: Stability) {
    self.stability = stability
  }

  private func share(_ count: Int) -> String {
    ReportText.percent(Double(count) / Double(max(1, stability.samples)), decimals: 0)
  }

  /// Styles of the tray that at least so many samples pick.
  private static let longestList = 40

  public func text(style: TextStyle) -> String {
    let settings = stability.settings
    var text =
      style.paint(ReportText.title(stability.first.scenario, variant: stability.first.variant), .bold) + "\n"
    text +=
      "\(stability.samples) of \(FigureText.counted(settings.samples, "sample")) solved, each forecast off by "
      + "\(ReportText.percent(settings.jitter)) (standard deviation, seed \(settings.seed)).\n"
    if stability.unproven > 0 {
      text +=
        "Of \(stability.unproven) of them the tray is the best found in time, not proven the best.\n"
    }
    if let goal = stability.goal, let first = stability.metByFirst, let some = stability.metBySome {
      text +=
        "The goal of \(ReportText.number(goal)) is met by the best tray in \(FigureText.counted(first, "sample")) (\(share(first))), "
        + "by some tray in \(some) (\(share(some))).\n"
    }
    if let confident = stability.confident { text += sentence(confident, settings) + "\n" }
    let onTray = stability.picks.filter(\.isOnTray)
    let steady = onTray.count { $0.count == stability.samples }
    let items = stability.first.tray?.items.count ?? 0
    text +=
      "Of the tray's \(FigureText.counted(items, "style")), \(steady) \(steady == 1 ? "is" : "are") picked in every sample"
    let often = onTray.count { 2 * $0.count >= stability.samples }
    text += ", \(often) in at least half.\n\n"
    var table = TextTable(columns: [
      .init("SPU", maximumWidth: 20), .init("picked", alignment: .right), .init("", alignment: .right),
      .init("on the tray", minimumWidth: 11),
    ])
    let wavering = stability.picks.filter { $0.count < stability.samples }
    for pick in wavering.prefix(Self.longestList) {
      table.addRow([pick.spu, "\(pick.count)", share(pick.count), pick.isOnTray ? "yes" : ""])
    }
    text += "Styles that are picked in some samples only, most often first:\n" + table.text(style: style)
    if wavering.count > Self.longestList { text += "… and \(wavering.count - Self.longestList) more\n" }
    return text
  }

  private func sentence(_ confident: ConfidentTray, _ settings: StabilitySettings) -> String {
    let asked =
      "the goal in at least \(confident.needed) of \(FigureText.counted(settings.samples, "sample"))"
    let measure = ReportText.objective(stability.first.objective)
    func worth() -> String {
      "\(measure) \(ReportText.number(confident.score?.value ?? 0)); it meets it in \(confident.met ?? 0)"
    }
    switch confident.proof {
    case .optimal: return "The best tray that meets \(asked) has \(worth()). Proven optimal."
    case .feasible:
      return "A tray that meets \(asked) has \(worth()). That none is better is not proven"
        + (confident.score?.bound.map { ": the bound is \(ReportText.number($0))" } ?? "") + "."
    case .impossible:
      let reach = confident.reachable.map { "; it can be reached at all in \($0)" } ?? ""
      return "No tray meets \(asked): proven\(reach)."
    case .unknown:
      return "Neither a tray that meets \(asked) was found in time, nor a proof that there is none."
    }
  }

  public var json: String { StabilityDocument(stability: stability).json }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(["spu", "samples", "share", "on_tray"].map(CSVWriter.Cell.text))
    for pick in stability.picks {
      writer.addRow([
        .text(pick.spu), .integer(pick.count),
        .number(Double(pick.count) / Double(max(1, stability.samples))),
        .text(pick.isOnTray ? "true" : "false"),
      ])
    }
    return writer.bytes
  }
}
