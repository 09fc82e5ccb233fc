extension CatalogRows {
  /// Adds the columns that a table makes, matched by the ids of styles: each key is looked up once.
  mutating func join(_ table: JoinTable) {
    notes += table.notes.map { note in
      var note = note
      note.source = table.flow.file
      return note
    }
    // From keys to styles, then from rows to styles.
    let styleOfKey = table.keys.map { key -> Int32 in
      var key = key
      return key.withUTF8 { rowsBySPU.code(of: $0) } ?? -1
    }
    let groups = RowGroups(ofRow: table.codes.map { $0 < 0 ? -1 : styleOfKey[Int($0)] }, count: count)
    var hasRow = [Bool](repeating: false, count: count)
    var strangers = RepairTally()
    for (row, style) in groups.ofRow.enumerated() {
      if style >= 0 {
        hasRow[Int(style)] = true
      } else {
        strangers.add(row: row) {
          let code = table.codes[row]
          return .init(written: code < 0 ? "" : table.keys[Int(code)], read: nil)
        }
      }
    }
    var flow = table.flow
    flow.used = table.codes.count - strangers.count
    flow.keyOfNoStyle = strangers.count
    flow.stylesWithout = hasRow.count { !$0 }
    self.flow.tables.append(flow)
    noteUse(flow, table, groups, strangers, hasRow)
    for made in table.settings.columns { add(made, of: table, groups) }
  }

  private mutating func noteUse(
    _ flow: CatalogFlow.Table, _ table: JoinTable, _ groups: RowGroups, _ strangers: RepairTally,
    _ hasRow: [Bool]
  ) {
    func note(
      _ kind: CatalogNote.Kind, _ count: Int, _ lines: [FileLine] = [], _ example: CatalogNote.Example? = nil
    ) {
      var note = CatalogNote(kind, count: count, lines: lines, example: example)
      note.source = table.flow.file
      notes.append(note)
    }
    note(.tableRows(flow.name, notChosen: flow.notChosen), flow.used)
    if strangers.count > 0 {
      let held = table.settings.columns.filter { $0.way == .sum }.compactMap { made -> String? in
        guard let position = table.columns.firstIndex(where: { $0.name == made.name }),
          case .numbers(let numbers) = table.columns[position].values
        else { return nil }
        var sum = 0.0
        for (row, style) in groups.ofRow.enumerated() where style < 0 && !numbers[row].isNaN {
          sum += numbers[row]
        }
        return "\(made.name) \(FigureText.number(sum))"
      }
      let example = strangers.example.flatMap { $0.written.isEmpty ? nil : $0 }
      note(
        .keysOfNoStyle(flow.name, holding: held), strangers.count,
        table.place.lines(of: strangers.rows.map(Int.init)), example)
    }
    if flow.stylesWithout > 0 {
      let example = hasRow.firstIndex(of: false).map { CatalogNote.Example(written: ids[$0], read: nil) }
      note(.stylesWithoutRow(flow.name), flow.stylesWithout, [], example)
    }
  }

  private mutating func add(_ made: TableSettings.Column, of table: JoinTable, _ groups: RowGroups) {
    guard let position = table.columns.firstIndex(where: { $0.name == made.name }) else { return }
    let rows = table.columns[position]
    if let problem = problem(made, rows, of: table) { return problems.addOnce(problem) }
    var column = CatalogColumn(
      name: made.name, header: "\(made.way.rawValue) of \(made.form.words) in \(table.settings.name)",
      canonical: CanonicalColumn(rawValue: made.name), values: rows.gathered(made.way, groups).values,
      emptyCells: 0, isDefault: nil, reading: nil, question: rows.question)
    column.isDays = rows.isDays && made.way != .count && made.way != .list
    column.reading = CellReading(isOwnColumn: column.canonical == nil, mark: nil, spellings: [:])
    column.table = table.settings.name
    let name = HeaderName.normalized(made.name)
    let known: Int?
    switch columnsByName[name] {
    case .found(let position)?: known = position
    case .ambiguous(let headers)?:
      return problems.addOnce(Problem(.ambiguousAttribute(made.name, headers: headers), at: made.location))
    case nil: known = nil
    }
    if let known, columns[known].header != nil {
      let own = columns[known]
      var joined = table.settings.replaces ? column.filled(from: own) : own.filled(from: column)
      joined = CatalogColumn(
        name: own.name, header: own.header, canonical: own.canonical, values: joined.values,
        emptyCells: joined.emptyCells, isDefault: own.isDefault, reading: own.reading,
        question: own.question, isDays: own.isDays && column.isDays, table: own.table)
      columns[known] = joined.withFallback(made.fallback)
    } else {
      column = column.withFallback(made.fallback)
      column.emptyCells = column.values.emptyCells
      if let known {
        columns[known] = column
      } else {
        columns.append(column)
        columnsByName[name] = .found(columns.count - 1)
      }
    }
    if let fallback = made.fallback, case .numbers = columns[known ?? columns.count - 1].values,
      NumberText.number(fallback, underscores: true) == nil
    {
      problems.addOnce(
        Problem(.invalidScalar(key: "else", text: fallback, expected: "a number"), at: made.location))
    }
  }

  /// Why a way cannot be gone with what the column holds.
  private func problem(_ made: TableSettings.Column, _ rows: CatalogColumn, of table: JoinTable) -> Problem? {
    if let question = rows.question { return question }
    let canonical = CanonicalColumn(rawValue: made.name)
    if made.way == .list, canonical?.kind == .number {
      return Problem(.cannotBeTags(made.name), at: made.location)
    }
    guard made.way == .least || made.way == .greatest, !rows.isDays, case .text(_, let values) = rows.values,
      !values.isEmpty
    else { return nil }
    let example = values.first { NumberText.number($0) == nil }
    return Problem(
      .notNumeric(attribute: made.form.references.first?.header ?? made.name, example: example),
      at: made.location)
  }
}

