import Foundation

/// The offers of a scenario bound to a catalog: which styles may have each, at what price and with what lift, and the
/// combinations of kinds that go for the whole show.
package struct OfferTable: Sendable {
  /// What a style has with a kind of offer.
  struct Entry: Sendable {
    /// Position of the kind.
    var kind: Int
    var price: Double
    var lift: Double
  }

  /// The kinds on the whole show that are used together.
  struct Case: Sendable, Equatable {
    /// Their positions, ascending.
    var kinds: [Int]
    /// The product of their lifts.
    var lift: Double
    /// The part of a price that they leave.
    var keeps: Double
  }

  let plan: OfferPlan
  /// Those that may be, by the number of kinds and then as written; the first has those alone that are always there.
  let cases: [Case]
  private let scopes: [Scope]
  /// The numbers of the columns that kinds have their prices from, and their elasticities.
  private let priceColumns: [[Double]?]
  private let elasticities: [[Double]?]
  private let floorColumn: [Double]?

  /// Binds the kinds; what names nothing is reported.
  init(_ plan: OfferPlan, in binder: RuleBinder) {
    self.plan = plan
    cases = Self.cases(plan)
    scopes = plan.kinds.map { binder.scope($0.condition, allowsPitch: false) }
    priceColumns = plan.kinds.map { kind in
      guard case .column(let name, let location) = kind.form, !kind.isShowWide else { return nil }
      return binder.numbers(name, at: location)
    }
    elasticities = plan.kinds.map { kind in
      guard case .elasticityColumn(let name, let location) = kind.demand else { return nil }
      return binder.numbers(name, at: location)
    }
    floorColumn = plan.floor.flatMap { floor in
      floor.column.flatMap { name in floor.columnLocation.flatMap { binder.numbers(name, at: $0) } }
    }
  }

  private static func cases(_ plan: OfferPlan) -> [Case] {
    var sets: [[Int]] = [[]]
    for kind in plan.wideKinds.prefix(4) {
      let with = sets.map { $0 + [kind] }
      sets = plan.kinds[kind].always ? with : sets + with
    }
    return sets.sorted { ($0.count, $0.description) < ($1.count, $1.description) }.map { kinds in
      var own = Case(kinds: kinds, lift: 1, keeps: 1)
      for kind in kinds {
        own.lift *= plan.kinds[kind].lift ?? 1
        own.keeps *= 1 - plan.kinds[kind].gives
      }
      return own
    }
  }

  /// The kinds that a candidate may have.
  func entries(row: Int, price: Double, cost: Double) -> [Entry] {
    plan.itemKinds.compactMap { kind in
      guard scopes[kind].contains(row: row),
        let paid = paidPrice(kind, row: row, price: price),
        isAllowed(paid, row: row, price: price, cost: cost)
      else { return nil }
      return Entry(kind: kind, price: paid, lift: lift(kind, row: row, paid: paid, price: price))
    }
  }

  /// Whether a kind's `where` holds for a style.
  func mayHave(_ kind: Int, row: Int) -> Bool { scopes[kind].contains(row: row) }

  /// The price on air, `nil` where there is no such offer.
  func paidPrice(_ kind: Int, row: Int, price: Double) -> Double? {
    let paid: Double
    switch plan.kinds[kind].form {
    case .share(let share): paid = price * share
    case .amount(let amount): paid = amount
    case .off(let off, let redeemed):
      guard off < price else { return nil }
      paid = price - off * redeemed
    case .column:
      guard let column = priceColumns[kind], !column[row].isNaN else { return nil }
      paid = column[row]
    }
    return paid
  }

  private func isAllowed(_ paid: Double, row: Int, price: Double, cost: Double) -> Bool {
    reasonAgainst(paid, row: row, price: price, cost: cost) == nil
  }

  /// Why a price is not allowed.
  package enum PriceReason: Sendable, Equatable {
    /// Its `where` does not hold for the style.
    case whereFails
    /// The column that gives its price is empty there, or the style costs no more than it takes off.
    case noPrice
    case notAboveZero
    case abovePrice
    case margin(share: Double, least: Double)
    case belowColumn(String, Double)
  }

  func reasonAgainst(_ paid: Double, row: Int, price: Double, cost: Double) -> PriceReason? {
    let tolerance = 1e-9 * max(1, price)
    if !(paid > 0) { return .notAboveZero }
    if paid > price + tolerance { return .abovePrice }
    guard let floor = plan.floor else { return nil }
    if let margin = floor.margin, !cost.isNaN, paid - cost < margin * paid - tolerance {
      return .margin(share: (paid - cost) / paid, least: margin)
    }
    if let column = floorColumn, !column[row].isNaN, paid < column[row] - tolerance {
      return .belowColumn(floor.column ?? "", column[row])
    }
    return nil
  }

  /// Factor on demand.
  func lift(_ kind: Int, row: Int, paid: Double, price: Double) -> Double {
    switch plan.kinds[kind].demand {
    case .none: return 1
    case .lift(let lift): return lift
    case .elasticity(let elasticity): return Self.lift(paid / price, elasticity)
    case .elasticityColumn:
      guard let numbers = elasticities[kind], numbers[row] > 0 else { return 1 }
      return Self.lift(paid / price, numbers[row])
    }
  }

  private static func lift(_ ratio: Double, _ elasticity: Double) -> Double {
    elasticity == 0 ? 1 : pow(ratio, -elasticity)
  }

  /// Whether a style has no elasticity of its own that counts.
  func lacksElasticity(_ kind: Int, row: Int) -> Bool {
    elasticities[kind].map { !($0[row] >= 0) } ?? false
  }
}
