/// How many views each region's people owe of a channel: its views, split by people.
package struct ViewsTargets: Sendable, Equatable {
  package var channel: String
  /// What the file calls those who owe views: `region`.
  package var column: String
  package var parts: [Part]
  /// What the scenario says of the channel's people, where the file has another number.
  package var peopleOfScenario: Double?

  package struct Part: Sendable, Equatable {
    package var name: String
    package var people: Double
    package var views: Int

    package init(name: String, people: Double, views: Int = 0) {
      self.name = name
      self.people = people
      self.views = views
    }
  }

  package var people: Double { parts.reduce(0) { $0 + $1.people } }

  /// Splits whole views by people, what is left to the largest remainders; of equals to the first.
  package mutating func split(_ views: Double) {
    let people = people
    guard people > 0 else { return }
    let quotas = parts.map { views * $0.people / people }
    for index in parts.indices { parts[index].views = Int((quotas[index] + 1e-9).rounded(.down)) }
    let left = Int(views) - parts.reduce(0) { $0 + $1.views }
    func remainder(_ index: Int) -> Double { quotas[index] - Double(parts[index].views) }
    // Remainders that differ by what doubles lose are equal.
    let order = parts.indices.filter { parts[$0].people > 0 }.sorted { first, second in
      let (one, other) = (remainder(first), remainder(second))
      return abs(one - other) <= 1e-9 ? first < second : one > other
    }
    for index in order.prefix(max(0, left)) { parts[index].views += 1 }
  }

  /// The people of a table: a column of that name, and `people`.
  /// - Throws: every column and cell that says nothing, with its line.
  package init(_ table: PlainTable, of channel: ViewsPlan.Channel, column: String) throws(LineupError) {
    self.channel = channel.name
    self.column = column
    parts = []
    let reader = NodeReader()
    table.check(reader)
    let name = table.required(column, reader)
    let people = table.required("people", reader)
    if let name, let people {
      var lines: [String: Int] = [:]
      for row in table.rows {
        let place = table.location(row)
        guard let part = table.cell(row, name), let text = table.cell(row, people) else {
          reader.report(.missingCell(column: table.cell(row, name) == nil ? column : "people"), at: place)
          continue
        }
        if let line = lines[part] { reader.report(.duplicateKey(part, firstLine: line), at: place) }
        lines[part] = row.line
        guard let number = ScalarText.number(text), number >= 0, number <= ViewsPlan.most else {
          reader.report(
            .invalidScalar(key: "people", text: text, expected: "a number from 0 to 1e9, such as 120"),
            at: place)
          continue
        }
        parts.append(Part(name: part, people: number))
      }
      if table.rows.isEmpty { reader.report(.noTableRows(column), at: table.location(table.header)) }
      if reader.found.isEmpty, self.people == 0, let row = table.rows.first {
        reader.report(
          .outOfRange(key: "people", text: "0 in every line", expected: "above 0 in some"),
          at: table.location(row))
      }
    }
    try reader.finish()
    if case .people(let own, _, _) = channel.source, own != self.people { peopleOfScenario = own }
  }
}
