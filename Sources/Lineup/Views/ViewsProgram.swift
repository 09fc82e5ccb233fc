import Optimization

/// The plan of views as a small program in whole numbers (the contract's page on views).
///
/// ## Formulation
///
///     v_c >= 0, whole, the views of a channel; p(c,g) >= 0, whole, the people of segment g that channel c tells,
///     v_c = sum over g of rate(c,g) p(c,g)
///     each row within its range; v_c = 0 or >= minimum
///     minimise the cost, then channel by channel v_c, or p(c,g) segment by segment
///
/// One column for each channel of views and for each segment that a channel tells, and one for the cost of a channel with
/// blocks; a row for each row that people read, two for a share.
struct ViewsProgram: Sendable {
  let plan: ViewsPlan
  /// The people of each segment that is told, in the order of the audience.
  let segments: [(name: String, people: Double)]
  /// What channels are to sell together; `nil` without a goal.
  let goal: Double?
  /// Of each channel, the places of its whole numbers.
  let columns: [Range<Int>]
  /// Of each whole number, the segment that is told; `nil` for views.
  private let segmentOfColumn: [Int?]
  private let channelOfColumn: [Int]
  /// In the order of a result.
  private(set) var rows: [Row]
  /// Whole numbers that are settled.
  private(set) var fixed: [Double?]
  /// Whole numbers that are not below these.
  private var floor: [Double]
  /// Whether minimums count.
  private var keepsMinimum: [Bool]

