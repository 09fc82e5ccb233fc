/// Which brand makes which garment for whom, and how often.
struct Assortment: Sendable {
  struct Entry: Sendable {
    var brand: SampleBrand
    var wearer: Wearer
    var garment: Garment
  }

  /// Everything the sample group makes.
  static let group = WeightedTable(
    SampleBrand.all.flatMap { brand in
      brand.wearers.flatMap { wearer, wearerWeight in
        brand.lines.flatMap { line, lineWeight in
          entries(of: brand, line: line, for: wearer, weight: brand.size * wearerWeight * lineWeight)
        }
      }
    })

  /// The garments of one line for one wearer, which share `weight` parts of the brand's range.
  private static func entries(
    of brand: SampleBrand, line: ProductLine, for wearer: Wearer, weight: Int
  ) -> [(Entry, Int)] {
    let garments = Garment.all.filter { $0.line == line }
    let total = max(1, garments.reduce(0) { $0 + $1.weight(for: wearer) })
    let brandTotal =
      brand.wearers.reduce(0) { $0 + $1.weight } * brand.lines.reduce(0) { $0 + $1.weight }
    return garments.map { garment in
      (
        Entry(brand: brand, wearer: wearer, garment: garment),
        100_000 * weight * garment.weight(for: wearer) / (total * brandTotal)
      )
    }
  }
}
