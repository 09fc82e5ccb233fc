import ArgumentParser
import Foundation
import Lineup
import LineupFiles

/// `benchmark rundown`
struct RundownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rundown",
    abstract:
      "Finds the running order of best trays under ever more conditions, and says how far the bound is.",
    discussion: """
      Each show is solved first; its tray, of 60 items as a rule, is then ordered under each of the sections
      `rundown:` below.
      """)

  @OptionGroup var instances: InstanceArguments

  /// The sections tried: a name and what stands under `rundown:`.
  static let sections: [(name: String, keys: [String])] = [
    ("audience", ["audience: peak"]),
    ("spacing", ["audience: peak", "spacing: { heroes: { every: 30, where: { role: hero } } }"]),
    ("apart", ["audience: peak", "spacing: { brands: { apart: brand, penalty: 300 } }"]),
    ("blocks", ["audience: peak", "blocks: { together: gender }"]),
    (
      "breaks",
      [
        "audience: rising",
        "breaks: [{ name: draw, at: 30, minutes: 3 }, { name: coupons, at: 90, minutes: 2 }]",
      ]
    ),
    (
      "all",
      [
        "audience: { 0: 3000, 20: 8000, 60: 11000, 180: 4000 }", "opening: [traffic, new]",
        "spacing: { heroes: { every: 30, where: { role: hero } }, brands: { apart: brand, penalty: 300 } }",
        "breaks: [{ name: draw, at: 30, minutes: 3 }]",
      ]
    ),
  ]

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    print("instance                 rundown    items        value        bound   gap %  seconds  proof")
    for instance in instances.instances {
      let path = try instance.write(to: folder.url)
      guard let tray = try ShowFile(path: path).show().solve(SolveSettings(timeLimit: 20)).tray else {
        continue
      }
      for section in Self.sections {
        // Breaks need minutes that the tray has not filled.
        let roomier = instance.scenario.replacing("minutes: 180", with: "minutes: 190")
        let text = roomier + "\nrundown:\n" + section.keys.map { "  \($0)\n" }.joined()
        let own = folder.url.appending(path: "\(instance.name)-\(section.name).yaml")
        try Data(text.utf8).write(to: own)
        let outcome = try ShowFile(path: own.path).show().rundown(of: tray)
        print(line(instance.name, section.name, outcome))
      }
    }
  }

  private func line(_ instance: String, _ section: String, _ outcome: RundownOutcome) -> String {
    let start =
      instance.padding(toLength: 25, withPad: " ", startingAt: 0)
      + section.padding(toLength: 10, withPad: " ", startingAt: 0)
    switch outcome {
    case .order(let rundown):
      let items = rundown.slots.count { $0.item != nil }
      return start
        + String(
          format: "%6d %12.1f %12.1f %7.3f %8.2f  ", items, rundown.value, rundown.bound, 100 * rundown.gap,
          rundown.seconds) + (rundown.isOptimal ? "optimal" : rundown.method)
    case .clash(let clash):
      return start + (clash.isProven ? "clash: " : "clash, not proven: ")
        + clash.rules.joined(separator: ", ")
    }
  }
}
