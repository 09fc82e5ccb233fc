extension BadInput {
  /// Numbers, ranges, days.
  static let scalars: [BadInput] = [
    BadInput(
      "minutes that are no number",
      scenario: """
        catalog: catalog.csv
        show: { minutes: two hours }

        """,
      says: "lineup: show.yaml:2: \"minutes\" takes a number, not \"two hours\""),
    BadInput(
      "minutes below 0",
      scenario: """
        catalog: catalog.csv
        show: { minutes: -5 }

        """,
      says: "lineup: show.yaml:2: \"minutes\" is -5, but must be 0 or more"),
    BadInput(
      "more reserved minutes than minutes",
      scenario: """
        catalog: catalog.csv
        show: { minutes: 30, reserved_minutes: 45 }

        """,
      says: """
        lineup: show.yaml:2: "reserved_minutes" is 45, but must be at most the show's 30 minutes
        """),
    BadInput(
      "a range that is none",
      scenario: """
        catalog: catalog.csv
        show: { items: 50-60 }

        """,
      says: """
        lineup: show.yaml:2: "items" takes a range such as 6..10, 6.., ..10 or 8, not "50-60"
        """),
    BadInput(
      "a range whose ends are swapped",
      scenario: """
        catalog: catalog.csv
        show: { items: 60..50 }

        """,
      says: """
        lineup: show.yaml:2: the range "60..50" is impossible: its lower end is above its upper \
        end; write the smaller one first
        """),
    BadInput(
      "a range without ends",
      scenario: """
        catalog: catalog.csv
        show: { items: ".." }

        """,
      says: """
        lineup: show.yaml:2: the range ".." is impossible: it has no end; write a.., ..b or a..b
        """),
    BadInput(
      "a range with three dots",
      scenario: """
        catalog: catalog.csv
        show: { items: 5...7 }

        """,
      says: """
        lineup: show.yaml:2: "items" takes a range such as 6..10, 6.., ..10 or 8, not "5...7"
        """),
    BadInput(
      "a count below 0",
      scenario: """
        catalog: catalog.csv
        show: { items: ..-1 }

        """,
      says: """
        lineup: show.yaml:2: the range "..-1" is impossible: a count cannot be below 0
        """),
    BadInput(
      "a share with one end in percent",
      scenario: """
        catalog: catalog.csv
        rules:
          heroes: { share: items, where: { role: hero }, range: 15..25% }

        """,
      says: """
        lineup: show.yaml:3: rule "heroes": the range "15..25%" is impossible: one end is in \
        percent and the other is not; write both with %
        """),
    BadInput(
      "a percentage where an amount is due",
      scenario: """
        catalog: catalog.csv
        rules:
          air: { sum: minutes, range: ..20% }

        """,
      says: """
        lineup: show.yaml:3: rule "air": "range" takes a range such as 6..10, 6.., ..10 or 8, \
        not "..20%"
        """),
    BadInput(
      "a number with a decimal comma",
      scenario: """
        catalog: catalog.csv
        pitches: { full: { minutes: "2,5" } }

        """,
      says: "lineup: show.yaml:2: \"minutes\" takes a number, not \"2,5\""),
    BadInput(
      "a number with spaces",
      scenario: """
        catalog: catalog.csv
        goal: { gmv: 1 200 000 }

        """,
      says: "lineup: show.yaml:2: \"gmv\" takes a number, not \"1 200 000\""),
    BadInput(
      "a date that is none",
      scenario: """
        catalog: catalog.csv
        show: { date: 2026-02-30 }

        """,
      says: """
        lineup: show.yaml:2: "date" takes a day such as 2026-09-09, not "2026-02-30"
        """),
    BadInput(
      "a conversion above 100%",
      scenario: """
        catalog: catalog.csv
        goal: { views: 1000, conversion: 120%, order_value: 300 }

        """,
      says: "lineup: show.yaml:2: \"conversion\" is 120%, but must be between 0 and 100%"),
    BadInput(
      "a penalty of 0",
      scenario: """
        catalog: catalog.csv
        rules:
          air: { sum: minutes, range: ..20, penalty: 0 }

        """,
      says: "lineup: show.yaml:3: rule \"air\": \"penalty\" is 0, but must be above 0"),
    BadInput(
      "a lift that is negative",
      scenario: """
        catalog: catalog.csv
        pitches: { full: { minutes: 6, lift: -1 } }

        """,
      says: "lineup: show.yaml:2: \"lift\" is -1, but must be 0 or more"),
  ]
}
