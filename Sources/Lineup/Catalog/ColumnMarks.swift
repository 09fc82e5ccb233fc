/// How the numbers of a column are written: cells that prove a decimal mark, and cells that can be read
/// in two ways until one is known.
struct ColumnMarks: Sendable {
  /// A cell that shows something.
  struct Witness: Sendable {
    var row: Int32
    var text: String
  }

  /// Cells whose only mark is of one kind, in the order of rows.
  private struct OpenCells: Sendable {
    var rows: [Int32] = []
    /// Each with its mark before groups of thousands.
    var grouped: [Double] = []
    var first: Witness?

    mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int, grouped number: Double) {
      if first == nil { first = Witness(row: Int32(row), text: String(decoding: cell, as: UTF8.self)) }
      rows.append(Int32(row))
      grouped.append(number)
    }
  }

  /// What the scenario says of the open cells (`numbers`).
  let said: DecimalMark?
  /// The first cell that can only have the mark before decimals.
  private(set) var point: Witness?
  private(set) var comma: Witness?
  private var openPoints = OpenCells()
  private var openCommas = OpenCells()
  /// Open cells as written, where a column must be able to become text without its other cells.
  private(set) var openTexts: [Int32: String] = [:]
  private let keepsTexts: Bool

  init(said: DecimalMark?, keepsTexts: Bool) {
    self.said = said
    self.keepsTexts = keepsTexts
  }

  // MARK: Gathering

  /// Looks at a plain number that a person or a program wrote as text.
  mutating func note(plain cell: UnsafeBufferPointer<UInt8>, number: Double, row: Int) {
    if Numeral.isOpen(plain: cell) {
      openPoints.add(cell, row: row, grouped: (number * 1000).rounded())
      keepText(cell, row: row)
    } else if point == nil, cell.contains(UInt8(ascii: ".")) {
      point = Witness(row: Int32(row), text: String(decoding: cell, as: UTF8.self))
    }
  }

  /// Looks at any other number.
  mutating func note(_ reading: AmountText.Reading, in cell: UnsafeBufferPointer<UInt8>, row: Int) {
    if reading.isOpen {
      if abs(reading.number) < abs(reading.withComma) {
        openPoints.add(cell, row: row, grouped: reading.withComma)
      } else {
        openCommas.add(cell, row: row, grouped: reading.number)
      }
      keepText(cell, row: row)
    } else if let mark = reading.proves, witness(of: mark) == nil {
      let witness = Witness(row: Int32(row), text: String(decoding: cell, as: UTF8.self))
      if mark == .point { point = witness } else { comma = witness }
    }
  }

  private mutating func keepText(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
    if keepsTexts { openTexts[Int32(row)] = String(decoding: cell, as: UTF8.self) }
  }

  // MARK: Deciding

  func witness(of mark: DecimalMark) -> Witness? { mark == .point ? point : comma }

  var openCount: Int { openPoints.rows.count + openCommas.rows.count }

  /// The first open cell.
  var firstOpen: Witness? {
    [openPoints.first, openCommas.first].compactMap(\.self).min { $0.row < $1.row }
  }

  /// The rows with open cells, ascending.
  var openRows: [Int32] { (openPoints.rows + openCommas.rows).sorted() }

  /// The first few of them.
  var firstRows: [Int32] {
    Array((openPoints.rows.prefix(6) + openCommas.rows.prefix(6)).sorted().prefix(6))
  }

  /// The mark that the column's own cells prove; `nil` where they prove none, or both.
  var proven: DecimalMark? {
    switch (point, comma) {
    case (_?, nil): .point
    case (nil, _?): .comma
    default: nil
    }
  }

  var contradictsItself: Bool { point != nil && comma != nil }

  /// Both readings of the first open cell.
  var readings: (point: Double, comma: Double)? {
    guard let first = firstOpen else { return nil }
    if first.row == openPoints.rows.first, let grouped = openPoints.grouped.first {
      return (grouped / 1000, grouped)
    }
    return openCommas.grouped.first.map { ($0, $0 / 1000) }
  }

  /// Puts what open cells are with `mark` before decimals in place; those that are then not what they look
  /// like as a plain number are tallied.
  func settle(_ mark: DecimalMark, in numbers: inout PackedNumbers) -> RepairTally {
    var tally = RepairTally()
    func put(_ cells: OpenCells, isDecimal: Bool) {
      numbers.put(
        zip(cells.rows, cells.grouped).lazy.map { row, grouped in
          (row: Int(row), number: isDecimal ? grouped / 1000 : grouped)
        })
    }
    put(openPoints, isDecimal: mark == .point)
    put(openCommas, isDecimal: mark == .comma)
    // With a point, 1.234 is the plain number that it looks like.
    let retold = mark == .comma ? [openPoints, openCommas] : [openCommas]
    guard let first = retold.compactMap(\.first).min(by: { $0.row < $1.row }) else { return tally }
    for row in retold.flatMap(\.rows).sorted() {
      tally.add(row: Int(row)) { .init(written: first.text, read: plain(numbers[Int(row)])) }
    }
    return tally
  }
}

/// Which decimal mark the cells of all columns prove together.
struct FileMarks {
  /// The label of a column and the cell that proves the mark there.
  typealias Proof = (column: String, witness: ColumnMarks.Witness)

  private(set) var point: Proof?
  private(set) var comma: Proof?

  mutating func add(_ marks: ColumnMarks, column: String) {
    if point == nil, let witness = marks.point { point = (column, witness) }
    if comma == nil, let witness = marks.comma { comma = (column, witness) }
  }

  var proven: DecimalMark? {
    switch (point, comma) {
    case (_?, nil): .point
    case (nil, _?): .comma
    default: nil
    }
  }

  /// What settles the open cells of a column: what the scenario says, the column's own cells, those of
  /// the file.
  func mark(of marks: ColumnMarks) -> DecimalMark? {
    if let said = marks.said { return said }
    if marks.contradictsItself { return nil }
    return marks.proven ?? proven
  }
}
