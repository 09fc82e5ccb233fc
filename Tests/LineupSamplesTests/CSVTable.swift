/// The least that is needed to read RFC 4180 back: apart from the project's own reader, to check the
/// writer on its own.
struct CSVTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    var lines: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var isEscape = false
    for character in text {
      if isQuoted, character == "\"" {
        isQuoted = false
        isEscape = true
      } else if isQuoted {
        cell.append(character)
      } else if character == "\"" {
        if isEscape { cell.append("\"") }
        isQuoted = true
        isEscape = false
      } else if character == "," || character == "\n" {
        lines[lines.count - 1].append(cell)
        cell = ""
        isEscape = false
        if character == "\n" { lines.append([]) }
      } else {
        cell.append(character)
      }
    }
    lines.removeLast()
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }
}
