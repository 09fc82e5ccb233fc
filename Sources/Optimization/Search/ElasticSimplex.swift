/// The simplex method in Swift alone, for programs of a few hundred rows, each of which may be missed at a price:
///
///     maximise   sum over j of cost[j] x[j]  -  sum over i of price[i] miss[i],     0 <= x <= 1
///
/// where `miss[i]` is how far the sum of row i lies outside its range. There is always a solution, and a first basis
/// at hand; a step goes over every kink of the misses that still leaves a gain (Fourer 1985). The inverse of the basis
/// is kept dense. Ranges are widened by some 1e-6 of themselves, each a little differently, so that no two kinks meet.
///
/// Deterministic. Whoever asks for duals prices with them and so has a valid bound, whatever rounding did to them.
struct ElasticSimplex {
  struct Row {
    var lower: Double
    var upper: Double
    var price: Double
    /// Its coefficients in the columns there are.
    var entries: [(column: Int32, coefficient: Double)] = []
  }

  private var rows: [Row] = []
  private var cost: [Double] = []
  private var columnStart = [0]
  private var rowIndex: [Int32] = []
  private var coefficient: [Double] = []

  /// The variable at each place of the basis: a column, or `~row` for the sum of a row.
  private var basis: [Int] = []
  /// Of the basis, row by row.
  private var inverse: [Double] = []
  /// Of the variables in the basis.
  private var value: [Double] = []
  private var isColumnBasic: [Bool] = []
  private var isColumnAtOne: [Bool] = []
  private var isRowBasic: [Bool] = []
  private var isRowAtUpper: [Bool] = []
  private(set) var duals: [Double] = []
  private(set) var iterations = 0
  private var pivots = 0
  private var mustInvert = true
  private var random = TieBreaker()
  /// What the entering variable changes the basis by.
  private var change: [Double] = []

  var rowCount: Int { rows.count }
  var columnCount: Int { cost.count }

  // MARK: Rows and columns

  mutating func addColumn(cost: Double, entries: [(row: Int32, coefficient: Double)]) {
    self.cost.append(cost)
    for entry in entries {
      rowIndex.append(entry.row)
      coefficient.append(entry.coefficient)
    }
    columnStart.append(rowIndex.count)
    isColumnBasic.append(false)
    isColumnAtOne.append(false)
  }

  mutating func add(_ newRows: [Row]) {
    guard !newRows.isEmpty else { return }
    var extra = [[(row: Int32, coefficient: Double)]](repeating: [], count: columnCount)
    for row in newRows {
      for (column, coefficient) in row.entries {
        extra[Int(column)].append((Int32(rowCount), coefficient))
      }
      var row = row
      row.entries = []
      let amount = 1e-6 * (1 + Double(random.below(1 << 20)) / Double(1 << 20))
      row.lower -= amount * max(1, abs(row.lower))
      row.upper += amount * max(1, abs(row.upper))
      rows.append(row)
      isRowBasic.append(true)
      isRowAtUpper.append(false)
    }
    let (oldStart, oldIndex, oldCoefficient) = (columnStart, rowIndex, coefficient)
    rowIndex.removeAll(keepingCapacity: true)
    coefficient.removeAll(keepingCapacity: true)
    for column in 0..<columnCount {
      rowIndex += oldIndex[oldStart[column]..<oldStart[column + 1]]
      coefficient += oldCoefficient[oldStart[column]..<oldStart[column + 1]]
      for entry in extra[column] {
        rowIndex.append(entry.row)
        coefficient.append(entry.coefficient)
      }
      columnStart[column + 1] = rowIndex.count
    }
    mustInvert = true
  }

  mutating func setCost(_ cost: Double, column: Int) { self.cost[column] = cost }

  mutating func setPrice(_ price: Double, row: Int) { rows[row].price = price }

  // MARK: Results

  /// Values of all columns, within 0 and 1.
  var values: [Double] {
    var values = isColumnAtOne.map { $0 ? 1.0 : 0 }
    for (place, variable) in basis.enumerated() where variable >= 0 {
      values[variable] = min(1, max(0, value[place]))
    }
    return values
  }

  /// The rows that are missed.
  var missedRows: [Int] {
    basis.indices.filter { basis[$0] < 0 && slope(ofRow: ~basis[$0], value[$0]) != 0 }.map { ~basis[$0] }
      .sorted()
  }

  // MARK: Solving

  /// Goes on from the last basis until no step gains.
  /// - Returns: whether it got there; otherwise the duals are those of where it was.
  mutating func solve(iterationLimit: Int, mustStop: () -> Bool) -> Bool {
    let last = iterations + iterationLimit
    while iterations < last {
      if iterations % 32 == 0, mustStop() { return false }
      if mustInvert || pivots >= 100, !invert(mustStop) { return false }
      computeDuals()
      guard let entering = bestEntering() else {
        // What looks optimal with an old inverse may not be.
        if pivots == 0 { return true }
        mustInvert = true
        continue
      }
      iterations += 1
      if !step(entering) {
        // Nothing ends the step: the inverse has lost its precision.
        if pivots == 0 { return false }
        mustInvert = true
      }
    }
    return false
  }

