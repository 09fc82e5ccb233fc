/// An answer as one JSON document, an object that says first what it is and in which version of that shape:
/// `"format": "lineup/result@1"`. Within a version only members are added.
package protocol AnswerDocument: Sendable {
  /// What the document is called: `result` in `lineup/result@1`.
  static var name: String { get }

  /// Its members after `format`, in the order in which they are written.
  var members: [JSONValue.Member] { get }
}

extension AnswerDocument {
  package var value: JSONValue {
    .object([JSONValue.Member("format", .string("lineup/\(Self.name)@1"))] + members)
  }

  /// Pretty-printed, with a line end.
  package var json: String { value.text + "\n" }
}
