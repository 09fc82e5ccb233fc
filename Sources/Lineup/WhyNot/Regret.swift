/// Why a style is on the tray or not, in figures that solving again gave.
///
///     let show = try ShowFile(path: "september.yaml").show()
///     for regret in try show.regrets(of: ["A1044", "B77"]) ?? [] {
///       print(regret.spu, regret.loss ?? 0, regret.displaced, regret.breakEvenPrice?.figure ?? 0)
///     }
///     // B77 4091.0 ["C12", "D3"] 412.5
public struct Regret: Sendable, Equatable {
  /// Where the style stands.
  package enum Standing: Sendable, Equatable {
    /// On the best tray; the answer is about the best tray without it.
    case onTray
    /// Off the best tray; the answer is about the best tray with it.
    case offTray
    /// No tray may have it.
    case noCandidate(Ineligibility)
  }

  /// The style, as the catalog spells its id.
  public var spu: String
  package var standing: Standing
  /// The offer that was asked about; `nil` where none was.
  package var offer: String?
  /// Off the tray with that offer: the lift, in place of the typed one, at which it would pay for its place there.
  package var breakEvenLift: Double?
  /// The objective of the best tray without it (on) or with it (off); `nil` where there is no such tray.
  package var value: Double?
  /// What that tray has less than the best of all; 0 where there is another best tray, below 0 where it
  /// is a lock that keeps the style on.
  public var loss: Double?
  /// SPUs of the best tray that are not on that one, the style itself aside: what it would displace.
  public var displaced: [String] = []
  /// SPUs of that tray that are not on the best one, the style itself aside: its best substitutes.
  public var joining: [String] = []
  /// Its forecast (`expected_units`) and its price now.
  package var forecast: Double?
  package var price: Double?
  /// Off the tray: the forecast at which it would pay for its place, the price as it is; `nil` where the
  /// objective does not depend on it or stock caps the units before.
  public var breakEvenForecast: BreakEven?
  /// Off the tray: the price at which it would pay for its place, the forecast as it is; `nil` where the
  /// objective does not depend on it.
  public var breakEvenPrice: BreakEven?
  /// Whether the optima compared are proven.
  public var isProven: Bool
  /// Whether the best tray is proven the best; else it is the best that is known.
  package var isBestTrayProven = true

  init(_ spu: String, _ standing: Standing, isProven: Bool) {
    self.spu = spu
    self.standing = standing
    self.isProven = isProven
  }
}

extension Show {
  /// Why these styles are on the best tray or not.
  ///
  /// - Parameters:
  ///   - offer: the offer that they are to have, `none` for no offer; any unless said.
  ///   - timeLimit: wall-clock seconds for each search; without it the search for the best tray
  ///     takes what it needs and every further one at most 5.
  /// - Returns: `nil` where no tray keeps the rules or none was found in time.
  /// - Throws: where the catalog lacks an SPU, or the scenario the offer.
  /// - Complexity: a solve for each style on the tray; for a style off it, one for each option that may be
  ///   its best; on every core.
  package func regrets(
    of spus: [String], offer: String? = nil, timeLimit: Double? = nil, gap: Double = 0,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> [Regret]? {
    let number = try offer.map { name throws(LineupError) in try requiredOffer(name) }
    for spu in spus where catalog.row(ofSPU: spu) == nil {
      let near = catalog.count <= 200_000 ? Nearest.name(to: spu, among: catalog.spus) : nil
      throw LineupError([Problem(.unknownSPU(spu, nearest: near))], kind: .usage)
    }
    let limits = AnswerLimits(seconds: timeLimit, gap: gap, isCancelled: isCancelled)
    guard let counterfactual = try Counterfactual(self, limits: limits) else { return nil }
    let rows = spus.map { catalog.row(ofSPU: $0) ?? 0 }
    let found = try ConcurrentMap.map(rows) { row throws(LineupError) -> RegretSearch.Found? in
      let spu = self.catalog.spus[row]
      if self.reasonOff(spu: spu, offer: offer) != nil { return nil }
      return try RegretSearch(counterfactual: counterfactual, spu: spu, row: row, offer: number).search()
    }
    // Where a search was ended, what another found may be better.
    let isComplete = counterfactual.base.isProven && found.allSatisfy { $0?.isProven ?? true }
    let bests = found.compactMap { $0?.best } + [counterfactual.base]
    let known = isComplete ? [] : try counterfactual.valid(bests)
    let best = counterfactual.improved(by: known)
    return zip(rows, found).map { row, found in
      // The catalog's own spelling.
      let spu = catalog.spus[row]
      guard let found else {
        var regret = Regret(
          spu, .noCandidate(reasonOff(spu: spu, offer: offer) ?? .notThere), isProven: true)
        regret.offer = offer
        return regret
      }
      var regret = RegretSearch(counterfactual: best, spu: spu, row: row, offer: number).regret(
        found, known: known)
      regret.offer = offer
      if let number, number > 0, let lift = scenario.offers?.kinds[number - 1].lift,
        let forecast = regret.forecast, forecast > 0, let figure = regret.breakEvenForecast?.figure
      {
        // Units are the forecast times the lift.
        regret.breakEvenLift = lift * figure / forecast
      }
      return regret
    }
  }
}

extension Show {
  /// The number of an offer that a question names.
  fileprivate func requiredOffer(_ name: String) throws(LineupError) -> Int {
    let known = [OfferPlan.none] + (scenario.offers?.kinds.filter { !$0.isShowWide }.map(\.name) ?? [])
    let kind: Problem.Kind =
      scenario.offers?.kinds.contains { $0.isShowWide && $0.name == name } == true
      ? .offerOfWholeShow(name) : .unknownOffer(name, known: known)
    guard scenario.offers != nil, known.contains(name) else {
      throw LineupError([Problem(kind, at: SourceLocation(source: "--offer \(name)"))], kind: .usage)
    }
    return offerNumber(name)
  }
}
