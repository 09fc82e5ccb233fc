extension BadInput {
  /// Names that catalog and scenario must know.
  static let names: [BadInput] = [
    BadInput(
      "a quota for a value that no style has",
      scenario: """
        catalog: catalog.csv
        rules:
          gender:
            split: gender
            items: { womens: 2 }

        """,
      says: """
        lineup: show.yaml:5: rule "gender": no style has gender "womens"; did you mean "women"?
        """),
    BadInput(
      "a condition on a value that no style has",
      scenario: """
        catalog: catalog.csv
        rules:
          heroes: { share: items, where: { role: heroes }, range: 15%.. }

        """,
      says: """
        lineup: show.yaml:3: rule "heroes": no style has role "heroes"; did you mean "hero"?
        """),
    BadInput(
      "an attribute that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        rules:
          colours: { each: colour, items: 0..2 }

        """,
      says: """
        lineup: show.yaml:3: rule "colours": the catalog has no column "colour"; known: spu, \
        name, gender, role, brand, price, stock, cost, expected_units, season, rating, pitch, \
        in_season
        """),
    BadInput(
      "an attribute that is misspelt",
      scenario: """
        catalog: catalog.csv
        rules:
          brands: { each: brnad, items: 0..2 }

        """,
      says: """
        lineup: show.yaml:3: rule "brands": the catalog has no column "brnad"; did you mean \
        "brand"?
        """),
    BadInput(
      "a measure that does not exist",
      scenario: """
        catalog: catalog.csv
        objective: gvm

        """,
      says: "lineup: show.yaml:2: there is no measure \"gvm\"; did you mean \"gmv\"?"),
    BadInput(
      "an objective on a text column",
      scenario: """
        catalog: catalog.csv
        objective: brand

        """,
      says: "lineup: show.yaml:2: \"brand\" is not a column of numbers (it holds \"Mira\")"),
    BadInput(
      "an average of a text column",
      scenario: """
        catalog: catalog.csv
        rules:
          a: { average: name, range: 3.. }

        """,
      says: """
        lineup: show.yaml:3: rule "a": "name" is not a column of numbers (it holds "Silk dress")
        """),
    BadInput(
      "a number condition on a text",
      scenario: """
        catalog: catalog.csv
        rules:
          dear: { sum: items, where: { price: dear }, range: 1.. }

        """,
      says: """
        lineup: show.yaml:3: rule "dear": "price" takes a number or a range such as 100..300, \
        not "dear"
        """),
    BadInput(
      "a locked SPU that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        lock: [A1O01]

        """,
      says: "lineup: show.yaml:2: the catalog has no SPU \"A1O01\"; did you mean \"A1001\"?"),
    BadInput(
      "a banned SPU that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        ban: [B77]

        """,
      says: "lineup: show.yaml:2: the catalog has no SPU \"B77\""),
    BadInput(
      "a locked pitch that does not exist",
      scenario: """
        catalog: catalog.csv
        pitches: { full: { minutes: 6 } }
        lock: [{ spu: A1001, pitch: ful }]

        """,
      says: "lineup: show.yaml:3: there is no pitch \"ful\"; did you mean \"full\"?"),
    BadInput(
      "a pitch in eligible",
      scenario: """
        catalog: catalog.csv
        eligible: { where: { pitch: standard } }

        """,
      says: """
        lineup: show.yaml:2: "pitch" can stand in a rule's where only; here no pitch is chosen \
        yet
        """),
    BadInput(
      "in_season that is neither true nor false",
      scenario: """
        catalog: catalog.csv
        rules:
          s: { share: items, where: { in_season: sometimes }, range: 60%.. }

        """,
      says: """
        lineup: show.yaml:3: rule "s": "in_season" takes true or false, not "sometimes"
        """),
    BadInput(
      "a rule with the name of a row of the show",
      scenario: """
        catalog: catalog.csv
        show: { minutes: 20 }
        rules:
          air time: { sum: minutes, range: ..10 }

        """,
      says: """
        lineup: show.yaml:4: the name "air time" is reserved for a row of Lineup's own; choose \
        another
        """),
    BadInput(
      "a rule with the name of a lock row",
      scenario: """
        catalog: catalog.csv
        lock: [A1001]
        rules:
          lock A1001: { sum: minutes, range: ..10 }

        """,
      says: """
        lineup: show.yaml:4: the name "lock A1001" is reserved for a row of Lineup's own; \
        choose another
        """),
    BadInput(
      "two rules that make the same row",
      scenario: """
        catalog: catalog.csv
        rules:
          gender: { split: gender, items: { women: 1 } }
          "gender: women": { sum: items, range: ..2 }

        """,
      says: """
        lineup: show.yaml:4: rule "gender: women": makes the row "gender: women", which rule \
        "gender" makes too; rename one of them
        """),
    BadInput(
      "two rules whose names differ in spaces around them only",
      scenario: """
        catalog: catalog.csv
        rules:
          air: { sum: minutes, range: ..9 }
          "air ": { sum: minutes, range: ..5 }

        """,
      says: """
        lineup: show.yaml:4: rule "air": makes the row "air", which rule "air" makes too; \
        rename one of them
        """),
    BadInput(
      "a quota given twice for the same value",
      scenario: """
        catalog: catalog.csv
        rules:
          gender: { split: gender, items: { women: 1, "women ": 2 } }

        """,
      says: """
        lineup: show.yaml:3: rule "gender": makes the row "gender: women" twice; list the value \
        once
        """),
    BadInput(
      "a region that the season table lacks",
      scenario: """
        catalog: catalog.csv
        show: { region: nroth }
        season: { index: { north: { autumn: 1.2 }, south: { autumn: 1 } } }

        """,
      says: """
        lineup: show.yaml:2: the season table has no region "nroth"; did you mean "north"?
        """),
    BadInput(
      "a season by region without a region",
      scenario: """
        catalog: catalog.csv
        season:
          index: { north: { autumn: 1.2 } }

        """,
      says: """
        lineup: show.yaml:3: a season table by region needs "show.region", such as show: { \
        region: north }
        """),
    BadInput(
      "a season by month without a date",
      scenario: """
        catalog: catalog.csv
        show: { region: north }
        season: { calendar: seasons.yaml }

        """,
      calendar: """
        north: { 9: { autumn: 1.2 } }

        """,
      says: """
        lineup: show.yaml:3: a season table by month needs "show.date", such as show: { date: \
        2026-09-09 }
        """),
    BadInput(
      "a calendar that does not exist",
      scenario: """
        catalog: catalog.csv
        show: { region: north, date: 2026-09-09 }
        season: { calendar: seasons.yaml }

        """,
      says: """
        lineup: show.yaml:3: "calendar" names seasons.yaml, but there is no such file; the path \
        is relative to the file that names it
        """),
    BadInput(
      "a calendar with a month 13",
      scenario: """
        catalog: catalog.csv
        show: { region: north, date: 2026-09-09 }
        season: { calendar: seasons.yaml }

        """,
      calendar: """
        north:
          9: { autumn: 1.2 }
          13: { autumn: 1 }

        """,
      says: "lineup: seasons.yaml:3: \"north\" takes months 1 to 12, not \"13\""),
    BadInput(
      "a demand beside a forecast column",
      scenario: """
        catalog: catalog.csv
        demand: { column: rating, times: 2 }

        """,
      says: """
        lineup: show.yaml:2: the catalog has the forecast already (column "expected_units"); \
        take out "demand" or the column
        """),
    BadInput(
      "two mistakes at once",
      scenario: """
        catalog: catalog.csv
        show: { minuts: 120 }
        rules:
          air: { sum: minutes, range: 9..5 }

        """,
      says: """
        lineup: show.yaml:2: unknown key "minuts" in "show"; did you mean "minutes"?
        lineup: show.yaml:4: rule "air": the range "9..5" is impossible: its lower end is above \
        its upper end; write the smaller one first
        """),
  ]
}
