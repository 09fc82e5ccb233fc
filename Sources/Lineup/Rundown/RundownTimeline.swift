import Optimization

/// Puts an order on the clock: items, breaks, encores, and what to say when.
struct RundownTimeline {
  let show: Show
  let plan: RundownPlan
  let tray: Tray
  let evaluator: RundownEvaluator

  private var problem: RundownProblem { evaluator.problem }

  func rundown(_ answer: RundownSolver.Answer) -> Rundown {
    var slots: [Rundown.Slot] = []
    var clock = 0
    var breaks = plan.breaks[...]
    func takeBreaks() {
      while let pause = breaks.first, pause.second <= clock {
        breaks.removeFirst()
        slots.append(self.pause(pause, at: clock))
        clock += pause.seconds
      }
    }
    takeBreaks()
    for (place, index) in answer.order.enumerated() {
      slots.append(slot(index, kind: .item, place: place + 1, at: clock))
      clock += problem.items[index].seconds
      takeBreaks()
    }
    let encores = self.encores(after: answer.order, from: clock, breaks: breaks)
    for (index, at) in encores.chosen {
      slots.append(slot(index, kind: .encore, place: nil, at: at))
      clock = at + (plan.encore?.seconds ?? 0)
    }
    for pause in breaks {
      clock = max(clock, pause.second)
      slots.append(self.pause(pause, at: clock))
      clock += pause.seconds
    }
    addCues(to: &slots)
    let extra = slots.filter { $0.kind == .encore }.reduce(0) { $0 + $1.gmv }
    let value = answer.score.value + extra
    let bound = max(value, answer.bound + extra)
    let length = show.rundownLength(plan, atLeast: clock)
    return Rundown(
      slots: slots, missingEncores: encores.missing, value: value, bound: bound,
      isOptimal: bound - value <= 1e-6 * max(1, abs(value)), misses: misses(answer.order),
      method: answer.method, solver: answer.method == "exact" ? "GLPK" : "Swift", seconds: 0,
      start: plan.start, length: length, spare: max(0, length - clock),
      countsViewers: AudienceCurve.countsViewers(plan.audience))
  }

  private func pause(_ pause: RundownPlan.Break, at clock: Int) -> Rundown.Slot {
    Rundown.Slot(
      kind: .pause, place: nil, start: clock, seconds: pause.seconds, title: pause.name, item: nil,
      price: nil,
      listPrice: nil, stock: nil, gmv: 0, audience: audience(clock, pause.seconds), roles: [], cues: [],
      isShown: false)
  }

  private func audience(_ clock: Int, _ seconds: Int) -> Double {
    AudienceCurve.countsViewers(plan.audience)
      ? problem.audience.average(from: clock, seconds: seconds)
      : problem.audience.weight(from: clock, seconds: seconds)
  }

  private func slot(_ index: Int, kind: Rundown.Slot.Kind, place: Int?, at clock: Int) -> Rundown.Slot {
    let item = tray.items[index]
    let row = show.catalog.row(ofSPU: item.spu)
    let seconds = kind == .encore ? plan.encore?.seconds ?? 0 : problem.items[index].seconds
    let list = row.flatMap { row in show.catalog.numbers(.listPrice)?[row] }
    var roles: [String] = []
    if let row, case .tags(let codes, let sets)? = show.catalog.column(.role)?.values, codes[row] >= 0 {
      roles = sets[Int(codes[row])]
    }
    return Rundown.Slot(
      kind: kind, place: place, start: clock, seconds: seconds, title: item.name ?? item.spu, item: item,
      price: kind == .encore
        ? item.price
        : plan.offers.first { $0.spu.spu == item.spu }?.price ?? item.offerPrice ?? item.price,
      listPrice: list.flatMap { $0.isNaN ? nil : $0 }, stock: row.map { show.stock[$0] },
      gmv: kind == .encore
        ? encoreGMV(index) * problem.audience.weight(from: clock, seconds: seconds)
        : problem.gain(index, at: clock), audience: audience(clock, seconds), roles: roles, cues: [],
      isShown: place.map { $0 <= problem.shown.count } ?? false)
  }

  /// What is to be said of the offer that an item has: its price, until when, when buyers get it and can use it.
  private func offerCue(_ item: TrayItem) -> String? {
    guard let name = item.offer, let kind = show.scenario.offers?.kinds.first(where: { $0.name == name })
    else {
      return nil
    }
    let price = FigureText.number(item.offerPrice ?? item.price, decimals: 2)
    var cue = "\(name): \(price) instead of \(FigureText.number(item.price, decimals: 2))"
    if let start = plan.start, let to = kind.window?.seconds(start: start).to {
      cue += ", until \(Rundown.clock(to, start: plan.start))"
    }
    func words(_ period: OfferKind.Period) -> String {
      [period.from.map { "from \($0)" }, period.to.map { "to \($0)" }].compactMap(\.self).joined(
        separator: " ")
    }
    if let claim = kind.claim { cue += ", to be claimed \(words(claim))" }
    if let use = kind.use { cue += ", to be used \(words(use))" }
    return cue
  }

  // MARK: Encores

