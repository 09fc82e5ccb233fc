import Lineup

/// The data of `Models/lineup.mod` for a show, in the data language of GNU MathProg.
struct MathProgData {
  let text: String

  init(_ show: Show) {
    let data = ModelData(show)
    let scenario = show.scenario
    var names = MathProgNames()
    let spuNames = Dictionary(
      uniqueKeysWithValues: show.candidates.map { style in
        (style, names.unique(show.catalog.spus[Int(style)]))
      })
    let nameOfSPU = Dictionary(
      uniqueKeysWithValues: spuNames.map { (show.catalog.spus[Int($0.key)], $0.value) })
    func spu(_ id: String) -> String { nameOfSPU[id] ?? MathProgNames.quoted(id) }
    var pitchNames = MathProgNames()
    let pitches = data.ways.map { pitchNames.unique(show.name(of: $0)) }

    var lines = ["data;", "", "param title := \(MathProgNames.quoted(scenario.name));", ""]

    lines.append("param : PITCH : minutes lift :=")
    for (name, way) in zip(pitches, data.ways) {
      let pitch = scenario.pitches[way.pitch]
      let beside = way.offer > 0 ? scenario.offers?.kinds[way.offer - 1].minutes ?? 0 : 0
      lines.append(" \(name) \(MPSText.number(pitch.minutes + beside)) \(MPSText.number(pitch.lift))")
    }
    lines += [";", "", "param : SPU : label price stock forecast season cost :="]
    for style in show.candidates {
      let figures = show.modelFigures(style)
      let label = MathProgNames.quoted(show.catalog.text(.name, row: Int(style)) ?? "")
      let numbers = [figures.price, figures.stock, figures.forecast, figures.season].map(MPSText.number)
      let cost = figures.cost.map(MPSText.number) ?? "."
      lines.append(" \(spuNames[style] ?? "") \(label) \(numbers.joined(separator: " ")) \(cost)")
    }
    lines += [";", ""]
    for (name, styles) in zip(pitches, data.styles) where styles.count < show.candidates.count {
      lines.append("set TAKES[\(name)] := \(styles.compactMap { spuNames[$0] }.joined(separator: " "));")
    }

    lines += MathProgOffers(show, data, spuNames: spuNames, pitches: pitches).lines
    let factors = show.candidates.flatMap { style in
      pitches.indices.compactMap { pitch in
        show.modelFactor(style, pitch: pitch).map {
          " [\(spuNames[style] ?? ""), \(pitches[pitch])] \(MPSText.number($0))"
        }
      }
    }
    if !factors.isEmpty { lines += ["param factor :="] + factors + [";"] }

    var columnNames = MathProgNames(taken: Self.measures)
    let columns = Dictionary(
      uniqueKeysWithValues: data.columns.map { ($0.name, columnNames.unique($0.name)) })
    func measure(_ name: String) -> String { columns[name] ?? MathProgNames.quoted(name) }
    if !data.columns.isEmpty {
      lines.append("set COLUMN := \(data.columns.compactMap { columns[$0.name] }.joined(separator: " "));")
      // A parameter can be given in one statement only, so every column is a slice of it.
      lines.append("param column :=")
      for column in data.columns {
        let filled = show.candidates.filter {
          !column.numbers[Int($0)].isNaN && column.numbers[Int($0)] != 0
        }
        if filled.isEmpty { continue }
        lines.append(" [\(columns[column.name] ?? ""), *]")
        for style in filled {
          lines.append(" \(spuNames[style] ?? "") \(MPSText.number(column.numbers[Int(style)]))")
        }
      }
      lines.append(";")
    }

    if let airTime = scenario.show.airTime { lines.append("param air_time := \(MPSText.number(airTime));") }
    if let items = scenario.show.items {
      if items.lower > 0 { lines.append("param least_items := \(MPSText.number(items.lower));") }
      if items.upper < .infinity { lines.append("param most_items := \(MPSText.number(items.upper));") }
    }
    if let goal = scenario.goal { lines.append("param sales_goal := \(MPSText.number(goal.amount));") }
    let locks = scenario.locks.filter { $0.pitch == nil && $0.offer == nil }.map { spu($0.spu) }
    if !locks.isEmpty { lines.append("set LOCK := \(locks.joined(separator: " "));") }
    let lockPitches =
      scenario.offers != nil
      ? []
      : scenario.locks.compactMap { lock in
        lock.pitch.flatMap { pitch in scenario.pitches.firstIndex { $0.name == pitch } }.map {
          "(\(spu(lock.spu)), \(pitches[$0]))"
        }
      }
    lines += MathProgOffers.locks(scenario, data, spu: spu, pitches: pitches)
    if !lockPitches.isEmpty { lines.append("set LOCK_PITCH := \(lockPitches.joined(separator: " "));") }

    lines += Self.rows(data, show: show, spuNames: spuNames, pitches: pitches, measure: measure)
    lines += Self.teams(data, spu: spu)
    for name in data.unknown {
      lines.append("# the model has no rule of the form of \(MathProgNames.quoted(name))")
    }

    lines.append("param weight :=")
    var weights: [(name: String, weight: Double)] = []
    for part in scenario.objective.parts {
      if let known = weights.firstIndex(where: { $0.name == part.measure.name }) {
        weights[known].weight += part.weight
      } else {
        weights.append((part.measure.name, part.weight))
      }
    }
    for (name, weight) in weights { lines.append(" \(measure(name)) \(MPSText.number(weight))") }
    lines += [";", "", "end;"]
    text = lines.joined(separator: "\n") + "\n"
  }

