import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Running orders of up to eight items against every order tried by other code.
@Suite struct RundownOracleTests {
  static let chunkSize = 50
  static let chunks: [UInt64] = Array(0..<10)

  /// A show in plain values; times in minutes.
  private struct Order {
    struct Item {
      var spu: String
      var minutes: Double
      var gmv: Double
      var brand: String
      var isHero: Bool
      var place: Int?
      var at: Double?
      var from: Double?
      var to: Double?
    }
    var items: [Item] = []
    var audience: [(minute: Double, viewers: Double)] = []
    var breaks: [(at: Double, minutes: Double)] = []
    var every: (minutes: Double, penalty: Double?)?
    var apart: (penalty: Double?, Bool)?
    var opensWithHero = false
    var closesWithHero = false
    var together = false

    init(_ random: inout RandomSource, count: Int) {
      for index in 0..<count {
        items.append(
          Item(
            spu: "A\(index)", minutes: random.one(of: [2, 3, 6]), gmv: Double(random.integer(100...2000)),
            brand: random.one(of: ["X", "Y", "Z"]), isHero: random.chance(0.4)))
      }
      audience = (0..<random.integer(1...4)).map {
        (Double($0 * random.integer(4...12)), Double(random.integer(1...90)))
      }
      audience = audience.enumerated().filter { index, point in
        !audience[..<index].contains { $0.minute == point.minute }
      }
      .map(\.element).sorted { $0.minute < $1.minute }
      if random.chance(0.5) { breaks.append((Double(random.integer(0...20)), Double(random.integer(1...4)))) }
      if random.chance(0.3) { breaks.append((Double(random.integer(3...30)), 2)) }
      breaks.sort { $0.at < $1.at }
      if random.chance(0.4) { every = (Double(random.integer(4...14)), random.chance(0.5) ? 150 : nil) }
      if random.chance(0.5) { apart = (random.chance(0.5) ? 90 : nil, true) }
      opensWithHero = random.chance(0.2)
      closesWithHero = random.chance(0.2)
      together = random.chance(0.25)
      if random.chance(0.3) { items[random.integer(0...count - 1)].place = random.integer(1...count) }
      if random.chance(0.2) { items[0].at = Double(random.integer(0...20)) }
      if random.chance(0.2) {
        items[count - 1].from = Double(random.integer(0...6))
        items[count - 1].to = Double(random.integer(12...30))
      }
      keepWithinTheShow()
    }

    /// What lies after the end of the show is an error and no order.
    private mutating func keepWithinTheShow() {
      while let late = breaks.lastIndex(where: { $0.at > length - $0.minutes }) { breaks.remove(at: late) }
      for position in items.indices {
        if let at = items[position].at, at >= length { items[position].at = nil }
        if let from = items[position].from, from >= length {
          items[position].from = nil
          items[position].to = nil
        }
      }
    }

    var length: Double { items.reduce(0) { $0 + $1.minutes } + breaks.reduce(0) { $0 + $1.minutes } }

    /// Viewers at a minute.
    func viewers(_ minute: Double) -> Double {
      guard let after = audience.firstIndex(where: { $0.minute > minute }) else {
        return audience.last?.viewers ?? 1
      }
      if after == 0 { return audience[0].viewers }
      let (one, next) = (audience[after - 1], audience[after])
      return one.viewers + (next.viewers - one.viewers) * (minute - one.minute) / (next.minute - one.minute)
    }

    /// The average between two minutes, piece by piece between the corners.
    func average(_ start: Double, _ end: Double) -> Double {
      let corners = ([start, end] + audience.map(\.minute).filter { $0 > start && $0 < end }).sorted()
      let area = zip(corners, corners.dropFirst()).reduce(0) {
        $0 + ($1.1 - $1.0) * (viewers($1.0) + viewers($1.1)) / 2
      }
      return area / (end - start)
    }

    /// What an order is worth; `nil` where it misses a hard rule.
    func value(_ order: [Int]) -> Double? {
      var clock = 0.0
      var left = breaks[...]
      func pauses() {
        while let next = left.first, next.at <= clock {
          clock += next.minutes
          left.removeFirst()
        }
      }
      pauses()
      let mean = average(0, max(length, 1.0 / 60))
      var value = 0.0
      var lastHero = 0.0
      var begun: [String] = []
      for (place, index) in order.enumerated() {
        let item = items[index]
        if let fixed = item.place, fixed != place + 1 { return nil }
        if let at = item.at, !(clock <= at && at < clock + item.minutes) { return nil }
        if let from = item.from, clock < from { return nil }
        if let to = item.to, clock + item.minutes > to { return nil }
        if place == 0, opensWithHero, !item.isHero { return nil }
        if place == order.count - 1, closesWithHero, !item.isHero { return nil }
        if place > 0, let apart, items[order[place - 1]].brand == item.brand {
          guard let penalty = apart.penalty else { return nil }
          value -= penalty
        }
        if together, begun.last != item.brand {
          if begun.contains(item.brand) { return nil }
          begun.append(item.brand)
        }
        if item.isHero {
          if let every, clock - lastHero > every.minutes {
            guard let penalty = every.penalty else { return nil }
            value -= penalty
          }
          lastHero = clock + item.minutes
        }
        value += mean > 0 ? item.gmv * average(clock, clock + item.minutes) / mean : item.gmv
        clock += item.minutes
        pauses()
      }
      if let every, clock - lastHero > every.minutes {
        guard let penalty = every.penalty else { return nil }
        value -= penalty
      }
      return value
    }

