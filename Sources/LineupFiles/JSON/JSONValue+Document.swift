extension JSONValue {
  /// A document: an object that says first what it is and in which version of that shape, such as
  /// `lineup/result@1`.
  static func document(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object([Member("format", .string("lineup/\(name)@1"))] + members)
  }
}
