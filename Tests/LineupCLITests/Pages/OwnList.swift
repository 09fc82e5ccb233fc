import Foundation
import TestSupport

/// The list of a merchandiser's own that the README reads: the first styles of the sample catalog, as a
/// workbook in Chinese with a title above the header, a row of sums, thousands separators and words for nothing.
enum OwnList {
  private static let styles = 400
  private static let header = ["款号", "品名", "品牌", "性别", "角色", "直播价(元)", "库存", "近30天销量"]
  private static let words = [
    "women": "女装", "men": "男装", "kids": "童装", "hero": "爆款", "main": "主推", "profit": "利润",
    "traffic": "引流", "image": "形象", "clearance": "清仓", "new": "新品",
  ]

  /// - Parameter catalog: the sample catalog, as the project ships it.
  static func workbook(of catalog: String) -> Data {
    let lines = catalog.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let names = lines[0].map(String.init)
    var rows: [(line: Int, cells: [String])] = [(1, ["秋季群播选款表"]), (3, header)]
    for (index, line) in lines.dropFirst().prefix(styles).enumerated() {
      let cells = Dictionary(uniqueKeysWithValues: zip(names, line.map(String.init)))
      func cell(_ name: String) -> String { cells[name] ?? "" }
      func translated(_ name: String) -> String {
        cell(name).split(separator: "|").map { words[String($0)] ?? String($0) }.joined(separator: "|")
      }
      rows.append(
        (
          index + 4,
          [
            cell("spu"), cell("name").split(separator: " ").last.map(String.init) ?? "", cell("brand"),
            translated("gender"), translated("role"), grouped(cell("price")),
            [4, 9].contains(index) ? "无" : cell("stock"), cell("sales_30d"),
          ]
        ))
    }
    rows.append((styles + 4, ["合计"]))
    return Data(StoredZip.workbook(rows.map(markup).joined()))
  }

  /// `1290` as `1,290`
  private static func grouped(_ price: String) -> String {
    let whole = price.prefix { $0 != "." }
    return whole.count == 4 ? "\(whole.prefix(1)),\(price.dropFirst())" : price
  }

  private static func markup(_ row: (line: Int, cells: [String])) -> String {
    let cells = zip("ABCDEFGH", row.cells).filter { !$1.isEmpty }.map { column, text in
      let safe = text.replacing("&", with: "&amp;")
      return "<c r=\"\(column)\(row.line)\" t=\"inlineStr\"><is><t>\(safe)</t></is></c>"
    }
    return "<row r=\"\(row.line)\">\(cells.joined())</row>"
  }
}
