extension Schema {
  static let comparison = Schema(
    "comparison", "What lineup compare finds: a scenario and changes of it, side by side.",
    #"""
    "type": "object",
    "required": ["format", "product", "shows", "core", "swing"],
    "properties": {
      "format": { "const": "lineup/comparison@1" },
      "product": { "$ref": "#/$defs/product" },
      "shows": {
        "description": "The first is the scenario as it is.",
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "name", "status", "reason", "value", "bound", "totals", "goal_reached", "hero_share", "items",
            "rules", "difference"
          ],
          "properties": {
            "name": { "type": "string" },
            "status": {
              "description": "As of a result; error where the show cannot be read or solved.",
              "enum": ["optimal", "feasible", "infeasible", "unknown", "error"]
            },
            "reason": { "description": "Why there is no tray.", "type": ["string", "null"] },
            "value": { "type": ["number", "null"] },
            "bound": { "type": ["number", "null"] },
            "totals": { "$ref": "#/$defs/totals" },
            "goal_reached": { "description": "Null without a goal or a tray.", "type": ["boolean", "null"] },
            "hero_share": { "description": "The part of items that are heroes.", "type": ["number", "null"] },
            "items": { "$ref": "#/$defs/spus" },
            "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
            "difference": {
              "description": "Against the first show; null of the first, or where one has no tray.",
              "type": ["object", "null"],
              "required": ["items", "minutes", "units", "gmv", "margin", "in", "out", "kept"],
              "properties": {
                "items": { "type": "integer" },
                "minutes": { "type": "number" },
                "units": { "type": "number" },
                "gmv": { "type": "number" },
                "margin": { "type": "number" },
                "in": { "$ref": "#/$defs/spus" },
                "out": { "$ref": "#/$defs/spus" },
                "kept": { "$ref": "#/$defs/spus" }
              }
            }
          }
        }
      },
      "core": { "description": "Styles on every tray.", "$ref": "#/$defs/spus" },
      "swing": { "description": "Styles on some trays, most first.", "type": "array", "items": { "$ref": "#/$defs/swing" } }
    }
    """#, definitions: SchemaPart.common + [.totals, .rule, .range, .spus, .swing])

  static let frontier = Schema(
    "frontier", "What lineup frontier finds: the best tray as a number moves, or two measures are traded.",
    #"""
    "type": "object",
    "required": ["format", "product", "subject", "measure", "largest_goal", "largest_goal_proven", "points"],
    "properties": {
      "format": { "const": "lineup/frontier@1" },
      "product": { "$ref": "#/$defs/product" },
      "subject": { "description": "What moves: goal.gmv, or the measure that has floors.", "type": "string" },
      "measure": { "$ref": "#/$defs/measure" },
      "largest_goal": { "description": "A GMV that a tray reaches, where the goal moves.", "type": ["number", "null"] },
      "largest_goal_proven": { "description": "Whether none reaches more.", "type": ["boolean", "null"] },
      "points": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["setting", "position", "status", "reason", "value", "bound", "totals", "items"],
          "properties": {
            "setting": { "description": "As it is written.", "type": "string" },
            "position": { "description": "The setting as a number, where it is one.", "type": ["number", "null"] },
            "status": { "enum": ["optimal", "feasible", "infeasible", "unknown", "error"] },
            "reason": { "type": ["string", "null"] },
            "value": { "type": ["number", "null"] },
            "bound": { "type": ["number", "null"] },
            "totals": { "$ref": "#/$defs/totals" },
            "items": { "$ref": "#/$defs/spus" }
          }
        }
      }
    }
    """#, definitions: SchemaPart.common + [.measure, .totals, .spus])
}
