/// The rules of a show as the MathProg model wants them: each row with the styles and pitches it
/// covers, so that the model forms the inequalities itself.
package struct ModelData: Sendable {
  /// Styles (catalog rows) times pitches (positions).
  package struct Cover: Sendable {
    package var styles: [Int32] = []
    package var pitches: [Int] = []
  }

  package enum RowKind: Sendable { case sum, share, average }

  package struct Row: Sendable {
    package var kind: RowKind
    package var name: String
    package var measure: String
    package var range: Bounds
    /// `nil` for a hard row.
    package var penalty: Double?
    package var part: Cover
    /// What a share is a share of.
    package var whole: Cover
  }

  package enum TeamKind: Sendable { case together, exclusive, requires }

  package struct Team: Sendable {
    package var kind: TeamKind
    package var name: String
    package var spus: [String]
    /// The SPU that requires one of the others.
    package var dependent: String?
    package var penalty: Double?
  }

  package private(set) var rows: [Row] = []
  package private(set) var teams: [Team] = []
  /// Rules of forms that the model does not have.
  package private(set) var unknown: [String] = []
  /// The styles that may have each pitch.
  package private(set) var styles: [[Int32]] = []
  /// Numeric columns that rows or the objective sum.
  package private(set) var columns: [(name: String, numbers: [Double])] = []

  package init(_ show: Show) {
    let plan = show.plan
    styles = Array(repeating: [], count: show.scenario.pitches.count)
    for option in 0..<show.options.count {
      styles[Int(show.options.pitches[option])].append(show.options.rows[option])
    }
    let (parts, wholes) = Self.covers(show)
    for (entry, block) in zip(show.scenario.allRules, plan.blocks) where entry.location != nil {
      let frame = entry.frame
      func row(_ kind: RowKind, _ measure: Measure, _ range: Bounds, _ offset: Int = 0) -> Row {
        let index = block.firstRow + offset
        let name = kind == .sum ? plan.name(ofRow: index) : frame.name
        var range = range
        // What is never below 0 need not be asked to be 0 or more.
        if kind == .sum, [.items, .minutes, .units].contains(measure), range.lower <= 0 {
          range.lower = -.infinity
        }
        return Row(
          kind: kind, name: name, measure: measure.name, range: range, penalty: frame.penalty,
          part: parts[index] ?? Cover(), whole: wholes[index] ?? Cover())
      }
      switch entry.rule.modelForm {
      case .rows(.sum, let measure):
        let isByRow = !entry.rule.isOneRange
        for offset in 0..<block.count {
          let range = entry.rule.demand(ofRow: isByRow ? offset : nil).required ?? Bounds()
          rows.append(row(.sum, measure, range, offset))
        }
      case .rows(let kind, let measure):
        if block.count > 0 {
          rows.append(row(kind, measure, entry.rule.demand(ofRow: nil).required ?? Bounds()))
        }
      case .team(let kind, let spus, let dependent):
        teams.append(
          Team(kind: kind, name: frame.name, spus: spus, dependent: dependent, penalty: frame.penalty))
      case nil: unknown.append(frame.name)
      }
    }
    for name in show.scenario.summedColumns {
      guard case .found(let position)? = show.catalog.lookup(name),
        case .numbers(let numbers) = show.catalog.columns[position].values
      else { continue }
      columns.append((name, numbers))
    }
  }

  /// The styles and pitches that each row of the plan covers: as a part, and as the whole of a ratio.
  private static func covers(_ show: Show) -> (parts: [Int: Cover], wholes: [Int: Cover]) {
    var parts: [Int: Cover] = [:]
    var wholes: [Int: Cover] = [:]
    var entered: Set<Int> = []
    for term in show.plan.terms {
      var covers: [Int: Cover] = [:]
      let pitches = show.scenario.pitches.indices.filter { term.scope.contains(pitch: $0) }
      for style in show.candidates where term.scope.contains(row: Int(style)) {
        for pitch in pitches {
          term.rows.forEachRow(ofStyle: Int(style), pitch: pitch) { row in
            if covers[Int(row), default: Cover()].styles.last != style {
              covers[Int(row), default: Cover()].styles.append(style)
            }
            if covers[Int(row)]?.pitches.contains(pitch) == false { covers[Int(row)]?.pitches.append(pitch) }
          }
        }
      }
      let isWhole: Bool =
        if case .one(let row) = term.rows { !entered.insert(Int(row)).inserted } else { false }
      if isWhole { wholes.merge(covers) { $1 } } else { parts.merge(covers) { $1 } }
    }
    return (parts, wholes)
  }
}

extension Show {
  /// What the factors of the scenario make of the forecast of an option; `nil` where it takes none.
  package func modelFactor(_ style: Int32, pitch: Int) -> Double? {
    multipliers?.multiplier(row: Int(style), pitch: pitch)
  }

  /// What the catalog says of a candidate, as the model's data.
  package func modelFigures(_ style: Int32) -> (
    price: Double, stock: Double, forecast: Double, season: Double, cost: Double?
  ) {
    let row = Int(style)
    return (
      price[row], stock[row], forecast[row].isNaN ? 0 : forecast[row], seasonIndex[row],
      cost[row].isNaN ? nil : cost[row]
    )
  }
}
