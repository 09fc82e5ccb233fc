/// What tells rows of cells apart without keeping them: 128 bits made of a 64-bit hash of each cell.
struct RowHash: Sendable, Hashable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// Where to look for it among `capacity` slots, a power of two.
  func slot(of capacity: Int) -> Int { Int(truncatingIfNeeded: first) & (capacity - 1) }

  /// Takes a cell that is not empty.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, column: Int) {
    let hash = ByteDictionary.hash(cell)
    let place = UInt64(truncatingIfNeeded: column) &* 0x9E37_79B9_7F4A_7C15
    first = ByteDictionary.mixed(first ^ hash ^ place)
    second = ByteDictionary.mixed(second &+ (hash &* 0xC2B2_AE3D_27D4_EB4F) ^ place &+ 0x1656_67B1_9E37_79F9)
  }
}
