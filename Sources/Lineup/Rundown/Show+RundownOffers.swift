extension Show {
  /// The kind of offer that an item has, where it has a window.
  func windowedOffer(_ item: TrayItem) -> OfferKind? {
    guard let name = item.offer else { return nil }
    return scenario.offers?.kinds.first { kind in
      kind.name == name && (kind.window?.from != nil || kind.window?.to != nil)
    }
  }
}

extension OfferKind.Window {
  /// From when and until when it is open, in seconds of a show that starts at a time of day; a window that is open when the
  /// show starts is open from 0.
  func seconds(start: Int) -> (from: Int?, to: Int?) {
    let day = 86_400
    func after(_ clock: Int) -> Int { (clock - start + day) % day }
    switch (from, to) {
    case (let from?, let to?):
      let length = (to - from + day) % day
      let end = after(to)
      return (max(0, end - length), end)
    case (let from?, nil): return (after(from) > day / 2 ? 0 : after(from), nil)
    case (nil, let to?): return (nil, after(to))
    case (nil, nil): return (nil, nil)
    }
  }
}

extension RundownProblem.Item {
  /// The item is on air within the window of its offer.
  mutating func limit(to kind: OfferKind, start: Int) {
    guard let window = kind.window?.seconds(start: start) else { return }
    if let from = window.from { earliest = max(earliest, from) }
    if let to = window.to { latest = min(latest, to - seconds) }
    windowRules.append(kind.row)
  }
}
