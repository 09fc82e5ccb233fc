extension BadInput {
  private static let usualViews = """
    catalog: catalog.csv
    views:
      base: 10_000
      channels:
        guides: { people: 820, each: 7.5, reach: 90%, conversion: 18%, audience: { mothers: 70% } }
        ads: { views: ..20_000, cost: { 2_000: 0.8, 6_000: 1.2 }, minimum: 500 }
        text: { cost: 0.04, limit: 9_000, rate: { mothers: 6% } }
      overlap: { ads: { guides: 20% } }
      total: 9_000..
      share: { guides: 40%..70% }
    audience:
      mothers: { people: 12_000, buys: { gender: { kids: 2.2 }, price: { "..199": 1.6 } } }

    """

  /// A plan of views with a mistake: a text of the scenario put in place of another.
  private static func views(
    _ name: String, _ old: String = "", _ new: String = "", files: [(name: String, text: String)] = [],
    arguments: [String] = ["check", "show.yaml"], code: Int32 = 65, says words: String
  ) -> BadInput {
    var input = BadInput(
      "views: " + name, scenario: old.isEmpty ? usualViews : usualViews.replacing(old, with: new),
      arguments: arguments, code: code, says: words)
    for file in files { input.content.append((file.name, Array(file.text.utf8))) }
    return input
  }

  /// Channels, segments and targets.
  static let views: [BadInput] = [
    views(
      "an unknown key", "  total:", "  totl:",
      says: #"lineup: show.yaml:9: unknown key "totl" in "views"; did you mean "total"?"#),
    views(
      "no base", "  base: 10_000\n", "",
      says: #"lineup: show.yaml:3: "views" needs "base", such as base: 10_000"#),
    views(
      "a base of nothing", "base: 10_000", "base: 0",
      says: #"lineup: show.yaml:3: "base" is 0, but must be above 0, at most 1e9"#),
    views(
      "no channels",
      "  channels:\n    guides: { people: 820, each: 7.5, reach: 90%, conversion: 18%, audience: { mothers: 70% } }\n    ads: { views: ..20_000, cost: { 2_000: 0.8, 6_000: 1.2 }, minimum: 500 }\n    text: { cost: 0.04, limit: 9_000, rate: { mothers: 6% } }\n",
      "  channels: {}\n",
      says: #"lineup: show.yaml:4: "channels" takes names to channels, not nothing"#),
    views(
      "an unknown key of a channel", "minimum: 500", "minimun: 500",
      says: #"lineup: show.yaml:6: unknown key "minimun" in channel "ads"; did you mean "minimum"?"#),
    views(
      "a channel that brings nobody", "views: ..20_000, ", "",
      says: #"lineup: show.yaml:6: "ads" takes one of the keys views, people and rate, not none of them"#),
    views(
      "a channel of two forms", "limit: 9_000", "views: ..9_000",
      says:
        #"lineup: show.yaml:7: "views" and "rate" exclude each other; a channel has views, or people who bring them, or people who are told"#
    ),
    views(
      "a limit of a channel of views", "minimum: 500", "limit: 500",
      says: #"lineup: show.yaml:6: "limit" and "views" exclude each other; "limit" goes with "rate""#),
    views(
      "a reach above all", "reach: 90%", "reach: 190%",
      says: #"lineup: show.yaml:5: "reach" is 190%, but must be between 0 and 100%"#),
    views(
      "people that are too many", "people: 820", "people: 1_000_000_000",
      says: #"lineup: show.yaml:5: "people x each x reach" is 6750000000, but must be at most 1000000000"#),
    views(
      "a range upside down", "views: ..20_000", "views: 30..20",
      says:
        #"lineup: show.yaml:6: the range "30..20" is impossible: its lower end is above its upper end; write the smaller one first"#
    ),
    views(
      "views beyond counting", "views: ..20_000", "views: ..2e10",
      says: #"lineup: show.yaml:6: "views" is 20000000000, but must be at most 1e9"#),
    views(
      "a block that is cheaper", "6_000: 1.2", "6_000: 0.5",
      says: #"lineup: show.yaml:6: "6_000" is 0.5, but must be at least 0.8, the price of the block before"#),
    views(
      "a block that ends before the one before", "6_000: 1.2", "1_000: 1.2",
      says: #"lineup: show.yaml:6: "cost" is 1_000, but must be above the block before, which ends at 2000"#),
    views(
      "a block without an end", "6_000: 1.2", "many: 1.2",
      says:
        #"lineup: show.yaml:6: "cost" takes the end of a block, above 0 and at most 1e9, such as 2_000, not "many""#
    ),
    views(
      "a price below 0", "cost: 0.04", "cost: -1",
      says: #"lineup: show.yaml:7: "cost" is -1, but must be 0 or more, at most 1e9"#),
    views(
      "a conversion of 0", "conversion: 18%", "conversion: 0",
      says: #"lineup: show.yaml:5: "conversion" is 0, but must be above 0 and at most 100%"#),
    views(
      "a conversion of more than all", "conversion: 18%", "conversion: 18",
      says: #"lineup: show.yaml:5: "conversion" is 18, but must be above 0 and at most 100%"#),
    views(
      "an audience above 100%", "mothers: 70%", "mothers: 170%",
      says: #"lineup: show.yaml:5: "mothers" is 170%, but must be between 0 and 100%"#),
    views(
      "an audience above 100% together", "audience: { mothers: 70% }", "audience: { mothers: 70%, men: 40% }",
      says: """
        lineup: show.yaml:5: "audience" is 110%, but must be at most 100% together
        lineup: show.yaml:5: there is no segment of the audience "men"; known: mothers
        """),
    views(
      "an unknown segment", "audience: { mothers: 70% }", "audience: { mother: 70% }",
      says: #"lineup: show.yaml:5: there is no segment of the audience "mother"; did you mean "mothers"?"#),
    views(
      "an audience of people told", "rate: { mothers: 6% }",
      "rate: { mothers: 6% }, audience: { mothers: 5% }",
      says: #"lineup: show.yaml:7: "audience" and "rate" exclude each other; who is told says who comes"#),
    views(
      "people told without people", "people: 12_000, ", "",
      says:
        #"lineup: show.yaml:12: segment "mothers", which channel "text" tells, needs "people", such as people: 12_000"#
    ),
    views(
      "people in halves", "people: 12_000", "people: 12.5",
      says: #"lineup: show.yaml:12: "people" is 12.5, but must be 0 or more, at most 1e9, and whole"#),
    views(
      "overlaps above 100%", "ads: { guides: 20% }", "ads: { guides: 60%, text: 50% }",
      says: #"lineup: show.yaml:8: "ads" is 110%, but must be at most 100% together"#),
    views(
      "an overlap of itself", "ads: { guides: 20% }", "ads: { ads: 20% }",
      says: #"lineup: show.yaml:8: there is no other channel "ads"; known: guides, text"#),
    views(
      "an overlap of nobody", "ads: { guides: 20% }", "add: { guides: 20% }",
      says: #"lineup: show.yaml:8: there is no channel "add"; did you mean "ads"?"#),
    views(
      "a share of an unknown channel", "share: { guides:", "share: { guide:",
      says: #"lineup: show.yaml:10: there is no channel "guide"; did you mean "guides"?"#),
    views(
      "a share above 100%", "40%..70%", "140%..170%",
      says: #"lineup: show.yaml:10: "guides" is "140%..170%", but must be a share between 0 and 100%"#),
    views(
      "a channel named as a row", "    text:", "    total:",
      says: #"lineup: show.yaml:7: the name "total" is reserved for a row of Lineup's own; choose another"#),
    views(
      "a channel without a name", "    text:", "    \"\":",
      says: "lineup: show.yaml:7: a channel needs a name that is not empty"),
    views(
      "targets without a file", "minimum: 500", "minimum: 500 }\n    shops: { people: 3, per: region",
      says: #"lineup: show.yaml:7: channel "shops" needs "by", such as by: guides.csv"#),
    views(
      "a plan of an unknown channel", "  total: 9_000..", "  plan: { guids: 5 }",
      says: #"lineup: show.yaml:9: there is no channel "guids"; did you mean "guides"?"#),
    views(
      "a plan in halves", "  total: 9_000..", "  plan: { ads: 5.5 }",
      says: #"lineup: show.yaml:9: "ads" is 5.5, but must be 0 or more, at most 1e9, and whole"#),
    views(
      "a plan of an unknown segment", "  total: 9_000..", "  plan: { text: { office: 5 } }",
      says: #"lineup: show.yaml:9: there is no rate of channel "text" for "office"; known: mothers"#),
    views(
      "a plan of views where people are told", "  total: 9_000..", "  plan: { text: 5 }",
      says: #"lineup: show.yaml:9: "text" takes a mapping of segments to people told, not "5""#),
    views(
      "a goal without order values", "audience:\n", "goal: { gmv: 5_000 }\naudience:\n",
      says: """
        lineup: show.yaml:5: with a goal, channel "guides" (or "views", for all) needs "order_value", such as order_value: 450
        lineup: show.yaml:6: with a goal, channel "ads" (or "views", for all) needs "conversion", such as conversion: 12%
        lineup: show.yaml:6: with a goal, channel "ads" (or "views", for all) needs "order_value", such as order_value: 450
        lineup: show.yaml:7: with a goal, channel "text" (or "views", for all) needs "conversion", such as conversion: 12%
        lineup: show.yaml:7: with a goal, channel "text" (or "views", for all) needs "order_value", such as order_value: 450
        """),
    views(
      "views said twice", "catalog: catalog.csv",
      "catalog: catalog.csv\ncolumns: { expected_units: null }\ndemand: { per_thousand_views: rating, views: 9_000 }",
      says:
        #"lineup: show.yaml:3: "per_thousand_views" and "views" exclude each other; both say how many views there are; give forecasts for views.base, in a column or with demand: { column: …, times: … }"#
    ),
    views(
      "an unknown attribute of a taste", "buys: { gender:", "buys: { gendr:",
      says: #"lineup: show.yaml:12: the catalog has no column "gendr"; did you mean "gender"?"#),
    views(
      "a slip in a value of a taste", "{ kids: 2.2 }", "{ kid: 2.2 }",
      says: #"lineup: show.yaml:12: no style has gender "kid"; did you mean "kids"?"#),
    views(
      "a pitch in a taste", "buys: { gender: { kids: 2.2 }", "buys: { pitch: { standard: 2.2 }",
      says: #"lineup: show.yaml:12: "pitch" can stand in a rule's where only; here no pitch is chosen yet"#),
    views(
      "a band that is none", "\"..199\"", "\"cheap\"",
      says: #"lineup: show.yaml:12: "price" takes a number or a range such as 100..300, not "cheap""#),
    views(
      "a factor below 0", "kids: 2.2", "kids: -2.2",
      says: #"lineup: show.yaml:12: "kids" is -2.2, but must be 0 or more"#),
    views(
      "an unknown key of a segment", "buys:", "buy:",
      says: #"lineup: show.yaml:12: unknown key "buy" in segment "mothers"; did you mean "buys"?"#),
    views(
      "no mapping", "views:\n", "views: 5\nx:\n",
      says: """
        lineup: show.yaml:2: "views" takes a mapping of keys, not "5"
        lineup: show.yaml:3: unknown key "x" in the scenario; known: name, catalog, columns, tags, defaults, demand, show, eligible, pitches, season, objective, goal, rules, lock, ban, variants and 16 more
        """),
    views(
      "a channel that is not there", arguments: ["views", "show.yaml", "--short", "guide=20%"], code: 64,
      says: #"lineup: --short guide: there is no channel "guide"; did you mean "guides"?"#),
    views(
      "a shortage that is none", arguments: ["views", "show.yaml", "--short", "guides"], code: 64,
      says: "Error: The value 'guides' is invalid for '--short <channel=share>'"),
    views(
      "a file of targets that is not there", "reach: 90%", "reach: 90%, per: region, by: guides.csv",
      arguments: ["views", "show.yaml"],
      says:
        #"lineup: show.yaml:5: "by" names guides.csv, but there is no such file; the path is relative to the file that names it"#
    ),
    views(
      "a file of targets without the column", "reach: 90%", "reach: 90%, per: region, by: guides.csv",
      files: [("guides.csv", "area,people\nn,5\n")], arguments: ["views", "show.yaml"],
      says: #"lineup: guides.csv:1: guides.csv has no column "region"; known: area, people"#),
    views(
      "people of targets that are none", "reach: 90%", "reach: 90%, per: region, by: guides.csv",
      files: [("guides.csv", "region,people\nn,5\nn,x\n,4\n")], arguments: ["views", "show.yaml"],
      says: """
        lineup: guides.csv:3: "n" is given twice, first in line 2; keep one
        lineup: guides.csv:3: "people" takes a number from 0 to 1e9, such as 120, not "x"
        lineup: guides.csv:4: the row has no region; fill it in, or delete the row
        """),
    views(
      "targets of nobody", "reach: 90%", "reach: 90%, per: region, by: guides.csv",
      files: [("guides.csv", "region,people\nn,0\ns,0\n")], arguments: ["views", "show.yaml"],
      says: #"lineup: guides.csv:2: "people" is 0 in every line, but must be above 0 in some"#),
  ]
}
