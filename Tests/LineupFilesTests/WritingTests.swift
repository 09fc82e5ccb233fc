import Foundation
import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

@Suite struct JSONValueTests {
  @Test(
    "scalars are written as JSON has them",
    arguments: [
      (.null, "null"), (true, "true"), (.integer(60), "60"), (.number(174), "174.0"),
      (.number(812345.6), "812345.6"),
      (.number(0.1 + 0.2), "0.3"), (.number(1e300), "1e+300"), (.number(-0.0), "0.0"),
      (.number(97170.74999999999), "97170.75"), (.number(-2.675), "-2.675"),
      (.number(2.0 / 3), "0.6666666667"),
      (.number(12_345_678_901), "12345678901.0"), (.number(0.99999999999), "1.0"), (.number(1e-9), "1e-09"),
      (.number(.leastNonzeroMagnitude), "5e-324"), (.number(.nan), "null"), (.number(-.infinity), "null"),
      (.optional(Double?.none), "null"),
      (
        .string("羊毛\"\\/\n\r\t\u{8}\u{C}\u{1}\u{7F}\u{2028}\u{2029}😀é"),
        #""羊毛\"\\/\n\r\t\b\f\u0001\u007f\u2028\u2029😀é""#
      ),
      ([], "[]"), ([:], "{}"), (.string("e\u{301}\r\n"), "\"e\u{301}\\r\\n\""),
    ] as [(JSONValue, String)])
  func scalars(value: JSONValue, expected: String) throws {
    #expect(value.text == expected)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data("[\(value.text)]".utf8))
    }
  }

  @Test func `members keep their order and short values their line`() {
    let value: JSONValue = [
      "scenario": "September", "variant": nil,
      "objective": ["measure": "gmv", "value": .number(1.5)],
      "items": [["spu": "A", "minutes": .number(6)], ["spu": "B", "tags": ["x", "y"]]],
      "long": ["text": .string(String(repeating: "款", count: 110)), "count": .integer(1)],
      "empty": [], "none": [:],
    ]
    let expected = """
      {
        "scenario": "September",
        "variant": null,
        "objective": { "measure": "gmv", "value": 1.5 },
        "items": [
          { "spu": "A", "minutes": 6.0 },
          { "spu": "B", "tags": ["x", "y"] }
        ],
        "long": {
          "text": "\(String(repeating: "款", count: 110))",
          "count": 1
        },
        "empty": [],
        "none": {}
      }
      """
    #expect(value.text == expected)
    #expect(value.line.hasPrefix("{ \"scenario\": \"September\", \"variant\": null"))
  }

  @Test func `what is written reads back the same, to 1e-9 of its size`() throws {
    var random = SeededRandom(seed: 5)
    for round in 0..<5000 {
      let usual = Double.random(in: -1e6...1e6, using: &random)
      let number = round < 2500 ? Double(bitPattern: random.next()) : usual
      guard number.isFinite else { continue }
      let text = JSONValue.number(number).text
      let read = try #require(NumberText.number(text))
      #expect(abs(read - number) <= max(1e-9 * abs(number), .leastNonzeroMagnitude))
      #expect(JSONValue.number(read).text == text)
      if number == number.rounded() { #expect(read == number) }
    }
  }
}

@Suite struct CSVWriterTests {
  private func text(_ rows: [[CSVWriter.Cell]]) -> String {
    var writer = CSVWriter(marksEncoding: false)
    for row in rows { writer.addRow(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "cells are quoted where they must be",
    arguments: [
      (.text("羊毛大衣"), "羊毛大衣"), (.text("a,b"), "\"a,b\""), (.text("5\" heel"), "\"5\"\" heel\""),
      (.text("two\nlines"), "\"two\nlines\""), (.text("a;b"), "\"a;b\""), (.text(" x"), "\" x\""),
      (.empty, "\"\""),
      (.text(""), "\"\""), (.integer(-3), "-3"), (.number(299), "299"), (.number(-0.1), "-0.1"),
      (.number(.nan), ""),
      (.number(1e20), "1e+20"),
      (.text("=1+1"), "'=1+1"), (.text("@SUM(A1)"), "'@SUM(A1)"), (.text("-20% Coat"), "'-20% Coat"),
      (.text("+size"), "'+size"), (.text("-5"), "-5"), (.text("+5.5"), "+5.5"), (.text("\t=1"), "\"'\t=1\""),
      (.text("＝1"), "'＝1"), (.text(" =A1,B1"), "\"' =A1,B1\""), (.text("a=b"), "a=b"),
    ] as [(CSVWriter.Cell, String)])
  func cells(cell: CSVWriter.Cell, expected: String) {
    #expect(text([[cell]]) == expected + "\r\n")
  }

  @Test func `a file starts with a byte order mark and reads back the same`() throws {
    var writer = CSVWriter()
    writer.addRow([.text("spu"), .text("name"), .text("price"), .text("stock")])
    let names = ["羊毛, \"长\"", "two\r\nlines", "코트", "tab\tbed", "5\" heel", "a;b"]
    for (index, name) in names.enumerated() {
      writer.addRow([.text("A\(index)"), .text(name), .number(9.5), .integer(3)])
    }
    #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let catalog = try readCSV(writer.bytes)
    #expect((0..<names.count).map { catalog.text(.name, row: $0) } == names)
    #expect(catalog.numbers(.price) == Array(repeating: 9.5, count: names.count))
  }
}

@Suite struct AtomicFileTests {
  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a file is replaced whole and keeps its permissions`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "tray.json")
    try AtomicFile.write("old", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try AtomicFile.write("新", to: path)
    #expect(try permissions(path) == 0o640)
    #expect(try folder.text(of: "tray.json") == "新")
    #expect(try folder.names() == ["tray.json"])
  }

  @Test func `a new file has the permissions that new files have`() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("x", to: folder.path(of: "a"))
    try "x".write(toFile: folder.path(of: "b"), atomically: false, encoding: .utf8)
    #expect(try permissions(folder.path(of: "a")) == permissions(folder.path(of: "b")))
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func `a symbolic link still points where it did`() throws {
    let folder = try TemporaryFolder()
    let link = folder.path(of: "link")
    try AtomicFile.write("old", to: folder.path(of: "real"))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path(of: "real"))
    try AtomicFile.write("new", to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.path(of: "real"))
    #expect(try folder.text(of: "real") == "new")
  }

  @Test func `what cannot be written is said and nothing is left behind`() throws {
    let folder = try TemporaryFolder()
    let place = folder.path(of: "none/")
    let missing = #expect(throws: LineupError.self) { try AtomicFile.write("x", to: place + "tray.json") }
    #expect(
      missing?.description
        == "\(place)tray.json: the file cannot be written: there is no folder \"\(place)\"")
    let taken = #expect(throws: LineupError.self) { try AtomicFile.write("x", to: folder.path) }
    #expect(taken?.description == "\(folder.path): the file cannot be written: it is a folder")
    #expect(try folder.names() == [])
  }

  @Test func `a device is written to as it is`() throws {
    #expect(throws: Never.self) { try AtomicFile.write("x", to: "/dev/null") }
  }
}
