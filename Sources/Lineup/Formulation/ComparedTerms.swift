import Optimization

/// The sums that hard shares and averages are compared with, term by term: what each option adds to them, and how much
/// they can come to.
struct ComparedTerms: Sendable {
  private let show: Show
  /// By row of the program.
  private let terms: [Int: Term]
  /// Of averages, the numbers whose sum is compared.
  private let averaged: [Int: BoundMeasure]

  init(_ show: Show) {
    self.show = show
    var terms: [Int: Term] = [:]
    var averaged: [Int: BoundMeasure] = [:]
    for term in show.plan.terms {
      guard case .one(let row) = term.rows, show.plan.penalty[Int(row)] == .infinity else { continue }
      if term.isCompared {
        terms[Int(row)] = term
      } else if term.measure.isAveraged {
        averaged[Int(row)] = term.measure
      }
    }
    self.terms = terms
    self.averaged = averaged.filter { row, _ in
      if case .items? = terms[row]?.measure { true } else { false }
    }
  }

  /// What the rows take off; `nil` where none compares.
  /// - Parameter pause: called every few milliseconds; what it throws ends the work.
  /// - Complexity: O(options x rows that compare), on every core.
  func sums<Interruption: Error>(
    pausing pause: () throws(Interruption) -> Void
  ) throws(Interruption) -> ComparedSums? {
    if terms.isEmpty { return nil }
    let places = Double(mostItems)
    let length = 1 << 16
    let count = (show.optionCount + length - 1) / length
    var rows: [Int: ComparedSums.Row] = [:]
    for (row, term) in terms {
      try pause()
      var parts = [Part](repeating: Part(), count: count)
      parts.withUnsafeMutableBufferPointer { parts in
        // Each task has a part of its own, which the compiler cannot know.
        nonisolated(unsafe) let parts = parts
        IndependentTasks.perform(count, areSmall: count < 4) { slice in
          let start = slice * length
          parts[slice] = part(of: row, term, start..<min(show.optionCount, start + length))
        }
      }
      let sum = parts.reduce(0) { $0 + $1.sum }
      let greatest = parts.reduce(0) { max($0, $1.greatest) }
      rows[row] = ComparedSums.Row(
        most: min(sum, places * greatest), isHidden: parts.contains { $0.isHidden } || abs(term.factor) >= 1)
    }
    return ComparedSums(rows: rows) { [self] column, row in side(column, row) }
  }

  /// What some options add to a sum.
  private struct Part {
    /// Of magnitudes.
    var sum = 0.0
    var greatest = 0.0
    var isHidden = false
  }

  private func part(of row: Int, _ term: Term, _ range: Range<Int>) -> Part {
    var part = Part()
    let averaged = averaged[row]
    show.options.forEach(in: term.scope, range) { option, _, _ in
      let value = -term.factor * show.value(of: term.measure, option: option)
      part.sum += abs(value)
      part.greatest = max(part.greatest, abs(value))
      // The sum that is taken off grows with the coefficient, so that of columns with the same coefficient it grows the
      // same, but for those: negative amounts, and a number that is the average asked for.
      if value < 0
        || averaged.map({ abs(show.value(of: $0, option: option) - value) <= 1e-13 * abs(value) }) == true
      {
        part.isHidden = true
      }
    }
    return part
  }

  private func side(_ column: Int32, _ row: Int) -> Double {
    guard let term = terms[row], column < show.optionCount else { return 0 }
    let option = Int(column)
    guard term.scope.contains(row: Int(show.options.rows[option])),
      term.scope.contains(pitch: Int(show.options.pitches[option])),
      term.scope.contains(offer: show.options.offer(option), case: show.options.offerCase(option))
    else { return 0 }
    return -term.factor * show.value(of: term.measure, option: option)
  }

  /// No tray has more items, by the count that is asked for and by the air time.
  private var mostItems: Int {
    let scenario = show.scenario
    var most = Double(show.candidates.count)
    if let items = scenario.show.items { most = min(most, items.upper) }
    if let airTime = scenario.show.airTime, let shortest = scenario.pitches.map(\.minutes).min(), shortest > 0
    {
      most = min(most, airTime / shortest)
    }
    return max(1, Int(most * (1 + 2 * RowTolerance.relative) + 1e-3))
  }
}

extension BoundMeasure {
  /// Whether an average may be of it.
  fileprivate var isAveraged: Bool {
    switch self {
    case .column, .offerPrice, .saving: true
    case .items, .minutes, .units, .gmv, .margin, .stockValue: false
    }
  }
}
