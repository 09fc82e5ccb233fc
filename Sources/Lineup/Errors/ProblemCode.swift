/// The codes by which programs know problems. A code stays what it is; new kinds of problems get new ones.
package enum ProblemCode: String, Sendable, CaseIterable {
  // Arguments
  case invalidArgument = "invalid-argument"
  case unknownDocument = "unknown-document"
  case inputTwice = "input-twice"
  case outputTwice = "output-twice"
  case outputIsInput = "output-is-input"
  case outputIsTerminal = "output-is-terminal"

  // Files
  case fileNotFound = "file-not-found"
  case fileUnreadable = "file-unreadable"
  case fileUnwritable = "file-unwritable"
  case fileExists = "file-exists"
  case fileEmpty = "file-empty"
  case fileTooLarge = "file-too-large"
  case invalidFileName = "invalid-file-name"
  case unknownFileType = "unknown-file-type"
  case foreignFile = "foreign-file"
  case invalidEncoding = "invalid-encoding"
  case unknownSheet = "unknown-sheet"
  case noSheets = "no-sheets"
  case brokenWorkbook = "broken-workbook"

  // The shape of a scenario
  case syntax
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongShape = "wrong-shape"
  case keysExclude = "keys-exclude"
  case ruleForm = "rule-form"
  case unknownVariant = "unknown-variant"
  case emptyName = "empty-name"
  case reservedName = "reserved-name"
  case duplicateRow = "duplicate-row"
  case listedTwice = "listed-twice"
  case invalidValue = "invalid-value"
  case impossibleRange = "impossible-range"
  case outOfRange = "out-of-range"
  case invalidSetting = "invalid-setting"
  case amountTooLarge = "amount-too-large"
  case objectiveTooSmall = "objective-too-small"

  // Names that the catalog or the scenario must know
  case unknownName = "unknown-name"
  case unknownAttribute = "unknown-attribute"
  case ambiguousAttribute = "ambiguous-attribute"
  case pitchNotHere = "pitch-not-here"
  case forecastTwice = "forecast-twice"
  case noForecast = "no-forecast"
  case notNumeric = "not-numeric"
  case unknownValue = "unknown-value"
  case unknownMeasure = "unknown-measure"
  case unknownSPU = "unknown-spu"
  case unknownRegion = "unknown-region"
  case unknownPitch = "unknown-pitch"

  // The catalog
  case noHeader = "no-header"
  case noRows = "no-rows"
  case brokenQuotes = "broken-quotes"
  case rowTooLong = "row-too-long"
  case missingColumn = "missing-column"
  case unknownHeader = "unknown-header"
  case ambiguousColumn = "ambiguous-column"
  case reservedHeader = "reserved-header"
  case headerMappedTwice = "header-mapped-twice"
  case defaultForSPU = "default-for-spu"
  case cannotBeTags = "cannot-be-tags"
  case missingCell = "missing-cell"
  case notANumber = "not-a-number"
  case openNumber = "open-number"
  case negativeNumber = "negative-number"
  case duplicateSPU = "duplicate-spu"
  case shortenedIDs = "shortened-ids"
  case tooManyRows = "too-many-rows"
  case moreProblems = "more-problems"

  // A tray that is read back
  case onTrayTwice = "on-tray-twice"
  case pitchMissing = "pitch-missing"
  case notATray = "not-a-tray"
  case withdrawnStyle = "withdrawn-style"
  case trayDoesNotFit = "tray-does-not-fit"

  // Backends
  case methodUnavailable = "method-unavailable"
  case backendFailed = "backend-failed"
  case defect
  case other
}

