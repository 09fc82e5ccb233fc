/// The rows of a show before any column is made: bounds and names of the rows, and terms that say
/// which options enter which rows with what.
///
/// Rows come in blocks, one for each rule; a block's rows are named when a name is asked for, since a
/// look-alike rule on a large catalog makes hundreds of thousands.
struct RowPlan: Sendable {
  private(set) var lower: [Double] = []
  private(set) var upper: [Double] = []
  private(set) var penalty: [Double] = []
  private(set) var blocks: [RowBlock] = []
  private(set) var terms: [Term] = []
  /// Terms of single styles, by catalog row.
  private(set) var styleTerms: [Int32: [StyleTerm]] = [:]
  /// Columns that are no option: the sides of a soft all-or-none rule, the kinds of offers.
  private(set) var switches: [Switch] = []
  /// Rows of no rule, by which the switches of offers mean something, and their names.
  private(set) var standingRows: [Int: String] = [:]
  /// Those of them that ask for nothing once the switches are decided.
  private(set) var links: [Int] = []

  /// Adds a block of rows, one for each label, and returns the index of its first row.
  mutating func addBlock(
    rule: String, labels: RowLabels, bounds: [Bounds], penalty: Double?
  ) -> Int {
    let first = lower.count
    blocks.append(RowBlock(rule: rule, labels: labels, firstRow: first, count: bounds.count))
    for bound in bounds {
      lower.append(bound.lower)
      upper.append(bound.upper)
      self.penalty.append(penalty ?? .infinity)
    }
    return first
  }

  mutating func add(_ term: Term) {
    terms.append(term)
  }

  /// Enters the options of one style (those of one pitch or offer, if given) into a row.
  mutating func add(style row: Int, pitch: Int? = nil, offer: Int? = nil, to target: Int, factor: Double) {
    styleTerms[Int32(row), default: []].append(
      StyleTerm(row: Int32(target), pitch: pitch, offer: offer, factor: factor))
  }

  mutating func addSwitch(name: String, entries: [(row: Int32, coefficient: Double)]) {
    switches.append(Switch(name: name, entries: entries))
  }

  mutating func add(_ offer: Switch) {
    switches.append(offer)
  }

  /// Enters a switch into a row.
  mutating func enter(switch position: Int, into row: Int, _ coefficient: Double) {
    switches[position].entries.append((Int32(row), coefficient))
  }

  /// Adds a row of no rule, and returns its index.
  /// - Parameter isLink: whether it asks for nothing once the switches are decided.
  mutating func addStandingRow(name: String, bounds: Bounds, isLink: Bool) -> Int {
    let row = lower.count
    lower.append(bounds.lower)
    upper.append(bounds.upper)
    penalty.append(.infinity)
    standingRows[row] = name
    if isLink { links.append(row) }
    return row
  }

  /// The switch of a kind of offer.
  func offerSwitch(ofKind kind: Int) -> Int? { switches.firstIndex { $0.offerKind == kind } }

  /// The name of a row: the user's own rule, its value, and the side where a rule has two rows.
  func name(ofRow row: Int) -> String {
    if let name = standingRows[row] { return name }
    var low = 0
    var high = blocks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if blocks[middle].firstRow <= row { low = middle } else { high = middle - 1 }
    }
    return blocks.isEmpty ? "" : blocks[low].name(ofRow: row - blocks[low].firstRow)
  }
}

/// The rows of one rule.
struct RowBlock: Sendable {
  var rule: String
  var labels: RowLabels
  var firstRow: Int
  var count: Int

  func name(ofRow row: Int) -> String {
    switch labels {
    case .none: rule
    case .values(let values): "\(rule): \(values[row])"
    case .named(let names): names[row]
    case .sides(let sides): "\(rule) (\(sides[row]))"
    case .numbered: "\(rule) (\(row + 1))"
    }
  }
}

/// What tells the rows of a block apart.
enum RowLabels: Sendable {
  /// One row, named as the rule.
  case none
  /// `RULE: value`
  case values([String])
  /// A name of its own for each row.
  case named([String])
  /// `RULE (least)`: the sides of a share or an average.
  case sides([String])
  /// `RULE (1)`: the pairs of an all-or-none rule.
  case numbered
}

/// Options that enter rows with a measure times a factor.
struct Term: Sendable {
  var scope: Scope
  var rows: RowSelector
  var measure: BoundMeasure
  var factor: Double
  /// Whether it is what a ratio is compared with: the sum that is taken off.
  var isCompared = false
}

/// Which row an option enters; -1 for none.
enum RowSelector: Sendable {
  case one(Int32)
  /// By the code of a column, -1 where it is missing; several for tags.
  case codes([Int32], CodeRows)
  /// By a number, in every band that holds it.
  case bands([Double], [(bounds: Bounds, row: Int32)])
  /// By an exact number.
  case numbers([Double], rowOfNumber: [Double: Int32])
  case pitches([Int32])
  case offers([Int32])
}

/// A measure with the column it reads.
enum BoundMeasure: Sendable {
  case items, minutes, units, gmv, margin, stockValue, offerPrice, saving
  case column([Double])
}

/// One style's part in a row.
struct StyleTerm: Sendable {
  var row: Int32
  var pitch: Int?
  /// The number of the offer that it is about; `nil` for any.
  var offer: Int?
  var factor: Double
}

/// A 0/1 column that is no option.
struct Switch: Sendable {
  var name: String
  var entries: [(row: Int32, coefficient: Double)]
  /// What it adds to the objective.
  var gain = 0.0
  /// The kind of offer that it stands for.
  var offerKind: Int?
  /// The combination of offers on the whole show that it stands for.
  var offerCase: Int?
}
