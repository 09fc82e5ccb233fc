/// Why a style is on the tray or not, in figures that solving again gave.
///
///     let show = try ShowFile(path: "september.yaml").show()
///     for regret in try show.regrets(of: ["A1044", "B77"]) ?? [] {
///       print(regret.spu, regret.loss ?? 0, regret.displaced, regret.breakEvenPrice?.figure ?? 0)
///     }
///     // B77 4091.0 ["C12", "D3"] 412.5
public struct Regret: Sendable, Equatable {
  /// Where the style stands.
  public enum Standing: Sendable, Equatable {
    /// On the best tray; the answer is about the best tray without it.
    case onTray
    /// Off the best tray; the answer is about the best tray with it.
    case offTray
    /// No tray may have it; why, in words that follow the id: `has no stock`.
    case noCandidate(String)
  }

  public var spu: String
  public var standing: Standing
  /// The objective of the best tray without it (on) or with it (off); `nil` where there is no such tray.
  public var value: Double?
  /// What that tray has less than the best of all; 0 where there is another best tray, below 0 where it
  /// is a lock that keeps the style on.
  public var loss: Double?
  /// SPUs of the best tray that are not on that one, and the other way round, the style itself aside: what
  /// it would displace, or its best substitutes.
  public var displaced: [String] = []
  public var joining: [String] = []
  /// Its forecast (`expected_units`) and its price now.
  public var forecast: Double?
  public var price: Double?
  /// Off the tray: the forecast at which it would pay for its place, the price as it is; `nil` where the
  /// objective does not depend on it or stock caps the units before.
  public var breakEvenForecast: BreakEven?
  /// Off the tray: the price at which it would pay for its place, the forecast as it is; `nil` where the
  /// objective does not depend on it.
  public var breakEvenPrice: BreakEven?
  /// Whether the optima compared are proven.
  public var isProven: Bool
  /// Whether the tray that it is on, or off, is proven the best; otherwise it is the best known.
  public var isBaseProven: Bool

  init(_ spu: String, _ standing: Standing, isProven: Bool, isBaseProven: Bool = true) {
    self.spu = spu
    self.standing = standing
    self.isProven = isProven
    self.isBaseProven = isBaseProven
  }
}

extension Show {
  /// Why these styles are on the best tray or not.
  ///
  /// - Parameter timeLimit: wall-clock seconds for each search; without it the search for the best tray
  ///   takes what it needs and every further one at most 5.
  /// - Returns: `nil` where no tray keeps the rules or none was found in time.
  /// - Throws: where the catalog lacks an SPU.
  /// - Complexity: a solve for each style on the tray; for a style off it, one for each option that may be
  ///   its best; on every core.
  public func regrets(
    of spus: [String], timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> [Regret]? {
    for spu in spus where catalog.row(ofSPU: spu) == nil {
      let near = catalog.count <= 200_000 ? Nearest.name(to: spu, among: catalog.spus) : nil
      throw LineupError([Problem(.unknownSPU(spu, nearest: near))], kind: .usage)
    }
    let limits = AnswerLimits(seconds: timeLimit, isCancelled: isCancelled)
    guard let counterfactual = try Counterfactual(self, limits: limits) else { return nil }
    let onTray = Set(counterfactual.spus(of: counterfactual.base.options))
    return try ConcurrentMap.map(spus) { spu throws(LineupError) in
      // The catalog's own spelling.
      let row = self.catalog.row(ofSPU: spu) ?? 0
      let spu = self.catalog.spus[row]
      if let reason = self.reasonOff(spu: spu) { return Regret(spu, .noCandidate(reason), isProven: true) }
      let search = RegretSearch(counterfactual: counterfactual, spu: spu, row: row)
      return try onTray.contains(spu) ? search.onTray() : search.offTray()
    }
  }
}
