/// A tray of somebody's own against the rules: what it comes to, what may not be on it, what it misses.
package struct TrayReview: Sendable {
  /// Every item as the list has it, those aside that the catalog has no longer, also those that may not be on a tray, with the amounts that the
  /// catalog gives them; the totals and rule rows count all of them.
  package var tray: Tray
  /// Styles of the list that the catalog has no longer; nothing is known of their amounts, so that they
  /// count in no total.
  package var withdrawn: [String]
  /// SPUs that may not be on the tray, or not with that pitch.
  package var misplaced: [IneligibleStyle]
  /// The objective net of penalties.
  package var value: Double
  package var penalties: Double

  /// Rows of hard rules that do not hold.
  package var missed: [RuleCheck] { tray.rules.filter { !$0.holds && !$0.isSoft } }

  /// Whether it is a tray that keeps every hard rule.
  package var keepsRules: Bool { misplaced.isEmpty && missed.isEmpty }
}

extension Show {
  /// Audits a tray of somebody's own. Nothing is refused: what is wrong is told.
  ///
  ///     let review = show.review(try TrayList(lines, in: show))
  ///     print(review.keepsRules, review.missed.map(\.row))
  package func review(_ list: TrayList) -> TrayReview {
    var audited = AuditedTray(
      scenario: scenario, catalog: catalog, seasonTable: seasonTable,
      wideOffers: list.wideOffers ?? alwaysWideOffers)
    var misplaced: [IneligibleStyle] = []
    for entry in list.entries {
      if audited.add(spu: entry.spu, pitch: entry.pitch, offer: entry.offer, insists: true) != nil {
        misplaced.append(
          IneligibleStyle(
            spu: entry.spu,
            reason: reasonOff(spu: entry.spu, pitch: entry.pitch, offer: entry.offer) ?? .notThere))
      }
    }
    let tray = tray(of: audited)
    let penalties = tray.penalties
    return TrayReview(
      tray: tray, withdrawn: list.entries.map(\.spu).filter { catalog.row(ofSPU: $0) == nil },
      misplaced: misplaced, value: objectiveValue(of: tray) - penalties, penalties: penalties)
  }

  /// The options of a list that this show has, and its entries that it has not.
  func options(of list: TrayList) -> (options: [Int32], others: [TrayList.Entry]) {
    var found: [Int32] = []
    var others: [TrayList.Entry] = []
    let number = offerCase(of: list.wideOffers ?? alwaysWideOffers)
    for entry in list.entries {
      let option = number.flatMap { self.option(of: entry, case: $0) }
      if let option { found.append(Int32(option)) } else { others.append(entry) }
    }
    return (found, others)
  }
}
