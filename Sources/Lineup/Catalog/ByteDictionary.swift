/// Distinct byte strings, numbered from 0 in the order they came.
///
/// Open addressing with linear probing over blocks of bytes; finding a known value makes no `String`.
/// Memory is the bytes themselves plus 24 to 36 bytes for each distinct value. The blocks are never
/// copied to grow and can be given back one by one.
struct ByteDictionary: Sendable {
  /// Where the bytes of a value are.
  private struct Place: Sendable {
    var block: Int32
    var start: Int32
    var count: Int
  }

  private var blocks: [[UInt8]] = []
  /// The bytes that the last block has room for.
  private var room = 0
  private var places: [Place] = []
  /// The upper half of the hash and the code plus one; 0 where the slot is free.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 16)

  private static let largestBlock = 1 << 16

  /// How many distinct values there are.
  var count: Int { places.count }

  /// The code of `value`, which is added where it is new.
  mutating func insert(_ value: UnsafeBufferPointer<UInt8>) -> (code: Int32, isNew: Bool) {
    let hash = Self.hash(value)
    let slot = slot(of: value, hash: hash)
    let entry = slots[slot]
    if entry != 0 { return (Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1, false) }
    store(value)
    slots[slot] = hash & Self.hashMask | UInt64(places.count)
    if places.count * 3 > slots.count * 2 { grow() }
    return (Int32(places.count - 1), true)
  }

  /// The code of `value`, or `nil` where it is not in.
  func code(of value: UnsafeBufferPointer<UInt8>) -> Int32? {
    let entry = slots[slot(of: value, hash: Self.hash(value))]
    return entry == 0 ? nil : Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
  }

  /// Calls `body` with each value in the order of codes.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var place = 0
    for block in blocks.indices { visit(block, from: &place, body) }
  }

  /// Calls `body` with each value in the order of codes and forgets it.
  mutating func drain(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    slots = []
    var place = 0
    for block in blocks.indices {
      visit(block, from: &place, body)
      blocks[block] = []
    }
    self = ByteDictionary()
  }

  private func visit(_ block: Int, from place: inout Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    blocks[block].withUnsafeBufferPointer { bytes in
      while place < places.count, places[place].block == block {
        let start = Int(places[place].start)
        body(UnsafeBufferPointer(rebasing: bytes[start..<(start + places[place].count)]))
        place += 1
      }
    }
  }

  /// Adds the bytes of a new value.
  private mutating func store(_ value: UnsafeBufferPointer<UInt8>) {
    if blocks.isEmpty || room < value.count {
      // Small columns take little; a value longer than a block has one of its own.
      let size = max(value.count, min(Self.largestBlock, 256 << min(blocks.count, 8)))
      var block: [UInt8] = []
      block.reserveCapacity(size)
      blocks.append(block)
      room = size
    }
    let block = blocks.count - 1
    places.append(
      Place(block: Int32(block), start: Int32(blocks[block].count), count: value.count))
    blocks[block].append(contentsOf: value)
    room -= value.count
  }

  private static let hashMask: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The slot that holds `value`, or the free one where it belongs.
  private func slot(of value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return slot }
      if entry & Self.hashMask == hash & Self.hashMask,
        holds(value, code: Int(entry & 0xFFFF_FFFF) - 1)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  private func holds(_ value: UnsafeBufferPointer<UInt8>, code: Int) -> Bool {
    let place = places[code]
    guard place.count == value.count else { return false }
    return blocks[Int(place.block)].withUnsafeBytes { block in
      let start = Int(place.start)
      let raw = UnsafeRawBufferPointer(value)
      let known = UnsafeRawBufferPointer(rebasing: block[start..<(start + raw.count)])
      var position = 0
      while position + 8 < raw.count {
        let word = known.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word != raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) { return false }
        position += 8
      }
      return Self.end(of: known) == Self.end(of: raw)
    }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    var code: UInt64 = 0
    var hashes: [UInt64] = []
    hashes.reserveCapacity(places.count)
    forEach { hashes.append(Self.hash($0)) }
    for hash in hashes {
      code += 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & Self.hashMask | code
    }
  }

  /// Eight bytes at a time, each folded in by a 64 x 64 bit multiplication (after wyhash, Wang 2019).
  static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(value)
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
    var position = 0
    while position + 8 < raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    return mixed(mixed(hash ^ end(of: raw)))
  }

  /// The last eight bytes, or all of fewer: those that differ differ in it.
  private static func end(of raw: UnsafeRawBufferPointer) -> UInt64 {
    let count = raw.count
    if count >= 8 { return raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    if count >= 4 {
      let first = raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    if count == 0 { return 0 }
    return UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1])
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
