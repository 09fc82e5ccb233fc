import ArgumentParser
import Foundation
import Lineup
import LineupFiles
import LineupSamples

/// `benchmark review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Reviews best trays with made-up sales, and a series of many reviews.",
    discussion: """
      Each show is solved first; its tray, of 60 items as a rule, is then reviewed with sales of a seeded truth:
      bridges, rules as aired, factors and hindsight. Then so many reviews are read and told as a series.
      """)

  @OptionGroup var instances: InstanceArguments

  @Option(help: "How many shows the series has.")
  var shows: Int = 80

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let clock = ContinuousClock()
    print("instance                   items  review s  choice cost  proven  series of  series s")
    for instance in instances.instances {
      let path = try instance.write(to: folder.url)
      let show = try ShowFile(path: path).show()
      guard let tray = try show.solve(SolveSettings(timeLimit: 20)).tray else { continue }
      let planned = tray.items.map {
        PlannedItem(spu: $0.spu, pitch: $0.pitch, units: $0.units, price: $0.price, gmv: $0.gmv)
      }
      var review: ShowReview?
      let single = try clock.measure {
        review = try show.review(planned, TrayList(tray), sales: Self.sales(of: tray, number: 0))
      }
      guard let review, let hindsight = review.hindsight else { continue }
      let reviews = folder.url.appending(path: "\(instance.name)-reviews")
      try FileManager.default.createDirectory(at: reviews, withIntermediateDirectories: true)
      for number in 0..<shows {
        var own = try show.review(planned, TrayList(tray), sales: Self.sales(of: tray, number: number))
        own.date = ShowDate("20\(10 + number / 28)-02-\(10 + number % 18)")
        own.scenario = "show \(number)"
        try Data(Answer(own, of: show).json.utf8).write(to: reviews.appending(path: "\(number).json"))
      }
      let series = try clock.measure {
        _ = try Answer(
          ReviewFolder.series(
            at: reviews.path(percentEncoded: false), belief: ForecastFactors.usualBelief,
            miss: NextRange.usualMiss)
        ).json
      }
      print(
        instance.name.padding(toLength: 25, withPad: " ", startingAt: 0)
          + String(
            format: "%7d %9.3f %12.0f  %@ %10d %9.2f", tray.items.count, Self.seconds(single),
            hindsight.choiceCost, hindsight.isProven ? "   yes" : "    no", shows, Self.seconds(series)))
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// Units by a seeded truth, as whole numbers.
  private static func sales(of tray: Tray, number: Int) -> Sales {
    var random = SeededRandom(seed: UInt64(number) &* 977 &+ 5)
    return Sales(
      source: "sales",
      styles: tray.items.map { item in
        let units = (item.units * random.number(from: 0.4, to: 1.5)).rounded()
        return Sales.Style(spu: item.spu, units: units, gmv: units * item.price)
      })
  }
}
