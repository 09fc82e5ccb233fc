import Lineup

/// The JSON Schema (2020-12) of a document that Lineup writes.
///
/// Within a version of a document members are only added. So that a reader does not break by that, the
/// schemas leave objects open, and every member that is written now is required: what a reader relies on
/// stays. Lineup's own tests close the objects, so that no member is written that no schema tells of.
package struct Schema: Sendable {
  /// What `lineup schema` calls it: `result` of `lineup/result@1`.
  package let name: String
  /// What the document holds, in a few words.
  package let summary: String
  private let members: String
  private let definitions: [SchemaPart]

  /// - Parameters:
  ///   - members: the keywords of the outermost object, without its braces.
  ///   - definitions: what `$ref` in them, and in each other, names.
  init(_ name: String, _ summary: String, _ members: String, definitions: [SchemaPart]) {
    self.name = name
    self.summary = summary
    self.members = members
    self.definitions = definitions
  }

  /// Pretty-printed, with a line end.
  package var text: String {
    var text = "{\n"
    text += "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
    text += "  \"$id\": \"urn:lineup:\(name):1\",\n"
    text += "  \"title\": \(JSONValue.string("lineup \(name)").text),\n"
    text += "  \"description\": \(JSONValue.string(summary).text),\n"
    text += Self.indented(members, by: 2)
    if !definitions.isEmpty {
      let parts = definitions.map {
        Self.indented("\"\($0.name)\": {\n\(Self.indented($0.text, by: 2))\n}", by: 4)
      }
      text += ",\n  \"$defs\": {\n" + parts.joined(separator: ",\n") + "\n  }"
    }
    return text + "\n}\n"
  }

  private static func indented(_ text: String, by columns: Int) -> String {
    let space = String(repeating: " ", count: columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : space + $0 }.joined(separator: "\n")
  }

  /// Every document, in the order in which `lineup schema` lists them.
  package static let all = [
    check, result, explanation, comparison, frontier, audit, adjustment, alternatives, stability, rundown,
    month, slots, views, review, reviewSeries, share, problems, progress,
  ]

  /// The schema of a name.
  /// - Throws: where there is none, with the nearest.
  package init(named name: String) throws(LineupError) {
    guard let schema = Self.all.first(where: { $0.name == name }) else {
      throw LineupError([Problem(.unknownDocument(name, known: Self.all.map(\.name)))], kind: .usage)
    }
    self = schema
  }
}

/// A definition that schemas share, without its braces.
struct SchemaPart: Sendable {
  var name: String
  var text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
