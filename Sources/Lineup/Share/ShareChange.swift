/// What a tray's sheet has that the sheet of another tray has not.
package struct ShareChange: Sendable, Equatable {
  /// A cell that is another.
  package struct Cell: Sendable, Equatable {
    package var spu: String
    package var column: String
    package var before: ShareSheet.Cell
    package var after: ShareSheet.Cell
  }

  package var owner: String
  package var value: String?
  /// Styles that come and go, in the order of their sheet.
  package var comesIn: [String]
  package var goesOut: [String]
  package var cells: [Cell]
  /// Whether the order of those that stay is another.
  package var isReordered: Bool
  /// Whether there was no such sheet before, and whether there is none now.
  package var isNew: Bool
  package var isGone: Bool

  /// Whether somebody must get a new sheet.
  package var isChange: Bool {
    !comesIn.isEmpty || !goesOut.isEmpty || !cells.isEmpty || isReordered || isNew || isGone
  }

  package var title: String { value.map { "\(owner): \($0)" } ?? owner }

  /// What becomes of the sheets when one tray takes the place of another; `nil` where the scenario shares none.
  /// - Parameter slots: the running orders of both, where they are known.
  package static func between(
    _ before: [(spu: String, pitch: String)], and after: [(spu: String, pitch: String)], in show: Show,
    slots: (before: [ShareSlot], after: [ShareSlot]) = ([], [])
  ) -> [ShareChange]? {
    if show.scenario.shares.isEmpty { return nil }
    func sheets(_ items: [(spu: String, pitch: String)], _ slots: [ShareSlot]) -> [ShareSheet] {
      show.shareSheets(items.map { PlannedItem(spu: $0.spu, pitch: $0.pitch) }, slots: slots)
    }
    return between(sheets(before, slots.before), and: sheets(after, slots.after))
  }

  /// The sheets of two trays side by side; those that are the same among them.
  package static func between(_ before: [ShareSheet], and after: [ShareSheet]) -> [ShareChange] {
    var changes = after.map { sheet in
      ShareChange(
        before.first { $0.owner == sheet.owner && $0.value == sheet.value }, sheet, owner: sheet.owner,
        value: sheet.value)
    }
    for sheet in before where !after.contains(where: { $0.owner == sheet.owner && $0.value == sheet.value }) {
      changes.append(ShareChange(sheet, nil, owner: sheet.owner, value: sheet.value))
    }
    return changes
  }

  private init(_ before: ShareSheet?, _ after: ShareSheet?, owner: String, value: String?) {
    self.owner = owner
    self.value = value
    let old = before?.rows ?? []
    let new = after?.rows ?? []
    let oldRows = Dictionary(old.map { ($0.spu, $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(new.map(\.spu))
    comesIn = new.map(\.spu).filter { oldRows[$0] == nil }
    goesOut = old.map(\.spu).filter { !newIDs.contains($0) }
    cells = []
    for row in new {
      guard let known = oldRows[row.spu], let columns = after?.columns else { continue }
      for (place, column) in columns.enumerated() where place < known.cells.count {
        if known.cells[place] != row.cells[place] {
          cells.append(
            Cell(spu: row.spu, column: column.name, before: known.cells[place], after: row.cells[place]))
        }
      }
    }
    // Where the order is that of the tray, it says nothing.
    let isInOrder = after?.isInOrder == true
    isReordered =
      isInOrder
      && old.map(\.spu).filter(newIDs.contains) != new.map(\.spu).filter { oldRows[$0] != nil }
    // A sheet without items is none.
    isNew = old.isEmpty && !new.isEmpty
    isGone = new.isEmpty && !old.isEmpty
  }
}
