/// A tray as a person or a file gives it: SPUs and pitches, each with the place where it stands.
///
/// Every pitch is in the scenario; an SPU that the catalog has no longer is a withdrawn style. Whether an
/// SPU may be on a tray at all, and whether the rules hold, `Show.review(_:)` tells.
public struct TrayList: Sendable, Equatable {
  /// An SPU with a pitch.
  package struct Entry: Sendable, Equatable {
    package var spu: String
    package var pitch: String
  }

  /// A line of a file before its names are looked up; the pitch is `nil` where the cell is empty.
  package struct Line: Sendable, Equatable {
    package var spu: String
    package var pitch: String?
    /// What the style is called there.
    package var name: String?
    /// The amounts that the file gives.
    package var amounts: [TrayAmount]
    /// Its sales and its offer as the file gives them.
    package var gmv: Double?
    package var offer: String?
    package var location: SourceLocation

    package init(
      spu: String, pitch: String?, name: String? = nil, amounts: [TrayAmount] = [], location: SourceLocation
    ) {
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
  private var lineOfSPU: [String: Line] = [:]

  package var spus: [String] { entries.map(\.spu) }

  /// The items of a tray.
  public init(_ tray: Tray) {
    entries = tray.items.map { Entry(spu: $0.spu, pitch: $0.pitch) }
  }

  /// No tray.
  package static let none = TrayList(entries: [])

  init(entries: [Entry]) {
    self.entries = entries
  }

  /// Looks the lines up in a show. A line without a pitch has the only one that its SPU may have.
  /// - Parameter taken: amounts that the show has from these lines already.
  /// - Throws: every pitch that is unknown, with the nearest, every SPU given twice, every pitch that is
  ///   missing where there is a choice, and every SPU that is a slip of the pen; all SPUs where the catalog
  ///   has none of them.
  package init(_ lines: [Line], in show: Show, taken: [TrayAmount.Column] = []) throws(LineupError) {
    entries = []
    var problems: [Problem] = []
    var firstLine: [String: Int] = [:]
    let pitches = show.scenario.pitches.map(\.name)
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
      guard let row else {
        let pitch = line.pitch ?? pitches.first ?? ""
        entries.append(Entry(spu: spu, pitch: pitch))
        withdrawn.append(Withdrawn(spu: spu, name: line.name, pitch: pitch, location: line.location))
        notes.append(
          TrayNote(spu: spu, kind: .withdrawn(nearest: absent.nearest[spu]), location: line.location))
        continue
      }
      let own = show.optionIndices(ofRow: row).map { pitches[Int(show.options.pitches[$0])] }
      let choice = own.isEmpty ? pitches : own
      guard let pitch = line.pitch ?? (choice.count == 1 ? choice[0] : nil) else {
        problems.append(Problem(.pitchMissing(spu: spu, known: choice), at: line.location))
        continue
      }
      let entry = Entry(spu: spu, pitch: pitch)
      entries.append(entry)
      notes += Self.differences(of: line, entry, row: row, in: show, taken: taken)
    }
    if !problems.isEmpty { throw LineupError(problems) }
  }

  private static func differences(
    of line: Line, _ entry: Entry, row: Int, in show: Show, taken: [TrayAmount.Column]
  ) -> [TrayNote] {
    line.amounts.compactMap { amount in
      let catalog: Double? =
        switch amount.column {
        case .price: show.price[row].isNaN ? nil : show.price[row]
        case .stock: show.stock[row].isNaN ? nil : show.stock[row]
        case .units: show.units(ofRow: row, pitch: entry.pitch)
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
    var list = try TrayList(entries.compactMap { lineOfSPU[$0.spu] }, in: show)
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

  public static func == (first: Self, second: Self) -> Bool { first.entries == second.entries }
}

extension Show {
  /// The units of a style with a pitch, whether it may have it or not.
  func units(ofRow row: Int, pitch name: String) -> Double? {
    guard let position = scenario.pitches.firstIndex(where: { $0.name == name }), !stock[row].isNaN else {
      return nil
    }
    let demand = forecast[row].isNaN ? 0 : forecast[row]
    let factor = multipliers?.multiplier(row: row, pitch: position) ?? 1
    return min(stock[row], demand * factor * seasonIndex[row] * scenario.pitches[position].lift)
  }
}
