/// Something that was changed, guessed or left out on the way from a file to a catalog. `lineup check`
/// tells every one of them, so that nothing is changed silently.
package struct CatalogNote: Sendable, Equatable {
  package var kind: Kind
  /// The column as people know it, where the note is about one.
  package var column: String?
  /// How many cells or rows it is about; 0 where that says nothing.
  package var count: Int
  /// Lines of the first few, from 1.
  package var lines: [FileLine]
  /// The table beside the catalog that it is about; `nil` for the catalog.
  package var source: String?
  /// A cell as it was written, and as it is read; the latter `nil` where it is missing.
  package var example: Example?

  package init(
    _ kind: Kind, column: String? = nil, count: Int = 0, lines: [FileLine] = [], example: Example? = nil
  ) {
    self.kind = kind
    self.column = column
    self.count = count
    self.lines = lines
    self.example = example
  }

  /// A cell before and after.
  package struct Example: Sendable, Equatable {
    package var written: String
    package var read: String?

    package init(written: String, read: String?) {
      self.written = written
      self.read = read
    }
  }

  package enum Kind: Sendable, Equatable {
    /// The text's encoding, where it is not UTF-8, and how that is known.
    case encoding(String, EncodingSource)
    /// Bytes that are no text.
    case brokenBytes
    /// The delimiter, where it is not the comma.
    case delimiter(String)
    /// The file is of another kind than its name says: what it is, and the ending of the name.
    case kind(String, named: String)
    /// The sheets that were read, those that were not but have the same header, and how many others.
    case sheets([String], alike: [String], others: Int)
    /// A header that another sheet or file read beside it lacks: what it is called.
    case lackingHeader(String, piece: String)
    /// Rows that the workbook hides: read like others, or left out.
    case hiddenRows(areRead: Bool)
    /// Cells beside the table.
    case cellsWithoutHeader
    /// Rows above the header.
    case titleRows(String)
    /// Rows whose id, or any cell where there is none, reads as a total.
    case totals
    /// Rows with one filled cell in a table of several columns.
    case sectionTitles
    /// `="00123"` and `'00123`, which is how spreadsheets are told that a cell is text.
    case markedText
    /// Values that differ from another in case, width or invisible characters only.
    case spellings
    /// Season tags as the season table names them.
    case seasonTags
    /// Ids that hold characters which nobody sees, by their numbers.
    case invisibleInIDs([String])
    /// Two ids that differ in case, width or invisible characters only.
    case idsAlike(String, String)
    /// Rows with fewer cells than headers.
    case shortRows
    case amounts(AmountWords)
    /// Numbers too small to count, as subtracting leaves them in a spreadsheet.
    case nextToZero
    /// `-`, `N/A`, `无` and their like.
    case missingWords
    /// Cells that `values` of the scenario maps.
    case mappedValues
    /// A spelling in `values` that no cell has.
    case unusedSpelling(String)
    /// Rows of styles met before, and how many styles there are.
    case duplicates(DuplicatePolicy, styles: Int)
    /// A column in which rows of one style differ, and no way was asked for.
    case rowsDiffer(spu: String, DuplicatePolicy)
    /// Rows that are equal to another in every cell, and what they hold of each summed column.
    case equalRows([String])
    /// Rows that met a condition of `leave_out`, and what they hold of stock.
    case leftOut(String, stock: Double)
    /// A name of one's own that looks like a slip of a canonical one.
    case nameNextTo(String)
    /// Texts that are days.
    case days
    /// Rows of a table that were used, and how many its `where` does not choose.
    case tableRows(String, notChosen: Int)
    /// Rows of a table whose key is no style, and what they hold of each summed column.
    case keysOfNoStyle(String, holding: [String])
    /// Styles without a row in a table.
    case stylesWithoutRow(String)
    /// A column that holds numbers but for some cells, and so is text.
    case mostlyNumbers
    /// Cells such as `1,234` that were read with this decimal mark, and what says so.
    case settledNumbers(DecimalMark, MarkProof)
    /// Cells such as `1,234` of a column that nothing reads, which is text as nothing settles them.
    case openNumbers
    /// `numbers` of the scenario names a column of which no cell can be read in two ways.
    case idleMark
    /// Amounts of one column in several currencies.
    case severalCurrencies([String])
    /// `#REF!` and its like in a workbook.
    case errorCells
    /// Formulas that a workbook has no value of.
    case openFormulas
    /// Days and times of a workbook.
    case dates
    /// Whole numbers of more than 15 digits in a workbook.
    case longNumbers
    /// Numbers that a workbook holds as text.
    case numbersAsText
    /// Merged cells among the rows: only the first of each has the value.
    case mergedCells
  }

  /// How an encoding is known.
  package enum EncodingSource: Sendable, Equatable {
    case said, marked, declared, guessed
  }

  /// What says which decimal mark cells have.
  package enum MarkProof: Sendable, Equatable {
    /// `numbers` of the scenario.
    case said
    /// A cell that can be read in one way only.
    case cell(String, column: String?, line: FileLine)
  }

  /// What amounts were written with, in words: `currency signs and thousands separators`.
  package struct AmountWords: Sendable, Equatable {
    package var words: String
  }
}

extension CatalogNote.AmountWords {
  init(_ features: AmountText.Features) {
    let known: [(AmountText.Features, String)] = [
      (.currency, "currency signs"), (.separators, "thousands separators"),
      (.decimalComma, "a decimal comma"),
      (.percent, "percent"), (.multiplier, "万, k and their like"), (.atLeast, "a + behind"),
      (.fullWidth, "full-width digits"), (.unit, "units or words of count"),
    ]
    words = known.filter { features.contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
