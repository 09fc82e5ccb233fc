extension ColumnBuilder {
  /// Whether all cells so far are numbers.
  var isNumeric: Bool { kind == .numbers || kind == .undecided }

  /// Reads the cells that can be read in two ways by what the scenario, the column or the file says, or
  /// leaves a question.
  ///
  /// A canonical column is always read, but for the list price, which only a rule may need; a column of the
  /// file's own is text until something reads it.
  /// - Returns: What has to be asked now.
  mutating func settle(_ file: FileMarks, key: String, place: PlaceOfRows) -> Problem? {
    guard isNumeric else { return nil }
    let mark = file.mark(of: marks)
    reading = CellReading(isOwnColumn: kind == .undecided, mark: mark, spellings: plan.spellings)
    guard marks.openCount > 0 else {
      repairs.hasIdleMark = marks.said != nil
      return nil
    }
    if let mark {
      let tally = marks.settle(mark, in: &numbers)
      repairs.settled = (tally, mark, proof(of: mark, file, place))
      return nil
    }
    let asked = question(file, key: key, place: place)
    if kind == .numbers, plan.canonical != .listPrice { return asked }
    question = asked
    reading = nil
    let open = openTally()
    if kind == .undecided { becomeText() } else { becomeTextOfNumbers() }
    repairs.open = open
    return nil
  }

  private func proof(of mark: DecimalMark, _ file: FileMarks, _ place: PlaceOfRows) -> CatalogNote.MarkProof {
    if marks.said != nil { return .said }
    if let own = marks.witness(of: mark) {
      return .cell(own.text, column: nil, line: place.line(of: Int(own.row)) ?? 0)
    }
    guard let other = mark == .point ? file.point : file.comma else { return .said }
    return .cell(
      other.witness.text, column: other.column, line: place.line(of: Int(other.witness.row)) ?? 0)
  }

  private func question(_ file: FileMarks, key: String, place: PlaceOfRows) -> Problem? {
    guard let first = marks.firstOpen, let readings = marks.readings else { return nil }
    var proofs: [CatalogNote.MarkProof] = []
    if marks.contradictsItself || (file.point != nil && file.comma != nil) {
      proofs = [proof(of: .point, file, place), proof(of: .comma, file, place)]
    }
    var problem = Problem(
      .openNumber(
        column: plan.label, key: key, text: first.text, withPoint: readings.point, withComma: readings.comma,
        proofs: proofs),
      at: place.location(of: Int(first.row)))
    problem.repeats = Problem.Repeats(
      count: marks.openCount, lines: place.lines(of: marks.firstRows.dropFirst().map(Int.init)))
    return problem
  }

  private func openTally() -> RepairTally {
    var tally = RepairTally()
    guard let first = marks.firstOpen else { return tally }
    for row in marks.openRows { tally.add(row: Int(row)) { .init(written: first.text, read: nil) } }
    return tally
  }

  /// Makes text of a column whose cells are at hand as numbers, but for those that are open.
  private mutating func becomeTextOfNumbers() {
    kind = .text
    var row: Int32 = 0
    numbers.forEach { number in
      if number.isNaN {
        codes.append(-1)
      } else {
        var text = marks.openTexts[row] ?? plain(number)
        codes.append(text.withUTF8 { dictionary.insert($0).code })
      }
      row += 1
    }
    numbers = PackedNumbers()
    repairs.amounts = RepairTally()
  }
}
