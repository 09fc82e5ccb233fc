import Lineup
import LineupReports

/// A whole show as a band of its slots below the curve of its audience.
struct PageBand {
  private static let width = 1200.0
  private static let left = 8.0
  private static let curveTop = 22.0
  private static let curveHeight = 70.0
  private static let bandTop = 100.0
  private static let bandHeight = 40.0

  private let slots: [(row: ReportTable.Row, slot: ReportTable.Slot)]
  private let table: ReportTable
  private let end: Int

  init(_ table: ReportTable) {
    self.table = table
    slots = table.rows.compactMap { row in row.slot.map { (row, $0) } }
    end = max(1, slots.last?.slot.end ?? 1)
  }

  private func x(_ second: Int) -> Double {
    Self.left + Double(second) / Double(end) * (Self.width - 2 * Self.left)
  }

  private func digits(_ value: Double) -> String { PageChart.digits(value) }

  private func text(_ key: String, _ row: ReportTable.Row) -> String {
    table.place(of: key).map { table.text($0, in: row, .spoken) } ?? ""
  }

  private func clock(_ second: Int) -> String { Rundown.clock(second, start: table.timeline?.start) }

  var html: String {
    let peak = slots.max { $0.slot.audience < $1.slot.audience }
    let spoken = Words.Rendering.spokenBand(
      clock(0), clock(end), peak: clock(peak?.slot.start ?? 0))
    var svg =
      "<svg viewBox=\"0 0 \(digits(Self.width)) 172\" role=\"img\" aria-label=\"\(HTMLText.escaped(spoken))\">"
    svg += curve(peak) + slots.map(slot).joined() + ticks
    return svg + "</svg>" + Self.legend
  }

  private func curve(_ peak: (row: ReportTable.Row, slot: ReportTable.Slot)?) -> String {
    let most = max(1e-9, peak?.slot.audience ?? 1)
    func y(_ audience: Double) -> Double { Self.curveTop + Self.curveHeight * (1 - audience / most) }
    let points = slots.map {
      "\(digits(x(($0.slot.start + $0.slot.end) / 2))),\(digits(y($0.slot.audience)))"
    }
    let base = digits(Self.curveTop + Self.curveHeight)
    var svg =
      "<polygon class=\"area\" points=\"\(digits(x(0))),\(base) \(points.joined(separator: " ")) \(digits(x(end))),\(base)\"/>"
    if let peak {
      let column = table.timeline?.audience.map { table.columns[$0].title.lowercased() } ?? ""
      let label =
        peak.slot.audience > 50
        ? "\(FigureText.number(peak.slot.audience)) \(column)" : Words.Rendering.largestAudience
      let middle = x((peak.slot.start + peak.slot.end) / 2)
      let place = min(max(middle, Self.left + 60), Self.width - Self.left - 60)
      svg += "<text class=\"tick\" x=\"\(digits(place))\" y=\"14\">\(HTMLText.escaped(label))</text>"
    }
    return svg
  }

  private func slot(_ entry: (row: ReportTable.Row, slot: ReportTable.Slot)) -> String {
    let slot = entry.slot
    let tall = slot.kind == .pause ? 12.0 : 0
    let title = "\(text("time", entry.row)) \(text("name", entry.row))"
    var svg = "<g class=\"\(slot.kind.rawValue)\" data-start=\"\(slot.start)\"><title>"
    svg += HTMLText.escaped(title) + "</title>"
    svg += PageChart.rectangle(
      "slot", x: x(slot.start) + 0.75, y: Self.bandTop - tall / 2,
      width: max(1, x(slot.end) - x(slot.start) - 1.5), height: Self.bandHeight + tall)
    let place = text("place", entry.row)
    if !place.isEmpty, x(slot.end) - x(slot.start) > 15 {
      svg +=
        "<text x=\"\(digits((x(slot.start) + x(slot.end)) / 2))\" y=\"\(digits(Self.bandTop + 25))\">\(HTMLText.escaped(place))</text>"
    }
    return svg + "</g>"
  }

  /// Times on round minutes of the clock.
  private var ticks: String {
    let step = [300, 600, 900, 1800, 3600].first { end / $0 <= 14 } ?? 7200
    let offset = (step - (table.timeline?.start ?? 0) % step) % step
    return stride(from: offset, through: end, by: step).map { second in
      let place = min(max(x(second), Self.left + 16), Self.width - Self.left - 16)
      return "<text class=\"tick\" x=\"\(digits(place))\" y=\"166\">\(clock(second))</text>"
    }.joined()
  }

  private static let legend: String = {
    typealias Say = Words.Rendering
    let keys = [("hero", Say.hero), ("item", Say.item), ("break", Say.pause), ("encore", Say.encore)]
    return "<p class=\"legend\">"
      + keys.map { "<span class=\"key slot \($0.0)\"></span>\(HTMLText.escaped($0.1))" }
      .joined(separator: " ") + "</p>"
  }()
}
