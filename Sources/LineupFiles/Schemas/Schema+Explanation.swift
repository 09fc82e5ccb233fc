extension Schema {
  static let explanation = Schema(
    "explanation", "What lineup explain finds: the price of each rule, or why styles are on the tray or not.",
    #"""
    "oneOf": [{ "$ref": "#/$defs/prices" }, { "$ref": "#/$defs/styles" }]
    """#, definitions: [prices, styles, breakEven] + SchemaPart.common + [.measure, .range, .spus, .texts])

  private static let prices = SchemaPart(
    "prices",
    #"""
    "type": "object",
    "required": ["format", "product", "scenario", "variant", "measure", "value", "proven", "prices", "free_rows"],
    "properties": {
      "format": { "const": "lineup/explanation@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "measure": { "$ref": "#/$defs/measure" },
      "value": { "description": "The objective of the best tray.", "type": "number" },
      "proven": { "type": "boolean" },
      "prices": {
        "description": "The rows that cost something, most expensive first.",
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "rule", "row", "required", "unit", "unit_name", "gain_from_unit", "most_from_unit",
            "gain_from_dropping", "most_from_dropping", "proven"
          ],
          "properties": {
            "rule": { "type": "string" },
            "row": { "type": "string" },
            "required": { "$ref": "#/$defs/range" },
            "unit": { "description": "How much wider one unit makes the range; null where the row can only be dropped.", "type": ["number", "null"] },
            "unit_name": { "type": ["string", "null"] },
            "gain_from_unit": { "description": "What a unit more brings at least.", "type": ["number", "null"] },
            "most_from_unit": { "description": "And at most; null where that is not known.", "type": ["number", "null"] },
            "gain_from_dropping": { "description": "What the show gains without the row, at least.", "type": "number" },
            "most_from_dropping": { "description": "And at most; null where that is not known.", "type": ["number", "null"] },
            "proven": { "description": "Whether both gains are exact.", "type": "boolean" }
          }
        }
      },
      "free_rows": { "description": "Rows that are proven to cost nothing.", "$ref": "#/$defs/texts" }
    }
    """#)

  private static let styles = SchemaPart(
    "styles",
    #"""
    "type": "object",
    "required": ["format", "product", "scenario", "variant", "measure", "styles"],
    "properties": {
      "format": { "const": "lineup/explanation@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "measure": { "$ref": "#/$defs/measure" },
      "styles": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "spu", "standing", "reason", "value", "loss", "displaced", "joining", "forecast", "price",
            "break_even_forecast", "break_even_price", "proven", "base_proven"
          ],
          "properties": {
            "spu": { "type": "string" },
            "standing": { "enum": ["on tray", "off tray", "not a candidate"] },
            "reason": { "description": "Why it is no candidate.", "type": ["string", "null"] },
            "value": { "description": "The objective of the best tray without it (on tray) or with it (off tray).", "type": ["number", "null"] },
            "loss": { "description": "What that tray has less than the best.", "type": ["number", "null"] },
            "displaced": { "description": "Styles that would go.", "$ref": "#/$defs/spus" },
            "joining": { "description": "Styles that would come.", "$ref": "#/$defs/spus" },
            "forecast": { "description": "Its units as forecast.", "type": ["number", "null"] },
            "price": { "type": ["number", "null"] },
            "break_even_forecast": { "$ref": "#/$defs/break_even" },
            "break_even_price": { "$ref": "#/$defs/break_even" },
            "proven": { "description": "Whether the trays compared are proven the best.", "type": "boolean" },
            "base_proven": { "description": "Whether the best tray is proven the best.", "type": "boolean" },
            "offer": { "description": "The offer that was asked about, where one was.", "type": "string" },
            "break_even_lift": { "description": "The lift, in place of the typed one, at which it would pay for its place with that offer.", "type": ["number", "null"] }
          }
        }
      }
    }
    """#)

  private static let breakEven = SchemaPart(
    "break_even",
    #"""
    "description": "At which figure the style pays for its place; null where none is known.",
    "type": ["object", "null"],
    "required": ["figure", "missed_rows"],
    "properties": {
      "figure": { "type": "number" },
      "missed_rows": { "description": "Rows that its tray would then miss.", "$ref": "#/$defs/texts" }
    }
    """#)
}
