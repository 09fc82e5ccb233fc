extension Schema {
  static let slots = Schema(
    "slots", "What lineup slots finds: scores, how many slots each partner is to have, and the calendar.",
    #"""
    "type": "object",
    "required": ["format", "product", "status", "scores", "slots", "value"],
    "properties": {
      "format": { "const": "lineup/slots@1" },
      "product": { "$ref": "#/$defs/product" },
      "status": {
        "description": "optimal: each partner has as many slots as it is to have, and no such calendar is worth more; infeasible: proven that not all can have as many, the calendar is the best that can be done; feasible and unknown: the search was ended before a proof, with and without a calendar that keeps the counts.",
        "enum": ["optimal", "feasible", "infeasible", "unknown"]
      },
      "scores": {
        "description": "From the greatest score down; ties by sales and name.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["partner", "points", "rules", "sales", "score", "quota", "slots"],
          "properties": {
            "partner": { "type": "string", "minLength": 1 },
            "points": { "description": "What the rules' columns add up to; 0 or below, mostly.", "type": "number" },
            "rules": { "description": "The term of the rules: weight x max(0, start + points).", "type": "number" },
            "sales": { "description": "The term of the sales: weight x 100 x sales / largest sales.", "type": "number" },
            "score": { "description": "Both terms together.", "type": "number" },
            "quota": { "description": "The share of the slots by score, within each.", "type": "number" },
            "slots": {
              "description": "How many it is to have: the quota in whole slots. Where the status is infeasible it may have fewer on the calendar.",
              "type": "integer", "minimum": 0
            }
          }
        }
      },
      "slots": {
        "description": "The calendar, in its order.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["slot", "date", "start", "partner", "wish"],
          "properties": {
            "slot": { "type": "string", "minLength": 1 },
            "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            "start": { "type": ["string", "null"], "pattern": "^[0-9]{2}:[0-9]{2}$" },
            "partner": { "description": "Null where the slot stays empty.", "type": ["string", "null"] },
            "wish": { "description": "What the partner wishes of the slot; null where it is empty.", "enum": [1, 2, 3, null] }
          }
        }
      },
      "value": { "description": "The sum of weight x score x (4 - wish).", "type": "number" }
    }
    """#, definitions: SchemaPart.common)
}
