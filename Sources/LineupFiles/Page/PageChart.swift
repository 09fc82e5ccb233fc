import Lineup

/// A chart as inline SVG, with its figures as text so that nothing depends on colour or sight.
enum PageChart {
  private static let width = 380.0
  private static let labelWidth = 112.0
  private static let barWidth = 178.0
  private static let lineHeight = 26.0

  static func svg(_ chart: ReportChart) -> String {
    switch chart.kind {
    case .quota, .bars: bars(chart)
    case .curve: PageCurve(chart).svg
    }
  }

  private static func bars(_ chart: ReportChart) -> String {
    let most = chart.bars.reduce(0) { max($0, $1.value ?? 0, $1.lower ?? 0, $1.upper ?? 0) }
    func place(_ value: Double) -> Double { most > 0 ? max(0, value) / most * barWidth : 0 }
    let height = Double(chart.bars.count) * lineHeight + 4
    var svg = open(chart, width: width, height: height)
    for (index, bar) in chart.bars.enumerated() {
      let top = Double(index) * lineHeight + 4
      let label = HTMLText.escaped(DisplayWidth.truncated(DisplayWidth.singleLine(bar.label), to: 16))
      svg += "<g><title>\(HTMLText.escaped(bar.label)): \(HTMLText.escaped(bar.text))</title>"
      svg += "<text class=\"label\" x=\"\(digits(labelWidth - 8))\" y=\"\(digits(top + 13))\">\(label)</text>"
      svg += rectangle("track", x: labelWidth, y: top, width: barWidth, height: 18)
      svg += rectangle(
        bar.tone == .bad ? "bar bad" : "bar", x: labelWidth, y: top + 3,
        width: bar.value.map { max($0 > 0 ? 2 : 0, place($0)) } ?? 0,
        height: 12)
      if chart.kind == .quota {
        for end in Set([bar.lower, bar.upper].compactMap(\.self)).sorted() where end > 0 || bar.upper == 0 {
          svg += rectangle("limit", x: labelWidth + place(end) - 1.5, y: top - 1, width: 3, height: 20)
        }
      }
      svg +=
        "<text class=\"value\" x=\"\(digits(labelWidth + barWidth + 8))\" y=\"\(digits(top + 13))\">\(HTMLText.escaped(bar.text))</text></g>"
    }
    return svg + "</svg>"
  }

  /// A bar that is full at its goal, with a mark there.
  static func gauge(_ progress: Double, label: String) -> String {
    let most = max(1, progress)
    let filled = max(0, min(progress, most)) / most * 200
    return
      "<svg class=\"gauge\" viewBox=\"0 0 200 14\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">"
      + rectangle("track", x: 0, y: 3, width: 200, height: 8)
      + rectangle("bar", x: 0, y: 3, width: filled, height: 8)
      + rectangle("limit", x: min(198, 200 / most - 1), y: 0, width: 2, height: 14) + "</svg>"
  }

  static func open(_ chart: ReportChart, width: Double, height: Double) -> String {
    let spoken = chart.bars.map { "\($0.label) \($0.text)" }.joined(separator: "; ")
    let style = chart.kind == .curve ? "chart wide" : "chart"
    return "<svg class=\"\(style)\" viewBox=\"0 0 \(digits(width)) \(digits(height))\" role=\"img\" "
      + "aria-label=\"\(HTMLText.escaped("\(chart.title): \(spoken)"))\">"
  }

  private static func rectangle(_ style: String, x: Double, y: Double, width: Double, height: Double)
    -> String
  {
    "<rect class=\"\(style)\" x=\"\(digits(x))\" y=\"\(digits(y))\" width=\"\(digits(width))\" height=\"\(digits(height))\" rx=\"2\"/>"
  }

  static func digits(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return plain(rounded)
  }
}
