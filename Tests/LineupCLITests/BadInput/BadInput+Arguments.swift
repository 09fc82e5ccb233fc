extension BadInput {
  /// Arguments.
  static let arguments: [BadInput] = [
    BadInput(
      "a variant that does not exist",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--variant", "two hour"],
      code: 64,
      says: """
        lineup: show.yaml: there is no variant "two hour"; did you mean "two hours"?
        """),
    BadInput(
      "a variant of a scenario without variants",
      scenario: """
        catalog: catalog.csv

        """,
      arguments: ["solve", "show.yaml", "--variant", "two hours"],
      code: 64,
      says: "lineup: show.yaml: there is no variant \"two hours\"; the scenario has none"),
    BadInput(
      "a setting without =",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--set", "show.minutes"],
      code: 64,
      says: """
        lineup: "show.minutes" is no setting: it has no "="; write it as show.minutes=120
        """),
    BadInput(
      "a setting with an empty key",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--set", "show..minutes=3"],
      code: 64,
      says: """
        lineup: "show..minutes=3" is no setting: a key is empty; write it as show.minutes=120
        """),
    BadInput(
      "a setting of an unknown key",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--set", "show.minuts=120"],
      code: 64,
      says: """
        lineup: --set show.minuts=120: unknown key "minuts" in "show"; did you mean "minutes"?
        """),
    BadInput(
      "a setting with a wrong value",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--set", "show.minutes=long"],
      code: 64,
      says: "lineup: --set show.minutes=long: \"minutes\" takes a number, not \"long\""),
    BadInput(
      "a file of unknown kind",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "-o", "tray.xls"],
      code: 64,
      says: "lineup: cannot tell the kind of file from \"tray.xls\"; use .json, .csv, .xlsx or .html"),
    BadInput(
      "a file in a folder that does not exist",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "-o", "out/tray.csv"],
      says: "lineup: out/tray.csv: the file cannot be written: there is no folder \"out/\""),
    BadInput(
      "a format that does not exist",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--format", "xml"],
      code: 64,
      says: """
        Error: The value 'xml' is invalid for '--format <format>'. Please provide one of \
        'table', 'json', 'csv', 'html' or 'xlsx'.
        """),
    BadInput(
      "a time limit that is none",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--time-limit", "soon"],
      code: 64,
      says: "Error: The value 'soon' is invalid for '--time-limit <seconds>'"),
    BadInput(
      "a time limit of 0",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--time-limit", "0"],
      code: 64,
      says: "Error: The value '0' is invalid for '--time-limit <seconds>'"),
    BadInput(
      "a gap that is none",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--gap", "-1"],
      code: 64,
      says: "Error: Missing value for '--gap <share>'"),
    BadInput(
      "no scenario",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve"],
      code: 64,
      says: "Error: Missing expected argument '<scenario>'"),
    BadInput(
      "an unknown option",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "show.yaml", "--varient", "x"],
      code: 64,
      says: "Error: Unknown option '--varient'. Did you mean '--variant'?"),
    BadInput(
      "an unknown subcommand",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["sole", "show.yaml"],
      code: 64,
      says: "Error: 2 unexpected arguments: 'sole', 'show.yaml'"),
    BadInput(
      "an export without a file",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["export", "show.yaml"],
      code: 64,
      says: "Error: Missing expected argument '--output <file> ...'"),
    BadInput(
      "an export of unknown kind",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["export", "show.yaml", "-o", "x.txt"],
      code: 64,
      says: "lineup: cannot tell the kind of file from \"x.txt\"; use .mps, .lp or .dat"),
    BadInput(
      "the scenario is a catalog",
      scenario: """
        catalog: catalog.csv
        show: { items: 2 }
        variants:
          two hours: { show: { minutes: 120 } }

        """,
      arguments: ["solve", "catalog.csv"],
      says: """
        lineup: catalog.csv:1: "the scenario" takes a mapping of keys, not \
        "spu,name,gender,role,brand,price,stock,cost,expected_unit..."
        """),
  ]
}
