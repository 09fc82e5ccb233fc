extension Ineligibility {
  /// The reason in words that follow the style's id: `has no stock`. They stand here since an error about a late change
  /// says them too; reports take them from here.
  package var words: String {
    switch self {
    case .notInCatalog: "is withdrawn (no longer in the catalog)"
    case .withdrawn: "is withdrawn"
    case .noPrice: "has no price above 0"
    case .noStock: "has no stock"
    case .notEligible(let attribute, let value): "is not eligible: \(attribute) is \(value ?? "missing")"
    case .banned: "is banned"
    case .noPitch: "may have no pitch: no pitch's `where` holds for it"
    case .notThisPitch(let pitch): "may not have the pitch \(pitch)"
    case .notThisOffer(let offer, let price, let reason):
      "may not have the offer \(offer)" + (price.map { " (\(plain($0)))" } ?? "")
        + (reason.map { ": \($0.words)" } ?? "")
    case .notThere: "may not be on the tray"
    }
  }
}

extension OfferTable.PriceReason {
  /// What is against a price, in words that follow it.
  package var words: String {
    switch self {
    case .whereFails: "its `where` does not hold"
    case .noPrice: "it has no such price"
    case .notAboveZero: "the price on air would not be above 0"
    case .abovePrice: "the price on air would be above the catalog's"
    case .margin(let share, let least):
      "the margin would be \(plain((share * 1000).rounded() / 10))%, below the floor of \(plain((least * 1000).rounded() / 10))%"
    case .belowColumn(let column, let least): "the price on air would be below \(column), \(plain(least))"
    }
  }
}
