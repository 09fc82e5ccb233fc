/// The show itself: when, where, how long and how many items. Nothing in it is required.
public struct ShowPlan: Sendable {
  public var date: ShowDate?
  public var region: String?
  var regionLocation: SourceLocation?
  /// Length of the show, in minutes.
  public var minutes: Double?
  var minutesLocation: SourceLocation?
  /// Minutes of it that are not for pitches.
  public var reservedMinutes: Double = 0
  /// How many items.
  public var items: Bounds?

  public init() {}

  /// Minutes that pitches may fill; `nil` where the show has no length.
  public var airTime: Double? { minutes.map { $0 - reservedMinutes } }
}

/// A day of the calendar.
public struct ShowDate: Sendable, Equatable, CustomStringConvertible {
  public var year: Int
  /// 1-12.
  public var month: Int
  public var day: Int

  /// Reads `2026-09-09`; `nil` where that is no day.
  public init?(_ text: String) {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].count == 4, pieces[1].count == 2, pieces[2].count == 2,
      pieces.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2]),
      (1...12).contains(month), (1...Self.days(inMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// One way to present an item.
public struct Pitch: Sendable {
  public var name: String
  /// Air time it takes.
  public var minutes: Double
  /// Factor on the expected units.
  public var lift: Double
  /// Which SPUs may have it.
  public var condition: Where

  public init(name: String, minutes: Double, lift: Double = 1, condition: Where = Where()) {
    self.name = name
    self.minutes = minutes
    self.lift = lift
    self.condition = condition
  }

  /// What a scenario without `pitches` has.
  public static let standard = Pitch(name: "standard", minutes: 3)
}

/// A lower bound on the expected GMV.
public enum Goal: Sendable, Equatable {
  case gmv(Double)
  /// Views x conversion x order value.
  case funnel(views: Double, conversion: Double, orderValue: Double)

  /// The amount to reach, in the catalog's currency.
  public var amount: Double {
    switch self {
    case .gmv(let amount): amount
    case .funnel(let views, let conversion, let orderValue): views * conversion * orderValue
    }
  }
}

/// How expected units are derived where the catalog has no such column.
public struct Demand: Sendable {
  /// The numeric column, as written.
  public var column: String
  public var location: SourceLocation
  /// Units for each unit of the column.
  public var factor: Factor

  public enum Factor: Sendable, Equatable {
    case times(Double)
    /// The column says units per thousand views.
    case views(Double)
  }

  /// Expected units for a value of the column.
  func units(_ value: Double) -> Double {
    switch factor {
    case .times(let times): value * times
    case .views(let views): value * views / 1000
    }
  }
}

/// An SPU that must be on the tray.
public struct Lock: Sendable {
  public var spu: String
  /// The pitch it must have, if one is fixed.
  public var pitch: String?
  public var location: SourceLocation
}

/// An id in the scenario and where it stands.
public struct SPUReference: Sendable {
  public var spu: String
  public var location: SourceLocation
}
