/// The keys of a scenario's sections: what the readers know, and what the article `ScenarioReference` describes.
///
/// To add a key, add it here, where it is read and to the section's table in the article; a test compares them.
enum ScenarioKeys {
  static let catalog = ["rows"]
  /// The forms of a column, of which an entry has one.
  static let columnForms = ["sum", "first", "part", "before", "after", "join", "nth", "letter"]
  /// A form of a column with what goes with it.
  static let columnForm = columnForms + ["of", "by", "with"]
  static let table = [
    "file", "sheet", "header", "encoding", "key", "where", "columns", "replace", "totals",
  ]
  /// A column that a table makes: one way and its fallback.
  static let tableColumn = DuplicateWay.allCases.map(\.rawValue) + ["else"]
  static let demand = ["column", "times", "per_thousand_views", "views", "factors"]

  static let show = ["date", "region", "minutes", "reserved_minutes", "items"]
  static let eligible = ["where"]
  static let pitch = ["minutes", "lift", "where"]
  static let season = ["index", "calendar"]
  /// The goal by views, conversion and order value.
  static let funnel = ["views", "conversion", "order_value"]
  static let goal = ["gmv"] + funnel

  /// What goes with every form of rule.
  static let everyRule = ["penalty", "repair"]
  static let requires = ["spu", "any_of"]
  static let lock = ["spu", "pitch"]
  /// A lock of a scenario with offers.
  static let lockWithOffer = lock + ["offer"]
  static let condition = ["not", "has"]

  static let rundown = [
    "start", "audience", "blocks", "spacing", "opening", "closing", "fixed", "breaks", "encore", "offers",
  ]
  static let blocks = ["together", "interleave", "penalty"]
  static let spacing = ["every", "where", "apart", "penalty"]
  static let apart = ["apart", "penalty"]
  /// `opening` and `closing`.
  static let edge = ["where", "items"]
  static let fixed = ["spu", "place", "at"]
  static let onAirBreak = ["name", "at", "minutes"]
  static let offers = ["at_most", "kinds", "exclusive", "floor"]
  /// Of which an offer has one.
  static let offerPrices = ["price", "off", "column"]
  /// What every kind of offer may have.
  private static let everyOffer = ["show", "lift", "cost", "claim", "use", "always", "never"]
  static let offerKind =
    offerPrices + ["redeemed", "elasticity", "where", "items", "minutes", "window"] + everyOffer
  /// A kind of offer on the whole show.
  static let wideOffer = ["gives"] + everyOffer
  static let offerFloor = ["margin", "column"]
  static let period = ["from", "to"]

  static let encore = ["items", "minutes", "where", "share"]
  static let offer = ["spu", "price", "from", "to"]
  static let share = ["where", "columns", "per", "rundown"]

  static let views = [
    "base", "channels", "overlap", "conversion", "order_value", "total", "budget", "share", "plan",
  ]
  static let channel = [
    "views", "people", "each", "reach", "rate", "limit", "cost", "minimum", "conversion", "order_value",
    "audience",
    "per", "by",
  ]
  static let segment = ["people", "buys"]

  /// The keys of a form of rule, beside those of every rule.
  static func rule(_ form: any RuleForm.Type) -> [String] { [form.form] + form.keys }

  /// Every section, by the title under which the article describes it.
  static let sections: [(title: String, keys: [String])] =
    [
      ("The scenario", Scenario.keys), ("catalog", catalog),
      ("The columns of a catalog", CanonicalColumn.allCases.map(\.rawValue)),
      ("An entry of columns", columnForm), ("An entry of tables", table),
      ("A column of a table", tableColumn), ("demand", demand), ("show", show), ("eligible", eligible),
      ("An entry of pitches", pitch), ("season", season), ("goal", goal),
      ("Measures", (Measure.named + Measure.ofOffers).map(\.name)), ("A condition", condition),
      ("Every rule", everyRule),
    ] + RuleForms.all.map { ("A rule by \($0.form)", rule($0)) } + [
      ("requires", requires), ("An entry of lock", lockWithOffer), ("offers", offers),
      ("A kind of offer", offerKind + ["gives"]), ("floor", offerFloor), ("window, claim and use", period),
      ("rundown", rundown), ("blocks", blocks),
      ("An entry of spacing", spacing), ("opening and closing", edge), ("An entry of fixed", fixed),
      ("An entry of breaks", onAirBreak), ("encore", encore), ("An entry of offers", offer), ("views", views),
      ("An entry of channels", channel), ("An entry of audience", segment), ("An entry of share", share),
    ]
}
