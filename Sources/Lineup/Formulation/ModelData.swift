/// The rules of a show as the MathProg model wants them: each row with the styles and pitches it
/// covers, so that the model forms the inequalities itself.
package struct ModelData: Sendable {
  /// A pitch, with the offer and the offers on the whole show that go with it, as the model has one set for all of it.
  package struct Way: Sendable, Equatable {
    package var pitch: Int
    /// The number of the offer, 0 for none.
    package var offer: Int
    /// The combination of offers on the whole show.
    package var wide: Int
  }

  /// Styles (catalog rows) times ways (positions).
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
  /// The ways in which styles may be on a tray: the pitches, in a show without offers.
  package private(set) var ways: [Way] = []
  /// The styles that may be there in each way.
  package private(set) var styles: [[Int32]] = []
  /// Numeric columns that rows or the objective sum.
  package private(set) var columns: [(name: String, numbers: [Double])] = []

  package init(_ show: Show) {
    let plan = show.plan
    let offers = show.scenario.offers?.kinds.count ?? 0
    let cases = show.offerTable?.cases.count ?? 1
    var stylesOfWay = [[Int32]](repeating: [], count: show.scenario.pitches.count * (offers + 1) * cases)
    for option in 0..<show.options.count {
      let pitch = Int(show.options.pitches[option])
      let way = (pitch * (offers + 1) + show.options.offer(option)) * cases + show.options.offerCase(option)
      stylesOfWay[way].append(show.options.rows[option])
    }
    for way in stylesOfWay.indices where show.offerTable == nil || !stylesOfWay[way].isEmpty {
      ways.append(
        Way(pitch: way / cases / (offers + 1), offer: way / cases % (offers + 1), wide: way % cases))
      styles.append(stylesOfWay[way])
    }
    let (parts, wholes) = Self.covers(show, ways)
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
  private static func covers(_ show: Show, _ ways: [Way]) -> (parts: [Int: Cover], wholes: [Int: Cover]) {
    var parts: [Int: Cover] = [:]
    var wholes: [Int: Cover] = [:]
    var entered: Set<Int> = []
    for term in show.plan.terms {
      var covers: [Int: Cover] = [:]
      let pitches = ways.indices.filter {
        term.scope.contains(pitch: ways[$0].pitch)
          && term.scope.contains(offer: ways[$0].offer, case: ways[$0].wide)
      }
      for style in show.candidates where term.scope.contains(row: Int(style)) {
        for pitch in pitches {
          term.rows.forEachRow(ofStyle: Int(style), pitch: ways[pitch].pitch, offer: ways[pitch].offer) {
            row in
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
  /// The names of the kinds on the whole show of a way, and the part of prices that they leave.
  package func wideOffers(of way: ModelData.Way) -> (kinds: [Int], keeps: Double) {
    offerTable.map { ($0.cases[way.wide].kinds, $0.cases[way.wide].keeps) } ?? ([], 1)
  }

  /// What an offer makes of a style: the price on air, and the factor on demand with that of the offers on the whole show.
  package func offerFigures(_ style: Int32, _ way: ModelData.Way) -> (price: Double, lift: Double) {
    guard let table = offerTable else { return (price[Int(style)], 1) }
    let row = Int(style)
    let wide = table.cases[way.wide].lift
    guard way.offer > 0, let paid = table.paidPrice(way.offer - 1, row: row, price: price[row]) else {
      return (price[row], wide)
    }
    return (paid, wide * table.lift(way.offer - 1, row: row, paid: paid, price: price[row]))
  }

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
