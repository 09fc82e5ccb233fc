import Lineup

/// The items of a tray as CSV, one row each, in the order of the tray; a header alone where there is
/// no tray. Excel opens it with its Chinese and Korean intact.
public struct TrayCSV: Sendable {
  /// UTF-8 with a byte order mark.
  public let bytes: [UInt8]

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public init(_ result: SolveResult) {
    var writer = CSVWriter()
    writer.addRow(
      [
        "spu", "name", "brand", "gender", "category", "pitch", "minutes", "price", "units", "gmv", "margin",
        "stock_value", "season_index", "locked",
      ].map(CSVWriter.Cell.text))
    for item in result.tray?.items ?? [] {
      writer.addRow([
        .text(item.spu), .text(item.name ?? ""), .text(item.brand ?? ""), .text(item.gender ?? ""),
        .text(item.category ?? ""), .text(item.pitch), .number(item.minutes), .number(item.price),
        .number(item.units), .number(item.gmv), .number(item.margin), .number(item.stockValue),
        .number(item.seasonIndex), .text(item.isLocked ? "true" : "false"),
      ])
    }
    bytes = writer.bytes
  }
}
