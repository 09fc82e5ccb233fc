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
    case .notThere: "may not be on the tray"
    }
  }
}
