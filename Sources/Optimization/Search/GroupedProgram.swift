/// A program laid out for searching: columns sorted by group, every column in exactly one group, no free
/// rows, no dropped columns. The columns of group g are `groupStart[g]..<groupStart[g + 1]`.
struct GroupedProgram: Sendable {
  var objective: [Double] = []
  var columnStart: [Int] = [0]
  var rowIndex: [Int32] = []
  var coefficient: [Double] = []
  var groupStart: [Int] = [0]
  var group: [Int32] = []
  var lower: [Double] = []
  var upper: [Double] = []
  var penalty: [Double] = []
  /// Whether the row's activity is a whole number in every selection that counts.
  var isIntegral: [Bool] = []
  /// Whether the row's bounds let in selections that the given program refuses: that a row like this is met says nothing.
  var isLoose: [Bool] = []
  /// Whether columns that every row sees as the same may differ in what a row lets them miss.
  var hidesSums = false
  /// The column of the given program that each column stands for.
  var original: [Int32] = []
  /// Whether rows of `gainIntervals` are among its rows.
  var hasGainIntervals = false

  var columnCount: Int { objective.count }
  var rowCount: Int { lower.count }
  var groupCount: Int { groupStart.count - 1 }

  func columns(ofGroup group: Int) -> Range<Int> { groupStart[group]..<groupStart[group + 1] }
  func entries(of column: Int) -> Range<Int> { columnStart[column]..<columnStart[column + 1] }

  private init() {}

