/// Who a style is for.
enum Wearer: String, CaseIterable, Sendable {
  case women, men, kids
}

/// What a brand makes; every garment belongs to one line.
enum ProductLine: Sendable {
  case clothes, knit, outdoor, sport, bags, shoes, home
}

/// An invented brand of the sample group: whom it dresses, what it makes and at what price.
struct SampleBrand: Sendable {
  let name: String
  /// Two letters that begin the ids of its styles.
  let code: String
  /// How much of the group's range is this brand's.
  let size: Int
  /// Its prices against the group's usual ones.
  let priceLevel: Double
  let wearers: [(wearer: Wearer, weight: Int)]
  let lines: [(line: ProductLine, weight: Int)]

  private init(
    _ name: String, _ code: String, size: Int, price: Double, wearers: [(wearer: Wearer, weight: Int)],
    _ lines: [(line: ProductLine, weight: Int)]
  ) {
    self.name = name
    self.code = code
    self.size = size
    priceLevel = price
    self.wearers = wearers
    self.lines = lines
  }

  private static let women: [(wearer: Wearer, weight: Int)] = [(.women, 1)]
  private static let men: [(wearer: Wearer, weight: Int)] = [(.men, 1)]
  private static let kids: [(wearer: Wearer, weight: Int)] = [(.kids, 1)]
  private static let adults: [(wearer: Wearer, weight: Int)] = [(.women, 6), (.men, 4)]
  private static let family: [(wearer: Wearer, weight: Int)] = [(.women, 4), (.men, 3), (.kids, 3)]

  static let all: [SampleBrand] = [
    SampleBrand(
      "Mirelle", "MI", size: 9, price: 1.2, wearers: women, [(.clothes, 8), (.knit, 3), (.outdoor, 2)]),
    SampleBrand(
      "Yunzhi", "YZ", size: 7, price: 1.0, wearers: women, [(.clothes, 5), (.knit, 5), (.home, 1)]),
    SampleBrand(
      "Satine Rue", "SR", size: 5, price: 1.9, wearers: women, [(.clothes, 7), (.outdoor, 3), (.bags, 1)]),
    SampleBrand("Luma Knit", "LK", size: 5, price: 1.1, wearers: women, [(.knit, 9), (.clothes, 1)]),
    SampleBrand("Weekday Bloom", "WB", size: 7, price: 0.65, wearers: women, [(.clothes, 9), (.knit, 2)]),
    SampleBrand(
      "Lanqiao", "LQ", size: 5, price: 1.4, wearers: women, [(.clothes, 6), (.knit, 2), (.outdoor, 2)]),
    SampleBrand("Duneya", "DY", size: 4, price: 0.8, wearers: women, [(.clothes, 8), (.shoes, 1)]),
    SampleBrand("Stellane", "ST", size: 3, price: 2.3, wearers: women, [(.outdoor, 5), (.clothes, 5)]),
    SampleBrand("Sorrel & Ash", "SA", size: 4, price: 0.95, wearers: women, [(.clothes, 6), (.knit, 4)]),
    SampleBrand(
      "Corvane", "CV", size: 5, price: 1.3, wearers: men, [(.clothes, 7), (.knit, 2), (.outdoor, 3)]),
    SampleBrand(
      "Halden", "HD", size: 4, price: 1.0, wearers: men, [(.clothes, 6), (.knit, 2), (.outdoor, 2)]),
    SampleBrand("Oak & Hem", "OH", size: 4, price: 0.75, wearers: men, [(.clothes, 9), (.knit, 1)]),
    SampleBrand(
      "Tangmu", "TM", size: 3, price: 1.7, wearers: men, [(.clothes, 5), (.outdoor, 4), (.shoes, 1)]),
    SampleBrand("Marrowby", "MB", size: 3, price: 0.9, wearers: men, [(.outdoor, 6), (.clothes, 4)]),
    SampleBrand(
      "Petitbel", "PB", size: 6, price: 1.0, wearers: kids, [(.clothes, 7), (.knit, 3), (.outdoor, 2)]),
    SampleBrand(
      "Little Pinyon", "LP", size: 5, price: 0.8, wearers: kids, [(.clothes, 7), (.outdoor, 2), (.shoes, 1)]),
    SampleBrand("Mumulu", "MU", size: 5, price: 0.65, wearers: kids, [(.clothes, 8), (.home, 3)]),
    SampleBrand(
      "Pomelo Kids", "PK", size: 4, price: 1.3, wearers: kids, [(.clothes, 5), (.knit, 2), (.outdoor, 3)]),
    SampleBrand("Veldt Sport", "VS", size: 6, price: 1.1, wearers: family, [(.sport, 8), (.shoes, 3)]),
    SampleBrand("Taru Active", "TA", size: 4, price: 0.8, wearers: adults, [(.sport, 9), (.shoes, 1)]),
    SampleBrand("Kaisu", "KS", size: 3, price: 1.4, wearers: family, [(.outdoor, 6), (.sport, 4)]),
    SampleBrand("Quillon", "QL", size: 4, price: 1.2, wearers: adults, [(.bags, 1)]),
    SampleBrand("Arbora", "AB", size: 4, price: 1.0, wearers: adults, [(.shoes, 8), (.bags, 2)]),
    SampleBrand("Hearthline", "HL", size: 4, price: 0.9, wearers: family, [(.home, 1)]),
    SampleBrand(
      "Zhenyi", "ZY", size: 4, price: 1.5, wearers: adults, [(.clothes, 5), (.outdoor, 3), (.knit, 3)]),
  ]
}
