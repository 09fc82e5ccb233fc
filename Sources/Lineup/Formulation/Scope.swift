/// A `where` bound to a catalog: which options it holds for, at one array look-up a clause.
struct Scope: Sendable {
  /// A clause on a column, one entry a style.
  enum StyleTest: Sendable {
    /// Codes of distinct values; `allowed[code + 1]`, the first for a missing value.
    case codes([Int32], allowed: [Bool])
    case numbers([Double], NumberCondition)
  }

  var styleTests: [StyleTest] = []
  /// Which pitches it holds for; `nil` for all.
  var pitches: [Bool]?
  /// Which offers it holds for, by their numbers; `nil` for all.
  var offers: [Bool]?
  /// Which combinations of offers on the whole show it holds for; `nil` for all.
  var cases: [Bool]?

  /// Everything.
  static let all = Scope()

  func contains(row: Int) -> Bool {
    for test in styleTests {
      switch test {
      case .codes(let codes, let allowed):
        if !allowed[Int(codes[row]) + 1] { return false }
      case .numbers(let numbers, let condition):
        if !condition.holds(numbers[row]) { return false }
      }
    }
    return true
  }

  func contains(pitch: Int) -> Bool {
    pitches.map { $0[pitch] } ?? true
  }

  func contains(offer: Int, case number: Int) -> Bool {
    (offers.map { $0[offer] } ?? true) && (cases.map { $0[number] } ?? true)
  }

  /// Both scopes at once.
  func and(_ other: Scope) -> Scope {
    var both = self
    both.styleTests += other.styleTests
    if let theirs = other.pitches {
      both.pitches = pitches.map { zip($0, theirs).map { $0 && $1 } } ?? theirs
    }
    if let theirs = other.offers {
      both.offers = offers.map { zip($0, theirs).map { $0 && $1 } } ?? theirs
    }
    if let theirs = other.cases {
      both.cases = cases.map { zip($0, theirs).map { $0 && $1 } } ?? theirs
    }
    return both
  }
}

/// A condition on a number; a missing one (NaN) is within no range.
indirect enum NumberCondition: Sendable {
  case within(Bounds)
  case anyOf([NumberCondition])
  case not(NumberCondition)
  case has(Bool)

  func holds(_ number: Double) -> Bool {
    switch self {
    case .within(let bounds): bounds.contains(number)
    case .anyOf(let conditions): conditions.contains { $0.holds(number) }
    case .not(let condition): !condition.holds(number)
    case .has(let isFilled): isFilled != number.isNaN
    }
  }
}
