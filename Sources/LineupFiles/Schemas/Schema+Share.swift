extension Schema {
  static let share = Schema(
    "share", "What lineup share wrote, and who must get a new sheet.",
    #"""
    "type": "object",
    "required": ["format", "product", "scenario", "variant", "date", "mark", "sheets", "files", "changes"],
    "properties": {
      "format": { "const": "lineup/share@1" },
      "product": { "$ref": "#/$defs/product" },
      "scenario": { "type": "string" },
      "variant": { "type": ["string", "null"] },
      "date": { "type": ["string", "null"] },
      "mark": { "description": "Of the tray: the same tray, the same mark.", "type": "string", "pattern": "^[0-9a-f]{8}$" },
      "sheets": {
        "type": "array",
        "items": {
          "type": "object", "required": ["owner", "value", "items"],
          "properties": {
            "owner": { "type": "string" },
            "value": { "description": "The value of \"per\" that the sheet is for.", "type": ["string", "null"] },
            "items": { "type": "integer", "minimum": 0 }
          }
        }
      },
      "files": { "type": "array", "items": { "type": "string" } },
      "changes": {
        "description": "Who must get a new sheet, against the earlier tray; null without one.",
        "type": ["array", "null"],
        "items": { "$ref": "#/$defs/sheetChange" }
      }
    }
    """#, definitions: SchemaPart.common + [.sheetChange])
}

extension SchemaPart {
  /// What is different on somebody's sheet.
  static let sheetChange = SchemaPart(
    "sheetChange",
    #"""
    "type": "object",
    "required": ["owner", "value", "in", "out", "cells", "reordered", "new", "gone"],
    "properties": {
      "owner": { "type": "string" },
      "value": { "type": ["string", "null"] },
      "in": { "type": "array", "items": { "type": "string" } },
      "out": { "type": "array", "items": { "type": "string" } },
      "cells": {
        "type": "array",
        "items": {
          "type": "object", "required": ["spu", "column", "before", "after"],
          "properties": {
            "spu": { "type": "string" }, "column": { "type": "string" },
            "before": { "type": ["string", "number", "null"] }, "after": { "type": ["string", "number", "null"] }
          }
        }
      },
      "reordered": { "description": "Of a sheet in the running order.", "type": "boolean" },
      "new": { "type": "boolean" },
      "gone": { "type": "boolean" }
    }
    """#)
}
