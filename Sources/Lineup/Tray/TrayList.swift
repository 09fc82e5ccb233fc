/// A tray as a person or a file gives it: SPUs and pitches, each with the place where it stands.
///
/// Every pitch is in the scenario; an SPU that the catalog has no longer is a withdrawn style. Whether an
/// SPU may be on a tray at all, and whether the rules hold, `Show.review(_:)` tells.
public struct TrayList: Sendable, Equatable {
  /// An SPU with a pitch.
  package struct Entry: Sendable, Equatable {
    package var spu: String
    package var pitch: String
    /// The offer that it has; `nil` for none.
    package var offer: String?

    package init(spu: String, pitch: String, offer: String? = nil) {
      self.spu = spu
      self.pitch = pitch
      self.offer = offer
    }
  }

  /// A line of a file before its names are looked up; the pitch is `nil` where the cell is empty.
  package struct Line: Sendable, Equatable {
    package var spu: String
    package var pitch: String?
    /// The offer that it has; `nil` for none.
    package var offer: String?
    /// What the style is called there.
    package var name: String?
    /// The amounts that the file gives.
    package var amounts: [TrayAmount]
    /// Its sales as the file gives them.
    package var gmv: Double?
    package var location: SourceLocation

    package init(
      spu: String, pitch: String?, offer: String? = nil, name: String? = nil, amounts: [TrayAmount] = [],
      location: SourceLocation
    ) {
      self.offer = offer
      self.spu = spu
      self.pitch = pitch
      self.name = name
      self.amounts = amounts
      self.location = location
    }
  }

  /// A style that the catalog has no longer.
  package struct Withdrawn: Sendable, Equatable {
    package var spu: String
    package var name: String?
    package var pitch: String
    package var location: SourceLocation
  }

  /// In the order given, no SPU twice; the withdrawn styles among them.
  package private(set) var entries: [Entry]
  package private(set) var withdrawn: [Withdrawn] = []
  /// Where the file and the catalog disagree.
  package private(set) var notes: [TrayNote] = []
  /// The kinds of offers on the whole show that it has; `nil` where it does not say.
  package private(set) var wideOffers: [String]?
  private var lineOfSPU: [String: Line] = [:]

  package var spus: [String] { entries.map(\.spu) }

  /// The items of a tray.
  public init(_ tray: Tray) {
    entries = tray.items.map { Entry(spu: $0.spu, pitch: $0.pitch, offer: $0.offer) }
    wideOffers = tray.offers == nil ? nil : tray.wideOffers
  }

  /// No tray.
  package static let none = TrayList(entries: [])

  init(entries: [Entry], wideOffers: [String]? = nil) {
    self.entries = entries
    self.wideOffers = wideOffers
  }

  /// Looks the lines up in a show. A line without a pitch has the only one that its SPU may have.
  /// - Parameter taken: amounts that the show has from these lines already.
  /// - Throws: every pitch that is unknown, with the nearest, every SPU given twice, every pitch that is
  ///   missing where there is a choice, and every SPU that is a slip of the pen; all SPUs where the catalog
  ///   has none of them.
  /// - Parameter wideOffers: the kinds of offers on the whole show that the tray says it has; `nil` where it says nothing.
  package init(
    _ lines: [Line], in show: Show, taken: [TrayAmount.Column] = [], wideOffers: [String]? = nil
  ) throws(LineupError) {
    entries = []
    self.wideOffers = wideOffers
    var problems: [Problem] = []
    var firstLine: [String: Int] = [:]
    let pitches = show.scenario.pitches.map(\.name)
    var lines = lines
    for position in lines.indices
    where lines[position].offer == OfferPlan.none || show.scenario.offers == nil {
      lines[position].offer = nil
    }
    let absent = AbsentStyles(lines.map(\.spu), in: show.catalog)
    for line in lines {
      let row = show.catalog.row(ofSPU: line.spu)
      let spu = row.map { show.catalog.spus[$0] } ?? line.spu
      if let first = firstLine[spu] {
        problems.append(Problem(.onTrayTwice(spu, firstLine: first == 0 ? nil : first), at: line.location))
        continue
      }
      firstLine[spu] = line.location.line ?? 0
      lineOfSPU[spu] = line
      if row == nil, absent.areAll || absent.slips[spu] != nil {
        problems.append(
          Problem(.unknownSPU(spu, nearest: absent.slips[spu] ?? absent.nearest[spu]), at: line.location))
        continue
      }
      if let pitch = line.pitch, !pitches.contains(pitch) {
        problems.append(Problem(.unavailablePitch(pitch, known: pitches), at: line.location))
        continue
      }
      if let offer = line.offer, !show.itemOffers.contains(offer) {
        problems.append(Problem(.unknownOffer(offer, known: show.itemOffers), at: line.location))
        continue
      }
      guard let row else {
        let pitch = line.pitch ?? pitches.first ?? ""
        entries.append(Entry(spu: spu, pitch: pitch))
        withdrawn.append(Withdrawn(spu: spu, name: line.name, pitch: pitch, location: line.location))
        notes.append(
          TrayNote(spu: spu, kind: .withdrawn(nearest: absent.nearest[spu]), location: line.location))
        continue
      }
      var own: [String] = []
      for option in show.optionIndices(ofRow: row) {
        let pitch = pitches[Int(show.options.pitches[option])]
        if !own.contains(pitch) { own.append(pitch) }
      }
      let choice = own.isEmpty ? pitches : own
      guard let pitch = line.pitch ?? (choice.count == 1 ? choice[0] : nil) else {
        problems.append(Problem(.pitchMissing(spu: spu, known: choice), at: line.location))
        continue
      }
      let entry = Entry(spu: spu, pitch: pitch, offer: line.offer)
      entries.append(entry)
      notes += Self.differences(of: line, entry, row: row, in: show, taken: taken, wideOffers)
    }
    if !problems.isEmpty { throw LineupError(problems) }
    if wideOffers == nil, let table = show.offerTable, table.cases.count > 1, let first = lines.first {
      notes.append(
        TrayNote(
          spu: "", kind: .noWideOffers(show.alwaysWideOffers),
          location: SourceLocation(source: first.location.source)))
    }
  }

