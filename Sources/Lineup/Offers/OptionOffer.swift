extension Show {
  /// The offer of an option by name; `nil` for none, and in a show without offers.
  func offerName(ofOption option: Int) -> String? {
    let offer = options.offer(option)
    return offer == 0 ? nil : scenario.offers?.kinds[offer - 1].name
  }

  /// What a column is called in a model for other solvers: style, pitch, offer, offers on the whole show.
  func columnName(ofOption option: Int) -> String {
    let entry = entry(ofOption: option)
    var name = "\(entry.spu) \(entry.pitch)"
    guard let table = offerTable, let plan = scenario.offers else { return name }
    if let offer = entry.offer { name += " \(offer)" }
    for kind in table.cases[options.offerCase(option)].kinds { name += " \(plan.kinds[kind].name)" }
    return name
  }

  /// The number of an offer, 0 for none.
  func offerNumber(_ name: String?) -> Int {
    name.flatMap { scenario.offers?.names.firstIndex(of: $0) } ?? 0
  }

  /// Air time of an option: of its pitch, and what its offer takes beside it.
  func minutes(ofOption option: Int) -> Double {
    let minutes = scenario.pitches[Int(options.pitches[option])].minutes
    let offer = options.offer(option)
    return offer == 0 ? minutes : minutes + (scenario.offers?.kinds[offer - 1].minutes ?? 0)
  }

  /// What an option is by name.
  func entry(ofOption option: Int) -> TrayList.Entry {
    TrayList.Entry(
      spu: catalog.spus[Int(options.rows[option])],
      pitch: scenario.pitches[Int(options.pitches[option])].name,
      offer: offerName(ofOption: option))
  }

  /// The kinds on the whole show that columns of the program are selected under; of none, those that are always there.
  func wideOffers(of columns: [Int32]) -> [String] {
    guard let table = offerTable, let plan = scenario.offers else { return [] }
    var chosen = 0
    for column in columns where Int(column) < optionCount {
      chosen = options.offerCase(Int(column))
      return table.cases[chosen].kinds.map { plan.kinds[$0].name }
    }
    for column in columns {
      let position = Int(column) - optionCount
      if self.plan.switches.indices.contains(position), let number = self.plan.switches[position].offerCase {
        chosen = number
      }
    }
    return table.cases[chosen].kinds.map { plan.kinds[$0].name }
  }

  /// Options with the switches of offers that go with them: of the kinds that they have, of those that are always there,
  /// and of their combination of kinds on the whole show.
  func completed(_ options: [Int32]) -> [Int32] {
    guard offerTable != nil, let offers = scenario.offers else { return options }
    let kinds = Set(options.map { self.options.offer(Int($0)) })
    let number = options.first.map { self.options.offerCase(Int($0)) } ?? 0
    let switches = plan.switches.indices.filter { position in
      let own = plan.switches[position]
      if let kind = own.offerKind { return offers.kinds[kind].always || kinds.contains(kind + 1) }
      return own.offerCase == number
    }
    return options + switches.map { Int32(optionCount + $0) }
  }

  /// The number of the combination of exactly these kinds on the whole show.
  func offerCase(of names: [String]) -> Int? {
    guard let table = offerTable, let plan = scenario.offers else { return 0 }
    return table.cases.firstIndex { own in
      Set(own.kinds.map { plan.kinds[$0].name }) == Set(names)
    }
  }

  /// The options of a row that a list's entry means.
  /// - Parameter number: of the case.
  func option(of entry: TrayList.Entry, case number: Int) -> Int? {
    catalog.row(ofSPU: entry.spu).flatMap { row in
      optionIndices(ofRow: row).first { option in
        scenario.pitches[Int(options.pitches[option])].name == entry.pitch
          && options.offerCase(option) == number && offerName(ofOption: option) == entry.offer
      }
    }
  }
}
