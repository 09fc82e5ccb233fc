/// One thing that is wrong with the input: where, in which rule, and the evidence. The words are in
/// `Problem+Words.swift` and nowhere else.
public struct Problem: Sendable, Equatable {
  package var kind: Kind
  package var location: SourceLocation?
  /// The name of the rule it stands in.
  package var rule: String?
  /// Where the same is wrong too.
  package var repeats: Repeats?

  package init(_ kind: Kind, at location: SourceLocation? = nil, rule: String? = nil) {
    self.kind = kind
    self.location = location
    self.rule = rule
  }

  /// How often the same is wrong in a file.
  package struct Repeats: Sendable, Equatable {
    /// In how many lines, the first among them.
    package var count: Int
    /// The first few lines after the first.
    package var lines: [FileLine]
  }

  /// What is wrong, with its evidence.
  package enum Kind: Sendable, Equatable {
    // Arguments
    case unknownDocument(String, known: [String])
    case inputTwice
    case workbookToTerminal

    // Files
    case fileNotFound
    case referredFileNotFound(String, key: String)
    case fileUnreadable(reason: String)
    case fileUnwritable(reason: String)
    case fileNameWithNUL
    case outputTwice(first: String)
    case outputIsInput(String)
    case streamUnwritable(reason: String)
    case fileExists
    case fileEmpty
    case fileTooLarge(limit: String, advice: String)
    case foreignFile(String, advice: String)
    case notUTF8
    case notInEncoding(String)
    case unknownSheet(String, known: [String])
    case sheetOfText
    case brokenWorkbook(String)
    case unknownFileType(given: String, known: [String])
    case syntax(String)

    // The shape of a scenario
    case duplicateKey(String, firstLine: Int?)
    case unknownKey(String, place: String, known: [String])
    case missingKey(String, place: String)
    case wrongShape(key: String, expected: String, found: String)
    case keysExclude(String, String, advice: String)
    case ruleForm(found: [String], known: [String])
    case unknownVariant(String, known: [String])
    case emptyName(String)
    case reservedName(String)
    case duplicateRow(String, other: String)
    case rowListedTwice(String)
    case listedTwice(String, key: String)

    // Scalars
    case invalidScalar(key: String, text: String, expected: String)
    case impossibleRange(text: String, reason: String)
    /// `dates` names days, none of which is one of the weekdays of `on`.
    case daysOffWeekdays(first: Day, last: Day, weekdays: [String])
    case outOfRange(key: String, text: String, expected: String)
    case setting(text: String, reason: String)
    case amountTooLarge(measure: String, total: Double, spu: String, amount: Double, place: SourceLocation)
    case objectiveTooSmall(amount: Double)

    // Names that the catalog or the scenario must know
    /// A name of something of which there are few: a weekday, a partner, a slot.
    case unknownName(String, what: String, known: [String])
    case unknownAttribute(String, known: [String])
    case pitchNotHere
    case demandAndColumn(header: String)
    /// Something asked for is made of units, and no style has a forecast; the columns that one may be made of.
    case noForecast(what: String, measure: String, demand: String?, columns: [String])
    case ambiguousAttribute(String, headers: [String])
    case notNumeric(attribute: String, example: String?)
    case unknownValue(String, attribute: String, known: [String])
    case valueOfNoStyle(String, attribute: String, known: [String])
    case unknownMeasure(String, known: [String])
    case unknownSPU(String, nearest: String?)
    case unknownRegion(String, known: [String])
    case unavailablePitch(String, known: [String])

    // Offers
    case offerNamedNone
    case tooManyWideOffers(Int, most: Int)
    /// An offer has one of the keys that give its price; those that were found.
    case offerPrice(place: String, found: [String])
    case offerUsedBeforeClaimed(String, use: OfferMoment, claim: OfferMoment)
    case offerWindowEmpty
    case unknownOffer(String, known: [String])
    case offerOfWholeShow(String)
    case offerNotHere
    /// A kind that is always there is out of its time of use on the day of the show.
    case offerOutOfUse(String, date: ShowDate, use: String)
    case offerNotInUse(String, date: ShowDate, use: String)

    // The catalog
    case noHeader
    case noHeaderInRow(Int)
    case noRows
    case unterminatedQuote
    case strayQuote
    case rowTooLong(cells: Int, headers: Int)
    case missingColumn(String, headers: [String], aliases: [String])
    case unknownHeader(String, known: [String])
    case headerGivenTwice(String, column: String, places: [Int])
    case headerOfFew(String, nth: Int, count: Int)
    case ambiguousColumn(column: String, headers: [String])
    case reservedHeader(String)
    case headerMappedTwice(String, columns: [String])
    case defaultForSPU
    case cannotBeTags(String)
    case missingCell(column: String)
    /// A row of a catalog without an id.
    case rowWithoutID
    case notANumber(column: String, key: String, text: String)
    case openNumber(
      column: String, key: String, text: String, withPoint: Double, withComma: Double,
      proofs: [CatalogNote.MarkProof])
    case negativeNumber(column: String, text: String)
    /// A style in several rows; the columns in which they differ.
    case duplicateSPU(String, piece: String?, firstLine: Int, differ: [String], hasStock: Bool)
    /// `SKU` is the only header that may be the ids'.
    case styleOrSize(String)
    case letterBeyondHeaders(String, headers: Int)
    /// Ids such as `6.90123E+12`, with the lines of the first few.
    case scientificIDs(example: String, count: Int, lines: [FileLine])
    case tooManyRows(limit: Int)
    case moreProblems

    // Partners and their wishes for slots
    case weightsNotWhole(String, Double, String, Double)
    case columnNotInTable(String, source: String, known: [String])
    case noTableRows(String)
    case noSlotThen(Day, slot: String?, first: Day, last: Day)
    case wishForNothing
    case wishesDiffer(partner: String, String, other: String, line: Int)

    // A tray that is read back
    case onTrayTwice(String, firstLine: Int?)
    case pitchMissing(spu: String, known: [String])
    case noTrayColumn(headers: [String])
    case noTrayItems
    case withdrawnStyle(String)
    case notATray(found: String)

    // Backends
    case methodUnavailable(method: String)
    case backendFailed(backend: String, code: String, sentence: String)
    case auditFailed(rule: String, detail: String)
    case notOnThisTray(String)
    case other(String)
  }
}
