/// What a made-up show sold: planned units times effects of category, brand and pitch, a day's own luck and noise, at
/// most the stock. The same seed gives the same truth; the tables beside `Models/series` come of it.
package struct SampleSales: Sendable {
  /// An item as its tray has it.
  package struct Item: Sendable {
    package var spu: String
    package var brand: String
    package var category: String
    package var pitch: String
    /// In hundredths.
    package var price: Int
    /// Planned.
    package var units: Double
    package var stock: Int

    package init(
      spu: String, brand: String, category: String, pitch: String, price: Int, units: Double, stock: Int
    ) {
      self.spu = spu
      self.brand = brand
      self.category = category
      self.pitch = pitch
      self.price = price
      self.units = units
      self.stock = stock
    }
  }

  private let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// The effect of a value, the same at every show: 0.6 to 1.55.
  package func effect(_ attribute: String, _ value: String) -> Double {
    // FNV-1a (Fowler, Noll, Vo).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(attribute)=\(value)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var random = SeededRandom(seed: seed ^ hash)
    return random.pick([0.6, 0.75, 0.9, 1, 1, 1.1, 1.3, 1.55])
  }

  /// The sales of a show as CSV: `spu,units,gmv,returns,sold_out_at`. Two of the tray's items were swapped on air: the
  /// last two have no row, the first two of `spare` have one.
  /// - Parameter show: its number, from 1.
  package func csv(show: Int, items: [Item], spare: [Item]) -> String {
    var random = SeededRandom(seed: seed, purpose: 0x5A1E, index: show)
    let luck = random.number(from: 0.85, to: 1.15)
    var text = "spu,units,gmv,returns,sold_out_at\n"
    for item in items.dropLast(2) + spare.prefix(2) {
      let noise = 0.5 + (random.unit() + random.unit() + random.unit()) / 3
      let effects =
        effect("category", item.category) * effect("brand", item.brand) * effect("pitch", item.pitch)
      let demand = item.units * effects * luck * noise
      let isSoldOut = demand >= Double(item.stock)
      let units = isSoldOut ? item.stock : Int(demand + 0.5)
      // A few are sold with a tenth off.
      let price = random.chance(8) ? item.price - item.price / 10 : item.price
      let returns = random.index(below: units / 8 + 1)
      let minute = 20 + random.index(below: 40)
      text +=
        "\(item.spu),\(units),\(Self.amount(units * price)),\(returns),\(isSoldOut ? "21:\(minute)" : "")\n"
    }
    return text
  }

  private static func amount(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
