import Lineup

/// What `lineup frontier` says: the points, and a small plot of them.
public struct FrontierReport: AnswerReport {
  private let frontier: Frontier

  public init(_ frontier: Frontier) {
    self.frontier = frontier
  }

  private var measure: String { ReportText.objective(frontier.objective) }

  static func status(_ point: Frontier.Point) -> String {
    if case .success(let result) = point.result { result.status } else { "error" }
  }

  private func height(_ point: Frontier.Point) -> Double? { Self.height(of: point, on: frontier) }

  /// What the curve shows at a point.
  static func height(of point: Frontier.Point, on frontier: Frontier) -> Double? {
    guard let tray = point.tray else { return nil }
    let parts = frontier.objective.parts
    if parts.count == 1 {
      switch parts[0].measure {
      case .gmv: return tray.totals.gmv
      case .margin: return tray.totals.margin
      case .units: return tray.totals.units
      case .items: return Double(tray.totals.items)
      case .minutes: return tray.totals.minutes
      case .stockValue: return tray.totals.stockValue
      case .column: break
      }
    }
    return point.score?.value
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = ""
    if let goal = frontier.largestGoal {
      text += "The largest goal that can be reached is \(ReportText.number(goal, decimals: 2)).\n\n"
    }
    var table = TextTable(columns: [
      .init(frontier.subject, alignment: .right), .init("status", minimumWidth: 10),
      .init(measure, alignment: .right),
      .init("GMV", alignment: .right), .init("margin", alignment: .right), .init("items", alignment: .right),
      .init("minutes", alignment: .right), .init("", minimumWidth: Self.plotWidth),
    ])
    let heights = frontier.points.compactMap(height)
    let least = heights.min() ?? 0
    let most = heights.max() ?? 0
    for point in frontier.points {
      let totals = point.tray?.totals
      func figure(_ value: Double?) -> String { value.map { ReportText.number($0) } ?? "-" }
      table.addRow([
        point.label, Self.status(point), figure(height(point)), figure(totals?.gmv), figure(totals?.margin),
        totals.map { "\($0.items)" } ?? "-", figure(totals?.minutes),
        height(point).map { Self.bar($0, from: least, to: most) } ?? "",
      ])
    }
    text += table.text(style: style)
    for point in frontier.points {
      if case .failure(let error) = point.result { text += "\(point.label): \(error)\n" }
    }
    return text
  }

  private static let plotWidth = 30

  /// A dot at the height's place between the least and the most of the curve.
  private static func bar(_ height: Double, from least: Double, to most: Double) -> String {
    let share = most > least ? (height - least) / (most - least) : 1
    return String(repeating: "·", count: Int((share * Double(plotWidth - 1)).rounded())) + "●"
  }

  public var report: Report { Report(frontier) }

  // MARK: JSON and CSV

  public var json: String {
    let value: JSONValue = [
      "subject": .string(frontier.subject),
      "measure": ResultJSON.measure(frontier.objective),
      "largest_goal": .optional(frontier.largestGoal),
      "points": .array(
        frontier.points.map { point in
          [
            "setting": .string(point.label), "position": .optional(point.position),
            "status": .string(Self.status(point)), "value": .optional(height(point)),
            "bound": .optional(point.score?.bound), "totals": ResultJSON.totals(point.tray?.totals),
            "items": .array((point.tray?.items ?? []).map { .string($0.spu) }),
          ]
        }),
    ]
    return value.text + "\n"
  }

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
