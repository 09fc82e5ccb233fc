/// Every option (i, f, o) of a show: a candidate with a pitch it may have, and with offers the offer that goes with it
/// under each combination of those on the whole show. Structure of arrays, ordered by catalog row, then by pitch, offer
/// and combination.
struct OptionTable: Sendable {
  /// Catalog row of each option.
  private(set) var rows: [Int32] = []
  /// Position of each option's pitch.
  private(set) var pitches: [Int32] = []
  /// Expected units, capped by stock.
  private(set) var units: [Double] = []
  // The rest is empty in a show without offers.
  /// The number of each option's offer, 0 for none.
  private(set) var offers: [Int32] = []
  /// The combination of offers on the whole show.
  private(set) var cases: [Int32] = []
  /// The price on air.
  private(set) var paidPrices: [Double] = []
  /// The price on air less what offers on the whole show give.
  private(set) var netPrices: [Double] = []
  /// Factor on demand beside that of the pitch.
  private(set) var lifts: [Double] = []

  var count: Int { rows.count }

  /// The number of an option's offer, 0 for none.
  func offer(_ option: Int) -> Int { offers.isEmpty ? 0 : Int(offers[option]) }

  /// The number of the combination of offers on the whole show.
  func offerCase(_ option: Int) -> Int { cases.isEmpty ? 0 : Int(cases[option]) }

  /// What buyers pay for a unit of an option at the catalog's price.
  func net(_ option: Int, price: Double) -> Double { netPrices.isEmpty ? price : netPrices[option] }

  /// Factor on demand beside that of the pitch.
  func lift(_ option: Int) -> Double { lifts.isEmpty ? 1 : lifts[option] }

  /// The choose-one group of each option: one for each style.
  var groups: [Int32] {
    var group: Int32 = -1
    var last: Int32 = -1
    return rows.map { row in
      if row != last { group += 1 }
      last = row
      return group
    }
  }

  mutating func append(row: Int, pitch: Int, units: Double) {
    rows.append(Int32(row))
    pitches.append(Int32(pitch))
    self.units.append(units)
  }

  /// Adds an option of a show with offers.
  /// - Parameters:
  ///   - offer: its number, 0 for none.
  ///   - paid: the price on air.
  ///   - keeps: the part of it that offers on the whole show leave.
  ///   - lift: factor on demand beside that of the pitch.
  mutating func append(
    row: Int, pitch: Int, units: Double, offer: Int, case number: Int, paid: Double, keeps: Double,
    lift: Double
  ) {
    append(row: row, pitch: pitch, units: units)
    offers.append(Int32(offer))
    cases.append(Int32(number))
    paidPrices.append(paid)
    netPrices.append(paid * keeps)
    lifts.append(lift)
  }

  /// Adds the options of a style with a pitch: without an offer and with each that it may have, under every combination of
  /// offers on the whole show.
  /// - Parameter demand: with the pitch, at the catalog's price, before the stock cap.
  mutating func append(
    row: Int, pitch: Int, price: Double, stock: Double, demand: Double, _ entries: [OfferTable.Entry],
    _ combinations: [OfferTable.Case]
  ) {
    func add(_ offer: Int, _ paid: Double, _ lift: Double) {
      for (number, own) in combinations.enumerated() {
        append(
          row: row, pitch: pitch, units: min(stock, demand * lift * own.lift), offer: offer, case: number,
          paid: paid, keeps: own.keeps, lift: lift * own.lift)
      }
    }
    add(0, price, 1)
    for entry in entries { add(entry.kind + 1, entry.price, entry.lift) }
  }

  mutating func setUnits(_ units: Double, of option: Int) {
    self.units[option] = units
  }

  /// Calls `body` with the row and the pitch of each option within a scope.
  func forEach(in scope: Scope, _ body: (_ row: Int, _ pitch: Int) -> Void) {
    forEach(in: scope, rows.indices) { _, row, pitch in body(row, pitch) }
  }

  /// Calls `body` with each option of `range` within a scope, its row and its pitch.
  func forEach(
    in scope: Scope, _ range: Range<Int>, _ body: (_ option: Int, _ row: Int, _ pitch: Int) -> Void
  ) {
    var lastRow = -1
    var isIn = false
    let isOfOffers = scope.offers != nil || scope.cases != nil
    for option in range {
      let row = Int(rows[option])
      if row != lastRow {
        lastRow = row
        isIn = scope.contains(row: row)
      }
      let pitch = Int(pitches[option])
      guard isIn && scope.contains(pitch: pitch) else { continue }
      if isOfOffers, !scope.contains(offer: offer(option), case: offerCase(option)) { continue }
      body(option, row, pitch)
    }
  }
}
