/// Something about a show's figures that is to be asked back. The words are in `Words+Review.swift` of the reports.
package enum ReviewWarning: Sendable, Equatable {
  // MARK: The sales

  /// A row's style is not in the catalog.
  case notInCatalog(String, isOnTray: Bool)
  /// More was sold than there was.
  case aboveStock(String, units: Double, stock: Double)
  case returnsAboveUnits(String, returns: Double, units: Double)
  /// Sales for each unit, against the planned price.
  case priceOff(String, paid: Double, planned: Double)
  /// A negative sum of units or sales, which counts as none.
  case negative(String, column: SalesColumn, amount: Double)
  /// Sales of styles come from units and prices, since rows lack them.
  case gmvMade(styles: Int, isEvery: Bool)
  /// A style without sales and without a price.
  case noPrice(String)
  /// None, or few, of the tray's styles have a row.
  case fewShown(shown: Int, planned: Int)
  /// Rows are of other days than the show's.
  case otherDays(rows: Int, of: Int, first: String, last: String, show: String)
  case rowsWithoutID(Int)
  case reading(CatalogNote)

  // MARK: The tray

  /// An amount of the tray is another by scenario and catalog; the tray's counts.
  case trayDiffers(String, amount: String, tray: Double, own: Double)

  // MARK: The funnel

  /// Views or orders that are known on one side only, or cannot be; what is missing.
  case noFunnel(FunnelLack)

  // MARK: Other shows

  case undated(String)
  case sameShow(String)
  /// There is another review of the show; the last counts.
  case twice(String)
  case otherName(String, name: String)
  case notAReview(String)

  // MARK: What was learned

  case notWorthUsing(without: Double, with: Double)
  case untested(shows: Int)

  // MARK: Hindsight

  /// Styles of the tray that could not be chosen, so that hindsight leaves them out.
  case leftOfHindsight([String])
  case hindsightUnproven
  case noHindsight(String)

  /// Why there is no funnel bridge.
  package enum FunnelLack: Sendable, Equatable {
    case actualViews, actualOrders, plannedViews, plannedConversion
    /// Orders without views, or sales without orders.
    case contradiction
  }
}
