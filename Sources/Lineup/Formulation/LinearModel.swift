import Optimization

/// The integer program of a show as other solvers take it: rows with one side each, soft rows with
/// columns for what they miss, choose-one groups as rows, every name safe and unique. Sides that every
/// selection meets, such as the lower one of `each: 0..6`, are left out.
package struct LinearModel: Sendable {
  package enum Sense: Sendable { case atLeast, atMost, equal }

  package struct Row: Sendable {
    package var name: String
    package var sense: Sense
    package var bound: Double
  }

  package struct Column: Sendable {
    package var name: String
    /// To be maximised.
    package var gain: Double
    /// 0 or 1; otherwise 0 or more and real.
    package var isBinary: Bool
    package var entries: [(row: Int, coefficient: Double)]
  }

  package private(set) var rows: [Row] = []
  package private(set) var columns: [Column] = []
  /// Rows, or one of their two sides, that are left out because every selection meets them.
  package private(set) var idleSides = 0

  package init(_ show: Show) {
    let formulation = show.formulation()
    let program = Self.tightened(formulation.program, show)
    let reach = RowReach(program)
    var rowNames = SafeNames(taken: ["objective"])
    var columnNames = SafeNames()
    var misses: [Column] = []

    // The rows that a row of the program becomes: none, one or two.
    var targets: [[Int]] = []
    for row in 0..<program.rowCount {
      let lower = program.lower[row]
      let upper = program.upper[row]
      let name = show.plan.name(ofRow: row)
      var sides: [(sense: Sense, bound: Double, name: String)] = []
      if lower == upper {
        sides = [(.equal, lower, name)]
      } else {
        let asksForMore = lower > reach.least[row]
        let asksForLess = upper < reach.most[row]
        if lower > -.infinity, !asksForMore { idleSides += 1 }
        if upper < .infinity, !asksForLess { idleSides += 1 }
        let isRange = asksForMore && asksForLess
        if asksForMore { sides.append((.atLeast, lower, isRange ? "\(name) (min)" : name)) }
        if asksForLess { sides.append((.atMost, upper, isRange ? "\(name) (max)" : name)) }
      }
      var indices: [Int] = []
      for side in sides {
        let target = rows.count
        rows.append(Row(name: rowNames.unique(side.name), sense: side.sense, bound: side.bound))
        indices.append(target)
        guard program.penalty[row] < .infinity else { continue }
        func miss(_ label: String, _ coefficient: Double) {
          misses.append(
            Column(
              name: columnNames.unique("\(label) \(side.name)"), gain: -program.penalty[row],
              isBinary: false, entries: [(target, coefficient)]))
        }
        if side.sense != .atMost { miss("below", 1) }
        if side.sense != .atLeast { miss("above", -1) }
      }
      targets.append(indices)
    }

    for option in 0..<formulation.optionCount {
      addColumn(option, of: program, name: columnNames.unique(show.columnName(ofOption: option)), targets)
    }
    for (offset, column) in show.plan.switches.enumerated() {
      let name = columnNames.unique("switch \(column.name)")
      addColumn(formulation.optionCount + offset, of: program, name: name, targets)
    }
    var optionsOfGroup = [[Int]](repeating: [], count: program.groupCount)
    for column in 0..<program.columnCount where program.group[column] >= 0 {
      optionsOfGroup[Int(program.group[column])].append(column)
    }
    for options in optionsOfGroup where options.count > 1 {
      let spu = show.catalog.spus[Int(show.options.rows[options[0]])]
      let row = rows.count
      rows.append(
        Row(
          name: rowNames.unique(
            show.offerTable == nil ? "one pitch of \(spu)" : "one pitch and offer of \(spu)"), sense: .atMost,
          bound: 1))
      for option in options { columns[option].entries.append((row, 1)) }
    }
    columns += misses
  }

  /// The switches of offers let in no more items than a tray can have; by how much they are entered says nothing else.
  private static func tightened(_ program: Program, _ show: Show) -> Program {
    let most = show.scenario.mostItems
    guard let choices = program.choices, most.isFinite else { return program }
    return program.loweringSwitches(of: choices, to: max(1, most.rounded(.up)))
  }

  private mutating func addColumn(
    _ column: Int, of program: Program, name: String, _ targets: [[Int]]
  ) {
    var entries: [(row: Int, coefficient: Double)] = []
    for position in program.columnStart[column]..<program.columnStart[column + 1] {
      for target in targets[Int(program.rowIndex[position])] {
        entries.append((target, program.coefficient[position]))
      }
    }
    columns.append(
      Column(name: name, gain: program.objective[column], isBinary: true, entries: entries))
  }
}

/// Names that every reader of MPS and LP files takes: ASCII letters, digits, `_` and `.`, first a
/// letter other than e, at most 100 characters, none twice.
struct SafeNames {
  private var used: Set<String>
  private var nextSuffix: [String: Int] = [:]

  /// - Parameter taken: names that the file's own parts have.
  init(taken: Set<String> = []) {
    used = taken
  }

  /// A safe name for `name` that was not given out before.
  mutating func unique(_ name: String) -> String {
    let safe = Self.safe(name)
    var candidate = safe
    var suffix = nextSuffix[safe] ?? 2
    while !used.insert(candidate).inserted {
      candidate = "\(safe)_\(suffix)"
      suffix += 1
    }
    nextSuffix[safe] = suffix
    return candidate
  }

  /// Other ASCII becomes `_`, other letters their code point: 女 is `u5973`.
  static func safe(_ name: String) -> String {
    var safe = ""
    for scalar in name.unicodeScalars where safe.utf8.count < 90 {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".": safe.unicodeScalars.append(scalar)
      case _ where scalar.isASCII: safe += "_"
      default: safe += "u" + String(scalar.value, radix: 16, uppercase: true)
      }
    }
    switch safe.unicodeScalars.first ?? "0" {
    case "a"..."d", "f"..."z", "A"..."D", "F"..."Z": return safe
    default: return "n_" + safe
    }
  }
}
