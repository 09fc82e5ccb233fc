import Foundation
import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// A month's answers as JSON, CSV and text.
@Suite struct MonthAnswerTests {
  private static let sample = Result { try SampleMonth() }

  private static func answers() throws -> [(name: String, answer: Answer)] {
    let sample = try sample.get()
    let results = [
      ("optimal", sample.optimal), ("feasible", sample.feasible), ("unknown", sample.unknown),
      ("lonely", sample.lonely), ("clash", sample.clash), ("kept", sample.kept),
    ]
    return results.map { ($0.0, Answer($0.1, of: sample.month)) }
  }

  @Test(.enabled(if: JSONSchema.python != nil, "\(JSONSchema.isMissing)"))
  func `every kind of a month's answer is as its schema says`() throws {
    let folder = try TemporaryFolder()
    try JSONSchema.writeSchemas(to: folder)
    let answers = try Self.answers()
    for (name, answer) in answers { try folder.write(answer.json, to: "\(name).json") }
    #expect(try JSONSchema.complaints(about: answers.map { "\($0.name).json" }, in: folder) == "")
  }

  @Test func `what terminals and programs read of each kind of a month is what was recorded`() throws {
    for (name, answer) in try Self.answers() {
      try expectSnapshot(answer.text(style: TextStyle(width: 110)), "month-\(name).txt")
    }
    let optimal = try #require(Self.answers().first).answer
    try expectSnapshot(optimal.json, "month.json")
    try expectSnapshot(String(decoding: optimal.csv, as: UTF8.self), "month.csv")
  }

  @Test func `CSV has a row an item of a show, and its header alone without a plan`() throws {
    let sample = try Self.sample.get()
    let plan = try #require(sample.optimal.plan)
    let lines = String(decoding: Answer(sample.optimal, of: sample.month).csvFile, as: UTF8.self)
      .components(separatedBy: "\r\n")
    #expect(lines.count == plan.shows.reduce(2) { $0 + $1.tray.items.count })
    #expect(lines[0].hasPrefix("\u{FEFF}show,level,series,date,start,region,spu,name,brand"))
    #expect(lines[0].hasSuffix(",demand"))
    for result in [sample.lonely, sample.clash, sample.unknown] {
      let none = String(decoding: Answer(result, of: sample.month).csv, as: UTF8.self)
      #expect(none == lines[0] + "\r\n")
    }
  }

  @Test func `what more of a scarce style would be worth is at most its worth times what lacks`() throws {
    let sample = try Self.sample.get()
    let plan = try #require(sample.optimal.plan)
    let style = try #require(
      plan.stock.max { ($0.demand - $0.allotted) * $0.worth < ($1.demand - $1.allotted) * $1.worth })
    let text = Answer(sample.optimal, of: sample.month).text(style: TextStyle())
    let lacking = (style.demand - style.allotted).rounded(.up)
    let worth = FigureText.number(style.worth * lacking, decimals: style.worth * lacking < 1000 ? 2 : 0)
    let sentence =
      "\(FigureText.number(lacking)) more of \(style.spu) \(style.name ?? "") would be worth at most \(worth); "
    #expect(text.contains("Scarce stock, what is worth most first:\n\n\(sentence)"))
  }
}
