extension GroupedProgram {
  /// Whole-number questions on a plateau: how many columns have a gain in an interval. The intervals halve one another,
  /// down to single gains where `levels` suffice.
  ///
  /// Reason: under a cap on the average price thousands of styles tie, for what the dearer one gains the cap takes back.
  /// What is left is to hit the cap with two or three of them to the last unit. Without one style the relaxation takes
  /// the next, whose gain is nearly the same; that one of them is in the dearer half, and then in which quarter, it
  /// cannot evade.
  func gainIntervals(levels: Int = 7) -> [NewRow] {
    let byGain = (0..<Int32(columnCount)).sorted {
      (objective[Int($0)], $0) < (objective[Int($1)], $1)
    }
    // Where each gain starts.
    var start = byGain.indices.filter {
      $0 == 0 || objective[Int(byGain[$0])] != objective[Int(byGain[$0 - 1])]
    }
    let gainCount = start.count
    start.append(columnCount)
    var rows: [NewRow] = []
    func halve(_ gains: Range<Int>, level: Int) {
      guard level < levels, gains.count > 1 else { return }
      let middle = (gains.lowerBound + gains.upperBound) / 2
      for half in [gains.lowerBound..<middle, middle..<gains.upperBound] {
        let columns = byGain[start[half.lowerBound]..<start[half.upperBound]].sorted()
        rows.append(NewRow(entries: columns.map { (column: $0, coefficient: 1) }))
        halve(half, level: level + 1)
      }
    }
    halve(0..<gainCount, level: 0)
    return rows
  }
}
