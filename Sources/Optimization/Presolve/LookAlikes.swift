extension ReducedProgram {
  /// Merges groups that a hard row "at most one of these" covers whole into one group, and frees the row.
  ///
  /// Reason: catalogs have thousands of look-alike families. As rows they would fill the basis; as
  /// groups they cost nothing. Each group joins at most one row, so that the result is a partition.
  mutating func mergeLookAlikes() {
    let isCandidate = candidateRows()
    guard isCandidate.contains(true) else { return }
    let sizes = groupSizes()
    let members = Members(program, isCandidate, pace)
    if pace.mustStop() { return }
    var newGroup = (0..<Int32(program.groupCount)).map { $0 }
    var taken = [Bool](repeating: false, count: program.groupCount)
    var freeColumnGroup: [Int32: Int32] = [:]
    for slice in pace.slices(program.rowCount, of: 1 << 14) {
      for row in slice where isCandidate[row] {
        let runs = members.runs(ofRow: row)
        let isWhole = runs.allSatisfy { run in
          run.group < 0
            ? freeColumnGroup[run.column] == nil
            : run.count == sizes[Int(run.group)] && !taken[Int(run.group)]
        }
        guard isWhole else { continue }
        let target: Int32
        if let first = runs.first(where: { $0.group >= 0 }) {
          target = first.group
        } else {
          target = Int32(program.groupCount)
          program.groupCount += 1
          newGroup.append(target)
          taken.append(true)
        }
        for run in runs {
          if run.group >= 0 {
            taken[Int(run.group)] = true
            newGroup[Int(run.group)] = target
          } else {
            freeColumnGroup[run.column] = target
          }
        }
        program.lower[row] = -.infinity
        program.upper[row] = .infinity
        isIntegral[row] = false
      }
    }
    for slice in pace.slices(program.columnCount) {
      for column in slice {
        if program.group[column] >= 0 {
          program.group[column] = newGroup[Int(program.group[column])]
        } else if let group = freeColumnGroup[Int32(column)] {
          program.group[column] = group
        }
      }
    }
  }

  private func candidateRows() -> [Bool] {
    var isCandidate = (0..<program.rowCount).map {
      isHard($0) && excess[$0] == 0 && program.upper[$0] >= 1 && program.upper[$0] < 2
        && program.lower[$0] <= 0
    }
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(program.nonzeroCount, of: 1 << 20) {
        for position in slice where coefficients[position] != 1 { isCandidate[Int(rows[position])] = false }
      }
    }
    return isCandidate
  }

  private func groupSizes() -> [Int32] {
    var sizes = [Int32](repeating: 0, count: program.groupCount)
    for slice in pace.slices(program.columnCount, of: 1 << 18) {
      for column in slice where program.group[column] >= 0 { sizes[Int(program.group[column])] += 1 }
    }
    return sizes
  }
}

/// What the candidate rows are over.
private struct Members {
  /// Columns of one group that follow one another in a row, or a column without a group.
  struct Run {
    var row: Int32
    /// -1 for a column without a group.
    var group: Int32
    /// The first of them.
    var column: Int32
    var count: Int32
  }

  /// Row by row, and in the order of columns. A group whose columns do not follow one another is there several times,
  /// each time incomplete, and so is never merged.
  private var runs: [Run] = []
  private var start: [Int]

  init(_ program: Program, _ isCandidate: [Bool], _ pace: Pace) {
    var found: [Run] = []
    // The last run of each row that is of a group.
    var last = [Int32](repeating: -1, count: program.rowCount)
    start = Array(repeating: 0, count: program.rowCount + 1)
    program.withUnsafeEntries { rows, _ in
      for slice in pace.slices(program.columnCount) {
        for column in slice {
          let group = program.group[column]
          for position in program.columnStart[column]..<program.columnStart[column + 1] {
            let row = Int(rows[position])
            guard isCandidate[row] else { continue }
            if group >= 0, last[row] >= 0, found[Int(last[row])].group == group {
              found[Int(last[row])].count += 1
            } else {
              if group >= 0 { last[row] = Int32(found.count) }
              found.append(Run(row: Int32(row), group: group, column: Int32(column), count: 1))
              start[row + 1] += 1
            }
          }
        }
      }
    }
    for row in 0..<program.rowCount { start[row + 1] += start[row] }
    if pace.mustStop() { return }
    var next = start
    runs = Array(repeating: Run(row: 0, group: 0, column: 0, count: 0), count: found.count)
    for slice in pace.slices(found.count) {
      for run in found[slice] {
        runs[next[Int(run.row)]] = run
        next[Int(run.row)] += 1
      }
    }
  }

  func runs(ofRow row: Int) -> ArraySlice<Run> { runs[start[row]..<start[row + 1]] }
}
