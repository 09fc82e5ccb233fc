/// What was sold at a show, style by style, as a file says it.
package struct Sales: Sendable {
  /// The sales of a style: its rows added up.
  package struct Style: Sendable, Equatable {
    /// As the file writes it.
    package var spu: String
    package var units: Double
    /// `nil` where no row has it.
    package var gmv: Double?
    /// Units of rows that have no gmv.
    package var unitsWithoutGMV: Double
    package var returns: Double?
    /// When it sold out, as it is written; `nil` where the cell is empty.
    package var soldOutAt: String?

    package init(
      spu: String, units: Double, gmv: Double? = nil, unitsWithoutGMV: Double? = nil, returns: Double? = nil,
      soldOutAt: String? = nil
    ) {
      self.spu = spu
      self.units = units
      self.gmv = gmv
      self.unitsWithoutGMV = unitsWithoutGMV ?? (gmv == nil ? units : 0)
      self.returns = returns
      self.soldOutAt = soldOutAt
    }
  }

  /// The days of the file's rows, where it has them.
  package struct Days: Sendable, Equatable {
    package var first: String
    package var last: String
    /// Rows of each day.
    package var rows: [String: Int]
  }

  package var source: String
  /// In the order of their first rows.
  package var styles: [Style]
  package var days: Days?
  /// Rows without an id.
  package var rowsWithoutID = 0
  /// What was changed, guessed or left out on the way.
  package var notes: [CatalogNote] = []

  package init(source: String, styles: [Style]) {
    self.source = source
    self.styles = styles
  }

  /// The rows of a table of sales, added up by style.
  /// - Throws: every cell that should be a number and is none, and figures beyond what can be reckoned with.
  package init(_ table: JoinTable) throws(LineupError) {
    source = table.source
    notes = table.notes
    styles = []
    var problems: [Problem] = []
    func position(_ column: SalesColumn) -> CatalogColumn? {
      table.columns.first { $0.name == column.rawValue }
    }
    func numbers(_ column: SalesColumn) -> [Double]? {
      guard let own = position(column) else { return nil }
      if let question = own.question {
        problems.append(question)
        return nil
      }
      switch own.values {
      case .numbers(let numbers):
        if let row = numbers.firstIndex(where: { abs($0) > Self.greatest }) {
          problems.append(
            Problem(
              .outOfRange(key: column.rawValue, text: plain(numbers[row]), expected: "at most 1e12 in size"),
              at: table.place.location(of: row)))
        }
        return numbers
      case .text(let codes, let values):
        if values.isEmpty { return codes.map { _ in .nan } }
        let wrong = codes.firstIndex { $0 >= 0 && NumberText.number(values[Int($0)]) == nil } ?? 0
        let text = codes[wrong] >= 0 ? values[Int(codes[wrong])] : ""
        problems.append(
          Problem(
            .notANumber(column: column.rawValue, key: column.rawValue, text: text),
            at: table.place.location(of: wrong)))
        return nil
      case .tags: return nil
      }
    }
    let units = numbers(.units)
    let gmv = numbers(.gmv)
    let returns = numbers(.returns)
    if !problems.isEmpty { throw LineupError(problems) }
    let soldOut = position(.soldOutAt)
    var placeOfKey: [Int32: Int] = [:]
    for (row, code) in table.codes.enumerated() {
      guard code >= 0 else {
        rowsWithoutID += 1
        continue
      }
      let place = placeOfKey[code] ?? styles.count
      if place == styles.count {
        placeOfKey[code] = place
        styles.append(Style(spu: table.keys[Int(code)], units: 0, gmv: nil, unitsWithoutGMV: 0))
      }
      let sold = units.map { $0[row].isNaN ? 0 : $0[row] } ?? 0
      styles[place].units += sold
      if let amount = gmv?[row], !amount.isNaN {
        styles[place].gmv = (styles[place].gmv ?? 0) + amount
      } else {
        styles[place].unitsWithoutGMV += sold
      }
      if let back = returns?[row], !back.isNaN { styles[place].returns = (styles[place].returns ?? 0) + back }
      if let text = soldOut?.cellText(row: row) { styles[place].soldOutAt = text }
    }
    if styles.isEmpty { throw LineupError(.noTableRows("sale"), at: SourceLocation(source: source)) }
    if let days = position(.date), days.isDays, case .text(let codes, let values) = days.values {
      var rows: [String: Int] = [:]
      for code in codes where code >= 0 { rows[values[Int(code)], default: 0] += 1 }
      if let first = rows.keys.min(), let last = rows.keys.max() {
        self.days = Days(first: first, last: last, rows: rows)
      }
    }
  }

  /// Larger figures are no sales of a style.
  private static let greatest = 1e12
}

extension CatalogColumn {
  /// What a cell says, whatever it is; `nil` where it is missing.
  fileprivate func cellText(row: Int) -> String? {
    if case .numbers(let numbers) = values { return numbers[row].isNaN ? nil : plain(numbers[row]) }
    return values.text(row: row)
  }
}
