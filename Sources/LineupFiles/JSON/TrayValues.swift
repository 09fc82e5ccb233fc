import Lineup
import Optimization

/// What several documents say of a tray, as JSON values.
enum TrayValues {
  static func measure(_ objective: Objective) -> JSONValue {
    guard objective.isWeighted else { return .string(objective.parts.first?.measure.name ?? "") }
    return .object(objective.parts.map { .init($0.measure.name, .number($0.weight)) })
  }

  /// - Parameter hasOffers: whether the show has offers, where there are no totals that say so.
  static func totals(_ totals: TrayTotals?, hasOffers: Bool = false) -> JSONValue {
    let plain: JSONValue = [
      "items": totals.map { .integer($0.items) } ?? .null,
      "minutes": .optional(totals?.minutes),
      "units": .optional(totals?.units),
      "gmv": .optional(totals?.gmv),
      "margin": .optional(totals?.margin),
      "stock_value": .optional(totals?.stockValue),
    ]
    guard hasOffers || totals?.offerCost != nil else { return plain }
    return .object(
      plain.members + [
        .init("saving", .optional(totals?.saving)), .init("offer_cost", .optional(totals?.offerCost)),
      ])
  }

  /// What a tray does with each kind of offer.
  static func offer(_ use: OfferUse) -> JSONValue {
    let elasticity: JSONValue =
      switch use.elasticity {
      case .number(let number): .number(number)
      case .column(let name): .string(name)
      case nil: .null
      }
    return [
      "offer": .string(use.offer), "used": .bool(use.isUsed),
      "items": use.items.map(JSONValue.integer) ?? .null, "lift": .optional(use.lift),
      "elasticity": elasticity, "saving": .number(use.saving), "cost": .number(use.cost),
    ]
  }

  static func item(_ item: TrayItem) -> JSONValue {
    let plain: JSONValue = [
      "spu": .string(item.spu),
      "name": .optional(item.name),
      "brand": .optional(item.brand),
      "gender": .optional(item.gender),
      "category": .optional(item.category),
      "pitch": .string(item.pitch),
      "minutes": .number(item.minutes),
      "price": .number(item.price),
      "units": .number(item.units),
      "gmv": .number(item.gmv),
      "margin": .number(item.margin),
      "season_index": .number(item.seasonIndex),
      "locked": .bool(item.isLocked),
    ]
    guard let price = item.offerPrice else { return plain }
    return .object(
      plain.members + [
        .init("offer", .optional(item.offer)), .init("offer_price", .number(price)),
        .init("saving", .number(item.saving)),
      ])
  }

  static func rule(_ check: RuleCheck) -> JSONValue {
    return [
      "rule": .string(check.rule),
      "row": .string(check.row),
      "required": range(check.required, check.kind),
      "actual": figure(check.actual, check.kind),
      "holds": .bool(check.holds),
      "soft": .bool(check.isSoft),
    ]
  }

  static func range(_ bounds: Bounds?, _ kind: RuleCheck.Kind) -> JSONValue {
    bounds.map { ["min": figure($0.lower, kind), "max": figure($0.upper, kind)] } ?? .null
  }

  /// Counts without a fraction; null where there is no end.
  static func figure(_ value: Double?, _ kind: RuleCheck.Kind) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return kind == .count && value == value.rounded() && abs(value) < 1e15
      ? .integer(Int(saturating: value)) : .number(value)
  }
}