  init(_ reduced: ReducedProgram) {
    let program = reduced.program
    hidesSums = reduced.hidesSums
    var newRow = [Int32](repeating: -1, count: program.rowCount)
    for row in 0..<program.rowCount where !reduced.isFree(row) {
      newRow[row] = Int32(lower.count)
      lower.append(program.lower[row])
      upper.append(program.upper[row])
      penalty.append(program.penalty[row])
      isIntegral.append(reduced.isIntegral[row])
      isLoose.append(reduced.excess[row] > 0)
    }
    let order = Self.columnsByGroup(program, dropped: reduced.isDropped)
    reserveCapacity(columns: order.count, nonzeros: program.nonzeroCount)
    var lastGroup: Int32 = -1
    for slice in reduced.pace.slices(order.count) {
      for column in order[slice] {
        let given = program.group[Int(column)]
        if given < 0 || given != lastGroup || group.isEmpty {
          if !group.isEmpty { groupStart.append(group.count) }
          lastGroup = given
        }
        group.append(Int32(groupStart.count - 1))
        objective.append(program.objective[Int(column)])
        for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
          let row = newRow[Int(program.rowIndex[position])]
          if row >= 0, program.coefficient[position] != 0 {
            rowIndex.append(row)
            coefficient.append(program.coefficient[position])
          }
        }
        columnStart.append(rowIndex.count)
      }
    }
    if !group.isEmpty { groupStart.append(group.count) }
    original = Array(order[..<group.count])
  }

  /// The program with every row and column as it is given, its entries shared and not copied where columns
  /// come group by group, those without one last, as they do from a catalog.
  init(asGiven reduced: ReducedProgram) {
    let program = reduced.program
    guard Self.comesByGroup(program.group) else {
      self.init(reduced)
      return
    }
    self.init()
    objective = program.objective
    columnStart = program.columnStart
    rowIndex = program.rowIndex
    coefficient = program.coefficient
    lower = program.lower
    upper = program.upper
    penalty = program.penalty
    isIntegral = reduced.isIntegral
    isLoose = reduced.excess.map { $0 > 0 }
    hidesSums = reduced.hidesSums
    let count = program.columnCount
    original.reserveCapacity(count)
    group.reserveCapacity(count)
    groupStart = []
    groupStart.reserveCapacity(program.groupCount + 1)
    var last: Int32 = -1
    for slice in reduced.pace.slices(count, of: 1 << 18) {
      for column in slice {
        let given = program.group[column]
        if given < 0 || given != last {
          groupStart.append(column)
          last = given
        }
        group.append(Int32(groupStart.count - 1))
        original.append(Int32(column))
      }
    }
    // A pass that was stopped has one last group with what it did not see.
    groupStart.append(count)
  }

  private static func comesByGroup(_ group: [Int32]) -> Bool {
    var last: Int32 = 0
    for group in group {
      let next = group < 0 ? .max : group
      if next < last { return false }
      last = next
    }
    return true
  }

  /// The columns kept, by group, those without a group last.
  private static func columnsByGroup(_ program: Program, dropped: [Bool]) -> [Int32] {
    let freeBucket = program.groupCount
    var next = [Int](repeating: 0, count: program.groupCount + 2)
    func bucket(_ column: Int) -> Int {
      program.group[column] < 0 ? freeBucket : Int(program.group[column])
    }
    for column in 0..<program.columnCount where !dropped[column] { next[bucket(column) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var order = [Int32](repeating: 0, count: next[freeBucket + 1])
    for column in 0..<program.columnCount where !dropped[column] {
      order[next[bucket(column)]] = Int32(column)
      next[bucket(column)] += 1
    }
    return order
  }

  /// Says which columns the columns of the program that this was made of stood for.
  mutating func rename(_ names: [Int32]) {
    for column in original.indices { original[column] = names[Int(original[column])] }
  }

  private mutating func reserveCapacity(columns: Int, nonzeros: Int) {
    objective.reserveCapacity(columns)
    columnStart.reserveCapacity(columns + 1)
    group.reserveCapacity(columns)
    rowIndex.reserveCapacity(nonzeros)
    coefficient.reserveCapacity(nonzeros)
  }

  private mutating func appendEntries(of column: Int, _ other: GroupedProgram) {
    for position in other.entries(of: column) {
      rowIndex.append(other.rowIndex[position])
      coefficient.append(other.coefficient[position])
    }
  }

  /// The same rows over fewer columns, given ascending.
  func restricted(to columns: [Int], pace: Pace = Pace()) -> GroupedProgram {
    var result = GroupedProgram()
    result.lower = lower
    result.upper = upper
    result.penalty = penalty
    result.isIntegral = isIntegral
    result.isLoose = isLoose
    result.hidesSums = hidesSums
    result.hasGainIntervals = hasGainIntervals
    result.reserveCapacity(
      columns: columns.count, nonzeros: columns.reduce(0) { $0 + entries(of: $1).count })
    result.original.reserveCapacity(columns.count)
    var lastGroup: Int32 = -1
    for slice in pace.slices(columns.count) {
      for column in columns[slice] {
        if group[column] != lastGroup {
          if !result.group.isEmpty { result.groupStart.append(result.group.count) }
          lastGroup = group[column]
        }
        result.group.append(Int32(result.groupStart.count - 1))
        result.objective.append(objective[column])
        result.appendEntries(of: column, self)
        result.columnStart.append(result.rowIndex.count)
        result.original.append(original[column])
      }
    }
    if !result.group.isEmpty { result.groupStart.append(result.group.count) }
    return result
  }

  /// The same columns without the rows that have no entry and that nothing selected meets, and those without bounds;
  /// with it the rows that stay. A few hundred columns enter few of a hundred thousand rows of look-alikes.
  func withoutIdleRows() -> (program: GroupedProgram, rows: [Int]) {
    var isBusy = (0..<rowCount).map { lower[$0] > 0 || upper[$0] < 0 }
    for row in rowIndex where lower[Int(row)] > -.infinity || upper[Int(row)] < .infinity {
      isBusy[Int(row)] = true
    }
    return (withoutRows { !isBusy[$0] }, isBusy.indices.filter { isBusy[$0] })
  }

  /// The same columns without some rows and their entries.
  func withoutRows(where isOut: (Int) -> Bool) -> GroupedProgram {
    let rows = (0..<rowCount).filter { !isOut($0) }
    guard rows.count < rowCount else { return self }
    var newRow = [Int32](repeating: -1, count: rowCount)
    for (index, row) in rows.enumerated() { newRow[row] = Int32(index) }
    var result = self
    result.lower = rows.map { lower[$0] }
    result.upper = rows.map { upper[$0] }
    result.penalty = rows.map { penalty[$0] }
    result.isIntegral = rows.map { isIntegral[$0] }
    result.isLoose = rows.map { isLoose[$0] }
    result.rowIndex.removeAll(keepingCapacity: true)
    result.coefficient.removeAll(keepingCapacity: true)
    for column in 0..<columnCount {
      for position in entries(of: column) where newRow[Int(rowIndex[position])] >= 0 {
        result.rowIndex.append(newRow[Int(rowIndex[position])])
        result.coefficient.append(coefficient[position])
      }
      result.columnStart[column + 1] = result.rowIndex.count
    }
    return result
  }

  /// A row to be added: whole-number and hard.
  struct NewRow: Sendable {
    var entries: [(column: Int32, coefficient: Double)]
    var lower = -Double.infinity
    var upper = Double.infinity
  }

  /// The same columns with further whole-number rows.
  func adding(_ rows: [NewRow], pace: Pace = Pace()) -> GroupedProgram {
    guard !rows.isEmpty else { return self }
    var result = self
    // The new entries of all columns, those of column j at `start[j]..<start[j + 1]`.
    var start = [Int](repeating: 0, count: columnCount + 1)
    for row in rows {
      for entry in row.entries { start[Int(entry.column) + 1] += 1 }
    }
    for column in 0..<columnCount { start[column + 1] += start[column] }
    let addedCount = start[columnCount]
    var added = [(row: Int32, coefficient: Double)](repeating: (0, 0), count: addedCount)
    var next = start
    for row in rows {
      for entry in row.entries {
        added[next[Int(entry.column)]] = (row: Int32(result.rowCount), coefficient: entry.coefficient)
        next[Int(entry.column)] += 1
      }
      result.lower.append(row.lower)
      result.upper.append(row.upper)
      result.penalty.append(.infinity)
      result.isIntegral.append(true)
      result.isLoose.append(false)
    }
    result.rowIndex = []
    result.coefficient = []
    result.columnStart = [0]
    result.columnStart.reserveCapacity(columnCount + 1)
    result.rowIndex.reserveCapacity(rowIndex.count + addedCount)
    result.coefficient.reserveCapacity(rowIndex.count + addedCount)
    for slice in pace.slices(columnCount) {
      for column in slice {
        result.appendEntries(of: column, self)
        for entry in added[start[column]..<start[column + 1]] {
          result.rowIndex.append(entry.row)
          result.coefficient.append(entry.coefficient)
        }
        result.columnStart.append(result.rowIndex.count)
      }
    }
    return result
  }
}
