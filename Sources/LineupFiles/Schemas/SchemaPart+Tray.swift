extension SchemaPart {
  /// What a tray sums up to.
  static let totals = SchemaPart(
    "totals",
    #"""
    "description": "Sums over the tray; all null where there is none.",
    "type": "object",
    "required": ["items", "minutes", "units", "gmv", "margin", "stock_value"],
    "properties": {
      "items": { "type": ["integer", "null"], "minimum": 0 },
      "minutes": { "description": "Air time in minutes.", "type": ["number", "null"] },
      "units": { "description": "Expected units sold.", "type": ["number", "null"] },
      "gmv": { "description": "In the catalog's currency.", "type": ["number", "null"] },
      "margin": { "description": "In the catalog's currency.", "type": ["number", "null"] },
      "stock_value": { "description": "Price times stock, in the catalog's currency.", "type": ["number", "null"] },
      "saving": { "description": "With offers: what buyers pay less than the catalog's prices.", "type": ["number", "null"] },
      "offer_cost": { "description": "With offers: what they cost, in objective units.", "type": ["number", "null"] }
    }
    """#)

  /// An item of a tray.
  static let item = SchemaPart(
    "item",
    #"""
    "type": "object",
    "required": [
      "spu", "name", "brand", "gender", "category", "pitch", "minutes", "price", "units", "gmv", "margin",
      "season_index", "locked"
    ],
    "properties": {
      "spu": { "description": "The style's id.", "type": "string", "minLength": 1 },
      "name": { "type": ["string", "null"] },
      "brand": { "type": ["string", "null"] },
      "gender": { "type": ["string", "null"] },
      "category": { "type": ["string", "null"] },
      "pitch": { "description": "How it is presented; a name of the scenario's pitches.", "type": "string" },
      "minutes": { "description": "Air time in minutes.", "type": "number", "minimum": 0 },
      "price": { "description": "Live price, in the catalog's currency.", "type": "number" },
      "units": { "description": "Expected units sold, at most the stock.", "type": "number", "minimum": 0 },
      "gmv": { "description": "Price times units.", "type": "number" },
      "margin": { "description": "Price less cost, times units.", "type": "number" },
      "season_index": { "description": "What the season makes of the forecast; 1 for none.", "type": "number" },
      "locked": { "description": "Whether the scenario locks it.", "type": "boolean" },
      "offer": { "description": "With offers: the kind that it has; null for none.", "type": ["string", "null"] },
      "offer_price": { "description": "With offers: the price on air, before what offers on the whole show give.", "type": "number" },
      "saving": { "description": "With offers: what buyers pay less than the catalog's price, times units.", "type": "number" }
    }
    """#)

  /// A row of a rule, checked on a tray.
  static let rule = SchemaPart(
    "rule",
    #"""
    "type": "object",
    "required": ["rule", "row", "required", "actual", "holds", "soft"],
    "properties": {
      "rule": { "description": "The rule's name in the scenario, or: items, air time, sales goal, lock SPU.", "type": "string" },
      "row": { "description": "The row's name: the rule's, and its value where it has several rows.", "type": "string" },
      "required": { "$ref": "#/$defs/range" },
      "actual": { "description": "What the tray has; null where there is nothing to compare.", "type": ["number", "null"] },
      "holds": { "type": "boolean" },
      "soft": { "description": "Whether it may be missed at a penalty.", "type": "boolean" }
    }
    """#)

  /// What a tray does with a kind of offer.
  static let offer = SchemaPart(
    "offer",
    #"""
    "type": "object",
    "required": ["offer", "used", "items", "lift", "elasticity", "saving", "cost"],
    "properties": {
      "offer": { "description": "The kind's name in the scenario.", "type": "string" },
      "used": { "type": "boolean" },
      "items": { "description": "How many items have it; null for one on the whole show.", "type": ["integer", "null"], "minimum": 0 },
      "lift": { "description": "As typed; null where it is not.", "type": ["number", "null"] },
      "elasticity": { "description": "As typed, a number or a column; null where it is not.", "type": ["number", "string", "null"] },
      "saving": { "description": "What buyers pay less for it, in the catalog's currency.", "type": "number" },
      "cost": { "description": "In objective units; 0 where it is not used.", "type": "number" }
    }
    """#)

  /// What the items of a tray need.
  static let tray: [SchemaPart] = [.totals, .item, .rule, .range]
}
