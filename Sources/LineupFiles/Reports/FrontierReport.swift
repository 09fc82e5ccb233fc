import Lineup
import Optimization

/// What `lineup frontier` says: the points, and a small plot of them.
public struct FrontierReport: AnswerReport {
  private let frontier: Frontier

  public init(_ frontier: Frontier) {
    self.frontier = frontier
  }

  private var measure: String { ReportText.objective(frontier.objective) }

  static func status(_ point: Frontier.Point) -> String { point.status }

  /// What the curve shows at a point.
  private func height(_ point: Frontier.Point) -> Double? { Self.height(of: point) }

  /// What the curve shows at a point: the objective net of penalties, as its bound is.
  static func height(of point: Frontier.Point) -> Double? {
    return point.score?.value
  }

  /// Whether penalties were taken from what the curve shows.
  static func isNet(_ frontier: Frontier) -> Bool {
    frontier.points.contains { ($0.score?.penalties ?? 0) > 0 }
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = frontier.largestGoal.map { Self.sentence($0) + "\n\n" } ?? ""
    // What the curve shows is not shown twice; what penalties were taken from is.
    let isNet = Self.isNet(frontier)
    let isOfGMV = frontier.objective.isSingle(.gmv) && !isNet
    let isOfMargin = frontier.objective.isSingle(.margin) && !isNet
    var table = TextTable(
      columns: [
        .init(frontier.subject, alignment: .right), .init("status", minimumWidth: 10),
        .init(isOfGMV ? "GMV" : isNet ? "\(measure) net" : measure, alignment: .right),
      ]
        + (isOfGMV ? [] : [.init("GMV", alignment: .right)])
        + (isOfMargin ? [] : [.init("margin", alignment: .right)]) + [
          .init("items", alignment: .right), .init("minutes", alignment: .right),
          .init("", minimumWidth: Self.plotWidth),
        ])
    let heights = frontier.points.compactMap(height)
    let least = heights.min() ?? 0
    let most = heights.max() ?? 0
    for point in frontier.points {
      let totals = point.tray?.totals
      func figure(_ value: Double?) -> String { value.map { ReportText.number($0) } ?? "-" }
      table.addRow(
        [point.label, Self.status(point), figure(height(point))]
          + (isOfGMV ? [] : [figure(totals?.gmv)]) + (isOfMargin ? [] : [figure(totals?.margin)]) + [
            totals.map { "\($0.items)" } ?? "-",
            totals.map { ReportText.number($0.minutes, decimals: 2) } ?? "-",
            height(point).map { Self.bar($0, from: least, to: most) } ?? "",
          ])
    }
    text += table.text(style: style)
    for point in frontier.points {
      if case .failure(let error) = point.result {
        text += DisplayWidth.singleLine("\(point.label): \(error)") + "\n"
      }
    }
    return text
  }

  /// The goal rounded down, what cannot be reached up, so that both are true as written.
  static func sentence(_ goal: LargestGoal) -> String {
    func amount(_ value: Double, _ rounding: FloatingPointRoundingRule) -> String {
      FigureText.number(value, decimals: 2, rounding: rounding)
    }
    switch goal {
    case .exactly(let value): return "The largest goal that can be reached is \(amount(value, .down))."
    case .between(let least, let most):
      return "A goal of \(amount(least, .down)) can be reached"
        + (most.isFinite ? ", one above \(amount(most, .up)) cannot" : "")
        + "; the search for the largest was ended."
    case .none: return "No tray keeps the other rules, whatever the goal."
    case .unknown: return "The search for the largest goal was ended before it found a tray."
    }
  }

  private static let plotWidth = 30

  /// A dot at the height's place between the least and the most of the curve.
  private static func bar(_ height: Double, from least: Double, to most: Double) -> String {
    // What the rounding of sums adds is no difference to be drawn.
    let share = most - least > 1e-9 * max(1, abs(most)) ? (height - least) / (most - least) : 1
    return String(repeating: "·", count: Int(saturating: (share * Double(plotWidth - 1)).rounded())) + "●"
  }

  public var report: Report { Report(frontier) }

  // MARK: JSON and CSV

  public var json: String { FrontierDocument(frontier: frontier).json }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(
      [frontier.subject, "status", "value", "items", "minutes", "units", "gmv", "margin"].map(
        CSVWriter.Cell.text))
    for point in frontier.points {
      let totals = point.tray?.totals
      func number(_ value: Double?) -> CSVWriter.Cell { value.map(CSVWriter.Cell.number) ?? .empty }
      writer.addRow([
        point.position.map(CSVWriter.Cell.number) ?? .text(point.label), .text(Self.status(point)),
        number(height(point)), totals.map { .integer($0.items) } ?? .empty, number(totals?.minutes),
        number(totals?.units), number(totals?.gmv), number(totals?.margin),
      ])
    }
    return writer.bytes
  }
}

extension Objective {
  /// Whether it is this measure alone.
  fileprivate func isSingle(_ measure: Measure) -> Bool {
    parts.count == 1 && parts[0].measure == measure
  }
}
