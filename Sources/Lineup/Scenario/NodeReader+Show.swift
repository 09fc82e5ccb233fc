extension NodeReader {
  /// The section `show`.
  func showPlan(_ node: Node) -> ShowPlan {
    var plan = ShowPlan()
    guard let part = section(node, key: "show", place: "\"show\"", known: ScenarioKeys.show) else {
      return plan
    }
    if let node = part["date"], let text = text(node, key: "date") {
      plan.date = ShowDate(text)
      if plan.date == nil {
        report(
          .invalidScalar(key: "date", text: text, expected: "a day such as 2026-09-09"), at: node.location)
      }
    }
    if let node = part["region"] {
      plan.region = text(node, key: "region")
      plan.regionLocation = node.location
    }
    if let node = part["minutes"] {
      plan.minutes = minutes(node, key: "minutes")
      plan.minutesLocation = node.location
    }
    if let node = part["reserved_minutes"] {
      plan.reservedMinutes = minutes(node, key: "reserved_minutes") ?? 0
      if let minutes = plan.minutes, plan.reservedMinutes > minutes {
        report(
          .outOfRange(
            key: "reserved_minutes", text: plain(plan.reservedMinutes),
            expected: "at most the show's \(plain(minutes)) minutes"), at: node.location)
      }
    }
    if let node = part["items"] { plan.items = countBounds(node, key: "items") }
    return plan
  }

  /// The section `pitches`; `nil` where it is no mapping.
  func pitches(_ node: Node) -> [Pitch]? {
    guard let entries = mapping(node, key: "pitches", expected: "names to pitches") else { return nil }
    var pitches: [Pitch] = []
    for entry in entries {
      let place = "pitch \"\(entry.key)\""
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty { report(.emptyName("a pitch"), at: entry.keyLocation) }
      if pitches.contains(where: { $0.name == name }) {
        report(.duplicateKey(name, firstLine: nil), at: entry.keyLocation)
      }
      guard
        let part = section(entry.value, key: entry.key, place: place, known: ScenarioKeys.pitch)
      else { continue }
      guard let minutesNode = part["minutes"] else {
        report(.missingKey("minutes", place: place), at: entry.keyLocation)
        continue
      }
      var pitch = Pitch(name: name, minutes: 0)
      pitch.minutes = minutes(minutesNode, key: "minutes") ?? 0
      if let node = part["lift"] {
        pitch.lift = number(node, key: "lift", allowed: Bounds(lower: 0), expected: "0 or more") ?? 1
      }
      if let node = part["where"] { pitch.condition = condition(node) ?? Where() }
      pitches.append(pitch)
    }
    return pitches
  }

  /// The section `goal`.
  func goal(_ node: Node) -> Goal? {
    guard let part = section(node, key: "goal", place: "\"goal\"", known: ScenarioKeys.goal) else {
      return nil
    }
    let positive = Bounds(lower: 0)
    if let gmv = part.entry("gmv") {
      if let other = part.entries.first(where: { ScenarioKeys.funnel.contains($0.key) }) {
        report(
          .keysExclude("gmv", other.key, advice: "give the amount, or views, conversion and order_value"),
          at: other.keyLocation)
        return nil
      }
      return number(gmv.value, key: "gmv", allowed: positive, expected: "0 or more").map { .gmv($0) }
    }
    if part.entries.isEmpty { return nil }
    func factor(_ key: String, shares: Bool = false) -> Double? {
      guard let node = part[key] else {
        report(.missingKey(key, place: "\"goal\" by views, conversion and order_value"), at: node.location)
        return nil
      }
      return shares
        ? number(
          node, key: key, shares: true, allowed: Bounds(lower: 0, upper: 1), expected: "between 0 and 100%")
        : number(node, key: key, allowed: positive, expected: "0 or more")
    }
    let views = factor("views")
    let conversion = factor("conversion", shares: true)
    let orderValue = factor("order_value")
    guard let views, let conversion, let orderValue else { return nil }
    let goal = Goal.funnel(views: views, conversion: conversion, orderValue: orderValue)
    guard NumberLimits.allow(goal.amount) else {
      report(
        .outOfRange(
          key: "views x conversion x order_value", text: plain(goal.amount), expected: NumberLimits.words),
        at: node.location)
      return nil
    }
    return goal
  }

  /// The objective: a measure, or measures and weights.
  func objective(_ node: Node) -> Objective? {
    if case .scalar = node.content {
      return text(node, key: "objective").map {
        Objective(
          parts: [.init(measure: self.measure(named: $0), weight: 1, location: node.location)],
          isWeighted: false)
      }
    }
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      report(
        .wrongShape(
          key: "objective", expected: "a measure such as gmv, or weights such as { gmv: 1, margin: 0.5 }",
          found: node.shape), at: node.location)
      return nil
    }
    let parts = entries.compactMap { entry in
      number(entry.value, key: entry.key).map {
        Objective.Part(measure: self.measure(named: entry.key), weight: $0, location: entry.keyLocation)
      }
    }
    return Objective(parts: parts, isWeighted: true)
  }

  /// The file of factors that `demand` names.
  func factors(_ node: Node) -> FactorsReference? {
    guard let file = node["factors"], !file.isNull, let path = text(file, key: "factors") else { return nil }
    return FactorsReference(path: path, location: file.location)
  }

  /// How the forecast is derived.
  func demand(_ node: Node) -> Demand? {
    guard let part = section(node, key: "demand", place: "\"demand\"", known: ScenarioKeys.demand) else {
      return nil
    }
    // Factors alone correct the catalog's own forecast.
    if !part.entries.isEmpty, part.entries.allSatisfy({ $0.key == "factors" }) { return nil }
    let column = part.entry("column")
    let perViews = part.entry("per_thousand_views")
    if let column, perViews != nil {
      report(
        .keysExclude(
          "column", "per_thousand_views",
          advice: "give \"column\" with \"times\", or \"per_thousand_views\" with \"views\""),
        at: column.keyLocation)
      return nil
    }
    guard let source = column ?? perViews else {
      report(.missingKey("column", place: "\"demand\""), at: node.location)
      return nil
    }
    let factorKey = column == nil ? "views" : "times"
    let foreign = column == nil ? "times" : "views"
    if let entry = part.entry(foreign) {
      report(
        .unknownKey(foreign, place: "\"demand\" by \"\(source.key)\"", known: [source.key, factorKey]),
        at: entry.keyLocation)
    }
    guard let name = text(source.value, key: source.key) else { return nil }
    guard let factorNode = part[factorKey] else {
      report(.missingKey(factorKey, place: "\"demand\" by \"\(source.key)\""), at: node.location)
      return nil
    }
    guard
      let factor = number(factorNode, key: factorKey, allowed: Bounds(lower: 0), expected: "0 or more")
    else { return nil }
    return Demand(
      column: name, location: source.value.location,
      factor: column == nil ? .views(factor) : .times(factor))
  }
}
