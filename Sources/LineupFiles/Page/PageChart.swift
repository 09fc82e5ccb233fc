/// A chart as inline SVG, with its figures as text so that nothing depends on colour or sight.
enum PageChart {
  private static let width = 380.0
  private static let labelWidth = 112.0
  private static let barWidth = 178.0
  private static let lineHeight = 26.0

  static func svg(_ chart: ReportChart) -> String {
    switch chart.kind {
    case .quota, .bars: bars(chart)
    case .curve: curve(chart)
    }
  }

  private static func bars(_ chart: ReportChart) -> String {
    let most = chart.bars.reduce(0) { max($0, $1.value, $1.lower ?? 0, $1.upper ?? 0) }
    func place(_ value: Double) -> Double { most > 0 ? max(0, value) / most * barWidth : 0 }
    let height = Double(chart.bars.count) * lineHeight + 4
    var svg = open(chart, height: height)
    for (index, bar) in chart.bars.enumerated() {
      let top = Double(index) * lineHeight + 4
      let label = HTMLText.escaped(DisplayWidth.truncated(DisplayWidth.singleLine(bar.label), to: 16))
      svg += "<g><title>\(HTMLText.escaped(bar.label)): \(HTMLText.escaped(bar.text))</title>"
      svg += "<text class=\"label\" x=\"\(digits(labelWidth - 8))\" y=\"\(digits(top + 13))\">\(label)</text>"
      svg += rectangle("track", x: labelWidth, y: top, width: barWidth, height: 18)
      svg += rectangle(
        bar.tone == .bad ? "bar bad" : "bar", x: labelWidth, y: top + 3,
        width: max(bar.value > 0 ? 2 : 0, place(bar.value)),
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

  private static func curve(_ chart: ReportChart) -> String {
    let least = chart.bars.map(\.value).min() ?? 0
    let most = chart.bars.map(\.value).max() ?? 1
    let step = chart.bars.count > 1 ? (width - 60) / Double(chart.bars.count - 1) : 0
    func point(_ index: Int) -> (x: Double, y: Double) {
      let share = most > least ? (chart.bars[index].value - least) / (most - least) : 0.5
      return (40 + Double(index) * step, 150 - share * 130)
    }
    var svg = open(chart, height: 190)
    let path = chart.bars.indices.map { "\(digits(point($0).x)),\(digits(point($0).y))" }.joined(
      separator: " ")
    svg += "<polyline class=\"curve\" points=\"\(path)\"/>"
    for (index, bar) in chart.bars.enumerated() {
      let place = point(index)
      svg += "<g><title>\(HTMLText.escaped(bar.label)): \(HTMLText.escaped(bar.text))</title>"
      svg += "<circle class=\"dot\" cx=\"\(digits(place.x))\" cy=\"\(digits(place.y))\" r=\"4\"/>"
      svg +=
        "<text class=\"tick\" x=\"\(digits(place.x))\" y=\"172\">\(HTMLText.escaped(DisplayWidth.truncated(bar.label, to: 8)))</text></g>"
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

  private static func open(_ chart: ReportChart, height: Double) -> String {
    let spoken = chart.bars.map { "\($0.label) \($0.text)" }.joined(separator: "; ")
    return "<svg class=\"chart\" viewBox=\"0 0 \(digits(width)) \(digits(height))\" role=\"img\" "
      + "aria-label=\"\(HTMLText.escaped("\(chart.title): \(spoken)"))\">"
  }

  private static func rectangle(_ style: String, x: Double, y: Double, width: Double, height: Double)
    -> String
  {
    "<rect class=\"\(style)\" x=\"\(digits(x))\" y=\"\(digits(y))\" width=\"\(digits(width))\" height=\"\(digits(height))\" rx=\"2\"/>"
  }

  private static func digits(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }
}