  private static func differences(
    of line: Line, _ entry: Entry, row: Int, in show: Show, taken: [TrayAmount.Column],
    _ wideOffers: [String]?
  ) -> [TrayNote] {
    line.amounts.compactMap { amount in
      let catalog: Double? =
        switch amount.column {
        case .price: show.price[row].isNaN ? nil : show.price[row]
        case .stock: show.stock[row].isNaN ? nil : show.stock[row]
        case .units: show.units(ofRow: row, entry, wideOffers: wideOffers ?? [])
        }
      if let catalog, amount.agrees(with: catalog) { return nil }
      return TrayNote(
        spu: entry.spu,
        kind: .differs(amount, catalog: catalog, isTaken: taken.contains(amount.column)),
        location: line.location)
    }
  }

  /// The same tray in a show that has taken some of its amounts: what they differed in stays said.
  package func taken(_ columns: [TrayAmount.Column], in show: Show) throws(LineupError) -> TrayList {
    var list = try TrayList(entries.compactMap { lineOfSPU[$0.spu] }, in: show, wideOffers: wideOffers)
    let taken = notes.compactMap { note -> TrayNote? in
      guard case .differs(let amount, let catalog, _) = note.kind, columns.contains(amount.column) else {
        return nil
      }
      var note = note
      note.kind = .differs(amount, catalog: catalog, isTaken: true)
      return note
    }
    list.notes = taken + list.notes
    return list
  }

  /// The amounts that the file gives of an SPU, and where.
  func amounts(of spu: String) -> (amounts: [TrayAmount], location: SourceLocation)? {
    lineOfSPU[spu].map { ($0.amounts, $0.location) }
  }

  /// Whether an SPU is on the list.
  package func contains(_ spu: String) -> Bool {
    entries.contains { $0.spu == spu }
  }

  public static func == (first: Self, second: Self) -> Bool {
    first.entries == second.entries && first.wideOffers ?? [] == second.wideOffers ?? []
  }
}

extension Show {
  /// The units of a style with a pitch, whether it may have it or not.
  /// Units that a row would sell in a pitch, without an offer.
  func units(ofRow row: Int, pitch: String) -> Double? {
    units(ofRow: row, TrayList.Entry(spu: catalog.spus[row], pitch: pitch), wideOffers: [])
  }

  fileprivate func units(ofRow row: Int, _ entry: TrayList.Entry, wideOffers: [String]) -> Double? {
    guard let position = scenario.pitches.firstIndex(where: { $0.name == entry.pitch }), !stock[row].isNaN
    else { return nil }
    let demand = forecast[row].isNaN ? 0 : forecast[row]
    var lift = scenario.pitches[position].lift * (multipliers?.multiplier(row: row, pitch: position) ?? 1)
    if let table = offerTable, let plan = scenario.offers {
      if let kind = plan.kinds.firstIndex(where: { $0.name == entry.offer }),
        let paid = table.paidPrice(kind, row: row, price: price[row])
      {
        lift *= table.lift(kind, row: row, paid: paid, price: price[row])
      }
      lift *= offerCase(of: wideOffers).map { table.cases[$0].lift } ?? 1
    }
    return min(stock[row], demand * seasonIndex[row] * lift)
  }

  /// The offers that items may have, and `none`.
  fileprivate var itemOffers: [String] {
    (scenario.offers?.kinds ?? []).filter { !$0.isShowWide }.map(\.name)
  }
}
