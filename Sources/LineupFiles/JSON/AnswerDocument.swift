import Lineup

/// An answer as one JSON document, an object that says first what it is, in which version of that shape, and
/// what made it of what. Within a version only members are added.
///
///     "format": "lineup/result@1",
///     "product": { "version": "0.2.0", "scenario_sha256": "9f86…", "catalog_sha256": "60303…" },
package protocol AnswerDocument: Sendable {
  /// What the document is called: `result` in `lineup/result@1`.
  static var name: String { get }

  /// The files that the answer was made of.
  var inputs: InputDigests { get }

  /// Its members after those that every document has, in the order in which they are written.
  var members: [JSONValue.Member] { get }
}

extension AnswerDocument {
  package var value: JSONValue {
    .object(
      [
        JSONValue.Member("format", .string("lineup/\(Self.name)@1")),
        JSONValue.Member(
          "product",
          [
            "version": .string(LineupVersion.text), "scenario_sha256": .optional(inputs.scenario),
            "catalog_sha256": .optional(inputs.catalog),
          ]),
      ] + members)
  }

  /// Pretty-printed, with a line end.
  package var json: String { value.text + "\n" }
}
