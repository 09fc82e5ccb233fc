import Lineup

/// A show as free MPS that GLPK, HiGHS, CBC, SCIP and CP-SAT read alike: minimise the negated
/// objective, no OBJSENSE, no RANGES, no constant (contract, section 6).
struct MPSText {
  let text: String

  init(_ show: Show) {
    let model = LinearModel(show)
    var lines = [
      "* \(show.scenario.name.filter { !$0.isNewline }): minimise the NEGATED objective; the optimum's sign is turned",
      "NAME lineup",
      "ROWS",
      " N objective",
    ]
    if let remark = Self.remark(model) { lines.insert("* \(remark)", at: 1) }
    for row in model.rows {
      lines.append(" \(Self.letter(row.sense)) \(row.name)")
    }
    lines.append("COLUMNS")
    var isInteger = false
    var markers = 0
    func marker(_ kind: String) {
      markers += 1
      lines.append(" M\(markers) 'MARKER' '\(kind)'")
    }
    for column in model.columns {
      if column.isBinary != isInteger {
        marker(column.isBinary ? "INTORG" : "INTEND")
        isInteger = column.isBinary
      }
      lines.append(" \(column.name) objective \(Self.number(-column.gain))")
      for (row, coefficient) in column.entries {
        lines.append(" \(column.name) \(model.rows[row].name) \(Self.number(coefficient))")
      }
    }
    if isInteger { marker("INTEND") }
    // Without any column HiGHS calls a program empty, not infeasible.
    if model.columns.isEmpty { lines.append(" nothing objective 0") }
    lines.append("RHS")
    for row in model.rows where row.bound != 0 {
      lines.append(" rhs \(row.name) \(Self.number(row.bound))")
    }
    lines.append("BOUNDS")
    for column in model.columns where column.isBinary {
      lines.append(" UP bounds \(column.name) 1")
    }
    if model.columns.isEmpty { lines.append(" UP bounds nothing 0") }
    lines.append("ENDATA")
    text = lines.joined(separator: "\n") + "\n"
  }

  /// What is left out of the file, if anything.
  static func remark(_ model: LinearModel) -> String? {
    model.idleSides == 0
      ? nil
      : "\(FigureText.counted(model.idleSides, "side")) of rows that every selection meets \(model.idleSides == 1 ? "is" : "are") left out"
  }

  private static func letter(_ sense: LinearModel.Sense) -> String {
    switch sense {
    case .atLeast: "G"
    case .atMost: "L"
    case .equal: "E"
    }
  }

  /// Every digit of the double, and no negative zero.
  static func number(_ value: Double) -> String {
    plain(value)
  }
}
