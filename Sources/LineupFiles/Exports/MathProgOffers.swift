import Lineup

/// The offers of a show in the data of the MathProg model, where a pitch with an offer is a pitch of its own.
struct MathProgOffers {
  private(set) var lines: [String] = []

  init(_ show: Show, _ data: ModelData, spuNames: [Int32: String], pitches: [String]) {
    guard let offers = show.scenario.offers else { return }
    var names = MathProgNames()
    let kinds = offers.kinds.map { names.unique($0.name) }
    addPrices(show, data, spuNames, pitches)
    let there = offers.kinds.indices.filter { !offers.kinds[$0].never }
    if there.isEmpty { return }
    lines.append("set KIND := \(there.map { kinds[$0] }.joined(separator: " "));")
    for kind in there {
      let own = data.ways.indices.filter { position in
        let way = data.ways[position]
        return offers.kinds[kind].isShowWide
          ? show.wideOffers(of: way).kinds.contains(kind) : way.offer == kind + 1
      }
      lines.append("set WITH[\(kinds[kind])] := \(own.map { pitches[$0] }.joined(separator: " "));")
    }
    func set(_ name: String, _ members: [Int]) {
      if !members.isEmpty {
        lines.append("set \(name) := \(members.map { kinds[$0] }.joined(separator: " "));")
      }
    }
    set("WIDE", there.filter { offers.kinds[$0].isShowWide })
    set("ALWAYS", there.filter { offers.kinds[$0].always })
    func parameter(_ name: String, _ values: [(Int, Double)]) {
      guard !values.isEmpty else { return }
      lines.append("param \(name) :=")
      lines += values.map { " \(kinds[$0.0]) \(MPSText.number($0.1))" }
      lines.append(";")
    }
    func finite(_ kind: Int, _ number: Double?) -> (Int, Double)? {
      number.flatMap { $0.isFinite ? (kind, $0) : nil }
    }
    parameter(
      "kind_cost", there.compactMap { offers.kinds[$0].cost == 0 ? nil : ($0, offers.kinds[$0].cost) })
    parameter(
      "least_with",
      there.compactMap { kind in finite(kind, offers.kinds[kind].items?.lower).flatMap { $0.1 > 0 ? $0 : nil }
      })
    parameter("most_with", there.compactMap { finite($0, offers.kinds[$0].items?.upper) })
    parameter("window", there.compactMap { finite($0, offers.kinds[$0].windowMinutes) })
    if let most = offers.atMost { lines.append("param most_kinds := \(MPSText.number(most));") }
    if !offers.exclusive.isEmpty {
      var lists = MathProgNames()
      let labels = offers.exclusive.map { lists.unique($0.label) }
      lines.append("set ONE_OF := \(labels.joined(separator: " "));")
      for (label, list) in zip(labels, offers.exclusive) {
        let members = there.filter { list.kinds.contains(offers.kinds[$0].name) }.map { kinds[$0] }
        lines.append("set KINDS[\(label)] := \(members.joined(separator: " "));")
      }
    }
  }

  /// The prices on air, what offers on the whole show leave of them, and the factors on demand.
  private mutating func addPrices(
    _ show: Show, _ data: ModelData, _ spuNames: [Int32: String], _ pitches: [String]
  ) {
    var paid: [String] = []
    var lift: [String] = []
    var keeps: [String] = []
    for (position, way) in data.ways.enumerated() {
      let name = pitches[position]
      let figures = data.styles[position].map { ($0, show.offerFigures($0, way)) }
      let priced = way.offer > 0 ? figures : []
      if !priced.isEmpty {
        paid.append(" [*, \(name)]")
        paid += priced.map { " \(spuNames[$0.0] ?? "") \(MPSText.number($0.1.price))" }
      }
      let lifted = figures.filter { $0.1.lift != 1 }
      if !lifted.isEmpty {
        lift.append(" [*, \(name)]")
        lift += lifted.map { " \(spuNames[$0.0] ?? "") \(MPSText.number($0.1.lift))" }
      }
      let left = show.wideOffers(of: way).keeps
      if left != 1 { keeps.append(" \(name) \(MPSText.number(left))") }
    }
    for (param, values) in [("paid", paid), ("offer_lift", lift), ("keeps", keeps)] where !values.isEmpty {
      lines += ["param \(param) :="] + values + [";"]
    }
  }

  /// Locks that fix a pitch or an offer, in a show with offers: each asks for one of several pitches of the model.
  static func locks(
    _ scenario: Scenario, _ data: ModelData, spu: (String) -> String, pitches: [String]
  ) -> [String] {
    guard let offers = scenario.offers else { return [] }
    var lines: [String] = []
    var names = MathProgNames()
    var fixed: [String] = []
    var styles: [String] = []
    for lock in scenario.locks where lock.pitch != nil || lock.offer != nil {
      let name = names.unique(Scenario.lockRow(lock.spu))
      fixed.append(name)
      let own = data.ways.indices.filter { position in
        let way = data.ways[position]
        return (lock.pitch.map { $0 == scenario.pitches[way.pitch].name } ?? true)
          && (lock.offer.map { $0 == offers.names[way.offer] } ?? true)
      }
      styles.append(" \(name) \(spu(lock.spu))")
      lines.append("set FIXED_PITCHES[\(name)] := \(own.map { pitches[$0] }.joined(separator: " "));")
    }
    if fixed.isEmpty { return [] }
    return ["set FIXED := \(fixed.joined(separator: " "));", "param fixed_style :="] + styles + [";"] + lines
  }
}

extension Show {
  /// What the model calls a pitch with what goes with it.
  func name(of way: ModelData.Way) -> String {
    var name = scenario.pitches[way.pitch].name
    guard let offers = scenario.offers else { return name }
    if way.offer > 0 { name += " | \(offers.kinds[way.offer - 1].name)" }
    for kind in wideOffers(of: way).kinds { name += " | \(offers.kinds[kind].name)" }
    return name
  }
}