extension Problem {
  /// What kind of problem it is, for programs.
  package var problemCode: ProblemCode {
    switch kind {
    case .unknownDocument: .unknownDocument
    case .inputTwice: .inputTwice
    case .outputTwice: .outputTwice
    case .outputIsInput: .outputIsInput
    case .workbookToTerminal: .outputIsTerminal

    case .fileNotFound, .referredFileNotFound: .fileNotFound
    case .fileUnreadable: .fileUnreadable
    case .fileUnwritable, .streamUnwritable: .fileUnwritable
    case .fileNameWithNUL: .invalidFileName
    case .fileExists: .fileExists
    case .fileEmpty: .fileEmpty
    case .fileTooLarge: .fileTooLarge
    case .foreignFile: .foreignFile
    case .notUTF8, .notInEncoding: .invalidEncoding
    case .unknownSheet: .unknownSheet
    case .sheetOfText: .noSheets
    case .brokenWorkbook: .brokenWorkbook
    case .unknownFileType: .unknownFileType
    case .syntax: .syntax

    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongShape: .wrongShape
    case .keysExclude: .keysExclude
    case .ruleForm: .ruleForm
    case .unknownVariant: .unknownVariant
    case .emptyName: .emptyName
    case .reservedName: .reservedName
    case .duplicateRow, .rowListedTwice: .duplicateRow
    case .listedTwice: .listedTwice

    case .invalidScalar: .invalidValue
    case .daysOffWeekdays: .impossibleRange
    case .impossibleRange: .impossibleRange
    case .outOfRange: .outOfRange
    case .setting: .invalidSetting
    case .amountTooLarge: .amountTooLarge
    case .objectiveTooSmall: .objectiveTooSmall

    case .unknownName: .unknownName
    case .unknownAttribute: .unknownAttribute
    case .pitchNotHere: .pitchNotHere
    case .demandAndColumn: .forecastTwice
    case .noForecast: .noForecast
    case .ambiguousAttribute: .ambiguousAttribute
    case .notNumeric: .notNumeric
    case .unknownValue, .valueOfNoStyle: .unknownValue
    case .unknownMeasure: .unknownMeasure
    case .unknownSPU: .unknownSPU
    case .unknownRegion: .unknownRegion
    case .unavailablePitch: .unknownPitch

    case .offerNamedNone: .reservedName
    case .tooManyWideOffers: .outOfRange
    case .offerPrice: .keysExclude
    case .offerUsedBeforeClaimed, .offerWindowEmpty, .offerOutOfUse, .offerNotInUse: .impossibleRange
    case .unknownOffer, .offerOfWholeShow: .unknownName
    case .offerNotHere: .pitchNotHere

    case .noHeader, .noHeaderInRow: .noHeader
    case .noRows: .noRows
    case .unterminatedQuote, .strayQuote: .brokenQuotes
    case .rowTooLong: .rowTooLong
    case .missingColumn, .noTrayColumn, .styleOrSize: .missingColumn
    case .unknownHeader, .headerOfFew, .letterBeyondHeaders: .unknownHeader
    case .headerGivenTwice, .ambiguousColumn: .ambiguousColumn
    case .reservedHeader: .reservedHeader
    case .headerMappedTwice: .headerMappedTwice
    case .defaultForSPU: .defaultForSPU
    case .cannotBeTags: .cannotBeTags
    case .missingCell, .rowWithoutID: .missingCell
    case .notANumber: .notANumber
    case .openNumber: .openNumber
    case .negativeNumber: .negativeNumber
    case .duplicateSPU: .duplicateSPU
    case .scientificIDs: .shortenedIDs
    case .tooManyRows: .tooManyRows
    case .moreProblems: .moreProblems

    case .weightsNotWhole: .outOfRange
    case .columnNotInTable: .missingColumn
    case .noTableRows: .noRows
    case .noSlotThen: .unknownName
    case .wishForNothing: .missingCell
    case .wishesDiffer: .duplicateKey

    case .onTrayTwice: .onTrayTwice
    case .pitchMissing: .pitchMissing
    case .noTrayItems, .notATray: .notATray
    case .withdrawnStyle: .withdrawnStyle
    case .notOnThisTray: .trayDoesNotFit

    case .methodUnavailable: .methodUnavailable
    case .backendFailed: .backendFailed
    case .auditFailed: .defect
    case .other: .other
    }
  }

  /// What is wrong and what would be right, without the place.
  public var message: String { words + repeatedWords }

  /// What kind of problem it is, a word that stays what it is: `unknown-value`, `file-not-found`.
  public var code: String { problemCode.rawValue }

  /// The file, by the name under which it was read; an argument as it was given.
  public var file: String? { location?.source }

  /// The line of the file, or the row where rows stand in a scenario; from 1.
  public var line: Int? { location?.line }

  /// The known name that may be meant; `nil` where none is near.
  public var suggestion: String? {
    switch kind {
    case .unknownSheet(let name, let known), .unknownVariant(let name, let known),
      .unknownAttribute(let name, let known), .unknownMeasure(let name, let known),
      .unknownRegion(let name, let known), .unavailablePitch(let name, let known),
      .unknownOffer(let name, let known),
      .unknownHeader(let name, let known), .unknownDocument(let name, let known),
      .unknownName(let name, _, let known), .columnNotInTable(let name, _, let known):
      Nearest.name(to: name, among: known)
    case .unknownKey(let key, _, let known): Nearest.name(to: key, among: known)
    case .unknownValue(let value, _, let known): Nearest.name(to: value, among: known)
    case .unknownSPU(_, let nearest): nearest
    default: nil
    }
  }
}
