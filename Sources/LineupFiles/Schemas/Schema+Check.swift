extension Schema {
  static let check = Schema(
    "check", "What lineup check finds in scenario and catalog, without solving.",
    #"""
    "type": "object",
    "required": [
      "format", "product", "scenario", "variant", "catalog", "styles", "candidates", "options", "forecast",
      "moved", "left_out", "columns", "unused_headers", "read", "oddities", "rules", "impossible", "warnings", "rows",
      "tables", "next"
    ],
    "properties": {
      "format": { "const": "lineup/check@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "catalog": { "description": "The catalog's file.", "type": "string" },
      "styles": { "type": "integer", "minimum": 0 },
      "candidates": { "description": "Styles that may be on the tray.", "type": "integer", "minimum": 0 },
      "options": { "description": "Pairs of a candidate and a pitch.", "type": "integer", "minimum": 0 },
      "forecast": { "description": "Where the forecast comes from, in words.", "type": "string" },
      "moved": {
        "description": "The candidates whose forecasts the scenario's factors move most, in units before stock; empty without factors.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["spu", "pitch", "factor", "before", "after"],
          "properties": {
            "spu": { "type": "string" }, "pitch": { "type": "string" }, "factor": { "type": "number" },
            "before": { "type": "number" }, "after": { "type": "number" }
          }
        }
      },
      "left_out": {
        "description": "Styles that are no candidates, by the first condition that fails.",
        "type": "object",
        "required": ["without_price", "without_stock", "not_eligible", "banned", "without_pitch"],
        "properties": {
          "without_price": { "type": "integer", "minimum": 0 },
          "without_stock": { "type": "integer", "minimum": 0 },
          "not_eligible": { "type": "integer", "minimum": 0 },
          "banned": { "type": "integer", "minimum": 0 },
          "without_pitch": { "description": "Candidates that no pitch takes.", "type": "integer", "minimum": 0 }
        }
      },
      "columns": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "header", "name", "canonical", "kind", "filled", "distinct", "least", "greatest", "examples"
          ],
          "properties": {
            "header": { "description": "Null where only defaults fill the column.", "type": ["string", "null"] },
            "name": { "description": "What rules call it.", "type": "string" },
            "canonical": { "description": "Whether Lineup knows the column by name.", "type": "boolean" },
            "kind": { "description": "What its cells are read as.", "enum": ["text", "tags", "numbers"] },
            "filled": { "type": "integer", "minimum": 0 },
            "distinct": { "type": ["integer", "null"], "minimum": 0 },
            "least": { "type": ["number", "null"] },
            "greatest": { "type": ["number", "null"] },
            "examples": { "$ref": "#/$defs/texts" }
          }
        }
      },
      "unused_headers": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["header", "reason"],
          "properties": { "header": { "type": "string" }, "reason": { "type": "string" } }
        }
      },
      "read": { "description": "What was changed or guessed while the catalog was read.", "$ref": "#/$defs/texts" },
      "oddities": {
        "description": "Values that are allowed but look wrong.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["finding", "rows", "lines"],
          "properties": {
            "finding": { "type": "string" },
            "rows": { "description": "In how many rows.", "type": "integer", "minimum": 0 },
            "lines": { "description": "The first few.", "type": "array", "items": { "type": "integer", "minimum": 1 } },
            "files": { "description": "Where the catalog has several files or sheets, that of each line.", "type": "array", "items": { "type": "string" } }
          }
        }
      },
      "rules": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["rule", "row", "required", "soft", "candidates", "reach", "short"],
          "properties": {
            "rule": { "type": "string" },
            "row": { "type": "string" },
            "required": { "$ref": "#/$defs/range" },
            "soft": { "type": "boolean" },
            "candidates": { "description": "Candidates that count in the row.", "type": "integer", "minimum": 0 },
            "reach": { "description": "What all of them come to together.", "type": ["number", "null"] },
            "short": { "description": "Whether the row asks for more than there is.", "type": "boolean" }
          }
        }
      },
      "impossible": { "description": "What counting and adding up show to be impossible, in sentences.", "$ref": "#/$defs/texts" },
      "warnings": { "$ref": "#/$defs/texts" },
      "rows": {
        "description": "What became of the rows of the catalog's files.",
        "type": "object",
        "required": [
          "read", "styles", "totals", "titles", "left_out", "equal", "stock_in_files", "stock_used"
        ],
        "properties": {
          "read": { "description": "Rows with text below the headers.", "type": "integer", "minimum": 0 },
          "styles": { "type": "integer", "minimum": 0 },
          "totals": { "description": "Rows of sums, left out.", "type": "integer", "minimum": 0 },
          "titles": { "description": "Titles of sections, left out.", "type": "integer", "minimum": 0 },
          "left_out": {
            "description": "What each condition of leave_out left out.",
            "type": "array",
            "items": {
              "type": "object",
              "required": ["condition", "rows"],
              "properties": {
                "condition": { "type": "string" },
                "rows": { "type": "integer", "minimum": 0 }
              }
            }
          },
          "equal": { "description": "Rows equal to another in every cell.", "type": "integer", "minimum": 0 },
          "stock_in_files": { "description": "Null where the files have no stock.", "type": ["number", "null"] },
          "stock_used": { "type": ["number", "null"] }
        }
      },
      "tables": {
        "description": "What became of the rows of each table beside the catalog.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["name", "file", "rows", "not_chosen", "used", "key_of_no_style", "styles_without"],
          "properties": {
            "name": { "type": "string" },
            "file": { "type": "string" },
            "rows": { "type": "integer", "minimum": 0 },
            "not_chosen": { "description": "By its where.", "type": "integer", "minimum": 0 },
            "used": { "description": "Rows whose key is a style.", "type": "integer", "minimum": 0 },
            "key_of_no_style": { "type": "integer", "minimum": 0 },
            "styles_without": { "description": "Styles without a row.", "type": "integer", "minimum": 0 }
          }
        }
      },
      "next": { "description": "What to do now, in a sentence.", "type": "string" },
      "views": { "description": "The plan of views, where the scenario has one.", "$ref": "#/$defs/views" },
      "audience": {
        "description": "What the plan of views does to the forecasts of candidates, by category.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["category", "styles", "before", "after", "factor"],
          "properties": {
            "category": { "type": ["string", "null"] },
            "styles": { "type": "integer", "minimum": 0 },
            "before": { "description": "Units as the catalog forecasts them.", "type": "number", "minimum": 0 },
            "after": { "description": "Units with the plan of views.", "type": "number", "minimum": 0 },
            "factor": { "type": ["number", "null"] }
          }
        }
      }
    }
    """#, definitions: SchemaPart.common + [.range, .texts, .rule, .conflict, .views, .channel])
}
