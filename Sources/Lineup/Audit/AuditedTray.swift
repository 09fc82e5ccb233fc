/// A tray as the audit sees it: every amount recomputed from the scenario and the catalog's cells,
/// by other code than the formulation's.
struct AuditedTray: Sendable {
  /// One selected option.
  struct Item: Sendable {
    var spu: String
    var row: Int
    var pitch: Pitch
    var seasonIndex: Double
    var units: Double
    var price: Double
    var gmv: Double
    var margin: Double
    var stockValue: Double
  }

  let scenario: Scenario
  let catalog: Catalog
  let seasonTable: [String: Double]?
  private(set) var items: [Item] = []
  private var onTray: Set<String> = []

  /// A tray without items.
  init(scenario: Scenario, catalog: Catalog, seasonTable: [String: Double]?) {
    self.scenario = scenario
    self.catalog = catalog
    self.seasonTable = seasonTable
  }

  /// Adds an option; what is wrong with it is returned: an unknown SPU or pitch, an SPU that is on
  /// already or no candidate, a pitch it may not have.
  mutating func add(spu: String, pitch name: String) -> String? {
    guard let row = catalog.row(ofSPU: spu) else { return "SPU \(spu) is not in the catalog" }
    guard let pitch = scenario.pitches.first(where: { $0.name == name }) else {
      return "there is no pitch \(name)"
    }
    guard onTray.insert(spu).inserted else { return "SPU \(spu) is on the tray twice" }
    guard isCandidate(row) else { return "SPU \(spu) is no candidate" }
    let item = item(row: row, pitch: pitch)
    guard meets(item, pitch.condition) else { return "SPU \(spu) may not have the pitch \(name)" }
    items.append(item)
    return nil
  }

  func contains(_ spu: String) -> Bool {
    onTray.contains(spu)
  }

  /// The sum of a measure over items.
  func sum(_ measure: Measure, over items: [Item]) -> Double {
    items.reduce(0) { total, item in total + value(measure, of: item) }
  }

  private func value(_ measure: Measure, of item: Item) -> Double {
    switch measure {
    case .items: 1
    case .minutes: item.pitch.minutes
    case .units: item.units
    case .gmv: item.gmv
    case .margin: item.margin
    case .stockValue: item.stockValue
    case .column(let name): if case .number(let number) = cell(name, item) { number } else { 0 }
    }
  }

  // MARK: Conditions

  /// What a cell holds.
  private enum Cell {
    case missing
    case texts([String])
    case number(Double)
    case truth(Bool)
  }

  /// Whether an item meets every clause of a `where`.
  func meets(_ item: Item, _ condition: Where) -> Bool {
    condition.clauses.allSatisfy { clause in
      Self.holds(clause.condition, cell(clause.attribute, item))
    }
  }

  private static func holds(_ condition: Condition, _ cell: Cell) -> Bool {
    switch condition {
    case .not(let inner): return !holds(inner, cell)
    case .anyOf(let inner): return inner.contains { holds($0, cell) }
    case .equals(let text, _):
      switch cell {
      case .missing: return false
      case .texts(let texts): return texts.contains(text)
      case .truth(let truth): return ScalarText.truth(text) == truth
      case .number(let number):
        guard let range = try? Bounds(reading: text, shares: false) else { return false }
        return range.lower <= number && number <= range.upper
      }
    }
  }

  private func cell(_ attribute: String, _ item: Item) -> Cell {
    switch HeaderName.normalized(attribute) {
    case "pitch": return .texts([item.pitch.name])
    case "in_season": return .truth(item.seasonIndex >= 1)
    default: break
    }
    guard case .found(let position)? = catalog.lookup(attribute) else { return .missing }
    switch catalog.columns[position].values {
    case .numbers(let numbers):
      return numbers[item.row].isNaN ? .missing : .number(numbers[item.row])
    case .text(let codes, let values):
      return codes[item.row] < 0 ? .missing : .texts([values[Int(codes[item.row])]])
    case .tags(let codes, let sets):
      return codes[item.row] < 0 ? .missing : .texts(sets[Int(codes[item.row])])
    }
  }

  // MARK: Groups

  /// Whether an item has a listed value of an attribute; for numbers the value is a range.
  func holds(_ item: Item, attribute: String, value: String) -> Bool {
    Self.holds(.equals(value, at: SourceLocation(source: "")), cell(attribute, item))
  }

  /// The values of an attribute that an item has.
  func values(of attribute: String, for item: Item) -> [String] {
    switch cell(attribute, item) {
    case .missing: []
    case .number(let number): [plain(number)]
    case .truth(let truth): [truth ? "true" : "false"]
    case .texts(let texts): texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.element)
    }
  }

  /// The values of an attribute among all options meeting `where`, in the order of the catalog.
  func occurringValues(of attribute: String, where condition: Where) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    for row in 0..<catalog.count where isCandidate(row) {
      for pitch in scenario.pitches {
        let item = item(row: row, pitch: pitch)
        guard meets(item, pitch.condition), meets(item, condition) else { continue }
        for value in values(of: attribute, for: item) where seen.insert(value).inserted {
          order.append(value)
        }
      }
    }
    return order
  }

  // MARK: Amounts

  private func isCandidate(_ row: Int) -> Bool {
    guard number(.price, row) > 0, number(.stock, row) > 0 else { return false }
    guard !scenario.bans.contains(where: { $0.spu == catalog.spus[row] }) else { return false }
    return meets(item(row: row, pitch: .standard), scenario.eligible)
  }

  private func item(row: Int, pitch: Pitch) -> Item {
    let price = number(.price, row)
    let stock = number(.stock, row)
    let index = seasonIndex(row)
    let units = min(stock, forecast(row) * index * pitch.lift)
    var margin = 0.0
    if case .numbers(let costs)? = catalog.column(.cost)?.values, !costs[row].isNaN {
      margin = (price - costs[row]) * units
    }
    return Item(
      spu: catalog.spus[row], row: row, pitch: pitch, seasonIndex: index, units: units, price: price,
      gmv: price * units, margin: margin, stockValue: price * stock)
  }

  private func forecast(_ row: Int) -> Double {
    if let demand = scenario.demand, case .found(let position)? = catalog.lookup(demand.column),
      case .numbers(let numbers) = catalog.columns[position].values, !numbers[row].isNaN
    {
      switch demand.factor {
      case .times(let times): return numbers[row] * times
      case .views(let views): return numbers[row] * views / 1000
      }
    }
    return number(.expectedUnits, row)
  }

  private func number(_ column: CanonicalColumn, _ row: Int) -> Double {
    guard case .numbers(let numbers)? = catalog.column(column)?.values, !numbers[row].isNaN else { return 0 }
    return numbers[row]
  }

  private func seasonIndex(_ row: Int) -> Double {
    guard let seasonTable, case .tags(let codes, let sets)? = catalog.column(.season)?.values,
      codes[row] >= 0
    else { return 1 }
    var largest: Double?
    for tag in sets[Int(codes[row])] {
      let index = tag == "all" ? 1 : (seasonTable[tag] ?? 1)
      largest = largest.map { max($0, index) } ?? index
    }
    return largest ?? 1
  }
}
