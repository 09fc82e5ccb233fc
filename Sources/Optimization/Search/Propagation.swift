/// Draws conclusions from rows and groups: removes columns that no selection can contain and forces
/// groups that none can do without.
///
/// Reason: a row's activity lies between the sums, over the groups, of the least and greatest
/// coefficient that is left (bound propagation; Savelsbergh 1994). A brand that must have a style and has
/// one left forces it, which relaxations would find only branch by branch.
///
/// Keeps its working memory from call to call. A round is linear in the non-zeros.
struct Propagation {
  /// What one group can add to one row.
  private struct Part {
    var row: Int
    var least: Double
    var greatest: Double
  }

  /// The parts of all groups, those of group g at `partStart[g]..<partStart[g + 1]`.
  private var parts: [Part] = []
  private var partStart: [Int] = []
  private var least: [Double] = []
  private var greatest: [Double] = []
  /// Where a row's part of the current group is, or -1, and how many of the group's columns have it.
  private var partOfRow: [Int]
  private var uses: [Int] = []
  private var needed: [(least: Double, greatest: Double)]

  init(_ program: GroupedProgram) {
    partOfRow = Array(repeating: -1, count: program.rowCount)
    needed = Array(repeating: (-.infinity, .infinity), count: program.rowCount)
  }

  /// Tightens a subproblem in a few rounds; in one where there are many columns, of which a conclusion
  /// excludes few.
  /// - Returns: whether a selection may be left; `false` is proof that none is.
  mutating func tighten(_ subproblem: inout Subproblem, _ program: GroupedProgram) -> Bool {
    let rounds = program.columnCount > 4_000 ? 1 : 3
    if subproblem.isEmpty { return false }
    for _ in 0..<rounds {
      guard measure(subproblem, program) else { return false }
      for row in 0..<program.rowCount where program.penalty[row] == .infinity {
        if spareBelow(row, subproblem) < 0 || spareAbove(row, subproblem) < 0 { return false }
      }
      switch exclude(&subproblem, program) {
      case .nothing: return true
      case .something: break
      case .everything: return false
      }
    }
    return true
  }

  /// How far the greatest activity of a row is above its lower bound.
  private func spareBelow(_ row: Int, _ subproblem: Subproblem) -> Double {
    let bound = subproblem.lower[row]
    return greatest[row] - bound + 1e-7 * max(1, abs(bound))
  }

  private func spareAbove(_ row: Int, _ subproblem: Subproblem) -> Double {
    let bound = subproblem.upper[row]
    return bound - least[row] + 1e-7 * max(1, abs(bound))
  }

  /// Sums up what the groups can add to the rows.
  /// - Returns: `false` where a forced group has no column left.
  private mutating func measure(_ subproblem: Subproblem, _ program: GroupedProgram) -> Bool {
    least = Array(repeating: 0, count: program.rowCount)
    greatest = least
    parts.removeAll(keepingCapacity: true)
    partStart.removeAll(keepingCapacity: true)
    partStart.append(0)
    var isPossible = true
    program.withUnsafeColumns { columns in
      subproblem.isRemoved.withUnsafeBufferPointer { isRemoved in
        for group in 0..<program.groupCount {
          let range = columns.groupStart[group]..<columns.groupStart[group + 1]
          let columnCount = collect(range, columns, isRemoved)
          if columnCount == 0, subproblem.isForced[group] {
            isPossible = false
            return
          }
          closeGroup(columnCount: columnCount, isForced: subproblem.isForced[group])
        }
      }
    }
    return isPossible
  }

  /// Gathers the parts of a group from those of its columns that are left.
  /// - Returns: how many are left.
  @inline(__always)
  private mutating func collect(
    _ range: Range<Int>, _ columns: GroupedProgram.UnsafeColumns, _ isRemoved: UnsafeBufferPointer<Bool>
  ) -> Int {
    let start = parts.count
    var columnCount = 0
    uses.removeAll(keepingCapacity: true)
    for column in range where !isRemoved[column] {
      columnCount += 1
      for position in columns.start[column]..<columns.start[column + 1] {
        let row = Int(columns.row[position])
        let value = columns.coefficient[position]
        let part = partOfRow[row]
        if part < 0 {
          partOfRow[row] = parts.count
          parts.append(Part(row: row, least: value, greatest: value))
          uses.append(1)
        } else {
          if value < parts[part].least { parts[part].least = value }
          if value > parts[part].greatest { parts[part].greatest = value }
          uses[part - start] += 1
        }
      }
    }
    return columnCount
  }

  /// Adds the parts of the group that was collected last to the sums.
  private mutating func closeGroup(columnCount: Int, isForced: Bool) {
    let start = partStart[partStart.count - 1]
    for part in start..<parts.count {
      if !isForced || uses[part - start] < columnCount {
        parts[part].least = min(0, parts[part].least)
        parts[part].greatest = max(0, parts[part].greatest)
      }
      let row = parts[part].row
      least[row] += parts[part].least
      greatest[row] += parts[part].greatest
      partOfRow[row] = -1
    }
    partStart.append(parts.count)
  }

  private enum Change {
    case nothing
    /// Columns were excluded or groups forced.
    case something
    /// A group that no selection can do without has no column left.
    case everything
  }

  private mutating func exclude(_ subproblem: inout Subproblem, _ program: GroupedProgram) -> Change {
    var below = [Double](repeating: .infinity, count: program.rowCount)
    var above = below
    for row in 0..<program.rowCount where program.penalty[row] == .infinity {
      below[row] = spareBelow(row, subproblem)
      above[row] = spareAbove(row, subproblem)
    }
    var change = Change.nothing
    for group in 0..<program.groupCount {
      let own = parts[partStart[group]..<partStart[group + 1]]
      guard own.contains(where: { $0.greatest - $0.least > min(below[$0.row], above[$0.row]) }) else {
        continue
      }
      // What a column of this group must have in each row, all other groups at their best.
      var demands = 0
      for part in own {
        needed[part.row] = (part.greatest - below[part.row], part.least + above[part.row])
        if needed[part.row].least > 0 || needed[part.row].greatest < 0 { demands += 1 }
      }
      if demands > 0, !subproblem.isForced[group] {
        subproblem.isForced[group] = true
        change = .something
      }
      var isEmpty = true
      for column in program.columns(ofGroup: group) where !subproblem.isRemoved[column] {
        var met = 0
        var fits = true
        for position in program.entries(of: column) {
          let (low, high) = needed[Int(program.rowIndex[position])]
          let value = program.coefficient[position]
          if value < low || value > high { fits = false }
          if low > 0 || high < 0 { met += 1 }
        }
        if !fits || met < demands {
          subproblem.isRemoved[column] = true
          change = .something
        } else {
          isEmpty = false
        }
      }
      for part in own { needed[part.row] = (-.infinity, .infinity) }
      if isEmpty, subproblem.isForced[group] { return .everything }
    }
    return change
  }
}
