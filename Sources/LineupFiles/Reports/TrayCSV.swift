import Lineup

/// The items of a tray as CSV, one row each, in the order of the tray; a header alone where there is
/// no tray. Excel opens it with its Chinese and Korean intact.
public struct TrayCSV: Sendable {
  /// UTF-8 with a byte order mark.
  public let bytes: [UInt8]

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public init(_ result: SolveResult) {
    let columns = TrayColumns(result.tray, show: nil).columns.filter(\.isForPrograms)
    var writer = CSVWriter()
    writer.addRow(columns.map { .text($0.column.key) })
    for item in result.tray?.items ?? [] {
      writer.addRow(
        columns.map { column in
          // Programs read a truth value where people read a word.
          if column.column.key == "locked" { return .text(item.isLocked ? "true" : "false") }
          switch column.cell(item) {
          case .missing: return .text("")
          case .text(let text): return .text(text)
          case .number(let number): return .number(number)
          }
        })
    }
    bytes = writer.bytes
  }
}
