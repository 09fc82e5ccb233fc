/// How many watch at every second of a show, and how many on average between two.
struct AudienceCurve: Sendable {
  /// Viewers at moments, ascending, never empty; straight lines between, level before and after.
  private let points: [(second: Double, viewers: Double)]
  /// Average over the show.
  let mean: Double

  /// - Parameter length: seconds of the show, above 0.
  init(_ audience: RundownPlan.Audience, length: Int) {
    switch audience {
    case .points(let points): self.points = points.map { (Double($0.second), $0.viewers) }
    case .shape(let shape):
      points = shape.points.map { ($0.share * Double(length), $0.viewers) }
    }
    let sum = Self.area(points, to: Double(length)) - Self.area(points, to: 0)
    mean = sum / Double(max(1, length))
  }

  /// Whether the scenario gives viewers, and not only a shape.
  static func countsViewers(_ audience: RundownPlan.Audience) -> Bool {
    if case .points = audience { true } else { false }
  }

  /// Average viewers between two seconds.
  func average(from start: Int, seconds: Int) -> Double {
    let end = start + max(1, seconds)
    return (Self.area(points, to: Double(end)) - Self.area(points, to: Double(start)))
      / Double(max(1, seconds))
  }

  /// The average between two seconds against that of the show; 1 where nobody ever watches.
  func weight(from start: Int, seconds: Int) -> Double {
    mean > 0 ? average(from: start, seconds: seconds) / mean : 1
  }

  /// Viewers times seconds from the first moment on (below 0 before it).
  private static func area(_ points: [(second: Double, viewers: Double)], to second: Double) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if second <= first.second { return (second - first.second) * first.viewers }
    var area = 0.0
    for (one, next) in zip(points, points.dropFirst()) {
      if second <= one.second { break }
      let end = min(second, next.second)
      let share = (end - one.second) / max(1e-12, next.second - one.second)
      let viewers = one.viewers + share * (next.viewers - one.viewers)
      area += (end - one.second) * (one.viewers + viewers) / 2
    }
    if second > last.second { area += (second - last.second) * last.viewers }
    return area
  }
}
