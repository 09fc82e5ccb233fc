extension BadInput {
  /// Keys and shapes.
  static let shapes: [BadInput] = [
    BadInput(
      "an unknown key of the scenario",
      scenario: """
        catalog: catalog.csv
        pitchs: { full: { minutes: 6 } }

        """,
      says: """
        lineup: show.yaml:2: unknown key "pitchs" in the scenario; did you mean "pitches"?
        """),
    BadInput(
      "an unknown key that is near nothing",
      scenario: """
        catalog: catalog.csv
        zzz: 1

        """,
      says: """
        lineup: show.yaml:2: unknown key "zzz" in the scenario; known: name, catalog, columns, \
        tags, defaults, demand, show, eligible, pitches, season, objective, goal, rules, lock, \
        ban, variants and 16 more
        """),
    BadInput(
      "an unknown key of the show",
      scenario: """
        catalog: catalog.csv
        show: { minuts: 120 }

        """,
      says: """
        lineup: show.yaml:2: unknown key "minuts" in "show"; did you mean "minutes"?
        """),
    BadInput(
      "an unknown key of a rule",
      scenario: """
        catalog: catalog.csv
        rules:
          brands: { each: brand, items: 0..6, wher: { gender: women } }

        """,
      says: """
        lineup: show.yaml:3: rule "brands": unknown key "wher" in a rule by "each"; did you \
        mean "where"?
        """),
    BadInput(
      "a list where a mapping is due",
      scenario: """
        catalog: catalog.csv
        show: [120]

        """,
      says: "lineup: show.yaml:2: \"show\" takes a mapping of keys, not a list"),
    BadInput(
      "a mapping where a list is due",
      scenario: """
        catalog: catalog.csv
        lock: { spu: A1001 }

        """,
      says: "lineup: show.yaml:2: \"lock\" takes a list of SPU ids, not a mapping"),
    BadInput(
      "a text where a list is due",
      scenario: """
        catalog: catalog.csv
        ban: A1001

        """,
      says: "lineup: show.yaml:2: \"ban\" takes a list of SPU ids, not \"A1001\""),
    BadInput(
      "a rule without a form",
      scenario: """
        catalog: catalog.csv
        rules:
          brands: { range: 0..6 }

        """,
      says: """
        lineup: show.yaml:3: rule "brands": a rule needs one of sum, share, average, split, \
        each, together, exclusive or requires
        """),
    BadInput(
      "a rule with two forms",
      scenario: """
        catalog: catalog.csv
        rules:
          brands: { each: brand, split: brand, items: 0..6 }

        """,
      says: """
        lineup: show.yaml:3: rule "brands": a rule has one form, but this has each and split; \
        keep one (in a variant, set the other to null)
        """),
    BadInput(
      "a rule without its range",
      scenario: """
        catalog: catalog.csv
        rules:
          air: { sum: minutes, where: { role: hero } }

        """,
      says: """
        lineup: show.yaml:3: rule "air": a rule by "sum" needs "range", such as range: 6..10
        """),
    BadInput(
      "a split without its items",
      scenario: """
        catalog: catalog.csv
        rules:
          gender: { split: gender }

        """,
      says: """
        lineup: show.yaml:3: rule "gender": a rule by "split" needs "items", such as items: 0..6
        """),
    BadInput(
      "a pitch without minutes",
      scenario: """
        catalog: catalog.csv
        pitches:
          full: { lift: 1.3 }

        """,
      says: "lineup: show.yaml:3: pitch \"full\" needs \"minutes\", such as minutes: 6"),
    BadInput(
      "a requires without any_of",
      scenario: """
        catalog: catalog.csv
        rules:
          outfit: { requires: { spu: A1001 } }

        """,
      says: """
        lineup: show.yaml:3: rule "outfit": "requires" needs "any_of", such as any_of: [A1007, \
        A1008]
        """),
    BadInput(
      "an SPU listed twice",
      scenario: """
        catalog: catalog.csv
        rules:
          outfit: { together: [A1001, A1001] }

        """,
      says: """
        lineup: show.yaml:3: rule "outfit": "together" lists "A1001" twice; keep one
        """),
    BadInput(
      "a lock given twice",
      scenario: """
        catalog: catalog.csv
        lock: [A1001, { spu: A1001, pitch: standard }]

        """,
      says: "lineup: show.yaml:2: \"lock\" lists \"A1001\" twice; keep one"),
    BadInput(
      "a condition with an unknown key",
      scenario: """
        catalog: catalog.csv
        eligible: { where: { role: { nto: hero } } }

        """,
      says: """
        lineup: show.yaml:2: unknown key "nto" in the condition of "role"; did you mean "not"?
        """),
    BadInput(
      "a condition without a value",
      scenario: """
        catalog: catalog.csv
        eligible:
          where:
            role:

        """,
      says: """
        lineup: show.yaml:4: "role" takes a value, a list of values or { not: … }, not nothing
        """),
    BadInput(
      "a season with index and calendar",
      scenario: """
        catalog: catalog.csv
        season: { index: { autumn: 1 }, calendar: c.yaml }

        """,
      says: """
        lineup: show.yaml:2: "index" and "calendar" exclude each other; give the season's table \
        by one of them
        """),
    BadInput(
      "a goal by amount and by funnel",
      scenario: """
        catalog: catalog.csv
        goal: { gmv: 1000, views: 10 }

        """,
      says: """
        lineup: show.yaml:2: "gmv" and "views" exclude each other; give the amount, or views, \
        conversion and order_value
        """),
    BadInput(
      "a goal whose funnel is incomplete",
      scenario: """
        catalog: catalog.csv
        goal: { views: 1000, conversion: 12% }

        """,
      says: """
        lineup: show.yaml:2: "goal" by views, conversion and order_value needs "order_value", \
        such as order_value: 450
        """),
    BadInput(
      "a demand that mixes its two ways",
      scenario: """
        catalog: catalog.csv
        demand: { column: rating, views: 1000 }

        """,
      says: """
        lineup: show.yaml:2: unknown key "views" in "demand" by "column"; known: column, times
        lineup: show.yaml:2: "demand" by "column" needs "times", such as times: 0.1
        """),
  ]
}
