/// What a person should know of the data or of a search before trusting a tray. The words are in
/// `Words+Cautions.swift` of the reports.
package enum Caution: Sendable, Equatable {
  // MARK: Seasons

  /// Styles have a tag that the season table does not list; its nearest tag, or all that it lists.
  case unlistedSeason(String, styles: Int, nearest: String?, listed: [String])
  /// The catalog has no seasons, though the table lists these tags.
  case noSeasonColumn(listed: [String])
  /// No style has one of the tags that the table lists.
  case noListedSeason(listed: [String])

  // MARK: Figures

  /// Styles have no price that can be read.
  case noPrice(styles: Int)
  /// Styles have no stock figure that can be read.
  case noStock(styles: Int)
  /// Candidates lack a figure and count as having nothing of it.
  case missing(Figure, candidates: Int, areAll: Bool)
  /// The forecast of candidates is below 0; the column that it is made of, `nil` for the forecast itself.
  case negativeForecast(column: String?, candidates: Int)
  /// Every candidate has the same forecast, in units; what is then made of it.
  case levelForecast(Double, candidates: Int, LevelEffect)
  /// The scenario's file of factors says that they are not worth using.
  case factorsNotWorthUsing(String)
  /// No style has a forecast, though something asks for it.
  case noForecast(Problem)

  // MARK: Offers

  /// An offer has neither lift nor elasticity, so that nothing sells more for it.
  case offerOnlyCosts(String)
  /// No candidate may have an offer: how many meet its `where`, and why one of them may not.
  case offerForNoStyle(String, meeting: Int, reason: OfferTable.PriceReason?)
  /// Candidates lack the elasticity of an offer, or have one below 0, and count as having 0.
  case noElasticity(String, column: String, candidates: Int)
  /// Of two offers the one with the lower price has the smaller lift; the catalog's row of an example.
  case deeperOfferSellsLess(
    String, price: Double, lift: Double, than: String, otherPrice: Double, otherLift: Double, styles: Int,
    example: Int)
  /// Items with an offer are below what one may go to, for what offers on the whole show take off.
  case offersBelowFloor([String], offers: [String])

  // MARK: The scenario

  /// A share above 1 that may be meant in percent.
  case largeShare(rule: String, Double)
  /// What is wrong with the scenario and stops nothing.
  case problem(Problem)
  /// A late change lifted a lock, all of it or the pitch that it asks for.
  case liftedLock(String, pitch: String?, Lift)

  /// The channels cannot bring the views that are asked for; what forecasts are said is that of the base of views.
  case noPlanOfViews(isProven: Bool)
  /// The plan of views that the scenario fixes misses rows.
  case planOfViewsMisses([String])

  // MARK: The search

  /// The exact method is not in this build.
  case noExactMethod
  /// The exact method found no tray in time.
  case exactMethodFoundNone
  /// The exact method's library failed.
  case exactMethodFailed(backend: String, code: String, sentence: String)
  /// The exact method found no tray where there is one.
  case exactMethodContradicted

  /// A figure that a candidate may lack.
  package enum Figure: Sendable, Equatable {
    case forecast
    case cost
    case column(String)
  }

  /// What a forecast that is the same for all does to the objective.
  package enum LevelEffect: Sendable, Equatable {
    case gmv, margin, units, rules
  }

  /// Why a lock is lifted.
  package enum Lift: Sendable, Equatable {
    case withdrawn
    case soldOut
    /// The style is asked for with another pitch, `nil` for any.
    case wished(pitch: String?)
    /// The style stays with the pitch that it was on air with.
    case kept(pitch: String)
  }
}
