import Testing

@testable import Lineup

@Suite struct PackedColumnTests {
  @Test func `codes are the same however many bytes they need`() {
    let codes: [Int32] = [
      0, -1, 253, 254, 255, 256, 65_533, 65_534, 65_535, -1, 65_536, 70_000, PackedCodes.greatest,
    ]
    for count in 0...codes.count {
      for isReserved in [false, true] {
        var packed = PackedCodes()
        if isReserved { packed.reserve(rows: 100) }
        for code in codes.prefix(count) { packed.append(code) }
        packed.append(missing: 2)
        #expect(packed.unpacked() == codes.prefix(count) + [-1, -1])
        #expect(packed.count == count + 2)
        #expect((0..<packed.count).map { packed[$0] } == packed.unpacked())
      }
    }
  }

  @Test(
    "numbers are the same whether whole or not",
    arguments: [
      [0, 1, 254, 255, 65_535, 65_536, 2_147_483_646, 3], [5, 2_147_483_647, 1e300], [1, 0.5, 2], [3, -1, 4],
      [0, -0.0], [.infinity], [1, 1e-300], [],
    ] as [[Double]])
  func numbers(_ numbers: [Double]) {
    var packed = PackedNumbers()
    packed.append(missing: 1)
    for number in numbers {
      packed.append(number)
      packed.append(.nan)
    }
    let all = [.nan] + numbers.flatMap { [$0, .nan] }
    #expect(packed.unpacked().map(\.bitPattern) == all.map(\.bitPattern))
    #expect(packed.filledCount == numbers.count)
    #expect((0..<packed.count).map { packed[$0].bitPattern } == all.map(\.bitPattern))
    packed.put([(row: 0, number: 7.5)])
    #expect(packed.unpacked().first == 7.5)
    #expect(packed.count == all.count)
  }

  @Test func `a column of numbers that turns out to be text has its cells as they are written`() throws {
    let written = [
      "42", "007", "", "0", "1.50", "-", "+3", "1e3", "123456789", "1234567890", "-8", "XL", "9",
    ]
    let rows = written.enumerated().map { ["S\($0)", "10", "5", $1] }
    let catalog = try Catalog(source: "c.csv", headers: ["spu", "price", "stock", "size"], rows: rows)
    let size = try #require(catalog.columns.first { $0.name == "size" })
    let expected: [String?] = written.map { ["", "-"].contains($0) ? nil : $0 }
    #expect(written.indices.map { size.values.text(row: $0) } == expected)
  }
}
