/// Rows that become one: those of a style.
struct RowGroups: Sendable {
  /// The group of each row; -1 for rows of none.
  var ofRow: [Int32]
  var count: Int
}

extension CatalogColumn {
  /// The column with one cell for each group of rows.
  /// - Complexity: O(rows).
  func gathered(_ way: DuplicateWay, _ groups: RowGroups) -> CatalogColumn {
    var column = self
    column.values = values.gathered(way, groups)
    if way == .list || way == .count || way == .mean { column.isDays = false }
    column.emptyCells = column.values.emptyCells
    return column
  }
}

extension ColumnValues {
  /// How many cells are missing.
  var emptyCells: Int {
    switch self {
    case .text(let codes, _), .tags(let codes, _): codes.count { $0 < 0 }
    case .numbers(let numbers): numbers.count(where: \.isNaN)
    }
  }

  fileprivate func gathered(_ way: DuplicateWay, _ groups: RowGroups) -> ColumnValues {
    switch (self, way) {
    case (_, .count): return .numbers(distinctCounts(groups))
    case (_, .list): return lists(groups)
    case (.numbers(let numbers), _): return .numbers(Self.gathered(numbers, way, groups))
    case (.text(let codes, let values), .least), (.text(let codes, let values), .greatest):
      var best = [Int32](repeating: -1, count: groups.count)
      let order = values.indices.sorted { values[$0] < values[$1] }
      var rank = [Int](repeating: 0, count: values.count)
      for (place, code) in order.enumerated() { rank[code] = place }
      for (row, group) in groups.ofRow.enumerated() where group >= 0 && codes[row] >= 0 {
        let known = best[Int(group)]
        let isBetter =
          known < 0
          || (way == .least
            ? rank[Int(codes[row])] < rank[Int(known)] : rank[Int(codes[row])] > rank[Int(known)])
        if isBetter { best[Int(group)] = codes[row] }
      }
      return ColumnValues.text(codes: best, values: values).inUse()
    case (.text(let codes, let values), _):
      return ColumnValues.text(codes: Self.gathered(codes, way, groups), values: values).inUse()
    case (.tags(let codes, let sets), _):
      return ColumnValues.tags(codes: Self.gathered(codes, way, groups), sets: sets).inUse()
    }
  }

  private static func gathered(_ codes: [Int32], _ way: DuplicateWay, _ groups: RowGroups) -> [Int32] {
    var chosen = [Int32](repeating: -1, count: groups.count)
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && codes[row] >= 0 {
      if way == .last || chosen[Int(group)] < 0 { chosen[Int(group)] = codes[row] }
    }
    return chosen
  }

  private static func gathered(_ numbers: [Double], _ way: DuplicateWay, _ groups: RowGroups) -> [Double] {
    var found = [Double](repeating: .nan, count: groups.count)
    var counts = way == .mean ? [Int32](repeating: 0, count: groups.count) : []
    for (row, group) in groups.ofRow.enumerated() where group >= 0 {
      let number = numbers[row]
      if number.isNaN { continue }
      let group = Int(group)
      let known = found[group]
      if way == .mean { counts[group] += 1 }
      if known.isNaN {
        found[group] = number
        continue
      }
      switch way {
      case .sum, .mean: found[group] = known + number
      case .least: if number < known { found[group] = number }
      case .greatest: if number > known { found[group] = number }
      case .last: found[group] = number
      case .first, .list, .count: break
      }
    }
    if way == .mean {
      for group in found.indices where counts[group] > 1 { found[group] /= Double(counts[group]) }
    }
    return found
  }

  /// How many distinct values each group has; missing where it has no row.
  private func distinctCounts(_ groups: RowGroups) -> [Double] {
    var counts = [Double](repeating: .nan, count: groups.count)
    let (codes, sets, _) = distinct
    var seen: Set<UInt64> = []
    for (row, group) in groups.ofRow.enumerated() where group >= 0 {
      if counts[Int(group)].isNaN { counts[Int(group)] = 0 }
      if codes[row] < 0 { continue }
      for value in sets[Int(codes[row])] {
        if seen.insert(UInt64(group) << 32 | UInt64(value)).inserted { counts[Int(group)] += 1 }
      }
    }
    return counts
  }