  /// What people read as one row.
  struct Row: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case channel(Int), total, budget, goal
      /// Of the views of all channels.
      case share(Int)
      /// The people of a segment who are told.
      case people(Int)
    }

    var kind: Kind
    var name: String
    var range: Bounds
  }

  init(_ plan: ViewsPlan, audience: [AudienceSegment], goal: Goal?) {
    self.plan = plan
    self.goal = goal?.amount
    let told = Set(plan.channels.flatMap { $0.rates.map(\.segment) })
    let segments = audience.filter { told.contains($0.name) }.map { ($0.name, $0.people ?? 0) }
    self.segments = segments
    var columns: [Range<Int>] = []
    var segmentOfColumn: [Int?] = []
    var channelOfColumn: [Int] = []
    for (index, channel) in plan.channels.enumerated() {
      let start = segmentOfColumn.count
      if channel.isTold {
        for rate in channel.rates { segmentOfColumn.append(segments.firstIndex { $0.0 == rate.segment }) }
      } else {
        segmentOfColumn.append(nil)
      }
      channelOfColumn += Array(repeating: index, count: segmentOfColumn.count - start)
      columns.append(start..<segmentOfColumn.count)
    }
    self.columns = columns
    self.segmentOfColumn = segmentOfColumn
    self.channelOfColumn = channelOfColumn
    var rows = plan.channels.enumerated().map {
      Row(kind: .channel($0.offset), name: $0.element.name, range: $0.element.counted)
    }
    var total = plan.total
    if total == nil, goal == nil, plan.fixed == nil { total = Bounds(lower: plan.base) }
    if let total { rows.append(Row(kind: .total, name: ViewsPlan.totalRow, range: total)) }
    if let budget = plan.budget { rows.append(Row(kind: .budget, name: ViewsPlan.budgetRow, range: budget)) }
    for share in plan.shares {
      guard let channel = plan.channels.firstIndex(where: { $0.name == share.channel }) else { continue }
      rows.append(Row(kind: .share(channel), name: ViewsPlan.shareRow(share.channel), range: share.range))
    }
    if let goal {
      rows.append(Row(kind: .goal, name: ViewsPlan.goalRow, range: Bounds(lower: goal.amount)))
    }
    for (index, segment) in segments.enumerated() {
      rows.append(
        Row(kind: .people(index), name: ViewsPlan.peopleRow(segment.0), range: Bounds(upper: segment.1)))
    }
    self.rows = rows
    var fixed = [Double?](repeating: nil, count: segmentOfColumn.count)
    for entry in plan.fixed ?? [] {
      guard let channel = plan.channels.firstIndex(where: { $0.name == entry.channel }) else { continue }
      switch entry.amount {
      case .views(let views): fixed[columns[channel].lowerBound] = views
      case .told(let told):
        for (column, rate) in zip(columns[channel], plan.channels[channel].rates) {
          fixed[column] = told.first { $0.segment == rate.segment }?.people ?? 0
        }
      }
    }
    self.fixed = fixed
    floor = Array(repeating: 0, count: segmentOfColumn.count)
    keepsMinimum = Array(repeating: true, count: plan.channels.count)
  }

  /// Whether every channel is fixed: the plan is weighed, not made.
  var isWeighed: Bool { !fixed.contains { $0 == nil } }

  // MARK: Other programs

  func without(_ row: Row) -> ViewsProgram {
    var other = self
    other.rows.removeAll { $0 == row }
    if case .channel(let channel) = row.kind { other.keepsMinimum[channel] = false }
    return other
  }

  func with(_ kind: Row.Kind, _ range: Bounds) -> ViewsProgram {
    var other = self
    if let index = rows.firstIndex(where: { $0.kind == kind }) {
      other.rows[index].range = range
    } else {
      other.rows.append(Row(kind: kind, name: "", range: range))
    }
    return other
  }

  func withoutMinimum(of channel: Int) -> ViewsProgram {
    var other = self
    other.keepsMinimum[channel] = false
    return other
  }

  func settling(column: Int, at value: Double) -> ViewsProgram {
    var other = self
    other.fixed[column] = value
    return other
  }

  /// Nothing is fixed.
  func freed() -> ViewsProgram {
    var other = self
    other.fixed = fixed.map { _ in nil }
    return other
  }

  /// Nothing is fixed, and no whole number may fall below what is given; rows that it misses do not count.
  func growing(from values: [Double]) -> ViewsProgram {
    var other = freed()
    other.floor = values
    other.rows = rows.filter { holds($0, values) }
    return other
  }

  // MARK: Amounts of a plan

  /// Views, or people told.
  func counted(_ channel: Int, _ values: [Double]) -> Double {
    columns[channel].reduce(0) { $0 + values[$1] }
  }

  func views(_ channel: Int, _ values: [Double]) -> Double {
    columns[channel].reduce(0) { $0 + viewsOfColumn($1) * values[$1] }
  }

  /// The views that one of a whole number brings.
  private func viewsOfColumn(_ column: Int) -> Double {
    let channel = channelOfColumn[column]
    let rates = plan.channels[channel].rates
    return rates.isEmpty ? 1 : rates[column - columns[channel].lowerBound].rate
  }

  func allViews(_ values: [Double]) -> Double {
    plan.channels.indices.reduce(0) { $0 + views($1, values) }
  }

  func net(_ values: [Double]) -> Double {
    plan.channels.indices.reduce(0) { $0 + views($1, values) * plan.channels[$1].net }
  }

  func cost(_ values: [Double]) -> Double {
    plan.channels.indices.reduce(0) { $0 + plan.channels[$1].cost(of: counted($1, values)) }
  }

  func sales(_ values: [Double]) -> Double {
    plan.channels.indices.reduce(0) { $0 + views($1, values) * salesOfView($1) }
  }

  /// What a view of a channel sells; 0 where that is not known.
  private func salesOfView(_ channel: Int) -> Double {
    let own = plan.channels[channel]
    return own.net * (own.conversion ?? plan.conversion ?? 0) * (own.orderValue ?? plan.orderValue ?? 0)
  }

  /// What a row has; the part, for a share.
  func activity(_ kind: Row.Kind, _ values: [Double]) -> Double {
    switch kind {
    case .channel(let channel): counted(channel, values)
    case .total: net(values)
    case .budget: cost(values)
    case .goal: sales(values)
    case .share(let channel): views(channel, values)
    case .people(let segment):
      segmentOfColumn.indices.reduce(0) { $0 + (segmentOfColumn[$1] == segment ? values[$1] : 0) }
    }
  }

  /// Whether whole numbers keep every row.
  func isPlan(_ values: [Double]) -> Bool { rows.allSatisfy { holds($0, values) } }

  func holds(_ row: Row, _ values: [Double]) -> Bool {
    func isMet(_ smaller: Double, _ larger: Double, size: Double) -> Bool {
      RowTolerance.allows(miss: smaller - larger, size: size, .search)
    }
    let actual = activity(row.kind, values)
    var isWithin = true
    if case .share = row.kind {
      let whole = allViews(values)
      for (smaller, larger, end) in [
        (row.range.lower * whole, actual, row.range.lower),
        (actual, row.range.upper * whole, row.range.upper),
      ] where end.isFinite {
        isWithin = isWithin && isMet(smaller, larger, size: max(abs(smaller), abs(larger)))
      }
      return isWithin
    }
    if row.range.lower.isFinite { isWithin = isMet(row.range.lower, actual, size: row.range.lower) }
    if row.range.upper.isFinite {
      isWithin = isWithin && isMet(actual, row.range.upper, size: row.range.upper)
    }
    if case .channel(let channel) = row.kind, keepsMinimum[channel],
      let minimum = plan.channels[channel].minimum
    {
      let views = views(channel, values)
      isWithin = isWithin && (views == 0 || isMet(minimum, views, size: minimum))
    }
    return isWithin
  }

  // MARK: The program in whole numbers

  /// What is to be as small as can be.
  enum Objective {
    case cost
    case column(Int)
    /// The activity of a row, or the greatest: of whole numbers alone.
    case row(Row.Kind, isGreatest: Bool)
    /// The part of a share less so much of the whole, or the reverse.
    case share(Int, less: Double, isGreatest: Bool)
    case nothing
  }

  /// - Parameter most: what the cost may be at most.
  func wholeNumbers(_ objective: Objective, most: Double = .infinity) -> WholeNumberProgram {
    var program = WholeNumberProgram()
    for column in fixed.indices {
      program.columns.append(
        .init(
          lower: fixed[column] ?? floor[column],
          upper: fixed[column] ?? max(floor[column], upperEnd(of: column))))
    }
    // Channels with blocks have a column for their cost, never below any of its pieces.
    var costs = [(column: Int, coefficient: Double)]()
    for (index, channel) in plan.channels.enumerated() {
      guard let first = channel.blocks.first else { continue }
      if channel.blocks.count == 1 {
        costs += columns[index].map { ($0, first.price) }
        continue
      }
      let cost = program.add(.init(upper: .infinity, isWhole: false))
      costs.append((cost, 1))
      for block in channel.blocks.indices {
        let start = block == 0 ? 0 : channel.blocks[block - 1].end
        let price = channel.blocks[block].price
        program.rows.append(
          .init(
            lower: channel.cost(of: start) - price * start,
            entries: [(cost, 1)] + columns[index].map { ($0, -price) }))
      }
    }
    if most.isFinite, !costs.isEmpty { program.rows.append(.init(upper: most, entries: costs)) }
    for row in rows { add(row, costs, to: &program) }
    for (column, gain) in entries(of: objective, costs) { program.columns[column].objective += gain }
    return program
  }

  private func entries(
    of objective: Objective, _ costs: [(column: Int, coefficient: Double)]
  ) -> [(column: Int, coefficient: Double)] {
    switch objective {
    case .cost: costs
    case .column(let column): [(column, 1)]
    case .row(let kind, let isGreatest):
      entries(of: kind, costs).map { ($0.column, isGreatest ? -$0.coefficient : $0.coefficient) }
    case .share(let channel, let less, let isGreatest):
      fixed.indices.map { column in
        let own = channelOfColumn[column] == channel ? 1 - less : -less
        return (column, viewsOfColumn(column) * (isGreatest ? -own : own))
      }
    case .nothing: []
    }
  }

  private func entries(
    of kind: Row.Kind, _ costs: [(column: Int, coefficient: Double)]
  ) -> [(column: Int, coefficient: Double)] {
    switch kind {
    case .channel(let channel): columns[channel].map { ($0, 1) }
    case .budget: costs
    case .total: fixed.indices.map { ($0, viewsOfColumn($0) * plan.channels[channelOfColumn[$0]].net) }
    case .goal: fixed.indices.map { ($0, viewsOfColumn($0) * salesOfView(channelOfColumn[$0])) }
    case .share(let channel): columns[channel].map { ($0, viewsOfColumn($0)) }
    case .people(let segment): fixed.indices.filter { segmentOfColumn[$0] == segment }.map { ($0, 1) }
    }
  }

  /// A row with what it may be missed by.
  private func add(
    _ row: Row, _ costs: [(column: Int, coefficient: Double)], to program: inout WholeNumberProgram
  ) {
    if case .share(let channel) = row.kind {
      for (end, sign) in [(row.range.lower, 1.0), (row.range.upper, -1.0)] where end.isFinite {
        // A millionth of the larger side, which is more than any whole number of views at most.
        let tolerance = sign * 1.00001 * RowTolerance.relative * abs(end)
        let entries = fixed.indices.map { column in
          let own = channelOfColumn[column] == channel ? 1.0 : 0
          return (column: column, coefficient: sign * viewsOfColumn(column) * (own - end + tolerance))
        }
        program.rows.append(.init(lower: -2 * RowTolerance.relative, entries: entries))
      }
      return
    }
    let range = Bounds(
      lower: row.range.lower.isFinite
        ? row.range.lower - RowTolerance.widest(size: row.range.lower) : -.infinity,
      upper: row.range.upper.isFinite
        ? row.range.upper + RowTolerance.widest(size: row.range.upper) : .infinity)
    if range != Bounds() {
      if case .channel(let channel) = row.kind, columns[channel].count == 1 {
        // A row of one column is its bounds.
        let column = columns[channel].lowerBound
        program.columns[column].lower = max(program.columns[column].lower, range.lower.rounded(.up))
        program.columns[column].upper = min(program.columns[column].upper, range.upper.rounded(.down))
      } else {
        program.rows.append(
          .init(lower: range.lower, upper: range.upper, entries: entries(of: row.kind, costs)))
      }
    }
    guard case .channel(let channel) = row.kind, keepsMinimum[channel],
      let minimum = plan.channels[channel].minimum, minimum > 0
    else { return }
    program.rows.append(
      .init(
        entries: columns[channel].map { ($0, viewsOfColumn($0)) },
        least: max(0, minimum - RowTolerance.widest(size: minimum))))
  }

  /// A number that the whole number of a column does not exceed by its rows alone.
  private func upperEnd(of column: Int) -> Double {
    var end = Double.infinity
    for row in rows {
      switch row.kind {
      case .channel(channelOfColumn[column]), .people(segmentOfColumn[column] ?? -1):
        end = min(end, row.range.upper)
      default: break
      }
    }
    return end.isFinite ? (end + RowTolerance.widest(size: end)).rounded(.down) : ViewsPlan.most
  }

  /// What costs are always a multiple of; `nil` where that is not known.
  var costStep: Double? {
    let ends = plan.channels.flatMap { $0.blocks.dropLast().map(\.end) }
    guard ends.allSatisfy({ $0 == $0.rounded() }) else { return nil }
    return NumberStep.common(plan.channels.flatMap { $0.blocks.map(\.price) })
  }
}
