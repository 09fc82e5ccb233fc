/// Gathers the cells of one column, row after row.
struct ColumnBuilder {
  /// What the cells are taken for.
  private enum Kind {
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
  private var kind: Kind
  private let mayBeNegative: Bool

  /// How many rows have a cell here; later ones are missing until padded.
  private var rowCount = 0
  private var filledCells = 0
  private var codes: [Int32] = []
  private var dictionary = ByteDictionary()
  /// The row in which each id came first.
  private var rowOfCode: [Int32] = []
  private var numbers: [Double] = []
  /// The bytes of an undecided column, to be read again as text should a cell be no number.
  private var written: [UInt8] = []
  private var writtenEnds: [Int] = []

  init(_ plan: HeaderPlan.Column) {
    self.plan = plan
    mayBeNegative = plan.canonical != .expectedUnits
    switch plan.canonical {
    case .spu: kind = .ids
    case .some(let canonical) where canonical.kind == .number: kind = .numbers
    case .some: kind = plan.isTags ? .tags : .text
    case nil: kind = plan.isTags ? .tags : .undecided
    }
  }

  /// What is wrong with a cell.
  enum Fault {
    case notANumber
    case negative
    /// The id came first in the row given.
    case repeated(firstRow: Int)
  }

  /// Takes the cell of `row`, which is trimmed and not empty. Rows left out are missing.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>, row: Int) -> Fault? {
    if rowCount < row { pad(to: row) }
    rowCount = row + 1
    filledCells += 1
    switch kind {
    case .text, .tags:
      codes.append(dictionary.insert(cell).code)
    case .ids:
      return appendID(cell, row: row)
    case .numbers:
      let number = NumberText.number(cell)
      numbers.append(number ?? .nan)
      guard let number else { return .notANumber }
      if number < 0, !mayBeNegative { return .negative }
    case .undecided:
      guard let number = NumberText.number(cell) else {
        becomeText()
        codes.append(dictionary.insert(cell).code)
        return nil
      }
      numbers.append(number)
      written.append(contentsOf: cell)
      writtenEnds.append(written.count)
    }
    return nil
  }

  private mutating func appendID(_ cell: UnsafeBufferPointer<UInt8>, row: Int) -> Fault? {
    let entry: (code: Int32, isNew: Bool)
    if CatalogText.isNormalized(cell) {
      entry = dictionary.insert(cell)
    } else {
      var text = CatalogText.string(cell)
      entry = text.withUTF8 { dictionary.insert($0) }
    }
    codes.append(entry.code)
    guard entry.isNew else { return .repeated(firstRow: Int(rowOfCode[Int(entry.code)])) }
    rowOfCode.append(Int32(row))
    return nil
  }

  private mutating func pad(to row: Int) {
    let missing = row - rowCount
    switch kind {
    case .ids, .text, .tags: codes.append(contentsOf: repeatElement(-1, count: missing))
    case .numbers: numbers.append(contentsOf: repeatElement(.nan, count: missing))
    case .undecided:
      numbers.append(contentsOf: repeatElement(.nan, count: missing))
      writtenEnds.append(contentsOf: repeatElement(written.count, count: missing))
    }
    rowCount = row
  }

  /// Reads an undecided column again as text.
  private mutating func becomeText() {
    kind = .text
    codes.reserveCapacity(writtenEnds.count)
    written.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in writtenEnds {
        if end == start {
          codes.append(-1)
        } else {
          codes.append(dictionary.insert(UnsafeBufferPointer(rebasing: bytes[start..<end])).code)
        }
        start = end
      }
    }
    numbers = []
    written = []
    writtenEnds = []
  }

  // MARK: Finishing

  /// The ids of all rows and where to find them. Takes the cells away.
  mutating func finishIDs() -> (ids: [String], dictionary: ByteDictionary) {
    var ids: [String] = []
    ids.reserveCapacity(dictionary.count)
    dictionary.forEach { ids.append(String(decoding: $0, as: UTF8.self)) }
    rowOfCode = []
    let dictionary = dictionary
    self.dictionary = ByteDictionary()
    return (ids, dictionary)
  }

  /// The column as rules see it; missing cells have the default. Takes the cells away.
  mutating func finish(rows: Int, ids: [String]) -> CatalogColumn {
    pad(to: rows)
    let values: ColumnValues
    switch kind {
    case .ids: values = .text(codes: codes, values: ids)
    case .numbers: values = .numbers(filled(numbers))
    case .undecided where filledCells > 0: values = .numbers(numbers)
    case .undecided: values = .text(codes: [Int32](repeating: -1, count: rows), values: [])
    case .text: values = finishText()
    case .tags: values = finishTags()
    }
    codes = []
    numbers = []
    written = []
    writtenEnds = []
    dictionary = ByteDictionary()
    return CatalogColumn(
      name: plan.name, header: plan.header, canonical: plan.canonical, values: values,
      emptyCells: rows - filledCells)
  }

  private func filled(_ numbers: [Double]) -> [Double] {
    guard let text = plan.fallback?.text,
      let fallback = NumberText.number(CatalogText.normalized(text), underscores: true)
    else { return numbers }
    return numbers.map { $0.isNaN ? fallback : $0 }
  }

  private mutating func finishText() -> ColumnValues {
    var values: [String] = []
    values.reserveCapacity(dictionary.count)
    var needsMerging = false
    dictionary.drain { bytes in
      values.append(CatalogText.string(bytes))
      needsMerging = needsMerging || !CatalogText.isNormalized(bytes)
    }
    if needsMerging { merge(&values) }
    if let text = plan.fallback?.text {
      let fallback = CatalogText.normalized(text)
      if !fallback.isEmpty { fill(with: fallback, among: &values) }
    }
    return .text(codes: codes, values: values)
  }

  private mutating func finishTags() -> ColumnValues {
    var sets: [[String]] = []
    sets.reserveCapacity(dictionary.count)
    dictionary.drain { sets.append(Tags.split(CatalogText.string($0))) }
    merge(&sets)
    if let empty = sets.firstIndex(of: []) {
      let missing = Int32(empty)
      for row in codes.indices where codes[row] == missing {
        codes[row] = -1
        filledCells -= 1
      }
    }
    if let text = plan.fallback?.text {
      let fallback = Tags.split(CatalogText.normalized(text))
      if !fallback.isEmpty { fill(with: fallback, among: &sets) }
    }
    return .tags(codes: codes, sets: sets)
  }

  /// Leaves one of each equal value, in the order they came.
  private mutating func merge<Value: Hashable>(_ values: inout [Value]) {
    var codeOf: [Value: Int32] = [:]
    var distinct: [Value] = []
    let renamed = values.map { value in
      if let code = codeOf[value] { return code }
      let code = Int32(distinct.count)
      codeOf[value] = code
      distinct.append(value)
      return code
    }
    if distinct.count == values.count { return }
    values = distinct
    for row in codes.indices where codes[row] >= 0 { codes[row] = renamed[Int(codes[row])] }
  }

  private mutating func fill<Value: Equatable>(with fallback: Value, among values: inout [Value]) {
    guard codes.contains(-1) else { return }
    let code: Int32
    if let known = values.firstIndex(of: fallback) {
      code = Int32(known)
    } else {
      code = Int32(values.count)
      values.append(fallback)
    }
    for row in codes.indices where codes[row] < 0 { codes[row] = code }
  }
}
