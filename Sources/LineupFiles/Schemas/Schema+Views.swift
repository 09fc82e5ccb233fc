extension SchemaPart {
  /// A plan of views, in results and by itself.
  static let views = SchemaPart(
    "views",
    #"""
    "type": "object",
    "required": ["status", "channels", "net", "cost", "rows", "conflict"],
    "properties": {
      "status": {
        "description": "optimal: proven that no plan costs less, and that of those none has fewer views, channel by channel; weighed: the scenario fixes every channel; infeasible: proven that no plan keeps every row; unknown: the search was ended before that.",
        "enum": ["optimal", "weighed", "infeasible", "unknown"]
      },
      "channels": { "description": "Empty where there is no plan.", "type": "array", "items": { "$ref": "#/$defs/channel" } },
      "net": { "description": "Views, overlaps taken off.", "type": ["number", "null"] },
      "cost": { "description": "Of all channels together.", "type": ["number", "null"] },
      "rows": { "description": "Each channel, then total, budget, shares, goal and people of segments.", "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "conflict": { "$ref": "#/$defs/conflict" }
    }
    """#)

  /// A channel of a plan of views.
  static let channel = SchemaPart(
    "channel",
    #"""
    "type": "object",
    "required": ["channel", "views", "told", "orders", "gmv", "cost"],
    "properties": {
      "channel": { "type": "string", "minLength": 1 },
      "views": { "description": "Whole, but for a channel that tells people.", "type": "number", "minimum": 0 },
      "told": {
        "description": "People told, by segment; null for a channel that tells nobody.",
        "type": ["object", "null"],
        "additionalProperties": { "type": "integer", "minimum": 0 }
      },
      "orders": { "description": "Of viewers who come by it alone; null where no conversion is said.", "type": ["number", "null"] },
      "gmv": { "description": "Orders x order value; null where one is not said.", "type": ["number", "null"] },
      "cost": { "type": "number", "minimum": 0 }
    }
    """#)
}

extension Schema {
  static let views = Schema(
    "views", "What lineup views says: which channel brings how many views, and what they cost.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "status", "channels", "net", "cost", "rows", "conflict", "most",
      "repairs", "next", "prices", "short", "worth", "targets", "complete", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/views@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "status": {
        "description": "As in a result's views.",
        "enum": ["optimal", "weighed", "infeasible", "unknown"]
      },
      "channels": { "type": "array", "items": { "$ref": "#/$defs/channel" } },
      "net": { "description": "Views, overlaps taken off.", "type": ["number", "null"] },
      "cost": { "type": ["number", "null"] },
      "rows": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "conflict": { "$ref": "#/$defs/conflict" },
      "most": { "$ref": "#/$defs/most" },
      "repairs": {
        "description": "The smallest changes of one row each that make room for a plan.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["rule", "row", "from", "to"],
          "properties": {
            "rule": { "const": "views" },
            "row": { "type": "string" },
            "from": { "$ref": "#/$defs/range" },
            "to": { "$ref": "#/$defs/range" }
          }
        }
      },
      "next": {
        "description": "The next 1,000 views; null without a plan.",
        "type": ["object", "null"],
        "required": ["views", "cost", "whole", "channels"],
        "properties": {
          "views": { "description": "How many more there are of the 1,000.", "type": "number" },
          "cost": { "description": "Null where there are none.", "type": ["number", "null"] },
          "whole": { "description": "Whether there are 1,000.", "type": "boolean" },
          "channels": {
            "type": "array",
            "items": {
              "type": "object",
              "required": ["channel", "views"],
              "properties": {
                "channel": { "type": "string" },
                "views": { "description": "By how many its views change.", "type": "number" }
              }
            }
          }
        }
      },
      "prices": {
        "description": "Rows without which the plan costs less, dearest first.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["row", "required", "saving"],
          "properties": {
            "row": { "type": "string" },
            "required": { "$ref": "#/$defs/range" },
            "saving": { "type": "number", "minimum": 0 }
          }
        }
      },
      "short": {
        "description": "Channels that bring less than planned, and the plan of the others.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["channel", "share", "views", "most"],
          "properties": {
            "channel": { "type": "string" },
            "share": { "description": "The part that is lacking.", "type": "number" },
            "views": { "$ref": "#/$defs/views" },
            "most": { "$ref": "#/$defs/most" }
          }
        }
      },
      "worth": {
        "description": "The best tray at 80%, 100% and 120% of the views; empty where that was not asked for.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["part", "views", "value", "proven", "cost"],
          "properties": {
            "part": { "type": "number" },
            "views": { "type": "number" },
            "value": { "description": "Of the objective; null without a tray.", "type": ["number", "null"] },
            "proven": { "type": "boolean" },
            "cost": { "description": "The least that so many views cost; null where the channels cannot bring them.", "type": ["number", "null"] }
          }
        }
      },
      "targets": {
        "description": "Views of a channel by region or the like, split by people.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["channel", "per", "parts"],
          "properties": {
            "channel": { "type": "string" },
            "per": { "type": "string" },
            "parts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "people", "views"],
                "properties": {
                  "name": { "type": "string" },
                  "people": { "type": "number", "minimum": 0 },
                  "views": { "type": "integer", "minimum": 0 }
                }
              }
            }
          }
        }
      },
      "complete": { "description": "Whether everything was looked for, to its end.", "type": "boolean" },
      "warnings": { "$ref": "#/$defs/texts" }
    }
    """#,
    definitions: SchemaPart.common + [
      .rule, .range, .conflict, .texts, .views, .channel,
      SchemaPart(
        "most",
        #"""
        "description": "The most that the channels can bring of a row that they miss; null where none is.",
        "type": ["object", "null"],
        "required": ["row", "amount"],
        "properties": {
          "row": { "enum": ["total", "goal"] },
          "amount": { "type": "number" }
        }
        """#),
    ])
}
