import CZlib

/// Unpacks deflated bytes (RFC 1951).
enum Inflater {
  /// The bytes, which must be exactly `size`; `nil` where they are damaged or more.
  ///
  /// Memory grows with what is there and not with what is said to be there.
  ///
  /// - Parameter first: How many of the first bytes are wanted, if not all.
  static func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, size: Int, first: Int? = nil
  ) -> [UInt8]? {
    var stream = z_stream()
    guard packed.count <= Int(UInt32.max), size <= Int(UInt32.max),
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.avail_in = UInt32(packed.count)
    var unpacked: [UInt8] = []
    var status = Z_OK
    while status == Z_OK, unpacked.count <= size {
      if let first, unpacked.count >= first { return unpacked }
      let room = min(max(1 << 16, unpacked.count), max(1, size - unpacked.count + 1))
      unpacked.reserveCapacity(unpacked.count + room)
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(room)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        count = room - Int(stream.avail_out)
      }
      unpacked.append(contentsOf: piece)
      if piece.isEmpty, status == Z_OK || status == Z_BUF_ERROR { return nil }
    }
    return status == Z_STREAM_END && unpacked.count == size ? unpacked : nil
  }
}
