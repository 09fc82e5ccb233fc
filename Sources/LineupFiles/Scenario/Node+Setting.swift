import Lineup

extension Node {
  /// A change of a scenario as `--set` gives it: `show.minutes=120`, `rules."hero ratio".range=15%..25%`,
  /// `lock=[A, B]`, `rules.brands=` (nothing deletes). To be used as a merge patch.
  ///
  /// Keys are separated by dots; a key that holds a dot or `=` stands in quotes. The value is YAML.
  ///
  /// - Returns: Mappings within each other, one key each, that end in the value.
  /// - Throws: a usage error where the argument is no setting.
  package static func setting(_ argument: String) throws(LineupError) -> Node {
    let location = SourceLocation(source: "--set \(argument)")
    var path = SettingPath(argument)
    guard let keys = path.keys() else {
      throw settingError(argument, reason: path.reason)
    }
    var node = try value(String(path.rest), of: argument, at: location)
    for key in keys.reversed() {
      node = Node(.mapping([Entry(key: key, keyLocation: location, value: node)]), at: location)
    }
    return node
  }

  /// The keys before the `=` of a setting; `nil` where there are none.
  static func settingKeys(_ argument: String) -> [String]? {
    var path = SettingPath(argument)
    return path.keys()
  }

  private static func value(_ text: String, of argument: String, at location: SourceLocation)
    throws(LineupError) -> Node
  {
    let composed: Node?
    do {
      composed = try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(LineupError) in
        try NodeComposer.compose(bytes, source: location.source, tellsLines: false)
      }
    } catch {
      guard case .syntax(let sentence)? = error.problems.first?.kind else {
        throw LineupError(error.problems, kind: .usage)
      }
      throw settingError(argument, reason: sentence)
    }
    if let composed { return composed }
    if text.allSatisfy(\.isWhitespace) { return Node(.null, at: location) }
    throw settingError(argument, reason: "the value is a comment in YAML, so put it in quotes")
  }

  private static func settingError(_ argument: String, reason: String) -> LineupError {
    LineupError([Problem(.setting(text: argument, reason: reason))], kind: .usage)
  }
}

/// Reads the keys before the `=` of a setting.
private struct SettingPath {
  /// What has not been read yet; after `keys()`, the value.
  private(set) var rest: Substring
  /// Why there are no keys.
  private(set) var reason = ""

  init(_ argument: String) {
    rest = argument[...]
  }

  /// The keys, or `nil` with a `reason`.
  mutating func keys() -> [String]? {
    var keys: [String] = []
    while true {
      guard let key = key() else { return nil }
      keys.append(key)
      guard let separator = rest.popFirst() else {
        reason = "it has no \"=\""
        return nil
      }
      if separator == "=" { return keys }
    }
  }

  /// One key; `rest` then starts with the `.` or `=` after it, if any.
  private mutating func key() -> String? {
    rest = rest.drop(while: \.isWhitespace)
    if let quote = rest.first, quote == "\"" || quote == "'" { return quotedKey(quote) }
    let text = rest.prefix { $0 != "." && $0 != "=" }
    rest = rest[text.endIndex...]
    let key = text.reversed().drop(while: \.isWhitespace).reversed()
    if key.isEmpty {
      reason = "a key is empty"
      return nil
    }
    return String(key)
  }

  private mutating func quotedKey(_ quote: Character) -> String? {
    rest.removeFirst()
    var key = ""
    while let character = rest.popFirst() {
      if character == quote {
        rest = rest.drop(while: \.isWhitespace)
        if rest.isEmpty || rest.first == "." || rest.first == "=" { return key }
        reason = "text follows the closing quote of a key"
        return nil
      }
      if character == "\\", let escaped = rest.first, escaped == quote || escaped == "\\" {
        rest.removeFirst()
        key.append(escaped)
      } else {
        key.append(character)
      }
    }
    reason = "a quote is not closed"
    return nil
  }
}
