extension Schema {
  static let review = Schema(
    "review", "What lineup review finds: a show against its plan, and what follows for the next forecast.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "date", "planned", "actual", "goal", "funnel", "bridge", "accuracy",
      "items", "groups", "rules", "hindsight", "factors", "backtest", "next", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/review@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "date": { "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
      "planned": { "$ref": "#/$defs/side" },
      "actual": { "$ref": "#/$defs/side" },
      "goal": { "description": "The sales goal of the scenario.", "type": ["number", "null"] },
      "funnel": {
        "description": "What views, conversion and order value made of actual less planned GMV, to which the parts add up; null where views or orders are not known on both sides.",
        "type": ["array", "null"],
        "items": {
          "type": "object", "required": ["part", "gmv"],
          "properties": { "part": { "enum": ["views", "conversion", "order value"] }, "gmv": { "type": "number" } }
        }
      },
      "bridge": { "$ref": "#/$defs/bridge" },
      "accuracy": {
        "description": "Of what was planned and shown, without what sold out below its forecast.",
        "type": "object", "required": ["wape", "bias", "within30", "naive_wape"],
        "properties": {
          "wape": { "description": "Sum of |actual - forecast| / sum of actual.", "type": ["number", "null"] },
          "bias": { "description": "Above 0 where too much was forecast.", "type": ["number", "null"] },
          "within30": { "description": "The share of items within 30% of their forecast.", "type": ["number", "null"] },
          "naive_wape": { "description": "The same error if each item of a pitch were forecast as their mean.", "type": ["number", "null"] }
        }
      },
      "items": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "spu", "name", "part", "planned", "actual", "planned_gmv", "actual_gmv", "sold_out", "bridge", "price", "stock",
            "demand", "factor", "forecast", "returns", "gender", "category", "brand", "role", "price band", "pitch", "offer"
          ],
          "properties": {
            "spu": { "type": "string", "minLength": 1 },
            "name": { "type": ["string", "null"] },
            "part": { "enum": ["planned", "not shown", "added"] },
            "planned": { "description": "Units.", "type": "number" },
            "actual": { "type": "number", "minimum": 0 },
            "planned_gmv": { "description": "In whole hundredths, as every amount that a bridge adds up to.", "type": "number" },
            "actual_gmv": { "type": "number" },
            "sold_out": { "type": "boolean" },
            "bridge": { "$ref": "#/$defs/bridge" },
            "price": { "description": "Planned GMV / planned units; the catalog's price where nothing was planned.", "type": ["number", "null"] },
            "stock": { "type": ["number", "null"] },
            "demand": { "description": "Its forecast at the views that came, before stock and factors; null where the catalog lacks the style.", "type": ["number", "null"] },
            "factor": { "description": "What the factors of the plan made of its forecast.", "type": "number" },
            "forecast": { "description": "Planned units at the views that came, capped by stock; null for an added style.", "type": ["number", "null"] },
            "returns": { "type": ["number", "null"] },
            "gender": { "type": ["string", "null"] },
            "category": { "type": ["string", "null"] },
            "brand": { "type": ["string", "null"] },
            "role": { "description": "Tags joined by |.", "type": ["string", "null"] },
            "price band": { "type": ["string", "null"] },
            "pitch": { "type": ["string", "null"] },
            "offer": { "type": ["string", "null"] }
          }
        }
      },
      "groups": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["attribute", "value", "items", "planned", "actual", "planned_gmv", "actual_gmv", "bridge", "wape", "bias"],
          "properties": {
            "attribute": { "type": "string" }, "value": { "type": "string" },
            "items": { "type": "integer", "minimum": 1 },
            "planned": { "type": "number" }, "actual": { "type": "number" },
            "planned_gmv": { "type": "number" }, "actual_gmv": { "type": "number" },
            "bridge": { "$ref": "#/$defs/bridge" },
            "wape": { "type": ["number", "null"] }, "bias": { "type": ["number", "null"] }
          }
        }
      },
      "rules": { "description": "Every rule against all that was on air, with the units and sales that it had.", "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "hindsight": {
        "type": ["object", "null"],
        "required": ["planned_value", "value_then", "best", "choice_cost", "forecast_miss", "left_out", "proven"],
        "properties": {
          "planned_value": { "type": "number" },
          "value_then": { "description": "The planned tray's value at the demand of the show.", "type": "number" },
          "best": { "description": "The best tray's.", "type": "number" },
          "choice_cost": { "type": "number", "minimum": 0 },
          "forecast_miss": { "type": "number" },
          "left_out": { "description": "Rows that the planned tray misses then; they bind on neither side.", "type": "array", "items": { "type": "string" } },
          "proven": { "type": "boolean" }
        }
      },
      "factors": { "$ref": "#/$defs/factors" },
      "backtest": { "$ref": "#/$defs/backtest" },
      "next": { "$ref": "#/$defs/next" },
      "warnings": { "type": "array", "items": { "type": "string" } }
    }
    """#, definitions: SchemaPart.common + [.rule, .range, .reviewSide, .reviewBridge] + SchemaPart.learned)
}

extension SchemaPart {
  static let reviewSide = SchemaPart(
    "side",
    #"""
    "type": "object", "required": ["units", "gmv", "views", "orders"],
    "properties": {
      "units": { "type": "number" }, "gmv": { "type": "number" },
      "views": { "type": ["number", "null"] }, "orders": { "type": ["number", "null"] }
    }
    """#)

  static let reviewBridge = SchemaPart(
    "bridge",
    #"""
    "description": "What makes up actual less planned GMV; the parts add up to it, in whole hundredths.",
    "type": "array",
    "items": {
      "type": "object", "required": ["part", "gmv"],
      "properties": {
        "part": { "enum": ["price", "views", "forecast", "sold out", "not shown", "added"] },
        "gmv": { "type": "number" }
      }
    }
    """#)

  /// What is learned of several shows.
  static let learned = [
    SchemaPart(
      "factors",
      #"""
      "description": "As in the file that --learn writes: beside these keys, each attribute's values.",
      "type": "object", "required": ["whole", "belief", "worth_using", "spread"],
      "properties": {
        "whole": { "type": "number", "minimum": 0.2, "maximum": 5 },
        "belief": { "type": "number", "exclusiveMinimum": 0 },
        "worth_using": { "type": "boolean" },
        "spread": { "description": "Standard deviation of the relative errors that stay.", "type": ["number", "null"] },
        "gender": { "$ref": "#/$defs/factorValues" },
        "category": { "$ref": "#/$defs/factorValues" },
        "brand": { "$ref": "#/$defs/factorValues" },
        "pitch": { "$ref": "#/$defs/factorValues" },
        "role": { "$ref": "#/$defs/factorValues" },
        "price band": { "$ref": "#/$defs/factorValues" },
        "spu": { "$ref": "#/$defs/factorValues" }
      }
      """#),
    SchemaPart(
      "factorValues",
      #"""
      "type": "object",
      "additionalProperties": {
        "type": "object", "required": ["factor", "ratio", "items", "shows"],
        "properties": {
          "factor": { "type": "number", "minimum": 0.2, "maximum": 5 },
          "ratio": { "description": "Units sold over units forecast, as they are.", "type": ["number", "null"] },
          "items": { "type": "integer", "minimum": 0 },
          "shows": { "type": "integer", "minimum": 0 }
        }
      }
      """#),
    SchemaPart(
      "backtest",
      #"""
      "description": "Each show's error without factors, with those that the other shows teach, and of the naive forecast.",
      "type": "array",
      "items": {
        "type": "object", "required": ["show", "wape", "with_factors", "naive"],
        "properties": {
          "show": { "type": "string" }, "wape": { "type": ["number", "null"] },
          "with_factors": { "type": ["number", "null"] }, "naive": { "type": ["number", "null"] }
        }
      }
      """#),
    SchemaPart(
      "next",
      #"""
      "description": "Within what the sales of the next show lie, as multiples of its plan; low and high are null where fewer shows than needed are known.",
      "type": "object", "required": ["low", "high", "shows", "needed", "miss"],
      "properties": {
        "low": { "type": ["number", "null"] }, "high": { "type": ["number", "null"] },
        "shows": { "type": "integer", "minimum": 0 }, "needed": { "type": "integer", "minimum": 1 },
        "miss": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 }
      }
      """#),
  ]
}
