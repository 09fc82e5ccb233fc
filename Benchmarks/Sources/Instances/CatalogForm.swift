import ArgumentParser
import Foundation
import LineupSamples

/// How a catalog is written.
enum CatalogForm: String, CaseIterable, ExpressibleByArgument {
  /// Plain numbers in UTF-8.
  case plain
  /// Prices with signs of money and thousands separators, counts with units.
  case amounts
  /// Plain numbers in UTF-16.
  case utf16

  /// Writes a catalog of so many styles into `folder`; returns its path.
  func write(rows: Int, to folder: URL) throws -> String {
    let url = folder.appending(path: "\(rawValue)-\(rows).csv")
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    if self == .utf16 { try handle.write(contentsOf: Data([0xFF, 0xFE])) }
    let catalog = SampleCatalog(count: rows, seed: 1, style: .smooth)
    let written = self == .amounts ? catalog.header.map(Self.ending(of:)) : []
    try catalog.forEachChunk { chunk in try handle.write(contentsOf: bytes(of: chunk, written)) }
    return url.path
  }

  private func bytes(of chunk: [UInt8], _ endings: [Ending]) throws -> Data {
    switch self {
    case .plain: Data(chunk)
    case .utf16:
      Data(String(decoding: chunk, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    case .amounts: Data(Self.dressed(chunk, endings))
    }
  }

  /// What stands before and behind the numbers of a column.
  private typealias Ending = (before: [UInt8], behind: [UInt8])

  private static func ending(of column: String) -> Ending {
    switch column {
    case "price": (Array("¥".utf8), [])
    case "list_price", "cost": ([], Array("元".utf8))
    case "stock": ([], Array("件".utf8))
    case "sales_30d": ([], Array("+".utf8))
    default: ([], [])
    }
  }

  /// The lines of `chunk` with the signs of each column around its numbers; the header stays as it is.
  private static func dressed(_ chunk: [UInt8], _ endings: [Ending]) -> [UInt8] {
    var dressed: [UInt8] = []
    dressed.reserveCapacity(chunk.count * 5 / 4)
    var column = 0
    var start = 0
    var isQuoted = false
    for (position, byte) in chunk.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
      let cell = chunk[start..<position]
      let isNumber = cell.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
      if isNumber { dressed += endings[column].before }
      dressed += cell
      if isNumber { dressed += endings[column].behind }
      dressed.append(byte)
      column = byte == UInt8(ascii: "\n") ? 0 : column + 1
      start = position + 1
    }
    return dressed
  }
}
