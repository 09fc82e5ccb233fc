extension Schema {
  static let reviewSeries = Schema(
    "series", "What lineup review --series finds: reviews one after another, and what they say together.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "shows", "trend", "rules", "partners", "factors", "history", "backtest", "next", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/series@1" },
      "product": { "$ref": "#/$defs/product" },
      "shows": {
        "description": "Oldest first.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["scenario", "date", "planned_gmv", "actual_gmv", "wape", "bias", "within30", "naive_wape", "broken"],
          "properties": {
            "scenario": { "type": "string" }, "date": { "type": ["string", "null"] },
            "planned_gmv": { "type": "number" }, "actual_gmv": { "type": "number" },
            "wape": { "type": ["number", "null"] }, "bias": { "type": ["number", "null"] },
            "within30": { "type": ["number", "null"] }, "naive_wape": { "type": ["number", "null"] },
            "broken": { "description": "Hard rows that were not kept on air.", "type": "array", "items": { "type": "string" } }
          }
        }
      },
      "trend": {
        "description": "Change a show, by least squares; null with fewer than three shows.",
        "type": "object", "required": ["wape", "bias"],
        "properties": { "wape": { "type": ["number", "null"] }, "bias": { "type": ["number", "null"] } }
      },
      "rules": {
        "description": "Hard rows that were not kept on air, most often first.",
        "type": "array",
        "items": {
          "type": "object", "required": ["row", "broken", "shows"],
          "properties": {
            "row": { "type": "string" }, "broken": { "type": "integer", "minimum": 1 },
            "shows": { "description": "Shows that have the row.", "type": "integer", "minimum": 1 }
          }
        }
      },
      "partners": {
        "description": "Shows by the name of their scenario.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["partner", "shows", "planned_gmv", "sales", "plan_reached", "broken", "wape", "bias"],
          "properties": {
            "partner": { "type": "string" }, "shows": { "type": "integer", "minimum": 1 },
            "planned_gmv": { "type": "number" }, "sales": { "type": "number" }, "plan_reached": { "type": "boolean" },
            "broken": { "type": "integer", "minimum": 0 },
            "wape": { "type": ["number", "null"] }, "bias": { "type": ["number", "null"] }
          }
        }
      },
      "factors": { "$ref": "#/$defs/factors" },
      "history": {
        "description": "What was known after each show.",
        "type": "array",
        "items": {
          "type": "object", "required": ["show", "factors"],
          "properties": { "show": { "type": "string" }, "factors": { "$ref": "#/$defs/factors" } }
        }
      },
      "backtest": { "$ref": "#/$defs/backtest" },
      "next": { "$ref": "#/$defs/next" },
      "warnings": { "type": "array", "items": { "type": "string" } }
    }
    """#, definitions: SchemaPart.common + SchemaPart.learned)
}
