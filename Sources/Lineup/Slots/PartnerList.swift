/// A partner who may get slots, with what is known of it.
package struct Partner: Sendable, Equatable {
  package var name: String
  package var sales: Double
  /// What it did of each rule, in the order of the columns.
  package var marks: [Mark]

  /// A cell of a rule's column.
  package struct Mark: Sendable, Equatable {
    /// As it is written; `n/a` where the cell is empty.
    package var written: String
    /// What it adds; mostly below 0.
    package var points: Double
  }

  package init(name: String, sales: Double, marks: [Mark] = []) {
    self.name = name
    self.sales = sales
    self.marks = marks
  }
}

/// The partners of a table: `partner`, `sales`, then a column for each rule.
package struct PartnerList: Sendable {
  package var partners: [Partner] = []
  /// The rules' columns.
  package var rules: [String] = []
  package var cautions: [SlotsCaution] = []

  /// Nobody.
  package init() {}

  /// - Parameter formula: has the points of the rules.
  /// - Throws: every column and cell that says nothing, with its line.
  package init(_ table: PlainTable, formula: ScoreFormula) throws(LineupError) {
    let reader = NodeReader()
    table.check(reader)
    let name = table.required("partner", reader)
    let sales = table.required("sales", reader)
    let others = table.header.cells.indices.filter {
      $0 != name && $0 != sales && !table.header.cells[$0].isEmpty
    }
    let known = others.map { table.header.cells[$0] }
    var pointsOfColumn: [Int: ScoreFormula.Rule] = [:]
    for rule in formula.points {
      guard let column = table.column(rule.column), others.contains(column) else {
        reader.report(
          .columnNotInTable(rule.column, source: table.source, known: known), at: rule.location)
        continue
      }
      pointsOfColumn[column] = rule
    }
    let rules = others.filter { column in
      if pointsOfColumn[column] != nil { return true }
      let cells = table.rows.compactMap { table.cell($0, column) }
      // A column of remarks, of which nobody said that it is a rule.
      let isRule = cells.isEmpty || cells.contains { RuleCell($0) != nil }
      cautions.append(
        isRule ? .ruleWithoutPoints(table.header.cells[column]) : .columnOfRemarks(table.header.cells[column])
      )
      return isRule
    }
    self.rules = rules.map { table.header.cells[$0] }
    if let name, let sales {
      readRows(of: table, name, sales, rules, pointsOfColumn, reader)
    }
    try reader.finish()
  }

  private mutating func readRows(
    of table: PlainTable, _ name: Int, _ sales: Int, _ rules: [Int], _ points: [Int: ScoreFormula.Rule],
    _ reader: NodeReader
  ) {
    var lines: [String: Int] = [:]
    var silent: [String: Int] = [:]
    for row in table.rows {
      let place = table.location(row)
      guard let partner = table.cell(row, name) else {
        reader.report(.missingCell(column: "partner"), at: place)
        continue
      }
      if let line = lines[partner] { reader.report(.duplicateKey(partner, firstLine: line), at: place) }
      lines[partner] = row.line
      var found = Partner(name: partner, sales: 0)
      if let text = table.cell(row, sales) {
        found.sales = Self.sales(text, at: place, reader)
      } else {
        reader.report(.missingCell(column: "sales"), at: place)
      }
      for column in rules {
        let written = table.cell(row, column) ?? RuleState.notApplicable.rawValue
        guard let cell = RuleCell(written) else {
          reader.report(
            .invalidScalar(
              key: table.header.cells[column], text: written,
              expected: "done, late, missed, n/a or a number of points"), at: place)
          continue
        }
        let worth = cell.points(points[column])
        if worth == nil { silent["\(table.header.cells[column])\n\(written)", default: 0] += 1 }
        found.marks.append(.init(written: written, points: worth ?? 0))
      }
      partners.append(found)
    }
    if table.rows.isEmpty { reader.report(.noTableRows("partner"), at: table.location(table.header)) }
    if partners.count > SlotsPlan.mostPartners {
      reader.report(
        .outOfRange(
          key: "partners", text: "\(partners.count)", expected: "at most \(SlotsPlan.mostPartners)"),
        at: table.location(table.header))
    }
    for (key, rows) in silent.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "\n", maxSplits: 1).map(String.init)
      cautions.append(.stateWithoutPoints(parts[1], column: parts[0], partners: rows))
    }
  }

  /// Sales as people write them: `1200000`, `1,200,000`, `120万`.
  private static func sales(_ text: String, at place: SourceLocation, _ reader: NodeReader) -> Double {
    var copy = text
    let reading = copy.withUTF8 { AmountText.read($0, isOwnColumn: false) }
    let number = NumberText.number(text, underscores: true)
    if number == nil, let reading, reading.isOpen {
      reader.report(
        .invalidScalar(
          key: "sales", text: text,
          expected: "one number (is it \(plain(reading.number)) or \(plain(reading.withComma))?)"), at: place)
      return 0
    }
    guard let sales = number ?? reading?.number else {
      reader.report(
        .invalidScalar(key: "sales", text: text, expected: "a number such as 1200000"), at: place)
      return 0
    }
    if sales < 0 || !NumberLimits.allow(sales) {
      reader.report(
        sales < 0
          ? .negativeNumber(column: "sales", text: text)
          : .outOfRange(key: "sales", text: text, expected: NumberLimits.words), at: place)
      return 0
    }
    return sales
  }
}

/// A cell of a rule's column: a state of the rule, or points of its own.
private enum RuleCell {
  case state(RuleState)
  /// Points that it takes off.
  case points(Double)

  init?(_ text: String) {
    let text = ScalarText.halfWidth(text)
    if let state = RuleState(rawValue: text.lowercased()) {
      self = .state(state)
    } else if let number = NumberText.number(text), NumberLimits.allow(number) {
      self = .points(abs(number))
    } else {
      return nil
    }
  }

  /// What it adds; `nil` where the rule says nothing of a state that is not done.
  func points(_ rule: ScoreFormula.Rule?) -> Double? {
    switch self {
    case .points(let points): -points
    case .state(.notApplicable): 0
    case .state(.done): rule?.points[.done] ?? 0
    case .state(let state): rule?.points[state]
    }
  }
}
