import Lineup

extension Report {
  /// The report of an adjustment: what went out, what came in and why, what that costs, and the tray.
  ///
  /// - Parameters:
  ///   - show: as it is after the late changes.
  ///   - substitutes: for every item of the adjusted tray, where that was asked for.
  package init(
    _ adjustment: Adjustment, of show: Show,
    substitutes: [(item: TrayItem, substitutes: [Substitute])] = []
  ) {
    typealias Say = Words.Adjust
    let names = StyleNames(show)
    let result = adjustment.result
    self.init(
      title: Words.title(show.scenario), facts: Self.facts(result, show), factMedia: .desk,
      verdict: Verdict(Say.verdict(adjustment), tone: adjustment.adjusted == nil ? .bad : .good),
      notes: result.cautions.map(Words.Cautions.sentence))
    figures = Self.figures(adjustment, show)
    sections = [Self.changes(adjustment, show, names)]
    if let adjusted = adjustment.adjusted {
      proof = Verdict(result, media: .desk)
      sections.append(.substitutes(substitutes, names))
      var tray = Section.tray(
        adjusted.tray, TrayColumns(adjusted.tray, show: show), media: [.desk, .csvFile],
        changed: Self.changed(adjusted))
      tray.title = Say.tray
      tray.lead = Say.trayLead
      sections += [
        tray, CheckTable(names: names, show: show).section(adjusted.tray.rules, media: .desk),
      ]
    } else {
      if case .infeasible(let answer) = adjustment.outcome {
        sections += Section.infeasibility(answer, show.scenario.objective, show)
      }
      var none = Section.data
      none.media = .csvFile
      sections.append(none)
    }
    sections = sections.filter { $0.table != nil || !$0.lines.isEmpty || $0.brief != nil }
    sections.append(.scenario(show, result))
  }

  private static func figures(_ adjustment: Adjustment, _ show: Show) -> [Figure] {
    typealias Say = Words.Adjust
    guard let adjusted = adjustment.adjusted else { return [] }
    var figures = [
      Figure(Say.title, Say.count(adjusted)),
      Figure(Words.objectiveTitle(show.scenario.objective), FigureText.number(adjusted.value)),
    ]
    if let cost = adjustment.costAgainstBefore {
      figures.append(
        Figure(
          Say.before, Say.change(of: cost), remark: Say.remark(adjustment.before.value),
          tone: cost > 0.5 ? .warning : .good))
    }
    if let cost = adjustment.costAgainstFresh, let fresh = adjustment.fresh.score {
      figures.append(Figure(Say.best, Say.change(of: cost), remark: Say.remark(fresh.value)))
    }
    return figures
  }

  /// The styles of the adjusted tray that are new on it, or have another pitch.
  private static func changed(_ adjusted: AdjustedTray) -> [String: String] {
    var changed: [String: String] = [:]
    let left = Set(adjusted.changes.compactMap { $0.leaving?.spu })
    for change in adjusted.changes {
      guard let spu = change.joining?.spu else { continue }
      let other = adjusted.tray.offers == nil ? Words.Adjust.otherPitch : Words.Adjust.otherPitchOrOffer
      changed[spu] = left.contains(spu) ? other : Words.Adjust.comesIn
    }
    return changed
  }

  private static func changes(_ adjustment: Adjustment, _ show: Show, _ names: StyleNames) -> Section {
    typealias Say = Words.Adjust
    let measure = Words.objective(show.scenario.objective)
    let text = ReportTable.Kind.text
    var table = ReportTable([
      .init("place", "", .count, media: .terminal), .init("out", "", .style, media: .programs),
      .init("out_name", "", text, media: .programs), .init("out_pitch", "", text, media: .programs),
      .init("leaving", Say.out, .name, media: .people, width: (34, 10)),
      .init("arrow", "", text, media: [.terminal, .page], width: (1, 1)),
      .init("in", "", .style, media: .programs), .init("in_name", "", text, media: .programs),
      .init("in_pitch", "", text, media: .programs),
      .init("joining", Say.in, .name, media: .people, width: (34, 10)),
      .init("pitch", Words.Column.pitch, text, media: .people, width: (22, 5)),
      .init("gain", Words.objectiveTitle(show.scenario.objective), .difference(decimals: 0)),
      .init("reason", Say.why, .sentence),
    ])
    table.noun = .style
    table.rows = (adjustment.adjusted?.changes ?? []).enumerated().map { place, change in
      let pitches = [change.leaving, change.joining].compactMap { $0.map(Say.way) }
      func cells(_ item: TrayItem?) -> [ReportTable.Cell] {
        [
          .text(item?.spu ?? ""), .text(item?.name ?? ""), .text(item?.pitch ?? ""),
          .text(item?.label ?? Words.nothing),
        ]
      }
      return .init(
        [.number(Double(place + 1))] + cells(change.leaving) + [.text(Say.arrow)] + cells(change.joining)
          + [
            .text(Set(pitches).count == 1 ? pitches[0] : pitches.joined(separator: " \(Say.arrow) ")),
            .number(change.gain), .phrase(Say.reason(change)),
          ])
    }
    if table.rows.isEmpty { table.media = .programs }
    var section = Section("changes", Say.title, media: [.people, .csv], table: table)
    if let faults = Say.faults(adjustment.now, label: names.label) {
      section.brief = Line(faults)
      section.lead = faults
    }
    if let adjusted = adjustment.adjusted {
      section.lines = [
        Say.value(adjusted, measure), Say.againstBefore(adjustment), Say.againstBest(adjustment),
      ].compactMap(\.self).map { Line($0, media: .terminal) }
    }
    return section
  }
}

extension Report.Section {
  /// What could take each item's place.
  fileprivate static func substitutes(
    _ list: [(item: TrayItem, substitutes: [Substitute])], _ names: StyleNames
  ) -> Report.Section {
    typealias Say = Words.Adjust
    var section = Report.Section(
      "substitutes", Say.substitutes, lead: Say.substitutesLead, brief: .init(Say.substitutesLead))
    guard !list.isEmpty else {
      section.brief = nil
      return section
    }
    let prices = list.flatMap { $0.substitutes.map(\.price) }
    var table = ReportTable([
      .init("item", Say.item, .name, width: (34, 10)),
      .init("substitute", Say.substitute, .name, width: (34, 10)),
      .init("pitch", Words.Column.pitch, .text, width: (14, 5)),
      .init("price", Words.Column.price, .amount(decimals: ReportTable.decimals(ofMoney: prices))),
      .init("costs", Say.costs, .amount(decimals: 0)),
    ])
    for (item, others) in list {
      if others.isEmpty {
        table.rows.append(.init([.text(item.label), .text(Say.none), .missing, .missing, .missing]))
      }
      for (place, other) in others.enumerated() {
        table.rows.append(
          .init([
            .text(place == 0 ? item.label : ""),
            .text(StyleName(spu: other.spu, name: other.name).label),
            .text(other.pitch + (other.offer.map { ", \($0)" } ?? "")),
            .number(other.price), .number(other.cost),
          ]))
      }
    }
    section.table = table
    return section
  }
}
