/// A question that splits a subproblem in two.
enum Branching: Sendable {
  /// Is the whole-number activity of a row at most `floor`, or more?
  case row(Int, floor: Double)
  /// Is none of these columns of one group in, or exactly one of them?
  case columns([Int32], group: Int)
}

/// One answer to a question.
struct Decision: Sendable {
  var branching: Branching
  /// Up: more than the floor, or one of the columns is in.
  var isUp: Bool

  var opposite: Decision { Decision(branching: branching, isUp: !isUp) }
}

extension Subproblem {
  mutating func apply(_ decision: Decision, _ program: GroupedProgram) {
    switch (decision.branching, decision.isUp) {
    case (.row(let row, let floor), false): upper[row] = min(upper[row], floor)
    case (.row(let row, let floor), true): lower[row] = max(lower[row], floor + 1)
    case (.columns(let columns, _), false):
      for column in columns { isRemoved[Int(column)] = true }
    case (.columns(let columns, let group), true):
      isForced[group] = true
      for column in program.columns(ofGroup: group) where !columns.contains(Int32(column)) {
        isRemoved[column] = true
      }
    }
  }

  /// Whether the bounds of some row have crossed.
  var isEmpty: Bool {
    zip(lower, upper).contains { $0 > $1 }
  }
}
