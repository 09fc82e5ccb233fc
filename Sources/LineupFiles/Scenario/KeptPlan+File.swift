import Lineup

extension KeptPlan {
  /// Reads a plan as `lineup month -o plan.json` writes it.
  /// - Throws: where the file is no plan, or has no show of the month.
  package init(
    contentsOf path: String, of month: BoundMonth, freeze: String?, steady: Double
  ) throws(LineupError) {
    try self.init(Node(contentsOf: path), of: month, freeze: freeze, steady: steady)
  }

  init(_ document: Node, of month: BoundMonth, freeze: String?, steady: Double) throws(LineupError) {
    guard case .sequence(let shows)? = document["shows"]?.content else {
      throw LineupError(
        .other(
          "this is no plan of a month: it has no list \"shows\"; write one with lineup month FILE -o plan.json"
        ),
        at: document.location)
    }
    var items: [Item] = []
    var names: Set<String> = []
    for show in shows {
      guard case .scalar(let name)? = show["show"]?.content,
        case .sequence(let list)? = show["items"]?.content
      else {
        throw LineupError(
          .other("a show of a plan has its name as \"show\" and a list \"items\""), at: show.location)
      }
      if !names.insert(name).inserted {
        throw LineupError(.other("the show \(name) is in the plan twice"), at: show.location)
      }
      var known: Set<String> = []
      for item in list {
        guard case .scalar(let spu)? = item["spu"]?.content, case .scalar(let pitch)? = item["pitch"]?.content
        else {
          throw LineupError(.other("an item of a plan has \"spu\" and \"pitch\""), at: item.location)
        }
        if !known.insert(spu).inserted {
          throw LineupError(
            .other("\(spu) is on \(name) twice; a style is on a show once"), at: item.location)
        }
        items.append(Item(show: name, spu: spu, pitch: pitch))
      }
    }
    guard month.shows.contains(where: { names.contains($0.name) }) else {
      throw LineupError(
        .other("none of the plan's shows is in \(month.month.source)"), at: document.location)
    }
    var day: Day?
    if let freeze {
      guard let read = Day(freeze) else {
        throw LineupError(
          [Problem(.invalidScalar(key: "--freeze", text: freeze, expected: "a day such as 2026-09-15"))],
          kind: .usage)
      }
      day = read
    }
    self.init(items: items, freeze: day, steady: steady)
  }
}
