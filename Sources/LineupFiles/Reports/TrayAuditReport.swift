import Lineup

/// What `lineup audit` says: a tray of somebody's own, every rule, and the best tray beside it.
public struct TrayAuditReport: AnswerReport {
  private let comparison: TrayComparison
  private let show: Show
  private let notes: [TrayNote]

  /// - Parameter notes: where the tray's file and the catalog disagree.
  public init(_ comparison: TrayComparison, of show: Show, notes: [TrayNote] = []) {
    self.comparison = comparison
    self.show = show
    self.notes = notes
  }

  private var review: TrayReview { comparison.review }

  /// `This tray keeps every rule.`, or how much is wrong with it.
  private var verdict: String {
    if review.keepsRules {
      let soft = review.tray.rules.count { !$0.holds }
      return soft == 0
        ? "This tray keeps every rule."
        : "This tray keeps every hard rule and misses \(soft) soft \(soft == 1 ? "row" : "rows")."
    }
    var parts: [String] = []
    if !review.misplaced.isEmpty {
      parts.append(
        "\(review.misplaced.count) of its items may not be on it")
    }
    if !review.missed.isEmpty {
      parts.append(
        "\(review.missed.count) \(review.missed.count == 1 ? "row" : "rows") of hard rules do not hold")
    }
    return "This tray does not keep the rules: " + FigureText.list(parts) + "."
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = style.paint(ReportText.title(show.scenario), .bold) + "\n"
    text += style.paint(verdict, review.keepsRules ? .green : .red) + "\n"
    for item in review.misplaced {
      text += DisplayWidth.singleLine("  \(item.spu) \(item.reason)") + "\n"
    }
    text += "\n" + TrayText.checks(review.tray.rules, style) + "\n"
    text += against(style)
    return text
  }

  private func against(_ style: TextStyle) -> String {
    guard let tray = comparison.best.tray, let score = comparison.best.score else {
      return "There is no best tray to compare with: the show is \(comparison.best.status).\n"
    }
    var table = TextTable(columns: [
      .init("", minimumWidth: 10), .init("this tray", alignment: .right),
      .init("best tray", alignment: .right),
      .init("gained or lost", alignment: .right),
    ])
    func add(_ title: String, _ own: Double, _ best: Double, decimals: Int = 0) {
      let difference = own - best
      let sign = difference > 0 ? "+" : ""
      table.addRow([
        title, ReportText.number(own, decimals: decimals), ReportText.number(best, decimals: decimals),
        abs(difference) < 0.005 ? "-" : sign + ReportText.number(difference, decimals: decimals),
      ])
    }
    let measure = ReportText.objective(comparison.best.objective)
    add(measure + (review.penalties + score.penalties > 0 ? " net" : ""), review.value, score.value)
    if review.penalties + score.penalties > 0 { add("penalties", review.penalties, score.penalties) }
    if measure != "gmv" { add("GMV", review.tray.totals.gmv, tray.totals.gmv) }
    if measure != "margin", review.tray.totals.margin != 0 {
      add("margin", review.tray.totals.margin, tray.totals.margin)
    }
    add("items", Double(review.tray.totals.items), Double(tray.totals.items))
    add("minutes", review.tray.totals.minutes, tray.totals.minutes, decimals: 2)
    var text = table.text(style: style)
    if let difference = comparison.difference {
      text +=
        "\n\(FigureText.counted(difference.kept.count, "style")) \(difference.kept.count == 1 ? "is" : "are") on both."
      func list(_ title: String, _ spus: [String]) {
        if spus.isEmpty { return }
        text += "\n\(title): " + ReportText.names(spus, atMost: 12) + (spus.count > 12 ? ", …" : "")
      }
      list("On this one alone (\(difference.leaving.count))", difference.leaving)
      list("On the best alone (\(difference.joining.count))", difference.joining)
      text += "\n"
    }
    if comparison.best.status == "optimal" {
      text += "The best tray is proven optimal.\n"
    } else {
      text +=
        "The best tray is not proven: it is the best that is known; the search was ended"
        + (score.gap.map { " at a gap of \(ReportText.percent($0, decimals: 2))" } ?? "") + ".\n"
    }
    return text
  }

  // MARK: JSON and CSV

  public var json: String {
    AuditDocument(comparison: comparison, scenario: show.scenario, notes: notes).json
  }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(["row", "min", "max", "actual", "holds", "soft", "penalty"].map(CSVWriter.Cell.text))
    func number(_ value: Double?) -> CSVWriter.Cell {
      value.flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
    }
    for item in review.misplaced {
      writer.addRow([
        .text("\(item.spu) \(item.reason)"), .empty, .empty, .empty, .text("false"), .text("false"), .empty,
      ])
    }
    for check in review.tray.rules {
      writer.addRow([
        .text(check.row), number(check.required?.lower), number(check.required?.upper), number(check.actual),
        .text(check.holds ? "true" : "false"), .text(check.isSoft ? "true" : "false"), .number(check.penalty),
      ])
    }
    return writer.bytes
  }
}
