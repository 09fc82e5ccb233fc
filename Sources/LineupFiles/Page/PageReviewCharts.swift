import Lineup
import LineupReports

/// Charts of a show against its plan as inline SVG: from one total to another by steps, points with names, ratios with
/// their uncertainty.
enum PageReviewCharts {
  private static let lineHeight = 28.0

  // MARK: From one total to another

  /// Bars from where the one before ended: `lower` to `upper` of each.
  static func waterfall(_ chart: ReportChart) -> String {
    let labelWidth = labelWidth(chart)
    let plot = 440.0
    let texts = chart.bars.map { DisplayWidth.of($0.text) }.max() ?? 0
    let ends: [Double] = [0] + chart.bars.map { $0.lower ?? 0 } + chart.bars.map { $0.upper ?? 0 }
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
    let span = max(most - least, 1e-9)
    func x(_ value: Double) -> Double { labelWidth + (value - least) / span * plot }
    let width = labelWidth + plot + Double(texts) * 7 + 16
    var svg = PageChart.open(chart, width: width, height: Double(chart.bars.count) * lineHeight + 4)
    for (index, bar) in chart.bars.enumerated() {
      let top = Double(index) * lineHeight + 4
      let (from, to) = (x(bar.lower ?? 0), x(bar.upper ?? 0))
      svg += "<g><title>\(HTMLText.escaped("\(bar.label): \(bar.text)"))</title>"
      svg += label(bar.label, x: labelWidth - 8, y: top + 14)
      svg += PageChart.rectangle(
        style(bar.tone), x: min(from, to), y: top, width: max(1.5, abs(to - from)), height: 18)
      if index + 1 < chart.bars.count {
        svg +=
          "<path class=\"grid\" d=\"M\(PageChart.digits(to)) \(PageChart.digits(top + 18))V\(PageChart.digits(top + lineHeight))\"/>"
      }
      svg +=
        "<text class=\"value\" x=\"\(PageChart.digits(labelWidth + plot + 8))\" y=\"\(PageChart.digits(top + 14))\">\(HTMLText.escaped(bar.text))</text></g>"
    }
    return svg + "</svg>"
  }

  // MARK: Ratios

  /// Bars from 0 with a mark at 1 and a line over what they may be.
  static func ratios(_ chart: ReportChart) -> String {
    let labelWidth = labelWidth(chart)
    let plot = 260.0
    let texts = chart.bars.map { DisplayWidth.of($0.text) }.max() ?? 0
    let most = min(4, max(1.2, chart.bars.map { max($0.value ?? 0, $0.upper ?? 0) }.max() ?? 1))
    func x(_ value: Double) -> Double { labelWidth + max(0, min(most, value)) / most * plot }
    let width = labelWidth + plot + Double(texts) * 7 + 16
    var svg = PageChart.open(chart, width: width, height: Double(chart.bars.count) * lineHeight + 4)
    for (index, bar) in chart.bars.enumerated() {
      let top = Double(index) * lineHeight + 4
      svg += "<g><title>\(HTMLText.escaped("\(bar.label): \(bar.text)"))</title>"
      svg += label(bar.label, x: labelWidth - 8, y: top + 14)
      svg += PageChart.rectangle("track", x: labelWidth, y: top, width: plot, height: 18)
      svg += PageChart.rectangle(
        "bar", x: labelWidth, y: top + 3, width: x(bar.value ?? 0) - labelWidth, height: 12)
      if let lower = bar.lower, let upper = bar.upper {
        svg +=
          "<path class=\"whisker\" d=\"M\(PageChart.digits(x(lower))) \(PageChart.digits(top + 9))H\(PageChart.digits(x(upper)))\"/>"
      }
      svg += PageChart.rectangle("limit", x: x(1) - 1, y: top - 1, width: 2, height: 20)
      svg +=
        "<text class=\"value\" x=\"\(PageChart.digits(labelWidth + plot + 8))\" y=\"\(PageChart.digits(top + 14))\">\(HTMLText.escaped(bar.text))</text></g>"
    }
    return svg + "</svg>"
  }

