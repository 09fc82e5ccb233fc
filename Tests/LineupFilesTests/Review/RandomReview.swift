import Foundation
import Lineup
import LineupFiles
import TestSupport

/// A random show with its tray and sales, in plain values.
struct RandomReview {
  struct Style {
    var spu: String
    var price: Double
    var stock: Double
    var expected: Double
    var gender: String
    var category: String?
    var brand: String
    var role: [String]
  }

  struct Sale {
    var spu: String
    var units: Int
    var gmv: Double?
    var soldOutAt: String?
  }

  static let pitches: [(name: String, minutes: Double, lift: Double)] = [("full", 5, 1.6), ("short", 2, 1)]

  var styles: [Style]
  /// Places in `styles`, with a pitch.
  var tray: [(style: Int, pitch: Int)]
  var sales: [Sale]
  var goal: (views: Double, conversion: Double, orderValue: Double)?
  var views: Double?
  var orders: Double?
  var date: String

  init(seed: UInt64, styles count: Int = 14, items: Int = 8, date: String = "2026-09-09") {
    // Seeds next to each other would give one stream, a step further each.
    var random = RandomSource(seed: seed &* 0xD1B5_4A32_D192_ED03)
    self.date = date
    styles = (0..<count).map { index in
      Style(
        spu: "S\(100 + index)", price: random.decimal(2_000...90_000),
        stock: Double(random.integer(3...120)), expected: random.decimal(0...6_000),
        gender: random.one(of: ["women", "men", "kids"]),
        category: random.chance(0.1) ? nil : random.one(of: ["dress", "coat", "shirt"]),
        brand: random.one(of: ["Alder", "Birch"]),
        role: random.some(random.integer(0...2), of: ["hero", "new"]))
    }
    tray = random.some(items, of: Array(0..<count)).map { ($0, random.integer(0...1)) }
    sales = []
    let hasGMV = random.chance(0.7)
    for (place, entry) in tray.enumerated() where place == 0 || !random.chance(0.12) {
      sales.append(Self.sale(styles[entry.style], hasGMV, &random))
    }
    for place in 0..<count where !tray.contains(where: { $0.style == place }) && random.chance(0.15) {
      sales.append(Self.sale(styles[place], hasGMV, &random))
    }
    if random.chance(0.6) {
      goal = (Double(random.integer(1_000...20_000)), random.decimal(1...30), random.decimal(5_000...60_000))
    }
    if random.chance(0.8) { views = Double(random.integer(500...30_000)) }
    if random.chance(0.8) { orders = Double(random.integer(1...900)) }
  }

  private static func sale(_ style: Style, _ hasGMV: Bool, _ random: inout RandomSource) -> Sale {
    let draw = random.integer(0...9)
    let units = draw == 0 ? 0 : draw == 1 ? Int(style.stock) : random.integer(0...Int(style.stock))
    let discount = random.chance(0.3) ? random.decimal(50...110) : 1
    return Sale(
      spu: style.spu, units: units,
      gmv: hasGMV ? (Double(units) * style.price * discount * 100).rounded() / 100 : nil,
      soldOutAt: random.chance(0.1) ? "21:05" : nil)
  }

  // MARK: As files

  var catalogText: String {
    var text = "spu,name,gender,category,brand,role,price,stock,expected_units\n"
    for style in styles {
      text +=
        "\(style.spu),Style \(style.spu),\(style.gender),\(style.category ?? ""),\(style.brand),"
        + "\(style.role.joined(separator: "|")),\(style.price),\(style.stock),\(style.expected)\n"
    }
    return text
  }

  var scenarioText: String {
    var text = """
      name: Random show
      catalog: catalog.csv
      show: { date: \(date), minutes: 40, items: \(tray.count) }
      pitches:
        full: { minutes: 5, lift: 1.6 }
        short: { minutes: 2 }
      rules:
        gender: { split: gender, items: { women: 0..9, men: 0..9, kids: 0..9 } }
        units: { sum: units, range: 1.. }

      """
    if let goal {
      text +=
        "goal: { views: \(goal.views), conversion: \(goal.conversion), order_value: \(goal.orderValue) }\n"
    }
    return text
  }

  var salesText: String {
    var text = "spu,units,gmv,sold_out_at\n"
    for sale in sales {
      text += "\(sale.spu),\(sale.units),\(sale.gmv.map { "\($0)" } ?? ""),\(sale.soldOutAt ?? "")\n"
    }
    return text
  }

  func show() throws -> Show {
    let scenario = try Scenario(Node(text: scenarioText, source: "show.yaml"))
    let catalog = try Catalog(bytes: Array(catalogText.utf8), name: "catalog.csv", for: scenario)
    return try Show(scenario, catalog: catalog)
  }

  /// The review of it.
  func review(_ settings: ReviewSettings = ReviewSettings()) throws -> (show: Show, review: ShowReview) {
    let show = try show()
    let list = try TrayList(
      tray.map {
        TrayList.Line(
          spu: styles[$0.style].spu, pitch: Self.pitches[$0.pitch].name,
          location: SourceLocation(source: "tray"))
      }, in: show)
    let planned = list.entries.map { PlannedItem(spu: $0.spu, pitch: $0.pitch) }
    let sales = try SalesFile.sales(bytes: Array(salesText.utf8), source: "sales.csv", of: show.scenario)
    var settings = settings
    settings.views = views
    settings.orders = orders
    return (show, try show.review(planned, list, sales: sales, settings))
  }
}
