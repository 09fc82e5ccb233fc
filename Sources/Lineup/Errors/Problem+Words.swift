extension Problem: CustomStringConvertible {
  /// One line: `show.yaml:12: rule "gender": what is wrong; what would be right`.
  public var description: String {
    var line = ""
    if let location { line += "\(location): " }
    if let rule { line += "rule \"\(rule)\": " }
    return line + message
  }

  /// How often the same is wrong; empty for once.
  var repeatedWords: String { repeats.map(words(repeats:)) ?? "" }

  /// What lines are counted: those of a file, or rows that stand in a scenario.
  private var unit: String { location?.scenarioOfRows == nil ? "line" : "row" }

  /// ` (in 34 lines: also 3, 4, 5, …)`
  private func words(repeats: Repeats) -> String {
    if repeats.count < 2 { return "" }
    let more = repeats.count - 1 > repeats.lines.count ? ", …" : ""
    return
      " (in \(repeats.count) \(unit)s, also \(FileLine.list(repeats.lines))\(more))"
  }

  /// What is wrong and what would be right.
  var words: String {
    switch kind {
    case .unknownDocument(let name, let known):
      "there is no document \"\(name)\"" + Self.suggestion(name, known)
    case .inputTwice: "can be read once; give one of the two a file's name"
    case .workbookToTerminal:
      "a workbook is no text for a terminal; send it to a file or a pipe, or write it with -o tray.xlsx"
    case .fileNotFound: "there is no such file"
    case .referredFileNotFound(let file, let key):
      "\"\(key)\" names \(file), but there is no such file; the path is relative to the file that names it"
    case .fileUnreadable(let reason): "the file cannot be read: \(reason)"
    case .fileUnwritable(let reason): "the file cannot be written: \(reason)"
    case .fileNameWithNUL: "the file's name holds a NUL character, which no file's name can hold; take it out"
    case .outputTwice(let first): "is the same file as \(first); write each answer to a file of its own"
    case .outputIsInput(let input):
      (input == location?.source
        ? "is a file that this command reads" : "is \(input), a file that this command reads")
        + "; write to another file"
    case .streamUnwritable(let reason): "it cannot be written to: \(reason)"
    case .fileExists:
      "the file exists already and is left as it is; choose another name or folder, or remove it"
    case .fileEmpty: "the file is empty"
    case .fileTooLarge(let limit, let advice): "the file is larger than \(limit) and is not read; \(advice)"
    case .foreignFile(let kind, let advice): "this is \(kind), not a table; \(advice)"
    case .notUTF8: "the file is not UTF-8 text; save it as UTF-8 (in Excel: \"CSV UTF-8\")"
    case .notInEncoding(let name):
      "the bytes are no text in \(name); leave \"encoding\" out to have it judged, or name another"
    case .unknownSheet(let name, let known):
      "the workbook has no sheet \"\(name)\"" + Self.suggestion(name, known)
    case .sheetOfText: "the catalog is a text file and has no sheets; take out \"sheet\""
    case .brokenWorkbook(let reason): "the workbook cannot be read: \(reason)"
    case .unknownFileType(let given, let known):
      "cannot tell the kind of file from \"\(given)\"; use \(Self.choice(known))"
    case .syntax(let sentence): sentence

    case .duplicateKey(let key, let line):
      "\"\(key)\" is given twice" + (line.map { ", first in line \($0)" } ?? "") + "; keep one"
    case .unknownKey(let key, let place, let known):
      "unknown key \"\(key)\" in \(place)" + Self.suggestion(key, known)
    case .missingKey(let key, let place):
      "\(place) needs \"\(key)\"" + (Self.examples[key].map { ", such as \($0)" } ?? "")
    case .wrongShape(let key, let expected, let found): "\"\(key)\" takes \(expected), not \(found)"
    case .keysExclude(let first, let second, let advice):
      "\"\(first)\" and \"\(second)\" exclude each other; \(advice)"
    case .ruleForm(let found, let known): Self.words(ruleForm: found, known: known)
    case .unknownVariant(let name, let known):
      known.isEmpty
        ? "there is no variant \"\(name)\"; the scenario has none"
        : "there is no variant \"\(name)\"" + Self.suggestion(name, known)
    case .emptyName(let place): "\(place) needs a name that is not empty"
    case .reservedName(let name): "the name \"\(name)\" is reserved for a row of Lineup's own; choose another"
    case .duplicateRow(let row, let other):
      "makes the row \"\(row)\", which rule \"\(other)\" makes too; rename one of them"

    case .rowListedTwice(let row): "makes the row \"\(row)\" twice; list the value once"
    case .listedTwice(let spu, let key): "\"\(key)\" lists \"\(spu)\" twice; keep one"

    case .invalidScalar(let key, let text, let expected):
      "\"\(key)\" takes \(expected), not \"\(Self.shortened(text))\""
    case .impossibleRange(let text, let reason): "the range \"\(text)\" is impossible: \(reason)"
    case .daysOffWeekdays(let first, let last, let weekdays):
      (first == last
        ? "\(first) is a \(first.weekday.name), but \"on\" asks for \(Self.choice(weekdays))"
        : "\"on\" asks for \(Self.choice(weekdays)), and no day of \(first)..\(last) is one")
        + "; mend the date or the weekdays"
    case .outOfRange(let key, let text, let expected): "\"\(key)\" is \(text), but must be \(expected)"
    case .amountTooLarge(let measure, let total, let spu, let amount, let place):
      "a tray may come to \(FigureText.number(total)) \(measure), \(spu) alone (\(place)) to \(FigureText.number(amount)); sums are exact up to 1e15, "
        + "so give amounts in a larger unit, or mend the cell"
    case .objectiveTooSmall(let amount):
      "no item adds more than \(plain(amount)) to the objective, and what is below 1e-9 counts as 0; "
        + "give greater weights, or amounts in a smaller unit"
    case .setting(let text, let reason):
      "\"\(text)\" is no setting: \(reason); write it as show.minutes=120"

    case .unknownName(let name, let what, let known):
      "there is no \(what) \"\(Self.shortened(name))\"" + Self.suggestion(name, known)
    case .unknownAttribute(let name, let known):
      "the catalog has no column \"\(name)\"" + Self.suggestion(name, known)
    case .pitchNotHere:
      "\"pitch\" can stand in a rule's where only; here no pitch is chosen yet"
    case .demandAndColumn(let header):
      "the catalog has the forecast already (column \"\(header)\"); take out \"demand\" or the column"
    case .noForecast(let what, let measure, let demand, let columns):
      "\(what) asks for \(measure), but no style has a forecast"
        + (demand.map { ": \"\($0)\" (demand) is empty" } ?? "")
        + ", so that units, gmv and margin are 0 for every tray; "
        + "write demand: { column: \(columns.first ?? "sales_30d"), times: 0.1 } to make forecasts out of past sales"
        + (columns.count > 1 ? " (columns of numbers: \(columns.prefix(8).joined(separator: ", ")))" : "")
        + ", give the catalog a column expected_units, or one forecast for all with defaults: { expected_units: 5 }"
    case .ambiguousAttribute(let name, let headers):
      "\"\(name)\" may be any of the columns \(Self.quoted(headers)); give one of them a name of its own "
        + "with columns: { NAME: { nth: 2, of: \(YAMLText.scalar(headers.first ?? name)) } }, counted from 1"
    case .notNumeric(let attribute, let example):
      "\"\(attribute)\" is not a column of numbers" + (example.map { " (it holds \"\($0)\")" } ?? "")
    case .unknownValue(let value, let attribute, let known):
      "no style has \(attribute) \"\(value)\"" + Self.suggestion(value, known)
    case .valueOfNoStyle(let value, let attribute, let known):
      "no style has \(attribute) \"\(value)\", so no style meets it"
        + (known.isEmpty || known.count > 16 ? "" : " (known: \(known.joined(separator: ", ")))")
    case .unknownMeasure(let name, let known):
      "there is no measure \"\(name)\"" + Self.suggestion(name, known)
    case .unknownSPU(let spu, let nearest): Self.words(unknownSPU: spu, nearest: nearest)
    case .unknownRegion(let region, let known):
      "the season table has no region \"\(region)\"" + Self.suggestion(region, known)
    case .unavailablePitch(let pitch, let known):
      "there is no pitch \"\(pitch)\"" + Self.suggestion(pitch, known)

    case .offerNamedNone:
      "\"none\" is what an item without an offer is said to have; give the kind of offer another name"
    case .tooManyWideOffers(let count, let most):
      "\(count) kinds of offers are on the whole show (\"show: true\"), and at most \(most) may be; take some out, "
        + "or give styles the offer by a \"where\""
    case .offerPrice(let place, let found):
      found.isEmpty
        ? "\(place) says no price; give one of price: 70%, off: 30 or column: live_price"
        : "\(place) has its price from \(found.map { "\"\($0)\"" }.joined(separator: " and ")); keep one"
    case .offerUsedBeforeClaimed(let name, let use, let claim):
      "\"\(name)\" can be used until \(use) only, before it can be claimed (from \(claim)); mend one of the two"
    case .offerWindowEmpty: "the window ends when it begins; give it an end after its beginning"
    case .unknownOffer(let name, let known):
      "there is no offer \"\(name)\"" + Self.suggestion(name, known)
    case .offerOfWholeShow(let name):
      "\"\(name)\" is an offer on the whole show and no item has it; name a kind that items have, or none"
    case .offerNotHere:
      "\"offer\" can stand in a rule's where only; here no offer is chosen yet"
    case .offerOutOfUse(let name, let date, let use):
      "\"\(name)\" is always there, but cannot be used on \(date) (it is used \(use)); mend \"use\", or take \"always\" out"
    case .offerNotInUse(let name, let date, let use):
      "\"\(name)\" cannot be used on \(date) (it is used \(use)), so the show is planned without it"

    case .noHeader: "there is no header row"
    case .noHeaderInRow(let row):
      "row \(row) of the catalog has no text, so it cannot be the header; \"header\" is a row of the file, "
        + "counted from 1"
    case .noRows: "there is a header but no style below it"
    case .unterminatedQuote: "a quoted cell opens here and is never closed; add the missing \""
    case .strayQuote: "text follows the closing quote of a cell; double the quotes inside it (\"\")"
    case .rowTooLong(let cells, let headers):
      "the row has \(FigureText.counted(cells, "cell")), but the header has \(headers); "
        + "quote cells that hold the delimiter"
    case .missingColumn(let column, let headers, let aliases):
      "the column \"\(column)\" is missing (headers: \(Self.quoted(headers))); name it "
        + Self.choice(aliases.map { "\"\($0)\"" })
        + (column == "spu"
          ? ", or map it with columns: { spu: … }"
          : ", map it with columns: { \(column): … }, or give defaults: { \(column): … }")
    case .unknownHeader(let header, let known):
      "the catalog has no header \"\(header)\"" + Self.suggestion(header, known)
    case .ambiguousColumn(let column, let headers):
      "the headers \(Self.quoted(headers)) all answer to \"\(column)\"; say which with columns: { \(column): "
        + (Self.headerTwice(in: headers).map { "{ nth: 2, of: \(YAMLText.scalar($0)) } }, counted from 1" }
          ?? "… }")
    case .headerGivenTwice(let header, let column, let places):
      "the header \"\(header)\" stands over \(places.count) columns (\(Self.list(places.map(Self.ordinal))) from the left); "
        + "say which with columns: { \(column): { nth: 2, of: \(YAMLText.scalar(header)) } }, counted from 1"
    case .headerOfFew(let header, let nth, let count):
      "there is no column \(nth) of the header \"\(header)\"; \(count == 1 ? "only one column has it" : "\(count) columns have it")"
    case .reservedHeader(let header):
      "the header \"\(header)\" is a name of Lineup's own (a measure or an attribute it derives); "
        + "rename the column"
    case .headerMappedTwice(let header, let columns):
      "\"columns\" gives the header \"\(header)\" to both \(Self.list(columns)); a header holds one column"
    case .defaultForSPU: "\"spu\" has no default; every style needs an id of its own"
    case .cannotBeTags(let column): "\"\(column)\" cannot hold tags; it is an id or a number"
    case .missingCell(let column): "the row has no \(column); fill it in, or delete the row"
    case .rowWithoutID:
      "the row has no spu; fill it in, or leave such rows out with leave_out: { spu: { has: false } }"
    case .notANumber(let column, let key, let text):
      "\(column) is \"\(Self.shortened(text))\", which is no number; write digits only, such as 299 or 299.5, "
        + "or say what number it stands for with values: { \(YAMLText.scalar(key)): { NUMBER: [\(YAMLText.scalar(Self.shortened(text)))] } }"
    case .openNumber(let column, let key, let text, let withPoint, let withComma, let proofs):
      "\(column) is \"\(text)\", which may be \(plain(withPoint)) or \(plain(withComma)), and "
        + Self.words(proofs: proofs)
        + "; say numbers: { \(YAMLText.scalar(key)): point } for \(plain(withPoint)), or "
        + "numbers: { \(YAMLText.scalar(key)): comma } for \(plain(withComma))"
    case .negativeNumber(let column, let text): "\(column) is \(text), but must be 0 or more"
    case .duplicateSPU(let spu, let piece, let line, let differ, let hasStock):
      "the SPU \"\(spu)\" is in \(unit) \(line)\(piece.map { " of \($0)" } ?? "") already; an SPU has one row; "
        + (differ.isEmpty
          ? "no column tells them apart"
          : "rows of one style differ in \(Self.list(Array(differ.prefix(8))))\(differ.count > 8 ? " and \(differ.count - 8) more" : "")")
        + "; say how they become one with on_duplicate: \(hasStock ? "{ stock: sum }" : "roll_up"), "
        + "or which counts with first, last or best_stock"
    case .styleOrSize(let header):
      "is \"\(header)\" the id of a style, or of each size and colour of it? For a style say columns: { spu: \(YAMLText.scalar(header)) }; "
        + "for a size columns: { spu: { before: \"-\", of: \(YAMLText.scalar(header)) } } (the mark that the style's part ends with) "
        + "or the header of the styles' ids, with on_duplicate: roll_up"
    case .letterBeyondHeaders(let letters, let headers):
      "there is no column \(letters); the header row ends with column \(ColumnReference.letters(max(0, headers - 1)))"
    case .scientificIDs(let example, let count, let lines):
      "\(count == 1 ? "an id was" : "\(count) ids were") shortened by a spreadsheet, such as \"\(example)\" "
        + "(\(lines.first?.piece == nil ? unit + (count == 1 ? " " : "s ") : "")\(FileLine.list(lines))\(count > lines.count ? ", …" : "")): "
        + "the digits are lost in this file; export it again with the column of ids formatted as text, "
        + "or open the source through the spreadsheet's import with that column as text"
    case .tooManyRows(let limit): "the catalog has more than \(limit) rows"
    case .moreProblems: "… and more; mend these first"

    case .weightsNotWhole(let first, let one, let second, let other):
      "\"\(first)\" (\(FigureText.percent(one, decimals: 6))) and \"\(second)\" "
        + "(\(FigureText.percent(other, decimals: 6))) must be 100% together; "
        + "write \(first): \(FigureText.percent(one, decimals: 6)) and \(second): \(FigureText.percent(1 - one, decimals: 6))"
    case .columnNotInTable(let name, let source, let known):
      "\(source) has no column \"\(name)\"" + Self.suggestion(name, known)
    case .noTableRows(let noun): "there is a header but no \(noun) below it"
    case .noSlotThen(let day, let slot, let first, let last):
      (slot.map { "slot \"\($0)\" is not on \(day), a \(day.weekday.name)" } ?? "no slot is on \(day)")
        + "; slots are from \(first) to \(last)"
    case .wishForNothing: "the wish names neither a slot nor a date; fill in one of them, or both"
    case .wishesDiffer(let partner, let wish, let other, let line):
      "\"\(partner)\" wishes \(wish) here and \(other) in line \(line), of equal rank; keep one"

    case .onTrayTwice(let spu, let line):
      "the SPU \"\(spu)\" is on the tray already" + (line.map { ", in line \($0)" } ?? "") + "; keep one"
    case .pitchMissing(let spu, let known):
      "\(spu) has no pitch; it may have \(Self.choice(known))"
    case .noTrayColumn(let headers):
      "the tray has no column of SPUs (headers: \(Self.quoted(headers))); name it \"spu\""
    case .noTrayItems: "there is no item on the tray"
    case .withdrawnStyle(let spu):
      "\(spu) is no longer in the catalog; replace it first, as lineup adjust does with this tray, or take "
        + "its line out"
    case .notATray(let found):
      "this is no tray: it needs a list \"items\" of objects with \"spu\" and \"pitch\", not \(found)"

    case .methodUnavailable(let method):
      "the method \"\(method)\" is not in this build; build with the trait GLPK"
    case .backendFailed(let backend, let code, let sentence): "\(backend) failed with \(code): \(sentence)"
    case .auditFailed(let rule, let detail):
      "the tray found does not pass the audit at \"\(rule)\" (\(detail)); "
        + "this is a defect of Lineup, please report it with the scenario and the catalog"
    case .notOnThisTray(let reason): "the tray does not fit the show: \(reason)"
    case .other(let sentence): sentence
    }
  }

  /// Characters that nobody sees are written out: an id may differ from the nearest in nothing else.
  private static func words(unknownSPU spu: String, nearest: String?) -> String {
    var words = "the catalog has no SPU \"\(InvisibleText.shown(spu))\""
    guard let nearest else { return words }
    words += "; did you mean \"\(InvisibleText.shown(nearest))\"?"
    let there = InvisibleText.names(in: nearest)
    let here = InvisibleText.names(in: spu)
    if !there.isEmpty {
      words += " The catalog's id holds the invisible \(characters(there)); take it out there"
    } else if !here.isEmpty {
      words += " The scenario's id holds the invisible \(characters(here)); take it out"
    }
    return words
  }

  private static func characters(_ names: [String]) -> String {
    "character\(names.count == 1 ? "" : "s") \(list(names))"
  }

  private static func words(proofs: [CatalogNote.MarkProof]) -> String {
    let cells = proofs.map { proof in
      switch proof {
      case .said: "\"numbers\""
      case .cell(let text, let column, let line):
        "\"\(shortened(text))\" (" + (column.map { "\($0), " } ?? "") + "\(line.words))"
      }
    }
    return cells.isEmpty
      ? "nothing in the file says which"
      : "the file says both: \(list(cells))"
  }

  /// A header that stands over several columns.
  private static func headerTwice(in headers: [String]) -> String? {
    let names = headers.map(HeaderName.normalized)
    return headers.indices.first { names[..<$0].contains(names[$0]) }.map { headers[$0] }
  }

  /// `1st`, `2nd`, `12th`
  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  private static func words(ruleForm found: [String], known: [String]) -> String {
    switch found.count {
    case 0: "a rule needs one of \(choice(known))"
    default:
      "a rule has one form, but this has \(list(found)); "
        + "keep one (in a variant, set the other to null)"
    }
  }

  /// `; did you mean "women"?`, or the known names where none is near and they are few.
  private static func suggestion(_ word: String, _ known: [String]) -> String {
    if let nearest = Nearest.name(to: word, among: known) { return "; did you mean \"\(nearest)\"?" }
    if known.isEmpty { return "" }
    let shown = known.prefix(16)
    let rest = known.count - shown.count
    return "; known: " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// What a key that is missing may look like.
  private static let examples = [
    "catalog": "catalog: styles.csv", "range": "range: 6..10", "items": "items: 0..6",
    "minutes": "minutes: 6", "spu": "spu: A1001", "any_of": "any_of: [A1007, A1008]",
    "nth": "nth: 2", "of": "of: HEADER", "column": "column: sales_30d", "times": "times: 0.1",
    "views": "views: 12000", "rows": "rows: [{ spu: A1, price: 99, stock: 10 }]",
    "conversion": "conversion: 12%", "order_value": "order_value: 450", "index": "index: { autumn: 1.2 }",
    "together": "together: gender", "every": "every: 20 (or apart: brand)", "where": "where: { role: hero }",
    "place": "place: 3 (or at: 20:45)", "at": "at: 30", "price": "price: 199",
    "dates": "dates: 2026-10-01..2026-10-31", "slots": "slots: { noon: { dates: 2026-10-01..2026-10-31 } }",
    "partners": "partners: partners.csv", "score": "score: { start: 100, rules: 70%, sales: 30% }",
    "rules": "rules: 70%", "goal": "goal: { gmv: 1200000 }", "show.region": "show: { region: north }",
    "show.date": "show: { date: 2026-09-09 }", "base": "base: 10_000",
    "channels": "channels: { ads: { views: ..20_000, cost: 0.8 } }", "people": "people: 12_000",
    "per": "per: region", "by": "by: guides.csv",
  ]

  /// The beginning of a text on one line.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 60 || line.count < text.count ? line.prefix(57) + "..." : line
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private static func choice(_ words: [String]) -> String { joined(words, "or") }
  private static func list(_ words: [String]) -> String { joined(words, "and") }

  private static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
