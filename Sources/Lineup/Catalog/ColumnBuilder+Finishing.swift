extension ColumnBuilder {
  /// The distinct ids, which of them each row has, and where to find them. Takes the cells away.
  mutating func finishIDs() -> (ids: [String], codes: [Int32], dictionary: ByteDictionary) {
    var ids: [String] = []
    ids.reserveCapacity(dictionary.count)
    dictionary.forEach { ids.append(String(decoding: $0, as: UTF8.self)) }
    let dictionary = dictionary
    self.dictionary = ByteDictionary()
    let rows = codes.unpacked()
    codes = PackedCodes()
    return (ids, rows, dictionary)
  }

  /// The column as it is read, row by row. Takes the cells away.
  /// - Parameters:
  ///   - ids: the distinct ids.
  ///   - idCodes: which of them each row has.
  mutating func finish(rows: Int, ids: [String], codes idCodes: [Int32]) -> CatalogColumn {
    pad(to: rows)
    let values: ColumnValues
    switch kind {
    case .ids: values = .text(codes: idCodes, values: ids)
    case .numbers: values = .numbers(takenNumbers())
    case .undecided where filledCells > 0: values = .numbers(takenNumbers())
    case .undecided: values = .text(codes: [Int32](repeating: -1, count: rows), values: [])
    case .text: values = finishText()
    case .tags: values = finishTags()
    }
    written = WrittenNumbers()
    dictionary = ByteDictionary()
    return CatalogColumn(
      name: plan.name, header: plan.header, canonical: plan.canonical, values: values,
      emptyCells: rows - filledCells, isDefault: nil, reading: reading, question: question,
      hasNumbers: wereNumbers > 0)
  }

  private mutating func takenNumbers() -> [Double] {
    defer { numbers = PackedNumbers() }
    return numbers.unpacked()
  }

  private mutating func takenCodes() -> [Int32] {
    defer { codes = PackedCodes() }
    return codes.unpacked()
  }

  private mutating func finishText() -> ColumnValues {
    var codes = takenCodes()
    var values: [String] = []
    values.reserveCapacity(dictionary.count)
    var needsMerging = false
    dictionary.drain { bytes in
      values.append(CatalogText.string(bytes))
      needsMerging = needsMerging || !CatalogText.isNormalized(bytes)
    }
    if repairTexts(&values, &codes) { needsMerging = true }
    if needsMerging { merge(&values, &codes) }
    if plan.canonical == nil { noteStrayText(among: values, codes) }
    return .text(codes: codes, values: values)
  }

  private mutating func finishTags() -> ColumnValues {
    var codes = takenCodes()
    var texts: [String] = []
    texts.reserveCapacity(dictionary.count)
    dictionary.drain { texts.append(CatalogText.string($0)) }
    _ = repairTexts(&texts, &codes)
    var sets = texts.map { text in
      let tags = Tags.split(text, ofSeasons: plan.canonical == .season)
      if plan.spellings.isEmpty { return tags }
      return tags.reduce(into: []) { known, tag in
        let value = plan.spellings[tag] ?? tag
        if value != tag { usedSpellings.insert(tag) }
        if !known.contains(value) { known.append(value) }
      }
    }
    merge(&sets, &codes)
    if let empty = sets.firstIndex(of: []) {
      let missing = Int32(empty)
      for row in codes.indices where codes[row] == missing {
        codes[row] = -1
        filledCells -= 1
      }
    }
    return .tags(codes: codes, sets: sets)
  }

  /// Puts values for their spellings and takes away what says that there is nothing; whether anything
  /// changed. Works on distinct values, and on rows only where one of them changes.
  private mutating func repairTexts(_ values: inout [String], _ codes: inout [Int32]) -> Bool {
    var isMissing = [Bool](repeating: false, count: values.count)
    var isMapped = [Bool](repeating: false, count: values.count)
    let written = values
    for code in values.indices {
      if let value = plan.spellings[values[code]] {
        usedSpellings.insert(values[code])
        isMapped[code] = value != values[code]
        values[code] = value
      } else {
        isMissing[code] = values[code].withUTF8 { MissingWords.contains($0) }
      }
    }
    guard isMissing.contains(true) || isMapped.contains(true) else { return false }
    for row in codes.indices where codes[row] >= 0 {
      let code = Int(codes[row])
      if isMissing[code] {
        repairs.missing.add(row: row) { .init(written: written[code], read: nil) }
        codes[row] = -1
        filledCells -= 1
      } else if isMapped[code] {
        repairs.mapped.add(row: row) { .init(written: written[code], read: values[code]) }
      }
    }
    // A value that no row has any more is none that rules could ask for.
    var codeOf = [Int32](repeating: -1, count: values.count)
    var kept: [String] = []
    for code in values.indices where !isMissing[code] {
      codeOf[code] = Int32(kept.count)
      kept.append(values[code])
    }
    values = kept
    for row in codes.indices where codes[row] >= 0 { codes[row] = codeOf[Int(codes[row])] }
    return true
  }

  /// Notes where text stands among numbers, so that a column that should be numeric is seen.
  private mutating func noteStrayText(among values: [String], _ codes: [Int32]) {
    guard wereNumbers > 0 else { return }
    let isNumber = values.map { value in
      var value = value
      return value.withUTF8 {
        NumberText.number($0) != nil || AmountText.read($0, isOwnColumn: true) != nil
      }
    }
    guard isNumber.count(where: \.self) * 2 >= isNumber.count else { return }
    for row in codes.indices where codes[row] >= 0 && !isNumber[Int(codes[row])] {
      repairs.mostlyNumbers.add(row: row) { .init(written: values[Int(codes[row])], read: nil) }
    }
  }

  /// Leaves one of each equal value, in the order they came.
  private func merge<Value: Hashable>(_ values: inout [Value], _ codes: inout [Int32]) {
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
}
