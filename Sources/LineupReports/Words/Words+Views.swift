import Lineup

/// The plan of views: who brings how many, and what they cost.
extension Words {
  package enum Views {
    static let title = "Views"
    static let planLabel = "plan of views"
    static let rows = "Rows of the plan"
    static let rowsLead: Phrase =
      "Each row is computed again from the plan and the scenario, apart from the search."
    static let lead: Phrase =
      "Who owes what. Orders count viewers who come by one channel alone; views are as the channel counts them."

    // MARK: Columns

    static let channel = "Channel"
    static let views = "Views"
    static let most = "Of"
    static let told = "People told"
    static let people = "People"
    static let orders = "Orders"
    static let sales = "Sales"
    static let cost = "Cost"
    static let costOfOrder = "Cost of an order"
    static let viewsOfPerson = "Views each"
    static let noEnd = "no end"

    /// `mothers 800, office 1,200 (of 20,000)`
    static func told(_ told: [ViewsAnswer.Channel.Told], most: Double) -> String {
      let parts = told.filter { $0.people > 0 }.map {
        "\($0.segment) \(FigureText.number(Double($0.people)))"
      }
      let end = most.isFinite ? " (of \(FigureText.number(most)))" : ""
      return (parts.isEmpty ? "nobody" : parts.joined(separator: ", ")) + end
    }

    static func views(_ count: Double) -> String {
      let figure = amount(count)
      return "\(figure) \(figure == "1" ? "view" : "views")"
    }

    private static func amount(_ number: Double) -> String { FigureText.number(number, decimals: 2) }
    private static func money(_ number: Double) -> String {
      FigureText.number(number, decimals: abs(number) < 1000 ? 2 : 0)
    }

    // MARK: The plan in a line

    /// `10,000 for 4,520: shop guides 5,000, official account 3,000, ads 2,000`
    package static func line(_ answer: ViewsAnswer) -> Phrase {
      guard let net = answer.net, let cost = answer.cost else { return headline(answer) }
      let parts = answer.channels.filter { $0.views > 0 }.map { "\($0.name) \(amount($0.views))" }
      let who = parts.isEmpty ? "nobody is asked to come" : parts.joined(separator: ", ")
      let price = cost > 0 ? " for \(money(cost))" : ""
      let missed = weighing(answer)
      return "\(views(net))\(price): \(who)\(missed.isEmpty ? "" : ". \(missed)")"
    }

    static func headline(_ answer: ViewsAnswer) -> Phrase {
      switch answer.status {
      case .optimal: "Proven the cheapest plan of views"
      case .weighed:
        answer.rows.allSatisfy(\.holds)
          ? "The plan of views keeps every row" : "The plan of views does not keep every row"
      case .infeasible: "No plan of views keeps every row"
      case .unknown: "Unknown whether there is a plan of views"
      }
    }

    static func detail(_ answer: ViewsAnswer) -> Phrase {
      switch answer.status {
      case .optimal:
        "cost \(money(answer.cost ?? 0)) for \(views(answer.net ?? 0)); no plan costs less, and of those that cost as little none has fewer, channel by channel"
      case .weighed:
        answer.rows.allSatisfy(\.holds)
          ? "cost \(money(answer.cost ?? 0)) for \(views(answer.net ?? 0)), as the scenario has it"
          : weighing(answer)
      case .infeasible: "proven"
      case .unknown: "the search was ended before a plan, or a proof that there is none"
      }
    }

    static func work(_ outlook: ViewsOutlook) -> Phrase {
      "\(FigureText.counted(outlook.answer.channels.isEmpty ? outlook.scenario.views?.channels.count ?? 0 : outlook.answer.channels.count, "channel")), \(seconds(outlook.seconds))"
    }

    // MARK: A plan that is weighed

    /// What a plan that is fixed misses, and who has room: `5,000 + 3,000 + 1,000 are 9,000 of the 10,000 needed; the official
    /// account has room for 1,200`. Empty where nothing is missed.
    package static func weighing(_ answer: ViewsAnswer) -> Phrase {
      let missed = answer.rows.filter { !$0.holds }
      let sentences = missed.map { row -> Phrase in
        guard let required = row.required, let actual = row.actual, actual < required.lower else {
          return miss(row)
        }
        switch row.row {
        case ViewsPlan.totalRow: return "\(sum(answer)) of the \(amount(required.lower)) needed"
        case ViewsPlan.goalRow:
          return "\(sum(answer)), which sell \(money(actual)) of the \(money(required.lower)) needed"
        default: return miss(row)
        }
      }
      guard !sentences.isEmpty else { return "" }
      let isShort = missed.contains { row in
        [ViewsPlan.totalRow, ViewsPlan.goalRow].contains(row.row)
          && (row.actual ?? 0) < row.required?.lower ?? 0
      }
      return Phrase.joined(sentences, separator: "; ") + (isShort ? room(answer) : "")
    }

    private static func miss(_ row: RuleCheck) -> Phrase {
      "\(rule: row.row) asks for \(range: row.required, row.kind), the plan has \(FigureText.value(row.actual ?? 0, row.kind))"
    }

    /// `5,000 + 3,000 + 1,000 are 9,000`
    private static func sum(_ answer: ViewsAnswer) -> String {
      let all = answer.channels.reduce(0) { $0 + $1.views }
      let net = answer.net ?? 0
      let twice =
        all - net > 1e-9 * max(1, all) ? ", less \(amount(all - net)) who come by another channel too," : ""
      let terms = answer.channels.map { amount($0.views) }
      return
        "\(terms.joined(separator: " + "))\(twice) \(terms.count == 1 && twice.isEmpty ? "is" : "are") \(amount(net))"
    }

    /// `; the official account has room for 1,200`
    private static func room(_ answer: ViewsAnswer) -> Phrase {
      let open = answer.channels.filter { $0.room >= 1 }
      guard let first = open.first else { return "; no channel has room for more" }
      func amount(_ channel: ViewsAnswer.Channel) -> String {
        let unit = channel.told == nil ? "" : " more people told"
        return channel.room.isFinite
          ? "\(FigureText.number(channel.room, rounding: .down))\(unit)" : "any number"
      }
      let rest = open.dropFirst().map { ", the \($0.name) for \(amount($0))" }.joined()
      return "; the \(first.name) has room for \(amount(first))\(rest)"
    }

    // MARK: Clash

    static let clash = "What clashes"
    static let help = "What would help"
    static let helpBrief: Phrase = "What would help, the smallest change first:"
    static let noHelp: Phrase = "No change of one of these rows alone makes room for a plan."

    static func most(_ most: ViewsClash.Most) -> Phrase {
      let (has, asked) = (most.amount, most.required.lower)
      return most.row == ViewsPlan.goalRow
        ? "The channels can sell at most \(money(has)) of the \(money(asked)) needed: \(money(asked - has)) are missing."
        : "The channels can bring at most \(amount(has)) of the \(amount(asked)) needed: \(amount(asked - has)) are missing."
    }

    // MARK: More views

    static let next = "The next 1,000 views"
    static func next(_ next: ViewsOutlook.Next) -> Phrase {
      guard let cost = next.cost else { return "The next 1,000 views: no channel has any." }
      let who = next.channels.map { change in
        "\(change.channel) \(change.views > 0 ? "+" : "-")\(amount(abs(change.views)))"
      }
      let from = who.isEmpty ? "" : ": \(who.joined(separator: ", "))"
      let price = cost < 0 ? "save \(money(-cost))" : "cost \(money(cost))"
      return next.isWhole
        ? "The next 1,000 views \(price)\(from)."
        : "The channels have \(views(next.views)) more, which \(price)\(from)."
    }

    // MARK: What rows cost

    static let prices = "What the rows cost"
    static let pricesLead: Phrase =
      "What the plan would cost less without a row; each found by planning again. Rows that are not listed cost nothing."
    static let pricesBrief: Phrase = "What the rows cost:"
    static let row = "Row"
    static let saving = "Saves without it"
    static func free(_ count: Int) -> Phrase {
      "\(count) \(count == 1 ? "row costs" : "rows cost") nothing."
    }

    // MARK: A channel that is short

    static func shortTitle(_ short: ViewsOutlook.Short) -> String {
      "\(short.channel) \(FigureText.percent(short.share, decimals: 2)) short"
    }
    static func short(_ short: ViewsOutlook.Short, of answer: ViewsAnswer) -> Phrase {
      let head =
        "If \(short.channel) brings \(FigureText.percent(short.share, decimals: 2)) less than planned"
      switch short.answer.status {
      case .optimal:
        let more = (short.answer.cost ?? 0) - (answer.cost ?? 0)
        let price =
          abs(more) < 0.005 ? "the same cost" : more > 0 ? "\(money(more)) more" : "\(money(-more)) less"
        return "\(head), the others bring the rest at \(price): \(line(short.answer))."
      case .weighed:
        return short.answer.rows.allSatisfy(\.holds)
          ? "\(head), every row still holds: \(line(short.answer))." : "\(head): \(weighing(short.answer))."
      case .infeasible:
        let missing: Phrase = short.most.map { " \(most($0))" } ?? ""
        let clash = short.answer.clash.map { Words.Clash.sentence($0.conflict) } ?? ""
        return "\(head), the others cannot make up for it.\(missing.isEmpty ? " \(clash)" : missing)"
      case .unknown: return "\(head), it is not known what the others can do; the search was ended."
      }
    }

    // MARK: What views are worth

    static let worth = "What views are worth to the tray"
    static let worthLead: Phrase =
      "The show solved at 80%, 100% and 120% of the plan's views, with the same audience, beside what so many views cost at the least."
    static let worthBrief: Phrase = "What views are worth to the tray:"
    static let part = "Part"
    static func bestTray(_ measure: String) -> String { "Best tray: \(measure)" }
    static let perThousand = "1,000 views are worth"
    static let costPerThousand = "1,000 views cost"
    static let notBrought = "cannot be brought"
    static let noTray = "no tray"
    static let notProven = "not proven"

    // MARK: Targets

    static func targets(_ targets: ViewsTargets) -> String { "Targets of \(targets.channel)" }
    static func targetsLead(_ targets: ViewsTargets) -> Phrase {
      "The channel's views by \(targets.column), split by people; what is left goes to the largest remainders."
    }
    static func targetsBrief(_ targets: ViewsTargets) -> Phrase {
      "Targets of \(targets.channel) by \(targets.column):"
    }
    package static func otherPeople(_ targets: ViewsTargets, _ people: Double) -> Phrase {
      "the file of \(targets.channel) has \(FigureText.number(targets.people, decimals: 2)) people, the scenario \(FigureText.number(people, decimals: 2)); the views of the plan are split by the file's"
    }
    static let cut: Phrase = "The search was interrupted: what is not said here was not looked for."

    // MARK: Check

    static let mix = "What the audience does"
    static let mixLead: Phrase =
      "Forecasts of all candidates by category: as the catalog has them, with the plan of views and its audience, and the factor between."
    static let mixBrief: Phrase = "What the plan of views and its audience do to forecasts:"
    static let category = "Category"
    static let styles = "Styles"
    static let unitsBefore = "Units as forecast"
    static let unitsAfter = "Units with the views"
    static let factor = "Factor"
    static let without = "without a category"
    static func effect(_ effect: AudienceEffect) -> String {
      let factor = effect.factor.map { " (x \(FigureText.number($0, decimals: 3)))" } ?? ""
      return
        "\(FigureText.counted(effect.styles, "style")), \(FigureText.number(effect.before)) units as forecast, \(FigureText.number(effect.after)) with the views\(factor)"
    }
  }
}
