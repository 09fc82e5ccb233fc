/// A made-up but plausible catalog of a fashion group, of any size.
///
///     let catalog = SampleCatalog(count: 5_000, seed: 7)
///     print(catalog.csv())
///
/// The same count, seed and style give the same bytes on every machine. Every row is made from the seed
/// and its own number alone: a catalog takes no memory, rows can be made in any order and on any thread,
/// and a million rows take seconds. About 25 brands with their own customers, lines and prices; heroes
/// with deep stock, clearance with little; about `count / 4` families of look-alikes; a few gaps (cost,
/// family, sold out), as in real lists.
package struct SampleCatalog: Sendable, Equatable {
  /// How many styles there are.
  package let count: Int
  package let seed: UInt64
  package let style: SampleStyle

  /// - Parameter count: number of styles; a negative number counts as 0.
  package init(count: Int, seed: UInt64, style: SampleStyle = .smooth) {
    self.count = max(0, count)
    self.seed = seed
    self.style = style
  }

  /// The style of row `row`, in `0..<count`.
  package func product(at row: Int) -> SampleProduct {
    var draw = SeededRandom(seed: seed, purpose: Stream.product, index: row)
    let family = draw.chance(94) ? draw.index(below: max(1, count / 4)) : nil
    let design = design(family: family, row: row)
    let role = draw.pick(Self.roles)
    let isNew = role != "clearance" && draw.chance(15)
    let price = pricing(of: design, role: role, drawing: &draw)
    let sales = sales(at: price.live, role: role, isNew: isNew, drawing: &draw)
    let detail = draw.pick(
      design.wearer == .kids ? SampleVocabulary.childrensDetails : SampleVocabulary.details)
    let daysOnSale = isNew ? draw.index(below: 21) : 30 + draw.index(below: 500)
    return SampleProduct(
      spu: design.brand.code + String(100_001 + row),
      name: "\(detail.english) \(design.material.english) \(design.noun.english) "
        + detail.chinese + design.material.chinese + design.noun.chinese,
      brand: design.brand.name,
      gender: design.wearer.rawValue,
      category: design.garment.category,
      season: design.season,
      role: isNew ? (role.isEmpty ? "new" : role + "|new") : role,
      family: family.map { "F" + String(10_001 + $0) },
      colour: draw.pick(SampleVocabulary.colours),
      priceCents: price.live,
      listPriceCents: price.list,
      costCents: price.cost,
      stock: sales.stock,
      expectedUnitTenths: style.hasForecast ? sales.expectedTenths : nil,
      salesOf30Days: sales.past,
      launchDate: CalendarDay.iso(daysBefore: daysOnSale),
      sellingPoint: draw.pick(SampleVocabulary.sellingPoints(of: design.garment.line)))
  }
}

extension SampleCatalog {
  private enum Stream {
    static let family: UInt64 = 1
    static let product: UInt64 = 2
    static let single: UInt64 = 3
  }

  /// What look-alikes have in common.
  private struct Design {
    var brand: SampleBrand
    var wearer: Wearer
    var garment: Garment
    var noun: Term
    var material: Term
    var season: String
    /// Usual list price of the family, in the currency.
    var value: Double
  }

  private static let roles = WeightedTable(
    ("", 25), ("main", 20), ("profit", 16), ("main|profit", 6), ("traffic", 10), ("clearance", 9),
    ("image", 5), ("hero", 4), ("hero|main", 5))

  private func design(family: Int?, row: Int) -> Design {
    var draw =
      if let family {
        SeededRandom(seed: seed, purpose: Stream.family, index: family)
      } else {
        SeededRandom(seed: seed, purpose: Stream.single, index: row)
      }
    let entry = draw.pick(Assortment.group)
    let (brand, wearer, garment) = (entry.brand, entry.wearer, entry.garment)
    let wearerLevel =
      switch wearer {
      case .women: 1.0
      case .men: 0.95
      case .kids: 0.6
      }
    return Design(
      brand: brand, wearer: wearer, garment: garment,
      noun: draw.pick(garment.nouns), material: draw.pick(garment.materials),
      season: draw.pick(garment.seasons),
      value: garment.usualPrice * brand.priceLevel * wearerLevel * draw.number(from: 0.7, to: 1.35))
  }

  /// Prices in hundredths.
  private func pricing(
    of design: Design, role: String, drawing draw: inout SeededRandom
  ) -> (live: Int, list: Int, cost: Int?) {
    let list = RetailPrice.cents(near: design.value * draw.number(from: 0.9, to: 1.1), drawing: &draw)
    let discount =
      switch role {
      case "clearance": draw.number(from: 0.38, to: 0.6)
      case "traffic": draw.number(from: 0.45, to: 0.65)
      case "image": draw.number(from: 0.9, to: 1)
      case "profit", "main|profit": draw.number(from: 0.72, to: 0.92)
      default: draw.number(from: 0.6, to: 0.88)
      }
    let live = min(list, RetailPrice.cents(near: Double(list) / 100 * discount, drawing: &draw))
    let costShare = draw.number(from: 0.27, to: 0.38)
    let known = !draw.chance(3)
    guard style == .ties else {
      let cost = min(Int(Double(list) * costShare), live * 9 / 10)
      return (live, list, known ? cost : nil)
    }
    let tied = RetailPrice.tied(to: live)
    return (tied, tied + 10_000, tied / 2)
  }

  /// Stock, forecast in tenths, and what the last 30 days sold.
  private func sales(
    at priceCents: Int, role: String, isNew: Bool, drawing draw: inout SeededRandom
  ) -> (stock: Int, expectedTenths: Int, past: Int) {
    let pull =
      switch role {
      case "hero", "hero|main": 2.4
      case "traffic": 1.9
      case "main", "main|profit": 1.25
      case "clearance": 1.1
      case "image": 0.4
      default: 0.85
      }
    // Units fall with the price to the power 3/4, in exactly rounded operations only.
    let cheapness = (26_000 / Double(priceCents)).squareRoot()
    let demand = 24 * cheapness * cheapness.squareRoot() * pull * draw.number(from: 0.5, to: 1.5)
    let depth = draw.unit()
    let cover =
      switch role {
      case "hero", "hero|main": draw.number(from: 1.5, to: 6)
      case "clearance": draw.number(from: 0.5, to: 1.6)
      default: 0.8 + 9 * depth * depth
      }
    let soldOut = draw.chance(2)
    let wave = draw.number(from: 1.2, to: 4)
    let past = Int(demand * (isNew ? 0.15 : wave))
    if style == .ties {
      return (100 * (1 + draw.index(below: 5)), 0, past)
    }
    return (soldOut ? 0 : max(2, Int(demand * cover)), Int(demand * 10), past)
  }
}
