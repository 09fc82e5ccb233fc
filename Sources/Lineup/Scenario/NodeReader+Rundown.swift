import Optimization

extension NodeReader {
  /// The section `rundown`.
  func rundown(_ node: Node) -> RundownPlan? {
    guard let part = section(node, key: "rundown", place: "\"rundown\"", known: ScenarioKeys.rundown) else {
      return nil
    }
    var plan = RundownPlan()
    if let node = part["start"] { plan.start = clockTime(node, key: "start") }
    let start = plan.start
    if let node = part["audience"] { plan.audience = audience(node, start) ?? .shape(.flat) }
    if let node = part["blocks"] { plan.blocks = blocks(node) }
    if let node = part["spacing"] { plan.spacing = spacing(node) }
    if let node = part["opening"] { plan.opening = edge(node, key: "opening") }
    if let node = part["closing"] { plan.closing = edge(node, key: "closing") }
    if let node = part["fixed"] { plan.fixed = fixed(node, start) }
    if let node = part["breaks"] { plan.breaks = breaks(node, start) }
    if let node = part["encore"] { plan.encore = encore(node) }
    if let node = part["offers"] { plan.offers = offers(node, start) }
    return plan
  }

  // MARK: Times

  /// A clock time such as `20:05`, in seconds after midnight.
  func clockTime(_ node: Node, key: String) -> Int? {
    guard let text = text(node, key: key) else { return nil }
    guard let seconds = Self.clock(ScalarText.halfWidth(text)) else {
      report(
        .invalidScalar(key: key, text: text, expected: "a clock time such as 20:00"), at: node.location)
      return nil
    }
    return seconds
  }

