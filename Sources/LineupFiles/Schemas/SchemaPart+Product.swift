extension SchemaPart {
  /// Who wrote a document, and of which files.
  static let product = SchemaPart(
    "product",
    #"""
    "description": "Which version made the document of which files.",
    "type": "object",
    "required": ["version", "scenario_sha256", "catalog_sha256"],
    "properties": {
      "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+" },
      "scenario_sha256": {
        "description": "SHA-256 of the scenario's bytes as read, before variants and settings.",
        "$ref": "#/$defs/sha256"
      },
      "catalog_sha256": {
        "description": "SHA-256 of the catalog's bytes as read; null where its rows stand in the scenario, or where shows of several catalogs are compared.",
        "$ref": "#/$defs/sha256"
      }
    }
    """#)

  static let sha256 = SchemaPart(
    "sha256",
    #"""
    "type": ["string", "null"],
    "pattern": "^[0-9a-f]{64}$"
    """#)

  static let measure = SchemaPart(
    "measure",
    #"""
    "description": "The objective as the scenario writes it: a measure, or the weight of each.",
    "type": ["string", "object"],
    "additionalProperties": { "type": "number" }
    """#)

  static let range = SchemaPart(
    "range",
    #"""
    "description": "Both ends belong to the range; null where there is no end. Shares are parts of 1. The whole is null where a rule has no range, or is dropped.",
    "type": ["object", "null"],
    "required": ["min", "max"],
    "properties": { "min": { "type": ["number", "null"] }, "max": { "type": ["number", "null"] } }
    """#)

  static let texts = SchemaPart(
    "texts",
    #"""
    "type": "array",
    "items": { "type": "string" }
    """#)

  static let spus = SchemaPart(
    "spus",
    #"""
    "description": "Ids of styles.",
    "type": "array",
    "items": { "type": "string", "minLength": 1 }
    """#)

  static let status = SchemaPart(
    "status",
    #"""
    "description": "optimal: proven; feasible: a tray, the search was ended before a proof; infeasible: proven that no tray keeps every hard rule; unknown: the search was ended before a tray or a proof.",
    "enum": ["optimal", "feasible", "infeasible", "unknown"]
    """#)

  /// What nearly every document has.
  static let common: [SchemaPart] = [.product, .sha256]
}
