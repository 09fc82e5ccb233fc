extension BadInput {
  private static func rundown(_ name: String, _ section: String, code: Int32 = 65, says words: String)
    -> BadInput
  {
    BadInput(name, scenario: "catalog: catalog.csv\nrundown:\n" + section + "\n", code: code, says: words)
  }

  private static func tray(
    _ name: String, _ text: String, _ more: [String] = [], command: String = "audit", code: Int32 = 65,
    says words: String
  ) -> BadInput {
    var input = BadInput(
      name, scenario: "catalog: catalog.csv\npitches: { full: { minutes: 6 }, quick: { minutes: 2 } }\n",
      arguments: [command, "show.yaml", "--tray", "tray.csv"] + more, code: code, says: words)
    input.content.append(("tray.csv", Array(text.utf8)))
    return input
  }

  /// Trays that are read back, and the section `rundown`.
  static let hours: [BadInput] = [
    tray(
      "a tray with an unknown SPU", "spu,pitch\nA1001,full\nA1O02,full\n",
      says: "lineup: tray.csv:3: the catalog has no SPU \"A1O02\"; did you mean \"A1002\"?"),
    tray(
      "a tray with an unknown pitch", "spu,pitch\nA1001,ful\n",
      says: "lineup: tray.csv:2: there is no pitch \"ful\"; did you mean \"full\"?"),
    tray(
      "a tray with an SPU twice", "spu,pitch\nA1001,full\n\nA1001,quick\n",
      says: "lineup: tray.csv:4: the SPU \"A1001\" is on the tray already, in line 2; keep one"),
    tray(
      "a tray without a pitch where there is a choice", "spu,pitch\nA1001,\n",
      says: "lineup: tray.csv:2: A1001 has no pitch; it may have full or quick"),
    tray(
      "a tray without a column of SPUs", "name,price\nSilk dress,299\n",
      says:
        "lineup: tray.csv:1: the tray has no column of SPUs (headers: \"name\", \"price\"); name it \"spu\""),
    tray(
      "a tray with a pitch but no SPU", "spu,pitch\nA1001,full\n,full\n",
      says: "lineup: tray.csv:3: the row has no spu; fill it in, or delete the row"),
    tray("a tray without items", "spu,pitch\n", says: "lineup: tray.csv: there is no item on the tray"),
    tray("an empty tray file", "", says: "lineup: tray.csv: the file is empty"),
    tray(
      "a tray in JSON that is none", "{\"name\": \"x\"}",
      says:
        "lineup: tray.csv:1: this is no tray: it needs a list \"items\" of objects with \"spu\" and \"pitch\", not the keys name"
    ),
    tray(
      "a withdrawal of an unknown SPU", "spu,pitch\nA1001,full\n", ["--out", "A100l"], command: "adjust",
      code: 64,
      says: "lineup: --out A100l: the catalog has no SPU \"A100l\"; did you mean \"A1001\"?"),
    tray(
      "a wish for an unknown pitch", "spu,pitch\nA1001,full\n", ["--in", "A1002:fulll"], command: "adjust",
      code: 64,
      says: "lineup: --in A1002:fulll: there is no pitch \"fulll\"; did you mean \"full\"?"),
    tray(
      "a wish and a withdrawal at once", "spu,pitch\nA1001,full\n", ["--in", "A1002", "--out", "A1002"],
      command: "adjust", code: 64,
      says: "lineup: --in A1002: A1002 is withdrawn by --out too; keep one of them"),
    tray(
      "keeping what is not on the tray", "spu,pitch\nA1001,full\n", ["--keep", "A1002"], command: "adjust",
      code: 64,
      says: "lineup: --keep A1002: A1002 is not on the tray, so it cannot be kept"),
    tray(
      "a wish for a style without stock", "spu,pitch\nA1001,full\n", ["--in", "A1002", "--stock", "A1002=0"],
      command: "adjust", code: 64, says: "lineup: --in A1002: A1002 has no stock"),
    tray(
      "stock that is none", "spu,pitch\nA1001,full\n", ["--stock", "A1002"], command: "adjust", code: 64,
      says: "Error: The value 'A1002' is invalid for '--stock <spu=units>'"),
    rundown(
      "an unknown key of a rundown", "  begin: \"20:00\"",
      says:
        "lineup: show.yaml:3: unknown key \"begin\" in \"rundown\"; known: start, audience, blocks, spacing, opening, closing, fixed, breaks, encore, offers"
    ),
    rundown(
      "a start that is no clock time", "  start: 8pm",
      says: "lineup: show.yaml:3: \"start\" takes a clock time such as 20:00, not \"8pm\""),
    rundown(
      "a clock time without a start", "  breaks: [{ at: \"20:30\", minutes: 3 }]",
      says:
        "lineup: show.yaml:3: \"at\" takes minutes from the start, since \"rundown\" has no \"start\", not \"20:30\""
    ),
    rundown(
      "an audience of unknown shape", "  audience: peek",
      says:
        "lineup: show.yaml:3: \"audience\" takes viewers at minutes such as { 0: 3000, 60: 9000 }, or flat, rising, falling, peak, not \"peek\""
    ),
    rundown(
      "blocks that are together and mixed", "  blocks: { together: gender, interleave: brand }",
      says:
        "lineup: show.yaml:3: \"together\" and \"interleave\" exclude each other; keep blocks together or mix them"
    ),
    rundown(
      "blocks of an unknown attribute", "  blocks: { together: gendr }",
      says: "lineup: show.yaml:3: the catalog has no column \"gendr\"; did you mean \"gender\"?"),
    rundown(
      "an opening of an unknown role", "  opening: [trafic]",
      says: "lineup: show.yaml:3: no style has role \"trafic\"; did you mean \"traffic\"?"),
    rundown(
      "spacing without a rule", "  spacing: { heroes: { where: { role: hero } } }",
      says: "lineup: show.yaml:3: spacing \"heroes\" needs \"every\", such as every: 20 (or apart: brand)"),
    rundown(
      "a break without a length", "  breaks: [{ at: 30 }]",
      says: "lineup: show.yaml:3: an entry of \"breaks\" needs \"minutes\", such as minutes: 6"),
    rundown(
      "a fixed item without a place", "  fixed: [{ spu: A1001 }]",
      says: "lineup: show.yaml:3: an entry of \"fixed\" needs \"place\", such as place: 3 (or at: 20:45)"),
    rundown(
      "a fixed item that the catalog lacks", "  fixed: [{ spu: A1009, place: 1 }]",
      says: "lineup: show.yaml:3: the catalog has no SPU \"A1009\"; did you mean \"A1001\"?"),
    rundown(
      "an offer that ends before it begins", "  offers: [{ spu: A1001, price: 9, from: 30, to: 20 }]",
      says: "lineup: show.yaml:3: the range \"30..20\" is impossible: it ends before it begins"),
    rundown(
      "a share of an encore beyond all", "  encore: { share: 130% }",
      says: "lineup: show.yaml:3: \"share\" is 130%, but must be between 0 and 100%"),
  ]
}
