import ArgumentParser
import Foundation
import Lineup
import LineupFiles

/// `benchmark cancel`
struct CancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Cancels solves at moments spread over their time, and says how long they take to end.",
    discussion: """
      Each show is solved once to its end, or to the time limit, and then again for every moment. What is \
      measured is the time from the moment to the audited answer.
      """)

  @OptionGroup var instances: InstanceArguments

  @Option(help: ArgumentHelp("How many moments.", valueName: "count"))
  var moments: Int = 40

  @Option(help: "exact, heuristic or auto.")
  var method: String = "auto"

  @Option(help: ArgumentHelp("The longest that a solve is followed.", valueName: "seconds"))
  var timeLimit: Double = 20

  func validate() throws {
    if SolveMethod(rawValue: method) == nil { throw ValidationError("there is no method '\(method)'") }
    if moments < 1 { throw ValidationError("a solve is cancelled at one moment at least") }
  }

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var settings = SolveSettings(timeLimit: timeLimit)
    settings.method = SolveMethod(rawValue: method) ?? .auto
    print("instance                 whole s   median ms   longest ms   at s   moments")
    for instance in instances.instances {
      let show = try ShowFile(path: try instance.write(to: folder.url)).show()
      let whole = try show.solve(settings).solver.seconds
      var delays: [(delay: Double, moment: Double)] = []
      for index in 0..<moments {
        let moment = whole * (Double(index) + 0.5) / Double(moments)
        let start = ContinuousClock.now
        let deadline = start + .seconds(moment)
        _ = try show.solve(settings, isCancelled: { ContinuousClock.now >= deadline })
        let delay = (ContinuousClock.now - deadline) / .seconds(1)
        // A solve that ended before its moment was not cancelled.
        if delay > 0 { delays.append((delay, moment)) }
      }
      let sorted = delays.sorted { $0.delay < $1.delay }
      guard let longest = sorted.last else { continue }
      print(
        instance.name.padding(toLength: 25, withPad: " ", startingAt: 0)
          + String(
            format: "%7.3f %11.1f %12.1f %6.2f %9d", whole, 1000 * sorted[sorted.count / 2].delay,
            1000 * longest.delay, longest.moment, delays.count))
    }
  }
}
