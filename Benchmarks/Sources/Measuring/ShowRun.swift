import Foundation
import Lineup
import LineupFiles

/// Reads a scenario file and solves it once through the public API, every stage timed.
struct ShowRun {
  var path: String
  var name: String
  var variant: String?
  /// On top of the scenario and its variant, as for `lineup solve --set`.
  var changes: [String] = []
  var settings: SolveSettings
  /// Whether the show has no tray, so that saying so is the right answer; `nil` where nobody knows.
  var isInfeasible: Bool? = false
  /// Where the result goes; nowhere if `nil`, but it is rendered all the same.
  var output: URL?

  func measure() throws -> Measurement {
    var watch = Stopwatch()
    let (file, scenario, catalog) = try watch.time("read") {
      let file = try ShowFile(path: path)
      let scenario = try file.scenario(variant: variant, settings: changes)
      return (file, scenario, try file.catalog(of: scenario))
    }
    _ = file
    let show = try watch.time("bind") { try Show(scenario, catalog: catalog) }
    let processorStart = ProcessUsage.ofThisProcess().processorSeconds
    let result = try show.solve(settings)
    let processorSeconds = ProcessUsage.ofThisProcess().processorSeconds - processorStart
    watch.append(result.solver.stages.map { Measurement.Stage(name: $0.name, seconds: $0.seconds) })
    try watch.time("write") {
      let text = Data(ResultDocument(result).json.utf8)
      if let output { try text.write(to: output) }
    }
    return Measurement(
      name: name, spus: catalog.count, options: show.optionCount, method: result.solver.method,
      status: result.status, objective: result.score?.value, bound: result.score?.bound,
      gap: result.score?.gap, stages: watch.stages, solveSeconds: result.solver.seconds,
      processorSeconds: processorSeconds, peakMemory: ProcessUsage.ofThisProcess().peakMemory,
      nodes: result.solver.nodes,
      iterations: result.solver.effort.iterations, pricedOptions: result.solver.effort.pricedOptions,
      coreOptions: result.solver.effort.coreOptions, faults: faults(of: result))
  }

  /// What contradicts the instance or itself.
  private func faults(of result: SolveResult) -> [String] {
    var faults: [String] = []
    switch result.outcome {
    case .optimal(let tray, let score), .feasible(let tray, let score):
      if isInfeasible == true { faults.append("a tray for a show that has none") }
      faults += tray.rules.filter { !$0.holds && !$0.isSoft }.map { "misses \($0.row)" }
      if score.bound ?? .infinity < score.value - 1e-6 * abs(score.value) {
        faults.append("bound below value")
      }
    case .infeasible:
      if isInfeasible == false { faults.append("infeasible, but the show has trays") }
    case .unknown:
      if isInfeasible == false { faults.append("no tray") }
    }
    return faults
  }
}
