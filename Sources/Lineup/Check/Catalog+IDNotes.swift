extension Catalog {
  /// What looks odd in ids, which stay as they are written.
  /// - Complexity: O(styles).
  func idNotes() -> [CatalogNote] {
    var hidden = RepairTally()
    var names: [String] = []
    for (row, id) in spus.enumerated() where !id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      let found = InvisibleText.names(in: id)
      if found.isEmpty { continue }
      for name in found where !names.contains(name) { names.append(name) }
      hidden.add(row: row) { .init(written: InvisibleText.shown(id), read: nil) }
    }
    var alike = RepairTally()
    var pair: (String, String)?
    for (row, leader) in (Spelling.leaders(of: spus) ?? []).enumerated() where leader != row {
      alike.add(row: row)
      if pair == nil { pair = (spus[Int(leader)], spus[row]) }
    }
    let label = column(.spu)?.label
    return [
      hidden.note(.invisibleInIDs(names), column: label, place),
      pair.flatMap { alike.note(.idsAlike($0.0, $0.1), column: label, place) },
    ].compactMap(\.self)
  }
}
