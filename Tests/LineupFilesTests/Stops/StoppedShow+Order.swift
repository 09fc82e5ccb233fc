import Foundation
import Lineup
import LineupFiles
import TestSupport

/// Running orders that are stopped, against those that are not.
extension StoppedShow {
  /// A show whose items are all on its tray, with rules for their order: plain, soft, tight, and rules that clash.
  func ordering() throws -> StoppedAnswer.Question {
    let folder = try TemporaryFolder()
    let rows = (1...5).map { index in
      "A\(index),\(100 + 37 * index),50,\(3 + index * 5 % 4),\(["X", "Y", "Z"][index % 3]),\(index % 2 == 0 ? "hero" : "main")"
    }
    try folder.write(
      (["spu,price,stock,expected_units,brand,role"] + rows).joined(separator: "\n") + "\n", to: "catalog.csv"
    )
    let spacing =
      switch kind {
      case .plain: "heroes: { every: 9, where: { role: hero } }"
      case .soft:
        "brands: { apart: brand, penalty: 90 }, heroes: { every: 6, where: { role: hero }, penalty: 50 }"
      case .tight: "brands: { apart: brand }, heroes: { every: 8, where: { role: hero } }"
      case .infeasible: "roles: { apart: role }, heroes: { every: 6, where: { role: hero } }"
      }
    let fixed = kind == .infeasible ? ", fixed: [{ spu: A2, place: 1 }, { spu: A4, place: 2 }]" : ""
    try folder.write(
      """
      catalog: catalog.csv
      show: { items: 5, minutes: 20 }
      rundown: { audience: { 0: 10, 6: 90, 15: 40 }, spacing: { \(spacing) }, breaks: [{ name: draw, at: 7, minutes: 2 }]\(fixed) }

      """, to: "show.yaml")
    let show = try ShowFile(path: folder.path(of: "show.yaml")).show()
    guard let tray = try show.solve().tray else { return { _, _ in ["no tray"] } }
    // Both ways of looking for the order: by GLPK, and locally.
    return try { parts in { limit, isCancelled in try parts.flatMap { try $0(limit, isCancelled) } } }(
      [10, 0].map { exactItems in try ordering(show, tray, exactItems: exactItems) })
  }

  private func ordering(_ show: Show, _ tray: Tray, exactItems: Int) throws -> StoppedAnswer.Question {
    let whole = try show.rundown(of: tray)
    return { limit, isCancelled in
      var settings = RundownSettings(timeLimit: limit)
      settings.exactItems = exactItems
      switch (try show.rundown(of: tray, settings, isCancelled: isCancelled), whole) {
      case (.order(let order), .order(let best)):
        Answer(order, of: show.scenario).render()
        var faults: [String] = []
        if Truth.isLess(best.value, than: order.value) {
          faults.append("\(order.value), above \(best.value)")
        }
        if Truth.isLess(order.bound, than: best.value) {
          faults.append("bound \(order.bound) below \(best.value)")
        }
        if order.isOptimal, !Truth.isNear(order.value, best.value) { faults.append("proven \(order.value)") }
        return faults
      case (.clash(let clash), .order):
        return clash.isProven ? ["clash of \(clash.rules), but there is an order"] : []
      case (.clash(let clash), .clash(let best)):
        _ = Answer(clash, of: show.scenario).json
        return clash.isProven && !best.isProven ? ["proven, where the whole search has no proof"] : []
      case (.order, .clash): return ["an order where rules clash"]
      }
    }
  }
}
