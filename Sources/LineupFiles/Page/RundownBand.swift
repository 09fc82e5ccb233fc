import Lineup

/// The whole show as a band of its slots below the curve of its audience.
enum RundownBand {
  private static let width = 1200.0
  private static let left = 8.0
  private static let curveTop = 22.0
  private static let curveHeight = 70.0
  private static let bandTop = 100.0
  private static let bandHeight = 40.0

  static func svg(_ rundown: Rundown) -> String {
    let end = max(1, rundown.slots.last?.end ?? 1)
    func x(_ second: Int) -> Double { left + Double(second) / Double(end) * (width - 2 * left) }
    let most = rundown.slots.map(\.audience).max() ?? 1
    func y(_ audience: Double) -> Double { curveTop + curveHeight * (1 - audience / max(1e-9, most)) }
    func digits(_ value: Double) -> String { ReportText.number(value, decimals: 1).replacing(",", with: "") }

    let peak = rundown.slots.max { $0.audience < $1.audience }
    let spoken =
      "Audience and slots from \(rundown.clock(0)) to \(rundown.clock(end)); most watch at \(rundown.clock(peak?.start ?? 0))"
    var svg =
      "<svg viewBox=\"0 0 \(digits(width)) 172\" role=\"img\" aria-label=\"\(HTMLText.escaped(spoken))\">"
    let points = rundown.slots.map { "\(digits(x(($0.start + $0.end) / 2))),\(digits(y($0.audience)))" }
    let base = digits(curveTop + curveHeight)
    svg +=
      "<polygon class=\"area\" points=\"\(digits(x(0))),\(base) \(points.joined(separator: " ")) \(digits(x(end))),\(base)\"/>"
    if let peak {
      let label =
        rundown.countsViewers ? "\(ReportText.number(peak.audience)) viewers" : "largest audience"
      let place = min(max(x((peak.start + peak.end) / 2), left + 60), width - left - 60)
      svg += "<text class=\"tick\" x=\"\(digits(place))\" y=\"14\">\(HTMLText.escaped(label))</text>"
    }
    for slot in rundown.slots {
      let role = slot.roles.first { isHero($0) } == nil ? "" : " hero"
      let tall = slot.kind == .pause ? 12.0 : 0
      svg += "<g class=\"\(slot.kind.rawValue)\(role)\" data-start=\"\(slot.start)\"><title>"
      svg += HTMLText.escaped("\(rundown.clock(slot.start)) \(slot.title)") + "</title>"
      svg += "<rect x=\"\(digits(x(slot.start) + 0.75))\" y=\"\(digits(bandTop - tall / 2))\" "
      svg +=
        "width=\"\(digits(max(1, x(slot.end) - x(slot.start) - 1.5)))\" height=\"\(digits(bandHeight + tall))\" rx=\"2\"/>"
      if let place = slot.place, x(slot.end) - x(slot.start) > 15 {
        svg +=
          "<text x=\"\(digits((x(slot.start) + x(slot.end)) / 2))\" y=\"\(digits(bandTop + 25))\">\(place)</text>"
      }
      svg += "</g>"
    }
    let step = [300, 600, 900, 1800, 3600].first { end / $0 <= 14 } ?? 7200
    // On round clock times.
    let offset = (step - (rundown.start ?? 0) % step) % step
    for second in stride(from: offset, through: end, by: step) {
      svg +=
        "<text class=\"tick\" x=\"\(digits(min(max(x(second), left + 16), width - left - 16)))\" y=\"166\">\(rundown.clock(second))</text>"
    }
    return svg
      + "</svg><p class=\"legend\"><span class=\"key hero\"></span>hero<span class=\"key\"></span>item"
      + "<span class=\"key break\"></span>break<span class=\"key encore\"></span>encore</p>"
  }

  /// Whether a role is that of a hero.
  private static func isHero(_ role: String) -> Bool { Report.Section.heroWords.contains(role.lowercased()) }
}
