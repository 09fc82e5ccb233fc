import Optimization

extension CatalogRows {
  /// Makes one row of the rows of each style.
  mutating func mergeStyles() {
    reportMissingIDs()
    guard !codes.isEmpty else { return }
    var groups = styleGroups()
    let equalRows = leaveOutEqualRows(&groups)
    if groups.count == count - equalRows, !(settings.onDuplicate?.changesSingleRows ?? false) {
      keepStyles(groups, groups.ofRow.indices.filter { groups.ofRow[$0] >= 0 })
      return
    }
    var firstRows = [Int](repeating: -1, count: groups.count)
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && firstRows[Int(group)] < 0 {
      firstRows[Int(group)] = row
    }
    let asked = askedWays()
    let differences = differences(groups, firstRows, besides: Set(asked.keys))
    guard let policy = settings.onDuplicate else {
      reportRepeatedIDs(groups, firstRows, differences)
      keepStyles(groups, firstRows)
      return
    }
    if groups.count < count - equalRows {
      notes.append(
        CatalogNote(
          .duplicates(policy, styles: groups.count), column: "spu", count: count - equalRows - groups.count,
          lines: place.lines(of: repeatedRows(groups, firstRows))))
    }
    for (position, difference) in differences {
      notes.append(
        CatalogNote(
          .rowsDiffer(spu: difference.spu, policy), column: columns[position].label, count: difference.styles,
          lines: difference.lines, example: difference.example))
    }
    var chosen = firstRows
    switch policy {
    case .bestStock:
      chosen = bestRows(groups, firstRows)
    case .last:
      for (row, group) in groups.ofRow.enumerated() where group >= 0 { chosen[Int(group)] = row }
    case .first, .ways: break
    }
    let usual: DuplicateWay = policy == .last ? .last : .first
    var columns = columns
    columns.withUnsafeMutableBufferPointer { columns in
      IndependentTasks.perform(columns.count, areSmall: count < 5000) { position in
        if columns[position].canonical == .spu { return }
        let gathered = columns[position].gathered(asked[position] ?? usual, groups)
        columns[position] =
          policy == .bestStock ? columns[position].keeping(chosen).filled(from: gathered) : gathered
      }
    }
    self.columns = columns
    finishStyles(groups, firstRows: firstRows, lineRows: chosen)
  }

  // MARK: Groups

  /// The rows of each style, the styles in the order of their first rows.
  private func styleGroups() -> RowGroups {
    var numbers = [Int32](repeating: -1, count: ids.count)
    var count: Int32 = 0
    let ofRow = codes.map { code -> Int32 in
      if code < 0 { return -1 }
      if numbers[Int(code)] < 0 {
        numbers[Int(code)] = count
        count += 1
      }
      return numbers[Int(code)]
    }
    return RowGroups(ofRow: ofRow, count: Int(count))
  }

  /// Counts rows that are equal in every cell once: the others then are of no group.
  /// - Returns: How many are left out.
  private mutating func leaveOutEqualRows(_ groups: inout RowGroups) -> Int {
    guard !settings.keepsEqualRows, hashes.count == count else { return 0 }
    defer { hashes = [] }
    var sizes = [Int32](repeating: 0, count: groups.count)
    for group in groups.ofRow where group >= 0 { sizes[Int(group)] += 1 }
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    // Rows by their hashes; the place of a row plus one, 0 where the slot is free.
    var slots = [Int32](repeating: 0, count: capacity)
    var equal: [Int] = []
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && sizes[Int(group)] > 1 {
      func isOther(_ known: Int) -> Bool {
        hashes[known] != hashes[row] || groups.ofRow[known] != group
      }
      var slot = hashes[row].slot(of: capacity)
      while slots[slot] != 0, isOther(Int(slots[slot]) - 1) { slot = (slot + 1) & (capacity - 1) }
      if slots[slot] != 0 { equal.append(row) } else { slots[slot] = Int32(row + 1) }
    }
    guard !equal.isEmpty else { return 0 }
    var summed: [String] = []
    for (position, way) in askedWays().sorted(by: { $0.key < $1.key }) where way == .sum {
      guard case .numbers(let numbers) = columns[position].values else { continue }
      let held = equal.reduce(0.0) { $0 + (numbers[$1].isNaN ? 0 : numbers[$1]) }
      summed.append("\(columns[position].name) \(FigureText.number(held))")
    }
    flow.equalRows = equal.count
    notes.append(
      CatalogNote(
        .equalRows(summed), count: equal.count, lines: place.lines(of: equal.prefix(3))))
    for row in equal { groups.ofRow[row] = -1 }
    return equal.count
  }

