import Optimization

extension CatalogBuilder {
  /// The catalog of all rows.
  ///
  /// - Parameter tables: The tables that its settings name, read.
  /// - Throws: everything that is wrong with the rows.
  package consuming func finish(tables: [JoinTable] = []) throws(LineupError) -> Catalog {
    var rows = try finishRows()
    let hasIDs = idBuilder != nil
    let unused = plan.unused
    if hasIDs {
      if !settings.leaveOut.isEmpty { rows.findDays() }
      rows.leaveOut()
      report(faults, in: &rows)
      reportScientificIDs(&rows)
      rows.findNumbers()
      rows.findDays()
      rows.uniteSpellings()
      rows.mergeStyles()
      rows.noteStock()
      if rows.count > 0 { for table in tables { rows.join(table) } }
      rows.fillDefaults()
    }
    let found = rows.problems.problems
    let catalog = hasIDs ? rows.catalog(unused: unused) : nil
    if found.isEmpty, rows.count == 0 { throw LineupError(.noRows, at: place) }
    if found.isEmpty, let catalog { return try catalog.withinLimits() }
    var error = LineupError(found)
    error.readable = catalog.map { .catalog($0) }
    throw error
  }

  /// The rows of a table beside the catalog.
  /// - Throws: everything that is wrong with them.
  package consuming func finishTable() throws(LineupError) -> JoinTable {
    let table = settings.table
    let id = idBuilder
    var rows = try finishRows()
    guard let table, id != nil else { throw LineupError(rows.problems.problems) }
    rows.findDays()
    var flow = CatalogFlow.Table(name: table.name, file: source)
    flow.rows = rows.flow.rows
    if !table.condition.clauses.isEmpty {
      do throws(LineupError) {
        let scope = try rows.scopes([table.condition])[0]
        let kept = (0..<rows.count).filter { scope.contains(row: $0) }
        flow.notChosen = rows.count - kept.count
        rows.keep(kept)
      } catch {
        rows.problems.add(error.problems)
      }
    }
    report(faults, in: &rows)
    if !rows.problems.isEmpty { throw LineupError(rows.problems.problems) }
    return JoinTable(
      settings: table, source: source, keys: rows.ids,
      codes: rows.codes.isEmpty ? rows.lines.indices.map(Int32.init) : rows.codes, place: rows.place,
      columns: rows.columns, columnsByName: rows.columnsByName, notes: rows.notes, flow: flow)
  }

  /// The rows as columns of cells.
  mutating func finishRows() throws(LineupError) -> CatalogRows {
    let order = try takeTitlesAsRows()
    problems.add(settleNumbers())
    var codes: [Int32] = []
    var ids: [String] = []
    var dictionary = ByteDictionary()
    if let idBuilder {
      builders[idBuilder].pad(to: lines.count)
      (ids, codes, dictionary) = builders[idBuilder].finishIDs()
    }
    let columns = finishColumns(ids: ids, codes: codes)
    var rows = CatalogRows(
      source: source, settings: settings, pieces: pieces, lines: lines, origins: nil, columns: columns,
      columnsByName: plan.lookup, ids: ids, codes: codes, rowsBySPU: dictionary, hashes: hashes,
      notes: readerNotes + sieve.notes + columnNotes(), flow: CatalogFlow(), problems: problems)
    hashes = []
    let isOfOne =
      ids.count == lines.count && settings.leaveOut.isEmpty && settings.table == nil
      && !(settings.onDuplicate?.changesSingleRows ?? false)
    rows.flow.totals = sieve.counts.totals
    rows.flow.titles = sieve.counts.titles
    rows.flow.rows = lines.count + rows.flow.totals + rows.flow.titles
    if let stock = rows.numbers(.stock) {
      let sum = stock.reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
      rows.flow.stock = .init(inFiles: sum, used: sum)
    }
    if let order { rows.keep(order) }
    if isOfOne {
      // Each row is a style.
      if let order {
        rows.ids = order.map { ids[$0] }
        rows.rowsBySPU = ByteDictionary()
        for id in rows.ids {
          var id = id
          id.withUTF8 { _ = rows.rowsBySPU.insert($0) }
        }
        if let position = rows.columns.firstIndex(where: { $0.canonical == .spu }) {
          rows.columns[position].values = .text(codes: rows.ids.indices.map(Int32.init), values: rows.ids)
        }
      }
      rows.codes = []
      rows.hashes = []
    }
    return rows
  }

  /// Reports cells that are no numbers in rows that stay.
  private borrowing func report(_ faults: [Fault], in rows: inout CatalogRows) {
    if faults.isEmpty { return }
    let stayed = Set((0..<rows.count).map(rows.origin))
    for fault in faults where stayed.contains(fault.row) {
      let line = fault.row < lines.count ? Int(lines[fault.row]) : 0
      let place = pieces.location(ofRow: fault.row, line: line, source: source)
      if rows.problems.add(fault.kind, at: place, limit: Self.problemLimit + plan.problems.count) { continue }
      rows.problems.add([Problem(.moreProblems, at: SourceLocation(source: source))])
      return
    }
  }

