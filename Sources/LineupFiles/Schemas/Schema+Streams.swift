extension Schema {
  static let problems = Schema(
    "problems", "What --errors json writes to standard error, on one line: what is wrong with the input.",
    #"""
    "type": "object",
    "required": ["problems"],
    "properties": {
      "problems": {
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "object",
          "required": ["code", "message", "file", "line", "path", "suggestion"],
          "properties": {
            "code": { "description": "What kind of problem it is; codes stay what they are.", "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
            "message": { "description": "What is wrong and what would be right, for people.", "type": "string" },
            "file": { "description": "As the command line or the scenario names it; - is standard input.", "type": ["string", "null"] },
            "line": { "description": "Line in the file, from 1; of a workbook the sheet's row.", "type": ["integer", "null"], "minimum": 1 },
            "path": { "description": "Where in the scenario, as --set writes it; items of lists from 0, such as catalog.rows[2].", "type": ["string", "null"] },
            "suggestion": { "description": "The known name that may be meant.", "type": ["string", "null"] }
          }
        }
      }
    }
    """#, definitions: [])

  static let progress = Schema(
    "progress", "What --progress json writes to standard error, a line for each new tray or bound.",
    #"""
    "type": "object",
    "required": ["seconds", "value", "bound", "gap"],
    "properties": {
      "seconds": { "description": "Since the search began.", "type": "number", "minimum": 0 },
      "value": { "description": "The objective of the best tray so far; null before the first.", "type": ["number", "null"] },
      "bound": { "description": "No tray has more; null before the first.", "type": ["number", "null"] },
      "gap": { "description": "(bound - value) / max(1e-9, |value|)", "type": ["number", "null"], "minimum": 0 }
    }
    """#, definitions: [])
}
