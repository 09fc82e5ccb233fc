extension ReducedProgram {
  /// Merges groups that a hard row "at most one of these" covers whole into one group, and frees the row.
  ///
  /// Reason: catalogs have thousands of look-alike families. As rows they would fill the basis; as
  /// groups they cost nothing. Each group joins at most one row, so that the result is a partition.
  mutating func mergeLookAlikes() {
    let isCandidate = candidateRows()
    guard isCandidate.contains(true) else { return }
    let (sizes, merges) = coveredGroups(isCandidate)
    var newGroup = (0..<Int32(program.groupCount)).map { $0 }
    var taken = [Bool](repeating: false, count: program.groupCount)
    var freeColumnGroup: [Int32: Int32] = [:]
    for slice in pace.slices(merges.count, of: 1 << 14) {
      for row in slice where isCandidate[row] {
        let members = merges[row]
        let groups = members.covered.map(\.group)
        guard members.covered.allSatisfy({ $0.count == sizes[Int($0.group)] && !taken[Int($0.group)] }),
          !members.free.contains(where: { freeColumnGroup[$0] != nil })
        else { continue }
        let target: Int32
        if let first = groups.first {
          target = first
        } else {
          target = Int32(program.groupCount)
          program.groupCount += 1
          newGroup.append(target)
          taken.append(true)
        }
        for group in groups {
          taken[Int(group)] = true
          newGroup[Int(group)] = target
        }
        for column in members.free { freeColumnGroup[column] = target }
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

  private struct Members {
    /// Groups and how many of their columns the row has, in the order of columns. A group whose columns
    /// do not follow one another is there several times, each time incomplete, and so is never merged.
    var covered: [(group: Int32, count: Int)] = []
    var free: [Int32] = []
  }

  private func candidateRows() -> [Bool] {
    var isCandidate = (0..<program.rowCount).map {
      isHard($0) && program.upper[$0] >= 1 && program.upper[$0] < 2 && program.lower[$0] <= 0
    }
    for slice in pace.slices(program.nonzeroCount, of: 1 << 19) {
      for position in slice where program.coefficient[position] != 1 {
        isCandidate[Int(program.rowIndex[position])] = false
      }
    }
    return isCandidate
  }

  /// Sizes of all groups, and for every candidate row the groups and free columns that it touches.
  private func coveredGroups(_ isCandidate: [Bool]) -> (sizes: [Int], merges: [Members]) {
    var sizes = [Int](repeating: 0, count: program.groupCount)
    var merges = [Members](repeating: Members(), count: program.rowCount)
    for slice in pace.slices(program.columnCount) {
      for column in slice {
        let group = program.group[column]
        if group >= 0 { sizes[Int(group)] += 1 }
        for position in program.columnStart[column]..<program.columnStart[column + 1] {
          let row = Int(program.rowIndex[position])
          guard isCandidate[row] else { continue }
          if group < 0 {
            merges[row].free.append(Int32(column))
          } else {
            let last = merges[row].covered.count - 1
            if last >= 0, merges[row].covered[last].group == group {
              merges[row].covered[last].count += 1
            } else {
              merges[row].covered.append((group: group, count: 1))
            }
          }
        }
      }
    }
    return (sizes, merges)
  }
}
