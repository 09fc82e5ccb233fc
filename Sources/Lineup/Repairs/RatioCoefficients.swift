/// What each column adds to the two sums whose ratio a share or an average bounds.
struct RatioCoefficients: Sendable {
  var part: [Double]
  var whole: [Double]

  /// The ratio over a selection; `nil` where the whole is not above 0.
  func ratio(of selection: [Int32]) -> Double? {
    let sums = selection.reduce(into: (part: 0.0, whole: 0.0)) { sums, column in
      sums.part += part[Int(column)]
      sums.whole += whole[Int(column)]
    }
    return sums.whole > 0 ? sums.part / sums.whole : nil
  }
}

extension Show {
  /// The two sums of a ratio row, one number a column of the program.
  /// - Returns: `nil` where the row is no ratio.
  func ratioCoefficients(of row: RuleRow, columns: Int) -> RatioCoefficients? {
    let terms = plan.terms.filter { term in
      if case .one(let target) = term.rows { Int(target) == row.programRows.lowerBound } else { false }
    }
    guard terms.count == 2 else { return nil }
    func values(_ term: Term) -> [Double] {
      var values = [Double](repeating: 0, count: columns)
      for option in 0..<options.count {
        if term.scope.contains(row: Int(options.rows[option])),
          term.scope.contains(pitch: Int(options.pitches[option])),
          term.scope.contains(offer: options.offer(option), case: options.offerCase(option))
        {
          values[option] = value(of: term.measure, option: option)
        }
      }
      return values
    }
    return RatioCoefficients(part: values(terms[0]), whole: values(terms[1]))
  }
}
