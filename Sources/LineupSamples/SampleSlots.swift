/// Partners of a month with what they did and what they wish: the tables beside `Models/slots.yaml`. Names and
/// figures are made up; the same seed gives the same tables.
package struct SampleSlots: Sendable {
  private let seed: UInt64

  package init(seed: UInt64) {
    self.seed = seed
  }

  private static let partners = [
    "Alder Studio", "Birchline", "Cobalt Live", "Dune & Field", "Ember House", "Fennel Partners", "Goldcrest",
    "Harbour Row", "Iris Room", "Juniper Works", "Kestrel Live", "Linden Lane",
  ]

  /// The slots of `Models/slots.yaml` with the days of October 2026 on which they are.
  package static let slots: [(name: String, days: [Int])] = [
    ("friday prime", [2, 9, 16, 23, 30]), ("sunday evening", [4, 11, 18, 25]),
    ("early week", [5, 7, 12, 14, 19, 21, 26, 28]), ("market days", [1, 6, 8, 13, 15, 20, 22, 27, 29]),
    ("saturday brunch", [3, 10, 17, 24, 31]), ("noon", [1, 6, 8, 13, 15, 20, 22, 27, 29]),
  ]

  /// A row a partner: sales of September, then a column for each rule.
  package func partnersCSV() -> String {
    var random = SeededRandom(seed: seed)
    var text = "partner,sales,price list,samples,script,complaints\n"
    for partner in Self.partners {
      let sales = 180_000 + 20_000 * random.index(below: 96)
      func state(done: Int, late: Int) -> String {
        let draw = random.index(below: 100)
        return draw < done ? "done" : draw < done + late ? "late" : "missed"
      }
      let priceList = state(done: 65, late: 25)
      let samples = random.chance(12) ? "n/a" : state(done: 60, late: 25)
      let script = state(done: 70, late: 20)
      let complaints = random.chance(35) ? String(1 + random.index(below: 6)) : ""
      text += "\(partner),\(sales),\(priceList),\(samples),\(script),\(complaints)\n"
    }
    return text
  }

  /// A few wishes of each: for a slot on all its days, for a day, for a slot on a day.
  package func wishesCSV() -> String {
    var random = SeededRandom(seed: seed ^ 0x5EED)
    var text = "partner,slot,date,wish\n"
    func date(_ day: Int) -> String { "2026-10-" + (day < 10 ? "0" : "") + String(day) }
    for partner in Self.partners {
      let first = random.index(below: Self.slots.count)
      let second = (first + 1 + random.index(below: Self.slots.count - 1)) % Self.slots.count
      text += "\(partner),\(Self.slots[first].name),,1\n"
      text += "\(partner),\(Self.slots[second].name),,2\n"
      if random.chance(30) {
        let never = (second + 1) % Self.slots.count
        if never != first { text += "\(partner),\(Self.slots[never].name),,no\n" }
      }
      let away = 5 + random.index(below: 22)
      for day in away...away + random.index(below: 3) { text += "\(partner),,\(date(day)),no\n" }
      let days = Self.slots[first].days.filter { !(away...away + 3).contains($0) }
      let day = days[random.index(below: days.count)]
      text += "\(partner),\(Self.slots[first].name),\(date(day)),\(random.chance(50) ? "1" : "2")\n"
    }
    return text
  }
}
