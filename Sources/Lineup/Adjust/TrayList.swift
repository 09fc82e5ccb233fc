/// A tray as a person or a file gives it: SPUs and pitches, each with the place where it stands.
///
/// Every SPU is in the catalog and every pitch in the scenario; whether an SPU may be on a tray at all,
/// and whether the rules hold, `Show.review(_:)` tells.
public struct TrayList: Sendable, Equatable {
  /// An SPU with a pitch.
  public struct Entry: Sendable, Equatable {
    public var spu: String
    public var pitch: String
  }

  /// A line of a file before its names are looked up; the pitch is `nil` where the cell is empty.
  public struct Line: Sendable, Equatable {
    public var spu: String
    public var pitch: String?
    public var location: SourceLocation

    public init(spu: String, pitch: String?, location: SourceLocation) {
      self.spu = spu
      self.pitch = pitch
      self.location = location
    }
  }

  /// In the order given, no SPU twice.
  public private(set) var entries: [Entry]

  public var spus: [String] { entries.map(\.spu) }

  /// The items of a tray.
  public init(_ tray: Tray) {
    entries = tray.items.map { Entry(spu: $0.spu, pitch: $0.pitch) }
  }

  init(entries: [Entry]) {
    self.entries = entries
  }

  /// Looks the lines up in a show. A line without a pitch has the only one that its SPU may have.
  /// - Throws: every SPU and pitch that is unknown, with the nearest, every SPU given twice, and every
  ///   pitch that is missing where there is a choice.
  public init(_ lines: [Line], in show: Show) throws(LineupError) {
    entries = []
    var problems: [Problem] = []
    var firstLine: [String: Int] = [:]
    let pitches = show.scenario.pitches.map(\.name)
    for line in lines {
      guard let row = show.catalog.row(ofSPU: line.spu) else {
        let near =
          show.catalog.count <= 200_000 ? Nearest.name(to: line.spu, among: show.catalog.spus, limit: 1) : nil
        problems.append(Problem(.unknownSPU(line.spu, nearest: near), at: line.location))
        continue
      }
      let spu = show.catalog.spus[row]
      if let first = firstLine[spu] {
        problems.append(Problem(.onTrayTwice(spu, firstLine: first == 0 ? nil : first), at: line.location))
        continue
      }
      firstLine[spu] = line.location.line ?? 0
      if let pitch = line.pitch {
        if pitches.contains(pitch) {
          entries.append(Entry(spu: spu, pitch: pitch))
        } else {
          problems.append(Problem(.unavailablePitch(pitch, known: pitches), at: line.location))
        }
        continue
      }
      let own = show.optionIndices(ofRow: row).map { pitches[Int(show.options.pitches[$0])] }
      let choice = own.isEmpty ? pitches : own
      if choice.count == 1 {
        entries.append(Entry(spu: spu, pitch: choice[0]))
      } else {
        problems.append(Problem(.pitchMissing(spu: spu, known: choice), at: line.location))
      }
    }
    if !problems.isEmpty { throw LineupError(problems) }
  }

  /// Whether an SPU is on the list.
  public func contains(_ spu: String) -> Bool {
    entries.contains { $0.spu == spu }
  }
}