  /// What an item sells once more at an average audience: a share of the first time, as far as stock goes.
  private func encoreGMV(_ index: Int) -> Double {
    let item = tray.items[index]
    guard let encore = plan.encore, let row = show.catalog.row(ofSPU: item.spu) else { return 0 }
    return item.price * max(0, min(encore.share * item.units, show.stock[row] - item.units))
  }

  /// The best items once more, while minutes remain; no two neighbours that hard rules keep apart.
  private func encores(
    after order: [Int], from clock: Int, breaks: ArraySlice<RundownPlan.Break>
  ) -> (chosen: [(item: Int, at: Int)], missing: Rundown.MissingEncores?) {
    guard let encore = plan.encore else { return ([], nil) }
    guard let minutes = show.scenario.show.minutes else {
      return (
        [],
        .init(asked: encore.items, placed: 0, reason: .noLength)
      )
    }
    let kept = breaks.reduce(0) { $0 + $1.seconds }
    var left = Int(saturating: (minutes * 60).rounded()) - clock - kept
    var candidates = order.filter { index in
      guard let row = show.catalog.row(ofSPU: tray.items[index].spu),
        let scope = show.rundownScopes?.encore,
        let pitch = show.scenario.pitches.firstIndex(where: { $0.name == tray.items[index].pitch })
      else { return false }
      return scope.contains(row: row) && scope.contains(pitch: pitch) && encoreGMV(index) > 0
    }
    let sellable = candidates.count
    candidates.sort { (encoreGMV($1), $0) < (encoreGMV($0), $1) }
    var chosen: [(item: Int, at: Int)] = []
    var last = order.last
    var at = clock
    while chosen.count < encore.items, left >= encore.seconds {
      guard
        let next = candidates.firstIndex(where: { index in
          last.map { $0 != index && evaluator.mayFollow($0, index) } ?? true
        })
      else { break }
      let item = candidates.remove(at: next)
      chosen.append((item, at))
      last = item
      at += encore.seconds
      left -= encore.seconds
    }
    let isLastAlone = candidates.count == 1 && candidates.first == last
    return (
      chosen, missing(encore, chosen: chosen.count, sellable: sellable, isLastAlone: isLastAlone, left: left)
    )
  }

  /// Why there are fewer encores than were asked for.
  private func missing(
    _ encore: RundownPlan.Encore, chosen: Int, sellable: Int, isLastAlone: Bool, left: Int
  ) -> Rundown.MissingEncores? {
    guard chosen < encore.items else { return nil }
    let reason: Rundown.MissingEncores.Reason =
      left < encore.seconds
      ? .noTime(left: left, encore: encore.seconds)
      : chosen == sellable
        ? .noStock(items: sellable, isOfAll: encore.condition.clauses.isEmpty)
        : isLastAlone ? .lastOnAir : .spacing
    return .init(asked: encore.items, placed: chosen, reason: reason)
  }

  // MARK: Words

  private func misses(_ order: [Int]) -> [Rundown.Miss] {
    var misses: [Rundown.Miss] = []
    for rule in problem.every {
      guard let penalty = rule.penalty else { continue }
      let count = evaluator.longStretches(rule, order).count
      if count > 0 { misses.append(.init(rule: rule.name, count: count, cost: penalty * Double(count))) }
    }
    for rule in problem.apart {
      guard let penalty = rule.penalty else { continue }
      let count = zip(order, order.dropFirst()).enumerated().reduce(0) { total, pair in
        pair.offset + 1 < problem.shown.count
          ? total : total + rule.values[pair.element.0].count { rule.values[pair.element.1].contains($0) }
      }
      if count > 0 { misses.append(.init(rule: rule.name, count: count, cost: penalty * Double(count))) }
    }
    return misses
  }

  private func addCues(to slots: inout [Rundown.Slot]) {
    func clock(_ second: Int) -> String { Rundown.clock(second, start: plan.start) }
    var block: String?
    for position in slots.indices {
      guard let item = slots[position].item else {
        slots[position].cues =
          position + 1 < slots.count ? ["then \(slots[position + 1].title)"] : ["end of the show"]
        continue
      }
      var cues: [String] = []
      if let blocks = plan.blocks, blocks.form == .together, slots[position].kind == .item {
        let own = show.rundownValues(blocks.attribute, of: item).first ?? "others"
        if own != block { cues.append("\(blocks.attribute): \(own)") }
        block = own
      }
      if let offer = plan.offers.first(where: { $0.spu.spu == item.spu }), slots[position].kind == .item {
        cues.append(
          "offer \(FigureText.number(offer.price, decimals: 2)) instead of \(FigureText.number(item.price, decimals: 2))"
            + (offer.to.map { ", until \(clock($0))" } ?? ""))
      }
      if slots[position].kind == .item, let cue = offerCue(item) { cues.append(cue) }
      if slots[position].kind == .encore { cues.append("once more") }
      if let stock = slots[position].stock, item.units >= 0.9 * stock {
        cues.append("may sell out: \(FigureText.number(stock)) in stock")
      }
      if plan.fixed.contains(where: { $0.spu.spu == item.spu }) { cues.append("fixed") }
      slots[position].cues = cues
    }
  }
}
