/// Every tray tried.
extension SmallShow {
  /// What trying every tray comes to.
  package enum Best: Sendable {
    case tray([Option], net: Double)
    case infeasible
  }

  /// A row of the program with what each option adds to its sums; the ratio rows have two sums.
  private struct Sums {
    enum Judgement {
      case within(lower: Double, upper: Double)
      case ratio(lower: Double?, upper: Double?)
      /// All of so many, or none.
      case together(Double)
      /// The first sum needs the second to be one or more.
      case requires
    }
    var judgement: Judgement
    var penalty: Double?
  }

  /// The best net objective over every tray, and whether some tray lies so near to a bound that
  /// tolerances, not rules, decide on it.
  package func bestTray() -> (best: Best, isBorderline: Bool) {
    let search = Search(self)
    search.visitAll()
    guard let best = search.best else { return (.infeasible, search.isBorderline) }
    return (.tray(best.tray, net: best.net), search.isBorderline)
  }

  /// Every tray that keeps every hard rule, with its net objective.
  package func feasibleTrays() -> [(tray: [Option], net: Double)] {
    let search = Search(self)
    search.keepsAll = true
    search.visitAll()
    return search.all
  }

  /// Depth first over the styles; sums are handed down, so that nothing is ever taken off again.
  private final class Search {
    let optionsOfStyle: [[(option: Option, gain: Double, adds: [Double])]]
    let judgements: [Sums]
    /// Two sums for each judgement.
    var width: Int { 2 * judgements.count }
    var tray: [Option] = []
    var best: (tray: [Option], net: Double)?
    var isBorderline = false
    var keepsAll = false
    var all: [(tray: [Option], net: Double)] = []

    init(_ show: SmallShow) {
      let options = show.options
      var judgements: [Sums] = []
      var adds = [[Double]](repeating: [], count: options.count)
      func add(
        _ judgement: Sums.Judgement, _ penalty: Double?, _ first: (Option) -> Double,
        _ second: (Option) -> Double = { _ in 0 }
      ) {
        judgements.append(Sums(judgement: judgement, penalty: penalty))
        for (position, option) in options.enumerated() { adds[position] += [first(option), second(option)] }
      }
      func within(_ range: Range) -> Sums.Judgement {
        .within(lower: range.lower ?? -.infinity, upper: range.upper ?? .infinity)
      }
      func meets(_ clauses: [Clause], _ option: Option) -> Bool {
        show.meets(clauses, show.styles[option.style], show.allPitches[option.pitch])
      }
      func spu(_ option: Option) -> String { show.styles[option.style].spu }

      if let items = show.items { add(within(items), nil, { _ in 1 }) }
      if let minutes = show.minutes {
        add(within(Range(nil, minutes - (show.reservedMinutes ?? 0))), nil, { show.value("minutes", $0) })
      }
      if let amount = show.goalAmount { add(within(Range(amount, nil)), nil, { show.value("gmv", $0) }) }
      for lock in show.locks {
        add(within(Range(1, 1)), nil) {
          spu($0) == lock.spu
            && lock.pitch ?? show.allPitches[$0.pitch].name == show.allPitches[$0.pitch].name ? 1 : 0
        }
      }
      for rule in show.rules {
        switch rule.form {
        case .sum(let measure, let condition, let range):
          add(within(range), rule.penalty, { meets(condition, $0) ? show.value(measure, $0) : 0 })
        case .share(let measure, let condition, of: let whole, let range):
          add(
            .ratio(lower: range.lower, upper: range.upper), rule.penalty,
            { meets(condition, $0) && meets(whole, $0) ? show.value(measure, $0) : 0 },
            { meets(whole, $0) ? show.value(measure, $0) : 0 })
        case .average(let column, let condition, let range):
          add(
            .ratio(lower: range.lower, upper: range.upper), rule.penalty,
            { meets(condition, $0) ? show.value(column, $0) : 0 }, { meets(condition, $0) ? 1 : 0 })
        case .split(let attribute, let quotas, let condition):
          for (value, range) in quotas {
            let clauses = condition + [Clause(attribute: attribute, condition: value)]
            add(within(range), rule.penalty, { meets(clauses, $0) ? 1 : 0 })
          }
        case .each(let attribute, let range, let condition):
          for value in show.groups(attribute, among: options.filter { meets(condition, $0) }) {
            add(within(range), rule.penalty) {
              meets(condition, $0) && show.groups(attribute, among: [$0]).contains(value) ? 1 : 0
            }
          }
        case .together(let spus):
          add(.together(Double(spus.count)), rule.penalty, { spus.contains(spu($0)) ? 1 : 0 })
        case .exclusive(let spus):
          add(within(Range(nil, 1)), rule.penalty, { spus.contains(spu($0)) ? 1 : 0 })
        case .requires(let owner, let anyOf):
          add(
            .requires, rule.penalty, { spu($0) == owner ? 1 : 0 }, { anyOf.contains(spu($0)) ? 1 : 0 })
        }
      }
      self.judgements = judgements
      optionsOfStyle = show.styles.indices.map { style in
        options.indices.filter { options[$0].style == style }.map {
          (options[$0], show.gain(options[$0]), adds[$0])
        }
      }
    }

    func visitAll() {
      let nothing = [Double](repeating: 0, count: width)
      visit(style: 0, sums: nothing, sizes: nothing, gain: 0)
    }

    /// - Parameter sizes: the sums without signs.
    private func visit(style: Int, sums: [Double], sizes: [Double], gain: Double) {
      if style == optionsOfStyle.count { return judge(sums, sizes, gain) }
      visit(style: style + 1, sums: sums, sizes: sizes, gain: gain)
      for (option, ownGain, adds) in optionsOfStyle[style] {
        var further = sums
        var furtherSizes = sizes
        for position in 0..<adds.count {
          further[position] += adds[position]
          furtherSizes[position] += abs(adds[position])
        }
        tray.append(option)
        visit(style: style + 1, sums: further, sizes: furtherSizes, gain: gain + ownGain)
        tray.removeLast()
      }
    }

    private func judge(_ sums: [Double], _ sizes: [Double], _ gain: Double) {
      var net = gain
      var isAllowed = true
      for (position, row) in judgements.enumerated() {
        let first = sums[2 * position]
        let second = sums[2 * position + 1]
        // What the sums may have lost.
        let noise = 1e-13 * max(sizes[2 * position], sizes[2 * position + 1])
        var miss = 0.0
        var holds = true
        func ask(_ missed: Double, size: Double) {
          let allowed = 1e-6 * max(1, size)
          miss += max(0, missed)
          if missed > allowed { holds = false }
          if abs(missed - allowed) <= 1e-6 * allowed + noise { isBorderline = true }
        }
        switch row.judgement {
        case .within(let lower, let upper):
          if lower > -.infinity { ask(lower - first, size: abs(lower)) }
          if upper < .infinity { ask(first - upper, size: abs(upper)) }
        case .ratio(let lower, let upper):
          if let lower { ask(lower * second - first, size: max(abs(first), abs(lower * second))) }
          if let upper { ask(first - upper * second, size: max(abs(first), abs(upper * second))) }
        case .together(let count): ask(min(first, count - first), size: 0)
        case .requires: ask(first > 0 && second == 0 ? 1 : 0, size: 0)
        }
        if let penalty = row.penalty {
          net -= penalty * miss
        } else if !holds {
          isAllowed = false
        }
      }
      if isAllowed, keepsAll { all.append((tray, net)) }
      if isAllowed, net > best?.net ?? -.infinity { best = (tray, net) }
    }
  }
}
