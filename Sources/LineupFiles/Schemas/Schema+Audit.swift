extension Schema {
  static let audit = Schema(
    "audit", "What lineup audit finds: a tray of somebody's own, every rule, and the best tray beside it.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "keeps_rules", "misplaced", "value", "penalties", "totals",
      "items", "rules", "best", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/audit@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "keeps_rules": { "description": "Whether every hard rule holds.", "type": "boolean" },
      "misplaced": {
        "description": "Items that may not be on the tray, and why.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["spu", "reason"],
          "properties": { "spu": { "type": "string" }, "reason": { "type": "string" } }
        }
      },
      "value": { "description": "The objective, net of penalties.", "type": "number" },
      "penalties": { "type": "number", "minimum": 0 },
      "totals": { "$ref": "#/$defs/totals" },
      "items": { "type": "array", "items": { "$ref": "#/$defs/item" } },
      "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "best": {
        "description": "The best tray.",
        "type": "object",
        "required": ["status", "value", "loss", "totals", "in", "out"],
        "properties": {
          "status": { "$ref": "#/$defs/status" },
          "value": { "type": ["number", "null"] },
          "loss": { "description": "What this tray has less; below 0 where it breaks rules and has more.", "type": ["number", "null"] },
          "totals": { "$ref": "#/$defs/totals" },
          "in": { "description": "Styles on the best tray alone.", "$ref": "#/$defs/spus" },
          "out": { "description": "Styles on this tray alone.", "$ref": "#/$defs/spus" }
        }
      },
      "warnings": { "description": "Where the tray's file and the catalog disagree.", "$ref": "#/$defs/texts" }
    }
    """#, definitions: SchemaPart.common + SchemaPart.tray + [.status, .spus, .texts])
}
