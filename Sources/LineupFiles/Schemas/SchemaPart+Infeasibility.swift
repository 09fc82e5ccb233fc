extension SchemaPart {
  /// Rules that exclude each other.
  static let conflict = SchemaPart(
    "conflict",
    #"""
    "description": "Rows that no tray keeps together; null where there is a tray, or none was found in time.",
    "type": ["object", "null"],
    "required": ["rows", "minimal", "message"],
    "properties": {
      "rows": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["rule", "row", "required"],
          "properties": {
            "rule": { "type": "string" },
            "row": { "type": "string" },
            "required": { "$ref": "#/$defs/range" }
          }
        }
      },
      "minimal": { "description": "Whether any one of them less leaves no conflict.", "type": "boolean" },
      "message": { "description": "The conflict in a sentence.", "type": "string" }
    }
    """#)

  /// Changes of rules that make room for a tray.
  static let repair = SchemaPart(
    "repair",
    #"""
    "type": "object",
    "required": ["changes", "relative_size", "value", "proven", "smallest"],
    "properties": {
      "changes": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["rule", "row", "from", "to"],
          "properties": {
            "rule": { "type": "string" },
            "row": { "type": "string" },
            "from": { "$ref": "#/$defs/range" },
            "to": { "description": "Null where the rule is dropped.", "$ref": "#/$defs/range" }
          }
        }
      },
      "relative_size": { "description": "How much is changed, relative to what the rules ask.", "type": "number", "minimum": 0 },
      "value": { "description": "The objective of the best tray then.", "type": "number" },
      "proven": { "description": "Whether that tray is proven the best.", "type": "boolean" },
      "smallest": { "description": "Whether no smaller change does.", "type": "boolean" }
    }
    """#)

  /// The tray that misses the least.
  static let bestEffort = SchemaPart(
    "best_effort",
    #"""
    "description": "The tray that misses the hard rules the least; null where there is one that keeps them.",
    "type": ["object", "null"],
    "required": ["total_miss", "proven", "totals", "items", "rules"],
    "properties": {
      "total_miss": { "description": "The misses, each relative to what its row asks, summed.", "type": "number", "minimum": 0 },
      "proven": { "description": "Whether no tray misses less.", "type": "boolean" },
      "totals": { "$ref": "#/$defs/totals" },
      "items": { "type": "array", "items": { "$ref": "#/$defs/item" } },
      "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } }
    }
    """#)
}