  /// Reports ids of which a spreadsheet kept some digits only, in rows that stay.
  private borrowing func reportScientificIDs(_ rows: inout CatalogRows) {
    var codes: Set<Int32> = []
    var example: String?
    for (code, id) in rows.ids.enumerated() {
      var text = id
      if text.utf8.count < 5 || !text.withUTF8(ScientificID.matches) { continue }
      codes.insert(Int32(code))
      if example == nil { example = id }
    }
    guard let example else { return }
    var count = 0
    var places: [FileLine] = []
    var first: SourceLocation?
    for row in 0..<rows.count where codes.contains(rows.codes.isEmpty ? Int32(row) : rows.codes[row]) {
      count += 1
      if first == nil { first = rows.location(ofRow: row) }
      if places.count < 8 { places += rows.place.lines(of: [row]) }
    }
    if count == 0 { return }
    rows.problems.add([
      Problem(
        .scientificIDs(example: example, count: count, lines: places),
        at: first)
    ])
  }

  /// Reads cells that can be read in two ways, by column and file; what has to be asked.
  private mutating func settleNumbers() -> [Problem] {
    var file = FileMarks()
    for builder in builders.indices where builders[builder].isNumeric {
      file.add(builders[builder].marks, column: builders[builder].plan.label)
    }
    let rows = PlaceOfRows(source: source, lines: lines, pieces: pieces)
    let questions = builders.indices.compactMap { builder in
      builders[builder].settle(file, key: plan.key(of: builders[builder].plan), place: rows)
    }
    // A header that two columns read is asked about once.
    return questions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Where most rows have one cell, those are styles and no titles: takes them after all.
  ///
  /// - Returns: The order of the file by the rows as they were taken; `nil` where it is the same.
  private mutating func takeTitlesAsRows() throws(LineupError) -> [Int]? {
    let others = lines.count
    guard let titles = sieve.takeRows(rowCount: others) else { return nil }
    try appendStyles(titles.rows)
    var order: [Int] = []
    order.reserveCapacity(lines.count)
    var next = 0
    for (title, place) in titles.places.enumerated() {
      order.append(contentsOf: next..<place)
      next = place
      order.append(others + title)
    }
    order.append(contentsOf: next..<others)
    return order
  }

  private mutating func finishColumns(ids: [String], codes: [Int32]) -> [CatalogColumn] {
    addUp()
    let count = plan.columns.count
    var columns = [CatalogColumn?](repeating: nil, count: count)
    let rows = lines.count
    builders.withUnsafeMutableBufferPointer { builders in
      columns.withUnsafeMutableBufferPointer { columns in
        IndependentTasks.perform(count, areSmall: rows < 5000) { task in
          columns[task] = builders[task].finish(rows: rows, ids: ids, codes: codes)
        }
      }
    }
    return columns.compactMap(\.self)
  }

  /// Adds columns up to those that the scenario makes of them: a missing number counts 0, all missing is
  /// missing.
  private mutating func addUp() {
    let count = plan.columns.count
    let rows = lines.count
    for sum in 0..<count where plan.columns[sum].source?.making == .sum {
      var total = [Double](repeating: .nan, count: rows)
      for (addend, entry) in plan.addends.enumerated() where entry.sum == sum {
        builders[count + addend].pad(to: rows)
        guard builders[count + addend].kind == .numbers else { continue }
        var row = 0
        builders[count + addend].numbers.forEach { number in
          if !number.isNaN { total[row] = total[row].isNaN ? number : total[row] + number }
          row += 1
        }
        builders[count + addend].numbers = PackedNumbers()
      }
      builders[sum].takeNumbers(total)
    }
  }
}

extension CatalogRows {
  /// What the styles have of the stock that the files hold.
  mutating func noteStock() {
    guard flow.stock != nil, let stock = numbers(.stock) else { return }
    flow.stock?.used = stock.reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
  }

  /// Fills missing cells with `defaults`.
  mutating func fillDefaults() {
    for position in columns.indices {
      guard let canonical = columns[position].canonical, canonical != .spu,
        let fallback = settings.defaults.last(where: { $0.column == canonical })
      else { continue }
      columns[position].fill(fallback.text)
      if columns[position].header == nil { columns[position].isDefault = nil }
    }
  }

  /// The styles.
  consuming func catalog(unused: [UnusedHeader]) -> Catalog {
    flow.styles = count
    // A column that neither file nor table nor default has after all.
    var catalog = Catalog(
      source: source, spus: ids, lines: lines, columns: columns, unusedHeaders: unused, notes: notes,
      rowsBySPU: rowsBySPU, columnsByName: columnsByName)
    catalog.flow = flow
    catalog.pieces = pieces
    catalog.origins = origins
    return catalog
  }
}
