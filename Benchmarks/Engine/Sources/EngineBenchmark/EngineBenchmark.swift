import Foundation
import Optimization

/// Builds one program and solves it once; prints one line a run.
///
///     EngineBenchmark smooth 5000 --seed 1 --method exact --seconds 60 --scale 4 --verbose
///     EngineBenchmark catalog myntra_products.csv --variant two-hours
@main
enum EngineBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func option(_ name: String) -> String? {
      guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
      let value = arguments[index + 1]
      arguments.removeSubrange(index...index + 1)
      return value
    }
    func flag(_ name: String) -> Bool {
      guard let index = arguments.firstIndex(of: name) else { return false }
      arguments.remove(at: index)
      return true
    }
    let seed = UInt64(option("--seed") ?? "") ?? 1
    let seconds = Double(option("--seconds") ?? "") ?? 60
    let scale = Double(option("--scale") ?? "") ?? 1
    let variant = option("--variant") ?? ""
    let method = option("--method") ?? "exact"
    let isVerbose = flag("--verbose")
    let modelPath = option("--mps")
    guard arguments.count == 2 else {
      print("usage: EngineBenchmark (STYLE COUNT | catalog CSV) [--seed N] [--method M] [--seconds S]")
      return
    }

    let program: Program
    if arguments[0] == "catalog" {
      program = try catalogProgram(path: arguments[1], variant: variant)
    } else if arguments[0] == "knapsack", let count = Int(arguments[1]) {
      program = knapsackProgram(columns: count, rows: Int(scale * 5), seed: seed)
    } else if let style = ShowStyle(rawValue: arguments[0]), let count = Int(arguments[1]) {
      program = showProgram(style: style, styles: count, scale: scale, seed: seed)
    } else {
      print("no such style: \(arguments[0]); there are \(ShowStyle.allCases.map(\.rawValue))")
      return
    }
    if let modelPath { try modelFile(program).write(toFile: modelPath, atomically: true, encoding: .utf8) }
    let clock = ContinuousClock.now
    let control = SolveControl(report: { progress in
      if isVerbose {
        let incumbent = progress.incumbent.map { String($0) } ?? "-"
        print(String(format: "  %8.3f s", progress.seconds), incumbent, progress.bound, progress.nodes)
      }
    })
    let report = try solver(named: method).solve(
      program, limits: SolveLimits(seconds: seconds), control: control)
    let elapsed = clock.duration(to: .now) / .seconds(1)
    print(
      arguments.joined(separator: " "), variant, "seed", seed, program.columnCount, "x", program.rowCount,
      String(format: "%.3f s", elapsed), describe(report.outcome), "nodes", report.nodes,
      "memory", memoryPeak(), report.method, report.remarks.joined(separator: "; "))
  }

  static func solver(named name: String) -> any Solver {
    switch name {
    case BranchAndCut.method: BranchAndCut()
    case HeuristicSolver.method: HeuristicSolver()
    case "auto": AutomaticSolver()
    default: ExactSolver()
    }
  }

  static func describe(_ outcome: SolveOutcome) -> String {
    switch outcome {
    case .optimal(let selection, let bound): "optimal \(selection.value) bound \(bound)"
    case .feasible(let selection, let bound):
      "feasible \(selection.value) bound \(bound) gap "
        + String(format: "%.4f%%", 100 * (bound - selection.value) / abs(selection.value))
    case .infeasible: "infeasible"
    case .unknown(let bound): "unknown bound \(bound)"
    }
  }

  static func memoryPeak() -> String {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return "\(usage.ru_maxrss / 1_048_576) MB"
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return "\(usage.ru_maxrss / 1024) MB"
    #endif
  }
}
