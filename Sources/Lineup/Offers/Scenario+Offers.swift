/// The rows that offers make. They are rules like the user's own, always hard, after the locks.
extension Scenario {
  static let offersRow = "offers"

  var offerRules: [(frame: RuleFrame, rule: any RuleForm, location: SourceLocation?)] {
    guard let offers else { return [] }
    let frame = RuleFrame(name: Self.offersRow)
    var rules: [(frame: RuleFrame, rule: any RuleForm, location: SourceLocation?)] = [
      (frame, OfferCountRule(offers: offers), nil)
    ]
    if !offers.exclusive.isEmpty { rules.append((frame, OfferExclusiveRule(offers: offers), nil)) }
    for position in offers.itemKinds {
      let kind = offers.kinds[position]
      if let range = kind.items {
        let rule = OfferItemsRule(kind: kind, position: position, range: range)
        rules.append((RuleFrame(name: kind.row), rule, nil))
      }
      if let minutes = kind.windowMinutes {
        rules.append((frame, OfferWindowRule(kind: kind, position: position, minutes: minutes), nil))
      }
    }
    return rules
  }

  /// The scenario with a row of its offers changed; `nil` where the rule is none of theirs.
  /// - Parameter bounds: the new range, `nil` to drop the row.
  func changingOffers(_ row: RuleRow, _ rule: any RuleForm, to bounds: Bounds?) -> Scenario? {
    var changed = self
    switch rule {
    case is OfferCountRule:
      changed.offers?.atMost = bounds.flatMap { $0.upper.isFinite ? $0.upper : nil }
    case is OfferExclusiveRule:
      if bounds == nil, let offset = row.offset { changed.offers?.exclusive.remove(at: offset) }
    case let rule as OfferItemsRule: changed.offers?.kinds[rule.position].items = bounds
    case let rule as OfferWindowRule: changed.offers?.kinds[rule.position].windowMinutes = bounds?.upper
    default: return nil
    }
    return changed
  }

  /// Offers cost nothing any more: what they cost is no part of a measure.
  mutating func dropOfferCosts() {
    for position in offers?.kinds.indices ?? 0..<0 { offers?.kinds[position].cost = 0 }
  }

  /// The scenario as offers are on its date: kinds out of their time of use are not there, which is told.
  func withOffersOnDate(_ reader: NodeReader) -> Scenario {
    guard let offers, let date = show.date else { return self }
    var changed = self
    for (position, kind) in offers.kinds.enumerated() where !kind.never {
      guard let use = kind.use, !use.contains(date) else { continue }
      let words = [use.from.map { "from \($0)" }, use.to.map { "to \($0)" }].compactMap(\.self)
        .joined(separator: " ")
      if kind.always {
        reader.report(.offerOutOfUse(kind.name, date: date, use: words), at: kind.location)
      } else {
        reader.warn(.offerNotInUse(kind.name, date: date, use: words), at: kind.location)
      }
      changed.offers?.kinds[position].never = true
    }
    return changed
  }
}
