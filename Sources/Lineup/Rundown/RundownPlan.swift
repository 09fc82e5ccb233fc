/// What a scenario says of the running order: the section `rundown`, every key optional.
///
///     rundown:
///       start: "20:00"
///       audience: { 0: 3000, 40: 9000, 180: 4000 }         # viewers at minutes; or flat, rising, falling, peak
///       blocks: { together: gender }                       # or { interleave: gender, penalty: 200 }
///       spacing:
///         heroes:   { every: 20, where: { role: hero } }   # a hero at least every 20 minutes
///         families: { apart: family }                      # never two in a row
///         brands:   { apart: brand, penalty: 300 }         # or at a price for each time
///       opening: [traffic, welfare]                        # the first item has one of these roles
///       closing: { where: { role: hero }, items: 1 }
///       fixed: [{ spu: A1044, place: 3 }, { spu: A1050, at: "20:45" }]
///       breaks: [{ name: lucky draw, at: 30, minutes: 3 }]
///       encore: { items: 3, minutes: 2, where: { role: hero }, share: 30% }
///       offers: [{ spu: A1044, price: 199, from: "20:00", to: "20:30" }]
///
/// Times are minutes from the start or clock times.
package struct RundownPlan: Sendable {
  /// Seconds after midnight; `nil` where times are told from 0.
  package var start: Int?
  package var audience = Audience.shape(.flat)
  package var blocks: Blocks?
  package var spacing: [Spacing] = []
  package var opening: Edge?
  package var closing: Edge?
  package var fixed: [Fixed] = []
  package var breaks: [Break] = []
  package var encore: Encore?
  package var offers: [Offer] = []

  package init() {}

  /// How many watch, minute by minute.
  package enum Audience: Sendable, Equatable {
    /// Viewers at moments, in seconds; straight lines between them, level before and after.
    case points([(second: Int, viewers: Double)])
    case shape(Shape)

    package static func == (first: Self, second: Self) -> Bool {
      switch (first, second) {
      case (.points(let one), .points(let other)): one.elementsEqual(other, by: ==)
      case (.shape(let one), .shape(let other)): one == other
      default: false
      }
    }
  }

  /// An audience that is known by its shape alone.
  package enum Shape: String, Sendable, CaseIterable {
    case flat, rising, falling, peak

    /// Viewers at shares of the show, relative to each other.
    var points: [(share: Double, viewers: Double)] {
      switch self {
      case .flat: [(0, 1)]
      case .rising: [(0, 0.5), (1, 1.5)]
      case .falling: [(0, 1.5), (1, 0.5)]
      case .peak: [(0, 0.6), (0.35, 1.5), (1, 0.6)]
      }
    }
  }

  /// Items of one value of an attribute together, or never two in a row.
  package struct Blocks: Sendable {
    package enum Form: Sendable { case together, interleaved }
    package var form: Form
    package var attribute: String
    package var location: SourceLocation
    /// Of interleaving; `nil` where it is hard.
    package var penalty: Double?
  }

  /// A rule of spacing under the user's own name.
  package struct Spacing: Sendable {
    package enum Form: Sendable {
      /// No stretch longer than so many seconds without an item that meets the condition.
      case every(seconds: Int, Where)
      /// No two neighbours share a value of the attribute.
      case apart(attribute: String)
    }
    package var name: String
    package var form: Form
    package var location: SourceLocation
    /// Objective units for each stretch that is too long, each value that two neighbours share; `nil` for
    /// a hard rule.
    package var penalty: Double?
  }

  /// What the first or the last items must be.
  package struct Edge: Sendable {
    package var condition: Where
    package var items: Int
    package var location: SourceLocation
  }

  /// An item with a place or a time of its own.
  package struct Fixed: Sendable {
    package enum Place: Sendable, Equatable {
      /// From 1.
      case place(Int)
      /// On air at that second.
      case second(Int)
    }
    package var spu: SPUReference
    package var place: Place
  }

  /// Minutes without an item: a draw, a drop of coupons. It begins with the first change of items at or
  /// after its time.
  package struct Break: Sendable, Equatable {
    package var name: String
    package var location: SourceLocation
    package var second: Int
    package var seconds: Int
  }

  /// The best items once more at the end, as far as minutes remain.
  package struct Encore: Sendable {
    package var items: Int
    package var seconds: Int
    package var condition: Where
    /// What an item sells once more, against its first time.
    package var share: Double
  }

  /// A price that holds for some minutes; the item is on air within them.
  package struct Offer: Sendable {
    package var spu: SPUReference
    package var price: Double
    /// Seconds from the start.
    package var from: Int?
    package var to: Int?
  }
}
