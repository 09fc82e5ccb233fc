/// Says of every change between two trays what would be wrong without it.
struct ChangeReasons {
  /// The show as it is now.
  let show: Show
  let old: TrayList
  /// The old tray in the show before.
  let before: TrayReview
  let late: LateChanges

  /// The changes with their reasons.
  /// - Parameter undo: which changes are taken back; the tray without them is returned.
  func explained(_ list: TrayList, undoing undo: Undo) -> (TrayList, [TrayChange]) {
    var list = list
    while true {
      let review = show.review(list)
      let changes = pairs(review.tray).map { change($0, in: list, review) }
      let unneeded = changes.firstIndex { change in
        guard change.cause == .value else { return false }
        return switch undo {
        case .none: false
        case .idle: change.gain <= 1e-9 * max(1, abs(review.value))
        case .unneeded: true
        }
      }
      guard let unneeded else { return (list, Self.ordered(changes)) }
      list = undoing(changes[unneeded], in: list)
    }
  }

  /// Changes that no rule needs.
  enum Undo {
    case none
    /// Those that gain nothing.
    case idle
    /// All of them.
    case unneeded
  }

  private static func ordered(_ changes: [TrayChange]) -> [TrayChange] {
    func rank(_ change: TrayChange) -> Int {
      switch change.cause {
      case .misplaced: 0
      case .wished: 1
      case .rules: 2
      case .value: 3
      }
    }
    return changes.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  // MARK: Which came for which

  private typealias Pair = (leaving: TrayItem?, joining: TrayItem?)

  /// What left and what came, the likest two together: the same style, then the same group, gender and
  /// category, then the nearest price.
  private func pairs(_ tray: Tray) -> [Pair] {
    func key(_ spu: String, _ pitch: String, _ offer: String?) -> String {
      "\(spu) \(pitch)" + (offer.map { " \($0)" } ?? "")
    }
    func key(_ item: TrayItem) -> String { key(item.spu, item.pitch, item.offer) }
    let stays = Set(TrayList(tray).entries.map { key($0.spu, $0.pitch, $0.offer) })
    let was = Set(old.entries.map { key($0.spu, $0.pitch, $0.offer) })
    let withdrawn = old.withdrawn.map { TrayItem($0, minutes: minutes(ofPitch: $0.pitch)) }
    var leaving = (before.tray.items + withdrawn).filter { !stays.contains(key($0)) }
    var joining = tray.items.filter { !was.contains(key($0)) }
    var pairs: [Pair] = []
    while !leaving.isEmpty, !joining.isEmpty {
      var nearest = (distance: Double.infinity, out: 0, into: 0)
      for (out, one) in leaving.enumerated() {
        for (into, other) in joining.enumerated() {
          let distance = Self.distance(one, other)
          if distance < nearest.distance { nearest = (distance, out, into) }
        }
      }
      pairs.append((leaving.remove(at: nearest.out), joining.remove(at: nearest.into)))
    }
    return pairs + leaving.map { ($0, nil) } + joining.map { (nil, $0) }
  }

  private func minutes(ofPitch name: String) -> Double {
    show.scenario.pitches.first { $0.name == name }?.minutes ?? 0
  }

  private static func distance(_ one: TrayItem, _ other: TrayItem) -> Double {
    if one.spu == other.spu { return 0 }
    var distance = 1.0
    if one.groups.first != other.groups.first { distance += 8 }
    if one.gender != other.gender { distance += 4 }
    if one.category != other.category { distance += 2 }
    let most = max(one.price, other.price)
    return distance + (most > 0 ? abs(one.price - other.price) / most : 0)
  }

  // MARK: What would be wrong without it

  private func change(_ pair: Pair, in list: TrayList, _ review: TrayReview) -> TrayChange {
    var change = TrayChange(
      leaving: pair.leaving, joining: pair.joining, cause: .value, needed: [], gain: 0)
    let reasonOff = pair.leaving.flatMap { show.reasonOff(spu: $0.spu, pitch: $0.pitch, offer: $0.offer) }
    let isWished = pair.joining.map { joining in late.wishes.contains { $0.spu == joining.spu } } ?? false
    var undone = undoing(change, in: list)
    // The wished item stays, so that what is told is why the other one could not stay beside it.
    if isWished, reasonOff == nil, let leaving = pair.leaving, leaving.spu != pair.joining?.spu {
      undone = TrayList(
        entries: list.entries + [.init(spu: leaving.spu, pitch: leaving.pitch, offer: leaving.offer)],
        wideOffers: list.wideOffers)
    }
    let without = show.review(undone)
    change.gain = review.value - without.value
    change.needed = without.missed.filter { row in
      review.tray.rules.first { $0.row == row.row }?.holds ?? true
    }
    if let reasonOff, let leaving = pair.leaving {
      change.cause = .misplaced(late.withdrawn.contains(leaving.spu) ? .withdrawn : reasonOff)
    } else if isWished {
      change.cause = .wished
    } else if !change.needed.isEmpty {
      change.cause = .rules
    }
    return change
  }

  private func undoing(_ change: TrayChange, in list: TrayList) -> TrayList {
    var entries = list.entries.filter { $0.spu != change.joining?.spu }
    if let leaving = change.leaving,
      show.reasonOff(spu: leaving.spu, pitch: leaving.pitch, offer: leaving.offer) == nil
    {
      entries.append(.init(spu: leaving.spu, pitch: leaving.pitch, offer: leaving.offer))
    }
    return TrayList(entries: entries, wideOffers: list.wideOffers)
  }
}

extension TrayItem {
  /// An item of which the catalog knows nothing any more.
  fileprivate init(_ style: TrayList.Withdrawn, minutes: Double) {
    self.init(
      spu: style.spu, name: style.name, brand: nil, gender: nil, category: nil, pitch: style.pitch,
      minutes: minutes, price: 0, units: 0, gmv: 0, margin: 0, stockValue: 0, seasonIndex: 1,
      isLocked: false, groups: [])
  }
}
