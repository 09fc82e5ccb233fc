import Optimization

/// Why channels cannot bring what they are to bring, and what would help.
package struct ViewsClash: Sendable, Equatable {
  /// The rows that cannot hold together, named as those of a plan of views.
  package var conflict: Conflict
  /// The most that the channels can bring while every other row holds: of views, or of sales where a goal is missed; `nil`
  /// where the clash is about neither, or other rows clash too.
  package var most: Most?
  /// The smallest change of each row that makes room for a plan, the smallest first.
  package var changes: [RuleChange]
  /// Whether every row was tried.
  package var isComplete: Bool

  package struct Most: Sendable, Equatable {
    package var row: String
    package var amount: Double
    package var required: Bounds
  }

  /// The conflict as a show's, whose rows are `views: ROW`.
  package var ofShow: Conflict {
    var conflict = conflict
    for index in conflict.rows.indices { conflict.rows[index].row = Self.rowOfShow(conflict.rows[index].row) }
    if case .row(let row, let kind, let extreme, let isAlone, let supply)? = conflict.reason {
      conflict.reason = .row(Self.rowOfShow(row), kind, extreme, isAlone: isAlone, of: supply)
    }
    return conflict
  }

  /// What a show calls a row of its plan of views.
  package static func rowOfShow(_ row: String) -> String { "\(ViewsPlan.rule): \(row)" }
}

extension ViewsProgram {
  /// Says why there is no plan. The program must have none.
  func clash(isCancelled: () -> Bool) throws(LineupError) -> ViewsClash {
    var kept = self
    var isMinimal = true
    for row in rows {
      let rest = kept.without(row)
      switch try rest.hasPlan(isCancelled: isCancelled) {
      case false?: kept = rest
      case true?: break
      case nil: isMinimal = false
      }
    }
    var conflict = Conflict(rows: kept.rows.map(conflictRow), isMinimal: isMinimal)
    let told = kept.rows.first { $0.kind == .total } ?? kept.rows.first { $0.kind == .goal } ?? kept.rows.last
    if let told, kept.rows.count > 1, let change = try kept.smallestChange(of: told, isCancelled),
      let from = change.from, let to = change.to
    {
      let extreme: ConflictReason.Extreme = to.lower < from.lower ? .atMost(to.lower) : .atLeast(to.upper)
      conflict.reason = .row(told.name, told.figure, extreme, isAlone: false, of: nil)
    }
    var clash = ViewsClash(conflict: conflict, changes: [], isComplete: isMinimal)
    for row in kept.rows {
      if let change = try smallestChange(of: row, isCancelled) {
        clash.changes.append(change)
      } else if isCancelled() {
        clash.isComplete = false
      }
    }
    clash.changes.sort { $0.relativeSize < $1.relativeSize }
    if let row = kept.rows.first(where: { $0.kind == .total || $0.kind == .goal }), row.range.lower.isFinite {
      let others = rows.filter { $0.kind == .total || $0.kind == .goal }.reduce(self) { $0.without($1) }
      if let found = try others.extreme(row.kind, isGreatest: true, isCancelled: isCancelled) {
        clash.most = .init(row: row.name, amount: found.amount, required: row.range)
        clash.conflict.reason = .row(row.name, row.figure, .atMost(found.amount), isAlone: true, of: nil)
      }
    }
    return clash
  }

  private func conflictRow(_ row: Row) -> Conflict.Row {
    Conflict.Row(rule: ViewsPlan.rule, row: row.name, kind: row.figure, required: asked(row))
  }

  /// What a row asks for, a minimum with it.
  private func asked(_ row: Row) -> Bounds {
    guard case .channel(let channel) = row.kind, let minimum = plan.channels[channel].minimum else {
      return row.range
    }
    return Bounds(lower: max(row.range.lower, minimum), upper: row.range.upper)
  }

  /// The smallest change of one row with which there is a plan; `nil` where none does, or a limit ended the search.
  private func smallestChange(of row: Row, _ isCancelled: () -> Bool) throws(LineupError) -> RuleChange? {
    var found: [Bounds] = []
    let from = asked(row)
    if case .share(let channel) = row.kind {
      for (isGreatest, end) in [(true, row.range.lower), (false, row.range.upper)] where end.isFinite {
        let kept = isGreatest ? Bounds(upper: row.range.upper) : Bounds(lower: row.range.lower)
        guard
          let share = try with(row.kind, kept).extremeShare(
            channel, isGreatest: isGreatest, isCancelled: isCancelled)
        else { continue }
        found.append(
          isGreatest
            ? Bounds(lower: min(share, row.range.lower), upper: row.range.upper)
            : Bounds(lower: row.range.lower, upper: max(share, row.range.upper)))
      }
    } else {
      for (isGreatest, end) in [(true, row.range.lower), (false, row.range.upper)] where end.isFinite {
        let kept = isGreatest ? Bounds(upper: row.range.upper) : Bounds(lower: row.range.lower)
        guard
          let amount = try with(row.kind, kept).extreme(
            row.kind, isGreatest: isGreatest, isCancelled: isCancelled)
        else { continue }
        found.append(
          isGreatest
            ? Bounds(lower: amount.amount, upper: from.upper)
            : Bounds(lower: from.lower, upper: amount.amount))
      }
      if case .channel(let channel) = row.kind, plan.channels[channel].minimum != nil,
        let most = try withoutMinimum(of: channel).extreme(
          .share(channel), isGreatest: true, isCancelled: isCancelled)
      {
        found.append(Bounds(lower: most.amount, upper: row.range.upper))
      }
    }
    return found.map { RuleChange(rule: ViewsPlan.rule, row: row.name, kind: row.figure, from: from, to: $0) }
      .filter { $0.from != $0.to }.min { $0.relativeSize < $1.relativeSize }
  }
}

extension ViewsProgram.Row {
  /// What its figures are.
  var figure: RuleCheck.Kind {
    switch kind {
    case .channel, .people: .count
    case .total, .budget, .goal: .amount
    case .share: .share
    }
  }
}
