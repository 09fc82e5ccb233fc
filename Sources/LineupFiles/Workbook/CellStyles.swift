/// Which styles of a workbook show a number as a date.
struct CellStyles {
  private var isDate: [Bool] = []

  init() {}

  /// - Parameters:
  ///   - formatOfStyle: The number of the format of each style.
  ///   - formats: Formats by number; those that every workbook has are left out.
  init(formatOfStyle: [Int], formats: [Int: String]) {
    isDate = formatOfStyle.map { formats[$0].map(Self.isDate) ?? Self.isBuiltInDate($0) }
  }

  init(_ scanner: inout XMLScanner) throws(XMLScanner.Failure) {
    var dateFormats: Set<Int> = []
    var isInFormats = false
    while true {
      switch try scanner.next() {
      case .finished: return
      case .text: break
      case .start:
        if scanner.isNamed("cellXfs") { isInFormats = true }
        if scanner.isNamed("numFmt"), let id = scanner.attribute("numFmtId").flatMap({ Int($0) }),
          let code = scanner.attribute("formatCode"), Self.isDate(code)
        {
          dateFormats.insert(id)
        }
        if isInFormats, scanner.isNamed("xf") {
          let id = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
          isDate.append(dateFormats.contains(id) || Self.isBuiltInDate(id))
        }
      case .end:
        if scanner.isNamed("cellXfs") { isInFormats = false }
      }
    }
  }

  /// Whether cells of a style hold days or times.
  func isDate(_ style: Int) -> Bool {
    isDate.indices.contains(style) && isDate[style]
  }

  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }

  /// Whether a format has parts of a date outside quotes and brackets.
  private static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isInBrackets = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\", "_", "*": isEscaped = true
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isInBrackets = true
      case "]" where !isQuoted: isInBrackets = false
      case "y", "d", "m", "h", "年", "月", "日":
        if !isQuoted, !isInBrackets { return true }
      default: break
      }
    }
    return false
  }
}
