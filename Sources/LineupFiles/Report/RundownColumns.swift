import Lineup

/// The columns of a rundown, in one place for every output.
struct RundownColumns {
  let rundown: Rundown

  /// The slots as a table.
  var table: ReportTable {
    let columns = self.columns
    return ReportTable(
      columns: columns.map(\.column),
      rows: rundown.slots.map { slot in
        ReportTable.Row(
          cells: columns.map { $0.cell(slot) }, group: nil, tone: slot.kind == .pause ? .warning : .plain)
      }, summed: ["minutes", "gmv"].compactMap { key in columns.firstIndex { $0.column.key == key } })
  }

  private typealias Column = (column: ReportTable.Column, cell: (Rundown.Slot) -> ReportTable.Cell)

  private var columns: [Column] {
    let items = rundown.slots.compactMap(\.item)
    func text(_ key: String, _ title: String, _ value: @escaping (Rundown.Slot) -> String?) -> Column {
      (.init(key: key, title: title, kind: .text), { value($0).map { .text($0) } ?? .missing })
    }
    func number(
      _ key: String, _ title: String, decimals: Int, _ value: @escaping (Rundown.Slot) -> Double?
    ) -> Column {
      (
        .init(key: key, title: title, kind: .number(decimals: decimals)),
        { value($0).map { .number($0) } ?? .missing }
      )
    }
    let minuteDigits =
      rundown.slots.map { ReportText.decimals(of: Double($0.seconds) / 60, atMost: 2) }.max() ?? 0
    let priceDigits = rundown.slots.map { ReportText.decimals(of: $0.price ?? 0, atMost: 2) }.max() ?? 0
    var columns = [
      text("time", "Time") { rundown.clock($0.start) },
      number("place", "No", decimals: 0) { $0.place.map(Double.init) },
      text("kind", "Kind") { $0.kind.rawValue },
      number("minutes", "Minutes", decimals: minuteDigits) { Double($0.seconds) / 60 },
      text("spu", "SPU") { $0.item?.spu },
      text("name", "Name") { $0.item == nil ? $0.title : $0.item?.name },
    ]
    if items.contains(where: { $0.brand != nil }) {
      columns.append(text("brand", "Brand") { $0.item?.brand })
    }
    if items.contains(where: { $0.gender != nil }) {
      columns.append(text("gender", "Gender") { $0.item?.gender })
    }
    columns.append(text("pitch", "Pitch") { $0.item?.pitch })
    if rundown.slots.contains(where: { !$0.roles.isEmpty }) {
      columns.append(
        (
          .init(key: "role", title: "Role", kind: .tags),
          { $0.roles.isEmpty ? .missing : .text($0.roles.joined(separator: "|")) }
        ))
    }
    columns.append(number("price", "Price", decimals: priceDigits) { $0.price })
    if rundown.slots.contains(where: { $0.listPrice != nil }) {
      columns.append(number("list_price", "List price", decimals: priceDigits) { $0.listPrice })
    }
    columns += [
      number("stock", "Stock", decimals: 0) { $0.stock },
      number("units", "Units", decimals: 0) { $0.kind == .item ? $0.item?.units : nil },
      number("gmv", "GMV then", decimals: 0) { $0.item == nil ? nil : $0.gmv },
      number(
        "audience", rundown.countsViewers ? "Viewers" : "Audience", decimals: rundown.countsViewers ? 0 : 2
      ) {
        $0.audience
      },
      text("cues", "Cues") { $0.cues.isEmpty ? nil : $0.cues.joined(separator: "; ") },
    ]
    return columns
  }
}

extension Report {
  /// The report of a rundown, for workbooks.
  public init(_ rundown: Rundown, of scenario: Scenario) {
    let text = RundownText(rundown, scenario: scenario)
    title = ReportText.title(scenario)
    facts = text.facts
    verdict = Verdict(
      headline: rundown.isOptimal ? "Proven the best order" : "A good order", detail: text.proof,
      tone: rundown.isOptimal ? .good : .plain)
    figures = []
    notes = []
    sections = [
      Section(
        id: "rundown", title: "Rundown", lead: "", charts: [], table: RundownColumns(rundown: rundown).table)
    ]
  }
}
