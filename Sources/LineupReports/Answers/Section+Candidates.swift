import Lineup

extension Report.Section {
  /// More candidates than this are more than a person copies rows from.
  private static let mostCandidates = 5000

  /// Every style that may be on the tray, in the columns of the tray: rows to copy from.
  static func candidates(_ show: Show, onTray tray: Lineup.Tray) -> Report.Section? {
    let chosen = show.bestPitches(limit: mostCandidates)
    guard !chosen.isEmpty, let all = try? show.audit(chosen.map { ($0.spu, $0.pitch) })
    else { return nil }
    let columns = TrayColumns(all, show: show)
    let own = Set(tray.items.map(\.spu))
    let keys = [
      "spu", "name", "brand", "gender", "category", "role", "pitch", "minutes", "list_price", "price",
      "units",
      "gmv", "margin",
    ]
    var table = columns.table(all.items.sorted { $0.gmv > $1.gmv }, keys: keys, media: .workbook)
    table.columns.append(.init("on_tray", Words.Tray.onTray, .state, media: .workbook))
    for row in table.rows.indices {
      guard case .text(let spu) = table.rows[row].cells[0] else { continue }
      table.rows[row].cells.append(.text(own.contains(spu) ? Words.yes : ""))
      table.rows[row].tone = own.contains(spu) ? .good : .plain
    }
    return Report.Section(
      "all-candidates", Words.Tray.candidates, lead: Words.Tray.candidatesLead, media: .workbook, table: table
    )
  }
}
