import LineupSamples

/// Rules between single styles that bind: styles of great margin tied to others that earn little.
struct Companions {
  /// Lines of YAML within `rules`.
  let rules: [String]

  init(_ instance: Instance) {
    let catalog = instance.style.catalog(count: instance.spus, seed: instance.seed)
    // Making a product takes a microsecond; the best of 20,000 are good enough.
    let ranked = (0..<min(catalog.count, 20_000)).map { catalog.product(at: $0) }
      .filter { $0.stock > 20 && $0.costCents != nil }
      .sorted { (Self.margin($1), $0.spu) < (Self.margin($0), $1.spu) }
      .map(\.spu)
    let best = Array(ranked.prefix(80))
    let usual = Array(ranked[(ranked.count / 2)...].prefix(80))
    var rules: [String] = []
    func list(_ spus: [String]) -> String { "[" + spus.joined(separator: ", ") + "]" }
    for number in 0..<6 {
      let outfit = [best[number], usual[2 * number], usual[2 * number + 1]]
      rules.append("  outfit \(number + 1): { together: \(list(outfit)) }")
    }
    for number in 0..<4 {
      let pair = [best[10 + number], best[30 + number], usual[20 + number]]
      rules.append("  set \(number + 1): { together: \(list(pair)), penalty: 400 }")
    }
    for number in 0..<4 {
      let start = 30 + 3 * number
      rules.append(
        "  needs \(number + 1): { requires: { spu: \(best[16 + number]), any_of: \(list(Array(usual[start..<start + 3]))) } }"
      )
    }
    for number in 0..<4 {
      let rivals = (0..<5).map { best[20 + number + 4 * $0] }
      rules.append("  rivals \(number + 1): { exclusive: \(list(rivals)) }")
    }
    self.rules = rules
  }

  /// Margin times units that can be sold, in hundredths and tenths.
  private static func margin(_ product: SampleProduct) -> Int {
    (product.priceCents - (product.costCents ?? product.priceCents))
      * min(10 * product.stock, product.expectedUnitTenths ?? 100)
  }
}
