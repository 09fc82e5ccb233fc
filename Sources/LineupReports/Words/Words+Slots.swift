import Lineup

/// Slots by score.
extension Words {
  package enum Slots {
    static let calendar = "Slots"
    static let scores = "Scores"
    static let grid = "Calendar"
    static let clashes = "Who competes for what"

    // MARK: Columns

    static let date = "Date"
    static let weekday = "Day"
    static let start = "Start"
    static let slot = "Slot"
    static let partner = "Partner"
    static let wish = "Wish"
    static let weight = "Weight"
    static let salesFigure = "Sales"
    static let points = "Points"
    static let takenOff = "Points for"
    static let rulesTerm = "Rules"
    static let salesTerm = "Sales term"
    static let score = "Score"
    static let quota = "Quota"
    static let count = "Slots"
    static let held = "Has"
    static let oneMore = "To one more"
    static let never = "no score"
    static let empty = "empty"

    /// `Week of 2026-09-28`
    static func week(_ monday: Day) -> String { "Week of \(monday)" }
    static let days = "Date"
    static func day(_ day: Day) -> String { "\(day.date.day)" }

    /// `late -3`, `done`, `-2`
    static func mark(_ mark: Lineup.Partner.Mark) -> String {
      let points = FigureText.number(mark.points, decimals: 6)
      return mark.points == 0 || mark.written == points ? mark.written : "\(mark.written) \(points)"
    }
    /// `samples late -3`
    static func mark(_ mark: Lineup.Partner.Mark, of rule: String) -> String {
      let points = FigureText.number(mark.points, decimals: 6)
      let isNumber = NumberText.number(mark.written) != nil
      return isNumber ? "\(rule) \(points)" : "\(rule) \(mark.written) \(points)"
    }

    /// How the score sheet is to be recomputed.
    static func formula(_ plan: SlotsPlan) -> Phrase {
      let formula = plan.formula
      let each = each(plan.each)
      return
        "Score = \(percent(formula.rules)) x max(0, \(FigureText.number(formula.start, decimals: 6)) + points) + \(percent(formula.sales)) x 100 x sales / largest sales. Quota: a share of the \(counted(plan.slots.count, .slot)) by score, \(each) each; slots: the quota in whole slots, what is left to the largest remainders. To one more: the least rise of the score for one slot more, all others as they are."
    }

    private static func percent(_ share: Double) -> String { FigureText.percent(share, decimals: 6) }

    /// `1..6`, `0..`
    private static func each(_ range: ClosedRange<Int>) -> String {
      range.upperBound == .max
        ? "\(range.lowerBound).."
        : range.lowerBound == range.upperBound
          ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
    }

    // MARK: Figures and facts

    static func facts(_ result: SlotsResult) -> [Phrase] {
      guard let first = result.plan.slots.first?.day, let last = result.plan.slots.last?.day else {
        return []
      }
      return ["\(first.description) to \(last.description)"]
    }
    static let filled = "Slots filled"
    static func of(_ part: Int, _ whole: Int) -> String { "\(part) of \(whole)" }
    static func filledBrief(_ result: SlotsResult) -> Phrase {
      "\(of(result.filled, result.plan.slots.count)) slots filled"
    }
    static let partners = "Partners"
    static func partnersBrief(_ count: Int) -> Phrase { "\(FigureText.counted(count, "partner"))" }
    static func without(_ count: Int) -> Phrase { count == 0 ? "" : "\(count) without a slot" }
    static let firstWishes = "First wishes"
    static func firstWishesBrief(_ count: Int) -> Phrase { "\(count) a first wish" }
    static func otherWishes(_ second: Int) -> Phrase { "\(second) a second wish" }
    static let value = "Value"
    static let valueRemark: Phrase = "weight x score x (4 - wish)"
    static let chart = "Scores, and how many slots each is to have"
    static func bar(_ standing: SlotsResult.Standing) -> String {
      "\(FigureText.number(standing.score.score, decimals: 1)): \(counted(standing.count, .slot))"
    }

    // MARK: What is proven

    static func headline(_ result: SlotsResult) -> Phrase {
      switch result.status {
      case .optimal: "Proven the best calendar"
      case .feasible: "Not proven the best calendar"
      case .infeasible: "Not all partners can have their slots"
      case .unknown: "Unknown whether all partners can have their slots"
      }
    }

    static func detail(_ result: SlotsResult) -> Phrase {
      let value = "value \(FigureText.number(result.value, decimals: 2))"
      let held = "\(of(result.filled, result.plan.slots.count)) slots are filled, \(result.wanted) were to be"
      switch result.status {
      case .optimal: return "\(value); no calendar that keeps the counts is worth more"
      case .feasible:
        guard let bound = result.bound else {
          return "\(value); \(ending(result.stop)); how much more one could be worth is not known"
        }
        return
          "\(value); \(ending(result.stop)); none that keeps the counts is worth more than \(FigureText.number(bound, decimals: 2))"
      case .infeasible:
        return result.isBestEffortProven
          ? "proven; \(held); no calendar fills more, then lacks less to \(rule: "each"), then is worth more"
          : "proven; \(held); that no calendar does better is not proven, \(ending(result.stop))"
      case .unknown:
        return
          "\(held); \(ending(result.stop)) before a calendar with all of them, or a proof that there is none"
      }
    }

    private static func ending(_ stop: SolveResult.Stop?) -> String {
      switch stop {
      case .timeLimit: "the time limit ended the search"
      case .cancelled: "the search was interrupted"
      case .memoryLimit: "the search ran out of memory"
      case nil: "the search ended"
      }
    }

    static func work(_ result: SlotsResult) -> Phrase {
      let work = result.work
      return
        "\(work.method), \(work.backend), \(seconds(work.seconds)); \(FigureText.counted(result.standings.count, "partner")), \(counted(result.plan.slots.count, .slot))"
    }

    // MARK: Who competes

    /// Who is to have more than they can have, and for what.
    static func sentence(_ clash: SlotsClash, _ result: SlotsResult) -> Phrase {
      let wanted = counted(clash.wanted, .slot)
      if clash.wanted > result.plan.slots.count {
        return "All partners together are to have \(wanted), but there are \(result.plan.slots.count)."
      }
      let isOne = clash.partners.count == 1
      var words = names(clash.partners, result)
      words += isOne ? " is to have \(wanted)" : " are to have \(wanted) together"
      switch clash.most {
      case 0: words += ", but can have none"
      case let most?: words += ", but can have at most \(most)"
      case nil: words += ", which is more than can be theirs"
      }
      if clash.isByDaysApart {
        words += ", with \(FigureText.counted(result.plan.apart, "day")) between two slots of a partner"
      }
      if clash.slots.isEmpty {
        words += "; \(isOne ? "it comes" : "they come") to no slot"
      } else {
        words += isOne ? "; it would come to " : "; they compete for "
        words += slots(clash.slots, result.plan)
      }
      if !clash.isIrreducible, !isOne { words += " (perhaps not all of them are part of it)" }
      return Phrase(words + ".")
    }

    static let moreClashes: Phrase = "More partners may compete for the others."

    private static func names(_ partners: [Int], _ result: SlotsResult) -> String {
      partners.count > 8
        ? FigureText.counted(partners.count, "partner")
        : list(partners.map { result.standings[$0].score.partner.name })
    }

    /// `friday prime (2026-10-02, 2026-10-09) and noon (22 slots)`
    private static func slots(_ places: [Int], _ plan: SlotsPlan) -> String {
      list(
        plan.slotNames.compactMap { name in
          let days = places.map { plan.slots[$0] }.filter { $0.name == name }.map(\.day.description)
          if days.isEmpty { return nil }
          return "\(name) (\(days.count > 3 ? counted(days.count, .slot) : days.joined(separator: ", ")))"
        })
    }

    // MARK: Cautions

    package static func sentence(_ caution: SlotsCaution) -> Phrase {
      switch caution {
      case .ruleWithoutPoints(let column):
        return
          "\(rule: "points") does not name the column \"\(column)\": numbers in it are taken off, late and missed take nothing"
      case .columnOfRemarks(let column):
        return "the column \"\(column)\" holds no done, late, missed, n/a or number, so it counts nothing"
      case .stateWithoutPoints(let state, let column, let partners):
        return
          "\(FigureText.counted(partners, "partner")) \(partners == 1 ? "has" : "have") \"\(state)\" in \"\(column)\", for which \(rule: "points") has nothing: it takes nothing off"
      case .each(let range, let together, let slots, let isTooMany):
        return isTooMany
          ? "\(rule: "each") asks for \(counted(together, .slot)) at least (\(each(range)) for each partner), but there are \(slots): every quota is the lower end"
          : "\(rule: "each") lets all partners have \(counted(together, .slot)) together (\(each(range)) for each, the lower end for a score of 0), but there are \(slots): the rest stay empty"
      case .reading(let note): return Phrase(note.description)
      case .search(let caution): return Words.Cautions.sentence(caution)
      }
    }
  }
}