  private static let hair = 1e-9
  private static let leastPivot = 1e-7

  /// What a row's sum gains per unit when it grows.
  private func slope(ofRow row: Int, _ sum: Double) -> Double {
    if sum < rows[row].lower - Self.hair { return rows[row].price }
    if sum > rows[row].upper + Self.hair { return -rows[row].price }
    return 0
  }

  private mutating func computeDuals() {
    let count = rowCount
    duals = [Double](repeating: 0, count: count)
    for place in 0..<count {
      let variable = basis[place]
      let gain = variable >= 0 ? cost[variable] : slope(ofRow: ~variable, value[place])
      guard gain != 0 else { continue }
      for row in 0..<count { duals[row] += gain * inverse[place * count + row] }
    }
  }

  private struct Entering {
    var variable: Int
    /// 1 to grow, -1 to shrink.
    var sign: Double
    var gain: Double
  }

  /// The variable of the greatest gain per unit.
  private func bestEntering() -> Entering? {
    var best = Entering(variable: 0, sign: 0, gain: 1e-7)
    for row in 0..<rowCount where !isRowBasic[row] {
      let here = isRowAtUpper[row] ? rows[row].upper : rows[row].lower
      let up = (here < rows[row].upper ? 0 : -rows[row].price) + duals[row]
      let down = -((here > rows[row].lower ? 0 : rows[row].price) + duals[row])
      if up > best.gain { best = Entering(variable: ~row, sign: 1, gain: up) }
      if down > best.gain { best = Entering(variable: ~row, sign: -1, gain: down) }
    }
    duals.withUnsafeBufferPointer { duals in
      rowIndex.withUnsafeBufferPointer { rowIndex in
        coefficient.withUnsafeBufferPointer { coefficient in
          for column in 0..<columnCount where !isColumnBasic[column] {
            var gain = cost[column]
            for position in columnStart[column]..<columnStart[column + 1] {
              gain -= duals[Int(rowIndex[position])] * coefficient[position]
            }
            let sign: Double = isColumnAtOne[column] ? -1 : 1
            if sign * gain > best.gain { best = Entering(variable: column, sign: sign, gain: sign * gain) }
          }
        }
      }
    }
    return best.sign == 0 ? nil : best
  }

  /// A kink on the way of a step.
  private struct Kink {
    var length: Double
    /// What the gain per unit falls by.
    var fall: Double
    /// The place in the basis, or -1 for the entering variable.
    var place: Int
    var isUpper: Bool
  }

  /// Steps along an entering variable to where it no longer gains.
  private mutating func step(_ entering: Entering) -> Bool {
    computeChange(entering.variable)
    var kinks = ownKinks(entering)
    for place in 0..<rowCount {
      // How fast the variable grows.
      let rate = -entering.sign * change[place]
      guard abs(rate) > Self.leastPivot else { continue }
      let variable = basis[place]
      if variable >= 0 {
        let room = rate > 0 ? 1 - value[place] : value[place]
        kinks.append(
          Kink(length: max(0, room / abs(rate)), fall: .infinity, place: place, isUpper: rate > 0))
        continue
      }
      let row = rows[~variable]
      for (bound, isUpper) in [(row.lower, false), (row.upper, true)] where abs(bound) < .infinity {
        let isBelow = isUpper ? value[place] <= bound + Self.hair : value[place] < bound - Self.hair
        guard isBelow == (rate > 0) else { continue }
        kinks.append(
          Kink(
            length: max(0, (bound - value[place]) / rate), fall: row.price * abs(rate), place: place,
            isUpper: isUpper))
      }
    }
    guard let kink = firstWithoutGain(kinks, entering.gain) else { return false }
    for place in 0..<rowCount { value[place] -= entering.sign * kink.length * change[place] }
    if kink.place < 0 {
      flip(entering.variable)
    } else {
      exchange(entering, kink)
    }
    return true
  }

  /// Of the kinks in their order the first after which nothing gains; of those that are as near, the one of the
  /// greatest pivot.
  private func firstWithoutGain(_ kinks: [Kink], _ gain: Double) -> Kink? {
    let sorted = kinks.sorted { ($0.length, $0.place) < ($1.length, $1.place) }
    var gain = gain
    for (index, kink) in sorted.enumerated() {
      gain -= kink.fall
      guard gain <= 1e-12 else { continue }
      var best = kink
      for other in sorted[index...].prefix(while: { $0.length <= kink.length + Self.hair })
      where pivot(other) > pivot(best) {
        best = other
      }
      return best
    }
    return nil
  }

