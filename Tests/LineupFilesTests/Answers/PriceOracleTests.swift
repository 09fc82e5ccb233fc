import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Rule prices and regrets against differences of optima that trying every tray gave.
@Suite struct PriceOracleTests {
  /// Feasible shows of a test case; ANSWER_CHUNKS=20 tries 1,000.
  static let chunkSize = 50
  static let chunks: [UInt64] = Array(
    0..<(ProcessInfo.processInfo.environment["ANSWER_CHUNKS"].flatMap(UInt64.init) ?? 2))

  private func forEachFeasible(
    _ chunk: UInt64, _ body: (SmallShow, Double, Show, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    var seed = 2_000_000 + chunk * 100_000
    var count = 0
    while count < Self.chunkSize {
      seed += 1
      let (small, best) = SmallShow.random(seed: seed)
      guard case .tray(_, let net) = best else { continue }
      count += 1
      let files = small.files(seed: seed)
      for (name, text) in files.texts { try folder.write(text, to: name) }
      do {
        let show = try ShowFile(path: folder.path(of: files.scenario)).show(
          variant: files.variant, settings: files.settings)
        try body(small, net, show, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  private func isNear(_ first: Double, _ second: Double, _ scale: Double) -> Bool {
    abs(first - second) <= 1e-6 * max(1, abs(scale))
  }

  @Test(arguments: chunks)
  func `dropping a rule gains what the optima differ by`(chunk: UInt64) throws {
    try forEachFeasible(chunk) { small, net, show, label in
      let list = try #require(try show.rulePrices(), "\(label)")
      #expect(isNear(list.value, net, net), "\(label)")
      let gains = Dictionary(list.prices.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
      for row in small.hardRows {
        let (best, isBorderline) = small.changing(row, to: nil).bestTray()
        guard !isBorderline, case .tray(_, let freer) = best else { continue }
        #expect(
          isNear(gains[row]?.fromDropping.least ?? 0, freer - net, net),
          "\(label): \(row) costs \(freer - net), said \(String(describing: gains[row]))")
      }
      for price in list.prices {
        guard let unit = price.unit, let gain = price.fromUnit?.least, let required = price.required,
          small.hardRows.contains(price.row)
        else { continue }
        let wider = SmallShow.Range(
          required.lower > -.infinity ? required.lower - unit : nil,
          required.upper < .infinity ? required.upper + unit : nil)
        let (best, isBorderline) = small.changing(price.row, to: wider).bestTray()
        guard !isBorderline, case .tray(_, let freer) = best else { continue }
        #expect(
          isNear(gain, freer - net, net),
          "\(label): a unit of \(price.row) gains \(freer - net), said \(gain)")
      }
    }
  }

  @Test(arguments: chunks)
  func `a regret is the difference to the best tray with or without the style`(chunk: UInt64) throws {
    try forEachFeasible(chunk) { small, net, show, label in
      let regrets = try #require(try show.regrets(of: small.styles.map(\.spu)), "\(label)")
      for regret in regrets {
        var other = small
        other.locks.removeAll { $0.spu == regret.spu }
        switch regret.standing {
        case .noCandidate:
          let hasOption = small.options.contains { small.styles[$0.style].spu == regret.spu }
          #expect(!hasOption, "\(label): \(regret)")
          continue
        case .onTray: other.bans.append(regret.spu)
        case .offTray: other.locks.append(.init(spu: regret.spu))
        }
        // A ban may take a value out of an `each` with a minimum, where going without does not.
        if regret.standing == .onTray,
          small.rules.contains(where: {
            if case .each(_, let range, _) = $0.form { (range.lower ?? 0) > 0 } else { false }
          })
        {
          continue
        }
        let (best, isBorderline) = other.bestTray()
        if isBorderline { continue }
        switch best {
        case .infeasible: #expect(regret.value == nil, "\(label): \(regret)")
        case .tray(_, let value):
          let found = regret.value ?? .nan
          let loss = regret.loss ?? .nan
          #expect(isNear(found, value, net), "\(label): \(regret), by every tray \(value)")
          #expect(isNear(loss, net - value, net), "\(label): \(regret)")
        }
      }
    }
  }

  @Test(arguments: chunks)
  func `at its break-even a style is worth its place, and not much before`(chunk: UInt64) throws {
    try forEachFeasible(chunk) { small, net, show, label in
      let regrets = try #require(try show.regrets(of: small.styles.map(\.spu)), "\(label)")
      for regret in regrets where regret.standing == .offTray {
        guard let style = small.styles.firstIndex(where: { $0.spu == regret.spu }) else { continue }
        /// The best that a tray with the style comes to.
        func optimum(_ change: (inout SmallShow.Style) -> Void) -> Double?? {
          var changed = small
          changed.locks.append(.init(spu: regret.spu))
          change(&changed.styles[style])
          return changed.optimum()
        }
        func expectEnough(_ breakEven: BreakEven?, _ change: (inout SmallShow.Style, Double) -> Void) {
          guard let breakEven, breakEven.missedRows.isEmpty,
            let found = optimum({ change(&$0, breakEven.figure) })
          else { return }
          #expect(
            found.map { $0 >= net - 1e-6 * max(1, abs(net)) } ?? false,
            "\(label): \(regret), by every tray \(String(describing: found)) against \(net)")
        }
        expectEnough(regret.breakEvenPrice) { $0.price = $1 }
        guard small.demand == nil, small.hasExpectedUnits else { continue }
        expectEnough(regret.breakEvenForecast) { $0.expectedUnits = $1 }
        // Where no rule asks for units or amounts, nothing less suffices.
        guard let figure = regret.breakEvenForecast?.figure, let forecast = regret.forecast,
          small.goal == nil, !small.rules.contains(where: { $0.dependsOnUnits }), figure > forecast
        else { continue }
        let less = forecast + 0.99 * (figure - forecast)
        if let found = optimum({ $0.expectedUnits = less }) {
          #expect(
            found.map { $0 < net } ?? true, "\(label): \(less) units suffice for \(regret)")
        }
      }
    }
  }
}

extension SmallShow.Rule {
  /// Whether a row sums what depends on the forecast.
  fileprivate var dependsOnUnits: Bool {
    switch form {
    case .sum(let measure, _, _), .share(let measure, _, of: _, _):
      ["units", "gmv", "margin"].contains(measure)
    default: false
    }
  }
}
