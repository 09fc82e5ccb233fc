import Lineup

extension Answer {
  /// The best tray of a show, or why there is none.
  public init(_ result: SolveResult, of show: Show) { self.init(result, of: show, leftOut: []) }

  /// What each rule costs.
  public init(_ prices: RulePriceList, of show: Show) {
    self.init(prices, of: show.scenario, catalog: show.catalog)
  }

  /// Why styles are on the tray or not.
  public init(_ regrets: [Regret], of show: Show) {
    self.init(regrets, of: show.scenario, catalog: show.catalog)
  }

  /// A tray beside the best one.
  public init(_ comparison: TrayComparison, of show: Show) { self.init(comparison, of: show, notes: []) }

  /// A tray that keeps the rules again.
  public init(_ adjustment: Adjustment) { self.init(adjustment, of: adjustment.show) }

  /// A running order.
  public init(_ rundown: Rundown, of show: Show) {
    self.init(rundown, of: show.scenario, catalog: show.catalog)
  }

  /// The whole answer: a table for a terminal, JSON by the schema that `lineup schema` prints, CSV that can be read back
  /// as a tray, a page, or a workbook.
  /// - Throws: where this build cannot write the form.
  public func encoded(as format: AnswerFormat) throws(LineupError) -> [UInt8] {
    try bytes(as: format, asFile: true)
  }
}
