import Lineup

/// A short mark of a tray: the same tray, the same mark, in whatever order its items stand.
package enum TrayMark {
  /// Eight hexadecimal digits of a SHA-256 over styles, pitches, offers and prices.
  package static func mark(of items: [PlannedItem], in show: Show) -> String {
    let lines = items.map { item -> String in
      let price =
        item.price ?? show.catalog.row(ofSPU: item.spu).flatMap { show.catalog.numbers(.price)?[$0] }
      return [item.spu, item.pitch, item.offer ?? "", price.map { "\($0)" } ?? ""].joined(separator: "\u{1F}")
    }.sorted()
    return String(Digest.text(of: Array(lines.joined(separator: "\n").utf8)).prefix(8))
  }
}
