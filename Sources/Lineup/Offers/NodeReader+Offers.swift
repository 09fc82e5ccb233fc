extension NodeReader {
  /// The section `offers`.
  func offerPlan(_ node: Node) -> OfferPlan? {
    guard let part = section(node, key: "offers", place: "\"offers\"", known: ScenarioKeys.offers) else {
      return nil
    }
    var plan = OfferPlan()
    if let node = part["at_most"] {
      plan.atMost = number(node, key: "at_most", allowed: Bounds(lower: 0), expected: "0 or more")
      if let count = plan.atMost, count != count.rounded() {
        report(
          .outOfRange(key: "at_most", text: plain(count), expected: "a whole number of kinds"),
          at: node.location)
      }
    }
    if let node = part["kinds"] { plan.kinds = offerKinds(node) }
    if let node = part["exclusive"] { plan.exclusive = exclusiveOffers(node, plan.kinds.map(\.name)) }
    if let node = part["floor"] { plan.floor = offerFloor(node) }
    return plan
  }

  private func offerKinds(_ node: Node) -> [OfferKind] {
    guard let entries = mapping(node, key: "kinds", expected: "names to kinds of offers") else { return [] }
    var kinds: [OfferKind] = []
    for entry in entries where !entry.value.isNull {
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a kind of offer"), at: entry.keyLocation)
        continue
      }
      if name == OfferPlan.none {
        report(.offerNamedNone, at: entry.keyLocation)
        continue
      }
      if kinds.contains(where: { $0.name == name }) {
        report(.duplicateKey(name, firstLine: nil), at: entry.keyLocation)
        continue
      }
      if let kind = offerKind(name, entry) { kinds.append(kind) }
    }
    let wide = kinds.filter(\.isShowWide)
    if wide.count > Self.mostWideKinds {
      report(
        .tooManyWideOffers(wide.count, most: Self.mostWideKinds), at: wide[Self.mostWideKinds].location)
    }
    return kinds
  }

  /// Each combination of them is a show of its own.
  private static let mostWideKinds = 4

  private func offerKind(_ name: String, _ entry: Node.Entry) -> OfferKind? {
    let place = "offer \"\(name)\""
    guard case .mapping(let all) = entry.value.content else {
      report(
        .wrongShape(key: name, expected: "a mapping of keys", found: entry.value.shape),
        at: entry.value.location)
      return nil
    }
    var kind = OfferKind(name: name, location: entry.keyLocation)
    if let node = all.first(where: { $0.key == "show" && !$0.value.isNull })?.value {
      guard let isWide = truth(node, key: "show") else { return nil }
      kind.isShowWide = isWide
    }
    let known = kind.isShowWide ? ScenarioKeys.wideOffer : ScenarioKeys.offerKind
    guard
      let part = section(
        entry.value, key: name, place: kind.isShowWide ? "\(place), which is on the whole show," : place,
        known: known)
    else { return nil }
    let before = found.count
    if kind.isShowWide {
      if let node = part["gives"] {
        kind.gives =
          number(
            node, key: "gives", shares: true, allowed: Bounds(lower: 0, upper: 1),
            expected: "between 0 and 100%") ?? 0
      }
    } else {
      if let form = priceForm(part, place, at: entry.keyLocation) { kind.form = form }
      if let node = part["where"] { kind.condition = condition(node) ?? Where() }
      if let node = part["items"] {
        kind.items = countBounds(node, key: "items")
      }
      if let node = part["minutes"] { kind.minutes = minutes(node, key: "minutes") ?? 0 }
      if let node = part["window"] {
        kind.window = offerWindow(node, place)
        kind.windowMinutes = kind.window?.minutes
      }
    }
    kind.demand = demandForm(part, isWide: kind.isShowWide)
    if let node = part["cost"] {
      kind.cost = number(node, key: "cost", allowed: Bounds(lower: 0), expected: "0 or more") ?? 0
    }
    if let node = part["always"] { kind.always = truth(node, key: "always") ?? false }
    if let node = part["never"] { kind.never = truth(node, key: "never") ?? false }
    if kind.always, kind.never {
      report(
        .keysExclude("always", "never", advice: "a kind of offer is there in any case, or not at all"),
        at: entry.keyLocation)
    }
    if let node = part["claim"] { kind.claim = offerPeriod(node, key: "claim") }
    if let node = part["use"] { kind.use = offerPeriod(node, key: "use") }
    if let begin = kind.claim?.from, let end = kind.use?.to, end.key(isEnd: true) < begin.key(isEnd: false) {
      report(.offerUsedBeforeClaimed(name, use: end, claim: begin), at: entry.keyLocation)
    }
    return found.count == before ? kind : nil
  }

  /// One of `price`, `off` and `column`.
  private func priceForm(_ part: Section, _ place: String, at location: SourceLocation) -> OfferKind
    .PriceForm?
  {
    let given = ScenarioKeys.offerPrices.compactMap { part.entry($0) }
    guard let entry = given.first, given.count == 1 else {
      report(.offerPrice(place: place, found: given.map(\.key)), at: given.last?.keyLocation ?? location)
      return nil
    }
    if entry.key != "off", let other = part.entry("redeemed") {
      report(
        .keysExclude("redeemed", entry.key, advice: "\"redeemed\" goes with \"off\""), at: other.keyLocation)
    }
    switch entry.key {
    case "price":
      guard
        let number = number(
          entry.value, key: "price", shares: true, allowed: Bounds(lower: .leastNonzeroMagnitude),
          expected: "above 0")
      else { return nil }
      guard case .scalar(let text) = entry.value.content else { return nil }
      return ScalarText.halfWidth(text).contains("%") ? .share(number) : .amount(number)
    case "off":
      var redeemed = 1.0
      if let node = part["redeemed"] {
        guard
          let share = number(
            node, key: "redeemed", shares: true, allowed: Bounds(lower: 0, upper: 1),
            expected: "between 0 and 100%")
        else { return nil }
        redeemed = share
      }
      return number(
        entry.value, key: "off", allowed: Bounds(lower: .leastNonzeroMagnitude), expected: "above 0"
      ).map { .off($0, redeemed: redeemed) }
    default:
      return text(entry.value, key: "column").map { .column($0, at: entry.value.location) }
    }
  }

  private func demandForm(_ part: Section, isWide: Bool) -> OfferKind.DemandForm {
    if let lift = part.entry("lift"), !isWide, part.entry("elasticity") != nil {
      report(
        .keysExclude("lift", "elasticity", advice: "give the lift, or the elasticity that it follows from"),
        at: lift.keyLocation)
      return .none
    }
    let atLeastZero = Bounds(lower: 0)
    if let node = part["lift"] {
      return number(node, key: "lift", allowed: atLeastZero, expected: "0 or more").map { .lift($0) } ?? .none
    }
    guard !isWide, let node = part["elasticity"] else { return .none }
    guard case .scalar(let text) = node.content else {
      report(
        .wrongShape(
          key: "elasticity", expected: "a number of at least 0 or a numeric column", found: node.shape),
        at: node.location)
      return .none
    }
    let trimmed = ScalarText.trimmed(text)
    if ScalarText.number(trimmed) != nil {
      return number(node, key: "elasticity", allowed: atLeastZero, expected: "0 or more").map {
        .elasticity($0)
      } ?? .none
    }
    return self.text(node, key: "elasticity").map { .elasticityColumn($0, at: node.location) } ?? .none
  }

  private func truth(_ node: Node, key: String) -> Bool? {
    guard let text = text(node, key: key) else { return nil }
    guard let truth = ScalarText.truth(text) else {
      report(.invalidScalar(key: key, text: text, expected: "true or false"), at: node.location)
      return nil
    }
    return truth
  }

  private func offerWindow(_ node: Node, _ place: String) -> OfferKind.Window? {
    guard
      let part = section(node, key: "window", place: "the window of \(place)", known: ScenarioKeys.period)
    else { return nil }
    let window = OfferKind.Window(
      from: part["from"].flatMap { clockTime($0, key: "from") },
      to: part["to"].flatMap { clockTime($0, key: "to") })
    if let from = window.from, from == window.to {
      report(.offerWindowEmpty, at: node.location)
    }
    return window
  }

  private func offerPeriod(_ node: Node, key: String) -> OfferKind.Period? {
    guard let part = section(node, key: key, place: "\"\(key)\"", known: ScenarioKeys.period) else {
      return nil
    }
    func moment(_ end: String) -> OfferMoment? {
      guard let node = part[end], let text = text(node, key: end) else { return nil }
      if let moment = Self.offerMoment(ScalarText.halfWidth(text)) { return moment }
      report(
        .invalidScalar(key: end, text: text, expected: "a day such as 2026-09-09, or 2026-09-09 20:00"),
        at: node.location)
      return nil
    }
    let period = OfferKind.Period(from: moment("from"), to: moment("to"))
    if let from = period.from, let to = period.to, to.key(isEnd: true) < from.key(isEnd: false) {
      report(.impossibleRange(text: "\(from)..\(to)", reason: "it ends before it begins"), at: node.location)
      return nil
    }
    return period
  }

  private static func offerMoment(_ text: String) -> OfferMoment? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = parts.first, parts.count <= 2, let day = ShowDate(String(first)) else { return nil }
    guard parts.count == 2 else { return OfferMoment(day: day, time: nil) }
    guard let seconds = clock(String(parts[1])) else { return nil }
    let minutes = seconds / 60
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return OfferMoment(day: day, time: "\(padded(minutes / 60)):\(padded(minutes % 60))")
  }

  private func exclusiveOffers(_ node: Node, _ known: [String]) -> [OfferPlan.Exclusive] {
    guard let elements = list(node, key: "exclusive", expected: "lists of kinds of offers") else { return [] }
    var lists: [OfferPlan.Exclusive] = []
    for element in elements {
      guard let names = list(element, key: "exclusive", expected: "kinds of offers, such as [[A, B]]") else {
        continue
      }
      var kinds: [String] = []
      for name in names {
        guard let kind = text(name, key: "exclusive") else { continue }
        if !known.contains(kind) {
          report(.unknownOffer(kind, known: known), at: name.location)
        } else if kinds.contains(kind) {
          report(.listedTwice(kind, key: "exclusive"), at: name.location)
        } else {
          kinds.append(kind)
        }
      }
      let list = OfferPlan.Exclusive(kinds: kinds, location: element.location)
      if lists.contains(where: { $0.label == list.label }) {
        report(.listedTwice(list.label, key: "exclusive"), at: element.location)
      } else if kinds.count > 1 {
        lists.append(list)
      } else if names.count < 2 {
        report(
          .wrongShape(
            key: "exclusive", expected: "lists of two or more kinds of offers", found: "one of fewer"),
          at: element.location)
      }
    }
    return lists
  }

  private func offerFloor(_ node: Node) -> OfferPlan.Floor? {
    guard
      let part = section(node, key: "floor", place: "\"floor\" of \"offers\"", known: ScenarioKeys.offerFloor)
    else { return nil }
    var floor = OfferPlan.Floor()
    if let node = part["margin"] {
      floor.margin = number(
        node, key: "margin", shares: true, allowed: Bounds(lower: -1, upper: 1),
        expected: "between -100% and 100%")
    }
    if let node = part["column"] {
      floor.column = text(node, key: "column")
      floor.columnLocation = node.location
    }
    return floor
  }
}