  /// `20:05` in seconds after midnight.
  static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<24).contains(hours),
      (0..<60).contains(minutes), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// A moment in seconds from the start: minutes, or a clock time of a show with a start.
  private func moment(_ node: Node, key: String, _ start: Int?) -> Int? {
    if case .scalar(let text) = node.content,
      let clock = Self.clock(ScalarText.halfWidth(ScalarText.trimmed(text)))
    {
      guard let start else {
        report(
          .invalidScalar(
            key: key, text: text, expected: "minutes from the start, since \"rundown\" has no \"start\""),
          at: node.location)
        return nil
      }
      return (clock - start + 86_400) % 86_400
    }
    return seconds(node, key: key, expected: "minutes such as 45 or a clock time such as 20:45")
  }

  /// Minutes as whole seconds.
  private func seconds(_ node: Node, key: String, expected: String, above least: Double = 0) -> Int? {
    guard case .scalar(let text) = node.content, let minutes = ScalarText.number(ScalarText.trimmed(text))
    else {
      let found = if case .scalar(let text) = node.content { text } else { node.shape }
      report(.invalidScalar(key: key, text: found, expected: expected), at: node.location)
      return nil
    }
    let most = NumberLimits.rundownMinutes
    guard minutes >= least, minutes <= most else {
      report(
        .outOfRange(key: key, text: text, expected: "\(plain(least)) to \(plain(most)) minutes"),
        at: node.location)
      return nil
    }
    return Int(saturating: (minutes * 60).rounded())
  }

  // MARK: Parts

  private func audience(_ node: Node, _ start: Int?) -> RundownPlan.Audience? {
    let shapes = RundownPlan.Shape.allCases.map(\.rawValue)
    if case .scalar = node.content, let text = text(node, key: "audience") {
      if let shape = RundownPlan.Shape(rawValue: text) { return .shape(shape) }
      report(
        .invalidScalar(
          key: "audience", text: text,
          expected: "viewers at minutes such as { 0: 3000, 60: 9000 }, or " + shapes.joined(separator: ", ")),
        at: node.location)
      return nil
    }
    guard let entries = mapping(node, key: "audience", expected: "minutes to viewers") else { return nil }
    var points: [(second: Int, viewers: Double)] = []
    for entry in entries {
      let key = Node(.scalar(entry.key), at: entry.keyLocation)
      guard let second = moment(key, key: "audience", start),
        let viewers = number(
          entry.value, key: entry.key, allowed: Bounds(lower: 0), expected: "0 or more")
      else { continue }
      points.append((second, viewers))
    }
    points.sort { $0.second < $1.second }
    for (point, next) in zip(points, points.dropFirst()) where point.second == next.second {
      report(.duplicateKey("minute \(plain(Double(point.second) / 60))", firstLine: nil), at: node.location)
    }
    if !entries.isEmpty, points.count == entries.count, points.allSatisfy({ $0.viewers == 0 }) {
      report(
        .invalidScalar(key: "audience", text: "0", expected: "viewers above 0 at some minute"),
        at: node.location)
    }
    return points.isEmpty ? nil : .points(points)
  }

  private func blocks(_ node: Node) -> RundownPlan.Blocks? {
    let keys = ScenarioKeys.blocks
    guard let part = section(node, key: "blocks", place: "\"blocks\"", known: keys) else { return nil }
    let forms = part.entries.filter { $0.key != "penalty" && keys.contains($0.key) }
    guard let form = forms.first else {
      if part.entries.isEmpty || part["penalty"] != nil {
        report(.missingKey("together", place: "\"blocks\""), at: node.location)
      }
      return nil
    }
    if forms.count > 1 {
      report(
        .keysExclude("together", "interleave", advice: "keep blocks together or mix them"),
        at: forms[1].keyLocation)
      return nil
    }
    guard let attribute = text(form.value, key: form.key) else { return nil }
    var blocks = RundownPlan.Blocks(
      form: form.key == "together" ? .together : .interleaved, attribute: attribute,
      location: form.value.location, penalty: nil)
    if let penalty = part.entry("penalty") {
      if form.key == "together" {
        report(
          .keysExclude("together", "penalty", advice: "blocks are together or they are not"),
          at: penalty.keyLocation)
      }
      blocks.penalty = self.penalty(penalty.value)
    }
    return blocks
  }

  private func spacing(_ node: Node) -> [RundownPlan.Spacing] {
    guard let entries = mapping(node, key: "spacing", expected: "names to rules of spacing") else {
      return []
    }
    var rules: [RundownPlan.Spacing] = []
    for entry in entries {
      let place = "spacing \"\(entry.key)\""
      guard
        let part = section(
          entry.value, key: entry.key, place: place, known: ScenarioKeys.spacing)
      else { continue }
      let penalty = part["penalty"].flatMap { self.penalty($0) }
      var form: RundownPlan.Spacing.Form?
      if let every = part.entry("every"), part.entry("apart") != nil {
        report(.keysExclude("every", "apart", advice: "make two rules of it"), at: every.keyLocation)
        continue
      } else if let node = part["every"] {
        guard let seconds = seconds(node, key: "every", expected: "minutes such as 20", above: 0.5),
          let condition = part["where"].map({ condition($0) }) ?? Where()
        else { continue }
        form = .every(seconds: seconds, condition)
      } else if let node = part["apart"] {
        if let odd = part.entry("where") {
          report(
            .unknownKey("where", place: "\(place) by \"apart\"", known: ScenarioKeys.apart),
            at: odd.keyLocation)
        }
        form = text(node, key: "apart").map { .apart(attribute: $0) }
      } else {
        report(.missingKey("every", place: place), at: entry.keyLocation)
      }
      guard let form else { continue }
      rules.append(
        .init(
          name: CatalogText.normalized(entry.key), form: form, location: entry.value.location,
          penalty: penalty))
    }
    return rules
  }

  /// A role, a list of roles, or a condition with a number of items.
  private func edge(_ node: Node, key: String) -> RundownPlan.Edge? {
    if case .mapping = node.content {
      guard let part = section(node, key: key, place: "\"\(key)\"", known: ScenarioKeys.edge) else {
        return nil
      }
      guard let whereNode = part["where"] else {
        report(.missingKey("where", place: "\"\(key)\""), at: node.location)
        return nil
      }
      let items = part["items"].map { count($0, key: "items", upTo: 1000) } ?? 1
      guard let condition = condition(whereNode), let items else { return nil }
      return .init(condition: condition, items: items, location: node.location)
    }
    let role = Node(
      .mapping([.init(key: "role", keyLocation: node.location, value: node)]), at: node.location)
    return condition(role, key: key).map { .init(condition: $0, items: 1, location: node.location) }
  }

  private func count(_ node: Node, key: String, upTo most: Int) -> Int? {
    guard
      let number = number(
        node, key: key, allowed: Bounds(lower: 1, upper: Double(most)), expected: "1 to \(most)")
    else { return nil }
    guard number == number.rounded() else {
      report(.invalidScalar(key: key, text: plain(number), expected: "a whole number"), at: node.location)
      return nil
    }
    return Int(saturating: number)
  }

  private func spu(_ part: Section) -> SPUReference? {
    guard let node = part["spu"] else {
      report(.missingKey("spu", place: part.place), at: part.location)
      return nil
    }
    return text(node, key: "spu").map { SPUReference(spu: $0, location: node.location) }
  }

  private func fixed(_ node: Node, _ start: Int?) -> [RundownPlan.Fixed] {
    guard let elements = list(node, key: "fixed", expected: "items with their places") else { return [] }
    var all: [RundownPlan.Fixed] = []
    for element in elements {
      let place = "an entry of \"fixed\""
      guard let part = section(element, key: "fixed", place: place, known: ScenarioKeys.fixed),
        let spu = spu(part)
      else { continue }
      if let at = part.entry("at"), part["place"] != nil {
        report(.keysExclude("place", "at", advice: "give the place or the time"), at: at.keyLocation)
      } else if let node = part["place"] {
        if let number = count(node, key: "place", upTo: 10_000) {
          all.append(.init(spu: spu, place: .place(number)))
        }
      } else if let node = part["at"] {
        if let second = moment(node, key: "at", start) { all.append(.init(spu: spu, place: .second(second))) }
      } else {
        report(.missingKey("place", place: place), at: element.location)
      }
    }
    for (position, entry) in all.enumerated()
    where all[..<position].contains(where: { $0.spu.spu == entry.spu.spu }) {
      report(.listedTwice(entry.spu.spu, key: "fixed"), at: entry.spu.location)
    }
    return all
  }

  private func breaks(_ node: Node, _ start: Int?) -> [RundownPlan.Break] {
    guard let elements = list(node, key: "breaks", expected: "breaks with their times") else { return [] }
    return elements.compactMap { element in
      let place = "an entry of \"breaks\""
      guard let part = section(element, key: "breaks", place: place, known: ScenarioKeys.onAirBreak) else {
        return nil
      }
      guard let atNode = part["at"], let minutesNode = part["minutes"] else {
        report(.missingKey(part["at"] == nil ? "at" : "minutes", place: place), at: element.location)
        return nil
      }
      let name = part["name"].map { text($0, key: "name") } ?? "break"
      guard let second = moment(atNode, key: "at", start),
        let seconds = seconds(minutesNode, key: "minutes", expected: "minutes such as 3", above: 0.1),
        let name
      else { return nil }
      return RundownPlan.Break(name: name, location: element.location, second: second, seconds: seconds)
    }.sorted { $0.second < $1.second }
  }

  private func encore(_ node: Node) -> RundownPlan.Encore? {
    guard let part = section(node, key: "encore", place: "\"encore\"", known: ScenarioKeys.encore) else {
      return nil
    }
    let items = part["items"].map { count($0, key: "items", upTo: 1000) } ?? 3
    let seconds =
      part["minutes"].map { self.seconds($0, key: "minutes", expected: "minutes such as 2", above: 0.1) }
      ?? 120
    let share =
      part["share"].map {
        number(
          $0, key: "share", shares: true, allowed: Bounds(lower: 0, upper: 1), expected: "between 0 and 100%")
      } ?? 0.3
    let condition = part["where"].map { self.condition($0) } ?? Where()
    guard let items, let seconds, let share, let condition else { return nil }
    return .init(items: items, seconds: seconds, condition: condition, share: share)
  }

  private func offers(_ node: Node, _ start: Int?) -> [RundownPlan.Offer] {
    guard let elements = list(node, key: "offers", expected: "prices with their times") else { return [] }
    var offers: [RundownPlan.Offer] = []
    for element in elements {
      let place = "an entry of \"offers\""
      guard let part = section(element, key: "offers", place: place, known: ScenarioKeys.offer),
        let spu = spu(part)
      else { continue }
      guard let priceNode = part["price"] else {
        report(.missingKey("price", place: place), at: element.location)
        continue
      }
      let price = number(
        priceNode, key: "price", allowed: Bounds(lower: .leastNonzeroMagnitude), expected: "above 0")
      let from = part["from"].map { moment($0, key: "from", start) }
      let to = part["to"].map { moment($0, key: "to", start) }
      guard let price, from != .some(nil), to != .some(nil) else { continue }
      if offers.contains(where: { $0.spu.spu == spu.spu }) {
        report(.listedTwice(spu.spu, key: "offers"), at: spu.location)
        continue
      }
      let offer = RundownPlan.Offer(spu: spu, price: price, from: from ?? nil, to: to ?? nil)
      if let from = offer.from, let to = offer.to, from >= to {
        report(
          .impossibleRange(
            text: "\(plain(Double(from) / 60))..\(plain(Double(to) / 60))", reason: "it ends before it begins"
          ),
          at: element.location)
        continue
      }
      offers.append(offer)
    }
    return offers
  }
}
