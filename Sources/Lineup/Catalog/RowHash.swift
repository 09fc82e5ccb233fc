/// What tells rows of cells apart without keeping them: 64 bits made of a hash of each cell.
///
/// Only rows of one style are compared by it: among a million rows, twenty a style, two that differ are taken for equal
/// about once in two million million catalogs.
struct RowHash: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// Where to look for it among `capacity` slots, a power of two.
  func slot(of capacity: Int) -> Int { Int(truncatingIfNeeded: bits) & (capacity - 1) }

  /// Takes a cell that is not empty.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, column: Int) {
    let place = UInt64(truncatingIfNeeded: column) &* 0x9E37_79B9_7F4A_7C15
    bits = ByteDictionary.mixed(bits ^ ByteDictionary.hash(cell) ^ place)
  }
}
