import Lineup

/// A conflict in a sentence, with the figures that make it plain:
///
///     `air time` (..170) cannot hold with `lock A1` and `lock A2`: the locked styles take at least 190 minutes.
extension Words.Clash {
  package static func sentence(_ conflict: Conflict) -> Phrase {
    let why: Phrase = conflict.reason.map { ": \(reason($0))" } ?? ""
    let doubt: Phrase = conflict.isMinimal ? "" : " (A limit ended the search: fewer rules may clash.)"
    return "\(who(conflict.rows))\(why).\(doubt)"
  }

  // MARK: Who clashes

  private static func who(_ rows: [Conflict.Row]) -> Phrase {
    let others = rows.filter { !$0.isLock }
    let locks = rows.filter(\.isLock)
    let names = Words.list(others.map(named))
    let locked = Words.list(locks.map { row -> Phrase in "\(rule: row.row)" })
    return switch (others.count, locks.count) {
    case (0, 1): "\(locked) cannot hold"
    case (0, _): "\(locked) cannot all hold"
    case (1, 0): "\(names) cannot hold"
    case (1, _): "\(names) cannot hold with \(locked)"
    case (2, 0): "\(names) cannot both hold"
    case (2, _): "\(names) cannot both hold with \(locked)"
    case (_, 0): "\(names) cannot all hold"
    default: "\(names) cannot all hold with \(locked)"
    }
  }

  /// `name` (range), or `name` alone where a rule has no range.
  private static func named(_ row: Conflict.Row) -> Phrase {
    row.hasRange ? "\(rule: row.row) (\(range: row.required, row.kind))" : "\(rule: row.row)"
  }

  // MARK: Why

  private static func reason(_ reason: ConflictReason) -> Phrase {
    switch reason {
    case .ineligible(let styles):
      return Words.list(styles.map { style -> Phrase in "\(style.spu) \(Words.Reason.off(style.reason))" })
    case .allowsOne(let styles): return "it allows one of \(Words.list(styles))"
    case .lockedStyles(let count, let most):
      return "\(Words.counted(count, .style)) \(count == 1 ? "is" : "are") locked where \(allowed(most))"
    case .noStyle(let attribute, let values):
      return "no style has \(attribute) \(Words.eitherOf(values.map { "\"\($0)\"" }))"
    case .candidates(let count):
      return count == 0
        ? "no candidate counts towards it"
        : "only \(count == 1 ? "1 candidate counts" : "\(count) candidates count") towards it"
    case .offerCandidates(let count, let offer, let refused, let example, let why):
      let most =
        count == 0
        ? "no candidate counts towards it"
        : "only \(count == 1 ? "1 candidate counts" : "\(count) candidates count") towards it"
      if refused == 0 { return "\(most)" }
      let who = refused == 1 ? "1 style that meets" : "\(refused) styles that meet"
      return
        "\(most); \(who) the `where` of offer \"\(offer)\" may not have its price (\(example): \(why.words))"
    case .offersAlways(let names, let most):
      return
        "\(Words.list(names.map { "\"\($0)\"" })) \(names.count == 1 ? "is" : "are") always there where \(allowed(most))"
    case .offersAskedFor(let names, let most):
      return "they ask for \(Words.list(names.map { "\"\($0)\"" })) where \(allowed(most))"
    case .reach(let reach):
      return "all candidates together reach \(FigureText.value(reach, .amount))"
    case .group(let styles): return Phrase(only(styles))
    case .shareOfGroup(let styles, let row, let most):
      return
        "\(only(styles)), so \(rule: row) comes to at most \(FigureText.percent(most, rounding: .down))"
    case .cappedGroup(let styles, let attribute, let values, let most):
      let one = styles.count == 1
      return
        "the \(one ? "style that is" : "\(styles.count) styles that are") \(traits(styles.traits)) \(one ? "has" : "have") \(values) \(values == 1 ? "value" : "values") of \(attribute), at most \(FigureText.value(most, .count)) of each"
    case .asksForMore(let row, let least, let most):
      return "\(rule: row) asks for at least \(FigureText.counted(least, "item")) where \(allowed(most))"
    case .quotasAskForMore(let least, let most):
      return "the quotas come to at least \(FigureText.counted(least, "item")) where \(allowed(most))"
    case .arithmetic(let reason): return Words.Impossible.reason(reason)
    case .lockedMinutes(let locks, let extreme):
      return
        "the locked \(locks == 1 ? "style takes" : "styles take") \(minutes(extreme))"
    case .itemMinutes(let extreme): return "by these rules alone, the items take \(minutes(extreme))"
    case .row(let row, let kind, let extreme, let isAlone, let supply):
      let rest: Phrase = isAlone ? "" : "by these rules alone, "
      let amount = amount(extreme, kind)
      return kind == .count
        ? "\(rest)\(rule: row) can have \(amount)\(supply.map(among) ?? "")"
        : "\(rest)\(rule: row) comes to \(amount)"
    }
  }

  /// `1 is allowed`
  static func allowed(_ number: Double) -> String {
    "\(FigureText.value(number, .count)) \(number == 1 ? "is" : "are") allowed"
  }

  /// `at most 9`, rounded so that it is true.
  private static func amount(_ extreme: ConflictReason.Extreme, _ kind: RuleCheck.Kind) -> String {
    switch extreme {
    case .atMost(let value): "at most \(FigureText.value(value, kind, rounding: .down))"
    case .atLeast(let value): "at least \(FigureText.value(value, kind, rounding: .up))"
    }
  }

  private static func minutes(_ extreme: ConflictReason.Extreme) -> String {
    let amount = amount(extreme, .amount)
    return "\(amount) \(amount.hasSuffix(" 1") ? "minute" : "minutes")"
  }

  /// `only 2 styles are men and in season`
  private static func only(_ styles: CountedStyles) -> String {
    "only \(styles.count == 1 ? "1 style is" : "\(styles.count) styles are") \(traits(styles.traits))"
  }

  /// ` of 4 styles, of which 2 are in season`
  private static func among(_ supply: ConflictReason.GroupSupply) -> Phrase {
    let parts = supply.parts.map { "\($0.count) \($0.count == 1 ? "is" : "are") \(traits($0.traits))" }
    return
      " of \(Words.counted(supply.count, .style))\(parts.isEmpty ? "" : ", of which \(Words.list(parts))")"
  }

  /// `men and in season`
  private static func traits(_ traits: [StyleTrait]) -> String { Words.list(traits.map(trait)) }

  private static func trait(_ trait: StyleTrait) -> String {
    switch trait {
    case .inSeason(let isIn): isIn ? "in season" : "out of season"
    case .pitch(let pitch): "pitched \(pitch)"
    case .offer(let offer): offer == OfferPlan.none ? "without an offer" : "with offer \(offer)"
    case .value(let value): value
    case .number(let text, let attribute): "\(attribute) \(text)"
    case .has(let attribute, let isFilled): "\(isFilled ? "with" : "without") \(attribute)"
    case .not(let inner): "not \(self.trait(inner))"
    case .anyOf(let inner): Words.eitherOf(inner.map(self.trait))
    }
  }
}
