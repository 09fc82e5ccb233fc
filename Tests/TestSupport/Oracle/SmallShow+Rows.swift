/// Shows with other rows, by the names under which results list them.
extension SmallShow {
  /// The rows as a person sees them: a split a row for each value, every other rule one row.
  package var hardRows: [String] {
    var rows: [String] = []
    if items != nil { rows.append("items") }
    if minutes != nil { rows.append("air time") }
    if goal != nil { rows.append("sales goal") }
    rows += locks.map { "lock \($0.spu)" }
    for rule in rules where rule.penalty == nil {
      if case .split(_, let quotas, _) = rule.form {
        rows += quotas.map { "\(rule.name): \(Self.text($0.value))" }
      } else {
        rows.append(rule.name)
      }
    }
    return rows
  }

  /// The show that asks for these rows alone.
  package func keeping(_ kept: Set<String>) -> SmallShow {
    var show = self
    show.rules.removeAll { $0.penalty != nil }
    for row in show.hardRows where !kept.contains(row) { show = show.changing(row, to: nil) }
    return show
  }

  /// The show with another range in a row, or without the row.
  package func changing(_ row: String, to range: Range?) -> SmallShow {
    var show = self
    switch row {
    case "items": show.items = range
    case "air time":
      show.minutes = range?.upper.map { $0 + (reservedMinutes ?? 0) }
      if show.minutes == nil { show.reservedMinutes = nil }
    case "sales goal": show.goal = range?.lower.map { .gmv($0) }
    default:
      if let lock = locks.firstIndex(where: { "lock \($0.spu)" == row }) {
        show.locks.remove(at: lock)
        return show
      }
      for (position, rule) in rules.enumerated() {
        if case .split(let attribute, var quotas, let clauses) = rule.form,
          let quota = quotas.firstIndex(where: { "\(rule.name): \(Self.text($0.value))" == row })
        {
          if let range { quotas[quota].range = range } else { quotas.remove(at: quota) }
          show.rules[position].form = .split(attribute, quotas, clauses)
          return show
        }
        guard rule.name == row else { continue }
        guard let range else {
          show.rules.remove(at: position)
          return show
        }
        switch rule.form {
        case .sum(let measure, let clauses, _): show.rules[position].form = .sum(measure, clauses, range)
        case .share(let measure, let clauses, let whole, _):
          show.rules[position].form = .share(measure, clauses, of: whole, range)
        case .average(let column, let clauses, _):
          show.rules[position].form = .average(column, clauses, range)
        case .each(let attribute, _, let clauses):
          show.rules[position].form = .each(attribute, range, clauses)
        default: break
        }
        return show
      }
    }
    return show
  }

  /// Whether some tray keeps every hard row.
  package var isFeasible: Bool {
    if case .tray = bestTray().best { true } else { false }
  }
}
