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
public struct RundownPlan: Sendable {
  /// Seconds after midnight; `nil` where times are told from 0.
  public var start: Int?
  public var audience = Audience.shape(.flat)
  public var blocks: Blocks?
  public var spacing: [Spacing] = []
  public var opening: Edge?
  public var closing: Edge?
  public var fixed: [Fixed] = []
  public var breaks: [Break] = []
  public var encore: Encore?
  public var offers: [Offer] = []

  public init() {}

  /// How many watch, minute by minute.
  public enum Audience: Sendable, Equatable {
    /// Viewers at moments, in seconds; straight lines between them, level before and after.
    case points([(second: Int, viewers: Double)])
    case shape(Shape)

    public static func == (first: Self, second: Self) -> Bool {
      switch (first, second) {
      case (.points(let one), .points(let other)): one.elementsEqual(other, by: ==)
      case (.shape(let one), .shape(let other)): one == other
      default: false
      }
    }
  }

  /// An audience that is known by its shape alone.
  public enum Shape: String, Sendable, CaseIterable {
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
  public struct Blocks: Sendable {
    public enum Form: Sendable { case together, interleaved }
    public var form: Form
    public var attribute: String
    public var location: SourceLocation
    /// Of interleaving; `nil` where it is hard.
    public var penalty: Double?
  }

  /// A rule of spacing under the user's own name.
  public struct Spacing: Sendable {
    public enum Form: Sendable {
      /// No stretch longer than so many seconds without an item that meets the condition.
      case every(seconds: Int, Where)
      /// No two neighbours share a value of the attribute.
      case apart(attribute: String)
    }
    public var name: String
    public var form: Form
    public var location: SourceLocation
    /// Objective units for each stretch that is too long, each value that two neighbours share; `nil` for
    /// a hard rule.
    public var penalty: Double?
  }

  /// What the first or the last items must be.
  public struct Edge: Sendable {
    public var condition: Where
    public var items: Int
    public var location: SourceLocation
  }

  /// An item with a place or a time of its own.
  public struct Fixed: Sendable {
    public enum Place: Sendable, Equatable {
      /// From 1.
      case place(Int)
      /// On air at that second.
      case second(Int)
    }
    public var spu: SPUReference
    public var place: Place
  }

  /// Minutes without an item: a draw, a drop of coupons. It begins with the first change of items at or
  /// after its time.
  public struct Break: Sendable, Equatable {
    public var name: String
    public var location: SourceLocation
    public var second: Int
    public var seconds: Int
  }

  /// The best items once more at the end, as far as minutes remain.
  public struct Encore: Sendable {
    public var items: Int
    public var seconds: Int
    public var condition: Where
    /// What an item sells once more, against its first time.
    public var share: Double
  }

  /// A price that holds for some minutes; the item is on air within them.
  public struct Offer: Sendable {
    public var spu: SPUReference
    public var price: Double
    /// Seconds from the start.
    public var from: Int?
    public var to: Int?
  }
}