    /// Every order tried.
    var best: Double? {
      var best: Double?
      var order = Array(items.indices)
      func permute(_ from: Int) {
        if from == order.count {
          if let value = value(order), value > best ?? -.infinity { best = value }
          return
        }
        for place in from..<order.count {
          order.swapAt(from, place)
          permute(from + 1)
          order.swapAt(from, place)
        }
      }
      permute(0)
      return best
    }

    func text(_ number: Double) -> String { "\(number)" }

    var scenario: String {
      var text = "catalog: catalog.csv\npitches:\n"
      for minutes in [2, 3, 6] { text += "  p\(minutes): { minutes: \(minutes) }\n" }
      text +=
        "rundown:\n  audience: { " + audience.map { "\($0.minute): \($0.viewers)" }.joined(separator: ", ")
        + " }\n"
      if !breaks.isEmpty {
        text +=
          "  breaks: [" + breaks.map { "{ at: \($0.at), minutes: \($0.minutes) }" }.joined(separator: ", ")
          + "]\n"
      }
      if together { text += "  blocks: { together: brand }\n" }
      if every != nil || apart != nil { text += "  spacing:\n" }
      func penalty(_ penalty: Double?) -> String { penalty.map { ", penalty: \($0)" } ?? "" }
      if let every {
        text += "    heroes: { every: \(every.minutes), where: { role: hero }\(penalty(every.penalty)) }\n"
      }
      if let apart { text += "    brands: { apart: brand\(penalty(apart.penalty)) }\n" }
      if opensWithHero { text += "  opening: hero\n" }
      if closesWithHero { text += "  closing: { where: { role: hero } }\n" }
      let fixed = items.flatMap { item in
        [
          item.place.map { "{ spu: \(item.spu), place: \($0) }" },
          item.place == nil ? item.at.map { "{ spu: \(item.spu), at: \($0) }" } : nil,
        ].compactMap(\.self)
      }
      if !fixed.isEmpty { text += "  fixed: [" + fixed.joined(separator: ", ") + "]\n" }
      for item in items where item.from != nil {
        text +=
          "  offers: [{ spu: \(item.spu), price: \(item.gmv), from: \(item.from ?? 0), to: \(item.to ?? 0) }]\n"
      }
      return text
    }

    var catalog: String {
      "spu,brand,role,price,stock,expected_units\nH,W,hero,1,1,1\n"
        + items.map { "\($0.spu),\($0.brand),\($0.isHero ? "hero" : "main"),\($0.gmv),5,1\n" }.joined()
    }
  }

  private func rundown(_ order: Order, exactItems: Int, in folder: TemporaryFolder) throws -> RundownOutcome {
    try folder.write(order.catalog, to: "catalog.csv")
    let show = try ShowFile(path: folder.write(order.scenario, to: "show.yaml")).show()
    let tray = try show.audit(order.items.map { ($0.spu, "p\(Int($0.minutes))") })
    var settings = RundownSettings()
    settings.exactItems = exactItems
    return try show.rundown(of: tray, settings)
  }

  @Test(arguments: chunks) func `the order, its worth and the clash are those of trying every order`(
    chunk: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    for index in 0..<Self.chunkSize {
      var random = RandomSource(seed: chunk * 1000 + UInt64(index))
      var order = Order(&random, count: index.isMultiple(of: 10) ? 8 : random.integer(1...6))
      for position in order.items.indices where order.items[position].place != nil {
        order.items[position].at = nil
      }
      let label = "chunk \(chunk), \(index)\n\(order.scenario)\(order.catalog)"
      let best = order.best
      switch try rundown(order, exactItems: 10, in: folder) {
      case .order(let found):
        let items = found.slots.filter { $0.kind == .item }.compactMap { slot in
          order.items.firstIndex { $0.spu == slot.item?.spu }
        }
        #expect(found.isOptimal, "\(label)")
        #expect(abs(found.value - (best ?? .infinity)) <= 1e-6 * max(1, abs(best ?? 0)), "\(label)")
        #expect(
          abs(found.value - (order.value(items) ?? .infinity)) <= 1e-6 * max(1, abs(found.value)), "\(label)")
      case .clash(let clash):
        #expect(best == nil, "\(label)")
        #expect(clash.isProven && !clash.rules.isEmpty, "\(label)\(clash)")
      }
      guard let best, index.isMultiple(of: 3) else { continue }
      // The way of large shows: the bound holds, and the order is as good.
      guard case .order(let searched) = try rundown(order, exactItems: 0, in: folder) else {
        Issue.record("\(label)")
        continue
      }
      #expect(
        searched.bound >= best - 1e-6 * max(1, abs(best)), "\(label): bound \(searched.bound), best \(best)")
      #expect(searched.value >= best - 1e-6 * max(1, abs(best)), "\(label): \(searched.value), best \(best)")
    }
  }
}
