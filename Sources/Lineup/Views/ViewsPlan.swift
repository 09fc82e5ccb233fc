/// What a scenario says of the views of its show: which channels bring them, at what cost, and what all of them together are to
/// bring. The contract's page on views says what each part means.
///
///     views:
///       base: 10_000
///       channels:
///         shop guides: { people: 820, each: 7.5, reach: 90%, conversion: 18%, order_value: 420 }
///         ads:         { views: ..20_000, cost: { 2_000: 0.8, 6_000: 1.2 }, minimum: 500 }
///       total: 10_000..
package struct ViewsPlan: Sendable {
  /// The views for which the catalog's forecasts stand.
  package var base: Double
  /// In the order written.
  package var channels: [Channel] = []
  /// Orders for each viewer, of channels that say none.
  package var conversion: Double?
  package var orderValue: Double?
  /// What views less overlaps are to come to.
  package var total: Bounds?
  package var budget: Bounds?
  /// Of the views of all channels; by channel.
  package var shares: [(channel: String, range: Bounds)] = []
  /// What channels are said to bring, in place of what would be best; `nil` where nothing is.
  package var fixed: [(channel: String, amount: Fixed)]?
  package var location: SourceLocation

  /// A place from which viewers come.
  package struct Channel: Sendable {
    package var name: String
    package var location: SourceLocation
    package var source: Source
    /// What each viewer costs, or each person who is told, by blocks; none for a channel that costs nothing.
    package var blocks: [Block] = []
    /// It brings no views, or at least these.
    package var minimum: Double?
    package var conversion: Double?
    package var orderValue: Double?
    /// Segments among its viewers, by name; the rest are average viewers.
    package var audience: [(segment: String, share: Double)] = []
    /// Of its viewers, those who come by other channels anyway.
    package var overlaps: [(channel: String, share: Double)] = []
    /// Its targets are split by this, as a file has it.
    package var targets: Targets?
    /// What it may bring after a repair, in place of what its keys say.
    package var range: Bounds?
  }

  /// How many views a channel can bring.
  package enum Source: Sendable {
    case views(Bounds)
    /// People, of whom each brings so many viewers, so many of whom come.
    case people(Double, each: Double, reach: Double)
    /// Segments of which each person is told, and how many of those told come; at most so many people together.
    case told([(segment: String, rate: Double)], limit: Double?)
  }

  /// Up to so many at a price each, from the end of the block before.
  package struct Block: Sendable, Equatable {
    /// Infinite for a price without an end.
    package var end: Double
    package var price: Double
  }

  /// What a channel is fixed at.
  package enum Fixed: Sendable {
    case views(Double)
    /// People who are told, by segment.
    case told([(segment: String, people: Double)])
  }

  /// `per: region, by: guides.csv`
  package struct Targets: Sendable {
    package var column: String
    package var file: CatalogSettings.NamedPlace
  }

  /// The row of a share.
  package static func shareRow(_ channel: String) -> String { "share: \(channel)" }
  /// The row of a segment's people.
  package static func peopleRow(_ segment: String) -> String { "people: \(segment)" }
  package static let totalRow = "total"
  package static let budgetRow = "budget"
  package static let goalRow = "goal"
  /// What rows of the plan are called as rules of a show.
  package static let rule = "views"

  /// What may be asked for at once: a search over more might not end.
  static let mostChannels = 60
  static let mostColumns = 300
  /// Views and people are counted up to here.
  static let most = 1e9
}

extension ViewsPlan.Channel {
  /// The part of its viewers who come by it alone.
  package var net: Double { 1 - overlaps.reduce(0) { $0 + $1.share } }

  /// The range of what it counts: views, or people told; both ends are whole or infinite but for what is written so.
  package var counted: Bounds {
    if let range { return range }
    let end = blocks.last?.end ?? .infinity
    switch source {
    case .views(let bounds): return Bounds(lower: bounds.lower, upper: min(bounds.upper, end))
    case .people(let people, let each, let reach):
      return Bounds(upper: min((people * each * reach + 1e-9).rounded(.down), end))
    case .told(_, let limit): return Bounds(upper: min(limit ?? .infinity, end))
    }
  }

  /// The segments that it tells; empty for a channel of views.
  package var rates: [(segment: String, rate: Double)] {
    if case .told(let rates, _) = source { rates } else { [] }
  }

  package var isTold: Bool { if case .told = source { true } else { false } }

  /// What so many views, or people told, cost.
  package func cost(of amount: Double) -> Double {
    var cost = 0.0
    var start = 0.0
    for (index, block) in blocks.enumerated() {
      let end = index == blocks.count - 1 ? Double.infinity : block.end
      if amount > start { cost += (min(amount, end) - start) * block.price }
      start = block.end
    }
    return cost
  }
}

/// People who buy alike.
package struct AudienceSegment: Sendable {
  package var name: String
  package var location: SourceLocation
  /// How many there are; `nil` where nobody tells them.
  package var people: Double?
  package var tastes: [Taste] = []

  /// What they buy more or less readily, by the values of an attribute.
  package struct Taste: Sendable {
    package var attribute: String
    package var location: SourceLocation
    package var factors: [Factor]
  }

  package struct Factor: Sendable {
    /// As written.
    package var value: String
    /// As the catalog spells it.
    package var standing: String
    package var location: SourceLocation
    package var factor: Double
  }
}

extension Scenario {
  /// The plan of views with a row changed, as a repair has it.
  /// - Parameter range: what the row asks for then.
  func changingViews(row: String, to range: Bounds) -> Scenario {
    var changed = self
    changed.viewsAnswer = nil
    guard var plan = views else { return self }
    switch row {
    case ViewsPlan.totalRow: plan.total = range
    case ViewsPlan.budgetRow: plan.budget = range
    case ViewsPlan.goalRow: changed.goal = .gmv(range.lower)
    default:
      if let index = plan.shares.firstIndex(where: { ViewsPlan.shareRow($0.channel) == row }) {
        plan.shares[index].range = range
      } else if let index = plan.channels.firstIndex(where: { $0.name == row }) {
        if let minimum = plan.channels[index].minimum, range.lower < minimum {
          plan.channels[index].minimum = max(0, range.lower)
        }
        plan.channels[index].range = Bounds(
          lower: min(range.lower, plan.channels[index].counted.lower), upper: range.upper)
      } else if let index = audience.firstIndex(where: { ViewsPlan.peopleRow($0.name) == row }) {
        changed.audience[index].people = range.upper
      }
    }
    changed.views = plan
    return changed
  }
}
