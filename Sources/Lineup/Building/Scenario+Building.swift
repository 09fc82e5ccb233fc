extension Scenario {
  /// A scenario that is built in code. It is read as a file is, and what is wrong with it is told in the same words.
  ///
  ///     let scenario = try Scenario(
  ///       name: "evening show", items: .equal(50), minutes: 180, reservedMinutes: 9,
  ///       pitches: [Pitch("full", minutes: 6, lift: 1.6, for: ["role": "hero"]), Pitch("standard", minutes: 3)],
  ///       goal: 936_000,
  ///       rules: [Rule("women", .sum(.items, .between(24, 28), of: ["gender": "women"]))],
  ///       locked: ["MI100445"])
  ///
  /// What has no parameter here can be said in a scenario's own words (`Scenario(bytes:name:)`).
  ///
  /// - Parameters:
  ///   - name: is shown in results.
  ///   - items: how many there are to be; any number unless said.
  ///   - minutes: length of the show; without it air time is no limit.
  ///   - reservedMinutes: minutes of it that are not for pitches.
  ///   - region: where a season table by region is looked up.
  ///   - date: a day such as `2026-09-09`.
  ///   - pitches: ways to present an item; one of 3 minutes unless said.
  ///   - eligible: which styles may be on the tray at all.
  ///   - objective: what is maximised, each measure with its weight.
  ///   - goal: the least GMV to be expected, in the catalog's currency.
  ///   - locked: styles that must be on the tray.
  ///   - banned: styles that must not.
  /// - Throws: everything that is wrong with it.
  public init(
    name: String, items: Bounds? = nil, minutes: Double? = nil, reservedMinutes: Double = 0,
    region: String? = nil, date: String? = nil, pitches: [Pitch] = [], eligible: Where = [:],
    objective: KeyValuePairs<Measure, Double> = [.gmv: 1], goal: Double? = nil, rules: [Rule] = [],
    locked: [String] = [], banned: [String] = []
  ) throws(LineupError) {
    var show: [(key: String, value: Node)] = []
    if let date { show.append(("date", .text(date))) }
    if let region { show.append(("region", .text(region))) }
    if let minutes { show.append(("minutes", .text(plain(minutes)))) }
    if reservedMinutes != 0 { show.append(("reserved_minutes", .text(plain(reservedMinutes)))) }
    if let items { show.append(("items", items.node)) }

    var entries: [(key: String, value: Node)] = [("name", .text(name)), ("show", .mapping(show))]
    if !pitches.isEmpty { entries.append(("pitches", .mapping(pitches.map { ($0.name, $0.node) }))) }
    if !eligible.clauses.isEmpty {
      entries.append(("eligible", .mapping([("where", eligible.node)])))
    }
    let isPlain = objective.count == 1 && objective[0].value == 1
    entries.append(
      (
        "objective",
        isPlain
          ? .text(objective[0].key.name)
          : .mapping(objective.map { ($0.key.name, .text(plain($0.value))) })
      ))
    if let goal { entries.append(("goal", .mapping([("gmv", .text(plain(goal)))]))) }
    if !rules.isEmpty { entries.append(("rules", .mapping(rules.map { ($0.name, $0.node) }))) }
    if !locked.isEmpty { entries.append(("lock", .list(locked))) }
    if !banned.isEmpty { entries.append(("ban", .list(banned))) }
    // A file says nothing twice; code can.
    let names = rules.map(\.name)
    if let twice = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }) {
      throw LineupError(.duplicateKey(twice.element, firstLine: nil), at: Node.placeInCode)
    }
    try self.init(.mapping(entries))
  }
}

extension Pitch {
  /// The pitch as a scenario writes it.
  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("minutes", .text(plain(minutes))), ("lift", .text(plain(lift))),
    ]
    if !condition.clauses.isEmpty { entries.append(("where", condition.node)) }
    return .mapping(entries)
  }
}
