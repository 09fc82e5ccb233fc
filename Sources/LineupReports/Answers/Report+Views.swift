import Lineup

extension Report {
  /// The report of a plan of views.
  package init(_ outlook: ViewsOutlook, of show: Show) {
    typealias Say = Words.Views
    let names = StyleNames(show)
    let answer = outlook.answer
    self.init(
      title: Words.title(outlook.scenario),
      facts: [
        show.scenario.show.date.map { "\($0.description)" }, show.scenario.show.region.map { Phrase($0) },
      ]
      .compactMap(\.self), factMedia: .desk,
      notes: outlook.cautions.map(Words.Cautions.sentence)
        + outlook.targets.compactMap { targets in
          targets.peopleOfScenario.map { Say.otherPeople(targets, $0) }
        } + (outlook.isCut ? [Say.cut] : []))
    let allHold = answer.rows.allSatisfy(\.holds)
    let tone: Tone =
      switch answer.status {
      case .optimal: .good
      case .weighed: allHold ? .good : .bad
      case .infeasible: .bad
      case .unknown: .warning
      }
    let found = Verdict(Say.headline(answer), detail: Say.detail(answer), work: Say.work(outlook), tone: tone)
    if answer.status == .optimal { proof = found } else { verdict = found }
    guard answer.hasPlan else {
      sections = answer.clash.map { ViewsTables.clash($0, names) } ?? []
      var empty = ViewsTables.channels(answer, media: .programs)
      empty.charts = []
      sections.append(empty)
      return
    }
    figures = Figure.all(answer)
    sections = [ViewsTables.channels(answer), ViewsTables.rows(answer, names)]
    if let next = outlook.next {
      var section = Section("next", Say.next, lead: Say.next(next), media: .desk)
      section.lines = [Line(Say.next(next), media: .terminal)]
      section.media = .people
      sections.append(section)
    }
    if let prices = ViewsTables.prices(outlook, names) { sections.append(prices) }
    for (place, short) in outlook.shorts.enumerated() {
      let words = Say.short(short, of: answer)
      var section = Section("short-\(place + 1)", Say.shortTitle(short), lead: words)
      section.lines = [
        Line(
          words, tone: short.answer.hasPlan && short.answer.rows.allSatisfy(\.holds) ? .plain : .bad,
          media: .terminal)
      ]
      if short.answer.hasPlan {
        section.table = ViewsTables.channels(short.answer).table
        section.table?.media = .desk
      }
      sections.append(section)
    }
    if let worth = ViewsTables.worth(outlook) { sections.append(worth) }
    sections += outlook.targets.enumerated().map { ViewsTables.targets($0.element, place: $0.offset) }
  }
}

extension Report.Section {
  /// The plan of views on which the forecasts of a show rest: in one line at a terminal.
  static func views(_ answer: ViewsAnswer?) -> Report.Section? {
    guard let answer, answer.hasPlan else { return nil }
    var section = ViewsTables.channels(answer, media: .people)
    section.table?.media = .desk
    section.lines = [
      Report.Line(Words.Views.line(answer) + ".", label: Words.Views.planLabel, media: .terminal)
    ]
    return section
  }
}

extension Report.Figure {
  fileprivate static func all(_ answer: ViewsAnswer) -> [Report.Figure] {
    typealias Say = Words.Views
    guard let net = answer.net, let cost = answer.cost else { return [] }
    let asked = answer.rows.first { $0.row == ViewsPlan.totalRow }
    var figures = [
      Self(
        Say.views, FigureText.number(net), remark: asked.map(Words.Tray.asked) ?? "",
        tone: asked.map { $0.holds ? .good : .bad } ?? .plain, brief: "\(Say.views(net))"),
      Self(
        Say.cost, FigureText.number(cost, decimals: 2),
        brief: "\(Say.cost.lowercased()) \(FigureText.number(cost, decimals: 2))"),
    ]
    let orders = answer.channels.compactMap(\.orders)
    if orders.count == answer.channels.count {
      let sum = orders.reduce(0, +)
      figures.append(
        Self(
          Say.orders, FigureText.number(sum), brief: "\(FigureText.number(sum)) \(Say.orders.lowercased())"))
    }
    let sales = answer.channels.compactMap(\.gmv)
    if sales.count == answer.channels.count {
      let sum = sales.reduce(0, +)
      figures.append(
        Self(Say.sales, FigureText.number(sum), brief: "\(Say.sales.lowercased()) \(FigureText.number(sum))"))
    }
    return figures
  }
}