  private static let measures = [
    "items", "minutes", "units", "gmv", "margin", "stock_value", "offer_price", "saving",
  ]

  private static func rows(
    _ data: ModelData, show: Show, spuNames: [Int32: String], pitches: [String],
    measure: (String) -> String
  ) -> [String] {
    var names = MathProgNames()
    var lines: [String] = []
    var members: [ModelData.RowKind: [String]] = [:]
    var attributes: [(param: String, name: String, value: String)] = []
    for row in data.rows {
      let name = names.unique(row.name)
      members[row.kind, default: []].append(name)
      if row.measure != "items" { attributes.append(("measure", name, measure(row.measure))) }
      if row.range.lower > -.infinity { attributes.append(("lower", name, MPSText.number(row.range.lower))) }
      if row.range.upper < .infinity { attributes.append(("upper", name, MPSText.number(row.range.upper))) }
      if let penalty = row.penalty { attributes.append(("penalty", name, MPSText.number(penalty))) }
      func cover(_ cover: ModelData.Cover, _ styles: String, _ pitchSet: String) {
        if cover.styles.count < show.candidates.count {
          let list = cover.styles.compactMap { spuNames[$0] }.joined(separator: " ")
          lines.append("set \(styles)[\(name)] := \(list);")
        }
        if cover.pitches.count < pitches.count {
          let list = cover.pitches.map { pitches[$0] }.joined(separator: " ")
          lines.append("set \(pitchSet)[\(name)] := \(list);")
        }
      }
      cover(row.part, "STYLES", "PITCHES")
      if row.kind == .share { cover(row.whole, "OF_STYLES", "OF_PITCHES") }
    }
    var head: [String] = []
    for (kind, set) in [(ModelData.RowKind.sum, "SUM"), (.share, "SHARE"), (.average, "AVERAGE")] {
      guard let list = members[kind] else { continue }
      head.append("set \(set) := \(list.joined(separator: " "));")
    }
    for param in ["measure", "lower", "upper", "penalty"] {
      let values = attributes.filter { $0.param == param }
      guard !values.isEmpty else { continue }
      head.append("param \(param) :=")
      head += values.map { " \($0.name) \($0.value)" }
      head.append(";")
    }
    return head + lines
  }

  private static func teams(_ data: ModelData, spu: (String) -> String) -> [String] {
    var names = MathProgNames()
    let named = data.teams.map { (name: names.unique($0.name), team: $0) }
    var lines: [String] = []
    for (kind, set) in [
      (ModelData.TeamKind.together, "TOGETHER"), (.exclusive, "EXCLUSIVE"), (.requires, "REQUIRES"),
    ] {
      let list = named.filter { $0.team.kind == kind }.map(\.name)
      if !list.isEmpty { lines.append("set \(set) := \(list.joined(separator: " "));") }
    }
    for (name, team) in named {
      lines.append("set TEAM[\(name)] := \(team.spus.map(spu).joined(separator: " "));")
    }
    let dependents = named.compactMap { name, team in team.dependent.map { " \(name) \(spu($0))" } }
    if !dependents.isEmpty { lines += ["param dependent :="] + dependents + [";"] }
    let penalties = named.compactMap { name, team in
      team.penalty.map { " \(name) \(MPSText.number($0))" }
    }
    if !penalties.isEmpty { lines += ["param team_penalty :="] + penalties + [";"] }
    return lines
  }
}

/// Quoted symbols of MathProg: at most 100 bytes, none twice.
struct MathProgNames {
  private var used: Set<String>

  init(taken: [String] = []) {
    used = Set(taken)
  }

  mutating func unique(_ name: String) -> String {
    let short = Self.shortened(name, to: 88)
    var candidate = short
    var suffix = 2
    while !used.insert(candidate).inserted {
      candidate = "\(short) #\(suffix)"
      suffix += 1
    }
    return Self.quoted(candidate)
  }

  static func quoted(_ text: String) -> String {
    "'"
      + shortened(text, to: 98).split(separator: "'", omittingEmptySubsequences: false).joined(
        separator: "''") + "'"
  }

  /// As many whole characters as fit, on one line.
  private static func shortened(_ text: String, to bytes: Int) -> String {
    var short = ""
    var count = 0
    for character in text {
      let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
      let printed = isControl ? " " : String(character)
      count += printed.utf8.count
      if count > bytes { break }
      short += printed
    }
    return short
  }
}
