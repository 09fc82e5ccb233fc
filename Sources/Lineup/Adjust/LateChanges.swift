/// What changed after a tray was chosen: withdrawals, wishes, stock, and what has been on air already.
public struct LateChanges: Sendable, Equatable {
  /// An SPU that must come in, with the pitch it must have, if one is wished.
  public struct Wish: Sendable, Equatable {
    package var spu: String
    package var pitch: String?

    /// - Parameter pitch: the pitch that it must have; any unless said.
    public init(spu: String, pitch: String? = nil) {
      self.spu = spu
      self.pitch = pitch
    }
  }

  /// SPUs that may be on the tray no longer.
  package var withdrawn: [String]
  package var wishes: [Wish]
  /// Units that can be sold now.
  package var stock: [(spu: String, units: Double)]
  /// SPUs of the tray that stay as they are, with their pitches: those that have been on air.
  package var kept: [String]

  /// - Parameters:
  ///   - withdrawn: ids of styles that must not be on the tray any more.
  ///   - wishes: styles that must come in.
  ///   - stock: units of styles that can be sold now.
  ///   - kept: ids of styles of the tray that stay as they are, such as those that have been on air.
  public init(
    withdrawn: [String] = [], wishes: [Wish] = [], stock: [(spu: String, units: Double)] = [],
    kept: [String] = []
  ) {
    self.withdrawn = withdrawn
    self.wishes = wishes
    self.stock = stock
    self.kept = kept
  }

  public static func == (first: Self, second: Self) -> Bool {
    first.withdrawn == second.withdrawn && first.wishes == second.wishes && first.kept == second.kept
      && first.stock.elementsEqual(second.stock, by: ==)
  }
}

extension Show {
  /// The show after late changes.
  ///
  /// A withdrawn SPU is banned, a wished or kept one locked; a lock on an SPU that is withdrawn or sold
  /// out is lifted, and a caution of the show says so.
  ///
  /// - Parameter list: the tray, whose pitches the kept SPUs have.
  /// - Throws: a usage error for an unknown SPU or pitch, an SPU that is wished and withdrawn, kept and
  ///   withdrawn, kept but not on the tray, or that cannot be on any tray.
  package func applying(_ changes: LateChanges, to list: TrayList) throws(LineupError) -> Show {
    var problems: [Problem] = []
    func known(_ spu: String, _ argument: String) -> String? {
      if let row = catalog.row(ofSPU: spu) { return catalog.spus[row] }
      let near = catalog.count <= 200_000 ? Nearest.name(to: spu, among: catalog.spus, limit: 1) : nil
      problems.append(
        Problem(.unknownSPU(spu, nearest: near), at: SourceLocation(source: "\(argument) \(spu)")))
      return nil
    }
    func isWithdrawn(_ spu: String) -> Bool {
      list.withdrawn.contains { $0.spu == CatalogText.normalized(spu) }
    }
    func report(_ sentence: String, _ argument: String) {
      problems.append(Problem(.other(sentence), at: SourceLocation(source: argument)))
    }
    var changed = scenario
    let here = SourceLocation(source: scenario.source)
    // What the catalog has no longer is out already.
    let leaving = changes.withdrawn.filter { !isWithdrawn($0) }
    let out = Set(leaving.compactMap { known($0, "--out") })
    changed.bans += leaving.filter { spu in !changed.bans.contains { $0.spu == spu } }
      .map { SPUReference(spu: $0, location: here) }

    var units: [Int: Double] = [:]
    for (spu, amount) in changes.stock {
      if isWithdrawn(spu) {
        if amount > 0 {
          report(
            "\(spu) is no longer in the catalog, so that nothing but its stock is known; put its row back",
            "--stock \(spu)")
        }
        continue
      }
      guard let id = known(spu, "--stock"), let row = catalog.row(ofSPU: id) else { continue }
      units[row] = amount
    }
    let soldOut = Set(units.filter { $0.value <= 0 }.map { catalog.spus[$0.key] })
    var lifted: [Caution] = []
    for lock in changed.locks where out.contains(lock.spu) || soldOut.contains(lock.spu) {
      lifted.append(.liftedLock(lock.spu, pitch: nil, out.contains(lock.spu) ? .withdrawn : .soldOut))
    }
    changed.locks.removeAll { out.contains($0.spu) || soldOut.contains($0.spu) }
    func lift(_ spu: String, pitch: String?, _ why: Caution.Lift) {
      let old = changed.locks.first { $0.spu == spu }
      if let own = old?.pitch, own != pitch {
        lifted.append(.liftedLock(spu, pitch: own, why))
      }
      changed.locks.removeAll { $0.spu == spu }
    }

    for wish in changes.wishes {
      guard let spu = known(wish.spu, "--in") else { continue }
      let argument = "--in \(wish.spu)" + (wish.pitch.map { ":\($0)" } ?? "")
      if out.contains(spu) { report("\(spu) is withdrawn by --out too; keep one of them", argument) }
      if let pitch = wish.pitch, !scenario.pitches.contains(where: { $0.name == pitch }) {
        problems.append(
          Problem(
            .unavailablePitch(pitch, known: scenario.pitches.map(\.name)),
            at: SourceLocation(source: argument)))
        continue
      }
      lift(spu, pitch: wish.pitch, .wished(pitch: wish.pitch))
      changed.locks.append(Lock(spu: spu, pitch: wish.pitch, location: here))
    }
    for spu in changes.kept {
      if isWithdrawn(spu) {
        report(
          "\(spu) has been on air and stays, but the catalog has it no longer; put its row back, with its stock of then",
          "--keep \(spu)")
        continue
      }
      guard let id = known(spu, "--keep") else { continue }
      guard let entry = list.entries.first(where: { $0.spu == id }) else {
        report("\(id) is not on the tray, so it cannot be kept", "--keep \(spu)")
        continue
      }
      if out.contains(id) {
        report("\(id) has been on air and stays; take one of the two out", "--out \(id)")
      }
      lift(id, pitch: entry.pitch, .kept(pitch: entry.pitch))
      changed.locks.append(
        Lock(
          spu: id, pitch: entry.pitch, offer: scenario.offers == nil ? nil : entry.offer ?? OfferPlan.none,
          location: here))
    }
    if !problems.isEmpty { throw LineupError(problems, kind: .usage) }
    let show = try Show(
      changed, catalog: units.isEmpty ? catalog : catalog.with(.stock, units), seasonTable: seasonTable,
      calendar: calendar)
    for lock in changed.locks where !scenario.locks.contains(where: { $0.spu == lock.spu }) {
      guard let reason = show.reasonOff(spu: lock.spu, pitch: lock.pitch, offer: lock.offer) else { continue }
      let isKept = changes.kept.contains(lock.spu)
      report(
        "\(lock.spu) \(reason.words)"
          + (isKept
            ? "; what has been on air stays, so give it its stock of then with --stock \(lock.spu)=…" : ""),
        "\(isKept ? "--keep" : "--in") \(lock.spu)")
    }
    if !problems.isEmpty { throw LineupError(problems, kind: .usage) }
    return show.cautioning(of: lifted)
  }
}
