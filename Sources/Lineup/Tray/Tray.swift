/// The selected products of a show (货盘) with their amounts, and every rule against them.
public struct Tray: Sendable, Equatable {
  /// In the order in which people read them: by the groups of the first split as it lists them,
  /// then by GMV, largest first, then as in the catalog.
  public var items: [TrayItem]
  /// Its sums.
  public var totals: TrayTotals
  /// Every row of every rule: items, air time, sales goal and locks, then the user's rules. Rows of
  /// `each` with minimum 0 and actual 0 are left out.
  public var rules: [RuleCheck]
  /// What it does with each kind of offer; `nil` in a show without offers.
  package var offers: [OfferUse]?

  /// The kinds of offers on the whole show that it has.
  package var wideOffers: [String] { (offers ?? []).filter { $0.isUsed && $0.items == nil }.map(\.offer) }

  /// What its offers cost, in objective units.
  package var offerCost: Double { (offers ?? []).reduce(0) { $0 + $1.cost } }

  /// Whether the audit takes it: no hard row is missed.
  var missesNoHardRule: Bool { rules.allSatisfy { $0.holds || $0.isSoft } }
}

/// One item of a tray.
public struct TrayItem: Sendable, Equatable {
  /// The style's id, as the catalog spells it.
  public var spu: String
  /// The catalog's text, `nil` where it is missing.
  public var name: String?
  package var brand: String?
  package var gender: String?
  package var category: String?
  /// How it is presented.
  public var pitch: String
  /// Air time that takes.
  public var minutes: Double
  /// In the catalog's currency.
  public var price: Double
  /// Expected units in this show, capped by stock.
  public var units: Double
  /// Price times units.
  public var gmv: Double
  /// Price less cost, times units; 0 where the cost is missing.
  public var margin: Double
  /// Price times stock.
  package var stockValue: Double
  package var seasonIndex: Double
  /// Whether the scenario locks it.
  package var isLocked: Bool
  /// The item's values of the attribute that the first split counts, for grouping; empty where there
  /// is no split or no value.
  package var groups: [String]
  /// The kind of offer that it has; `nil` for none.
  package var offer: String?
  /// The price on air, before what offers on the whole show give; `nil` in a show without offers.
  package var offerPrice: Double?
  /// What buyers pay less than the catalog's price, times units.
  package var saving = 0.0
}

/// Sums over a tray.
public struct TrayTotals: Sendable, Equatable {
  /// How many items.
  public var items: Int
  /// Air time of all pitches.
  public var minutes: Double
  /// Expected units.
  public var units: Double
  /// Expected sales, in the catalog's currency.
  public var gmv: Double
  /// Sales less costs; items without a cost count 0.
  public var margin: Double
  package var stockValue: Double
  /// What buyers pay less than the catalog's prices.
  package var saving = 0.0
  /// What the offers cost, in objective units; `nil` in a show without offers.
  package var offerCost: Double?
}
