/// Gathers the cells of one column, row after row.
struct ColumnBuilder {
  /// What the cells are taken for.
  enum Kind {
    /// Ids: text, each once.
    case ids
    case text
    case tags
    /// A canonical column of numbers: anything else is a problem.
    case numbers
    /// A column of the file's own: numbers until a cell is none, then text.
    case undecided
  }

  let plan: HeaderPlan.Column
  var kind: Kind

  /// How many rows have a cell here; later ones are missing until padded.
  private var rowCount = 0
  private var expectedRows = 0
  var filledCells = 0
  var codes = PackedCodes()
  var dictionary = ByteDictionary()
  var numbers = PackedNumbers()
  /// The cells of an undecided column, to be read again as text should one be no number.
  var written = WrittenNumbers()
  var repairs = ColumnRepairs()
  var marks: ColumnMarks
  /// How texts in conditions on the column are read, once that is known.
  var reading: CellReading?
  /// What has to be asked before its cells can be read as numbers.
  var question: Problem?
  /// The spellings of the scenario that some cell has.
  var usedSpellings: Set<String> = []
  /// How many numbers came before the first cell that is none.
  var wereNumbers = 0

  init(_ plan: HeaderPlan.Column) {
    self.plan = plan
    question = plan.question
    marks = ColumnMarks(said: plan.decimalMark, keepsTexts: plan.canonical == .listPrice)
    if let said = plan.kind, !(plan.isTags && said == .undecided) {
      kind = said
      return
    }
    switch plan.canonical {
    case .spu: kind = .ids
    case .some(let canonical) where canonical.kind == .number: kind = .numbers
    case .some: kind = plan.isTags ? .tags : .text
    case nil: kind = plan.isTags ? .tags : .undecided
    }
  }

  /// Makes room for rows that are expected.
  mutating func reserve(rows: Int) {
    expectedRows = rows
    switch kind {
    case .ids, .text, .tags: codes.reserve(rows: rows)
    case .numbers, .undecided: numbers.reserve(rows: rows)
    }
  }

  /// A cell that is no number though its column needs one; its row in the block.
  struct Finding {
    var row: Int
    var text: String
  }

  /// Takes its cells of some rows.
  /// - Parameter firstRow: How many rows came before the block.
  mutating func append(_ block: CellBlock, firstRow: Int) -> [Finding] {
    guard let source = plan.source, source.making != .sum else { return [] }
    var findings: [Finding] = []
    source.forEachCell(of: block) { row, cell, isStored in
      if !append(cell, row: firstRow + row, isStored: isStored) {
        findings.append(Finding(row: row, text: String(decoding: cell, as: UTF8.self)))
      }
    }
    return findings
  }

  /// Takes the cell of `row`, which is trimmed and not empty; `false` where it is no number though it has to be.
  /// Rows left out are missing.
  private mutating func append(_ written: UnsafeBufferPointer<UInt8>, row: Int, isStored: Bool) -> Bool {
    let (cell, isMarked) = SafeText.unmarked(written)
    if isMarked {
      repairs.markedText.add(row: row) {
        .init(written: String(decoding: written, as: UTF8.self), read: CatalogText.string(cell))
      }
      if cell.isEmpty { return true }
    }
    return append(unmarked: cell, row: row, isStored: isStored)
  }

  private mutating func append(
    unmarked cell: UnsafeBufferPointer<UInt8>, row: Int, isStored: Bool
  ) -> Bool {
    if rowCount < row { pad(to: row) }
    rowCount = row + 1
    filledCells += 1
    switch kind {
    case .text, .tags:
      codes.append(dictionary.insert(cell).code)
    case .ids:
      appendID(cell)
    case .numbers:
      let number = number(cell, row: row, isStored: isStored)
      numbers.append(number ?? .nan)
      if number == nil { return false }
    case .undecided:
      guard let number = number(cell, row: row, isStored: isStored) else {
        becomeText()
        codes.append(dictionary.insert(cell).code)
        return true
      }
      numbers.append(number)
      written.append(cell, row: row)
    }
    return true
  }

  /// The number of a cell; NaN where it says that there is none, `nil` where it cannot be read.
  private mutating func number(
    _ cell: UnsafeBufferPointer<UInt8>, row: Int, isStored: Bool
  ) -> Double? {
    guard let number = NumberText.number(cell) else { return repaired(cell, row: row) }
    if !isStored { marks.note(plain: cell, number: number, row: row) }
    return number
  }

  /// The number that a cell stands for though it is none as written; NaN where it says that there is
  /// none, `nil` where it cannot be read.
  private mutating func repaired(_ cell: UnsafeBufferPointer<UInt8>, row: Int) -> Double? {
    func written() -> String { String(decoding: cell, as: UTF8.self) }
    if !plan.spellings.isEmpty, let value = plan.spellings[CatalogText.string(cell)] {
      usedSpellings.insert(CatalogText.string(cell))
      repairs.mapped.add(row: row) { .init(written: written(), read: value) }
      return NumberText.number(value)
    }
    if MissingWords.contains(cell) {
      filledCells -= 1
      repairs.missing.add(row: row) { .init(written: written(), read: nil) }
      return .nan
    }
    guard let reading = AmountText.read(cell, isOwnColumn: kind == .undecided) else { return nil }
    repairs.features.formUnion(reading.features)
    if !reading.isOpen {
      repairs.amounts.add(row: row) { .init(written: written(), read: plain(reading.number)) }
    } else if !reading.features.isEmpty {
      repairs.amounts.add(row: row)
    }
    if let currency = reading.currency { repairs.note(currency: currency) }
    marks.note(reading, in: cell, row: row)
    return reading.number
  }

  private mutating func appendID(_ cell: UnsafeBufferPointer<UInt8>) {
    if CatalogText.isNormalized(cell) {
      codes.append(dictionary.insert(cell).code)
    } else {
      var text = CatalogText.string(cell)
      codes.append(text.withUTF8 { dictionary.insert($0).code })
    }
  }

  /// Takes the numbers of all rows.
  mutating func takeNumbers(_ numbers: [Double]) {
    kind = .numbers
    self.numbers = PackedNumbers(numbers)
    rowCount = numbers.count
    filledCells = numbers.count { !$0.isNaN }
  }

  mutating func pad(to row: Int) {
    let missing = row - rowCount
    if missing <= 0 { return }
    switch kind {
    case .ids, .text, .tags: codes.append(missing: missing)
    case .numbers, .undecided: numbers.append(missing: missing)
    }
    rowCount = row
  }

  /// Reads an undecided column again as text.
  mutating func becomeText() {
    kind = .text
    marks = ColumnMarks(said: nil, keepsTexts: false)
    wereNumbers = numbers.filledCount
    filledCells += repairs.missing.count
    let markedText = repairs.markedText
    repairs = ColumnRepairs()
    repairs.markedText = markedText
    codes.reserve(rows: expectedRows)
    written.forEach(numbers) { cell in
      codes.append(cell.map { dictionary.insert($0).code } ?? -1)
    }
    numbers = PackedNumbers()
    written = WrittenNumbers()
  }
}
