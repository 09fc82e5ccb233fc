import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An encoding that text files come in, by the name that iconv knows.
struct TextEncoding: Equatable {
  /// For iconv.
  var name: String
  /// For people.
  var title: String

  static let utf8 = TextEncoding(name: "UTF-8", title: "UTF-8")
  static let utf16Little = TextEncoding(name: "UTF-16LE", title: "UTF-16")
  static let utf16Big = TextEncoding(name: "UTF-16BE", title: "UTF-16 (big-endian)")
  static let gb18030 = TextEncoding(name: "GB18030", title: "GB18030 (Chinese)")
  static let cp949 = TextEncoding(name: "CP949", title: "CP949 (Korean)")

  /// Shift_JIS as Windows writes it, with half-width katakana and the characters of NEC and IBM.
  static let shiftJIS = TextEncoding(name: "CP932", title: "Shift_JIS (Japanese)")

  static let big5 = TextEncoding(name: "BIG5", title: "Big5 (Chinese)")
  static let eucJP = TextEncoding(name: "EUC-JP", title: "EUC-JP (Japanese)")

  /// The encoding that a person names; names of subsets stand for the whole.
  init(named name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16Little
    case "utf16be": self = .utf16Big
    case "gb18030", "gbk", "gb2312", "cp936", "chinese": self = .gb18030
    case "cp949", "euckr", "uhc", "ksc5601", "korean", "windows949": self = .cp949
    case "shiftjis", "sjis", "xsjis", "cp932", "ms932", "windows31j", "mskanji", "japanese":
      self = .shiftJIS
    case "big5", "cp950", "windows950": self = .big5
    case "eucjp", "ujis": self = .eucJP
    default: self.init(name: name, title: name)
    }
  }

  private init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  /// What happened to bytes that were to become UTF-8.
  enum Conversion {
    case text([UInt8])
    /// The first byte that is no text stands here.
    case invalid(offset: Int)
    case unknownEncoding
  }

  /// `bytes` in UTF-8. Time and memory O(n).
  func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> Conversion {
    // iconv takes more than names, such as ways to leave out what it cannot convert.
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else {
      return .unknownEncoding
    }
    let converter = iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1 else { return .unknownEncoding }
    defer { iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    let rest = UnsafeMutablePointer<CChar>.allocate(capacity: Self.chunk)
    defer { rest.deallocate() }
    var input: UnsafeMutablePointer<CChar>? = bytes.baseAddress.map {
      UnsafeMutableRawPointer(mutating: UnsafeRawPointer($0)).assumingMemoryBound(to: CChar.self)
    }
    var inputLeft = bytes.count
    while inputLeft > 0 {
      var output: UnsafeMutablePointer<CChar>? = rest
      var outputLeft = Self.chunk
      let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      let code = errno
      text.append(
        contentsOf: UnsafeRawBufferPointer(start: UnsafeRawPointer(rest), count: Self.chunk - outputLeft))
      if Int(truncatingIfNeeded: status) == -1, code != E2BIG {
        return .invalid(offset: bytes.count - inputLeft)
      }
    }
    return .text(text)
  }

  private static let chunk = 1 << 16
}
