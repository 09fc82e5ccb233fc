extension BadInput {
  private static let usualSlots = """
    slots:
      prime: { dates: 2026-10-01..2026-10-31, on: [fri], start: "20:00", weight: 3 }
      noon: { dates: 2026-10-05..2026-10-09 }
    partners: partners.csv
    score: { start: 100, points: { samples: { late: -3, missed: -10 } }, rules: 70%, sales: 30% }
    each: 1..6
    apart: 3
    wishes: wishes.csv

    """
  private static let usualPartners = "partner,sales,samples\nArbora,100,done\nLumi,200,late\n"
  private static let usualWishes = "partner,slot,date,wish\nLumi,prime,,1\n"

  /// Slots with mistakes: a line of the file put in place of another, or tables.
  private static func slots(
    _ name: String, _ old: String = "", _ new: String = "", partners: String = usualPartners,
    wishes: String? = usualWishes, arguments: [String] = ["slots", "slots.yaml"], code: Int32 = 65,
    says words: String
  ) -> BadInput {
    var input = BadInput(
      "slots: " + name, scenario: usualSlots.replacing(old, with: new), file: "slots.yaml", catalog: nil,
      arguments: arguments, code: code, says: words)
    input.content.append(("partners.csv", Array(partners.utf8)))
    if let wishes { input.content.append(("wishes.csv", Array(wishes.utf8))) }
    return input
  }

  /// Files of slots, partners and wishes.
  static let slots: [BadInput] = [
    slots(
      "an unknown key", "apart: 3", "apert: 3",
      says: #"lineup: slots.yaml:7: unknown key "apert" in the file of slots; did you mean "apart"?"#),
    slots(
      "a file without what it needs", usualSlots, "name: x\n",
      says: """
        lineup: slots.yaml:1: the file of slots needs "slots", such as slots: { noon: { dates: 2026-10-01..2026-10-31 } }
        lineup: slots.yaml:1: the file of slots needs "partners", such as partners: partners.csv
        lineup: slots.yaml:1: the file of slots needs "score", such as score: { start: 100, rules: 70%, sales: 30% }
        """),
    slots(
      "a list", usualSlots, "- x\n",
      says: #"lineup: slots.yaml:1: "the file of slots" takes a mapping of keys, not a list"#),
    slots(
      "no slots", usualSlots, "slots: {}\npartners: partners.csv\nscore: { start: 1, rules: 100% }\n",
      says: #"lineup: slots.yaml:1: "slots" takes names to dates, not nothing"#),
    slots(
      "a slot without dates", "  noon: { dates: 2026-10-05..2026-10-09 }", "  noon: { start: \"12:00\" }",
      says: #"lineup: slots.yaml:3: slot "noon" needs "dates", such as dates: 2026-10-01..2026-10-31"#),
    slots(
      "an unknown key of a slot", "weight: 3", "wieght: 3",
      says: #"lineup: slots.yaml:2: unknown key "wieght" in slot "prime"; did you mean "weight"?"#),
    slots(
      "a day that is none", "2026-10-05..2026-10-09", "2026-10-05..2026-10-32",
      says:
        #"lineup: slots.yaml:3: "dates" takes a day or a range of days such as 2026-10-01..2026-10-31, not "2026-10-05..2026-10-32""#
    ),
    slots(
      "days in the wrong order", "2026-10-05..2026-10-09", "2026-10-09..2026-10-05",
      says:
        #"lineup: slots.yaml:3: the range "2026-10-09..2026-10-05" is impossible: its first day is after its last; write the earlier one first"#
    ),
    slots(
      "an unknown weekday", "[fri]", "[fry]",
      says: #"lineup: slots.yaml:2: there is no weekday "fry"; did you mean "fri"?"#),
    slots(
      "a day that on leaves out", "{ dates: 2026-10-05..2026-10-09 }", "{ dates: [2026-10-05], on: [fri] }",
      says:
        #"lineup: slots.yaml:3: 2026-10-05 is a Monday, but "on" asks for fri; mend the date or the weekdays"#
    ),
    slots(
      "a day twice", "2026-10-05..2026-10-09", "[2026-10-05, 2026-10-05]",
      says: #"lineup: slots.yaml:3: "dates" lists "2026-10-05" twice; keep one"#),
    slots(
      "a start that is no time", "\"20:00\"", "8pm",
      says: #"lineup: slots.yaml:2: "start" takes a clock time such as 20:00, not "8pm""#),
    slots(
      "a weight below 0", "weight: 3", "weight: -1",
      says: #"lineup: slots.yaml:2: "weight" is -1, but must be 0 or more"#),
    slots(
      "too many days", "2026-10-05..2026-10-09", "2000-10-05..2026-10-09",
      says: #"lineup: slots.yaml:3: "dates" is 9501 days, but must be at most 3660 days"#),
    slots(
      "weights that are not 100% together", "sales: 30%", "sales: 20%",
      says:
        #"lineup: slots.yaml:5: "rules" (70%) and "sales" (20%) must be 100% together; write rules: 70% and sales: 30%"#
    ),
    slots(
      "a weight above 100%", "rules: 70%", "rules: 170%",
      says: #"lineup: slots.yaml:5: "rules" is 170%, but must be between 0 and 100%"#),
    slots(
      "a score without a start", "start: 100, ", "",
      says: #"lineup: slots.yaml:5: "score" needs "start""#),
    slots(
      "points of an unknown state", "late: -3", "lte: -3",
      says:
        #"lineup: slots.yaml:5: unknown key "lte" in the points of "samples"; did you mean "late"?"#),
    slots(
      "points for a column that is not there", "points: { samples:", "points: { sampels:",
      says: #"lineup: slots.yaml:5: partners.csv has no column "sampels"; did you mean "samples"?"#),
    slots(
      "half a slot", "each: 1..6", "each: 1.5..6",
      says:
        #"lineup: slots.yaml:6: "each" is 1.5..6, but must be whole numbers such as 1..6, at most 1000000000"#
    ),
    slots(
      "half a day apart", "apart: 3", "apart: 1.5",
      says: #"lineup: slots.yaml:7: "apart" is 1.5, but must be a whole number of days of 0..3660"#),
    slots(
      "a file of partners that is not there", "partners.csv", "partner.csv",
      says:
        #"lineup: slots.yaml:4: "partners" names partner.csv, but there is no such file; the path is relative to the file that names it"#
    ),
    slots(
      "a file of wishes that is not there", wishes: nil,
      says:
        #"lineup: slots.yaml:8: "wishes" names wishes.csv, but there is no such file; the path is relative to the file that names it"#
    ),
    slots(
      "partners without sales", partners: "partner,umsatz,samples\nArbora,100,done\n",
      says: #"lineup: partners.csv:1: partners.csv has no column "sales"; did you mean "samples"?"#),
    slots(
      "no partners", partners: "partner,sales,samples\n",
      says: "lineup: partners.csv:1: there is a header but no partner below it"),
    slots(
      "a partner twice", partners: usualPartners + "Arbora,5,done\n",
      says: #"lineup: partners.csv:4: "Arbora" is given twice, first in line 2; keep one"#),
    slots(
      "a partner without a name or sales", partners: usualPartners + ",5,done\nMira,,done\n",
      says: """
        lineup: partners.csv:4: the row has no partner; fill it in, or delete the row
        lineup: partners.csv:5: the row has no sales; fill it in, or delete the row
        """),
    slots(
      "a word that no rule knows", partners: usualPartners + "Mira,5,lte\n",
      says:
        #"lineup: partners.csv:4: "samples" takes done, late, missed, n/a or a number of points, not "lte""#),
    slots(
      "sales that are no number",
      partners: usualPartners + "Mira,many,done\nTovo,-5,done\nJuno,\"1,200\",done\n",
      says: """
        lineup: partners.csv:4: "sales" takes a number such as 1200000, not "many"
        lineup: partners.csv:5: sales is -5, but must be 0 or more
        lineup: partners.csv:6: "sales" takes one number (is it 1200 or 1.2?), not "1,200"
        """),
    slots(
      "a row longer than the header", partners: usualPartners + "Mira,5,done,late\n",
      says:
        "lineup: partners.csv:4: the row has 4 cells, but the header has 3; quote cells that hold the delimiter"
    ),
    slots(
      "a header twice", partners: "partner,sales,samples,Samples\nArbora,100,done,done\n",
      says: #"lineup: partners.csv:1: "Samples" is given twice; keep one"#),
    slots(
      "wishes of nobody, for nothing and never",
      wishes: usualWishes
        + "Lumy,prime,,1\nLumi,prim,,1\nLumi,,2026-10-03,1\nLumi,prime,2026-10-05,1\nLumi,,,2\n",
      says: """
        lineup: wishes.csv:3: there is no partner "Lumy"; did you mean "Lumi"?
        lineup: wishes.csv:4: there is no slot "prim"; did you mean "prime"?
        lineup: wishes.csv:5: no slot is on 2026-10-03; slots are from 2026-10-02 to 2026-10-30
        lineup: wishes.csv:6: slot "prime" is not on 2026-10-05, a Monday; slots are from 2026-10-02 to 2026-10-30
        lineup: wishes.csv:7: the wish names neither a slot nor a date; fill in one of them, or both
        """),
    slots(
      "wishes that are none", wishes: usualWishes + "Lumi,noon,,4\nLumi,noon,,\nLumi,,soon,1\n,noon,,1\n",
      says: """
        lineup: wishes.csv:3: "wish" takes 1, 2, 3 or no, not "4"
        lineup: wishes.csv:4: the row has no wish; fill it in, or delete the row
        lineup: wishes.csv:5: "date" takes a day such as 2026-10-02, not "soon"
        lineup: wishes.csv:6: the row has no partner; fill it in, or delete the row
        """),
    slots(
      "wishes of equal rank that differ", wishes: usualWishes + "Lumi,prime,,no\n",
      says: #"lineup: wishes.csv:3: "Lumi" wishes no here and 1 in line 2, of equal rank; keep one"#),
    slots(
      "wishes with an unknown header", wishes: "partner,slot,dat,wish\nLumi,prime,,1\n",
      says: #"lineup: wishes.csv:1: unknown key "dat" in the header of wishes; did you mean "date"?"#),
    slots(
      "wishes without wishes", wishes: "partner,slot,date\nLumi,prime,\n",
      says: #"lineup: wishes.csv:1: wishes.csv has no column "wish"; known: partner, slot, date"#),
    slots(
      "a month file that is there", arguments: ["slots", "slots.yaml", "--month", "wishes.csv"],
      says:
        "lineup: wishes.csv: the file exists already and is left as it is; choose another name or folder, or remove it"
    ),
    slots(
      "a month file that is an answer too",
      arguments: ["slots", "slots.yaml", "--month", "a.csv", "-o", "a.csv"], code: 64,
      says: "lineup: a.csv: is the same file as a.csv; write each answer to a file of its own"),
    slots(
      "an answer over the partners", arguments: ["slots", "slots.yaml", "-o", "partners.csv"], code: 64,
      says: "lineup: partners.csv: is a file that this command reads; write to another file"),
  ]
}
