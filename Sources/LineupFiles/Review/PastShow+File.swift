import Lineup

extension PastShow {
  /// A review as `lineup review -o review.json` writes it.
  /// - Throws: where it cannot be read, or is no review.
  package init(path: String) throws(LineupError) {
    try self.init(Node(contentsOf: path), source: path)
  }

  /// Whether a document says that it is a review.
  package static func isReview(_ node: Node) -> Bool {
    if case .scalar(let format)? = node["format"]?.content {
      format.hasPrefix("lineup/review@")
    } else {
      false
    }
  }

  package init(_ node: Node, source: String) throws(LineupError) {
    guard Self.isReview(node) else {
      throw LineupError(
        .other(
          "this is no review: it needs \"format\": \"lineup/review@1\", as lineup review -o review.json writes"
        ),
        at: SourceLocation(source: source))
    }
    func text(_ node: Node?) -> String? {
      if case .scalar(let text)? = node?.content { text } else { nil }
    }
    func number(_ node: Node?) -> Double? { text(node).flatMap { NumberText.number($0) } }
    func list(_ node: Node?) -> [Node] {
      if case .sequence(let elements)? = node?.content { elements } else { [] }
    }
    guard let name = text(node["scenario"]), let planned = number(node["planned"]?["gmv"]),
      let actual = number(node["actual"]?["gmv"]), case .sequence? = node["items"]?.content
    else {
      throw LineupError(
        .other(
          "the review lacks \"scenario\", \"planned\", \"actual\" or \"items\"; write it anew with lineup review"
        ),
        at: SourceLocation(source: source))
    }
    var items: [Item] = []
    for item in list(node["items"]) where text(item["part"]) == "planned" {
      guard let spu = text(item["spu"]), let sold = number(item["actual"]) else {
        throw LineupError(.other("an item of the review lacks \"spu\" or \"actual\""), at: item.location)
      }
      guard let demand = number(item["demand"]) else { continue }
      let isSoldOut = text(item["sold_out"]).flatMap(ScalarText.truth) ?? false
      items.append(
        Item(
          spu: spu, actual: max(0, sold), demand: max(0, demand), stock: number(item["stock"]),
          isSoldOut: isSoldOut,
          values: FactorAttribute.allCases.map { text(item[$0.rawValue]) }))
    }
    self.init(
      name: name, date: text(node["date"]).flatMap { ShowDate($0) }, items: items, plannedGMV: planned,
      actualGMV: actual, source: source)
    var accuracy = Accuracy()
    accuracy.wape = number(node["accuracy"]?["wape"])
    accuracy.bias = number(node["accuracy"]?["bias"])
    accuracy.within30 = number(node["accuracy"]?["within30"])
    accuracy.naive = number(node["accuracy"]?["naive_wape"])
    self.accuracy = accuracy
    rows = list(node["rules"]).compactMap { row in
      text(row["row"]).map {
        Row(
          name: $0, holds: text(row["holds"]).flatMap(ScalarText.truth) ?? true,
          isSoft: text(row["soft"]).flatMap(ScalarText.truth) ?? false)
      }
    }
    whole = number(node["factors"]?["whole"])
  }
}
