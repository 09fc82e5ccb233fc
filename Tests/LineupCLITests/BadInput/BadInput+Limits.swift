extension BadInput {
  private static let size = "0, or between 1e-9 and 1e15 in size"

  private static func limit(_ name: String, _ line: String, says words: String) -> BadInput {
    BadInput(name, scenario: "catalog: catalog.csv\n" + line + "\n", says: "lineup: show.yaml:2: " + words)
  }

  private static func argument(_ name: String, _ arguments: [String], says words: String) -> BadInput {
    var input = BadInput(
      name, scenario: "catalog: catalog.csv\ngoal: { gmv: 1 }\n", arguments: arguments, code: 64, says: words)
    input.content.append(("tray.csv", Array("spu,pitch\nA1001,standard\n".utf8)))
    return input
  }

  /// Numbers that are larger or smaller than can be reckoned with.
  static let limits: [BadInput] = [
    limit(
      "a show of 1e18 minutes", "show: { minutes: 1e18 }",
      says: "\"minutes\" is 1e18, but must be 0, or between 1e-9 and 1e15 in size"),
    limit(
      "a pitch of 1e9 minutes", "pitches: { full: { minutes: 1e9 } }",
      says: "\"minutes\" is 1000000000, but must be at most 10000000 minutes"),
    limit(
      "a pitch of 1e-300 minutes", "pitches: { full: { minutes: 1e-300 } }",
      says: "\"minutes\" is 1e-300, but must be \(size)"),
    limit(
      "minutes that are nan", "show: { minutes: nan }", says: "\"minutes\" takes a number, not \"nan\""),
    limit(
      "minutes that are inf", "show: { minutes: .inf }", says: "\"minutes\" takes a number, not \".inf\""),
    limit(
      "hexadecimal minutes", "show: { minutes: 0x1p3 }", says: "\"minutes\" takes a number, not \"0x1p3\""),
    limit(
      "reserved minutes of 1e300", "show: { reserved_minutes: 1e300 }",
      says: "\"reserved_minutes\" is 1e300, but must be 0, or between 1e-9 and 1e15 in size"),
    limit(
      "items of 1e300", "show: { items: ..1e300 }",
      says: "the range \"..1e300\" is impossible: an end must be \(size)"),
    limit(
      "a lift of 1e300", "pitches: { full: { minutes: 3, lift: 1e300 } }",
      says: "\"lift\" is 1e300, but must be \(size)"),
    limit(
      "a season index of 1e300", "season: { index: { autumn: 1e300 } }",
      says: "\"autumn\" is 1e300, but must be \(size)"),
    limit("a weight of 1e300", "objective: { gmv: 1e300 }", says: "\"gmv\" is 1e300, but must be \(size)"),
    limit("a weight of 1e-15", "objective: { gmv: -1e-15 }", says: "\"gmv\" is -1e-15, but must be \(size)"),
    limit("a goal of 1e300", "goal: { gmv: 1e300 }", says: "\"gmv\" is 1e300, but must be \(size)"),
    limit(
      "a goal whose factors multiply past 1e15", "goal: { views: 1e12, conversion: 50%, order_value: 1e6 }",
      says: "\"views x conversion x order_value\" is 5e+17, but must be \(size)"),
    limit(
      "a penalty of 1e300", "rules: { r: { sum: items, range: 1.., penalty: 1e300 } }",
      says: "rule \"r\": \"penalty\" is 1e300, but must be \(size)"),
    limit(
      "a penalty of 1e-300", "rules: { r: { sum: items, range: 1.., penalty: 1e-300 } }",
      says: "rule \"r\": \"penalty\" is 1e-300, but must be \(size)"),
    limit(
      "a sum of at least 1e-300", "rules: { r: { sum: gmv, range: 1e-300.. } }",
      says: "rule \"r\": the range \"1e-300..\" is impossible: an end must be \(size)"),
    limit(
      "a share of 1e6", "rules: { r: { share: gmv, where: { role: hero }, range: ..1e6 } }",
      says: "rule \"r\": the range \"..1e6\" is impossible: a share is at most 100000% in size"),
    limit(
      "an average of 1e300", "rules: { r: { average: price, range: ..1e300 } }",
      says: "rule \"r\": the range \"..1e300\" is impossible: an end must be \(size)"),
    limit(
      "a quota of 1e300", "rules: { r: { each: brand, items: 0..1e300 } }",
      says: "rule \"r\": the range \"0..1e300\" is impossible: an end must be \(size)"),
    limit(
      "a default stock of 1e300", "defaults: { stock: 1e300 }",
      says: "\"stock\" is 1e300, but must be \(size)"),
    limit(
      "a demand of 1e300 times a column", "demand: { column: rating, times: 1e300 }",
      says: "\"times\" is 1e300, but must be \(size)"),
    limit(
      "viewers of 1e300", "rundown: { audience: { 0: 1e300 } }",
      says: "\"0\" is 1e300, but must be \(size)"),
    limit(
      "an offer at 1e300", "rundown: { offers: [{ spu: A1001, price: 1e300 }] }",
      says: "\"price\" is 1e300, but must be \(size)"),
    limit(
      "an offer at 1e-300", "rundown: { offers: [{ spu: A1001, price: 1e-300 }] }",
      says: "\"price\" is 1e-300, but must be \(size)"),
    limit(
      "a break at minute 1e300", "rundown: { breaks: [{ at: 1e300, minutes: 3 }] }",
      says: "\"at\" is 1e300, but must be 0 to 10000 minutes"),
    limit(
      "a spacing of 1e300 minutes", "rundown: { spacing: { s: { every: 1e300 } } }",
      says: "\"every\" is 1e300, but must be 0.5 to 10000 minutes"),
    limit(
      "an encore of 1e300 items", "rundown: { encore: { items: 1e300 } }",
      says: "\"items\" is 1e300, but must be 1 to 1000"),
    limit(
      "a place of 1e300", "rundown: { fixed: [{ spu: A1001, place: 1e300 }] }",
      says: "\"place\" is 1e300, but must be 1 to 10000"),
    BadInput(
      "a price beyond 1e15",
      scenario: "catalog: catalog.csv\n",
      catalog: "spu,price,stock\nA,1e308,5\nB,5,5e307\nC,3e15,5\n",
      says: """
        lineup: catalog.csv:2: "price" is 1e+308, but must be 1e15 or less in size (so is 1 cell more)
        lineup: catalog.csv:3: "stock" is 5e+307, but must be 1e15 or less in size
        """),
    BadInput(
      "price times units beyond 1e15",
      scenario: "catalog: catalog.csv\nrules:\n  cap: { sum: stock_value, range: ..5 }\n",
      catalog: "spu,price,stock,expected_units\nA,1e10,1e10,2e5\nB,5,5,5\n",
      says: """
        lineup: show.yaml: a tray may come to 2,000,000,000,000,025 gmv, A alone (catalog.csv:2) to \
        2,000,000,000,000,000; sums are exact up to 1e15, so give amounts in a larger unit, or mend the cell
        lineup: show.yaml:3: rule "cap": a tray may come to 1e+20 stock_value, A alone (catalog.csv:2) to \
        1e+20; sums are exact up to 1e15, so give amounts in a larger unit, or mend the cell
        """),
    BadInput(
      "a column of one's own beyond 1e15 in a sum",
      scenario: "catalog: catalog.csv\nrules:\n  r: { average: code, range: ..5 }\n",
      catalog: "spu,price,stock,expected_units,code\nA,1,1,1,690123456789012345\nB,5,5,5,1\n",
      says: """
        lineup: show.yaml:3: rule "r": a tray may come to 6.901234567890124e+17 code, A alone \
        (catalog.csv:2) to 6.901234567890124e+17; sums are exact up to 1e15, so give amounts in a larger \
        unit, or mend the cell
        """),
    BadInput(
      "an objective in which nothing counts",
      scenario: "catalog: catalog.csv\nobjective: { rating: 1e-9, cost: 0 }\n",
      catalog: "spu,price,stock,expected_units,rating,cost\nA,1,1,1,0.5,1\n",
      says: """
        lineup: show.yaml:2: no item adds more than 5e-10 to the objective, and what is below 1e-9 counts \
        as 0; give greater weights, or amounts in a smaller unit
        """),
    BadInput(
      "a month given twice",
      scenario: """
        catalog: catalog.csv
        show: { date: 2026-09-09, region: north }
        season: { calendar: seasons.yaml }

        """, calendar: "north:\n  9: { autumn: 1.2 }\n  09: { autumn: 1.4 }\n",
      says: "lineup: seasons.yaml:3: \"month 9\" is given twice; keep one"),
    BadInput(
      "a season tag given twice, but for a space",
      scenario: "catalog: catalog.csv\nseason:\n  index: { autumn: 1.2, \" autumn\": 1.4 }\n",
      says: "lineup: show.yaml:3: \"autumn\" is given twice; keep one"),
    limit(
      "a minute of the audience given twice", "rundown: { audience: { 0: 100, 20: 200, 20.0: 300 } }",
      says: "\"minute 20\" is given twice; keep one"),
    argument(
      "a time limit of 1e300", ["solve", "show.yaml", "--time-limit", "1e300"],
      says: "Error: The value '1e300' is invalid for '--time-limit <seconds>'"),
    argument(
      "a time limit of nan", ["solve", "show.yaml", "--time-limit", "nan"],
      says: "Error: The value 'nan' is invalid for '--time-limit <seconds>'"),
    argument(
      "a gap of 1e300", ["solve", "show.yaml", "--gap", "1e300"],
      says: "Error: The value '1e300' is invalid for '--gap <share>'"),
    argument(
      "a gap in hexadecimal", ["solve", "show.yaml", "--gap", "0x1p-3"],
      says: "Error: The value '0x1p-3' is invalid for '--gap <share>'"),
    argument(
      "the greatest integer of changes",
      ["adjust", "show.yaml", "--tray", "tray.csv", "--max-swaps", "9223372036854775807"],
      says: "Error: --max-swaps takes 0 or more, up to 1000000000."),
    argument(
      "more changes than an integer holds",
      ["adjust", "show.yaml", "--tray", "tray.csv", "--max-swaps", "99999999999999999999"],
      says: "Error: The value '99999999999999999999' is invalid for '--max-swaps <changes>'"),
    argument(
      "stock of 1e300", ["adjust", "show.yaml", "--tray", "tray.csv", "--stock", "A1001=1e300"],
      says: "Error: The value 'A1001=1e300' is invalid for '--stock <spu=units>'"),
    argument(
      "more items on air than the tray to adjust has",
      ["adjust", "show.yaml", "--tray", "tray.csv", "--shown", "2"],
      says: "lineup: --shown is 2, but the tray has 1 item"),
    argument(
      "more items on air than the tray to order has",
      ["rundown", "show.yaml", "--tray", "tray.csv", "--shown", "9223372036"],
      says: "Error: --shown takes 0 or more, up to 1000000000."),
    argument(
      "more items on air than the earlier rundown has",
      ["rundown", "show.yaml", "--tray", "tray.csv", "--follow", "tray.csv", "--shown", "2"],
      says: "lineup: --shown is 2, but the tray has 1 item"),
    argument(
      "steps beyond their limit", ["frontier", "show.yaml", "--vary", "show.items=1..2", "--steps", "1001"],
      says: "Error: --steps takes 2 to 1000."),
    argument(
      "a frontier up to 1e308", ["frontier", "show.yaml", "--vary", "goal.gmv=-1e308..1e308"],
      says: """
        lineup: "goal.gmv=-1e308..1e308" is nothing to vary: an end must be \(size); \
        write it as goal.gmv=600000..1200000
        """),
    argument(
      "a frontier of half items", ["frontier", "show.yaml", "--vary", "show.items=1.5..3"],
      says: """
        lineup: "show.items=1.5..3" is nothing to vary: show.items counts items, so its ends are whole \
        numbers; write it as goal.gmv=600000..1200000
        """),
    argument(
      "the greatest integer of styles that differ",
      ["alternatives", "show.yaml", "--differ", "9223372036854775807"],
      says: "Error: --differ takes 1 or more, up to 1000000000."),
    argument(
      "a jitter of 1e300", ["alternatives", "show.yaml", "--jitter", "1e300"],
      says: "Error: The value '1e300' is invalid for '--jitter <share>'"),
    argument(
      "too many samples", ["alternatives", "show.yaml", "--jitter", "10%", "--samples", "100001"],
      says: "Error: --samples takes 1 to 100000."),
  ]
}
