/// The order of a show's items as a problem of its own: who is on air for how long, what that is worth
/// when, and which hard and soft rules an order has to keep.
///
/// **Content seconds** count pitches alone; the clock adds the breaks. A break begins with the first change
/// of items at or after its time, so that the clock at a change depends on nothing but the content so far.
struct RundownProblem: Sendable {
  struct Item: Sendable {
    var spu: String
    /// Above 0.
    var seconds: Int
    /// Expected GMV at an average audience, at the price on air.
    var gmv: Double
    /// Clock seconds within which it starts, both ends included, and which rule says so.
    var earliest = 0
    var latest = Int.max
    var windowRules: [String] = []
    /// Its place from 0, if one is fixed, and which rule says so.
    var place: Int?
  }

  /// A stretch without a member must not be longer.
  struct Every: Sendable {
    var name: String
    var seconds: Int
    var isMember: [Bool]
    var penalty: Double?
  }

  /// Neighbours must not share a value.
  struct Apart: Sendable {
    var name: String
    /// Codes of the values that each item has.
    var values: [[Int]]
    var penalty: Double?
  }

  /// The first or the last items must be members.
  struct Edge: Sendable {
    var name: String
    var count: Int
    var isMember: [Bool]
  }

  var items: [Item]
  var breaks: [RundownPlan.Break] = []
  var every: [Every] = []
  var apart: [Apart] = []
  var opening: Edge?
  var closing: Edge?
  /// The block of each item, where blocks stay together.
  var blocks: [Int]?
  /// Items that have been on air, in their order; they come first.
  var shown: [Int] = []
  var audience: AudienceCurve

  static let blocksName = "blocks"
  static let openingName = "opening"
  static let closingName = "closing"

  /// Content seconds of all items.
  var contentLength: Int { items.reduce(0) { $0 + $1.seconds } }

  /// The clock at a change of items after so many content seconds, breaks that are due then among it.
  func clock(_ content: Int) -> Int {
    var clock = content
    for pause in breaks {
      if pause.second > clock { break }
      clock += pause.seconds
    }
    return clock
  }

  /// When the last item and the breaks due with it are over.
  var end: Int { clock(contentLength) }

  /// What an item is worth from a clock second on.
  func gain(_ item: Int, at clock: Int) -> Double {
    items[item].gmv * audience.weight(from: clock, seconds: items[item].seconds)
  }
}
