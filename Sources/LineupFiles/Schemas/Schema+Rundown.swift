extension Schema {
  static let rundown = Schema(
    "rundown", "What lineup rundown finds: the running order with clock times, or the rules that clash.",
    #"""
    "oneOf": [{ "$ref": "#/$defs/order" }, { "$ref": "#/$defs/clash" }]
    """#, definitions: [order, clash, slot] + SchemaPart.common + [.texts, .sheetChange])

  private static let order = SchemaPart(
    "order",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "status", "objective", "misses", "missing_encores", "solver",
      "spare_minutes", "warnings", "slots"
    ],
    "properties": {
      "format": { "const": "lineup/rundown@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "status": { "enum": ["optimal", "feasible"] },
      "objective": {
        "description": "Expected GMV weighted by the audience, less penalties.",
        "type": "object",
        "required": ["value", "bound", "gap", "penalties"],
        "properties": {
          "value": { "type": "number" },
          "bound": { "description": "No order has more.", "type": "number" },
          "gap": { "type": "number", "minimum": 0 },
          "penalties": { "type": "number", "minimum": 0 }
        }
      },
      "misses": {
        "description": "Soft rules that the order misses.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["rule", "count", "cost"],
          "properties": {
            "rule": { "type": "string" },
            "count": { "type": "integer", "minimum": 0 },
            "cost": { "type": "number", "minimum": 0 }
          }
        }
      },
      "missing_encores": {
        "type": ["object", "null"],
        "required": ["asked", "placed", "reason"],
        "properties": {
          "asked": { "type": "integer", "minimum": 0 },
          "placed": { "type": "integer", "minimum": 0 },
          "reason": { "type": "string" }
        }
      },
      "solver": {
        "type": "object",
        "required": ["method", "backend", "seconds"],
        "properties": {
          "method": { "type": "string" },
          "backend": { "type": "string" },
          "seconds": { "type": "number", "minimum": 0 }
        }
      },
      "spare_minutes": { "description": "Minutes that nothing fills.", "type": "number" },
      "sheets": { "description": "Who must get a new sheet; only where the scenario shares some.", "type": "array", "items": { "$ref": "#/$defs/sheetChange" } },
      "warnings": { "$ref": "#/$defs/texts" },
      "slots": { "type": "array", "items": { "$ref": "#/$defs/slot" } }
    }
    """#)

  private static let clash = SchemaPart(
    "clash",
    #"""
    "type": "object",
    "required": ["format", "product", "scenario", "variant", "status", "conflict", "slots"],
    "properties": {
      "format": { "const": "lineup/rundown@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "status": { "enum": ["infeasible", "unknown"] },
      "conflict": {
        "type": "object",
        "required": ["rules", "proven", "message"],
        "properties": {
          "rules": { "$ref": "#/$defs/texts" },
          "proven": { "description": "Whether no order keeps them.", "type": "boolean" },
          "message": { "type": "string" }
        }
      },
      "slots": { "type": "array", "maxItems": 0 }
    }
    """#)

  private static let slot = SchemaPart(
    "slot",
    #"""
    "type": "object",
    "required": [
      "kind", "place", "time", "minute", "minutes", "spu", "name", "brand", "pitch", "roles", "price",
      "list_price", "stock", "units", "gmv", "audience", "cues", "shown"
    ],
    "properties": {
      "kind": { "enum": ["item", "break", "encore"] },
      "place": { "description": "The place among the items, from 1.", "type": ["integer", "null"], "minimum": 1 },
      "time": { "description": "On the clock, such as 20:30.", "type": "string" },
      "minute": { "description": "Minutes from the start of the show.", "type": "number", "minimum": 0 },
      "minutes": { "description": "How long it lasts.", "type": "number", "minimum": 0 },
      "spu": { "type": ["string", "null"] },
      "name": { "description": "The item's name, or that of the break.", "type": "string" },
      "brand": { "type": ["string", "null"] },
      "pitch": { "type": ["string", "null"] },
      "roles": { "$ref": "#/$defs/texts" },
      "price": { "description": "The price on air: that of an offer where there is one.", "type": ["number", "null"] },
      "list_price": { "type": ["number", "null"] },
      "stock": { "type": ["number", "null"] },
      "units": { "type": ["number", "null"] },
      "gmv": { "description": "Expected, weighted by the audience of these minutes.", "type": "number" },
      "audience": { "description": "Average viewers; relative to the show's where the scenario gives a shape only.", "type": "number" },
      "cues": { "description": "What to do or say.", "$ref": "#/$defs/texts" },
      "shown": { "description": "Whether it has been on air.", "type": "boolean" }
    }
    """#)
}
