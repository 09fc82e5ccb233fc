import Lineup

extension SolveProgress {
  /// Where the search stands as one line of JSON, with its end:
  /// `{ "seconds": 0.25, "value": 1200.0, "bound": 1300.5, "gap": 0.08375 }`.
  package var jsonLine: String {
    let value: JSONValue = [
      "seconds": .number(seconds), "value": .optional(incumbent), "bound": .optional(bound),
      "gap": .optional(gap),
    ]
    return value.line + "\n"
  }
}
