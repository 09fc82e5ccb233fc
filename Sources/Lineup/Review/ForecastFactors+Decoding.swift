extension ForecastFactors {
  /// The keys that are no attribute.
  static let ownKeys = ["whole", "belief", "worth_using", "spread"]
  /// What is said of a value.
  static let entryKeys = ["factor", "ratio", "items", "shows"]

  /// Reads a file of factors, as `lineup review --learn` writes it.
  /// - Throws: every unknown key and every number that is none, with its line.
  package init(_ node: Node) throws(LineupError) {
    self.init()
    let reader = NodeReader()
    read(node, with: reader)
    try reader.finish()
  }

  private mutating func read(_ node: Node, with reader: NodeReader) {
    let attributes = FactorAttribute.allCases.map(\.rawValue)
    guard
      let part = reader.section(
        node, key: "the factors", place: "the file of factors", known: Self.ownKeys + attributes)
    else { return }
    let positive = Bounds(lower: NumberLimits.least)
    func factor(_ node: Node, key: String) -> Double? {
      let allowed = Bounds(lower: Self.allowed.lowerBound, upper: Self.allowed.upperBound)
      return reader.number(node, key: key, allowed: allowed, expected: "between 0.2 and 5")
    }
    guard let wholeNode = part["whole"] else {
      reader.report(.missingKey("whole", place: "the file of factors"), at: node.location)
      return
    }
    whole = factor(wholeNode, key: "whole") ?? 1
    if let node = part["belief"] {
      belief = reader.number(node, key: "belief", allowed: positive, expected: "above 0") ?? belief
    }
    if let node = part["worth_using"], let text = reader.text(node, key: "worth_using") {
      if let truth = ScalarText.truth(text) {
        isWorthUsing = truth
      } else {
        reader.report(
          .invalidScalar(key: "worth_using", text: text, expected: "true or false"), at: node.location)
      }
    }
    if let node = part["spread"] {
      spread = reader.number(node, key: "spread", allowed: Bounds(lower: 0), expected: "0 or more")
    }
    for attribute in FactorAttribute.allCases {
      guard let node = part[attribute.rawValue] else { continue }
      var known: [Entry] = []
      var seen: Set<String> = []
      for entry in reader.mapping(node, key: attribute.rawValue, expected: "values to factors") ?? [] {
        let value = CatalogText.normalized(entry.key)
        if !seen.insert(value).inserted {
          reader.report(.duplicateKey(value, firstLine: nil), at: entry.keyLocation)
        }
        if case .scalar = entry.value.content {
          if let number = factor(entry.value, key: entry.key) {
            known.append(Entry(value: value, factor: number))
          }
          continue
        }
        guard
          let own = reader.section(
            entry.value, key: entry.key, place: "the factor of \"\(entry.key)\"",
            known: Self.entryKeys)
        else { continue }
        guard let node = own["factor"] else {
          reader.report(.missingKey("factor", place: "\"\(entry.key)\""), at: entry.keyLocation)
          continue
        }
        guard let number = factor(node, key: "factor") else { continue }
        func count(_ key: String) -> Int {
          own[key].flatMap {
            reader.number($0, key: key, allowed: Bounds(lower: 0, upper: 1e9), expected: "0 or more")
          }.map { Int($0) } ?? 0
        }
        known.append(
          Entry(
            value: value, factor: number, ratio: own["ratio"].flatMap { reader.number($0, key: "ratio") },
            items: count("items"), shows: count("shows")))
      }
      if !known.isEmpty { entries[attribute] = known }
    }
  }
}
