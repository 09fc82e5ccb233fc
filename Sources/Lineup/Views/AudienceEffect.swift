/// What a plan of views and its audience do to the forecasts of a category.
package struct AudienceEffect: Sendable, Equatable {
  /// `nil` for styles without one.
  package var category: String?
  /// Candidates.
  package var styles: Int
  /// Their forecasts as the catalog has them, and with the views.
  package var before: Double
  package var after: Double

  /// `nil` where nothing sells.
  package var factor: Double? { before > 0 ? after / before : nil }
}

extension Show {
  /// What the plan of views does to forecasts, by category in the order of the catalog; empty without a plan.
  /// - Complexity: O(candidates).
  func audienceEffects() -> [AudienceEffect] {
    guard let mix else { return [] }
    var effects: [AudienceEffect] = []
    var places: [String?: Int] = [:]
    for candidate in candidates {
      let row = Int(candidate)
      let category = catalog.text(.category, row: row)
      let place = places[category] ?? effects.count
      if place == effects.count {
        places[category] = place
        effects.append(AudienceEffect(category: category, styles: 0, before: 0, after: 0))
      }
      effects[place].styles += 1
      guard !forecast[row].isNaN else { continue }
      effects[place].after += forecast[row]
      effects[place].before += mix[row] > 0 ? forecast[row] / mix[row] : 0
    }
    return effects
  }
}
