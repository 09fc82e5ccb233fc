/// The words with which the sample catalog tells one style from the next.
enum SampleVocabulary {
  static let details: [Term] = [
    Term("Ribbed", "罗纹"), Term("Relaxed", "宽松"), Term("Cropped", "短款"), Term("Classic", "经典"),
    Term("Slim", "修身"), Term("Oversized", "廓形"), Term("Striped", "条纹"), Term("Checked", "格纹"),
    Term("Textured", "肌理"), Term("Minimal", "简约"), Term("Two-Tone", "拼色"), Term("Embroidered", "刺绣"),
    Term("Vintage", "复古"), Term("Soft", "柔软"), Term("Light", "轻盈"),
  ]

  static let childrensDetails: [Term] = [
    Term("Bunny", "小兔"), Term("Dinosaur", "恐龙"), Term("Striped", "条纹"), Term("Rainbow", "彩虹"),
    Term("Cosy", "舒适"), Term("Starry", "星星"), Term("Checked", "格纹"), Term("Little Bear", "小熊"),
    Term("Reversible", "双面"), Term("Soft", "柔软"),
  ]

  static let colours = WeightedTable(
    ("black", 14), ("ivory", 10), ("navy", 9), ("grey", 9), ("oat", 8), ("camel", 8), ("white", 8),
    ("denim blue", 5), ("sage", 5), ("burgundy", 5), ("dusty pink", 5), ("chocolate", 4), ("lilac", 3),
    ("rust", 3), ("cobalt", 2))

  static func sellingPoints(of line: ProductLine) -> [String] {
    switch line {
    case .clothes:
      [
        "easy care, no ironing", "slimming cut", "hidden pockets", "host's \"wear it twice\" pick",
        "breathable",
      ]
    case .knit: ["machine washable", "soft, no itch", "does not pill", "14-gauge knit"]
    case .outdoor: ["warm to -10°C", "water repellent", "light, packs small", "detachable hood"]
    case .sport: ["dries in 20 minutes", "four-way stretch", "\"second skin\" feel", "UPF 50"]
    case .bags: ["fits a 14\" laptop", "full-grain, hand-finished", "three ways to wear"]
    case .shoes: ["all-day insole", "non-slip sole", "wide fit"]
    case .home: ["class A fabric", "gift box", "matching family set, 4 sizes"]
    }
  }
}
