import Foundation
import LineupFiles
import Synchronization
import TestSupport
import Testing

@testable import Lineup

/// Plans of views against trying every plan.
@Suite struct ViewsOracleTests {
  static func answer(_ small: SmallViews, isCancelled: () -> Bool = { false }) throws -> ViewsAnswer {
    let scenario = try Scenario(Node(text: small.text, source: "views.yaml"))
    return try ViewsAnswer(
      #require(scenario.views), audience: scenario.audience, goal: scenario.goal, isCancelled: isCancelled)
  }

  private static func values(_ answer: ViewsAnswer) -> [Double] {
    answer.channels.flatMap { $0.told.map { $0.map { Double($0.people) } } ?? [$0.views] }
  }

  /// A plan is one of many: the whole numbers are compared, not the cost alone.
  @Test(arguments: Array(0..<10))
  func `every small plan of views is the one that trying all says`(part: Int) throws {
    var statuses: [ViewsAnswer.Status: Int] = [:]
    for seed in part * 100..<(part + 1) * 100 {
      let small = SmallViews(seed: UInt64(seed))
      let says: Comment = "seed \(seed)\n\(small.text)"
      let answer = try Self.answer(small)
      statuses[answer.status, default: 0] += 1
      if small.fixed.count == small.channels.count {
        #expect(answer.status == .weighed, says)
        #expect(Self.values(answer) == small.domains.map(\.lowerBound), says)
        try expectRows(answer, small, says)
        continue
      }
      let best = small.best()
      #expect(answer.status == (best == nil ? .infeasible : .optimal), says)
      if let best {
        #expect(Self.values(answer) == best, says)
        try expectRows(answer, small, says)
        #expect(!answer.rows.contains { !$0.holds }, says)
        try expectPrices(answer, small, says)
      } else if answer.status == .infeasible {
        try expectClash(answer, small, says)
      }
    }
    #expect(statuses[.optimal, default: 0] > 20 && statuses[.infeasible, default: 0] > 10, "\(statuses)")
  }

  private func expectRows(_ answer: ViewsAnswer, _ small: SmallViews, _ says: Comment) throws {
    let values = Self.values(answer)
    let figures = small.figures(values)
    let missed = small.missed(values)
    #expect(Set(answer.rows.filter { !$0.holds }.map(\.row)) == missed, says)
    let (cost, net) = (try #require(answer.cost), try #require(answer.net))
    #expect(abs(cost - figures.cost) <= 1e-9 * max(1, figures.cost), says)
    #expect(abs(net - figures.net) <= 1e-9 * max(1, figures.net), says)
    for (channel, views) in zip(answer.channels, figures.views) {
      #expect(abs(channel.views - views) <= 1e-9 * max(1, views), says)
    }
    #expect(!answer.rows.contains { $0.rule != "views" || $0.isSoft }, says)
  }

  /// The least cost without each row that does not bound a column by itself.
  private func expectPrices(_ answer: ViewsAnswer, _ small: SmallViews, _ says: Comment) throws {
    for row in answer.program.rows {
      switch row.kind {
      case .channel, .people: continue
      case .total, .budget, .goal, .share: break
      }
      var least = Double.infinity
      small.forEachPlan(in: small.domains) { values in
        if small.missed(values).isSubset(of: [row.name]) { least = min(least, small.figures(values).cost) }
      }
      guard case .plan(let values) = try answer.program.without(row).best() else {
        Issue.record("no plan without \(row.name); \(says)")
        continue
      }
      let cost = small.figures(values).cost
      #expect(cost >= least - 1e-9 * max(1, least) && cost <= least + 1e-6 * max(1, least), says)
    }
  }

  /// The rows of a clash cannot hold together, those of one less can; and each change makes room for a plan.
  private func expectClash(_ answer: ViewsAnswer, _ small: SmallViews, _ says: Comment) throws {
    let explained = try answer.explained()
    let clash = try #require(explained.clash, says)
    let kept = Set(clash.conflict.rows.map(\.row))
    #expect(!kept.isEmpty && clash.conflict.isMinimal, says)
    // Columns whose own rows are not kept go further than their domain; some steps are tried.
    var domains = small.domains
    var column = 0
    for (index, channel) in small.channels.enumerated() {
      let count = small.domain(channel).count
      if small.fixed[index] == nil, !kept.contains(channel.name) {
        for own in column..<column + count { domains[own] = 0...max(9, domains[own].upperBound) }
      }
      column += count
    }
    if domains.reduce(1.0, { $0 * ($1.upperBound - $1.lowerBound + 1) }) < 40_000 {
      var isFree = false
      small.forEachPlan(in: domains) { values in
        if small.missed(values).isDisjoint(with: kept) { isFree = true }
      }
      #expect(!isFree, says)
    }
    for row in answer.program.rows where kept.contains(row.name) {
      let others = answer.program.rows.filter { $0 != row && kept.contains($0.name) }
      let rest = answer.program.rows.filter { !others.contains($0) }.reduce(answer.program) { $0.without($1) }
      guard case .plan(let values) = try rest.best() else {
        Issue.record("\(row.name) is not needed; \(says)")
        continue
      }
      let missed = small.missed(values)
      #expect(missed.isDisjoint(with: kept.subtracting([row.name])), says)
    }
    if let most = clash.most {
      var greatest = -Double.infinity
      small.forEachPlan(in: small.domains) { values in
        let figures = small.figures(values)
        if small.missed(values).subtracting(["total", "goal"]).isEmpty {
          greatest = max(greatest, most.row == "goal" ? figures.sales : figures.net)
        }
      }
      #expect(abs(most.amount - greatest) <= 1e-9 * max(1, abs(greatest)), says)
    }
    let scenario = try Scenario(Node(text: small.text, source: "views.yaml"))
    for change in clash.changes {
      let to = try #require(change.to, says)
      let changed = scenario.changingViews(row: change.row, to: to)
      let other = try ViewsAnswer(#require(changed.views), audience: changed.audience, goal: changed.goal)
      #expect(other.status == .optimal, "\(change) \(says)")
      let missed = small.missed(Self.values(other))
      #expect(missed.subtracting([change.row]).isEmpty, "\(change) \(says)")
    }
  }

  @Test(arguments: [0, 1, 2, 5, 12, 40])
  func `a search that is stopped at any moment has the plan or says that it is unknown`(moment: Int) throws {
    for seed in 0..<60 {
      let small = SmallViews(seed: UInt64(seed))
      var asked = 0
      let answer = try Self.answer(small) {
        asked += 1
        return asked > moment
      }
      let whole = try Self.answer(small)
      if answer.status == .unknown {
        #expect(answer.channels.isEmpty && answer.rows.isEmpty && answer.cost == nil)
      } else {
        #expect(answer.status == whole.status)
        #expect(answer.channels == whole.channels)
      }
      if whole.status == .infeasible {
        var asked = 0
        let explained = try whole.explained {
          asked += 1
          return asked > moment
        }
        let clash = try #require(explained.clash)
        #expect(!clash.conflict.rows.isEmpty)
      }
    }
  }

  /// As on the page: its channels with every key, solved within the 50 ms of the page.
  @Test func `the plan of the page is solved in 50 ms`() throws {
    let scenario = try Scenario(Node(text: Self.page, source: "page.yaml"))
    let plan = try #require(scenario.views)
    var best = Double.infinity
    for _ in 0..<3 {
      let clock = ContinuousClock()
      let time = try clock.measure {
        let answer = try ViewsAnswer(plan, audience: scenario.audience, goal: nil)
        #expect(answer.channels.map(\.views) == [5_535, 3_000, 1_345, 720])
        #expect(answer.cost == 1_706)
      }
      best = min(best, Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
    }
    #expect(best < 0.05)
  }

  @Test(arguments: [0, 1, 3, 10, 30, 100, 1_000_000])
  func `what is said of views may be stopped at any moment`(moment: Int) throws {
    let rows = "catalog: { rows: [{ spu: A, gender: kids, price: 99, stock: 500, expected_units: 40 }] }\n"
    let text =
      rows
      + Self.page.replacing("women: 1.1, men: 0.5", with: "kids2: 1")
      .replacing(", kids2: 1", with: "")
    let show = try ShowFile(bytes: Array(text.utf8), source: "show.yaml").show()
    let asked = Mutex(0)
    let outlook = try show.viewsOutlook(shorts: [("shop guides", 0.2)]) {
      asked.withLock { asked in
        asked += 1
        return asked > moment
      }
    }
    #expect(outlook.answer.cost == 1_706)
    #expect(outlook.isCut == (moment < 1_000_000))
    if moment == 1_000_000 {
      #expect(outlook.next?.cost == 938 && outlook.prices.count == 4 && outlook.worth.count == 3)
      #expect(outlook.worth.map(\.part) == [0.8, 1, 1.2])
      #expect(outlook.shorts.first?.answer.cost == 2_772.4)
      let values = outlook.worth.compactMap(\.value)
      #expect(
        values.count == 3 && abs(values[0] / values[1] - 0.8) < 1e-9
          && abs(values[2] / values[1] - 1.2) < 1e-9)
    }
  }

  static let page = """
    views:
      base: 10_000
      channels:
        shop guides:      { people: 820, each: 7.5, reach: 90%, conversion: 18%, order_value: 420, audience: { mothers: 70%, office: 30% } }
        official account: { views: 500..3_000, cost: 0.05, audience: { office: 60% } }
        ads:              { views: ..20_000, cost: { 2_000: 0.8, 6_000: 1.2, 20_000: 2.0 }, minimum: 500 }
        text message:     { cost: 0.04, limit: 20_000, rate: { mothers: 6%, office: 2% } }
      overlap: { official account: { shop guides: 20% } }
      conversion: 12%
      order_value: 390
      total: 10_000..
      budget: ..9_000
      share: { shop guides: 40%..70% }
    audience:
      mothers:  { people: 12_000, buys: { gender: { kids: 2.2, women: 1.1, men: 0.5 } } }
      office:   { people: 30_000, buys: { price: { "..199": 1.6, "600..": 0.4 } } }

    """
}
