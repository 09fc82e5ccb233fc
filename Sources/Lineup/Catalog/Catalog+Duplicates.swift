extension Catalog {
  /// The catalog with one row for each SPU.
  ///
  /// - Parameter codes: The number of each row's SPU; `spus` has them in that order. Rows with -1 go.
  /// - Complexity: O(rows x columns).
  func merged(codes: [Int32], _ policy: DuplicatePolicy) -> Catalog {
    let stock = policy == .bestStock ? numbers(.stock) : nil
    var rowOfCode = [Int](repeating: -1, count: spus.count)
    for (row, code) in codes.enumerated() where code >= 0 {
      let known = rowOfCode[Int(code)]
      let isBetter: Bool
      switch policy {
      case .first: isBetter = known < 0
      case .last: isBetter = true
      case .bestStock:
        isBetter = known < 0 || Self.amount(stock, row) > Self.amount(stock, known)
      }
      if isBetter { rowOfCode[Int(code)] = row }
    }
    let kept = rowOfCode.sorted()
    return keeping(kept, ids: kept.map { spus[Int(codes[$0])] })
  }

  /// The catalog with its rows in another order. Where rows share an SPU the ids keep their codes: such a
  /// catalog is then merged.
  func ordered(_ order: [Int]) -> Catalog {
    if spus.count == lines.count { return keeping(order, ids: order.map { spus[$0] }) }
    return Catalog(
      source: source, spus: spus, lines: order.map { lines[$0] }, columns: columns.map { $0.keeping(order) },
      unusedHeaders: unusedHeaders, notes: notes, rowsBySPU: rowsBySPU, columnsByName: columnsByName)
  }

  /// The catalog of some rows, whose ids are all different.
  private func keeping(_ rows: [Int], ids: [String]) -> Catalog {
    var rowsBySPU = ByteDictionary()
    for id in ids {
      var id = id
      id.withUTF8 { _ = rowsBySPU.insert($0) }
    }
    return Catalog(
      source: source, spus: ids, lines: rows.map { lines[$0] },
      columns: columns.map { $0.canonical == .spu ? $0.holding(ids) : $0.keeping(rows) },
      unusedHeaders: unusedHeaders, notes: notes, rowsBySPU: rowsBySPU, columnsByName: columnsByName)
  }

  private static func amount(_ numbers: [Double]?, _ row: Int) -> Double {
    guard let number = numbers?[row], !number.isNaN else { return -.infinity }
    return number
  }
}

extension CatalogColumn {
  /// The column with these rows alone; values that no row has any more are none that rules could ask for.
  fileprivate func keeping(_ rows: [Int]) -> CatalogColumn {
    let kept: ColumnValues
    var isMissing: (Int) -> Bool
    switch values {
    case .text(let codes, let values):
      let (codes, values) = Self.inUse(rows.map { codes[$0] }, values)
      kept = .text(codes: codes, values: values)
      isMissing = { codes[$0] < 0 }
    case .tags(let codes, let sets):
      let (codes, sets) = Self.inUse(rows.map { codes[$0] }, sets)
      kept = .tags(codes: codes, sets: sets)
      isMissing = { codes[$0] < 0 }
    case .numbers(let numbers):
      let numbers = rows.map { numbers[$0] }
      kept = .numbers(numbers)
      isMissing = { numbers[$0].isNaN }
    }
    let isDefault = isDefault.map { isDefault in rows.map { isDefault[$0] } }
    if let isDefault { isMissing = { isDefault[$0] } }
    return CatalogColumn(
      name: name, header: header, canonical: canonical, values: kept,
      emptyCells: header == nil ? rows.count : rows.indices.count(where: isMissing), isDefault: isDefault,
      reading: reading, question: question)
  }

  /// The values that some row has, in the order in which rows have them, and the rows' codes.
  private static func inUse<Value>(_ codes: [Int32], _ values: [Value]) -> (codes: [Int32], values: [Value]) {
    var codeOf = [Int32](repeating: -1, count: values.count)
    var kept: [Value] = []
    let codes = codes.map { code -> Int32 in
      guard code >= 0 else { return -1 }
      if codeOf[Int(code)] < 0 {
        codeOf[Int(code)] = Int32(kept.count)
        kept.append(values[Int(code)])
      }
      return codeOf[Int(code)]
    }
    return (codes, kept)
  }

  /// The column of ids.
  fileprivate func holding(_ ids: [String]) -> CatalogColumn {
    CatalogColumn(
      name: name, header: header, canonical: canonical,
      values: .text(codes: ids.indices.map(Int32.init), values: ids), emptyCells: 0)
  }
}
