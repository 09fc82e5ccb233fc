import Lineup
import TestSupport

/// Every tray of a small show that keeps its hard rules, by other code; what an answer claims is held against it.
struct Truth: Sendable {
  let small: SmallShow
  /// The net objective of each tray, by its SPUs and pitches.
  let trays: [Set<String>: Double]
  let best: Double?

  init(_ small: SmallShow) {
    self.small = small
    trays = Dictionary(
      small.feasibleTrays().map { tray, net in
        (Set(tray.map { "\(small.styles[$0.style].spu) \(small.allPitches[$0.pitch].name)" }), net)
      }, uniquingKeysWith: max)
    best = trays.values.max()
  }

  static func names(_ tray: Tray) -> Set<String> { Set(tray.items.map { "\($0.spu) \($0.pitch)" }) }

  static func spus(_ names: Set<String>) -> Set<String> {
    Set(names.map { String($0.prefix(upTo: $0.lastIndex(of: " ") ?? $0.endIndex)) })
  }

  static func isNear(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-6 * max(1, abs(first), abs(second))
  }

  static func isLess(_ first: Double, than second: Double) -> Bool {
    first < second && !isNear(first, second)
  }

  /// The best of some of the trays.
  func best(where isMeant: (Set<String>) -> Bool) -> Double? {
    trays.filter { isMeant($0.key) }.values.max()
  }

  /// What is false about a result of the show, or of the trays of it that it says it was searched among.
  func faults(_ result: SolveResult, among isMeant: (Set<String>) -> Bool = { _ in true }) -> [String] {
    var faults: [String] = []
    let bestMeant = best(where: isMeant)
    func check(_ tray: Tray, _ score: SolveResult.Score) {
      guard let net = trays[Self.names(tray)], isMeant(Self.names(tray)) else {
        return faults.append("a tray that keeps the rules not: \(Self.names(tray))")
      }
      if !Self.isNear(net, score.value) { faults.append("value \(score.value), by other code \(net)") }
    }
    switch result.outcome {
    case .optimal(let tray, let score):
      check(tray, score)
      if Self.isLess(score.value, than: bestMeant ?? .infinity) {
        faults.append("proven \(score.value), but there is \(String(describing: bestMeant))")
      }
      if result.stop != nil { faults.append("proven, and stopped by \(String(describing: result.stop))") }
    case .feasible(let tray, let score): check(tray, score)
    case .infeasible:
      if let bestMeant { faults.append("infeasible, but there is a tray of \(bestMeant)") }
    case .unknown: break
    }
    // Within a part, the bound is that of the show.
    if let bound = result.bound, let most = result.within == nil ? bestMeant : best,
      Self.isLess(bound, than: most)
    {
      faults.append("bound \(bound), but there is a tray of \(most)")
    }
    if let bound = result.within?.bound, let bestMeant, Self.isLess(bound, than: bestMeant) {
      faults.append("bound \(bound) within, but there is a tray of \(bestMeant)")
    }
    return faults
  }
}
