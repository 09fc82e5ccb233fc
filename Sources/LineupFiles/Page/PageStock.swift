import LineupReports

/// What is left of scarce styles over time: a card each with a line that falls at every show.
enum PageStock {
  private static let (width, height) = (300.0, 74.0)
  private static let (left, right, top, bottom) = (4.0, 296.0, 8.0, 58.0)

  static func html(_ courses: [StockCourse]) -> String {
    if courses.isEmpty { return "" }
    let cards = courses.map { course in
      let name = course.style.name.map { " \(escaped($0))" } ?? ""
      return
        "<div class=\"card\"><h3><span class=\"soft\">\(escaped(course.style.spu))</span>\(name)</h3>\(svg(course))<p class=\"legend\">\(escaped(course.remark))</p></div>\n"
    }
    return "<div class=\"courses\">\n\(cards.joined())</div>\n"
  }

  private static func svg(_ course: StockCourse) -> String {
    let span = max(1, Double(course.days.upperBound - course.days.lowerBound))
    let most = max(1e-9, course.stock)
    func x(_ day: Int) -> Double {
      left + max(0, min(1, Double(day - course.days.lowerBound) / span)) * (right - left)
    }
    func y(_ amount: Double) -> Double { bottom - max(0, min(1, amount / most)) * (bottom - top) }
    func point(_ x: Double, _ y: Double) -> String { "\(PageChart.digits(x)),\(PageChart.digits(y))" }
    let spoken = course.points.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
    var svg =
      "<svg class=\"course\" viewBox=\"0 0 \(PageChart.digits(width)) \(PageChart.digits(height))\" role=\"img\" aria-label=\"\(escaped("\(course.style.label): \(spoken)"))\">"
    svg += "<line class=\"grid\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(bottom)\" y2=\"\(bottom)\"/>"
    var steps = [point(left, y(course.stock))]
    var level = course.stock
    for step in course.points {
      steps += [point(x(step.day), y(level)), point(x(step.day), y(step.left))]
      level = step.left
    }
    steps.append(point(right, y(level)))
    let line = steps.joined(separator: " ")
    svg += "<polygon class=\"fall\" points=\"\(line) \(point(right, bottom)) \(point(left, bottom))\"/>"
    svg += "<polyline class=\"curve\" points=\"\(line)\"/>"
    level = course.stock
    for step in course.points {
      defer { level = step.left }
      // A show that takes nothing needs no mark.
      if step.left == level { continue }
      svg += "<g><title>\(escaped("\(step.label): \(step.text)"))</title>"
      svg +=
        "<circle class=\"dot\" cx=\"\(PageChart.digits(x(step.day)))\" cy=\"\(PageChart.digits(y(step.left)))\" r=\"3.5\"/></g>"
    }
    if let first = course.points.first {
      svg += label(first.label, "start", at: left)
      if let last = course.points.last, last.label != first.label {
        svg += label(last.label, "end", at: right)
      }
    }
    return svg + "</svg>"
  }

  private static func label(_ text: String, _ anchor: String, at x: Double) -> String {
    let short = DisplayWidth.truncated(DisplayWidth.singleLine(text), to: 22)
    return
      "<text class=\"tick\" text-anchor=\"\(anchor)\" x=\"\(PageChart.digits(x))\" y=\"71\">\(escaped(short))</text>"
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
