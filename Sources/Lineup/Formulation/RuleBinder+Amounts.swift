import Optimization

extension RuleBinder {
  /// Reports a measure of which a tray may hold more than can be reckoned with: sums of doubles would not
  /// tell one item from the next any more, and no proof would mean anything.
  /// - Parameters:
  ///   - name: the measure's, for the message.
  ///   - factor: what the values are multiplied by at most.
  /// - Complexity: O(options).
  func checkAmount(_ measure: BoundMeasure, named name: String, factor: Double, at location: SourceLocation) {
    if case .items = measure { return }
    let value = amounts(of: measure)
    var greatest = 0.0
    var option = -1
    for position in 0..<options.count {
      let size = abs(value(position))
      if size > greatest { (greatest, option) = (size, position) }
    }
    greatest *= factor
    guard option >= 0, greatest * min(mostItems, Double(options.count)) > NumberLimits.greatest else {
      return
    }
    let total = mostOfTray(value) * factor
    guard total > NumberLimits.greatest else { return }
    let row = Int(options.rows[option])
    reader.report(
      .amountTooLarge(
        measure: name, total: total, spu: catalog.spus[row], amount: greatest,
        place: catalog.location(ofRow: row)), at: location)
  }

  /// Reports an objective of which no item has an amount that counts.
  func checkObjective(_ parts: [(measure: BoundMeasure, weight: Double)], at location: SourceLocation) {
    let values = parts.map { (amounts(of: $0.measure), $0.weight) }
    var greatest = 0.0
    for option in 0..<options.count {
      greatest = max(greatest, abs(values.reduce(0) { $0 + $1.0(option) * $1.1 }))
    }
    if greatest > 0, greatest < NumberLimits.least {
      reader.report(.objectiveTooSmall(amount: greatest), at: location)
    }
  }

  /// The sum of the largest sizes, an option a style, of as many styles as a tray may have.
  private func mostOfTray(_ value: (Int) -> Double) -> Double {
    var sizes: [Double] = []
    var last: Int32 = -1
    for option in 0..<options.count {
      if options.rows[option] != last { sizes.append(0) }
      last = options.rows[option]
      sizes[sizes.count - 1] = max(sizes[sizes.count - 1], abs(value(option)))
    }
    sizes.sort(by: >)
    return sizes.prefix(Int(saturating: mostItems)).reduce(0, +)
  }

  /// What each option adds to a measure.
  private func amounts(of measure: BoundMeasure) -> (Int) -> Double {
    let options = options
    let pitches = pitches
    func cells(_ column: CanonicalColumn) -> [Double] {
      catalog.numbers(column) ?? [Double](repeating: .nan, count: catalog.count)
    }
    switch measure {
    case .items: return { _ in 1 }
    case .minutes:
      let beside = offers?.plan.kinds.map(\.minutes) ?? []
      return { option in
        let minutes = pitches[Int(options.pitches[option])].minutes
        let offer = options.offer(option)
        return offer == 0 ? minutes : minutes + beside[offer - 1]
      }
    case .units: return { options.units[$0] }
    case .gmv:
      let price = cells(.price)
      return { options.net($0, price: price[Int(options.rows[$0])]) * options.units[$0] }
    case .margin:
      let price = cells(.price)
      let cost = cells(.cost)
      return { option in
        let row = Int(options.rows[option])
        return cost[row].isNaN
          ? 0 : (options.net(option, price: price[row]) - cost[row]) * options.units[option]
      }
    case .offerPrice:
      let price = cells(.price)
      return { options.paidPrices.isEmpty ? price[Int(options.rows[$0])] : options.paidPrices[$0] }
    case .saving:
      let price = cells(.price)
      return { option in
        let own = price[Int(options.rows[option])]
        return (own - options.net(option, price: own)) * options.units[option]
      }
    case .stockValue:
      let price = cells(.price)
      let stock = cells(.stock)
      return { price[Int(options.rows[$0])] * stock[Int(options.rows[$0])] }
    case .column(let numbers):
      return { option in
        let number = numbers[Int(options.rows[option])]
        return number.isNaN ? 0 : number
      }
    }
  }
}

extension Scenario {
  /// How many items a tray has at most, by the number of items and the air time; infinite where neither
  /// says so.
  var mostItems: Double {
    var most = show.items?.upper ?? .infinity
    if let airTime = show.airTime, let shortest = pitches.map(\.minutes).min(), shortest > 0 {
      most = min(most, (airTime / shortest * (1 + 1e-6)).rounded(.down))
    }
    return max(0, most)
  }
}