extension CatalogColumn {
  /// The column with a value in its missing cells that is one of the table and no default.
  fileprivate func withFallback(_ text: String?) -> CatalogColumn {
    guard let text else { return self }
    var column = self
    column.fill(text)
    column.isDefault = isDefault
    column.emptyCells = column.values.emptyCells
    return column
  }

  /// Fills missing cells; a column without any value becomes one of numbers where the value is one.
  mutating func fill(_ text: String) {
    let text = CatalogText.normalized(text)
    if text.isEmpty { return }
    let number = NumberText.number(text, underscores: true)
    switch values {
    case .numbers(var numbers):
      guard let number, numbers.contains(where: \.isNaN) else { return }
      isDefault = numbers.map(\.isNaN)
      for row in numbers.indices where numbers[row].isNaN { numbers[row] = number }
      values = .numbers(numbers)
    case .text(let codes, let known):
      if known.isEmpty, let number, canonical == nil || canonical?.kind == .number {
        isDefault = codes.map { $0 < 0 }
        values = .numbers([Double](repeating: number, count: codes.count))
        return
      }
      guard codes.contains(-1) else { return }
      isDefault = codes.map { $0 < 0 }
      let standing = known.firstIndex(of: text) ?? known.firstIndex { Spelling.areAlike($0, text) }
      let code = Int32(standing ?? known.count)
      values = .text(
        codes: codes.map { $0 < 0 ? code : $0 }, values: standing == nil ? known + [text] : known)
    case .tags(let codes, let sets):
      let tags = Tags.split(text, ofSeasons: canonical == .season)
      guard codes.contains(-1), !tags.isEmpty else { return }
      isDefault = codes.map { $0 < 0 }
      let standing = sets.firstIndex(of: tags)
      let code = Int32(standing ?? sets.count)
      values = .tags(codes: codes.map { $0 < 0 ? code : $0 }, sets: standing == nil ? sets + [tags] : sets)
    }
  }
}
