extension BadInput {
  /// Catalogs that hold no table, and keys of the scenario that say where the table is.
  static let kinds: [BadInput] = [
    BadInput(
      "a catalog that is a PDF document",
      scenario: "catalog: catalog.csv\n", catalogBytes: Array("%PDF-1.7\n1 0 obj".utf8),
      says: """
        lineup: catalog.csv: this is a PDF document, not a table; ask for the table itself, as .xlsx or CSV
        """),
    BadInput(
      "a catalog that is a picture",
      scenario: "catalog: catalog.csv\n", catalogBytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0],
      says: """
        lineup: catalog.csv: this is a picture (PNG), not a table; ask for the table itself, as .xlsx or CSV
        """),
    BadInput(
      "a catalog that is JSON",
      scenario: "catalog: catalog.csv\n", catalog: "[{\"spu\": \"A1\", \"price\": 5}]",
      says: "lineup: catalog.csv: this is JSON, not a table; save the table as .xlsx or as CSV"),
    BadInput(
      "a catalog without end",
      scenario: "catalog: /dev/zero\n", arguments: ["check", "/dev/zero"],
      says: """
        lineup: /dev/zero: the file is larger than 16 MiB and is not read; a scenario is a text of some \
        lines; is it the right file?
        """),
    BadInput(
      "a header that is no row",
      scenario: "catalog: catalog.csv\nheader: [3, 2]\n",
      says: """
        lineup: show.yaml:2: "header" takes the header's row in the file, from 1 to 1000, or two such as \
        [2, 3], not "3, 2"
        """),
    BadInput(
      "a header row without text",
      scenario: "catalog: catalog.csv\nheader: 9\n",
      says: """
        lineup: show.yaml:2: row 9 of the catalog has no text, so it cannot be the header; "header" is a row of \
        the file, counted from 1
        """),
    BadInput(
      "hidden rows that are neither kept nor left out",
      scenario: "catalog: catalog.csv\nhidden: skip\n",
      says: "lineup: show.yaml:2: \"hidden\" takes leave_out or keep, not \"skip\""),
    BadInput(
      "a sheet listed twice",
      scenario: "catalog: catalog.csv\nsheet: [A, A]\n",
      says: "lineup: show.yaml:2: \"sheet\" lists \"A\" twice; keep one"),
  ]
}
