/// Shows side by side: each with its best tray, and what differs from the first of them.
///
///     let file = try ShowFile(path: "september.yaml")
///     let comparison = Comparison(
///       of: file.contenders([.init(name: "base"), .init(name: "short", variant: "two hours")]))
///     print(comparison.core, comparison.entries[1].difference?.joining ?? [])
///     // ["A1001", "A1003"] ["A1005"]
public struct Comparison: Sendable {
  /// A show to be compared, or why it could not be read.
  package struct Contender: Sendable {
    package var name: String
    package var show: Result<Show, LineupError>

    package init(name: String, show: Result<Show, LineupError>) {
      self.name = name
      self.show = show
    }

    /// Why it could not be read; `nil` where it was.
    package var error: LineupError? { if case .failure(let error) = show { error } else { nil } }
  }

  /// A show and what came of it.
  public struct Entry: Sendable {
    /// What the show is called in the answer.
    public var name: String
    /// The outcome, or why there is none; a show that fails stops no other.
    public var result: Result<SolveResult, LineupError>
    /// Against the first entry; `nil` for itself and where one of the two has no tray.
    package var difference: Difference?
    /// The part of the tray's items that have the role `hero`, 0 to 1; `nil` without a tray, and where the
    /// catalog has no such role.
    package var heroShare: Double?

    /// The tray, where there is one.
    package var tray: Tray? { if case .success(let result) = result { result.tray } else { nil } }
  }

  /// A tray less another.
  package struct Difference: Sendable, Equatable {
    package var items: Int
    package var minutes: Double
    package var units: Double
    package var gmv: Double
    package var margin: Double
    /// SPUs that are on this tray alone, on the other alone, and on both.
    package var joining: [String]
    package var leaving: [String]
    package var kept: [String]

    init(of tray: Tray, from other: Tray) {
      items = tray.totals.items - other.totals.items
      minutes = tray.totals.minutes - other.totals.minutes
      units = tray.totals.units - other.totals.units
      gmv = tray.totals.gmv - other.totals.gmv
      margin = tray.totals.margin - other.totals.margin
      let own = Set(tray.items.map(\.spu))
      let theirs = Set(other.items.map(\.spu))
      joining = tray.items.map(\.spu).filter { !theirs.contains($0) }
      leaving = other.items.map(\.spu).filter { !own.contains($0) }
      kept = other.items.map(\.spu).filter { own.contains($0) }
    }
  }

  /// In the order given, the first being the base.
  public var entries: [Entry]
  /// SPUs on every tray, and those on some but not all, with the number of trays they are on; most first.
  public var core: [String]
  package var swing: [(spu: String, trays: Int)]
  /// The files that all shows were made of.
  package var inputs: InputDigests

  /// A column has room for a sentence, so a show that fails is not explained for longer than this.
  private static let explanationSeconds = 3.0

  /// Solves every show, on every core.
  package init(
    of contenders: [Contender], _ settings: SolveSettings = SolveSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    var settings = settings
    settings.explanationTimeLimit = min(settings.explanationTimeLimit, Self.explanationSeconds)
    let chosen = settings
    let results = ConcurrentMap.values(contenders) { contender in
      Result { () throws(LineupError) in try contender.show.get().solve(chosen, isCancelled: isCancelled) }
    }
    self.init(zip(contenders, results).map { ($0.name, $1) })
    inputs = .common(contenders.compactMap { try? $0.show.get().scenario.inputs })
    for (position, contender) in contenders.enumerated() {
      entries[position].heroShare = entries[position].tray.flatMap { tray in
        (try? contender.show.get())?.catalog.share(ofRole: "hero", among: tray.items)
      }
    }
  }

  /// Results side by side.
  init(_ results: [(name: String, result: Result<SolveResult, LineupError>)]) {
    entries = results.map { Entry(name: $0.name, result: $0.result) }
    inputs = .common(results.compactMap { try? $0.result.get().inputs })
    if let base = entries.first?.tray {
      for position in entries.indices.dropFirst() {
        entries[position].difference = entries[position].tray.map { Difference(of: $0, from: base) }
      }
    }
    let trays = entries.compactMap(\.tray)
    var order: [String] = []
    var counts: [String: Int] = [:]
    for item in trays.flatMap(\.items) {
      if counts[item.spu] == nil { order.append(item.spu) }
      counts[item.spu, default: 0] += 1
    }
    core = order.filter { counts[$0] == trays.count }
    swing = order.compactMap { spu in
      counts[spu].flatMap { $0 < trays.count ? (spu: spu, trays: $0) : nil }
    }
    .sorted { $0.trays > $1.trays }
  }
}

extension Catalog {
  /// The part of items whose SPU has a role; `nil` where no style has it, or there are no items.
  fileprivate func share(ofRole role: String, among items: [TrayItem]) -> Double? {
    guard case .tags(let codes, let sets)? = column(.role)?.values, !items.isEmpty,
      sets.contains(where: { $0.contains(role) })
    else { return nil }
    let count = items.count { item in
      guard let row = row(ofSPU: item.spu), codes[row] >= 0 else { return false }
      return sets[Int(codes[row])].contains(role)
    }
    return Double(count) / Double(items.count)
  }
}
