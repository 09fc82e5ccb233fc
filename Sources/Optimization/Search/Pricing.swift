/// The Lagrangian relaxation of the side rows at given duals (Geoffrion 1974): without the rows the
/// groups separate, and each takes its best column or none.
///
/// The bound is valid for any duals whatever, so nothing that the LP solver gets wrong can make a bound
/// wrong. Linear in the non-zeros.
struct Pricing: Sendable {
  /// An upper bound on the net objective of the subproblem, float rounding allowed for;
  /// `-infinity` where a forced group has no column left.
  private(set) var bound = Double.infinity
  /// The duals at which it was taken, clipped.
  private(set) var duals: [Double] = []
  /// Objective less dual value of each column.
  private(set) var reducedCost: [Double] = []
  /// The greatest reduced cost of each group's columns that are still in, or 0 where none is better and
  /// the group may stay empty.
  private(set) var groupBest: [Double] = []

  /// Prices every column. Duals are clipped first: to the sign that a one-sided row allows and to the
  /// penalty of a soft one.
  ///
  /// - Parameter pace: where it stops the pass, the bound is infinite, and the rest is not to be used.
  mutating func evaluate(
    _ program: GroupedProgram, _ subproblem: Subproblem, duals: [Double], objectiveWeight: Double = 1,
    pace: Pace = Pace()
  ) {
    let (duals, rowPart) = Self.clipped(duals, program, subproblem)
    self.duals = duals
    // A column this near to a gain may have one that rounding hides.
    let hair = 1e-12 * rowPart.magnitude
    if reducedCost.count != program.columnCount { reducedCost = Self.numbers(program.columnCount) }
    if groupBest.count != program.groupCount { groupBest = Self.numbers(program.groupCount) }
    let sliceLength = 16_384
    var parts = [Part?](repeating: nil, count: pace.sliceCount(program.groupCount, of: sliceLength))
    program.withUnsafeColumns { columns in
      parts.withUnsafeMutableBufferPointer { parts in
        reducedCost.withUnsafeMutableBufferPointer { reducedCost in
          groupBest.withUnsafeMutableBufferPointer { groupBest in
            // Each slice has groups and a part of its own, which the compiler cannot know.
            nonisolated(unsafe) let (parts, reducedCost, groupBest) = (parts, reducedCost, groupBest)
            pace.perform(program.groupCount, slicesOf: sliceLength) { slice, groups in
              parts[slice] = Self.price(
                groups, columns, subproblem, duals: duals, objectiveWeight, hair: hair, into: reducedCost,
                groupBest)
            }
          }
        }
      }
    }
    var sum = rowPart
    // In their order, so that the sum is the same on any number of cores.
    for part in parts {
      guard let part else {
        bound = .infinity
        return
      }
      sum.add(part)
    }
    bound = sum.value + sum.allowance
  }

  /// Numbers that are still to be written. To fill millions with zeros first takes as long as to price them.
  private static func numbers(_ count: Int) -> [Double] {
    Array(unsafeUninitializedCapacity: count) { _, initializedCount in initializedCount = count }
  }

  /// What some groups add to the bound.
  private struct Part {
    /// `-infinity` where a forced group has no column left.
    var value = 0.0
    /// Of the rows' and groups' parts, and how many are not 0.
    var magnitude = 0.0
    var count = 0
    /// What the columns' reduced costs may have lost.
    var loss = 0.0

    mutating func add(_ other: Part) {
      value += other.value
      magnitude += other.magnitude
      count += other.count
      loss += other.loss
    }

    /// Notes the best column of a group and its gain, 0 where the group rather stays empty.
    mutating func note(
      _ column: Int, gain: Double, _ columns: GroupedProgram.UnsafeColumns,
      _ duals: UnsafeBufferPointer<Double>, _ objectiveWeight: Double
    ) {
      var terms = abs(columns.objective[column]) * objectiveWeight
      for position in columns.start[column]..<columns.start[column + 1] {
        terms += abs(duals[Int(columns.row[position])] * columns.coefficient[position])
      }
      loss += Double(1 + columns.start[column + 1] - columns.start[column]) * Double.ulpOfOne * terms
      guard gain != 0 else { return }
      magnitude += abs(gain)
      count += 1
    }

    /// More than the sum can have lost: a term that goes through n operations loses at most n times half an ulp of itself
    /// (Higham 2002, 4.2).
    var allowance: Double { loss + Double(count + 1) * Double.ulpOfOne * magnitude }
  }

