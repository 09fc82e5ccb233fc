/// What a person should know of a tray that was read back: where it and the catalog disagree.
package struct TrayNote: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The catalog has the style no longer.
    case withdrawn(nearest: String?)
    /// The tray does not say which offers it has on the whole show, so that it counts as having these.
    case noWideOffers([String])
    /// An amount differs from the catalog's, which may be missing.
    case differs(TrayAmount, catalog: Double?, isTaken: Bool)
  }

  package var spu: String
  package var kind: Kind
  package var location: SourceLocation
}

extension TrayNote: CustomStringConvertible {
  package var description: String { "\(location): \(words)" }

  private var words: String {
    switch kind {
    case .withdrawn(let nearest):
      return "\(spu) is no longer in the catalog and counts as withdrawn"
        + (nearest.map { "; if it is a slip of the pen: did you mean \"\($0)\"?" } ?? "")
    case .noWideOffers(let kept):
      return "the tray does not say which offers are on the whole show; it counts as having "
        + (kept.isEmpty ? "none" : kept.joined(separator: ", ")) + " (a result in JSON says it)"
    case .differs(let amount, let catalog, let isTaken):
      let name = amount.column.rawValue
      let here = amount.number.map { plain($0) } ?? "\"\(Problem.shortened(amount.text))\", no number"
      let there = catalog.map { plain($0) } ?? "missing"
      let outcome =
        isTaken
        ? "the tray's counts"
        : TrayAmount.Column.takeable.contains(amount.column)
          ? "the catalog's counts (--take \(name) takes the tray's)" : "the catalog's counts"
      let source = amount.column == .units ? "by the catalog" : "in the catalog"
      return "\(name) of \(spu) is \(here) here, \(there) \(source); \(outcome)"
    }
  }

  /// Notes in sentences, those of one kind as a few examples and a count of the others.
  package static func sentences(_ notes: [TrayNote], examples: Int = 5) -> [String] {
    var counts: [String: Int] = [:]
    var sentences: [String] = []
    for note in notes {
      counts[note.group, default: 0] += 1
      if counts[note.group, default: 0] <= examples { sentences.append(note.description) }
    }
    for group in counts.keys.sorted() {
      let more = counts[group, default: 0] - examples
      if more > 0 { sentences.append("… and \(more) more \(more == 1 ? "item" : "items") whose \(group)") }
    }
    return sentences
  }

  private var group: String {
    switch kind {
    case .withdrawn: "style is no longer in the catalog"
    case .noWideOffers: "offers on the whole show are not said"
    case .differs(let amount, _, _):
      amount.column == .units ? "units differ" : "\(amount.column.rawValue) differs"
    }
  }
}
