import Foundation
import Lineup
import LineupReports

/// A curve as inline SVG: axes with round figures, a dot for each point, a cross where there is none.
struct PageCurve {
  private let chart: ReportChart
  /// Where points stand from left to right.
  private let positions: [Double]
  private let heights: ClosedRange<Double>
  private let step: Double

  private static let width = 760.0
  private static let height = 300.0
  private static let left = 84.0
  private static let right = 736.0
  private static let top = 30.0
  private static let bottom = 244.0

  init(_ chart: ReportChart) {
    self.chart = chart
    let given = chart.bars.compactMap(\.position)
    positions = given.count == chart.bars.count ? given : chart.bars.indices.map(Double.init)
    let values = chart.bars.compactMap(\.value)
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    step = Self.roundStep(max(most - least, abs(most) * 1e-3, 1e-9) / 4)
    heights = (least / step).rounded(.down) * step...max((most / step).rounded(.up) * step, least + step)
  }

  /// The SVG.
  var svg: String {
    var svg = PageChart.open(chart, width: Self.width, height: Self.height)
    svg += grid + names
    var run: [Int] = []
    var runs: [[Int]] = []
    for index in chart.bars.indices {
      if chart.bars[index].value == nil {
        runs.append(run)
        run = []
      } else {
        run.append(index)
      }
    }
    for run in runs + [run] where run.count > 1 {
      let points = run.map { "\(PageChart.digits(x($0))),\(PageChart.digits(y(chart.bars[$0].value ?? 0)))" }
      svg += "<polyline class=\"curve\" points=\"\(points.joined(separator: " "))\"/>"
    }
    for index in chart.bars.indices { svg += dot(index) }
    return svg + figures + "</svg>"
  }

  private func x(_ index: Int) -> Double {
    let least = positions.min() ?? 0
    let span = (positions.max() ?? 0) - least
    let share = span > 0 ? (positions[index] - least) / span : 0.5
    return Self.left + 18 + share * (Self.right - Self.left - 36)
  }

  private func y(_ value: Double) -> Double {
    let share = (value - heights.lowerBound) / (heights.upperBound - heights.lowerBound)
    return Self.bottom - share * (Self.bottom - Self.top)
  }

  private func dot(_ index: Int) -> String {
    let bar = chart.bars[index]
    let place = PageChart.digits(x(index))
    let title = "<g><title>\(HTMLText.escaped("\(bar.label): \(bar.text)"))</title>"
    guard let value = bar.value else {
      let (left, right) = (x(index) - 5, x(index) + 5)
      let path =
        "M\(PageChart.digits(left)) 231L\(PageChart.digits(right)) 241M\(PageChart.digits(left)) 241L\(PageChart.digits(right)) 231"
      return title + "<path class=\"none\" d=\"\(path)\"/></g>"
    }
    return title
      + "<circle class=\"dot\" cx=\"\(place)\" cy=\"\(PageChart.digits(y(value)))\" r=\"4.5\"/></g>"
  }

  /// Lines at round heights with their figures, and the settings below.
  private var grid: String {
    var svg = ""
    var value = heights.lowerBound
    while value <= heights.upperBound + step / 2 {
      let place = PageChart.digits(y(value))
      svg +=
        "<path class=\"grid\" d=\"M\(PageChart.digits(Self.left)) \(place)H\(PageChart.digits(Self.right))\"/>"
      let figure = FigureText.number(value, decimals: step < 1 ? 2 : 0)
      svg +=
        "<text class=\"label\" x=\"\(PageChart.digits(Self.left - 8))\" y=\"\(PageChart.digits(y(value) + 4))\">\(figure)</text>"
      value += step
    }
    // Labels that would run into each other are left out.
    var free = -Double.infinity
    for index in chart.bars.indices {
      let label = DisplayWidth.truncated(chart.bars[index].label, to: 14)
      let half = Double(DisplayWidth.of(label)) * 3.6 + 6
      guard x(index) - half > free else { continue }
      free = x(index) + half
      svg +=
        "<text class=\"tick\" x=\"\(PageChart.digits(x(index)))\" y=\"264\">\(HTMLText.escaped(label))</text>"
    }
    return svg
  }

  /// The heights as figures above their dots, where there is room; print has no pointer to ask with.
  private var figures: String {
    var svg = ""
    var free = -Double.infinity
    for index in chart.bars.indices {
      guard let value = chart.bars[index].value else { continue }
      let text = chart.bars[index].text
      let half = Double(DisplayWidth.of(text)) * 3.4 + 4
      let place = min(max(x(index), Self.left + half), Self.right - half + 18)
      guard place - half > free else { continue }
      free = place + half
      svg +=
        "<text class=\"tick\" x=\"\(PageChart.digits(place))\" y=\"\(PageChart.digits(y(value) - 10))\">\(HTMLText.escaped(text))</text>"
    }
    return svg
  }

  private var names: String {
    let middle = PageChart.digits((Self.left + Self.right) / 2)
    return "<text class=\"tick\" x=\"\(middle)\" y=\"288\">\(HTMLText.escaped(chart.subject))</text>"
  }

  /// 1, 2 or 5 times a power of ten, at least `step`.
  static func roundStep(_ step: Double) -> Double {
    let power = pow(10, log10(step).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= step * (1 - 1e-9) { return factor * power }
    return 10 * power
  }
}
