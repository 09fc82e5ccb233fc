extension NodeReader {
  /// The section `views`.
  func views(_ node: Node) -> ViewsPlan? {
    guard let part = section(node, key: "views", place: "\"views\"", known: ScenarioKeys.views) else {
      return nil
    }
    var plan = ViewsPlan(base: 0, location: node.location)
    if let node = part["base"] {
      plan.base = amount(node, key: "base", isAboveZero: true) ?? 0
    } else {
      report(.missingKey("base", place: "\"views\""), at: node.location)
    }
    plan.conversion = part["conversion"].flatMap { conversion($0) }
    plan.orderValue = part["order_value"].flatMap { orderValue($0) }
    if let node = part["channels"] {
      plan.channels = channels(node)
    } else {
      report(.missingKey("channels", place: "\"views\""), at: node.location)
    }
    if let node = part["overlap"] { readOverlaps(node, into: &plan) }
    if let node = part["total"] { plan.total = viewBounds(node, key: "total") }
    if let node = part["budget"] { plan.budget = countBounds(node, key: "budget") }
    if let node = part["share"] {
      for entry in mapping(node, key: "share", expected: "channels to shares") ?? [] where !entry.value.isNull
      {
        guard let name = channel(entry, of: plan),
          let range = bounds(entry.value, key: entry.key, shares: true)
        else {
          continue
        }
        if range.lower > 1 || range.upper < 0 {
          report(
            .outOfRange(key: entry.key, text: entry.value.shape, expected: "a share between 0 and 100%"),
            at: entry.value.location)
        }
        plan.shares.append((name, range))
      }
    }
    if let node = part["plan"] { plan.fixed = fixed(node, of: plan) }
    return plan
  }

  /// The section `audience`.
  func audience(_ node: Node) -> [AudienceSegment] {
    guard let entries = mapping(node, key: "audience", expected: "segments to what they buy") else {
      return []
    }
    var segments: [AudienceSegment] = []
    for entry in entries {
      let place = "segment \"\(entry.key)\""
      guard let name = newName(entry, "a segment", among: segments.map(\.name)) else { continue }
      var segment = AudienceSegment(name: name, location: entry.keyLocation)
      defer { segments.append(segment) }
      guard let part = section(entry.value, key: entry.key, place: place, known: ScenarioKeys.segment) else {
        continue
      }
      segment.people = part["people"].map { amount($0, key: "people", isWhole: true) ?? 0 }
      guard let node = part["buys"] else { continue }
      for taste in mapping(node, key: "buys", expected: "attributes to values and factors") ?? [] {
        guard !taste.value.isNull,
          let values = mapping(taste.value, key: taste.key, expected: "values to factors")
        else { continue }
        let factors = values.filter { !$0.value.isNull }.compactMap { value -> AudienceSegment.Factor? in
          guard
            let factor = number(value.value, key: value.key, allowed: Bounds(lower: 0), expected: "0 or more")
          else { return nil }
          let text = CatalogText.normalized(value.key)
          return .init(value: text, standing: text, location: value.keyLocation, factor: factor)
        }
        segment.tastes.append(.init(attribute: taste.key, location: taste.keyLocation, factors: factors))
      }
    }
    return segments
  }

  /// What the sections ask of each other.
  func check(_ views: ViewsPlan, audience: [AudienceSegment], goal: Goal?, demand: Demand?) {
    if case .views? = demand?.factor {
      report(
        .keysExclude(
          "per_thousand_views", "views",
          advice:
            "both say how many views there are; give forecasts for views.base, in a column or with demand: { column: …, times: … }"
        ),
        at: demand?.location ?? views.location)
    }
    let names = audience.map(\.name)
    var columns = 0
    for channel in views.channels {
      columns += max(1, channel.rates.count)
      for segment in channel.audience.map(\.segment) + channel.rates.map(\.segment)
      where !names.contains(segment) {
        report(.unknownName(segment, what: "segment of the audience", known: names), at: channel.location)
      }
      for rate in channel.rates {
        guard let segment = audience.first(where: { $0.name == rate.segment }), segment.people == nil else {
          continue
        }
        report(
          .missingKey(
            "people", place: "segment \"\(segment.name)\", which channel \"\(channel.name)\" tells,"),
          at: segment.location)
      }
      guard goal != nil else { continue }
      for (key, figure) in [
        ("conversion", channel.conversion ?? views.conversion),
        ("order_value", channel.orderValue ?? views.orderValue),
      ] where figure == nil {
        report(
          .missingKey(
            key,
            place:
              "with a goal, channel \"\(channel.name)\" (or \"views\", for all)"
          ),
          at: channel.location)
      }
    }
    if views.channels.count > ViewsPlan.mostChannels || columns > ViewsPlan.mostColumns {
      report(
        .outOfRange(
          key: "channels", text: "\(views.channels.count) channels",
          expected: "at most \(ViewsPlan.mostChannels), with \(ViewsPlan.mostColumns) segments told in all"),
        at: views.location)
    }
  }

  // MARK: Channels

  private func channels(_ node: Node) -> [ViewsPlan.Channel] {
    guard let entries = mapping(node, key: "channels", expected: "names to channels") else { return [] }
    if entries.isEmpty {
      report(.wrongShape(key: "channels", expected: "names to channels", found: "nothing"), at: node.location)
    }
    var channels: [ViewsPlan.Channel] = []
    for entry in entries {
      guard let name = newName(entry, "a channel", among: channels.map(\.name)) else { continue }
      let isReserved =
        [ViewsPlan.totalRow, ViewsPlan.budgetRow, ViewsPlan.goalRow].contains(name)
        || name.hasPrefix(ViewsPlan.shareRow("")) || name.hasPrefix(ViewsPlan.peopleRow(""))
      if isReserved { report(.reservedName(name), at: entry.keyLocation) }
      let place = "channel \"\(entry.key)\""
      guard let part = section(entry.value, key: entry.key, place: place, known: ScenarioKeys.channel) else {
        continue
      }
      // One that cannot be read is a channel all the same for what names it.
      channels.append(
        channel(name, part, place: place, at: entry.keyLocation)
          ?? ViewsPlan.Channel(name: name, location: entry.keyLocation, source: .views(Bounds())))
    }
    return channels
  }

  private func channel(
    _ name: String, _ part: Section, place: String, at location: SourceLocation
  ) -> ViewsPlan.Channel? {
    let forms = ["views", "people", "rate"].compactMap { part.entry($0) }
    guard let form = forms.first else {
      report(
        .wrongShape(key: name, expected: "one of the keys views, people and rate", found: "none of them"),
        at: location)
      return nil
    }
    if forms.count > 1 {
      report(
        .keysExclude(
          form.key, forms[1].key,
          advice: "a channel has views, or people who bring them, or people who are told"),
        at: forms[1].keyLocation)
    }
    /// Keys that go with one form alone.
    func only(_ keys: [String], with owner: String) {
      for key in keys where form.key != owner {
        guard let entry = part.entry(key) else { continue }
        report(
          .keysExclude(key, form.key, advice: "\"\(key)\" goes with \"\(owner)\""), at: entry.keyLocation)
      }
    }
    only(["each", "reach", "per", "by"], with: "people")
    only(["limit"], with: "rate")
    var channel = ViewsPlan.Channel(name: name, location: location, source: .views(Bounds()))
    switch form.key {
    case "views": channel.source = .views(viewBounds(form.value, key: "views") ?? Bounds())
    case "people":
      let people = amount(form.value, key: "people") ?? 0
      let each = part["each"].flatMap { amount($0, key: "each") } ?? 1
      let reach = part["reach"].flatMap { share($0, key: "reach") } ?? 1
      if people * each * reach > ViewsPlan.most {
        report(
          .outOfRange(
            key: "people x each x reach", text: plain(people * each * reach),
            expected: "at most \(plain(ViewsPlan.most))"),
          at: form.value.location)
      }
      channel.source = .people(people, each: each, reach: reach)
    default:
      if let entry = part.entry("audience") {
        report(
          .keysExclude("audience", "rate", advice: "who is told says who comes"), at: entry.keyLocation)
      }
      let limit = part["limit"].flatMap { amount($0, key: "limit") }
      channel.source = .told(
        shares(form.value, key: "rate", isWhole: false).map { ($0.name, $0.share) }, limit: limit)
    }
    if let node = part["cost"] { channel.blocks = blocks(node) }
    channel.minimum = part["minimum"].flatMap { amount($0, key: "minimum") }
    channel.conversion = part["conversion"].flatMap { conversion($0) }
    channel.orderValue = part["order_value"].flatMap { orderValue($0) }
    if let node = part["audience"] {
      channel.audience = shares(node, key: "audience", isWhole: true).map { ($0.name, $0.share) }
    }
    if let per = part["per"], let by = part["by"] {
      if let column = text(per, key: "per"), let file = text(by, key: "by") {
        channel.targets = .init(column: column, file: .init(name: file, location: by.location))
      }
    } else if let entry = part.entry("per") ?? part.entry("by") {
      report(.missingKey(entry.key == "per" ? "by" : "per", place: place), at: entry.keyLocation)
    }
    return channel
  }

  /// Segments to shares.
  /// - Parameter isWhole: whether they are parts of a whole, at most 100% together.
  private func shares(_ node: Node, key: String, isWhole: Bool) -> [(name: String, share: Double)] {
    guard let entries = mapping(node, key: key, expected: "segments to shares") else { return [] }
    let shares = entries.filter { !$0.value.isNull }.compactMap { entry -> (name: String, share: Double)? in
      share(entry.value, key: entry.key).map { (CatalogText.normalized(entry.key), $0) }
    }
    if shares.isEmpty, entries.isEmpty {
      report(.wrongShape(key: key, expected: "segments to shares", found: "nothing"), at: node.location)
    }
    for (index, entry) in shares.enumerated()
    where shares[..<index].contains(where: { $0.name == entry.name }) {
      report(.listedTwice(entry.name, key: key), at: node.location)
    }
    let sum = shares.reduce(0) { $0 + $1.share }
    if isWhole, sum > 1 + 1e-9 {
      report(
        .outOfRange(key: key, text: FigureText.percent(sum, decimals: 6), expected: "at most 100% together"),
        at: node.location)
    }
    return shares
  }

  /// `cost: 0.05`, or blocks: `{ 2_000: 0.8, 6_000: 1.2 }`
  private func blocks(_ node: Node) -> [ViewsPlan.Block] {
    if case .scalar = node.content {
      return price(node, key: "cost").map { [.init(end: .infinity, price: $0)] } ?? []
    }
    guard let entries = mapping(node, key: "cost", expected: "ends of blocks to prices, or one price") else {
      return []
    }
    var blocks: [ViewsPlan.Block] = []
    for entry in entries {
      guard let end = ScalarText.number(ScalarText.trimmed(entry.key)), end > 0, end <= ViewsPlan.most else {
        report(
          .invalidScalar(
            key: "cost", text: entry.key,
            expected: "the end of a block, above 0 and at most 1e9, such as 2_000"),
          at: entry.keyLocation)
        continue
      }
      guard let price = price(entry.value, key: entry.key) else { continue }
      if let last = blocks.last {
        if end <= last.end {
          report(
            .outOfRange(
              key: "cost", text: entry.key,
              expected: "above the block before, which ends at \(plain(last.end))"),
            at: entry.keyLocation)
        }
        if price < last.price {
          report(
            .outOfRange(
              key: entry.key, text: plain(price),
              expected: "at least \(plain(last.price)), the price of the block before"),
            at: entry.value.location)
        }
      }
      blocks.append(.init(end: end, price: price))
    }
    return blocks
  }

  // MARK: Between channels

  private func readOverlaps(_ node: Node, into plan: inout ViewsPlan) {
    for entry in mapping(node, key: "overlap", expected: "channels to channels and shares") ?? [] {
      guard !entry.value.isNull, let name = channel(entry, of: plan),
        let index = plan.channels.firstIndex(where: { $0.name == name }),
        let others = mapping(entry.value, key: entry.key, expected: "channels to shares")
      else { continue }
      for other in others where !other.value.isNull {
        guard let share = share(other.value, key: other.key), let second = channel(other, of: plan) else {
          continue
        }
        if second == name {
          report(
            .unknownName(
              name, what: "other channel", known: plan.channels.map(\.name).filter { $0 != name }),
            at: other.keyLocation)
        } else {
          plan.channels[index].overlaps.append((second, share))
        }
      }
      let sum = plan.channels[index].overlaps.reduce(0) { $0 + $1.share }
      if sum > 1 + 1e-9 {
        report(
          .outOfRange(
            key: entry.key, text: FigureText.percent(sum, decimals: 6), expected: "at most 100% together"),
          at: entry.value.location)
      }
    }
  }

  /// What channels are said to bring.
  private func fixed(_ node: Node, of plan: ViewsPlan) -> [(channel: String, amount: ViewsPlan.Fixed)] {
    let entries = mapping(node, key: "plan", expected: "channels to views") ?? []
    return entries.filter { !$0.value.isNull }.compactMap { entry in
      guard let name = channel(entry, of: plan), let channel = plan.channels.first(where: { $0.name == name })
      else {
        return nil
      }
      guard channel.isTold else {
        return amount(entry.value, key: entry.key, isWhole: true).map { (name, .views($0)) }
      }
      guard let told = mapping(entry.value, key: entry.key, expected: "segments to people told") else {
        return nil
      }
      let known = channel.rates.map(\.segment)
      return (
        name,
        .told(
          told.filter { !$0.value.isNull }.compactMap { told in
            let segment = CatalogText.normalized(told.key)
            guard known.contains(segment) else {
              report(
                .unknownName(segment, what: "rate of channel \"\(name)\" for", known: known),
                at: told.keyLocation)
              return nil
            }
            return amount(told.value, key: told.key, isWhole: true).map { (segment, $0) }
          })
      )
    }
  }

  /// The channel that a key names, or `nil` and a report.
  private func channel(_ entry: Node.Entry, of plan: ViewsPlan) -> String? {
    let name = CatalogText.normalized(entry.key)
    let known = plan.channels.map(\.name)
    if known.contains(name) { return name }
    // Without channels it is told that there are none.
    if known.isEmpty { return nil }
    report(.unknownName(name, what: "channel", known: known), at: entry.keyLocation)
    return nil
  }

  // MARK: Scalars

  private func newName(_ entry: Node.Entry, _ what: String, among names: [String]) -> String? {
    let name = CatalogText.normalized(entry.key)
    if name.isEmpty { report(.emptyName(what), at: entry.keyLocation) }
    if names.contains(name) { report(.duplicateKey(name, firstLine: nil), at: entry.keyLocation) }
    return name.isEmpty || names.contains(name) ? nil : name
  }

  /// A number of views or people.
  private func amount(_ node: Node, key: String, isWhole: Bool = false, isAboveZero: Bool = false) -> Double?
  {
    let expected =
      (isAboveZero ? "above 0, at most 1e9" : "0 or more, at most 1e9") + (isWhole ? ", and whole" : "")
    let allowed = Bounds(lower: isAboveZero ? .leastNonzeroMagnitude : 0, upper: ViewsPlan.most)
    guard let amount = number(node, key: key, allowed: allowed, expected: expected) else { return nil }
    if isWhole, amount != amount.rounded() {
      report(.outOfRange(key: key, text: plain(amount), expected: expected), at: node.location)
      return nil
    }
    return amount
  }

  private func viewBounds(_ node: Node, key: String) -> Bounds? {
    guard let bounds = countBounds(node, key: key) else { return nil }
    for end in [bounds.lower, bounds.upper] where end.isFinite && abs(end) > ViewsPlan.most {
      report(.outOfRange(key: key, text: plain(end), expected: "at most 1e9"), at: node.location)
      return nil
    }
    return bounds
  }

  private func share(_ node: Node, key: String) -> Double? {
    number(node, key: key, shares: true, allowed: Bounds(lower: 0, upper: 1), expected: "between 0 and 100%")
  }

  private func conversion(_ node: Node) -> Double? {
    number(
      node, key: "conversion", shares: true, allowed: Bounds(lower: .leastNonzeroMagnitude, upper: 1),
      expected: "above 0 and at most 100%")
  }

  private func orderValue(_ node: Node) -> Double? {
    number(node, key: "order_value", allowed: Bounds(lower: 0), expected: "0 or more")
  }

  private func price(_ node: Node, key: String) -> Double? {
    number(node, key: key, allowed: Bounds(lower: 0, upper: 1e9), expected: "0 or more, at most 1e9")
  }
}
