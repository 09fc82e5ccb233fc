extension BadInput {
  /// Files that are not there or hold no document.
  static let files: [BadInput] = [
    BadInput(
      "a scenario that does not exist",
      catalog: nil,
      says: "lineup: show.yaml: there is no such file"),
    BadInput(
      "a scenario that is a folder",
      scenario: """
        catalog: catalog.csv

        """,
      arguments: ["check", "."],
      says: "lineup: .: the file cannot be read: it is a folder"),
    BadInput(
      "an empty scenario",
      scenario: "",
      says: "lineup: show.yaml: the file is empty"),
    BadInput(
      "a scenario of comments only",
      scenario: """
        # nothing yet

        """,
      says: "lineup: show.yaml: the file is empty"),
    BadInput(
      "a scenario that is not UTF-8",
      scenarioBytes: Array("name: caf".utf8) + [0xE9, 0x0A],
      says: """
        lineup: show.yaml:1: the file is not UTF-8 text; save it as UTF-8 (in Excel: "CSV \
        UTF-8")
        """),
    BadInput(
      "a scenario without a catalog",
      scenario: """
        name: x

        """,
      says: "lineup: show.yaml: the scenario needs \"catalog\", such as catalog: styles.csv"),
    BadInput(
      "a catalog that does not exist",
      scenario: """
        catalog: autum.csv

        """,
      says: """
        lineup: show.yaml:1: "catalog" names autum.csv, but there is no such file; the path is \
        relative to the file that names it
        """),
    BadInput(
      "a scenario that is a list",
      scenario: """
        - a
        - b

        """,
      says: "lineup: show.yaml:1: \"the scenario\" takes a mapping of keys, not a list"),
    BadInput(
      "a tab for indentation",
      scenario: """
        catalog: catalog.csv
        show:
        \tminutes: 120

        """,
      says: "lineup: show.yaml:3: the line is indented with a tab; indent with spaces"),
    BadInput(
      "a bracket that is not closed",
      scenario: """
        catalog: catalog.csv
        lock: [A1001, A1002
        ban: []

        """,
      says: """
        lineup: show.yaml:3: the list opened with "[" in line 2 lacks a "," or its "]"
        """),
    BadInput(
      "a quote that is not closed",
      scenario: """
        catalog: catalog.csv
        name: "September

        """,
      says: "lineup: show.yaml:2: a quote opens here and is never closed"),
    BadInput(
      "a key given twice",
      scenario: """
        catalog: catalog.csv
        show:
          minutes: 120
          items: 3
          minutes: 90

        """,
      says: "lineup: show.yaml:5: \"minutes\" is given twice, first in line 3; keep one"),
    BadInput(
      "a JSON scenario that ends early",
      scenario: "{\"catalog\": \"catalog.csv\", \"show\": {\"minutes\": 120}",
      file: "show.json",
      says: """
        lineup: show.json:2: the mapping opened with "{" in line 1 lacks a "," or its "}"
        """),
    BadInput(
      "a JSON scenario with a key given twice",
      scenario: """
        {"catalog": "catalog.csv",
         "show": {"items": 3,
         "items": 4}}
        """,
      file: "show.json",
      says: "lineup: show.json:3: \"items\" is given twice, first in line 2; keep one"),
  ]
}
