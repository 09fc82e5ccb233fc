/// What text is that begins with markup instead of cells.
enum MarkupKind: Equatable {
  /// A web page (HTML), which many systems export under the name .xls.
  case page
  /// A workbook as one XML file (SpreadsheetML 2003).
  case spreadsheet
  /// Something that holds no table that can be read: what it is, and the way out.
  case foreign(String, advice: String)

  private static let reach = 4096

  /// Elements that a page or a piece of one begins with.
  private static let pageElements: Set<String> = [
    "html", "head", "body", "table", "meta", "title", "style", "script", "link", "base", "div", "span",
    "center",
    "font", "p", "form", "thead", "tbody", "tr", "h1", "h2", "h3", "b", "br",
  ]

  /// `nil` where the bytes begin like delimited text.
  init?(of bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = String(decoding: bytes[start...].prefix(Self.reach), as: UTF8.self).lowercased()
    let text = head.drop(while: \.isWhitespace)
    guard let first = text.first else { return nil }
    if first == "{" || first == "[" {
      guard let next = text.dropFirst().first(where: { !$0.isWhitespace }) else { return nil }
      guard next == "{" || first == "{" && next == "\"" else { return nil }
      self = .foreign("JSON", advice: FileKind.saveAsTable)
    } else if text.hasPrefix("mime-version:"), text.contains("multipart/related") {
      self = .foreign("a web archive (MHTML)", advice: "open it in Excel and save it as .xlsx")
    } else if first == "<" {
      self.init(markup: text)
    } else {
      return nil
    }
  }

  private init?(markup text: Substring) {
    let isXML = text.hasPrefix("<?xml")
    var rest = text
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      if rest.hasPrefix("<!doctype html") {
        self = .page
        return
      }
      let end = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let close = rest.firstRange(of: end) else { return nil }
      rest = rest[close.upperBound...].drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return nil }
    let tag = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
    let name = tag.split(separator: ":").last.map(String.init) ?? ""
    if Self.pageElements.contains(name) {
      self = .page
    } else if name == "workbook", text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
      self = .spreadsheet
    } else if isXML {
      self = .foreign("an XML file", advice: FileKind.saveAsTable)
    } else {
      return nil
    }
  }

  /// The encoding that a page or an XML file names; `nil` where it names none.
  static func charset(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(reach), as: UTF8.self).lowercased()
    for key in ["charset", "encoding"] {
      guard let range = head.firstRange(of: key) else { continue }
      let value = head[range.upperBound...].drop { $0.isWhitespace || "=\"'".contains($0) }
      let name = value.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}