  /// The distinct values of each group as tags, in their order.
  private func lists(_ groups: RowGroups) -> ColumnValues {
    let (codes, sets, values) = distinct
    var members = [[Int32]](repeating: [], count: groups.count)
    for (row, group) in groups.ofRow.enumerated() where group >= 0 && codes[row] >= 0 {
      for value in sets[Int(codes[row])] where !members[Int(group)].contains(Int32(value)) {
        members[Int(group)].append(Int32(value))
      }
    }
    var codeOfSet: [[Int32]: Int32] = [:]
    var distinctSets: [[String]] = []
    let listed = members.map { set -> Int32 in
      if set.isEmpty { return -1 }
      if let code = codeOfSet[set] { return code }
      let code = Int32(distinctSets.count)
      codeOfSet[set] = code
      distinctSets.append(set.map { values[Int($0)] })
      return code
    }
    return .tags(codes: listed, sets: distinctSets)
  }

  /// Each cell as a set of values: its code, the values of each code, and the texts of the values.
  private var distinct: (codes: [Int32], sets: [[Int]], values: [String]) {
    switch self {
    case .text(let codes, let values): return (codes, values.indices.map { [$0] }, values)
    case .tags(let codes, let sets):
      let index = ValueIndex(sets: sets)
      return (codes, index.valuesOfCode.map { $0.map(Int.init) }, index.values)
    case .numbers(let numbers):
      var codeOf: [Double: Int32] = [:]
      var distinct: [Double] = []
      let codes = numbers.map { number -> Int32 in
        if number.isNaN { return -1 }
        if let code = codeOf[number] { return code }
        let code = Int32(distinct.count)
        codeOf[number] = code
        distinct.append(number)
        return code
      }
      return (codes, distinct.indices.map { [$0] }, distinct.map(plain))
    }
  }

  /// Without values that no cell has, which rules could not ask for; the others in the order of cells.
  func inUse() -> ColumnValues {
    switch self {
    case .text(let codes, let values):
      let (codes, values) = Self.inUse(codes, values)
      return .text(codes: codes, values: values)
    case .tags(let codes, let sets):
      let (codes, sets) = Self.inUse(codes, sets)
      return .tags(codes: codes, sets: sets)
    case .numbers: return self
    }
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

  /// With one of each equal value, in the order they came.
  func merged() -> ColumnValues {
    switch self {
    case .text(let codes, let values):
      let (codes, values) = Self.merged(codes, values)
      return .text(codes: codes, values: values)
    case .tags(let codes, let sets):
      let (codes, sets) = Self.merged(codes, sets)
      return .tags(codes: codes, sets: sets)
    case .numbers: return self
    }
  }

  private static func merged<Value: Hashable>(_ codes: [Int32], _ values: [Value]) -> ([Int32], [Value]) {
    var codeOf: [Value: Int32] = [:]
    var distinct: [Value] = []
    let renamed = values.map { value -> Int32 in
      if let code = codeOf[value] { return code }
      let code = Int32(distinct.count)
      codeOf[value] = code
      distinct.append(value)
      return code
    }
    if distinct.count == values.count { return (codes, values) }
    return (codes.map { $0 < 0 ? -1 : renamed[Int($0)] }, distinct)
  }

  /// The cells of some rows, in their order.
  func keeping(_ rows: [Int]) -> ColumnValues {
    switch self {
    case .text(let codes, let values):
      ColumnValues.text(codes: rows.map { codes[$0] }, values: values).inUse()
    case .tags(let codes, let sets): ColumnValues.tags(codes: rows.map { codes[$0] }, sets: sets).inUse()
    case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
    }
  }
}

extension CatalogColumn {
  /// The column with these rows alone.
  func keeping(_ rows: [Int]) -> CatalogColumn {
    var column = self
    column.values = values.keeping(rows)
    column.isDefault = isDefault.map { isDefault in rows.map { isDefault[$0] } }
    column.emptyCells = header == nil ? rows.count : column.values.emptyCells
    return column
  }
}
