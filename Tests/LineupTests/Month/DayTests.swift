import Foundation
import Testing

@testable import Lineup

@Suite struct DayTests {
  @Test(
    "a day has its number and its weekday",
    arguments: [
      ("1970-01-01", 0, Weekday.thu), ("1969-12-31", -1, .wed), ("2026-09-01", 20_697, .tue),
      ("2000-02-29", 11_016, .tue), ("2026-10-02", 20_728, .fri), ("0001-01-01", -719_162, .mon),
      ("9999-12-31", 2_932_896, .fri),
    ])
  func numbers(text: String, number: Int, weekday: Weekday) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: ["2026-9-1", "2026-02-29", "2026-13-01", "2026-00-10", "today", "", "2026-09-01 20:00"])
  func `what is no day is none`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `every day of eight centuries is the one after the day before it`() {
    var before = Day(number: -219_147).date
    let wrong = (-219_146...73_048).first { number in
      let day = Day(number: number)
      let today = day.date
      defer { before = today }
      let isNext = today.day == before.day + 1 || (today.day == 1 && before.day >= 28)
      return !isNext || Day(today) != day || Day(day.description) != day
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [
    ("fri", Weekday.fri), ("Fri", .fri), ("FRIDAY", .fri), ("Monday", .mon), ("sunday", .sun),
  ])
  func `a weekday is read short or long`(text: String, weekday: Weekday) {
    #expect(Weekday(text) == weekday)
  }
}

@Suite struct DayListTests {
  private func read(_ dates: Node, on weekdays: Node? = nil) throws -> [String] {
    let reader = NodeReader()
    let list = reader.dayList(dates: dates, on: weekdays)
    try reader.finish()
    return try #require(list).days.map(\.description)
  }

  @Test func `dates are a day, a range, or a list of both, in the order of the calendar`() throws {
    #expect(try read(scalar("2026-10-02")) == ["2026-10-02"])
    #expect(
      try read(scalar(" 2026-10-30 .. 2026-11-02 "))
        == ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"])
    #expect(
      try read(list(scalar("2026-10-09"), scalar("2026-10-01~2026-10-02")))
        == ["2026-10-01", "2026-10-02", "2026-10-09"])
  }

  @Test func `on keeps the weekdays asked for`() throws {
    let october = scalar("2026-10-01..2026-10-31")
    #expect(
      try read(october, on: list(scalar("fri")))
        == ["2026-10-02", "2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30"])
    #expect(try read(october, on: scalar("Tuesday")).count == 4)
    #expect(try read(october, on: list(scalar("sat"), scalar("sun"))).count == 9)
    #expect(try read(list(scalar("2026-10-02")), on: list(scalar("fri"))) == ["2026-10-02"])
  }

  @Test(
    "what is wrong is said with what would be right",
    arguments: [
      (scalar("2026-10-32"), nil, #""dates" takes a day or a range of days such as"#),
      (scalar("2026-10-01..2026-10-xx"), nil, "not \"2026-10-01..2026-10-xx\""),
      (scalar("2026-10-01.."), nil, "a range of days such as"),
      (scalar("2026-10-01...2026-10-09"), nil, "such as"),
      (scalar("2026-10-09..2026-10-01"), nil, "its first day is after its last"),
      (scalar("2000-01-01..2026-10-01"), nil, "\"dates\" is 9771 days, but must be at most 3660 days"),
      (list(), nil, "not an empty list"), (map(("a", scalar("b"))), nil, "takes a text, not a mapping"),
      (list(scalar("2026-10-02"), scalar("2026-10-01..2026-10-05")), nil, "lists \"2026-10-02\" twice"),
      (scalar("2026-10-03"), list(scalar("fri")), "2026-10-03 is a Saturday, but \"on\" asks for fri"),
      (
        scalar("2026-10-05..2026-10-07"), list(scalar("fri"), scalar("sat")),
        "\"on\" asks for fri or sat, and no day of 2026-10-05..2026-10-07 is one"
      ), (scalar("2026-10-02"), list(scalar("fry")), "there is no weekday \"fry\"; did you mean \"fri\"?"),
      (scalar("2026-10-02"), list(scalar("fri"), scalar("fri")), "\"on\" lists \"fri\" twice"),
      (scalar("2026-10-02"), list(), "\"on\" takes weekdays such as [tue, thu], not an empty list"),
    ] as [(Node, Node?, String)])
  func mistakes(dates: Node, weekdays: Node?, words: String) {
    let error = #expect(throws: LineupError.self) { try read(dates, on: weekdays) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "none")")
  }
}
