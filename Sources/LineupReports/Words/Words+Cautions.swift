import Lineup

/// What a person should know of the data or of a search before trusting a tray.
extension Words {
  package enum Cautions {
    package static func sentence(_ caution: Caution) -> Phrase {
      switch caution {
      case .unlistedSeason(let tag, let styles, let nearest, let listed):
        let who = styles == 1 ? "1 style has" : "\(styles) styles have"
        let known =
          nearest.map { "; the nearest that it lists is \"\($0)\"" }
          ?? (listed.isEmpty ? "" : "; it lists \(listed.joined(separator: ", "))")
        return
          "\(who) the season tag \"\(tag)\", which the season table does not list, and it counts as 1\(known)"
      case .noSeasonColumn(let listed): return unused(listed, "the catalog has no season column")
      case .noListedSeason(let listed): return unused(listed, "no style has one of them")
      case .noPrice(let styles): return unreadable("price", styles)
      case .noStock(let styles): return unreadable("stock figure", styles)
      case .missing(let figure, let count, let areAll): return missing(figure, count, areAll)
      case .negativeForecast(let column, let count):
        let name = column ?? "forecast"
        return count == 1
          ? "1 candidate has a negative \(name) and counts as 0 units"
          : "\(count) candidates have a negative \(name) and count as 0 units"
      case .levelForecast(let units, let count, let effect):
        let same = "all \(count) candidates have the same forecast (\(plain(units)) units)"
        if units == 0 { return "\(same): units, gmv and margin are 0 for every tray" }
        return
          "\(same): \(follows(effect)); demand: { column: …, times: … } makes forecasts out of past sales"
      case .factorsNotWorthUsing(let path):
        return
          "the factors of \(path) are not worth using: on shows that they were not learned from they do not make forecasts better by 5%"
      case .noForecast(let problem): return Phrase(problem.message)
      case .offerOnlyCosts(let name):
        return
          "offer \"\(name)\" has no lift and no elasticity, so that it only costs; write what it does to demand, such as lift: 1.3"
      case .offerForNoStyle(let name, let meeting, let reason):
        if meeting == 0 {
          return "no candidate meets the \"where\" of offer \"\(name)\", so that none may have it"
        }
        let who =
          meeting == 1
          ? "the candidate that meets its \"where\"" : "the \(meeting) candidates that meet its \"where\""
        return Phrase(
          "no candidate may have offer \"\(name)\": \(who) may not have its price"
            + (reason.map { " (of one, \($0.words))" } ?? ""))
      case .noElasticity(let name, let column, let count):
        return count == 1
          ? "1 candidate of offer \"\(name)\" has no \(column) of at least 0 and counts as elasticity 0"
          : "\(count) candidates of offer \"\(name)\" have no \(column) of at least 0 and count as elasticity 0"
      case .deeperOfferSellsLess(
        let name, let price, let lift, let other, let otherPrice, let otherLift, let styles, _):
        let whom = styles == 1 ? "for 1 style" : "for \(styles) styles"
        return
          "\(whom) offer \"\(name)\" is the deeper price with the smaller lift: \(FigureText.number(price, decimals: 2)) with \(FigureText.number(lift, decimals: 3)), offer \"\(other)\" \(FigureText.number(otherPrice, decimals: 2)) with \(FigureText.number(otherLift, decimals: 3)); is the lift as meant?"
      case .offersBelowFloor(let spus, let offers):
        let names = offers.map { "\"\($0)\"" }.joined(separator: " and ")
        return
          "with \(names) on the whole show, \(spus.count == 1 ? "1 item" : "\(spus.count) items") with an offer \(spus.count == 1 ? "is" : "are") below the floor of offers: \(spus.prefix(5).joined(separator: ", "))\(spus.count > 5 ? ", …" : "")"
      case .largeShare(let rule, let share):
        return
          "rule \"\(rule)\": the share \(plain(share)) is \(plain(share * 100))%; write \(plain(share))% if that is meant"
      case .problem(let problem): return Phrase(problem.description)
      case .liftedLock(let spu, let pitch, let why):
        let what = pitch.map { " with the pitch \($0)" } ?? ""
        return "the lock on \(spu)\(what) is lifted: \(lifted(why))"
      case .noPlanOfViews(let isProven):
        return
          "\(isProven ? "no plan of views keeps every row" : "no plan of views was found in time"): amounts are those of the views of `views.base`"
      case .planOfViewsMisses(let rows):
        return
          "the plan of views that the scenario fixes misses \(Words.list(rows.map { "\"\($0)\"" })); forecasts rest on it all the same"
      case .noExactMethod: return "the exact method is not in this build"
      case .exactMethodFoundNone: return "the exact method found no selection in time"
      case .exactMethodFailed(let backend, let code, let sentence):
        return "\(backend) failed: \(code), \(sentence)"
      case .exactMethodContradicted:
        return "the exact method found no tray where there is one; what it says is not relied on"
      }
    }

    private static func unused(_ listed: [String], _ why: String) -> Phrase {
      let tags = listed.map { "\"\($0)\"" }.joined(separator: ", ")
      return "the season table lists \(tags), but \(why): every style's season index is 1"
    }

    private static func unreadable(_ figure: String, _ styles: Int) -> Phrase {
      styles == 1
        ? "1 style has no \(figure) that can be read and is no candidate"
        : "\(styles) styles have no \(figure) that can be read and are no candidates"
    }

    private static func missing(_ figure: Caution.Figure, _ count: Int, _ areAll: Bool) -> Phrase {
      let (what, value) =
        switch figure {
        case .forecast: ("forecast", "0 units")
        case .cost: ("cost", "margin 0")
        case .column(let name): (name, "0 in sums and averages")
        }
      return count == 1
        ? "1 candidate has no \(what) and counts as \(value)"
        : "\(areAll ? "all " : "")\(count) candidates have no \(what) and count as \(value)"
    }

    private static func follows(_ effect: Caution.LevelEffect) -> String {
      switch effect {
      case .gmv: "gmv then prefers what is dear, whatever sells"
      case .margin: "margin then prefers what earns most a piece, whatever sells"
      case .units: "units then tell styles apart by pitch, season and stock only"
      case .rules: "units, gmv and margin then tell nothing of what sells"
      }
    }

    private static func lifted(_ why: Caution.Lift) -> String {
      switch why {
      case .withdrawn: "it is withdrawn"
      case .soldOut: "it has no stock"
      case .wished(let pitch): "it is asked for with \(pitch ?? "any")"
      case .kept(let pitch): "it stays with \(pitch)"
      }
    }
  }
}
