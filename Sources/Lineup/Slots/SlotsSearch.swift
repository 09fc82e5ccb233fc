import Optimization

/// Gives the slots of a plan to partners: scores, quotas, and the calendar of the greatest value.
package struct SlotsSearch: Sendable {
  package var plan: SlotsPlan
  package var partners: PartnerList
  package var wishes: WishList

  package init(plan: SlotsPlan, partners: PartnerList, wishes: WishList) {
    self.plan = plan
    self.partners = partners
    self.wishes = wishes
  }

  /// Searches on the calling thread.
  /// - Parameters:
  ///   - timeLimit: seconds for each search.
  ///   - isCancelled: asked often; once it says so, the answer is what is known by then.
  /// - Throws: where a backend fails. Limits, and counts that cannot be kept, are outcomes.
  package func run(
    method: SolveMethod = .auto, timeLimit: Double? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> SlotsResult {
    let time = TimeSource.current
    let begin = time.seconds()
    let scores = PartnerScore.all(partners.partners, plan.formula)
    let claims = scores.map {
      Apportionment.Claim(score: $0.score, sales: $0.partner.sales, name: $0.partner.name)
    }
    let order = claims.indices.sorted { Apportionment.precedes(claims[$0], claims[$1]) }
    let ranked = order.map { claims[$0] }
    let shares = Apportionment(ranked, each: plan.each, slots: plan.slots.count)
    let program = SlotProgram(
      slots: plan.slots, scores: ranked.map(\.score),
      wishes: ranked.map { claim in plan.slots.map { wishes.wish(of: claim.name, for: $0) } },
      counts: shares.counts, apart: plan.apart)
    let budget = Budget(solver: method.solver, timeLimit: timeLimit, isCancelled: isCancelled)
    let found = try LineupError.translating { () throws(SolverError) in
      try CalendarSearch(program: program, least: plan.each.lowerBound, budget: budget).run()
    }
    let held = program.held(found.owners)
    var result = SlotsResult(
      plan: plan, rules: partners.rules,
      standings: ranked.indices.map { place in
        SlotsResult.Standing(
          score: scores[order[place]], quota: shares.quotas[place], count: shares.counts[place],
          held: held[place],
          pointsToOneMore: Apportionment.pointsToOneMore(
            place, of: ranked, each: plan.each, slots: plan.slots.count))
      },
      owners: found.owners,
      wishes: found.owners.enumerated().map { slot, owner in owner.map { program.wishes[$0][slot] } },
      status: found.status, value: program.value(found.owners), bound: found.bound, clashes: found.clashes,
      hasMoreClashes: found.hasMoreClashes,
      isBestEffortProven: found.isBestEffortProven, stop: found.stop, cautions: partners.cautions,
      work: .init(method: found.method, backend: found.backend, seconds: 0))
    if let clash = shares.clash {
      result.cautions.append(
        .each(
          plan.each, together: clash.together, slots: plan.slots.count, isTooMany: clash.isTooMany))
    }
    for remark in found.remarks where !result.cautions.contains(.search(Caution(remark))) {
      result.cautions.append(.search(Caution(remark)))
    }
    result.work.seconds = time.seconds() - begin
    return result
  }
}

/// What the searches for a calendar may take.
struct Budget {
  var solver: any Solver
  /// Seconds for each.
  var timeLimit: Double?
  var isCancelled: @Sendable () -> Bool
}
