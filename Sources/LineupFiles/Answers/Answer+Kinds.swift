import Lineup
import LineupReports

extension Answer {
  /// What `lineup solve` says.
  /// - Parameters:
  ///   - leftOut: The next best styles and what each would cost, where that was asked for.
  ///   - listsCandidates: Whether a workbook has all candidates, to copy rows from.
  package init(
    _ result: SolveResult, of show: Show, leftOut: [LeftOut] = [], listsCandidates: Bool = false
  ) {
    self.init(
      Report(result, of: show, leftOut: leftOut, listsCandidates: listsCandidates), ResultDocument(result))
  }

  /// What `lineup check` says.
  public init(check show: Show) {
    let check = show.check()
    self.init(Report(check, of: show), CheckDocument(show: show, report: check))
  }

  /// What `lineup explain` says of the rules.
  /// - Parameter catalog: has the names of styles.
  package init(_ prices: RulePriceList, of scenario: Scenario, catalog: Catalog? = nil) {
    self.init(
      Report(prices, of: scenario, catalog: catalog),
      ExplanationDocument(scenario: scenario, prices: prices, regrets: []))
  }

  /// What `lineup explain` says of styles.
  /// - Parameter catalog: has the names of styles.
  package init(_ regrets: [Regret], of scenario: Scenario, catalog: Catalog? = nil) {
    self.init(
      Report(regrets, of: scenario, catalog: catalog),
      ExplanationDocument(scenario: scenario, prices: nil, regrets: regrets))
  }

  /// What `lineup audit` says: a tray of somebody's own, every rule, and the best tray beside it.
  /// - Parameter notes: where the tray's file and the catalog disagree.
  package init(_ comparison: TrayComparison, of show: Show, notes: [TrayNote] = []) {
    self.init(
      Report(comparison, of: show),
      AuditDocument(comparison: comparison, scenario: show.scenario, notes: notes))
  }

  /// What `lineup adjust` says: what went out, what came in and why, and what that costs.
  /// - Parameters:
  ///   - show: as it is after the late changes.
  ///   - substitutes: for every item of the adjusted tray, where that was asked for.
  ///   - notes: where the tray's file and the catalog disagree.
  package init(
    _ adjustment: Adjustment, of show: Show,
    substitutes: [(item: TrayItem, substitutes: [Substitute])] = [], notes: [TrayNote] = [],
    sheets: [ShareChange]? = nil
  ) {
    self.init(
      Report(adjustment, of: show, substitutes: substitutes).telling(sheets),
      AdjustmentDocument(
        adjustment: adjustment, scenario: show.scenario, substitutes: substitutes, notes: notes,
        sheets: sheets))
  }

  /// What `lineup compare` says: shows side by side.
  public init(_ comparison: Comparison) {
    self.init(Report(comparison), ComparisonDocument(comparison: comparison))
  }

  /// What `lineup frontier` says: the points of a curve.
  public init(_ frontier: Frontier) {
    self.init(Report(frontier), FrontierDocument(frontier: frontier))
  }

  /// What `lineup alternatives` says: good trays side by side, each with what it gives up.
  public init(_ alternatives: Alternatives) {
    self.init(Report(alternatives), AlternativesDocument(alternatives: alternatives))
  }

  /// What `lineup alternatives --jitter` says: how the tray stands up to errors of the forecast.
  public init(_ stability: Stability, of show: Show) {
    self.init(Report(stability, of: show), StabilityDocument(stability: stability))
  }

  /// What `lineup rundown` says: the running order with clock times.
  /// - Parameters:
  ///   - catalog: has what hosts say of the styles.
  ///   - notes: where the tray's file and the catalog disagree.
  package init(
    _ rundown: Rundown, of scenario: Scenario, catalog: Catalog? = nil, notes: [TrayNote] = [],
    sheets: [ShareChange]? = nil
  ) {
    self.init(
      Report(rundown, of: scenario, catalog: catalog).telling(sheets),
      RundownDocument(rundown: rundown, scenario: scenario, notes: notes, sheets: sheets))
  }

  /// What `lineup rundown` says where no order keeps the rules, or none was found.
  package init(_ clash: RundownClash, of scenario: Scenario) {
    self.init(Report(clash, of: scenario), RundownClashDocument(clash: clash, scenario: scenario))
  }

  /// What `lineup month` says: trays for all shows of a period, or why there are none.
  /// - Parameter oneByOne: a plan of the same month made show after show, which pages and workbooks compare with.
  package init(_ result: MonthResult, of month: BoundMonth, oneByOne: MonthResult? = nil) {
    self.init(Report(result, of: month, oneByOne: oneByOne), MonthDocument(result: result))
  }

  /// What `lineup review` says: a show against its plan.
  package init(_ review: ShowReview, of show: Show) {
    self.init(
      Report(review, of: show),
      ReviewDocument(review: review, warnings: Words.Review.sentences(review.warnings, examples: .max)))
  }

  /// What `lineup review --series` says: reviews one after another.
  package init(_ series: ReviewSeries) {
    self.init(
      Report(series),
      ReviewSeriesDocument(
        series: series, warnings: Words.Review.sentences(series.warnings, examples: .max)))
  }

  /// What `lineup slots` says: the score sheet and the calendar.
  package init(_ result: SlotsResult) {
    self.init(Report(result), SlotsDocument(result: result))
  }
}
