import ArgumentParser
import Lineup
import LineupFiles

/// `benchmark heuristic`
struct HeuristicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heuristic",
    abstract: "Compares the heuristic method, in a second, with the optimum.",
    discussion: """
      Each show is solved exactly first, in the time limit. Where that is not proven, the bound stands for
      the optimum: what the heuristic misses may then be less than is said.
      """)

  @OptionGroup var instances: InstanceArguments

  @Option(help: ArgumentHelp("The time of the exact method.", valueName: "seconds"))
  var timeLimit: Double = 20

  @Option(help: ArgumentHelp("The time of the heuristic method.", valueName: "seconds"))
  var heuristicLimit: Double = 1

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var quality: [HeuristicQuality] = []
    print("instance                  optimum    heuristic  below %   own gap %  seconds")
    for instance in instances.instances {
      let show = try ShowFile(path: try instance.write(to: folder.url)).show()
      var settings = SolveSettings(timeLimit: timeLimit, method: .exact)
      settings.explainsInfeasibility = false
      let exact = try show.solve(settings)
      settings.timeLimit = heuristicLimit
      settings.method = .heuristic
      let one = HeuristicQuality(name: instance.name, exact: exact, heuristic: try show.solve(settings))
      quality.append(one)
      print(one.line)
    }
    print(HeuristicQuality.summary(quality))
  }
}
