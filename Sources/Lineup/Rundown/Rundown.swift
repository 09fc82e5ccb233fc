/// The running order of a show (排品表) with the clock.
public struct Rundown: Sendable {
  /// What is on air for a while.
  public struct Slot: Sendable, Equatable {
    public enum Kind: String, Sendable { case item, pause = "break", encore }

    public var kind: Kind
    /// The place among the items, from 1; `nil` for breaks and encores.
    public var place: Int?
    /// Seconds from the start of the show.
    public var start: Int
    public var seconds: Int
    /// The item, or the name of the break.
    public var title: String
    public var item: TrayItem?
    /// The price on air: that of an offer where there is one.
    public var price: Double?
    public var listPrice: Double?
    public var stock: Double?
    /// Expected GMV, weighted by the audience of these minutes.
    public var gmv: Double
    /// Average viewers; relative to the show's average where the scenario gives a shape only.
    public var audience: Double
    public var roles: [String]
    /// What to do or say: `offer ends 20:30`, `new block: men`.
    public var cues: [String]
    /// Whether it has been on air.
    public var isShown: Bool

    public var end: Int { start + seconds }
  }

  /// A soft rule that the order misses.
  public struct Miss: Sendable, Equatable {
    public var rule: String
    public var count: Int
    public var cost: Double
  }

  /// Encores that were asked for and have no place, and why.
  public struct MissingEncores: Sendable, Equatable {
    public var asked: Int
    public var placed: Int
    /// In words that follow "because": `2 minutes are left and an encore takes 3`.
    public var reason: String
  }

  public var slots: [Slot]
  /// `nil` where every encore has its place.
  public var missingEncores: MissingEncores?
  /// Expected GMV weighted by the audience, encores included, less penalties.
  public var value: Double
  /// No order has more.
  public var bound: Double
  /// Whether the order is proven the best: its value is the bound's.
  public var isOptimal: Bool
  public var misses: [Miss]
  /// How it was found: `exact`, or `local search`.
  public var method: String
  public var solver: String
  public var seconds: Double
  /// Seconds after midnight; `nil` where times are told from 0.
  public var start: Int?
  /// Seconds of the show, and how many of them nothing fills.
  public var length: Int
  public var spare: Int
  /// Whether `audience` counts viewers.
  public var countsViewers: Bool

  /// (bound - value) / max(1e-9, |value|).
  public var gap: Double { SolveResult.gap(value: value, bound: bound) }

  /// `20:05`, or `0:05` where the scenario gives no start; with seconds where there are any.
  public func clock(_ second: Int) -> String { Self.clock(second, start: start) }

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
public struct RundownClash: Sendable, Equatable {
  /// The rules by name: `opening`, `spacing heroes`, `fixed A1044`.
  public var rules: [String]
  /// Whether it is proven that no order keeps them all; else none was found.
  public var isProven: Bool
  public var message: String
}

/// What asking for a rundown comes to.
public enum RundownOutcome: Sendable {
  case order(Rundown)
  case clash(RundownClash)
}

/// How to look for a rundown.
public struct RundownSettings: Sendable {
  /// SPUs that have been on air, in their order; they stay first.
  public var shown: [String]
  public var timeLimit: Double?
  /// Items up to which GLPK finds and proves the order.
  public var exactItems = 10

  public init(shown: [String] = [], timeLimit: Double? = nil) {
    self.shown = shown
    self.timeLimit = timeLimit
  }
}
