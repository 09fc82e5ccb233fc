import Lineup

extension Report {
  /// The report of a show against its plan.
  package init(_ review: ShowReview, of show: Show) {
    typealias Say = Words.Review
    let difference = review.actual.gmv - review.planned.gmv
    self.init(
      title: Say.title(review), facts: [Say.subject], factMedia: .desk,
      verdict: Verdict(
        Say.headline(review), detail: Say.detail(review), tone: difference < .zero ? .warning : .good))
    figures = Figure.all(review)
    let warnings = Say.sentences(review.warnings)
    if !warnings.isEmpty {
      var section = Section("warnings", Say.warnings)
      section.lines = warnings.map { Line(Phrase($0), label: Say.label, tone: .warning) }
      sections.append(section)
    }
    sections.append(ReviewTables.bridge(review))
    if let funnel = review.funnel { sections.append(ReviewTables.funnel(funnel, review)) }
    sections += [ReviewTables.most(review), ReviewTables.items(review), ReviewTables.groups(review)]
    var rules = CheckTable(names: StyleNames(show)).section(review.rules, media: .desk)
    rules.title = Say.rules
    rules.lead = Say.rulesLead
    sections.append(rules)
    var broken = Section("aired", Say.rules, media: .terminal)
    broken.lines = [
      Line(Say.broken(review.rules.filter { !$0.holds && !$0.isSoft }.map(\.row)), media: .terminal)
    ]
    sections.append(broken)
    if let hindsight = review.hindsight {
      var section = Section("hindsight", Say.hindsight)
      section.lines = Say.hindsightLines(hindsight).map { Line($0) }
      sections.append(section)
    }
    sections.append(ReviewTables.factors(review.factors, review.backTest))
    if !review.backTest.lines.isEmpty { sections.append(ReviewTables.backTest(review.backTest)) }
    var next = Section("next", Say.range)
    next.lines = [Line(Say.next(review.next))]
    sections.append(next)
  }
}

extension Report.Figure {
  fileprivate static func all(_ review: ShowReview) -> [Report.Figure] {
    typealias Say = Words.Review
    let accuracy = review.accuracy
    let planned = Say.planned(review.planned.gmv)
    let remark = review.goal.map { planned + Say.goal($0) } ?? planned
    var figures = [
      Self(
        Say.gmv, Say.money(review.actual.gmv), remark: remark,
        progress: review.planned.gmv > .zero ? review.actual.gmv.amount / review.planned.gmv.amount : nil,
        tone: review.actual.gmv < review.planned.gmv ? .warning : .good),
      Self(
        Say.units, FigureText.number(review.actual.units, decimals: 1),
        remark: Say.plannedUnits(review.planned.units),
        brief: Say.brief(
          Say.units, FigureText.number(review.actual.units, decimals: 1),
          Say.plannedUnits(review.planned.units))),
      Self(
        Say.accuracy, Say.percent(accuracy.wape), remark: Say.naive(accuracy.naive),
        tone: accuracy.wape ?? 0 <= accuracy.naive ?? .infinity ? .good : .warning,
        brief: Say.brief(Say.accuracy, Say.percent(accuracy.wape), Say.naive(accuracy.naive))),
      Self(
        Say.bias, Say.signedPercent(accuracy.bias), remark: Say.biasRemark(accuracy.bias),
        brief: Say.brief(Say.bias, Say.signedPercent(accuracy.bias), Say.biasRemark(accuracy.bias))),
      Self(
        Say.within, Say.percent(accuracy.within30),
        remark: Say.of(accuracy.items, silent: accuracy.withoutSay),
        brief: Say.brief(
          Say.within, Say.percent(accuracy.within30), Say.of(accuracy.items, silent: accuracy.withoutSay))),
    ]
    if let hindsight = review.hindsight {
      figures.append(
        Self(Say.choice, FigureText.number(hindsight.choiceCost), remark: Say.choiceRemark))
    }
    if review.next.low != nil {
      figures.append(Self(Say.range, Say.nextFigure(review.next), remark: Say.nextRemark))
    }
    return figures
  }
}
