extension NodeReader {
  /// The section `rules`; what is wrong in one rule does not hide the others.
  func rules(_ node: Node) -> [NamedRule] {
    guard let entries = mapping(node, key: "rules", expected: "names to rules") else { return [] }
    var rules: [NamedRule] = []
    for entry in entries {
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a rule"), at: entry.keyLocation)
        continue
      }
      rule = name
      if let read = namedRule(name, entry) { rules.append(read) }
      rule = nil
    }
    return rules
  }

  func namedRule(_ name: String, _ entry: Node.Entry) -> NamedRule? {
    guard let entries = mapping(entry.value, key: name, expected: "a form and its range") else { return nil }
    let forms = RuleForms.known
    let found = entries.filter { entry in !entry.value.isNull && forms.contains { $0.form == entry.key } }
    guard found.count == 1, let form = forms.first(where: { $0.form == found[0].key }) else {
      report(
        .ruleForm(found: found.map(\.key), known: forms.map { $0.form }),
        at: found.last?.keyLocation ?? entry.keyLocation)
      return nil
    }
    let known = ScenarioKeys.rule(form) + ScenarioKeys.everyRule
    guard
      let part = section(entry.value, key: name, place: "a rule by \"\(form.form)\"", known: known)
    else { return nil }
    var penalty: Double?
    if let node = part["penalty"] {
      penalty = self.penalty(node)
      if penalty == nil { return nil }
    }
    var isProtected = false
    if let node = part["repair"], let text = text(node, key: "repair") {
      isProtected = text == "never"
      if !isProtected {
        report(
          .invalidScalar(key: "repair", text: text, expected: "never, or no such key"), at: node.location)
      }
    }
    guard let rule = form.read(found[0].value, part, self) else { return nil }
    return NamedRule(
      name: name, location: entry.keyLocation, penalty: penalty, isProtected: isProtected, rule: rule)
  }

  /// The list `lock`, no SPU twice.
  func locks(_ node: Node) -> [Lock] {
    guard let elements = list(node, key: "lock", expected: "SPU ids") else { return [] }
    var locks: [Lock] = []
    for element in elements {
      var lock: Lock?
      if case .mapping = element.content {
        guard
          let part = section(
            element, key: "lock", place: "a lock",
            known: hasOffers ? ScenarioKeys.lockWithOffer : ScenarioKeys.lock)
        else {
          continue
        }
        guard let spu = part["spu"] else {
          report(.missingKey("spu", place: "a lock"), at: element.location)
          continue
        }
        lock = text(spu, key: "spu").map { Lock(spu: $0, pitch: nil, location: element.location) }
        if let pitch = part["pitch"] { lock?.pitch = text(pitch, key: "pitch") }
        if hasOffers, let offer = part["offer"] { lock?.offer = text(offer, key: "offer") }
      } else {
        lock = text(element, key: "lock").map { Lock(spu: $0, pitch: nil, location: element.location) }
      }
      guard let lock else { continue }
      if locks.contains(where: { $0.spu == lock.spu }) {
        report(.listedTwice(lock.spu, key: "lock"), at: element.location)
      } else {
        locks.append(lock)
      }
    }
    return locks
  }
}
