#if canImport(CryptoKit)
  import CryptoKit
#else
  internal import CCrypto
#endif

/// What tells whether two files are the same, to every program alike.
enum Digest {
  /// The SHA-256 of bytes in hexadecimal, as `sha256sum` prints it.
  static func text(of bytes: [UInt8]) -> String {
    sha256(bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(SHA256.hash(data: bytes))
    #else
      var digest = [UInt8](repeating: 0, count: 32)
      let isMade = EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1
      precondition(isMade, "SHA-256 needs memory that is not there")
      return digest
    #endif
  }
}
