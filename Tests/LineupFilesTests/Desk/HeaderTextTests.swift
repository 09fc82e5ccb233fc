import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Headers that only a person can settle.
@Suite struct HeaderTextTests {
  @Test(arguments: [false, true]) func `what may mean two things is asked and not guessed`(isMapped: Bool)
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("秋季货盘,,,\n款号,售价,直播价,库存\nA1,299,259,10\n", to: "c.csv")
    let mapping = isMapped ? "columns: { price: 直播价 }\n" : ""
    let path = try folder.write("catalog: c.csv\n\(mapping)show: { items: 1 }\n", to: "s.yaml")
    let file = try ShowFile(path: path)
    if isMapped {
      #expect(try file.show().catalog.numbers(.price) == [259])
      return
    }
    let error = #expect(throws: LineupError.self) { try file.show() }
    let headers = file.headers(after: try #require(error), variant: nil, settings: [])
    let text = try #require(headers).text(style: TextStyle())
    #expect(text.contains("售价    price?   299\n直播价  price?   259\n库存    stock    10\n"))
    #expect(
      text.hasSuffix("\nwhich is the price: 售价 or 直播价? Say columns: { price: 售价 } or another of them.\n\n"))
  }

  @Test func `other errors show no headers`() throws {
    let folder = try TemporaryFolder()
    try folder.write("spu,price,stock\nA1,x,1\n", to: "c.csv")
    let file = try ShowFile(path: folder.write("catalog: c.csv\nshow: { items: 1 }\n", to: "s.yaml"))
    let error = #expect(throws: LineupError.self) { try file.show() }
    #expect(file.headers(after: try #require(error), variant: nil, settings: []) == nil)
  }
}
