extension GroupedProgram {
  /// The program with what its rows and groups settle drawn out of it: columns that no selection can contain
  /// are gone, rows that every selection meets are gone, groups that none can do without have a row of their
  /// own, and of columns that then look the same there are as many as there are places for them.
  ///
  /// Reason: an adjustment that must keep 55 of 60 styles is a choice of five, in which no colour can be
  /// chosen too often and most styles differ by nothing but their gain.
  /// - Returns: `nil` where no selection is left.
  func settled(pace: Pace = Pace()) -> GroupedProgram? {
    var subproblem = Subproblem(self)
    var propagation = Propagation(self)
    guard propagation.tighten(&subproblem, self, rounds: 3, pace: pace) else { return nil }
    if pace.mustStop() { return self }
    var settled = part(of: subproblem, pace: pace)
    if pace.mustStop() { return self }
    settled = settled.withoutRows { row in
      row < rowCount && penalty[row] == .infinity && !isLoose[row]
        && (lower[row] > -.infinity || upper[row] < .infinity)
        && propagation.isMet(row, subproblem)
    }
    // Columns of a group that must be have their own look, and one place.
    let places = max(1, min(propagation.places, Double(settled.groupLimit())))
    let kept = settled.undominatedColumns(groupLimit: Int(places), pace: pace)
    return settled.restricted(to: kept, pace: pace)
  }

  /// A subproblem as a program of its own. Groups of which one column is in have a row that says so.
  func part(of subproblem: Subproblem, pace: Pace = Pace()) -> GroupedProgram {
    let columns = subproblem.isRemoved.indices.filter { !subproblem.isRemoved[$0] }
    var part = restricted(to: columns, pace: pace)
    if pace.mustStop() { return part }
    part.lower = subproblem.lower
    part.upper = subproblem.upper
    var forced = Set<Int32>()
    for (index, column) in columns.enumerated() where subproblem.isForced[Int(group[column])] {
      forced.insert(part.group[index])
    }
    return part.adding(
      forced.sorted().map { group in
        NewRow(
          entries: part.columns(ofGroup: Int(group)).map { (column: Int32($0), coefficient: 1) }, lower: 1)
      })
  }
}
