import Lineup

/// The text of a file in UTF-8, whatever encoding it came in, and what was done to get there.
struct TextFile {
  var bytes: [UInt8]
  var notes: [CatalogNote] = []

  /// Decodes `bytes`. UTF-8 is checked and left as it is; anything else is converted.
  ///
  /// - Parameters:
  ///   - settings: May name the encoding; else the bytes are judged.
  ///   - declared: The encoding that the text itself names, as pages do; believed where the bytes are text
  ///     in it and not in UTF-8.
  /// - Throws: where the bytes are no text, with the line of the first that is none.
  init(
    _ bytes: [UInt8], source: String, settings: CatalogSettings, declared: String? = nil
  ) throws(LineupError) {
    self.bytes = bytes
    try decode(source: source, settings: settings, declared: declared)
  }

  private mutating func decode(
    source: String, settings: CatalogSettings, declared: String?
  ) throws(LineupError) {
    if let said = settings.encoding {
      try convert(from: TextEncoding(named: said.name), .said, source: source, saidAt: said.location)
      return
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try convert(from: .utf16Little, .marked, source: source, saidAt: nil)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try convert(from: .utf16Big, .marked, source: source, saidAt: nil)
    }
    if let wide = EncodingGuess.utf16(bytes) {
      return try convert(from: wide, .guessed, source: source, saidAt: nil)
    }
    guard let invalid = bytes.withUnsafeBufferPointer(UTF8Text.firstInvalid) else { return }
    if let declared, case let encoding = TextEncoding(named: declared), encoding != .utf8,
      case .text(let text) = bytes.withUnsafeBufferPointer(encoding.converted)
    {
      bytes = text
      notes = [CatalogNote(.encoding(encoding.title, .declared))]
      return
    }
    if EncodingGuess.isDamagedUTF8(bytes) { return mendUTF8() }
    for encoding in EncodingGuess.legacy(bytes, settings: settings) {
      if case .text(let text) = bytes.withUnsafeBufferPointer(encoding.converted) {
        self.bytes = text
        notes = [CatalogNote(.encoding(encoding.title, .guessed))]
        return
      }
    }
    throw LineupError(.notUTF8, at: SourceLocation(source: source, line: line(of: invalid)))
  }

  private mutating func convert(
    from encoding: TextEncoding, _ origin: CatalogNote.EncodingSource, source: String,
    saidAt: SourceLocation?
  ) throws(LineupError) {
    if encoding == .utf8 {
      if let invalid = bytes.withUnsafeBufferPointer(UTF8Text.firstInvalid) {
        throw LineupError(
          .notInEncoding("UTF-8"), at: SourceLocation(source: source, line: line(of: invalid)))
      }
      return
    }
    switch bytes.withUnsafeBufferPointer(encoding.converted) {
    case .text(let text):
      bytes = text
      notes = [CatalogNote(.encoding(encoding.title, origin))]
    case .invalid(let offset):
      let isWide = encoding == .utf16Little || encoding == .utf16Big
      let place = SourceLocation(source: source, line: isWide ? nil : line(of: offset))
      throw LineupError(.notInEncoding(encoding.title), at: place)
    case .unknownEncoding:
      throw LineupError(
        .invalidScalar(
          key: "encoding", text: encoding.name,
          expected: "an encoding such as utf-8, utf-16, gb18030, shift_jis, cp949, big5 or windows-1252"),
        at: saidAt)
    }
  }

  private func line(of offset: Int) -> Int {
    bytes.withUnsafeBufferPointer { UTF8Text.lineNumber(of: offset, in: $0) }
  }

  /// Puts U+FFFD where bytes are no UTF-8.
  private mutating func mendUTF8() {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count + 16)
    var lines: [Int] = []
    var count = 0
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        guard let invalid = UTF8Text.firstInvalid(rest) else {
          mended.append(contentsOf: rest)
          break
        }
        mended.append(contentsOf: rest[..<invalid])
        mended.append(contentsOf: [0xEF, 0xBF, 0xBD])
        count += 1
        if lines.count < 3 { lines.append(UTF8Text.lineNumber(of: start + invalid, in: buffer)) }
        start += invalid + 1
      }
    }
    bytes = mended
    notes = [CatalogNote(.brokenBytes, count: count, lines: lines.map { FileLine($0) })]
  }
}
