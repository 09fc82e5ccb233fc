/// Where a figure stands in the range that is asked of it, as inline SVG beside its words.
enum PageGauge {
  private static let width = 120.0

  static func svg(_ gauge: ReportTable.Gauge) -> String {
    let ends = [gauge.lower, gauge.upper].compactMap(\.self)
    let most = max(gauge.actual, ends.max() ?? 0) * 1.15
    let least = min(0, gauge.actual, ends.min() ?? 0)
    func place(_ value: Double) -> Double {
      most > least ? (value - least) / (most - least) * width : 0
    }
    let lower = gauge.lower.map(place) ?? 0
    let upper = gauge.upper.map(place) ?? width
    func rectangle(_ style: String, _ x: Double, _ y: Int, _ width: Double, _ height: Int) -> String {
      "<rect class=\"\(style)\" x=\"\(PageChart.digits(x))\" y=\"\(y)\" width=\"\(PageChart.digits(width))\" height=\"\(height)\" rx=\"1.5\"/>"
    }
    return "<svg class=\"closeness\" viewBox=\"0 0 120 14\" aria-hidden=\"true\">"
      + rectangle("track", 0, 5, width, 4)
      + rectangle("range", max(0, min(lower, width - 3)), 4, max(3, upper - lower), 6)
      + rectangle("needle", max(0, min(width - 3, place(gauge.actual) - 1.5)), 0, 3, 14) + "</svg>"
  }
}
