import Lineup
import LineupReports

/// A chart as inline SVG, with its figures as text so that nothing depends on colour or sight, and a legend
/// where colours or marks have a meaning.
enum PageChart {
  private static let barWidth = 178.0
  private static let valueWidth = 100.0
  private static let lineHeight = 26.0

  static func html(_ chart: ReportChart) -> String {
    switch chart.kind {
    case .quota, .bars: bars(chart) + legend(chart)
    case .curve: PageCurve(chart).svg + legend(chart)
    case .waterfall: PageReviewCharts.waterfall(chart)
    case .scatter: PageReviewCharts.scatter(chart) + legend(chart)
    case .ratios: PageReviewCharts.ratios(chart) + legend(chart)
    }
  }

  /// Whether a chart takes the whole width: a curve, or bars with long names.
  static func isWide(_ chart: ReportChart) -> Bool {
    [.curve, .waterfall, .scatter].contains(chart.kind) || longest(chart) > 20
  }

  private static func longest(_ chart: ReportChart) -> Int {
    chart.bars.map { DisplayWidth.of($0.label) }.max() ?? 0
  }

  private static func bars(_ chart: ReportChart) -> String {
    let characters = min(max(16, longest(chart)), 44)
    let labelWidth = Double(characters) * 7
    let barWidth = isWide(chart) ? barWidth * 2 : barWidth
    let texts = chart.bars.map { DisplayWidth.of($0.text) }.max() ?? 0
    let width = labelWidth + barWidth + max(valueWidth, Double(texts) * 7 + 12)
    let most = chart.bars.reduce(0) { max($0, $1.value ?? 0, $1.lower ?? 0, $1.upper ?? 0) }
    func place(_ value: Double) -> Double { most > 0 ? max(0, value) / most * barWidth : 0 }
    var svg = open(chart, width: width, height: Double(chart.bars.count) * lineHeight + 4)
    for (index, bar) in chart.bars.enumerated() {
      let top = Double(index) * lineHeight + 4
      let label = DisplayWidth.truncated(DisplayWidth.singleLine(bar.label), to: characters)
      svg += "<g><title>\(HTMLText.escaped(bar.label)): \(HTMLText.escaped(bar.text))</title>"
      svg +=
        "<text class=\"label\" x=\"\(digits(labelWidth - 8))\" y=\"\(digits(top + 13))\">\(HTMLText.escaped(label))</text>"
      svg += rectangle("track", x: labelWidth, y: top, width: barWidth, height: 18)
      if chart.kind == .bars, let upper = bar.upper {
        svg += rectangle("open", x: labelWidth, y: top + 3, width: place(upper), height: 12)
      }
      let length = bar.value.map { max($0 > 0 ? 2 : 0, place($0)) } ?? 0
      svg += rectangle(
        bar.tone == .bad ? "bar bad" : "bar", x: labelWidth, y: top + 3, width: length, height: 12)
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

  /// What colours and marks mean, where they mean something, and what the figures count.
  private static func legend(_ chart: ReportChart) -> String {
    typealias Say = Words.Rendering
    var keys: [(style: String, title: String)] = [("bar", chart.unit)]
    if chart.kind == .quota { keys.append(("limit", Say.legendLimit)) }
    if chart.kind == .ratios { keys.append(("limit", Say.legendExpected)) }
    if chart.kind == .scatter, chart.bars.contains(where: { $0.tone == .good }) {
      keys.append(("good", Say.legendSoldOut))
    }
    if chart.kind == .bars, chart.bars.contains(where: { $0.upper != nil }) {
      keys.append(("open", Say.legendOpen))
    }
    if chart.bars.contains(where: { $0.tone == .bad }) {
      let title =
        chart.kind == .quota
        ? Say.legendMissed : chart.bars.contains { $0.value == nil } ? Say.legendNone : Say.legendLess
      keys.append(("bad", title))
    }
    let items = keys.map { "<span class=\"key \($0.style)\"></span>\(HTMLText.escaped($0.title))" }
    return "<p class=\"legend\">\(items.joined(separator: " "))</p>"
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
    let style = isWide(chart) ? "chart wide" : "chart"
    return "<svg class=\"\(style)\" viewBox=\"0 0 \(digits(width)) \(digits(height))\" role=\"img\" "
      + "aria-label=\"\(HTMLText.escaped("\(chart.title): \(spoken)"))\">"
  }

  static func rectangle(_ style: String, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect class=\"\(style)\" x=\"\(digits(x))\" y=\"\(digits(y))\" width=\"\(digits(width))\" height=\"\(digits(height))\" rx=\"2\"/>"
  }

  static func digits(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return plain(rounded)
  }
}
