import Foundation
import Testing

@testable import Lineup
@testable import LineupFiles

/// Catalogs as ERP exports hold them: encodings x delimiters x oddities.
@Suite struct EncodingTests {
  /// How a text is written to a file.
  enum Writing: String, CaseIterable, Sendable {
    case utf8, utf8Marked, utf16Little, utf16Big, utf16Unmarked, gb18030, cp949, shiftJIS, eucJP, big5

    /// Those that hold simplified Chinese.
    static let simplified: [Writing] = [
      .utf8, .utf8Marked, .utf16Little, .utf16Big, .utf16Unmarked, .gb18030,
    ]

    func bytes(of text: String) throws -> [UInt8] {
      let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      switch self {
      case .utf8: return Array(text.utf8)
      case .utf8Marked: return [0xEF, 0xBB, 0xBF] + text.utf8
      case .utf16Little: return [0xFF, 0xFE] + wide
      case .utf16Big:
        return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .utf16Unmarked: return wide
      case .gb18030: return try Self.converted(text, to: "GB18030")
      case .cp949: return try Self.converted(text, to: "CP949")
      case .shiftJIS: return try Self.converted(text, to: "CP932")
      case .eucJP: return try Self.converted(text, to: "EUC-JP")
      case .big5: return try Self.converted(text, to: "BIG5")
      }
    }

    private static func converted(_ text: String, to name: String) throws -> [UInt8] {
      let converter = iconv_open(name, "UTF-8")
      defer { iconv_close(converter) }
      var input = Array(text.utf8CString.dropLast())
      var output = [CChar](repeating: 0, count: input.count * 4 + 16)
      let room = output.count
      var left = room
      input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var from = input.baseAddress
          var fromLeft = input.count
          var to = output.baseAddress
          _ = iconv(converter, &from, &fromLeft, &to, &left)
        }
      }
      return output.prefix(room - left).map { UInt8(bitPattern: $0) }
    }
  }

  /// An oddity of a file: header and rows with `,` for the delimiter, and what is expected.
  struct Oddity: Sendable {
    var name: String
    var lines: [String]
    /// The line end.
    var end = "\n"
  }

  static let chinese: [Oddity] = [
    Oddity(name: "plain", lines: ["款号,品名,直播价,库存", "A1,羊毛大衣,1299,30", "A2,连衣裙,299,5"]),
    Oddity(name: "CRLF", lines: ["款号,品名,直播价,库存", "A1,羊毛大衣,1299,30", "A2,连衣裙,299,5", ""], end: "\r\n"),
    Oddity(
      name: "title rows", lines: ["秋季群播货盘", "", "款号,品名,直播价(元),可售库存", "A1,羊毛大衣,1299,30", "A2,连衣裙,299,5"]),
    Oddity(
      name: "quoted newline", lines: ["款号,品名,直播价,库存", "A1,\"羊毛\n大衣\",1299,30", "A2,连衣裙,299,5"]),
    Oddity(
      name: "trailing empty columns", lines: ["款号,品名,直播价,库存,,", "A1,羊毛大衣,1299,30,,", "A2,连衣裙,299,5,,"]),
    Oddity(
      name: "amounts as people write them", lines: ["货号,商品名称,售价,库存", "A1,羊毛大衣,￥１２９９,30件", "A2,连衣裙,299元,5"]),
    Oddity(name: "short rows", lines: ["款号,品名,直播价,库存,备注", "A1,羊毛大衣,1299,30", "A2,连衣裙,299,5,好"]),
  ]

  private static let korean = [
    "품번,상품명,판매가,재고", "A1,울 코트,1299,30개", "A2,원피스,299원,5",
  ]

  @Test(arguments: [",", ";", "\t"], chinese.indices)
  func `every encoding, delimiter and oddity gives the same catalog`(delimiter: String, oddity: Int) throws {
    let oddity = Self.chinese[oddity]
    let text = oddity.lines.joined(separator: oddity.end).replacingOccurrences(of: ",", with: delimiter)
    for writing in Writing.simplified {
      let catalog = try readCSV(writing.bytes(of: text))
      #expect(catalog.spus == ["A1", "A2"], "\(writing), \(oddity.name)")
      #expect(catalog.numbers(.price) == [1299, 299], "\(writing), \(oddity.name)")
      #expect(catalog.numbers(.stock) == [30, 5], "\(writing), \(oddity.name)")
      #expect(catalog.text(.name, row: 1) == "连衣裙", "\(writing), \(oddity.name)")
      let isConverted = catalog.notes.contains { if case .encoding = $0.kind { true } else { false } }
      #expect(isConverted == ![.utf8, .utf8Marked].contains(writing))
    }
  }

  @Test(arguments: [",", ";", "\t"])
  func `Korean text is told from Chinese`(delimiter: String) throws {
    let text = Self.korean.joined(separator: "\r\n").replacingOccurrences(of: ",", with: delimiter)
    let catalog = try readCSV(Writing.cp949.bytes(of: text))
    #expect(catalog.text(.name, row: 0) == "울 코트")
    #expect(catalog.numbers(.price) == [1299, 299])
    #expect(catalog.notes.first?.kind == .encoding("CP949 (Korean)", .guessed))
  }

  @Test func `an encoding that is said beats the guess`() throws {
    var settings = CatalogSettings()
    settings.encoding = .init(name: "gbk", location: SourceLocation(source: "--encoding gbk"))
    let catalog = try readCSV(Writing.gb18030.bytes(of: "款号,售价,库存,品名\nA,1,1,코트 大衣"), settings)
    #expect(catalog.text(.name, row: 0) == "코트 大衣")
    settings.encoding?.name = "klingon"
    let error = #expect(throws: LineupError.self) { try readCSV("spu,price,stock\nA,1,1", settings) }
    #expect(error?.description.contains("an encoding such as utf-8") == true)
    settings.encoding?.name = "utf-8"
    let broken = #expect(throws: LineupError.self) {
      try readCSV(Writing.gb18030.bytes(of: "款号,售价,库存\nA,1,1"), settings)
    }
    #expect(broken?.problems.first?.kind == .notInEncoding("UTF-8"))
  }

  @Test func `short rows and rows above the header are named`() throws {
    let catalog = try readCSV("Autumn show\nspu,price,stock,name\nA,1,1,x\nB,2,2\n")
    #expect(
      catalog.notes.map(\.description) == [
        "1 row above the header left out (\"Autumn show\")",
        "1 row with fewer cells than headers; the rest counts as missing (line 4)",
      ])
  }
}
