/// Every option (i, f) of a show: a candidate with a pitch it may have. Structure of arrays, ordered
/// by catalog row, then by pitch as written.
struct OptionTable: Sendable {
  /// Catalog row of each option.
  private(set) var rows: [Int32] = []
  /// Position of each option's pitch.
  private(set) var pitches: [Int32] = []
  /// Expected units, capped by stock.
  private(set) var units: [Double] = []

  var count: Int { rows.count }

  /// The choose-one group of each option: one for each style.
  var groups: [Int32] {
    var group: Int32 = -1
    var last: Int32 = -1
    return rows.map { row in
      if row != last { group += 1 }
      last = row
      return group
    }
  }

  mutating func append(row: Int, pitch: Int, units: Double) {
    rows.append(Int32(row))
    pitches.append(Int32(pitch))
    self.units.append(units)
  }

  mutating func setUnits(_ units: Double, of option: Int) {
    self.units[option] = units
  }

  /// Calls `body` with the row and the pitch of each option within a scope.
  func forEach(in scope: Scope, _ body: (_ row: Int, _ pitch: Int) -> Void) {
    forEach(in: scope, rows.indices) { _, row, pitch in body(row, pitch) }
  }

  /// Calls `body` with each option of `range` within a scope, its row and its pitch.
  func forEach(
    in scope: Scope, _ range: Range<Int>, _ body: (_ option: Int, _ row: Int, _ pitch: Int) -> Void
  ) {
    var lastRow = -1
    var isIn = false
    for option in range {
      let row = Int(rows[option])
      if row != lastRow {
        lastRow = row
        isIn = scope.contains(row: row)
      }
      let pitch = Int(pitches[option])
      if isIn && scope.contains(pitch: pitch) { body(option, row, pitch) }
    }
  }
}