  // MARK: Points

  /// A dot for each item by two figures on one scale, with the line on which both are equal; names at those that are
  /// furthest from it.
  static func scatter(_ chart: ReportChart) -> String {
    let (width, height) = (760.0, 420.0)
    let (left, right, top, bottom) = (64.0, 736.0, 16.0, 372.0)
    let most = max(1e-9, chart.bars.map { max($0.value ?? 0, $0.position ?? 0) }.max() ?? 1)
    let step = PageCurve.roundStep(most / 5)
    let end = max(step, (most / step).rounded(.up) * step)
    func x(_ value: Double) -> Double { left + value / end * (right - left) }
    func y(_ value: Double) -> Double { bottom - value / end * (bottom - top) }
    var svg = PageChart.open(chart, width: width, height: height)
    for mark in stride(from: 0, through: end + step / 2, by: step) {
      let figure = FigureText.number(mark, decimals: step < 1 ? 2 : 0)
      svg +=
        "<path class=\"grid\" d=\"M\(PageChart.digits(left)) \(PageChart.digits(y(mark)))H\(PageChart.digits(right))\"/>"
      svg +=
        "<text class=\"label\" x=\"\(PageChart.digits(left - 8))\" y=\"\(PageChart.digits(y(mark) + 4))\">\(figure)</text>"
      svg +=
        "<text class=\"tick\" x=\"\(PageChart.digits(x(mark)))\" y=\"\(PageChart.digits(bottom + 18))\">\(figure)</text>"
    }
    svg +=
      "<path class=\"whisker\" d=\"M\(PageChart.digits(x(0))) \(PageChart.digits(y(0)))L\(PageChart.digits(x(end))) \(PageChart.digits(y(end)))\"/>"
    let named = Set(
      chart.bars.indices.sorted { distance(chart.bars[$0]) > distance(chart.bars[$1]) }.prefix(8))
    for (index, bar) in chart.bars.enumerated() {
      let (own, other) = (x(bar.position ?? 0), y(bar.value ?? 0))
      svg += "<g><title>\(HTMLText.escaped("\(bar.label): \(bar.text)"))</title>"
      svg +=
        "<circle class=\"dot\(bar.tone == .good ? " good" : "")\" cx=\"\(PageChart.digits(own))\" cy=\"\(PageChart.digits(other))\" r=\"4\"/>"
      if named.contains(index) {
        let name = DisplayWidth.truncated(DisplayWidth.singleLine(bar.label), to: 24)
        let isRight = own > (left + right) / 2
        svg +=
          "<text class=\"\(isRight ? "label" : "value")\" x=\"\(PageChart.digits(own + (isRight ? -7 : 7)))\" y=\"\(PageChart.digits(other + 4))\">\(HTMLText.escaped(name))</text>"
      }
      svg += "</g>"
    }
    svg +=
      "<text class=\"tick\" x=\"\(PageChart.digits((left + right) / 2))\" y=\"\(PageChart.digits(bottom + 40))\">\(HTMLText.escaped(chart.subject))</text>"
    return svg + "</svg>"
  }

  private static func distance(_ bar: ReportChart.Bar) -> Double {
    abs((bar.value ?? 0) - (bar.position ?? 0))
  }

  // MARK: Pieces

  private static func style(_ tone: Report.Tone) -> String {
    switch tone {
    case .good: "bar good"
    case .bad: "bar bad"
    case .plain, .warning: "bar"
    }
  }

  private static func labelWidth(_ chart: ReportChart) -> Double {
    let longest = chart.bars.map { DisplayWidth.of($0.label) }.max() ?? 0
    return Double(min(max(12, longest), 30)) * 7 + 8
  }

  private static func label(_ text: String, x: Double, y: Double) -> String {
    let label = DisplayWidth.truncated(DisplayWidth.singleLine(text), to: 30)
    return
      "<text class=\"label\" x=\"\(PageChart.digits(x))\" y=\"\(PageChart.digits(y))\">\(HTMLText.escaped(label))</text>"
  }
}
