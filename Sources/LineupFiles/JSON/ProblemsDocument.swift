import Lineup

/// What is wrong, for programs: `{ "problems": [{ "code": "unknown-key", "message": … }] }` on one line.
package struct ProblemsDocument {
  private var problems: [JSONValue] = []
  private var documents: [String: Node?] = [:]

  package init(_ problems: [Problem]) {
    for problem in problems { self.problems.append(value(of: problem)) }
  }

  /// A mistake on the command line, as the reader of arguments tells it.
  package init(argument message: String) {
    let meant = message.firstMatch(of: /[Dd]id you mean '([^']+)'/)
    problems = [
      [
        "code": .string(ProblemCode.invalidArgument.rawValue), "message": .string(message), "file": nil,
        "line": nil, "path": nil, "suggestion": .optional(meant.map { String($0.output.1) }),
      ]
    ]
  }

  /// The document on one line, with a line end.
  package var line: String {
    let value: JSONValue = ["problems": .array(problems)]
    return value.line + "\n"
  }

  private mutating func value(of problem: Problem) -> JSONValue {
    let place = place(of: problem)
    return [
      "code": .string(problem.code), "message": .string(problem.message),
      "file": .optional(place.file), "line": place.line.map(JSONValue.integer) ?? nil,
      "path": .optional(place.path?.text), "suggestion": .optional(problem.suggestion),
    ]
  }

  // MARK: Places

  private struct Place {
    var file: String?
    var line: Int?
    var path: ScenarioPath?
  }

  private mutating func place(of problem: Problem) -> Place {
    let ofRule = problem.rule.map { ScenarioPath(steps: [.key("rules"), .key($0)]) }
    guard let location = problem.location else { return Place(path: ofRule) }
    let setting = "--set "
    if location.source.hasPrefix(setting) {
      let keys = Node.settingKeys(String(location.source.dropFirst(setting.count)))
      return Place(path: keys.map { ScenarioPath(steps: $0.map(ScenarioPath.Step.key)) } ?? ofRule)
    }
    if location.source.hasPrefix("--") { return Place(path: ofRule) }
    if let scenario = location.scenarioOfRows {
      let rows: ScenarioPath.Step = .key("rows")
      guard let row = location.line.map({ $0 - 1 }) else {
        return Place(file: Self.name(scenario), path: ScenarioPath(steps: [.key("catalog"), rows]))
      }
      var line: Int?
      if case .sequence(let items)? = document(scenario)?["catalog"]?["rows"]?.content,
        items.indices.contains(row)
      {
        line = items[row].location.line
      }
      return Place(
        file: Self.name(scenario), line: line,
        path: ScenarioPath(steps: [.key("catalog"), rows, .item(row)]))
    }
    var path = ofRule
    if let line = location.line, let document = document(location.source) {
      path = ScenarioPath(ofLine: line, in: document, rule: problem.rule, key: Self.key(problem.kind)) ?? path
    }
    return Place(file: Self.name(location.source), line: location.line, path: path)
  }

  /// The scenario of that name, read again; `nil` where it is none.
  private mutating func document(_ source: String) -> Node? {
    if let known = documents[source] { return known }
    var document: Node?
    if source == StandardInput.name {
      document = StandardInput.known.flatMap { try? Node(bytes: $0, source: source) }
    } else if [".yaml", ".yml", ".json"].contains(where: source.lowercased().hasSuffix) {
      document = try? Node(contentsOf: source)
    }
    documents[source] = document
    return document
  }

  private static func name(_ source: String) -> String { source == StandardInput.name ? "-" : source }

  /// The key that a problem is about.
  private static func key(_ kind: Problem.Kind) -> String? {
    switch kind {
    case .unknownKey(let key, _, _), .wrongShape(let key, _, _), .invalidScalar(let key, _, _),
      .outOfRange(let key, _, _), .listedTwice(_, let key), .referredFileNotFound(_, let key),
      .unknownAttribute(let key, _), .unknownValue(_, let key, _), .keysExclude(_, let key, _):
      key
    default: nil
    }
  }
}

extension LineupError {
  /// The problems as `--errors json` prints them, on one line: each with its code, file, line, the path in the scenario
  /// and what was meant, where these are known.
  public var json: String { ProblemsDocument(problems).line }
}
