/// The show itself: when, where, how long and how many items. Nothing in it is required.
package struct ShowPlan: Sendable {
  package var date: ShowDate?
  package var region: String?
  var regionLocation: SourceLocation?
  /// Length of the show, in minutes.
  package var minutes: Double?
  var minutesLocation: SourceLocation?
  /// Minutes of it that are not for pitches.
  package var reservedMinutes: Double = 0
  /// How many items.
  package var items: Bounds?

  package init() {}

  /// Minutes that pitches may fill; `nil` where the show has no length.
  package var airTime: Double? { minutes.map { $0 - reservedMinutes } }
}

/// A day of the calendar.
package struct ShowDate: Sendable, Equatable, CustomStringConvertible {
  package var year: Int
  /// 1-12.
  package var month: Int
  package var day: Int

  /// A day that the calendar has.
  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-09-09`; `nil` where that is no day.
  package init?(_ text: String) {
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

  package var description: String {
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
  package var name: String
  /// Air time it takes.
  package var minutes: Double
  /// Factor on the expected units.
  package var lift: Double
  /// Which SPUs may have it.
  package var condition: Where

  package init(name: String, minutes: Double, lift: Double = 1, condition: Where = Where()) {
    self.name = name
    self.minutes = minutes
    self.lift = lift
    self.condition = condition
  }

  /// - Parameters:
  ///   - minutes: air time it takes.
  ///   - lift: factor on the expected units.
  ///   - condition: which styles may have it; all unless said.
  public init(_ name: String, minutes: Double, lift: Double = 1, for condition: Where = [:]) {
    self.init(name: name, minutes: minutes, lift: lift, condition: condition)
  }

  /// What a scenario without `pitches` has.
  package static let standard = Pitch(name: "standard", minutes: 3)
}

/// A lower bound on the expected GMV.
package enum Goal: Sendable, Equatable {
  case gmv(Double)
  /// Views x conversion x order value.
  case funnel(views: Double, conversion: Double, orderValue: Double)

  /// The amount to reach, in the catalog's currency.
  package var amount: Double {
    switch self {
    case .gmv(let amount): amount
    case .funnel(let views, let conversion, let orderValue): views * conversion * orderValue
    }
  }
}

/// How expected units are derived where the catalog has no such column.
package struct Demand: Sendable {
  /// The numeric column, as written.
  package var column: String
  package var location: SourceLocation
  /// Units for each unit of the column.
  package var factor: Factor

  package enum Factor: Sendable, Equatable {
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
package struct Lock: Sendable {
  package var spu: String
  /// The pitch it must have, if one is fixed.
  package var pitch: String?
  /// The offer it must have, if one is fixed; `none` for none.
  package var offer: String?
  package var location: SourceLocation

  init(spu: String, pitch: String?, offer: String? = nil, location: SourceLocation) {
    self.spu = spu
    self.pitch = pitch
    self.offer = offer
    self.location = location
  }
}

/// An id in the scenario and where it stands.
package struct SPUReference: Sendable {
  package var spu: String
  package var location: SourceLocation
}
