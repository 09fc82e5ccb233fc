import Lineup

/// What cells and rows of sheets were besides text and numbers.
struct SheetNotes {
  private struct Tally {
    var count = 0
    var lines: [FileLine] = []

    mutating func add(_ line: FileLine) {
      count += 1
      if lines.count < 3 { lines.append(line) }
    }
  }

  private var errors: [Int: Tally] = [:]
  private var openFormulas: [Int: Tally] = [:]
  private var dates: [Int: Tally] = [:]
  private var texts: [Int: Tally] = [:]
  private var longNumbers: [Int: Tally] = [:]
  private var hidden = Tally()
  private var merged = Tally()

  /// The file or sheet that is being read, where there are several.
  private var piece: String?

  mutating func begin(piece: String?) { self.piece = piece }

  mutating func add(_ cell: SheetCell, line: Int, isNumeric: Bool) {
    if cell.origin == .text || cell.origin == .number { return }
    let line = FileLine(line, of: piece)
    switch cell.origin {
    case .text, .number: break
    case .openFormula: openFormulas[cell.column, default: Tally()].add(line)
    case .longNumber: longNumbers[cell.column, default: Tally()].add(line)
    case .error: errors[cell.column, default: Tally()].add(line)
    case .date: dates[cell.column, default: Tally()].add(line)
    case .numberAsText: if isNumeric { texts[cell.column, default: Tally()].add(line) }
    }
  }

  mutating func addHidden(line: Int) { hidden.add(FileLine(line, of: piece)) }

  mutating func addMerged(_ areas: [ClosedRange<Int>]) {
    for area in areas { merged.add(FileLine(area.lowerBound, of: piece)) }
  }

  func all(areHiddenRead: Bool, label: (Int) -> String?) -> [CatalogNote] {
    let kinds: [(CatalogNote.Kind, [Int: Tally])] = [
      (.errorCells, errors), (.openFormulas, openFormulas), (.dates, dates), (.numbersAsText, texts),
      (.longNumbers, longNumbers),
    ]
    var notes = kinds.flatMap { kind, tallies in
      tallies.sorted { $0.key < $1.key }.map { column, tally in
        CatalogNote(kind, column: label(column), count: tally.count, lines: tally.lines)
      }
    }
    if hidden.count > 0 {
      notes.append(
        CatalogNote(.hiddenRows(areRead: areHiddenRead), count: hidden.count, lines: hidden.lines))
    }
    if merged.count > 0 { notes.append(CatalogNote(.mergedCells, count: merged.count, lines: merged.lines)) }
    return notes
  }
}
