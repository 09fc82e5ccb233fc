/// A condition on a day; a missing one is within no range.
indirect enum DayCondition: Sendable {
  case within(DayRange)
  case anyOf([DayCondition])
  case not(DayCondition)
  case has(Bool)

  /// - Parameter day: As 2026-08-31; `nil` where it is missing.
  func holds(_ day: String?) -> Bool {
    switch self {
    case .within(let range): day.map(range.contains) ?? false
    case .anyOf(let conditions): conditions.contains { $0.holds(day) }
    case .not(let condition): !condition.holds(day)
    case .has(let isFilled): isFilled == (day != nil)
    }
  }
}
