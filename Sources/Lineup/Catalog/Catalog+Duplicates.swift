extension Catalog {
  /// The catalog with one row for each SPU.
  ///
  /// - Parameter codes: The number of each row's SPU; `spus` has them in that order.
  /// - Complexity: O(rows x columns).
  func merged(codes: [Int32], _ policy: DuplicatePolicy) -> Catalog {
    let stock = policy == .bestStock ? numbers(.stock) : nil
    var rowOfCode = [Int](repeating: -1, count: spus.count)
    for (row, code) in codes.enumerated() {
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
    let ids = kept.map { spus[Int(codes[$0])] }
    var rowsBySPU = ByteDictionary()
    for id in ids {
      var id = id
      id.withUTF8 { _ = rowsBySPU.insert($0) }
    }
    return Catalog(
      source: source, spus: ids, lines: kept.map { lines[$0] },
      columns: columns.map { $0.canonical == .spu ? $0.holding(ids) : $0.keeping(kept) },
      unusedHeaders: unusedHeaders, notes: notes, rowsBySPU: rowsBySPU, columnsByName: columnsByName)
  }

  private static func amount(_ numbers: [Double]?, _ row: Int) -> Double {
    guard let number = numbers?[row], !number.isNaN else { return -.infinity }
    return number
  }
}

extension CatalogColumn {
  /// The column with these rows alone.
  fileprivate func keeping(_ rows: [Int]) -> CatalogColumn {
    let kept: ColumnValues
    var empty = 0
    switch values {
    case .text(let codes, let values):
      kept = .text(codes: rows.map { codes[$0] }, values: values)
      empty = rows.count { codes[$0] < 0 }
    case .tags(let codes, let sets):
      kept = .tags(codes: rows.map { codes[$0] }, sets: sets)
      empty = rows.count { codes[$0] < 0 }
    case .numbers(let numbers):
      kept = .numbers(rows.map { numbers[$0] })
      empty = rows.count { numbers[$0].isNaN }
    }
    return CatalogColumn(
      name: name, header: header, canonical: canonical, values: kept,
      emptyCells: max(empty, header == nil ? rows.count : 0))
  }

  /// The column of ids.
  fileprivate func holding(_ ids: [String]) -> CatalogColumn {
    CatalogColumn(
      name: name, header: header, canonical: canonical,
      values: .text(codes: ids.indices.map(Int32.init), values: ids), emptyCells: 0)
  }
}
