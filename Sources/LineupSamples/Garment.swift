/// A word in English and in Chinese.
struct Term: Sendable {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// A category of the sample catalog: what it is made of, when it is worn and what it costs.
struct Garment: Sendable {
  let category: String
  let line: ProductLine
  /// Usual list price of a women's style, in yuan.
  let usualPrice: Double
  /// How many of a brand's styles are of this category, by wearer; 0 where nobody makes them.
  let women: Int
  let men: Int
  let kids: Int
  /// Season cells, ready for the catalog.
  let seasons: WeightedTable<String>
  let nouns: [Term]
  let materials: [Term]

  func weight(for wearer: Wearer) -> Int {
    switch wearer {
    case .women: women
    case .men: men
    case .kids: kids
    }
  }

  private static let coldDays = WeightedTable(("autumn|winter", 6), ("winter", 3), ("autumn", 2), ("all", 1))
  private static let deepWinter = WeightedTable(("winter", 8), ("autumn|winter", 2))
  private static let betweenSeasons = WeightedTable(
    ("spring|autumn", 5), ("autumn", 4), ("spring", 2), ("all", 2))
  private static let warmDays = WeightedTable(("summer", 5), ("spring|summer", 4), ("all", 2))
  private static let anyDay = WeightedTable(
    ("all", 5), ("spring|autumn", 3), ("autumn|winter", 3), ("summer", 2), ("spring|summer", 2))

