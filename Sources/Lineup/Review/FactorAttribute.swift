/// What forecasts are corrected by: an attribute whose values have a factor each.
package enum FactorAttribute: String, CaseIterable, Sendable {
  case gender, category, brand, pitch, role
  case priceBand = "price band"
  case spu

  /// The column that it is; `nil` for what is not one column's text.
  var column: CanonicalColumn? {
    switch self {
    case .gender: .gender
    case .category: .category
    case .brand: .brand
    case .role: .role
    case .spu: .spu
    case .pitch, .priceBand: nil
    }
  }
}
