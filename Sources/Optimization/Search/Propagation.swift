/// Draws conclusions from rows and groups: removes columns that no selection can contain and forces
/// groups that none can do without.
///
/// Reason: a row's activity lies between the sums, over the groups, of the least and greatest
/// coefficient that is left (bound propagation; Savelsbergh 1994). A brand that must have a style and has
/// one left forces it, which relaxations would find only branch by branch. Where a row counts the columns,
/// the groups that are not forced add no more than so many times the most that one of them can: with two
/// places left and two girls' styles missing, every style that is not girls' is out.
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
  private var reach: [Reach] = []
  /// Hard rows in which every column has a coefficient above 0, with the least of them: they say how many
  /// columns fit.
  private let counts: [(row: Int, least: Double)]
  /// How many columns of groups that are not forced can be selected at most.
  private(set) var places = Double.infinity
  /// Where a row's part of the current group is, or -1, and how many of the group's columns have it.
  private var partOfRow: [Int]
  private var uses: [Int] = []
  private var needed: [(least: Double, greatest: Double)]

  /// Of how many groups a slice is; between slices a pass can be stopped.
  private static let sliceLength = 1 << 14

  init(_ program: GroupedProgram) {
    counts = program.countingRows()
    partOfRow = Array(repeating: -1, count: program.rowCount)
    needed = Array(repeating: (-.infinity, .infinity), count: program.rowCount)
    reach = Array(repeating: Reach(), count: program.rowCount)
  }

  /// Tightens a subproblem in a few rounds; in one where there are many columns, of which a conclusion
  /// excludes few.
  /// - Returns: whether a selection may be left; `false` is proof that none is.
  mutating func tighten(
    _ subproblem: inout Subproblem, _ program: GroupedProgram, rounds limit: Int? = nil, pace: Pace = Pace()
  ) -> Bool {
    let rounds = limit ?? (program.columnCount > 4_000 ? 1 : 3)
    if subproblem.isEmpty { return false }
    for round in 0..<rounds {
      if round > 0, pace.mustStop() { return true }
      guard measure(subproblem, program, pace) else { return false }
      if pace.mustStop() { return true }
      for row in 0..<program.rowCount where program.penalty[row] == .infinity {
        let (lower, upper) = bounds(row, subproblem)
        if reach[row].greatest(places) < lower || reach[row].least(places) > upper { return false }
      }
      switch exclude(&subproblem, program, pace) {
      case .nothing: return true
      case .something: break
      case .everything: return false
      }
    }
    return true
  }

  /// What a row's activity can come to.
  private struct Reach {
    /// Sums over the groups that are forced.
    var forcedLeast = 0.0
    var forcedGreatest = 0.0
    /// Sums and extremes over those that are not.
    var freeLeast = 0.0
    var freeGreatest = 0.0
    var mostBelow = 0.0
    var mostAbove = 0.0
    /// Of what was summed up.
    var magnitude = 0.0

    /// - Parameter places: how many groups that are not forced can be taken.
    func least(_ places: Double, without part: Double = 0) -> Double {
      // Where nothing is negative, 0 times infinity is no number.
      forcedLeast + (mostBelow < 0 ? max(freeLeast - part, places * mostBelow) : 0)
    }

    func greatest(_ places: Double, without part: Double = 0) -> Double {
      forcedGreatest + (mostAbove > 0 ? min(freeGreatest - part, places * mostAbove) : 0)
    }
  }

  /// Whether every selection that is left meets the row.
  func isMet(_ row: Int, _ subproblem: Subproblem) -> Bool {
    // A row that says how many places there are is not met by what it says itself.
    let places = counts.contains { $0.row == row } ? .infinity : places
    return reach[row].least(places) >= subproblem.lower[row]
      && reach[row].greatest(places) <= subproblem.upper[row]
  }

  /// Sums up what the groups can add to the rows.
  /// - Returns: `false` where a forced group has no column left.
  private mutating func measure(_ subproblem: Subproblem, _ program: GroupedProgram, _ pace: Pace) -> Bool {
    for row in 0..<program.rowCount { reach[row] = Reach() }
    parts.removeAll(keepingCapacity: true)
    partStart.removeAll(keepingCapacity: true)
    partStart.append(0)
    var isPossible = true
    program.withUnsafeColumns { columns in
      subproblem.isRemoved.withUnsafeBufferPointer { isRemoved in
        for slice in pace.slices(program.groupCount, of: Self.sliceLength) {
          for group in slice {
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
    }
    places = .infinity
    for count in counts {
      let room = subproblem.upper[count.row] - reach[count.row].forcedLeast
      places = min(places, max(0, (room / count.least + 1e-6).rounded(.down)))
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
      reach[row].magnitude += max(abs(parts[part].least), abs(parts[part].greatest))
      if isForced {
        reach[row].forcedLeast += parts[part].least
        reach[row].forcedGreatest += parts[part].greatest
      } else {
        reach[row].freeLeast += parts[part].least
        reach[row].freeGreatest += parts[part].greatest
        reach[row].mostBelow = min(reach[row].mostBelow, parts[part].least)
        reach[row].mostAbove = max(reach[row].mostAbove, parts[part].greatest)
      }
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

  /// A row's bounds, widened by more than the sums of what groups can add have lost.
  private func bounds(_ row: Int, _ subproblem: Subproblem) -> (lower: Double, upper: Double) {
    let (lower, upper) = (subproblem.lower[row], subproblem.upper[row])
    let lost = 1e-13 * reach[row].magnitude
    return (lower - lost - 1e-9 * abs(lower), upper + lost + 1e-9 * abs(upper))
  }

  private mutating func exclude(
    _ subproblem: inout Subproblem, _ program: GroupedProgram, _ pace: Pace
  ) -> Change {
    var lower = [Double](repeating: -.infinity, count: program.rowCount)
    var upper = [Double](repeating: .infinity, count: program.rowCount)
    /// Rows to which every column in a place that is left must give.
    var isForAll = [Bool](repeating: false, count: program.rowCount)
    var forAllCount = 0
    for row in 0..<program.rowCount where program.penalty[row] == .infinity {
      (lower[row], upper[row]) = bounds(row, subproblem)
      if lower[row] > reach[row].greatest(places - 1) || upper[row] < reach[row].least(places - 1) {
        isForAll[row] = true
        forAllCount += 1
      }
    }
    var change = Change.nothing
    for slice in pace.slices(program.groupCount, of: Self.sliceLength) {
      for group in slice {
        let own = parts[partStart[group]..<partStart[group + 1]]
        let isForced = subproblem.isForced[group]
        // What a column of this group must have in each row, all other groups at their best.
        var demands = 0
        var forAll = 0
        var isIdle = true
        var isNeeded = isForced
        for part in own {
          let others = reach[part.row]
          let low: Double
          let high: Double
          if isForced {
            low = lower[part.row] - (others.greatest(places) - part.greatest)
            high = upper[part.row] - (others.least(places) - part.least)
          } else {
            low = lower[part.row] - others.greatest(places - 1, without: part.greatest)
            high = upper[part.row] - others.least(places - 1, without: part.least)
            if lower[part.row] > others.greatest(places, without: part.greatest)
              || upper[part.row] < others.least(places, without: part.least)
            {
              isNeeded = true
            }
            if isForAll[part.row] { forAll += 1 }
          }
          needed[part.row] = (low, high)
          if low > 0 || high < 0 { demands += 1 }
          if low > part.least || high < part.greatest { isIdle = false }
        }
        let isOut = !isForced && forAll < forAllCount
        if isIdle, !isOut, isForced || !isNeeded { continue }
        if isNeeded, !isForced {
          subproblem.isForced[group] = true
          change = .something
        }
        var isEmpty = true
        for column in program.columns(ofGroup: group) where !subproblem.isRemoved[column] {
          var met = 0
          var fits = !isOut
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
        if isEmpty, subproblem.isForced[group] { return .everything }
      }
    }
    return change
  }
}

extension GroupedProgram {
  /// Hard rows with an upper bound in which every column has a coefficient above 0, and the least of these.
  func countingRows() -> [(row: Int, least: Double)] {
    var least = [Double](repeating: .infinity, count: rowCount)
    var count = [Int](repeating: 0, count: rowCount)
    for position in rowIndex.indices {
      let row = Int(rowIndex[position])
      least[row] = min(least[row], coefficient[position])
      count[row] += 1
    }
    return (0..<rowCount).filter {
      penalty[$0] == .infinity && upper[$0] < .infinity && count[$0] == columnCount && least[$0] > 0
    }.map { ($0, least[$0]) }
  }
}
