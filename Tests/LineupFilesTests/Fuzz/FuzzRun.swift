import Foundation
import LineupSamples
import TestSupport

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// How long the readers are fed with mutated files. A test run takes a few thousand; the environment
/// variable LINEUP_FUZZ_ROUNDS says how many each of the sixteen tests takes instead, so that 13,000
/// make 200,000 files and more:
///
///     LINEUP_FUZZ_ROUNDS=13000 swift test -c release -Xswiftc -enable-testing --filter 'no .* crashes the reader'
enum FuzzRun {
  static let asked = ProcessInfo.processInfo.environment["LINEUP_FUZZ_ROUNDS"].flatMap { Int($0) }

  /// What the process may hold at most in a run that was asked for: the files are small, so that a reader
  /// which takes more was led to by what a file claims.
  static let memoryLimit = 1 << 30

  static func rounds(usually count: Int) -> Int { asked ?? count }

  /// The greatest memory that the process has had, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #endif
  }

  /// Catalogs to be mutated: every delimiter, encoding and oddity, and one that is long enough to be
  /// read by several threads.
  static func catalogs() throws -> [[UInt8]] {
    let texts = [
      "spu,name,price,stock,role\r\nA1,\"Coat, \"\"long\"\"\",299.5,10,hero|new\r\n\r\nA2,羊毛大衣,1e2,5,\n",
      "\u{FEFF}款号;品名;售价;库存\nA;\"two\nlines\";5;1\nB;코트;6;2;\n",
      "spu\tprice\tstock\tx\ty\ty\rA\t1\t1\t1.5\tr\t\rB\t2\t2\t-\t\u{A0}\ts\r",
      "秋季群播货盘,,,\n款号,直播价(元),库存,销量\nA1,\"¥1,299.00\",1.2万,10k+ sold\nA2,１２９９元,无,-13%\nA3,US$ 5,30件,7%\n",
    ]
    var long = "款号,品名,价格,库存,品类,季节,角色\n"
    for row in 0..<1300 { long += "A\(row),羊毛大衣 \(row % 70),\(row).5,\(row % 9),coat,autumn|winter,hero\n" }
    let wide = try EncodingTests.Writing.utf16Little.bytes(of: texts[3])
    return texts.map { Array($0.utf8) } + [
      wide, try EncodingTests.Writing.gb18030.bytes(of: texts[3]),
      try EncodingTests.Writing.cp949.bytes(of: "품번,상품명,판매가,재고\nA1,코트,59000원,1\n"), Array(long.utf8),
    ]
  }

  /// Workbooks to be mutated: one that is stored and, where this build writes workbooks, a packed one.
  static func workbooks() throws -> [[UInt8]] {
    var workbooks = [StoredZip.workbook(StoredZip.rows)]
    guard ReportWorkbook.isAvailable else { return workbooks }
    let folder = try TemporaryFolder()
    let table = ReportTable(
      ["款号", "直播价", "库存"].map { .init($0, $0, .text) },
      (0..<40).map { .init([.text("A\($0)"), .number(299.5), .number(7)]) })
    let report = Report(title: "货盘", sections: [Report.Section("tray", "Tray", table: table)])
    try ReportWorkbook(report).write(to: folder.path(of: "packed.xlsx"))
    workbooks.append([UInt8](try Data(contentsOf: URL(filePath: folder.path(of: "packed.xlsx")))))
    return workbooks
  }
}
