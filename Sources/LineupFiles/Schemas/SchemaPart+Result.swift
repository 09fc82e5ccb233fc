extension SchemaPart {
  /// A result, by itself and in other documents.
  static let result = SchemaPart(
    "result",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "status", "stop", "objective", "solver", "totals", "items",
      "rules", "conflict", "repairs", "best_effort", "warnings"
    ],
    "properties": {
      "format": { "const": "lineup/result@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "description": "The scenario's name.", "type": "string" },
      "variant": { "description": "The variant that was applied.", "type": ["string", "null"] },
      "status": { "$ref": "#/$defs/status" },
      "stop": {
        "description": "What ended the search before a proof; null where it has one.",
        "enum": ["time limit", "interrupted", "memory limit", null]
      },
      "within": {
        "description": "The trays among which was searched, where those are not all that the rules allow; the status holds among them only.",
        "type": "string"
      },
      "views": {
        "description": "The plan of views on which the forecasts rest, where the scenario has one.",
        "$ref": "#/$defs/views"
      },
      "objective": {
        "type": "object",
        "required": ["measure", "value", "bound", "gap", "penalties"],
        "properties": {
          "measure": { "$ref": "#/$defs/measure" },
          "value": { "description": "Of the tray, net of penalties.", "type": ["number", "null"] },
          "bound": { "description": "No tray of the show has more.", "type": ["number", "null"] },
          "gap": { "description": "(bound - value) / max(1e-9, |value|)", "type": ["number", "null"], "minimum": 0 },
          "penalties": { "description": "What soft rules that are missed cost.", "type": ["number", "null"], "minimum": 0 },
          "offer_cost": { "description": "With offers: what they cost; the value is net of it.", "type": ["number", "null"], "minimum": 0 }
        }
      },
      "solver": {
        "type": "object",
        "required": ["method", "backend", "seconds", "spus", "candidates", "options"],
        "properties": {
          "method": { "type": "string" },
          "backend": { "description": "The library behind it.", "type": "string" },
          "seconds": { "description": "From the show to the checked tray.", "type": "number", "minimum": 0 },
          "spus": { "description": "Styles in the catalog.", "type": "integer", "minimum": 0 },
          "candidates": { "description": "Styles that may be on the tray.", "type": "integer", "minimum": 0 },
          "options": { "description": "Pairs of a candidate and a pitch; with offers, those with an offer too.", "type": "integer", "minimum": 0 }
        }
      },
      "totals": { "$ref": "#/$defs/totals" },
      "items": { "type": "array", "items": { "$ref": "#/$defs/item" } },
      "offers": { "description": "With offers: every kind; none where there is no tray.", "type": "array", "items": { "$ref": "#/$defs/offer" } },
      "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
      "conflict": { "$ref": "#/$defs/conflict" },
      "repairs": { "description": "The smallest changes of rules that make room for a tray.", "type": "array", "items": { "$ref": "#/$defs/repair" } },
      "best_effort": { "$ref": "#/$defs/best_effort" },
      "warnings": { "description": "What a person should know of data and search.", "$ref": "#/$defs/texts" }
    }
    """#)

  /// A result and all that it is made of.
  static let wholeResult: [SchemaPart] =
    [.result] + common + tray
    + [.offer, .status, .measure, .conflict, .repair, .bestEffort, .texts, .views, .channel]
}

extension Schema {
  static let result = Schema(
    "result", "What lineup solve finds: the best tray and its proof, or why there is none.",
    #"""
    "$ref": "#/$defs/result"
    """#, definitions: SchemaPart.wholeResult)
}
