extension Schema {
  static let month = Schema(
    "month", "What lineup month finds: trays for all shows of a period on one stock, and their proof.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "name", "status", "stop", "within", "objective", "solver", "totals", "shows",
      "rules", "stock", "conflicts", "conflict", "best_effort", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/month@1" },
      "product": { "$ref": "#/$defs/product" },
      "name": { "description": "The month's name.", "type": "string" },
      "status": {
        "description": "optimal: proven within the gap that was asked for; feasible: a plan without that proof; infeasible: proven that no plan keeps every hard rule; unknown: the search was ended before a plan or a proof.",
        "enum": ["optimal", "feasible", "infeasible", "unknown"]
      },
      "stop": {
        "description": "What ended the search from outside; null where nothing did.",
        "enum": ["time limit", "interrupted", "memory limit", null]
      },
      "within": {
        "description": "Of a plan made again beside one that was kept; null for a plan from nothing. Status and gap are then of the program with the price of changes.",
        "type": ["object", "null"],
        "required": ["steady", "freeze", "value", "bound", "changes", "dropped"],
        "properties": {
          "steady": { "description": "What each item of a later show costs that the old plan has and this one has not.", "type": "number", "minimum": 0 },
          "freeze": { "description": "Shows up to this day keep their items and pitches; null where none do.", "type": ["string", "null"], "format": "date" },
          "value": { "description": "Of the plan, less the price of its changes.", "type": "number" },
          "bound": { "description": "No plan is worth more with that price.", "type": ["number", "null"] },
          "changes": {
            "description": "Shows that differ from the old plan.",
            "type": "array",
            "items": {
              "type": "object",
              "required": ["show", "in", "out", "pitches"],
              "properties": {
                "show": { "type": "string" },
                "in": { "$ref": "#/$defs/spus" },
                "out": { "$ref": "#/$defs/spus" },
                "pitches": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["spu", "from", "to"],
                    "properties": { "spu": { "type": "string" }, "from": { "type": "string" }, "to": { "type": "string" } }
                  }
                }
              }
            }
          },
          "dropped": {
            "description": "Items of the old plan that are no options any more.",
            "type": "array",
            "items": {
              "type": "object",
              "required": ["show", "spu", "pitch"],
              "properties": { "show": { "type": "string" }, "spu": { "type": "string" }, "pitch": { "type": "string" } }
            }
          }
        }
      },
      "objective": {
        "type": "object",
        "required": ["measure", "value", "bound", "gap", "penalties"],
        "properties": {
          "measure": {
            "description": "The objective of every show; null where the shows' differ.",
            "anyOf": [{ "$ref": "#/$defs/measure" }, { "type": "null" }]
          },
          "value": { "description": "The shows' weighted objectives, net of all penalties.", "type": ["number", "null"] },
          "bound": { "description": "No plan of the month is worth more; null where that is not known.", "type": ["number", "null"] },
          "gap": { "description": "(bound - value) / max(1e-9, |value|), of a plan made again with the price of changes.", "type": ["number", "null"], "minimum": 0 },
          "penalties": { "description": "All that is deducted, weighted.", "type": ["number", "null"], "minimum": 0 }
        }
      },
      "solver": {
        "type": "object",
        "required": ["method", "backend", "seconds", "shows", "spus", "options", "solves"],
        "properties": {
          "method": { "type": "string" },
          "backend": { "description": "The library behind it.", "type": "string" },
          "seconds": { "type": "number", "minimum": 0 },
          "shows": { "type": "integer", "minimum": 0 },
          "spus": { "description": "Styles in the catalog.", "type": "integer", "minimum": 0 },
          "options": { "description": "Pairs of a candidate and a pitch, on all shows together.", "type": "integer", "minimum": 0 },
          "solves": { "description": "How many solves of a show, or of a few together, it took.", "type": "integer", "minimum": 0 }
        }
      },
      "totals": { "$ref": "#/$defs/totals" },
      "shows": { "description": "By date and start; empty without a plan.", "type": "array", "items": { "$ref": "#/$defs/show" } },
      "rules": { "description": "The month's: of appearances each missed row, and one row for the whole rule.", "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "stock": {
        "description": "Styles whose demand on their shows exceeds what is held for them.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["spu", "stock", "demand", "allotted", "shows", "worth"],
          "properties": {
            "spu": { "type": "string", "minLength": 1 },
            "stock": { "type": "number", "minimum": 0 },
            "demand": { "description": "Of all its showings together.", "type": "number", "minimum": 0 },
            "allotted": { "description": "Units held for its shows.", "type": "number", "minimum": 0 },
            "shows": { "description": "How many shows have it.", "type": "integer", "minimum": 0 },
            "worth": { "description": "What one more unit would be worth, by the relaxation.", "type": "number" }
          }
        }
      },
      "conflicts": {
        "description": "Shows that have no tray by themselves; empty where there are none.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["show", "conflict"],
          "properties": { "show": { "type": "string" }, "conflict": { "$ref": "#/$defs/conflict" } }
        }
      },
      "conflict": {
        "description": "Rows of the shows and the month that no plan meets together; null where that is not why, or there is a plan.",
        "type": ["object", "null"],
        "required": ["rows", "irreducible", "message"],
        "properties": {
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "required": ["show", "rule", "row"],
              "properties": {
                "show": { "description": "Null for a rule of the month.", "type": ["string", "null"] },
                "rule": { "type": "string" },
                "row": { "type": "string" }
              }
            }
          },
          "irreducible": { "description": "Whether the others can hold without any one of them.", "type": "boolean" },
          "message": { "description": "The clash in a sentence.", "type": "string" }
        }
      },
      "best_effort": {
        "description": "The plan that misses the hard rules the least; null where there is one that keeps them, or none was found.",
        "type": ["object", "null"],
        "required": ["shows", "rules"],
        "properties": {
          "shows": { "type": "array", "items": { "$ref": "#/$defs/show" } },
          "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } }
        }
      },
      "warnings": { "description": "What a person should know of data and search.", "$ref": "#/$defs/texts" }
    }
    """#,
    definitions: [.plannedShow, .allottedItem] + SchemaPart.common
      + SchemaPart.tray.filter { $0.name != "item" }
      + [.measure, .conflict, .texts, .spus])
}

extension SchemaPart {
  /// A show of a month with its tray.
  static let plannedShow = SchemaPart(
    "show",
    #"""
    "type": "object",
    "required": [
      "show", "level", "series", "date", "start", "region", "weight", "objective", "penalties", "totals",
      "items", "rules"
    ],
    "properties": {
      "show": { "type": "string" },
      "level": { "type": "string" },
      "series": { "type": "string" },
      "date": { "type": "string", "format": "date" },
      "start": { "description": "Such as 20:00; null where it is not said.", "type": ["string", "null"] },
      "region": { "type": ["string", "null"] },
      "weight": { "type": "number", "exclusiveMinimum": 0 },
      "objective": { "description": "Before penalties and weight.", "type": "number" },
      "penalties": { "description": "Before the weight.", "type": "number", "minimum": 0 },
      "totals": { "$ref": "#/$defs/totals" },
      "items": { "type": "array", "items": { "$ref": "#/$defs/item" } },
      "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } }
    }
    """#)

  /// An item of a month's show: one of a tray with the units held for it, and what it could sell.
  static let allottedItem = SchemaPart(
    "item",
    #"""
    "type": "object",
    "required": [
      "spu", "name", "brand", "gender", "category", "pitch", "minutes", "price", "units", "gmv", "margin",
      "season_index", "locked", "demand"
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
      "units": { "description": "Units of the stock that are held for this show.", "type": "number", "minimum": 0 },
      "gmv": { "description": "Price times units.", "type": "number" },
      "margin": { "description": "Price less cost, times units.", "type": "number" },
      "season_index": { "description": "What the season makes of the forecast; 1 for none.", "type": "number" },
      "locked": { "description": "Whether the scenario locks it.", "type": "boolean" },
      "demand": { "description": "Units that it could sell in this show, at most the stock.", "type": "number", "minimum": 0 }
    }
    """#)
}
