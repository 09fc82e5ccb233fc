import Crypto

/// What tells whether two files are the same, to every program alike.
enum Digest {
  /// The SHA-256 of bytes in hexadecimal, as `sha256sum` prints it.
  static func text(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
