extension Schema {
  static let adjustment = Schema(
    "adjustment", "What lineup adjust finds: the fewest changes that make a tray keep the rules again.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "status", "within", "change_count", "limit", "fewest",
      "fewest_proven", "changes", "value", "before", "fresh", "substitutes", "warnings", "result"
    ],
    "properties": {
      "format": { "const": "lineup/adjustment@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "status": { "$ref": "#/$defs/status" },
      "within": { "description": "The trays among which was searched; the status holds among them only.", "type": ["string", "null"] },
      "change_count": { "description": "How many changes were made; null without a tray.", "type": ["integer", "null"], "minimum": 0 },
      "limit": { "description": "How many changes were allowed; null where the fewest were asked for.", "type": ["integer", "null"], "minimum": 0 },
      "fewest": { "description": "The fewest changes that are known to suffice.", "type": ["integer", "null"], "minimum": 0 },
      "fewest_proven": { "description": "Whether it is proven that no fewer suffice.", "type": "boolean" },
      "changes": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["out", "in", "cause", "reason", "gain", "rules"],
          "properties": {
            "out": { "description": "What left the tray; null where an item was added.", "$ref": "#/$defs/option" },
            "in": { "description": "What came in; null where an item was taken off.", "$ref": "#/$defs/option" },
            "cause": { "enum": ["misplaced", "wished", "rules", "value"] },
            "reason": { "description": "Why, in words.", "type": "string" },
            "gain": { "description": "What the objective gains by the change.", "type": "number" },
            "rules": { "description": "Rows that would be missed without the change.", "$ref": "#/$defs/texts" }
          }
        }
      },
      "value": { "description": "The objective of the adjusted tray, net of penalties.", "type": ["number", "null"] },
      "before": {
        "type": "object",
        "required": ["value", "cost"],
        "properties": {
          "value": { "description": "The objective of the tray as it was.", "type": "number" },
          "cost": { "description": "What the adjusted tray has less; below 0 where it has more.", "type": ["number", "null"] }
        }
      },
      "fresh": {
        "description": "The best tray now, whatever would have to be changed.",
        "type": "object",
        "required": ["status", "value", "cost", "change_count"],
        "properties": {
          "status": { "$ref": "#/$defs/status" },
          "value": { "type": ["number", "null"] },
          "cost": { "description": "What the adjusted tray has less.", "type": ["number", "null"] },
          "change_count": { "type": ["integer", "null"], "minimum": 0 }
        }
      },
      "substitutes": {
        "description": "For each item, styles that could take its place by themselves; empty unless asked for.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["spu", "substitutes"],
          "properties": {
            "spu": { "type": "string" },
            "substitutes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["spu", "name", "pitch", "price", "cost"],
                "properties": {
                  "spu": { "type": "string" },
                  "name": { "type": ["string", "null"] },
                  "pitch": { "type": "string" },
                  "price": { "description": "In the catalog's currency.", "type": "number" },
                  "cost": { "description": "What the objective loses by the swap.", "type": "number" }
                }
              }
            }
          }
        }
      },
      "warnings": { "description": "Where the tray's file and the catalog disagree.", "$ref": "#/$defs/texts" },
      "sheets": { "description": "Who must get a new sheet; only where the scenario shares some.", "type": "array", "items": { "$ref": "#/$defs/sheetChange" } },
      "result": { "description": "The adjusted tray.", "$ref": "#/$defs/result" }
    }
    """#,
    definitions: [
      .sheetChange,
      SchemaPart(
        "option",
        #"""
        "type": ["object", "null"],
        "required": ["spu", "pitch"],
        "properties": {
          "spu": { "type": "string" }, "pitch": { "type": "string" },
          "offer": { "description": "With offers: the kind that it has; null for none.", "type": ["string", "null"] }
        }
        """#),
    ] + SchemaPart.wholeResult)
}
