/// Shop guides by city: the table beside `Models/regional.yaml`. Figures are made up; the same seed gives the same table.
package struct SampleGuides: Sendable {
  private let seed: UInt64

  package init(seed: UInt64) {
    self.seed = seed
  }

  private static let cities = [
    "Beijing", "Tianjin", "Shijiazhuang", "Taiyuan", "Hohhot", "Shenyang", "Dalian", "Changchun", "Harbin",
    "Jinan",
    "Qingdao",
  ]

  /// All guides together, as the scenario has them.
  package static let people = 1_240

  /// A row a city: how many shop guides bring viewers.
  package func csv() -> String {
    var random = SeededRandom(seed: seed)
    var text = "city,people\n"
    var left = Self.people
    for (place, city) in Self.cities.enumerated() {
      let others = Self.cities.count - place - 1
      // Around an equal part, and never so many that others have none.
      let part = left / (others + 1)
      let own = others == 0 ? left : part / 2 + random.index(below: part + 1)
      left -= own
      text += "\(city),\(own)\n"
    }
    return text
  }
}
