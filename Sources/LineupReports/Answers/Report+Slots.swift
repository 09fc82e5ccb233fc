import Lineup

extension Report {
  /// The report of slots given by score.
  package init(_ result: SlotsResult) {
    typealias Say = Words.Slots
    self.init(
      title: result.plan.name, facts: Say.facts(result),
      notes: result.cautions.map(Words.Slots.sentence))
    let found = Verdict(
      Say.headline(result), detail: Say.detail(result), work: Say.work(result),
      tone: result.status == .optimal ? .good : result.status == .infeasible ? .bad : .warning)
    if result.status == .optimal { proof = found } else { verdict = found }
    figures = Figure.all(result)
    sections = [SlotsTables.calendar(result), SlotsTables.scores(result), SlotsTables.grid(result)]
    if !result.clashes.isEmpty { sections.insert(SlotsTables.clashes(result), at: 0) }
  }
}

extension Report.Figure {
  fileprivate static func all(_ result: SlotsResult) -> [Report.Figure] {
    typealias Say = Words.Slots
    let slots = result.plan.slots.count
    func wished(_ wish: Wish) -> Int { result.wishes.count { $0 == wish } }
    let partners = result.standings.count
    return [
      Self(
        Say.filled, Say.of(result.filled, slots), progress: Double(result.filled) / Double(max(1, slots)),
        tone: result.filled == slots ? .good : .warning, brief: Say.filledBrief(result)),
      Self(
        Say.partners, "\(partners)", remark: Say.without(result.standings.count { $0.held == 0 }),
        brief: Say.partnersBrief(partners)),
      Self(
        Say.firstWishes, "\(wished(.first))", remark: Say.otherWishes(wished(.second)),
        brief: Say.firstWishesBrief(wished(.first))),
      Self(Say.value, FigureText.number(result.value), remark: Say.valueRemark),
    ]
  }
}
