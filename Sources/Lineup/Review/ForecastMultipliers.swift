/// What factors make of the forecasts of a catalog's options: one number a row, one a pitch, their product clipped.
struct ForecastMultipliers: Sendable {
  /// `whole` times the factors of each style's values.
  private let ofRow: [Double]
  private let ofPitch: [Double]

  /// - Complexity: O(styles + values).
  init(_ factors: ForecastFactors, catalog: Catalog, pitches: [Pitch]) {
    let tables = factors.tables
    ofPitch = pitches.map { tables[.pitch]?[$0.name] ?? 1 }
    var ofRow = [Double](repeating: factors.whole, count: catalog.count)
    for attribute in FactorAttribute.allCases {
      guard let table = tables[attribute], !table.isEmpty else { continue }
      switch attribute {
      case .pitch: continue
      case .spu:
        for row in ofRow.indices { if let factor = table[catalog.spus[row]] { ofRow[row] *= factor } }
      case .priceBand:
        guard let prices = catalog.numbers(.price) else { continue }
        for row in ofRow.indices {
          if let band = PriceBand.label(prices[row]), let factor = table[band] { ofRow[row] *= factor }
        }
      case .gender, .category, .brand, .role:
        guard let values = attribute.column.flatMap({ catalog.column($0) })?.values else { continue }
        let codes: [Int32]
        let ofCode: [Double]
        switch values {
        case .text(let own, let texts): (codes, ofCode) = (own, texts.map { table[$0] ?? 1 })
        case .tags(let own, let sets):
          (codes, ofCode) = (own, sets.map { table[$0.joined(separator: "|")] ?? 1 })
        case .numbers: continue
        }
        for row in ofRow.indices where codes[row] >= 0 { ofRow[row] *= ofCode[Int(codes[row])] }
      }
    }
    self.ofRow = ofRow
  }

  /// The factor of an option's forecast.
  func multiplier(row: Int, pitch: Int) -> Double {
    ForecastFactors.clipped(ofRow[row] * ofPitch[pitch])
  }
}

extension Catalog {
  /// The value by which factors know a style, of all attributes but the pitch; `nil` where it is missing.
  func factorValue(_ attribute: FactorAttribute, row: Int) -> String? {
    switch attribute {
    case .spu: spus[row]
    case .priceBand: numbers(.price).flatMap { PriceBand.label($0[row]) }
    case .pitch: nil
    case .gender, .category, .brand, .role: attribute.column.flatMap { text($0, row: row) }
    }
  }
}
