/// A subproblem in little memory, for the thousands that wait to be searched: a bit for each column and
/// group.
struct PackedSubproblem: Sendable {
  private let lower: [Double]
  private let upper: [Double]
  private let removed: [UInt64]
  private let forced: [UInt64]

  init(_ subproblem: Subproblem) {
    lower = subproblem.lower
    upper = subproblem.upper
    removed = Self.packed(subproblem.isRemoved)
    forced = Self.packed(subproblem.isForced)
  }

  func unpacked(_ program: GroupedProgram) -> Subproblem {
    var subproblem = Subproblem(program)
    subproblem.lower = lower
    subproblem.upper = upper
    Self.unpack(removed, into: &subproblem.isRemoved)
    Self.unpack(forced, into: &subproblem.isForced)
    return subproblem
  }

  private static func packed(_ flags: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (flags.count + 63) / 64)
    for index in flags.indices where flags[index] { words[index >> 6] |= 1 << UInt64(index & 63) }
    return words
  }

  private static func unpack(_ words: [UInt64], into flags: inout [Bool]) {
    for index in flags.indices { flags[index] = words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
  }
}
