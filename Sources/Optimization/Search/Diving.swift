/// Rounds a relaxation by diving: the column nearest to 1 gets a gain that keeps it in, the relaxation is solved
/// again from where it was, and so on until every column is in or out.
///
/// Gains a little off the true ones lead each dive elsewhere.
struct Diving {
  private let relaxation: SwiftRelaxation
  private let gains: [Double]
  private var noise = TieBreaker()
  /// The simplex method widens rows a little, so a column that is in may be a little less.
  private static let hair = 1e-3

  /// - Parameter relaxation: a solved one; it serves no other purpose from now on.
  init(_ program: GroupedProgram, _ relaxation: SwiftRelaxation) {
    self.relaxation = relaxation
    gains = relaxation.active.map { program.objective[Int($0)] }
  }

  /// The columns where a dive ends, which may miss rows.
  /// - Parameter amount: how far off the gains are at most, as a share.
  mutating func selection(amount: Double, _ control: SearchControl) -> [Int] {
    var gains = gains.map { $0 * (1 + amount * (Double(noise.below(2001)) / 1000 - 1)) }
    let bonus = 2 * gains.reduce(1) { max($0, abs($1)) }
    var isIn = [Bool](repeating: false, count: gains.count)
    while true {
      relaxation.setGains(gains)
      guard relaxation.solve(control, cutoff: -.infinity) == .solved else { break }
      let values = relaxation.activeValues()
      var next: Int?
      for index in values.indices where !isIn[index] && values[index] > Self.hair {
        if values[index] > 1 - Self.hair {
          isIn[index] = true
          gains[index] += bonus
        } else if values[index] > next.map({ values[$0] }) ?? 0 {
          next = index
        }
      }
      guard let next else { break }
      isIn[next] = true
      gains[next] += bonus
    }
    let values = relaxation.activeValues()
    return values.indices.filter { values[$0] > 0.5 }.map { Int(relaxation.active[$0]) }
  }
}