  /// The row of each style with the most stock, of equals the first.
  private func bestRows(_ groups: RowGroups, _ firstRows: [Int]) -> [Int] {
    guard let stock = numbers(.stock) else { return firstRows }
    var best = firstRows
    func amount(_ row: Int) -> Double { stock[row].isNaN ? -.infinity : stock[row] }
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && amount(row) > amount(best[Int(group)]) {
      best[Int(group)] = row
    }
    return best
  }

  /// The first few rows whose style came before.
  private func repeatedRows(_ groups: RowGroups, _ firstRows: [Int]) -> [Int] {
    var rows: [Int] = []
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && firstRows[Int(group)] != row {
      rows.append(row)
      if rows.count == 3 { break }
    }
    return rows
  }

  /// The ways that the scenario asks for by column.
  private mutating func askedWays() -> [Int: DuplicateWay] {
    guard case .ways(let ways)? = settings.onDuplicate else { return [:] }
    var asked: [Int: DuplicateWay] = [:]
    for entry in ways {
      guard let position = position(of: entry.column), columns[position].header != nil else {
        let isKnown = position(of: entry.column) != nil || isOfTables(entry.column)
        if let location = entry.location, !isKnown {
          problems.addOnce(
            Problem(.unknownAttribute(entry.column, known: columns.map(\.name)), at: location))
        }
        continue
      }
      if let problem = problem(entry, columns[position]) {
        problems.addOnce(problem)
        continue
      }
      asked[position] = entry.way
    }
    return asked
  }

  private func isOfTables(_ name: String) -> Bool {
    settings.tables.contains {
      $0.columns.contains { HeaderName.normalized($0.name) == HeaderName.normalized(name) }
    }
  }

  private func problem(_ entry: DuplicatePolicy.ColumnWay, _ column: CatalogColumn) -> Problem? {
    guard let location = entry.location else { return nil }
    if column.canonical == .spu {
      return Problem(
        .keysExclude("spu", "on_duplicate", advice: "the id is what rows of one style share; take it out"),
        at: location)
    }
    if entry.way.isOfNumbers || entry.way == .least || entry.way == .greatest {
      if case .numbers = column.values { return nil }
      if let question = column.question { return question }
      if column.isDays, !entry.way.isOfNumbers { return nil }
      if column.emptyCells == count { return nil }
      let example = (0..<count).lazy.compactMap { column.values.text(row: $0) }.first {
        NumberText.number($0) == nil
      }
      return Problem(.notNumeric(attribute: entry.column, example: example), at: location)
    }
    if entry.way == .list, column.canonical?.kind == .number {
      return Problem(.cannotBeTags(entry.column), at: location)
    }
    return nil
  }

  // MARK: Differences

  /// How the rows of styles differ in a column.
  struct Difference: Sendable {
    var styles = 0
    var spu = ""
    var lines: [FileLine] = []
    var example: CatalogNote.Example?
  }

  /// The columns in which filled cells of one style differ and for which no way was asked.
  private func differences(
    _ groups: RowGroups, _ firstRows: [Int], besides asked: Set<Int>
  ) -> [(position: Int, difference: Difference)] {
    var found = [Difference?](repeating: nil, count: columns.count)
    found.withUnsafeMutableBufferPointer { found in
      IndependentTasks.perform(columns.count, areSmall: count < 5000) { position in
        if columns[position].canonical == .spu || asked.contains(position) || columns[position].header == nil
        {
          return
        }
        found[position] = difference(of: columns[position].values, groups)
      }
    }
    return found.enumerated().compactMap { position, difference in
      difference.map { (position, $0) }
    }
  }

  private func difference(of values: ColumnValues, _ groups: RowGroups) -> Difference? {
    var firstFilled = [Int32](repeating: -1, count: groups.count)
    var isCounted = [Bool](repeating: false, count: groups.count)
    var difference = Difference()
    func look(_ row: Int, _ group: Int, _ isEqual: (Int) -> Bool) {
      if firstFilled[group] < 0 {
        firstFilled[group] = Int32(row)
      } else if !isCounted[group], !isEqual(Int(firstFilled[group])) {
        isCounted[group] = true
        difference.styles += 1
        if difference.styles == 1 {
          let first = Int(firstFilled[group])
          difference.spu = ids[Int(codes[row])]
          difference.lines = place.lines(of: [first, row])
          difference.example = .init(written: values.shown(row: first), read: values.shown(row: row))
        }
      }
    }
    switch values {
    case .text(let codes, _), .tags(let codes, _):
      for (row, group) in groups.ofRow.enumerated() where group >= 0 && codes[row] >= 0 {
        look(row, Int(group)) { codes[$0] == codes[row] }
      }
    case .numbers(let numbers):
      for (row, group) in groups.ofRow.enumerated() where group >= 0 && !numbers[row].isNaN {
        look(row, Int(group)) { numbers[$0] == numbers[row] }
      }
    }
    return difference.styles > 0 ? difference : nil
  }

