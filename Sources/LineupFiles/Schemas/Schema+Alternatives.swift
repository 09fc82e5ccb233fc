extension Schema {
  static let alternatives = Schema(
    "alternatives", "What lineup alternatives finds: good trays that differ, and what each gives up.",
    #"""
    "type": "object",
    "required": ["format", "product", "scenario", "variant", "differ", "ending", "trays", "core", "swing"],
    "properties": {
      "format": { "const": "lineup/alternatives@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "differ": { "description": "Of each tray before, a tray lacks at least so many styles.", "type": "integer", "minimum": 1 },
      "ending": {
        "description": "complete: as many trays as asked for; exhausted: proven that there are no more; stopped: the search was ended; none: no tray at all.",
        "enum": ["complete", "exhausted", "stopped", "none"]
      },
      "trays": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["loss", "result"],
          "properties": {
            "loss": { "description": "What it has less than the best tray.", "type": "number" },
            "result": { "$ref": "#/$defs/result" }
          }
        }
      },
      "core": { "description": "Styles on every tray.", "$ref": "#/$defs/spus" },
      "swing": { "description": "Styles on some trays, most first.", "type": "array", "items": { "$ref": "#/$defs/swing" } }
    }
    """#, definitions: [.swing, .spus] + SchemaPart.wholeResult)

  static let stability = Schema(
    "stability", "What lineup alternatives --jitter finds: how the tray stands up to errors of the forecast.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "jitter", "seed", "asked_samples", "samples", "unproven_samples", "goal",
      "goal_met_by_tray", "goal_met_by_some", "picks", "result"
    ],
    "properties": {
      "format": { "const": "lineup/stability@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "jitter": { "description": "Standard deviation of each forecast's error, a part of 1.", "type": "number", "minimum": 0 },
      "seed": { "description": "A whole number in digits, since it may be larger than a JSON number holds.", "type": "string", "pattern": "^[0-9]+$" },
      "asked_samples": { "type": "integer", "minimum": 1 },
      "samples": { "description": "Samples that were solved.", "type": "integer", "minimum": 0 },
      "unproven_samples": { "description": "Samples whose tray is not proven the best.", "type": "integer", "minimum": 0 },
      "goal": { "description": "The sales goal, in the catalog's currency.", "type": ["number", "null"] },
      "goal_met_by_tray": { "description": "Samples in which the best tray meets the goal.", "type": ["integer", "null"], "minimum": 0 },
      "goal_met_by_some": { "description": "Samples in which some tray meets the goal.", "type": ["integer", "null"], "minimum": 0 },
      "picks": {
        "description": "How often each style is picked, most first.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["spu", "samples", "on_tray"],
          "properties": {
            "spu": { "type": "string" },
            "samples": { "type": "integer", "minimum": 0 },
            "on_tray": { "description": "Whether it is on the best tray.", "type": "boolean" }
          }
        }
      },
      "confident": {
        "description": "The best tray that meets the goal in enough samples; only where that was asked for.",
        "type": "object",
        "required": ["needed", "status", "met", "reachable", "value", "bound", "totals", "items"],
        "properties": {
          "needed": { "description": "Samples in which the goal must be met.", "type": "integer", "minimum": 0 },
          "status": { "$ref": "#/$defs/status" },
          "met": { "type": ["integer", "null"], "minimum": 0 },
          "reachable": { "description": "Samples in which the goal can be met at all.", "type": ["integer", "null"], "minimum": 0 },
          "value": { "type": ["number", "null"] },
          "bound": { "type": ["number", "null"] },
          "totals": { "$ref": "#/$defs/totals" },
          "items": { "type": "array", "items": { "$ref": "#/$defs/item" } }
        }
      },
      "result": { "description": "The best tray by the forecast as it is.", "$ref": "#/$defs/result" }
    }
    """#, definitions: SchemaPart.wholeResult)
}

extension SchemaPart {
  static let swing = SchemaPart(
    "swing",
    #"""
    "type": "object",
    "required": ["spu", "trays"],
    "properties": { "spu": { "type": "string" }, "trays": { "type": "integer", "minimum": 1 } }
    """#)
}