  private func pivot(_ kink: Kink) -> Double { kink.place < 0 ? .infinity : abs(change[kink.place]) }

  private func ownKinks(_ entering: Entering) -> [Kink] {
    guard entering.variable < 0 else {
      return [Kink(length: 1, fall: .infinity, place: -1, isUpper: entering.sign > 0)]
    }
    let row = rows[~entering.variable]
    let isLeaving = isRowAtUpper[~entering.variable] == (entering.sign > 0)
    guard row.upper - row.lower < .infinity, row.lower < row.upper, !isLeaving else { return [] }
    return [Kink(length: row.upper - row.lower, fall: row.price, place: -1, isUpper: entering.sign > 0)]
  }

  private mutating func flip(_ variable: Int) {
    if variable >= 0 { isColumnAtOne[variable].toggle() } else { isRowAtUpper[~variable].toggle() }
  }

  private mutating func exchange(_ entering: Entering, _ kink: Kink) {
    let leaving = basis[kink.place]
    if leaving >= 0 {
      isColumnBasic[leaving] = false
      isColumnAtOne[leaving] = kink.isUpper
    } else {
      isRowBasic[~leaving] = false
      isRowAtUpper[~leaving] = kink.isUpper
    }
    let start: Double
    if entering.variable >= 0 {
      start = isColumnAtOne[entering.variable] ? 1 : 0
      isColumnBasic[entering.variable] = true
      isColumnAtOne[entering.variable] = false
    } else {
      let row = ~entering.variable
      start = isRowAtUpper[row] ? rows[row].upper : rows[row].lower
      isRowBasic[row] = true
    }
    basis[kink.place] = entering.variable
    value[kink.place] = start + entering.sign * kink.length
    pivot(at: kink.place)
    pivots += 1
  }

  // MARK: The inverse

  /// What the basis changes by, per unit of a variable.
  private mutating func computeChange(_ variable: Int) {
    let count = rowCount
    if change.count != count { change = Array(repeating: 0, count: count) }
    if variable < 0 {
      for place in 0..<count { change[place] = -inverse[place * count + ~variable] }
      return
    }
    let entries = columnStart[variable]..<columnStart[variable + 1]
    for place in 0..<count {
      var sum = 0.0
      for position in entries {
        sum += inverse[place * count + Int(rowIndex[position])] * coefficient[position]
      }
      change[place] = sum
    }
  }

  /// Brings the inverse up to date after a variable whose change is known has entered at a place.
  private mutating func pivot(at place: Int) {
    let count = rowCount
    let factor = 1 / change[place]
    inverse.withUnsafeMutableBufferPointer { inverse in
      change.withUnsafeBufferPointer { change in
        let pivotRow = place * count
        for row in 0..<count { inverse[pivotRow + row] *= factor }
        for other in 0..<count where other != place && change[other] != 0 {
          let amount = change[other]
          let start = other * count
          for row in 0..<count { inverse[start + row] -= amount * inverse[pivotRow + row] }
        }
      }
    }
  }

  /// Builds the inverse anew from the columns in the basis; those that others stand for leave it. Cubic in the rows.
  /// - Returns: whether it was not stopped before its end.
  private mutating func invert(_ mustStop: () -> Bool) -> Bool {
    mustInvert = true
    let count = rowCount
    inverse = [Double](repeating: 0, count: count * count)
    value = [Double](repeating: 0, count: count)
    for row in 0..<count { inverse[row * count + row] = -1 }
    basis = (0..<count).map { ~$0 }
    var isFree = isRowBasic.map { !$0 }
    var exchanges = 0
    for column in 0..<columnCount where isColumnBasic[column] {
      exchanges += 1
      if exchanges % 16 == 0, mustStop() { return false }
      computeChange(column)
      var best: Int?
      for place in 0..<count
      where isFree[place] && abs(change[place]) > max(Self.leastPivot, best.map { abs(change[$0]) } ?? 0) {
        best = place
      }
      guard let best else {
        isColumnBasic[column] = false
        continue
      }
      isFree[best] = false
      basis[best] = column
      pivot(at: best)
    }
    for row in 0..<count where isFree[row] { isRowBasic[row] = true }
    computeValues()
    pivots = 0
    mustInvert = false
    return true
  }

  private mutating func computeValues() {
    let count = rowCount
    var rest = [Double](repeating: 0, count: count)
    for column in 0..<columnCount where isColumnAtOne[column] && !isColumnBasic[column] {
      for position in columnStart[column]..<columnStart[column + 1] {
        rest[Int(rowIndex[position])] -= coefficient[position]
      }
    }
    for row in 0..<count where !isRowBasic[row] {
      rest[row] += isRowAtUpper[row] ? rows[row].upper : rows[row].lower
    }
    value = (0..<count).map { place in
      (0..<count).reduce(0) { $0 + inverse[place * count + $1] * rest[$1] }
    }
  }
}
