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
      "stock_value": { "description": "Price times stock, in the catalog's currency.", "type": ["number", "null"] }
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
      "locked": { "description": "Whether the scenario locks it.", "type": "boolean" }
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

  /// What the items of a tray need.
  static let tray: [SchemaPart] = [.totals, .item, .rule, .range]
}
