/// The offers that a show may have: the kinds, how many of them, and what keeps their prices up.
///
///     offers:
///       at_most: 3
///       kinds:
///         flash price: { price: 70%, lift: 1.8, where: { role: traffic }, items: 3..6, minutes: 1 }
///         spend 500:   { show: true, gives: 4%, lift: 1.08 }
///       exclusive: [[flash price, coupon 30]]
///       floor: { margin: 10%, column: lowest_price }
package struct OfferPlan: Sendable {
  /// How many kinds one show may use; `nil` for any number.
  package var atMost: Double?
  /// In the order written.
  package var kinds: [OfferKind] = []
  /// Lists of kinds of which one at most is used.
  package var exclusive: [Exclusive] = []
  package var floor: Floor?

  /// Kinds of which one at most is used.
  package struct Exclusive: Sendable {
    package var kinds: [String]
    package var location: SourceLocation

    /// As its row names it: `A or B`.
    package var label: String { kinds.joined(separator: " or ") }
  }

  /// What no offer may go below.
  package struct Floor: Sendable {
    /// The least part of the price on air that is margin; `nil` where none is asked for.
    package var margin: Double?
    /// A column of least prices.
    package var column: String?
    package var columnLocation: SourceLocation?
  }

  /// What an option without an offer is said to have.
  package static let none = "none"

  /// The values of the attribute `offer`, first `none`, then the kinds: the place of a kind here is its number.
  package var names: [String] { [Self.none] + kinds.map(\.name) }

  /// The positions of the kinds that go for the whole show, those aside that are not there now.
  package var wideKinds: [Int] { kinds.indices.filter { kinds[$0].isShowWide && !kinds[$0].never } }

  /// The positions of the kinds that items may have, those aside that are not there now.
  package var itemKinds: [Int] { kinds.indices.filter { !kinds[$0].isShowWide && !kinds[$0].never } }
}

/// One kind of offer.
package struct OfferKind: Sendable {
  package var name: String
  package var location: SourceLocation
  /// Whether it goes for every item of a show.
  package var isShowWide = false
  package var form = PriceForm.share(1)
  package var demand = DemandForm.none
  /// Which styles may have it.
  package var condition = Where()
  /// How many items have it where it is used.
  package var items: Bounds?
  /// Air time that it takes beside the pitch.
  package var minutes = 0.0
  package var window: Window?
  /// The most minutes of its items; by the window unless a question says otherwise.
  package var windowMinutes: Double?
  /// In objective units, once.
  package var cost = 0.0
  /// Of a kind on the whole show, the part of every price that it gives.
  package var gives = 0.0
  package var always = false
  package var never = false
  /// When buyers get it.
  package var claim: Period?
  /// When it is worth something.
  package var use: Period?

  /// How the price on air follows from the catalog's.
  package enum PriceForm: Sendable, Equatable {
    /// A part of the catalog's price.
    case share(Double)
    case amount(Double)
    /// So much off, for those who redeem it.
    case off(Double, redeemed: Double)
    /// The number in a column.
    case column(String, at: SourceLocation)
  }

  /// How demand follows from it.
  package enum DemandForm: Sendable, Equatable {
    case none
    case lift(Double)
    case elasticity(Double)
    case elasticityColumn(String, at: SourceLocation)
  }

  /// Clock times, in seconds after midnight.
  package struct Window: Sendable, Equatable {
    package var from: Int?
    package var to: Int?

    /// How long it is; `nil` without both ends. An end before its beginning is on the next day.
    package var minutes: Double? {
      guard let from, let to else { return nil }
      return Double(to > from ? to - from : to - from + 86_400) / 60
    }
  }

  /// From a moment to another, as written.
  package struct Period: Sendable, Equatable {
    package var from: OfferMoment?
    package var to: OfferMoment?

    /// Whether some part of a day lies within.
    package func contains(_ date: ShowDate) -> Bool {
      let day = date.description
      return (from?.day.description ?? day) <= day && day <= (to?.day.description ?? day)
    }
  }

  package var row: String { "offer \(name)" }

  /// The lift as typed.
  package var lift: Double? {
    if isShowWide, case .none = demand { return nil }
    if case .lift(let lift) = demand { return lift }
    return nil
  }
}

/// A day, or a minute of it.
package struct OfferMoment: Sendable, Equatable, CustomStringConvertible {
  package var day: ShowDate
  /// `20:00`; `nil` for the whole day.
  package var time: String?

  package var description: String { day.description + (time.map { " \($0)" } ?? "") }

  /// As texts are ordered; a day without a time begins with it, or ends with it.
  func key(isEnd: Bool) -> String { "\(day) \(time ?? (isEnd ? "99:99" : "00:00"))" }
}
