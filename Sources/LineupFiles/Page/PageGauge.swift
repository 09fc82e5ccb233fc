import Lineup
import LineupReports

/// Where a figure stands in the range that is asked of it, as inline SVG beside its words: a zone for the
/// range, a line for the figure, and the ends of the range as a scale below.
enum PageGauge {
  private static let width = 130.0

  static func svg(_ gauge: ReportTable.Gauge) -> String {
    let ends = [gauge.lower, gauge.upper].compactMap(\.self)
    let most = max(gauge.actual, ends.max() ?? 0) * 1.15
    let least = min(0, gauge.actual, ends.min() ?? 0)
    func place(_ value: Double) -> Double {
      most > least ? (value - least) / (most - least) * width : 0
    }
    let lower = gauge.lower.map(place) ?? 0
    let upper = gauge.upper.map(place) ?? width
    var svg =
      "<svg class=\"closeness\" viewBox=\"0 0 \(PageChart.digits(width)) 26\" aria-hidden=\"true\">"
    svg += PageChart.rectangle("track", x: 0, y: 5, width: width, height: 4)
    svg += PageChart.rectangle(
      "range", x: max(0, min(lower, width - 3)), y: 4, width: max(3, upper - lower), height: 6)
    svg += PageChart.rectangle(
      "needle", x: max(0, min(width - 3, place(gauge.actual) - 1.5)), y: 0, width: 3, height: 14)
    // Ends that would run into each other are told once.
    var free = -Double.infinity
    for end in Set(ends).sorted() {
      let text = FigureText.value(end, gauge.kind)
      let half = Double(text.count) * 3.2
      let middle = min(max(place(end), half), width - half)
      guard middle - half >= free else { continue }
      free = middle + half + 6
      svg +=
        "<text x=\"\(PageChart.digits(middle))\" y=\"25\">\(HTMLText.escaped(text))</text>"
    }
    return svg + "</svg>"
  }
}
