/// Characters that a web page writes by name or by number.
enum PageEntities {
  /// The character that the entity at a place stands for, and how many bytes it takes; `nil` where it is
  /// none. The semicolon may be missing, as browsers allow.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar, length: Int)? {
    var end = place + 1
    while end < bytes.count, end - place < 32, isPartOfName(bytes[end]) { end += 1 }
    guard end > place + 1 else { return nil }
    let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    let length = end - place + (end < bytes.count && bytes[end] == UInt8(ascii: ";") ? 1 : 0)
    if let scalar = numbered(name) ?? named[name] { return (scalar, length) }
    return nil
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "#")
  }

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    guard let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    return number == 0 ? nil : Unicode.Scalar(number)
  }

  private static let named: [String: Unicode.Scalar] = {
    // The names of U+00A0 to U+00FF, in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
      micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
      Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
      Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
      ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"",
      "apos": "'", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
      "zwj": "\u{200D}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″",
      "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←", "rarr": "→", "minus": "−",
      "infin": "∞", "le": "≤", "ge": "≥", "ne": "≠", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š",
    ]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
    }
    return table
  }()
}
