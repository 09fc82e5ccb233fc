import Optimization

extension Show {
  /// A show that is longer, or worth more, than a running order can be searched for.
  func sizeProblems(length: Int, gmv: Double) -> [Problem] {
    var problems: [Problem] = []
    let here = SourceLocation(source: scenario.source)
    let most = NumberLimits.rundownMinutes
    if let minutes = scenario.show.minutes, minutes > most {
      problems.append(
        Problem(
          .outOfRange(
            key: "minutes", text: plain(minutes), expected: "at most \(plain(most)) for a running order"),
          at: scenario.show.minutesLocation ?? here))
    }
    if Double(length) > most * 60 {
      problems.append(
        Problem(
          .other(
            "the items and breaks take \(FigureText.minutes(ofSeconds: length)); a running order has at most "
              + "\(FigureText.counted(most, "minute"))"), at: here))
    }
    if gmv > NumberLimits.greatest {
      problems.append(
        Problem(
          .other(
            "the items come to a gmv of \(plain(gmv)); sums are exact up to 1e15, so give amounts in a larger unit"
          ),
          at: here))
    }
    return problems
  }

  /// Times of the plan that lie after the end of the show: by `show.minutes`, or where the items and breaks
  /// end.
  func timeProblems(_ plan: RundownPlan, length: Int) -> [Problem] {
    let said = scenario.show.minutes.map { Int(saturating: ($0 * 60).rounded()) }
    let end = said ?? length
    func moment(_ second: Int) -> String {
      plan.start == nil
        ? FigureText.minutes(ofSeconds: second) : Rundown.clock(second, start: plan.start)
    }
    var problems: [Problem] = []
    func report(_ what: String, _ second: Int, _ location: SourceLocation) {
      problems.append(
        Problem(.other("\(what) \(moment(second)), but the show ends at \(moment(end))"), at: location))
    }
    for pause in plan.breaks {
      let isAfter = said == nil ? pause.second > length - pause.seconds : pause.second >= end
      if isAfter {
        report("the break \"\(pause.name)\" is at", pause.second, pause.location)
      } else if said != nil, pause.second + pause.seconds > end {
        report("the break \"\(pause.name)\" lasts until", pause.second + pause.seconds, pause.location)
      }
    }
    for fixed in plan.fixed {
      if case .second(let second) = fixed.place, second >= end {
        report("\(fixed.spu.spu) is fixed at", second, fixed.spu.location)
      }
    }
    for offer in plan.offers {
      if let from = offer.from, from >= end {
        report("the offer of \(offer.spu.spu) begins at", from, offer.spu.location)
      }
    }
    return problems
  }
}
