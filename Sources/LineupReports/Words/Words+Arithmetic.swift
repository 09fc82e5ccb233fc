import Lineup

/// What no tray can keep, known without solving.
extension Words {
  package enum Impossible {
    /// `` `air time` (..10): 4 items of at least 3 minutes take 12 minutes, 10 are there ``
    package static func sentence(_ impossibility: Impossibility) -> Phrase {
      switch impossibility {
      case .lock(let style):
        return "\(rule: Scenario.lockRow(style.spu)): \(style.spu) \(Words.Reason.off(style.reason))"
      case .arithmetic(let finding): return "\(row(finding)): \(reason(finding.reason))"
      case .shareAboveWhole(let rule, let range):
        return
          "\(rule: rule) (\(range: range, .share)): a share is at most 100%, so only a tray without any of it fits"
      }
    }

    private static func row(_ finding: CountFinding) -> Phrase {
      guard let required = finding.required else { return "\(rule: finding.row)" }
      return "\(rule: finding.row) (\(range: required, finding.kind))"
    }

    static func reason(_ reason: CountFinding.Reason) -> Phrase {
      switch reason {
      case .lockedItems(let count, let most):
        return
          "\(counted(count, .style)) \(count == 1 ? "is" : "are") locked, \(items(most)) \(most == 1 ? "is" : "are") allowed"
      case .lockedInRow(let spus, let most):
        let verb = spus.count == 1 ? "counts" : "count"
        return
          "\(spus.count) of the locked styles \(verb) towards it (\(some(spus, atMost: 4))), \(Clash.allowed(most))"
      case .lockedMinutes(let least, let locks):
        return
          "the locked \(locks == 1 ? "style takes" : "styles take") at least \(Words.minutes(least))"
      case .lockedAmount(let least, let locks):
        return
          "the locked \(locks == 1 ? "style comes" : "styles come") to at least \(FigureText.value(least, .amount))"
      case .items(let least, let most): return "\(asked(least)) where \(letIn(most))"
      case .minutes(let worst, let quotas, let airTime):
        let sum: Phrase = quotas.map { "the quotas of \(rule: $0.rule) come to \(items($0.number)); " } ?? ""
        let there = "\(FigureText.value(airTime, .amount)) \(airTime == 1 ? "is" : "are") there"
        return "\(sum)\(minutes(worst)), \(there)"
      case .bestItems(let number, let airTime, let reach):
        let why = airTime.map { ", as many as fit into \(Words.minutes($0))," } ?? ""
        return number == 1
          ? "the best item\(why) reaches \(most(reach))"
          : "the best \(FigureText.value(number, .count)) items\(why) together reach at most \(most(reach))"
      case .withinAirTime(let airTime, let reach):
        return "what fits into \(Words.minutes(airTime)) reaches at most \(most(reach))"
      case .share(let share, let number, let needed, let candidates):
        let count = candidates == 1 ? "1 candidate counts" : "\(candidates) candidates count"
        return
          "\(FigureText.percent(share)) of at least \(items(number)) is \(FigureText.value(needed, .count)), \(count) towards it"
      case .others(let number, let needed, let candidates):
        return
          "of at least \(items(number)) \(FigureText.value(needed, .count)) must be others, \(candidates == 1 ? "1 candidate is" : "\(candidates) candidates are")"
      case .everyBelow(let column): return "every candidate's \(rule: column) is below it"
      case .everyAbove(let column): return "every candidate's \(rule: column) is above it"
      }
    }

    private static func asked(_ least: CountFinding.ItemCount) -> String {
      least.isPlain
        ? "at least \(items(least.number)) \(least.number == 1 ? "is" : "are") asked for"
        : "the quotas come to at least \(items(least.number))"
    }

    private static func letIn(_ most: CountFinding.ItemCount) -> Phrase {
      let figure = FigureText.value(most.number, .count)
      if !most.isPlain { return "the quotas of \(rule: most.rule) let in at most \(figure)" }
      return most.rule == Scenario.itemsRow
        ? "\(Clash.allowed(most.number))" : "\(rule: most.rule) allows \(figure)"
    }

    private static func minutes(_ worst: CountFinding.ItemMinutes) -> Phrase {
      switch worst {
      case .alike(let count, let each, let total):
        return
          "\(items(Double(count))) of at least \(Words.minutes(each)) \(count == 1 ? "takes" : "take") \(Words.minutes(total))"
      case .various(let count, let withLocks, let total):
        let locks = withLocks ? ", those that are locked among them," : ""
        return "\(items(Double(count)))\(locks) take at least \(Words.minutes(total))"
      case .byPitch(let parts, let total):
        let one = parts.count == 1 && parts[0].number == 1
        let each = parts.map { part -> Phrase in
          "\(items(part.number)) in \(rule: part.pitch) of \(Words.minutes(part.minutes))"
        }
        return "\(list(each)) \(one ? "takes" : "take") \(Words.minutes(total))"
      }
    }

    private static func items(_ number: Double) -> String { FigureText.counted(number, "item") }

    /// Rounded up, so that no tray reaches more.
    private static func most(_ reach: Double) -> String { FigureText.value(reach, .amount, rounding: .up) }
  }
}