  private static func price(
    _ groups: Range<Int>, _ columns: GroupedProgram.UnsafeColumns, _ subproblem: Subproblem, duals: [Double],
    _ objectiveWeight: Double, hair: Double, into reducedCost: UnsafeMutableBufferPointer<Double>,
    _ groupBest: UnsafeMutableBufferPointer<Double>
  ) -> Part {
    duals.withUnsafeBufferPointer { duals in
      subproblem.isRemoved.withUnsafeBufferPointer { isRemoved in
        var sum = Part()
        for group in groups {
          let isForced = subproblem.isForced[group]
          var best = isForced ? -Double.infinity : -hair
          var bestColumn: Int?
          for column in columns.groupStart[group]..<columns.groupStart[group + 1] {
            var dualValue = 0.0
            for position in columns.start[column]..<columns.start[column + 1] {
              dualValue += duals[Int(columns.row[position])] * columns.coefficient[position]
            }
            let value = columns.objective[column] * objectiveWeight - dualValue
            reducedCost[column] = value
            if value > best, !isRemoved[column] { (best, bestColumn) = (value, column) }
          }
          if !isForced { best = max(0, best) }
          groupBest[group] = best
          sum.value += best
          if let bestColumn { sum.note(bestColumn, gain: best, columns, duals, objectiveWeight) }
        }
        return sum
      }
    }
  }

  /// The columns that a selection better than the cutoff may contain, ascending.
  /// - Parameters:
  ///   - limit: once there are more of them, the rest is not looked at.
  ///   - pace: where it stops the pass, the rest is not looked at either.
  func survivors(
    _ program: GroupedProgram, cutoff: Double, atMost limit: Int = .max, pace: Pace = Pace()
  ) -> [Int] {
    var kept: [Int] = []
    reducedCost.withUnsafeBufferPointer { reducedCost in
      program.groupStart.withUnsafeBufferPointer { start in
        for slice in pace.slices(program.groupCount) where kept.count <= limit {
          for group in slice {
            let best = groupBest[group]
            for column in start[group]..<start[group + 1] where bound - (best - reducedCost[column]) > cutoff
            {
              kept.append(column)
            }
          }
        }
      }
    }
    return kept
  }

  /// The columns of least loss, those first.
  ///
  /// The best column of every group has no loss, in thousands of groups: the gain breaks the tie.
  /// - Parameter pace: where it stops the pass, the rest is not looked at.
  func nearest(_ program: GroupedProgram, limit: Int, pace: Pace) -> [Int] {
    var nearest = LargestFew<Int>(limit: limit)
    reducedCost.withUnsafeBufferPointer { reducedCost in
      program.groupStart.withUnsafeBufferPointer { start in
        for slice in pace.slices(program.groupCount) {
          for group in slice {
            let best = groupBest[group]
            for column in start[group]..<start[group + 1] {
              let gain = reducedCost[column]
              nearest.insert(column, -(best - gain) + 1e-6 * gain)
            }
          }
        }
      }
    }
    return nearest.elements
  }

  /// The least that the bound falls when the column is in.
  func loss(_ column: Int, _ program: GroupedProgram) -> Double {
    groupBest[Int(program.group[column])] - reducedCost[column]
  }

  /// - Returns: the duals as they may be, and what the rows add to the bound.
  private static func clipped(
    _ duals: [Double], _ program: GroupedProgram, _ subproblem: Subproblem
  ) -> (duals: [Double], part: Part) {
    var clipped = duals
    var part = Part()
    for row in 0..<program.rowCount {
      var dual = duals[row].isFinite ? duals[row] : 0
      dual = max(-program.penalty[row], min(program.penalty[row], dual))
      let bound = dual > 0 ? subproblem.upper[row] : subproblem.lower[row]
      if dual == 0 || abs(bound) == .infinity { dual = 0 }
      clipped[row] = dual
      if dual != 0 {
        part.value += dual * bound
        part.magnitude += abs(dual * bound)
        part.count += 1
      }
    }
    return (clipped, part)
  }
}

extension GroupedProgram {
  /// The columns without bounds checks, for passes over millions of them.
  struct UnsafeColumns {
    let groupStart: UnsafeBufferPointer<Int>
    let start: UnsafeBufferPointer<Int>
    let row: UnsafeBufferPointer<Int32>
    let coefficient: UnsafeBufferPointer<Double>
    let objective: UnsafeBufferPointer<Double>
  }

  func withUnsafeColumns<Result>(_ body: (UnsafeColumns) -> Result) -> Result {
    groupStart.withUnsafeBufferPointer { groupStart in
      columnStart.withUnsafeBufferPointer { start in
        rowIndex.withUnsafeBufferPointer { row in
          coefficient.withUnsafeBufferPointer { coefficient in
            objective.withUnsafeBufferPointer { objective in
              body(
                UnsafeColumns(
                  groupStart: groupStart, start: start, row: row, coefficient: coefficient,
                  objective: objective))
            }
          }
        }
      }
    }
  }
}
