/// A subproblem in little memory, for the thousands that wait to be searched: what it changes of the program's bounds, and
/// a bit for each column and group.
struct PackedSubproblem: Sendable {
  private struct RowBounds: Sendable {
    var row: Int32
    var lower: Double
    var upper: Double
  }

  private let changed: [RowBounds]
  private let removed: [UInt64]
  private let forced: [UInt64]

  init(_ subproblem: Subproblem, of program: GroupedProgram) {
    changed = subproblem.lower.indices.compactMap { row in
      let lower = subproblem.lower[row]
      let upper = subproblem.upper[row]
      guard lower != program.lower[row] || upper != program.upper[row] else { return nil }
      return RowBounds(row: Int32(row), lower: lower, upper: upper)
    }
    removed = Self.packed(subproblem.isRemoved)
    forced = Self.packed(subproblem.isForced)
  }

  func unpacked(_ program: GroupedProgram) -> Subproblem {
    var subproblem = Subproblem(program)
    for bounds in changed {
      subproblem.lower[Int(bounds.row)] = bounds.lower
      subproblem.upper[Int(bounds.row)] = bounds.upper
    }
    Self.unpack(removed, into: &subproblem.isRemoved)
    Self.unpack(forced, into: &subproblem.isForced)
    return subproblem
  }

  /// What it takes.
  var bytes: Int { changed.count * MemoryLayout<RowBounds>.stride + (removed.count + forced.count) * 8 }

  private static func packed(_ flags: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (flags.count + 63) / 64)
    for index in flags.indices where flags[index] { words[index >> 6] |= 1 << UInt64(index & 63) }
    return words
  }

  private static func unpack(_ words: [UInt64], into flags: inout [Bool]) {
    for index in flags.indices { flags[index] = words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
  }
}