  // MARK: Problems

  private mutating func reportMissingIDs() {
    guard !codes.isEmpty else { return }
    for row in 0..<count where codes[row] < 0 {
      guard problems.add(.rowWithoutID, at: location(ofRow: row), limit: .max) else { return }
    }
  }

  private mutating func reportRepeatedIDs(
    _ groups: RowGroups, _ firstRows: [Int], _ differences: [(position: Int, difference: Difference)]
  ) {
    let names = differences.map { columns[$0.position].name }
    let hasStock = columns.contains { $0.canonical == .stock && $0.header != nil }
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && firstRows[Int(group)] != row {
      // Damaged ids are told once for all, not as repeated.
      let id = ids[Int(codes[row])]
      var text = id
      if text.withUTF8(ScientificID.matches) { continue }
      let first = firstRows[Int(group)]
      let piece = pieces.name(ofRow: origin(first), unlike: origin(row))
      let kind = Problem.Kind.duplicateSPU(
        id, piece: piece, firstLine: Int(lines[first]), differ: names, hasStock: hasStock)
      guard problems.add(kind, at: location(ofRow: row), limit: .max) else { return }
    }
  }

  // MARK: Styles

  private mutating func keepStyles(_ groups: RowGroups, _ rows: [Int]) {
    var columns = columns
    let isWhole = rows.count == count
    if !isWhole {
      columns.withUnsafeMutableBufferPointer { columns in
        IndependentTasks.perform(columns.count, areSmall: count < 5000) { position in
          if columns[position].canonical != .spu { columns[position] = columns[position].keeping(rows) }
        }
      }
    }
    self.columns = columns
    finishStyles(groups, firstRows: rows, lineRows: rows)
  }

  /// Puts ids and lines of styles in place of those of rows.
  private mutating func finishStyles(_ groups: RowGroups, firstRows: [Int], lineRows: [Int]) {
    ids = firstRows.map { ids[Int(codes[$0])] }
    lines = lineRows.map { lines[$0] }
    origins = pieces.areSeveral ? lineRows.map { Int32(origin($0)) } : nil
    codes = []
    hashes = []
    rowsBySPU = ByteDictionary()
    for id in ids {
      var id = id
      id.withUTF8 { _ = rowsBySPU.insert($0) }
    }
    if let position = columns.firstIndex(where: { $0.canonical == .spu }) {
      columns[position].values = .text(codes: ids.indices.map(Int32.init), values: ids)
      columns[position].emptyCells = 0
    }
  }
}

extension ColumnValues {
  /// The cell of a row for people.
  fileprivate func shown(row: Int) -> String {
    if case .numbers(let numbers) = self { return plain(numbers[row]) }
    return text(row: row) ?? ""
  }
}

extension CatalogColumn {
  /// The column with its missing cells from another.
  func filled(from other: CatalogColumn) -> CatalogColumn {
    var column = self
    column.values = values.filled(from: other.values)
    column.emptyCells = column.values.emptyCells
    return column
  }
}

extension ColumnValues {
  /// The cells as text.
  var asText: ColumnValues {
    guard case .numbers(let numbers) = self else {
      if case .tags(let codes, let sets) = self {
        return .text(codes: codes, values: sets.map { $0.joined(separator: "|") })
      }
      return self
    }
    var values: [String] = []
    let codes = numbers.map { number -> Int32 in
      if number.isNaN { return -1 }
      values.append(plain(number))
      return Int32(values.count - 1)
    }
    return ColumnValues.text(codes: codes, values: values).merged()
  }

  /// The cells with missing ones from others; as text where the two are of different kinds.
  fileprivate func filled(from other: ColumnValues) -> ColumnValues {
    func joined(_ codes: [Int32], _ others: [Int32], behind count: Int) -> [Int32] {
      zip(codes, others).map { $0 >= 0 ? $0 : $1 >= 0 ? $1 + Int32(count) : -1 }
    }
    switch (self, other) {
    case (.numbers(let own), .numbers(let others)):
      return .numbers(zip(own, others).map { $0.isNaN ? $1 : $0 })
    case (.text(let codes, let values), .text(let others, let more)):
      return ColumnValues.text(codes: joined(codes, others, behind: values.count), values: values + more)
        .merged().inUse()
    case (.tags(let codes, let sets), .tags(let others, let more)):
      return ColumnValues.tags(codes: joined(codes, others, behind: sets.count), sets: sets + more)
        .merged().inUse()
    default: return asText.filled(from: other.asText)
    }
  }
}
