/// A show small enough to try every tray: a model of the contract in plain values of its own, which
/// shares no code with Lineup. `text(…)` renders it as the files that a person would write,
/// `rows(of:)` and `bestTray()` say what they mean.
package struct SmallShow: Sendable {
  /// One SPU; `nil` is an empty cell.
  package struct Style: Sendable {
    package var spu: String
    package var price: Double?
    package var stock: Double?
    package var cost: Double?
    package var expectedUnits: Double?
    package var gender: String?
    package var brand: String?
    package var family: String?
    package var season: [String] = []
    package var role: [String] = []
    /// A text column of the catalog's own whose values are tags by `tags: [colour]`.
    package var colour: [String] = []
    /// Numeric columns of the catalog's own.
    package var weight: Double?
    package var score: Double?
  }

  package struct Pitch: Sendable {
    package var name: String
    package var minutes: Double
    package var lift: Double?
    package var condition: [Clause] = []
  }

  /// One attribute of a `where` and what is asked of it.
  package struct Clause: Sendable {
    package var attribute: String
    package var condition: Condition

    package init(attribute: String, condition: Condition) {
      self.attribute = attribute
      self.condition = condition
    }
  }

  package indirect enum Condition: Sendable {
    case text(String)
    case truth(Bool)
    case range(Range)
    case anyOf([Condition])
    case not(Condition)
  }

  /// Both ends belong to it; `nil` is open.
  package struct Range: Sendable, Equatable {
    package var lower: Double?
    package var upper: Double?

    package init(_ lower: Double?, _ upper: Double?) {
      self.lower = lower
      self.upper = upper
    }
  }

  package enum Form: Sendable {
    case sum(String, [Clause], Range)
    case share(String, [Clause], of: [Clause], Range)
    case average(String, [Clause], Range)
    case split(String, [(value: Condition, range: Range)], [Clause])
    case each(String, Range, [Clause])
    case together([String])
    case exclusive([String])
    case requires(String, anyOf: [String])

    package var name: String {
      switch self {
      case .sum: "sum"
      case .share: "share"
      case .average: "average"
      case .split: "split"
      case .each: "each"
      case .together: "together"
      case .exclusive: "exclusive"
      case .requires: "requires"
      }
    }

    package static let names = [
      "sum", "share", "average", "split", "each", "together", "exclusive", "requires",
    ]
  }

  package struct Rule: Sendable {
    package var name: String
    package var form: Form
    package var penalty: Double?

    package init(name: String, form: Form, penalty: Double? = nil) {
      self.name = name
      self.form = form
      self.penalty = penalty
    }
  }

  package struct Lock: Sendable {
    package var spu: String
    package var pitch: String?

    package init(spu: String, pitch: String? = nil) {
      self.spu = spu
      self.pitch = pitch
    }
  }

  package enum Goal: Sendable {
    case gmv(Double)
    case funnel(views: Double, conversionPercent: Double, orderValue: Double)
  }

  package enum Demand: Sendable {
    case times(Double)
    case views(Double)
  }

  package enum Season: Sendable {
    case flat([(tag: String, index: Double)])
    case byRegion([(region: String, index: [(tag: String, index: Double)])])
    /// A file by region and month; the months that are listed.
    case calendar([(region: String, months: [(month: Int, index: [(tag: String, index: Double)])])])
  }

  package enum Objective: Sendable {
    case measure(String)
    case weighted([(measure: String, weight: Double)])
  }

  /// What `defaults` gives.
  package struct Defaults: Sendable {
    package var stock: Double?
    package var expectedUnits: Double?
    package var gender: String?

    package var isEmpty: Bool { stock == nil && expectedUnits == nil && gender == nil }
  }

  package var styles: [Style] = []
  /// Whether the catalog has these columns at all.
  package var hasStock = true
  package var hasCost = true
  /// Without it the forecast is `demand` times `weight`, or missing.
  package var hasExpectedUnits = true
  package var demand: Demand?
  package var defaults = Defaults()
  /// Empty for a scenario without `pitches`.
  package var pitches: [Pitch] = []
  package var minutes: Double?
  package var reservedMinutes: Double?
  package var items: Range?
  package var region: String?
  package var month: Int?
  package var season: Season?
  package var eligible: [Clause] = []
  package var bans: [String] = []
  package var locks: [Lock] = []
  package var objective: Objective?
  package var goal: Goal?
  package var rules: [Rule] = []

  package init() {}
}
