/// Says values as the catalog of a show does, so that a rule's `nike` means the catalog's `NIKE`.
struct CatalogSpelling {
  let catalog: Catalog
  /// `nil` where the scenario has no season.
  let seasonTable: SeasonTable?
  /// Whether `offer` is an attribute of options.
  var hasOffers = false

  /// The catalog's spelling of a value of an attribute; the value itself where no style has it, and for
  /// numbers, pitches and truth values.
  /// - Complexity: O(distinct values).
  func standing(_ value: String, of attribute: String) -> String {
    let name = HeaderName.normalized(attribute)
    guard name != Attribute.pitchName, name != Attribute.inSeasonName,
      !(hasOffers && name == Attribute.offerName),
      let position = catalog.position(of: attribute)
    else { return value }
    let column = catalog.columns[position]
    let known: [String]
    switch column.values {
    case .numbers: return value
    case .text(_, let values): known = values
    case .tags(_, let sets): known = ValueIndex(sets: sets).values
    }
    if known.contains(value) { return value }
    if let alike = known.first(where: { Spelling.areAlike($0, value) }) { return alike }
    guard column.canonical == .season, let tag = seasonTable?.tag(for: value) else { return value }
    return known.contains(tag) ? tag : value
  }

  func standing(_ condition: Where) -> Where {
    Where(
      clauses: condition.clauses.map { clause in
        var clause = clause
        clause.condition = standing(clause.condition, of: clause.attribute)
        return clause
      })
  }

  private func standing(_ condition: Condition, of attribute: String) -> Condition {
    switch condition {
    case .equals(let text, let location): .equals(standing(text, of: attribute), at: location)
    case .anyOf(let conditions): .anyOf(conditions.map { standing($0, of: attribute) })
    case .not(let condition): .not(standing(condition, of: attribute))
    case .has: condition
    }
  }
}

extension Scenario {
  /// The scenario with the values of its conditions as a catalog spells them.
  func spelt(_ spelling: CatalogSpelling) -> Scenario {
    var scenario = self
    scenario.eligible = spelling.standing(eligible)
    for position in pitches.indices {
      scenario.pitches[position].condition = spelling.standing(pitches[position].condition)
    }
    for position in offers?.kinds.indices ?? 0..<0 {
      guard let condition = offers?.kinds[position].condition else { continue }
      scenario.offers?.kinds[position].condition = spelling.standing(condition)
    }
    for position in rules.indices { scenario.rules[position].rule.spell(spelling) }
    for segment in audience.indices {
      for taste in audience[segment].tastes.indices {
        let attribute = audience[segment].tastes[taste].attribute
        for factor in audience[segment].tastes[taste].factors.indices {
          let value = audience[segment].tastes[taste].factors[factor].value
          scenario.audience[segment].tastes[taste].factors[factor].standing = spelling.standing(
            value, of: attribute)
        }
      }
    }
    for position in shares.indices {
      scenario.shares[position].condition = spelling.standing(shares[position].condition)
    }
    guard var plan = rundown else { return scenario }
    for position in plan.spacing.indices {
      if case .every(let seconds, let condition) = plan.spacing[position].form {
        plan.spacing[position].form = .every(seconds: seconds, spelling.standing(condition))
      }
    }
    if let opening = plan.opening { plan.opening?.condition = spelling.standing(opening.condition) }
    if let closing = plan.closing { plan.closing?.condition = spelling.standing(closing.condition) }
    if let encore = plan.encore { plan.encore?.condition = spelling.standing(encore.condition) }
    scenario.rundown = plan
    return scenario
  }
}