  static let all: [Garment] = [
    Garment(
      category: "dress", line: .clothes, usualPrice: 420, women: 18, men: 0, kids: 12, seasons: anyDay,
      nouns: [Term("Midi Dress", "中长连衣裙"), Term("Shirt Dress", "衬衫裙"), Term("Wrap Dress", "裹身裙")],
      materials: [Term("Silk", "真丝"), Term("Cotton", "棉"), Term("Acetate", "醋酸"), Term("Chiffon", "雪纺")]),
    Garment(
      category: "skirt", line: .clothes, usualPrice: 320, women: 12, men: 0, kids: 6, seasons: anyDay,
      nouns: [Term("Pleated Skirt", "百褶裙"), Term("A-Line Skirt", "A字裙"), Term("Pencil Skirt", "铅笔裙")],
      materials: [Term("Wool", "羊毛"), Term("Denim", "牛仔"), Term("Satin", "缎面"), Term("Twill", "斜纹")]),
    Garment(
      category: "T-shirt", line: .clothes, usualPrice: 180, women: 12, men: 16, kids: 18, seasons: warmDays,
      nouns: [Term("T-Shirt", "T恤"), Term("Polo Shirt", "Polo衫"), Term("Long-Sleeve Tee", "长袖T恤")],
      materials: [Term("Cotton", "棉"), Term("Modal", "莫代尔"), Term("Pima Cotton", "匹马棉")]),
    Garment(
      category: "shirt", line: .clothes, usualPrice: 300, women: 12, men: 16, kids: 6,
      seasons: betweenSeasons,
      nouns: [Term("Shirt", "衬衫"), Term("Blouse", "上衣"), Term("Oxford Shirt", "牛津衬衫")],
      materials: [Term("Linen", "亚麻"), Term("Cotton", "棉"), Term("Lyocell", "天丝"), Term("Poplin", "府绸")]),
    Garment(
      category: "trousers", line: .clothes, usualPrice: 340, women: 12, men: 16, kids: 12, seasons: anyDay,
      nouns: [Term("Trousers", "长裤"), Term("Wide-Leg Trousers", "阔腿裤"), Term("Chinos", "休闲裤")],
      materials: [Term("Wool Blend", "羊毛混纺"), Term("Cotton", "棉"), Term("Corduroy", "灯芯绒")]),
    Garment(
      category: "jeans", line: .clothes, usualPrice: 360, women: 9, men: 12, kids: 6, seasons: anyDay,
      nouns: [Term("Straight Jeans", "直筒牛仔裤"), Term("Tapered Jeans", "锥形牛仔裤")],
      materials: [Term("Stretch Denim", "弹力"), Term("Washed Denim", "水洗"), Term("Raw Denim", "原色")]),
    Garment(
      category: "sweatshirt", line: .clothes, usualPrice: 290, women: 8, men: 12, kids: 16,
      seasons: betweenSeasons,
      nouns: [Term("Hoodie", "连帽卫衣"), Term("Sweatshirt", "卫衣")],
      materials: [Term("Fleece", "抓绒"), Term("French Terry", "毛圈"), Term("Cotton", "棉")]),
    Garment(
      category: "knitwear", line: .knit, usualPrice: 390, women: 20, men: 14, kids: 12, seasons: coldDays,
      nouns: [
        Term("Cardigan", "开衫"), Term("Sweater", "毛衣"), Term("Turtleneck", "高领衫"), Term("Knit Vest", "针织马甲"),
      ],
      materials: [
        Term("Merino", "羊毛"), Term("Cashmere", "羊绒"), Term("Mohair", "马海毛"), Term("Alpaca", "羊驼毛"),
      ]),
    Garment(
      category: "jacket", line: .outdoor, usualPrice: 560, women: 12, men: 16, kids: 12,
      seasons: betweenSeasons,
      nouns: [Term("Blazer", "西装外套"), Term("Bomber Jacket", "飞行夹克"), Term("Trench", "风衣")],
      materials: [Term("Wool", "羊毛"), Term("Twill", "斜纹"), Term("Nylon", "尼龙"), Term("Suede", "麂皮绒")]),
    Garment(
      category: "coat", line: .outdoor, usualPrice: 1080, women: 12, men: 8, kids: 6, seasons: coldDays,
      nouns: [Term("Overcoat", "大衣"), Term("Belted Coat", "系带大衣"), Term("Duffle Coat", "牛角扣大衣")],
      materials: [Term("Double-Face Wool", "双面呢"), Term("Cashmere", "羊绒"), Term("Alpaca", "羊驼绒")]),
    Garment(
      category: "down jacket", line: .outdoor, usualPrice: 1180, women: 10, men: 10, kids: 12,
      seasons: deepWinter,
      nouns: [Term("Down Jacket", "羽绒服"), Term("Down Vest", "羽绒马甲"), Term("Puffer Coat", "长款羽绒服")],
      materials: [Term("Goose", "鹅绒"), Term("Duck", "鸭绒"), Term("Matte", "哑光")]),
    Garment(
      category: "sportswear", line: .sport, usualPrice: 290, women: 12, men: 12, kids: 12, seasons: anyDay,
      nouns: [
        Term("Leggings", "紧身裤"), Term("Track Jacket", "运动外套"), Term("Running Tee", "跑步T恤"),
        Term("Joggers", "束脚裤"),
      ],
      materials: [Term("Quick-Dry", "速干"), Term("Stretch", "弹力"), Term("Windproof", "防风")]),
    Garment(
      category: "bag", line: .bags, usualPrice: 680, women: 12, men: 6, kids: 3,
      seasons: WeightedTable(("all", 9), ("autumn|winter", 2)),
      nouns: [Term("Tote", "托特包"), Term("Crossbody Bag", "斜挎包"), Term("Backpack", "双肩包")],
      materials: [Term("Leather", "牛皮"), Term("Canvas", "帆布"), Term("Nylon", "尼龙")]),
    Garment(
      category: "shoes", line: .shoes, usualPrice: 520, women: 12, men: 12, kids: 8,
      seasons: WeightedTable(("all", 5), ("spring|autumn", 4), ("autumn|winter", 4), ("summer", 3)),
      nouns: [Term("Loafers", "乐福鞋"), Term("Sneakers", "运动鞋"), Term("Ankle Boots", "短靴")],
      materials: [Term("Leather", "真皮"), Term("Suede", "麂皮"), Term("Mesh", "网面")]),
    Garment(
      category: "pyjamas", line: .home, usualPrice: 240, women: 12, men: 9, kids: 12, seasons: anyDay,
      nouns: [Term("Pyjama Set", "睡衣套装"), Term("Lounge Set", "家居服"), Term("Robe", "睡袍")],
      materials: [Term("Flannel", "法兰绒"), Term("Modal", "莫代尔"), Term("Silk", "真丝"), Term("Cotton", "棉")]),
  ]
}
