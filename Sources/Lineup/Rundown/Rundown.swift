/// The running order of a show (排品表) with the clock.
public struct Rundown: Sendable {
  /// What is on air for a while.
  public struct Slot: Sendable, Equatable {
    package enum Kind: String, Sendable { case item, pause = "break", encore }

    package var kind: Kind
    /// The place among the items, from 1; `nil` for breaks and encores.
    package var place: Int?
    /// Seconds from the start of the show.
    public var start: Int
    /// How long it takes.
    public var seconds: Int
    /// The item, or the name of the break.
    public var title: String
    /// The item that is shown; `nil` of a break.
    public var item: TrayItem?
    /// The price on air: that of an offer where there is one.
    package var price: Double?
    package var listPrice: Double?
    package var stock: Double?
    /// Expected GMV, weighted by the audience of these minutes.
    package var gmv: Double
    /// Average viewers; relative to the show's average where the scenario gives a shape only.
    package var audience: Double
    package var roles: [String]
    /// What to do or say: `offer ends 20:30`, `new block: men`.
    package var cues: [String]
    /// Whether it has been on air.
    package var isShown: Bool

    package var end: Int { start + seconds }
  }

  /// A soft rule that the order misses.
  package struct Miss: Sendable, Equatable {
    package var rule: String
    package var count: Int
    package var cost: Double
  }

  /// Encores that were asked for and have no place, and why.
  package struct MissingEncores: Sendable, Equatable {
    package var asked: Int
    package var placed: Int
    package var reason: Reason

    /// Why they have none.
    package enum Reason: Sendable, Equatable {
      /// The show has no length, so that no time is left.
      case noLength
      /// So many seconds are left, 0 or less for none, and an encore takes more.
      case noTime(left: Int, encore: Int)
      /// Fewer items have stock to sell once more, of all or of those that meet its `where`.
      case noStock(items: Int, isOfAll: Bool)
      /// The only item left for it is the last one on air.
      case lastOnAir
      /// By the rules of spacing none that is left may follow the last one.
      case spacing
    }
  }

  /// In the order on air.
  public var slots: [Slot]
  /// `nil` where every encore has its place.
  package var missingEncores: MissingEncores?
  /// Expected GMV weighted by the audience, encores included, less penalties.
  public var value: Double
  /// No order has more.
  public var bound: Double
  /// Whether the order is proven the best: its value is the bound's.
  package var isOptimal: Bool
  package var misses: [Miss]
  /// How it was found: `exact`, or `local search`.
  package var method: String
  package var solver: String
  package var seconds: Double
  /// Seconds after midnight; `nil` where times are told from 0.
  package var start: Int?
  /// Seconds of the show, and how many of them nothing fills.
  package var length: Int
  package var spare: Int
  /// Whether `audience` counts viewers.
  package var countsViewers: Bool

  /// (bound - value) / max(1e-9, |value|).
  package var gap: Double { SolveResult.gap(value: value, bound: bound) }

  /// `20:05`, or `0:05` where the scenario gives no start; with seconds where there are any.
  package func clock(_ second: Int) -> String { Self.clock(second, start: start) }

  package static func clock(_ second: Int, start: Int?) -> String {
    let total = (start ?? 0) + second
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let hours = total / 3600 % (start == nil ? Int.max : 24)
    let seconds = total % 60
    return (start == nil ? String(hours) : two(hours)) + ":" + two(total / 60 % 60)
      + (seconds == 0 ? "" : ":" + two(seconds))
  }
}

/// Hard rules of a rundown that cannot all hold.
package struct RundownClash: Sendable, Equatable {
  /// The rules by name: `opening`, `spacing heroes`, `fixed A1044`.
  package var rules: [String]
  /// Whether it is proven that no order keeps them all; else none was found.
  package var isProven: Bool
  package var reason: Reason

  /// Why they clash.
  package enum Reason: Sendable, Equatable {
    /// The show has so many minutes; items and breaks take more, in seconds.
    case showTooShort(minutes: Double, items: Int, breaks: Int)
    /// Fewer items of the tray are of the kind than are asked for.
    case tooFewOfKind(asked: Int, there: Int)
    /// More than half of the items share a value, some by their id.
    case sharedValue(items: Int, of: Int, examples: [String])
    /// A style does not fit into its time, in seconds.
    case doesNotFit(String, seconds: Int)
    /// Leaving out any one of them makes an order possible, or makes it open whether there is one.
    case together
  }
}

/// What asking for a rundown comes to.
package enum RundownOutcome: Sendable {
  case order(Rundown)
  case clash(RundownClash)
}

/// How to look for a rundown.
package struct RundownSettings: Sendable {
  /// SPUs that have been on air, in their order; they stay first.
  package var shown: [String]
  package var timeLimit: Double?
  /// Items up to which GLPK finds and proves the order.
  package var exactItems = 10

  package init(shown: [String] = [], timeLimit: Double? = nil) {
    self.shown = shown
    self.timeLimit = timeLimit
  }
}
