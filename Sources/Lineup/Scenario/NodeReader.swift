/// Reads the parts of a document and gathers every problem on the way, so that a person sees all
/// typing errors at once. Readings that fail report and return `nil`.
final class NodeReader {
  private var problems: [Problem] = []

  /// What was reported so far.
  var found: [Problem] { problems }
  /// What a person should know though nothing is stopped by it, none twice.
  private(set) var warnings: [Problem] = []
  private var warned: Set<String> = []
  /// The rule being read, named in what is reported.
  var rule: String?
  /// Whether the scenario has offers, so that the names that go with them are no columns.
  var hasOffers = false

  /// What an average of a name is of: a column, or one of the measures that come with offers.
  func averagedMeasure(_ name: String) -> Measure {
    let measure = measure(named: name)
    return Measure.ofOffers.contains { $0.measure == measure } ? measure : .column(name)
  }

  /// The measure of a name.
  func measure(named name: String) -> Measure { Measure(named: name, withOffers: hasOffers) }

  func report(_ kind: Problem.Kind, at location: SourceLocation) {
    report(Problem(kind, at: location, rule: rule))
  }

  /// Reports a problem once, whoever meets it again.
  func report(_ problem: Problem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Notes something that is allowed but may not be meant.
  func warn(_ kind: Problem.Kind, at location: SourceLocation) {
    let warning = Problem(kind, at: location, rule: rule)
    if warned.insert(warning.description).inserted { warnings.append(warning) }
  }

  /// Throws what was reported, if anything, in the order of the file.
  func finish() throws(LineupError) {
    guard !problems.isEmpty else { return }
    let ordered = problems.enumerated().sorted { first, second in
      let firstLine = first.element.location?.line ?? 0
      let secondLine = second.element.location?.line ?? 0
      return firstLine == secondLine ? first.offset < second.offset : firstLine < secondLine
    }
    let isUsage = ordered.allSatisfy { $0.element.location?.isArgument == true }
    throw LineupError(ordered.map(\.element), kind: isUsage ? .usage : .data)
  }

  // MARK: Shapes

  /// The entries of a mapping; a null is an empty one.
  /// - Parameter expected: what the mapping holds, for the message.
  func mapping(_ node: Node, key: String, expected: String) -> [Node.Entry]? {
    switch node.content {
    case .mapping(let entries): return entries
    case .null: return []
    default:
      report(
        .wrongShape(key: key, expected: "a mapping of \(expected)", found: node.shape), at: node.location)
      return nil
    }
  }

  /// The entries of a mapping with fixed keys, nulls left out; unknown keys are reported.
  /// - Parameter place: what the mapping is, for messages: `"show"`, `the scenario`.
  func section(_ node: Node, key: String, place: String, known: [String]) -> Section? {
    guard let entries = mapping(node, key: key, expected: "keys") else { return nil }
    for entry in entries where !known.contains(entry.key) {
      report(.unknownKey(entry.key, place: place, known: known), at: entry.keyLocation)
    }
    return Section(place: place, location: node.location, entries: entries.filter { !$0.value.isNull })
  }

  /// The elements of a list.
  func list(_ node: Node, key: String, expected: String) -> [Node]? {
    if case .sequence(let elements) = node.content { return elements }
    report(
      .wrongShape(key: key, expected: "a list of \(expected)", found: node.shape), at: node.location)
    return nil
  }

  // MARK: Scalars

  /// A text that is not empty.
  func text(_ node: Node, key: String) -> String? {
    guard case .scalar(let text) = node.content else {
      report(.wrongShape(key: key, expected: "a text", found: node.shape), at: node.location)
      return nil
    }
    let trimmed = CatalogText.normalized(text)
    if trimmed.isEmpty {
      report(.invalidScalar(key: key, text: text, expected: "a text that is not empty"), at: node.location)
      return nil
    }
    return trimmed
  }

  /// A number within `allowed`.
  /// - Parameters:
  ///   - shares: whether `12%` may be written.
  ///   - expected: the allowed range in words, such as `0 or more`.
  func number(
    _ node: Node, key: String, shares: Bool = false, allowed: Bounds = Bounds(), expected: String = ""
  ) -> Double? {
    let kind = shares ? "a share such as 12% or 0.12" : "a number"
    guard case .scalar(let text) = node.content else {
      report(.wrongShape(key: key, expected: kind, found: node.shape), at: node.location)
      return nil
    }
    guard let number = ScalarText.number(ScalarText.trimmed(text), shares: shares) else {
      report(.invalidScalar(key: key, text: text, expected: kind), at: node.location)
      return nil
    }
    guard allowed.contains(number), NumberLimits.allow(number) else {
      let words = allowed.contains(number) || expected.isEmpty ? NumberLimits.words : expected
      report(.outOfRange(key: key, text: text, expected: words), at: node.location)
      return nil
    }
    return number
  }

  /// Minutes of a show or a pitch.
  func minutes(_ node: Node, key: String) -> Double? {
    guard let minutes = number(node, key: key, allowed: Bounds(lower: 0), expected: "0 or more") else {
      return nil
    }
    guard minutes <= NumberLimits.minutes else {
      report(
        .outOfRange(
          key: key, text: plain(minutes), expected: "at most \(plain(NumberLimits.minutes)) minutes"),
        at: node.location)
      return nil
    }
    return minutes
  }

  /// A penalty, in units of the objective.
  func penalty(_ node: Node) -> Double? {
    number(node, key: "penalty", allowed: Bounds(lower: .leastNonzeroMagnitude), expected: "above 0")
  }

  /// A range of numbers.
  func bounds(_ node: Node, key: String, shares: Bool = false) -> Bounds? {
    let expected =
      shares ? "a range of shares such as 15%..25%, 15%.. or ..25%" : "a range such as 6..10, 6.., ..10 or 8"
    guard case .scalar(let text) = node.content else {
      report(.wrongShape(key: key, expected: expected, found: node.shape), at: node.location)
      return nil
    }
    do throws(Bounds.ReadingError) {
      let bounds = try Bounds(reading: text, shares: shares)
      for end in [bounds.lower, bounds.upper] where end.isFinite {
        if shares, abs(end) > NumberLimits.share {
          throw .impossible("a share is at most \(plain(NumberLimits.share * 100))% in size")
        }
        if !NumberLimits.allow(end) { throw .impossible("an end must be \(NumberLimits.words)") }
      }
      return bounds
    } catch {
      report(error.kind(key: key, text: text, expected: expected), at: node.location)
    }
    return nil
  }

  /// A range of counts: its upper end is 0 or more.
  func countBounds(_ node: Node, key: String) -> Bounds? {
    guard let bounds = bounds(node, key: key) else { return nil }
    if bounds.upper < 0, case .scalar(let text) = node.content {
      report(.impossibleRange(text: text, reason: "a count cannot be below 0"), at: node.location)
      return nil
    }
    return bounds
  }

  // MARK: Parts that several sections share

  /// A list of SPU ids, none twice.
  func spus(_ node: Node, key: String) -> [SPUReference]? {
    guard let elements = list(node, key: key, expected: "SPU ids") else { return nil }
    var references: [SPUReference] = []
    var seen: Set<String> = []
    for element in elements {
      guard let spu = text(element, key: key) else { continue }
      if seen.insert(spu).inserted {
        references.append(SPUReference(spu: spu, location: element.location))
      } else {
        report(.listedTwice(spu, key: key), at: element.location)
      }
    }
    return references
  }

  /// A `where` mapping.
  func condition(_ node: Node, key: String = "where") -> Where? {
    guard let entries = mapping(node, key: key, expected: "attributes to values") else { return nil }
    var clauses: [Where.Clause] = []
    for entry in entries {
      guard let condition = attributeCondition(entry.value, key: entry.key) else { continue }
      clauses.append(
        Where.Clause(
          attribute: entry.key, attributeLocation: entry.keyLocation, condition: condition))
    }
    return Where(clauses: clauses)
  }

  private func attributeCondition(_ node: Node, key: String) -> Condition? {
    switch node.content {
    case .null:
      report(
        .wrongShape(key: key, expected: "a value, a list of values or { not: … }", found: "nothing"),
        at: node.location)
      return nil
    case .scalar:
      return text(node, key: key).map { .equals($0, at: node.location) }
    case .sequence(let elements):
      return .anyOf(elements.compactMap { attributeCondition($0, key: key) })
    case .mapping(let entries):
      for entry in entries where !["not", "has"].contains(entry.key) {
        report(
          .unknownKey(entry.key, place: "the condition of \"\(key)\"", known: ScenarioKeys.condition),
          at: entry.keyLocation)
      }
      if let filled = entries.first(where: { $0.key == "has" }) {
        if entries.count > 1 {
          report(
            .keysExclude("has", "not", advice: "{ has: false } asks for an empty cell"), at: node.location)
          return nil
        }
        guard case .scalar(let text) = filled.value.content, let truth = ScalarText.truth(text) else {
          report(
            .wrongShape(key: "has", expected: "true or false", found: filled.value.shape),
            at: filled.value.location)
          return nil
        }
        return .has(truth)
      }
      guard let negated = entries.first(where: { $0.key == "not" }) else {
        if entries.isEmpty {
          report(.missingKey("not", place: "the condition of \"\(key)\""), at: node.location)
        }
        return nil
      }
      return attributeCondition(negated.value, key: key).map { .not($0) }
    }
  }
}

/// The entries of a mapping with fixed keys.
struct Section {
  let place: String
  let location: SourceLocation
  let entries: [Node.Entry]

  subscript(key: String) -> Node? {
    entries.first { $0.key == key }?.value
  }

  func entry(_ key: String) -> Node.Entry? {
    entries.first { $0.key == key }
  }
}

extension Node {
  /// What it is, for messages: `a list`, `nothing`.
  var shape: String {
    switch content {
    case .null: "nothing"
    case .scalar(let text): "\"\(Problem.shortened(text))\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
