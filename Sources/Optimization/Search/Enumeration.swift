extension GroupedProgram {
  /// How many selections there are, or `nil` where they are more than `limit`.
  func selectionCount(atMost limit: Int) -> Int? {
    var count = 1
    for group in 0..<groupCount {
      count *= columns(ofGroup: group).count + 1
      if count > limit { return nil }
    }
    return count
  }

  /// Considers every selection there is: of a few columns that takes less time than a relaxation, and no sum near a limit
  /// can be misjudged by one.
  /// - Returns: whether it came to the end.
  func enumerate(_ control: SearchControl) -> Bool {
    var chosen: [Int32] = []
    func visit(_ group: Int) {
      if group == groupCount {
        control.consider(chosen)
        return
      }
      visit(group + 1)
      for column in columns(ofGroup: group) where !control.isStopped {
        chosen.append(original[column])
        visit(group + 1)
        chosen.removeLast()
      }
      if group < groupCount / 2 { _ = control.mustStop() }
    }
    visit(0)
    return !control.mustStop()
  }
}
