import Optimization

extension Show {
  /// The items of a tray and the scenario's rules as a problem of order.
  /// - Throws: where a pitch takes no time, an SPU with a rule of its own is not on the tray, or what has
  ///   been on air is not.
  func rundownProblem(
    _ tray: Tray, _ plan: RundownPlan, shown: [String]
  ) throws(LineupError) -> RundownProblem {
    var problems: [Problem] = []
    let here = SourceLocation(source: scenario.source)
    let offers = Dictionary(plan.offers.map { ($0.spu.spu, $0) }, uniquingKeysWith: { first, _ in first })
    var position: [String: Int] = [:]
    var items: [RundownProblem.Item] = []
    for (index, item) in tray.items.enumerated() {
      position[item.spu] = index
      let seconds = Int(saturating: (item.minutes * 60).rounded())
      if seconds < 1 {
        problems.append(
          Problem(
            .other("the pitch \(item.pitch) of \(item.spu) takes no time; a rundown needs its minutes"),
            at: here))
      }
      let gmv = offers[item.spu].map { $0.price * item.units } ?? item.gmv
      var entry = RundownProblem.Item(spu: item.spu, seconds: max(1, seconds), gmv: gmv)
      if let offer = offers[item.spu] {
        if let from = offer.from { entry.earliest = max(entry.earliest, from) }
        if let to = offer.to { entry.latest = min(entry.latest, to - entry.seconds) }
        if offer.from != nil || offer.to != nil { entry.windowRules.append("offer \(item.spu)") }
      }
      if let kind = windowedOffer(item) {
        if let start = plan.start {
          entry.limit(to: kind, start: start)
        } else {
          problems.append(
            Problem(
              .other(
                "offer \"\(kind.name)\" has a window by the clock; write rundown: { start: \"20:00\" } so that it has a place in the show"
              ), at: kind.location))
        }
      }
      items.append(entry)
    }
    for fixed in plan.fixed {
      guard let index = position[fixed.spu.spu] else { continue }
      switch fixed.place {
      case .place(let place):
        if place > items.count {
          problems.append(
            Problem(
              .other(
                "\"place\" of \(fixed.spu.spu) is \(place), but the tray has \(FigureText.counted(items.count, "item"))"
              ),
              at: fixed.spu.location))
        }
        items[index].place = place - 1
      case .second(let second):
        items[index].earliest = max(items[index].earliest, second - items[index].seconds + 1)
        items[index].latest = min(items[index].latest, second)
        items[index].windowRules.append("fixed \(fixed.spu.spu)")
      }
    }
    let order = shown.compactMap { spu -> Int? in
      if position[spu] == nil {
        problems.append(
          Problem(
            .other("\(spu) has been on air, but is not on the tray; adjust the tray with --keep or --shown")))
      }
      return position[spu]
    }
    let length = items.reduce(0) { $0 + $1.seconds } + plan.breaks.reduce(0) { $0 + $1.seconds }
    problems += sizeProblems(length: length, gmv: items.reduce(0) { $0 + abs($1.gmv) })
    problems += timeProblems(plan, length: length)
    if !problems.isEmpty { throw LineupError(problems) }
    var problem = RundownProblem(
      items: items, breaks: plan.breaks, shown: order,
      audience: AudienceCurve(plan.audience, length: rundownLength(plan, atLeast: length)))
    addRules(of: plan, tray, to: &problem)
    return problem
  }

  /// Seconds of the show: what the scenario says, or what the items take.
  func rundownLength(_ plan: RundownPlan, atLeast length: Int) -> Int {
    max(length, scenario.show.minutes.map { Int(saturating: ($0 * 60).rounded()) } ?? 0, 1)
  }

  private func addRules(of plan: RundownPlan, _ tray: Tray, to problem: inout RundownProblem) {
    func members(_ scope: Scope?) -> [Bool] {
      tray.items.map { item in
        guard let scope, let row = catalog.row(ofSPU: item.spu),
          let pitch = scenario.pitches.firstIndex(where: { $0.name == item.pitch })
        else { return false }
        return scope.contains(row: row) && scope.contains(pitch: pitch)
          && scope.contains(offer: offerNumber(item.offer), case: 0)
      }
    }
    if let opening = plan.opening {
      problem.opening = .init(
        name: RundownProblem.openingName, count: opening.items, isMember: members(rundownScopes?.opening))
    }
    if let closing = plan.closing {
      problem.closing = .init(
        name: RundownProblem.closingName, count: closing.items, isMember: members(rundownScopes?.closing))
    }
    for (rule, scope) in zip(plan.spacing, rundownScopes?.spacing ?? []) {
      switch rule.form {
      case .every(let seconds, _):
        problem.every.append(
          .init(
            name: "spacing \(rule.name)", seconds: seconds, isMember: members(scope), penalty: rule.penalty))
      case .apart(let attribute):
        problem.apart.append(
          .init(name: "spacing \(rule.name)", values: codes(attribute, tray), penalty: rule.penalty))
      }
    }
    if let blocks = plan.blocks {
      let codes = codes(blocks.attribute, tray)
      switch blocks.form {
      case .interleaved:
        problem.apart.append(.init(name: RundownProblem.blocksName, values: codes, penalty: blocks.penalty))
      case .together:
        // Items without a value are a block of their own.
        let others = (codes.joined().max() ?? -1) + 1
        problem.blocks = codes.map { $0.first ?? others }
      }
    }
  }

  /// The values of an attribute that each item has, numbered in the order of the tray.
  private func codes(_ attribute: String, _ tray: Tray) -> [[Int]] {
    var known: [String: Int] = [:]
    return tray.items.map { item in
      rundownValues(attribute, of: item).map { value in
        if let code = known[value] { return code }
        known[value] = known.count
        return known.count - 1
      }
    }
  }

  /// The values of an attribute that an item has.
  func rundownValues(_ attribute: String, of item: TrayItem) -> [String] {
    guard let row = catalog.row(ofSPU: item.spu) else { return [] }
    switch HeaderName.normalized(attribute) {
    case Attribute.pitchName: return [item.pitch]
    case Attribute.offerName where scenario.offers != nil: return [item.offer ?? OfferPlan.none]
    case Attribute.inSeasonName: return [seasonIndex[row] >= 1 ? "true" : "false"]
    default: break
    }
    guard case .found(let column)? = catalog.lookup(attribute) else { return [] }
    switch catalog.columns[column].values {
    case .numbers(let numbers): return numbers[row].isNaN ? [] : [plain(numbers[row])]
    case .text(let codes, let values): return codes[row] < 0 ? [] : [values[Int(codes[row])]]
    case .tags(let codes, let sets): return codes[row] < 0 ? [] : sets[Int(codes[row])]
    }
  }
}
