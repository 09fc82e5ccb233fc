/// How the figure of a rule's row follows from the items of a tray, so that a spreadsheet can work it out again.
package struct RowTally: Sendable {
  package enum Figure: Sendable {
    case sum(Measure)
    /// The part of a measure that the items have in that of the items meeting other conditions.
    case share(Measure, among: [Where])
    case average(column: String)
    /// Of a measure that comes with offers.
    case mean(Measure)
  }

  package var figure: Figure
  /// What the items that count meet, all of it.
  package var conditions: [Where]

  /// What is asked of single attributes, in the part and in the whole.
  package var clauses: [Where.Clause] {
    var all = conditions
    if case .share(_, let others) = figure { all += others }
    return all.flatMap(\.clauses)
  }

  init(_ figure: Figure, _ conditions: [Where]) {
    self.figure = figure
    self.conditions = conditions.filter { !$0.clauses.isEmpty }
  }

  /// The items that are one of some styles.
  init(styles spus: [SPUReference], pitch: String? = nil, offer: String? = nil) {
    func clause(_ attribute: String, _ condition: Condition, at location: SourceLocation) -> Where {
      Where(clauses: [
        Where.Clause(attribute: attribute, attributeLocation: location, condition: condition)
      ])
    }
    guard let first = spus.first else {
      self.init(.sum(.items), [])
      return
    }
    var conditions = [
      clause(
        CanonicalColumn.spu.rawValue, .anyOf(spus.map { .equals($0.spu, at: $0.location) }),
        at: first.location)
    ]
    if let pitch {
      conditions.append(
        clause(Attribute.pitchName, .equals(pitch, at: first.location), at: first.location))
    }
    if let offer {
      conditions.append(
        clause(Attribute.offerName, .equals(offer, at: first.location), at: first.location))
    }
    self.init(.sum(.items), conditions)
  }

  /// The items with a value of an attribute that meet a condition.
  init(items attribute: String, value: String, at location: SourceLocation, meeting condition: Where) {
    let clause = Where.Clause(
      attribute: attribute, attributeLocation: location, condition: .equals(value, at: location))
    self.init(.sum(.items), [Where(clauses: [clause]), condition])
  }
}

extension Scenario {
  /// How the figure of a check follows from the tray; `nil` where it is no sum, share or average of items.
  package func tally(of check: RuleCheck) -> RowTally? {
    guard let entry = allRules.first(where: { $0.frame.name == check.rule }) else { return nil }
    let mark = "\(check.rule): "
    return entry.rule.tally(
      ofValue: check.row.hasPrefix(mark) ? String(check.row.dropFirst(mark.count)) : nil)
  }
}
