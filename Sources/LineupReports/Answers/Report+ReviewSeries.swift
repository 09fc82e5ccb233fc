import Lineup

extension Report {
  /// The report of reviews one after another.
  package init(_ series: ReviewSeries) {
    typealias Say = Words.Series
    self.init(title: Say.title, verdict: Verdict(Say.headline(series)))
    figures = Figure.all(series)
    let warnings = Words.Review.sentences(series.warnings)
    if !warnings.isEmpty {
      var section = Section("warnings", Say.warnings)
      section.lines = warnings.map { Line(Phrase($0), label: Words.Review.label, tone: .warning) }
      sections.append(section)
    }
    sections += [SeriesTables.shows(series), SeriesTables.rules(series), SeriesTables.partners(series)]
    sections.append(SeriesTables.time(series))
    sections.append(ReviewTables.factors(series.factors, series.backTest))
    if !series.backTest.lines.isEmpty { sections.append(ReviewTables.backTest(series.backTest)) }
    var next = Section("next", Words.Review.range)
    next.lines = [Line(Words.Review.next(series.next))]
    sections.append(next)
  }
}

extension Report.Figure {
  fileprivate static func all(_ series: ReviewSeries) -> [Report.Figure] {
    typealias Say = Words.Series
    func mean(_ figure: (PastShow) -> Double?) -> Double? {
      let figures = series.shows.compactMap(figure)
      return figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
    }
    let wape = Words.Review.percent(mean(\.accuracy.wape))
    let bias = Words.Review.signedPercent(mean(\.accuracy.bias))
    let planned = series.shows.reduce(0) { $0 + $1.plannedGMV }
    let actual = series.shows.reduce(0) { $0 + $1.actualGMV }
    var figures = [
      Self(Say.gmv, FigureText.number(actual), remark: Say.planned(planned)),
      Self(Say.error, wape, remark: Say.mean, brief: Words.Review.brief(Say.error, wape, Say.mean)),
      Self(Say.bias, bias, remark: Say.mean, brief: Words.Review.brief(Say.bias, bias, Say.mean)),
    ]
    if let trend = series.trend(\.accuracy.wape) {
      figures.append(
        Self(
          Say.errorTrend, Say.points(trend), remark: Say.trendRemark,
          brief: Words.Review.brief(Say.errorTrend, Say.points(trend), Say.trendRemark)))
    }
    if let trend = series.trend(\.accuracy.bias) {
      figures.append(Self(Say.biasTrend, Say.points(trend), remark: Say.trendRemark))
    }
    return figures
  }
}
