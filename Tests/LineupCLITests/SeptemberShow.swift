import TestSupport

/// A small show with a row of every kind, for reports and exit codes.
enum SeptemberShow {
  static let catalog = """
    spu,name,brand,gender,category,season,role,family,price,stock,cost,expected_units
    A1001,真丝连衣裙,Mira,women,dress,autumn,hero,F1,299,40,120,30
    A1002,Wool coat 羊毛大衣,Mira,women,coat,winter,main|new,F1,499,25,210,12
    A1003,데님 재킷,Tovo,men,jacket,all,main,F2,259,60,90,22
    A1004,Kids hoodie,Lumi,kids,hoodie,spring|autumn,traffic,,89,200,,80
    A1005,"Dress, ""midi\""",Mira,women,dress,summer,profit,F3,199,50,70,25

    """

  static let scenario = """
    name: September group show
    catalog: catalog.csv
    show: { date: 2026-09-09, region: north, minutes: 16, reserved_minutes: 2, items: 3..4 }
    pitches:
      full:     { minutes: 6, lift: 1.5, where: { role: hero } }
      standard: { minutes: 3 }
    season:
      index: { north: { autumn: 1.2, winter: 0.5, summer: 0.25 } }
    goal: { gmv: 10_000 }
    rules:
      gender:      { split: gender, items: { women: 1..2, men: 1, kids: 0..1 } }
      hero ratio:  { share: items, where: { role: hero }, range: 25%..50% }
      price:       { average: price, range: 150..320 }
      look-alikes: { each: family, items: 0..1 }
      clearance:   { sum: minutes, where: { in_season: false }, range: 4.., penalty: 50 }
      outfit:      { together: [A1001, A1003] }
      scarf:       { requires: { spu: A1005, any_of: [A1002] } }
    lock: [{ spu: A1001, pitch: full }]
    variants:
      too much: { goal: { gmv: 1_000_000 } }

    """

  /// A folder with the show and its catalog.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(scenario, to: "show.yaml")
    try folder.write(catalog, to: "catalog.csv")
    return folder
  }

  /// A knapsack that takes minutes to prove: columns of weights with gains close to them.
  static func hardCatalog(styles: Int, columns: Int) -> String {
    var state: UInt64 = 7
    func number(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit + 1
    }
    var text = "spu,price,stock,value," + (0..<columns).map { "w\($0)" }.joined(separator: ",") + "\n"
    for style in 0..<styles {
      let weights = (0..<columns).map { _ in number(1000) }
      let value = weights.reduce(0, +) / UInt64(columns) + number(500)
      text += "K\(style),1,1,\(value)," + weights.map { "\($0)" }.joined(separator: ",") + "\n"
    }
    return text
  }

  static func hardScenario(columns: Int, range: String) -> String {
    "catalog: catalog.csv\nobjective: value\nrules:\n"
      + (0..<columns).map { "  limit \($0): { sum: w\($0), range: \(range) }\n" }.joined()
  }
}
