import Lineup

/// A show as CPLEX LP.
struct LPText {
  let text: String

  init(_ show: Show) {
    let model = LinearModel(show)
    var lines = ["\\ \(show.scenario.name.filter { !$0.isNewline })", "Maximize"]
    if let remark = MPSText.remark(model) { lines.insert("\\ \(remark)", at: 1) }
    let idle = model.columns.first?.name ?? "nothing"
    Self.append("objective", model.columns.map { ($0.gain, $0.name) }, idle: idle, end: "", to: &lines)
    lines.append("Subject To")
    var termsOfRow = [[(Double, String)]](repeating: [], count: model.rows.count)
    for column in model.columns {
      for (row, coefficient) in column.entries { termsOfRow[row].append((coefficient, column.name)) }
    }
    for (row, terms) in zip(model.rows, termsOfRow) {
      let end = " \(Self.sign(row.sense)) \(MPSText.number(row.bound))"
      Self.append(row.name, terms, idle: idle, end: end, to: &lines)
    }
    // GLPK's reader wants a row, so a program without one gets one that always holds.
    if model.rows.isEmpty { Self.append("nothing_to_keep", [], idle: idle, end: " <= 1", to: &lines) }
    lines.append("Bounds")
    for column in model.columns where !column.isBinary { lines.append(" \(column.name) >= 0") }
    if model.columns.isEmpty { lines.append(" nothing = 0") }
    lines.append("Binary")
    for column in model.columns where column.isBinary { lines.append(" \(column.name)") }
    lines.append("End")
    text = lines.joined(separator: "\n") + "\n"
  }

  /// A row in lines of a few terms; where it has none, one term with 0.
  private static func append(
    _ name: String, _ terms: [(Double, String)], idle: String, end: String, to lines: inout [String]
  ) {
    let written = terms.filter { $0.0 != 0 }.map { coefficient, column in
      (coefficient < 0 ? "- " : "+ ") + MPSText.number(abs(coefficient)) + " " + column
    }
    let all = written.isEmpty ? ["0 \(idle)"] : written
    var line = " \(name):"
    for (position, term) in all.enumerated() {
      if position > 0, position.isMultiple(of: 5) {
        lines.append(line)
        line = "  "
      }
      line += " " + term
    }
    lines.append(line + end)
  }

  private static func sign(_ sense: LinearModel.Sense) -> String {
    switch sense {
    case .atLeast: ">="
    case .atMost: "<="
    case .equal: "="
    }
  }
}
