/// Problems of a file as they are met: what is wrong alike in many lines is one problem with a count.
struct ProblemTally {
  private(set) var problems: [Problem] = []
  private var latest = 0

  private static let lineLimit = 5

  var isEmpty: Bool { problems.isEmpty }

  /// Adds a problem; whether there was room for it.
  /// - Parameter limit: How many different problems are told.
  mutating func add(_ kind: Problem.Kind, at location: SourceLocation, limit: Int) -> Bool {
    if let known = position(of: kind) {
      latest = known
      var repeats = problems[known].repeats ?? Problem.Repeats(count: 1, lines: [])
      repeats.count += 1
      if let line = location.line, repeats.lines.count < Self.lineLimit {
        let isOfFirst = location.source == problems[known].location?.source
        repeats.lines.append(FileLine(line, of: isOfFirst ? nil : location.source))
      }
      problems[known].repeats = repeats
      return true
    }
    guard problems.count < limit else { return false }
    latest = problems.count
    problems.append(Problem(kind, at: location))
    return true
  }

  /// Adds a problem that may be met several times.
  mutating func addOnce(_ problem: Problem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  mutating func add(_ others: [Problem]) { problems += others }

  private func position(of kind: Problem.Kind) -> Int? {
    if problems.indices.contains(latest), Self.areAlike(problems[latest].kind, kind) { return latest }
    return problems.firstIndex { Self.areAlike($0.kind, kind) }
  }

  /// Whether one message can stand for both.
  private static func areAlike(_ first: Problem.Kind, _ second: Problem.Kind) -> Bool {
    switch (first, second) {
    case (.duplicateSPU, .duplicateSPU),
      (.rowTooLong, .rowTooLong):
      true
    default: first == second
    }
  }
}
