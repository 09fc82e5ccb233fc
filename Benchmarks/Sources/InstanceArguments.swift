import ArgumentParser

extension InstanceStyle: ExpressibleByArgument {}

/// Which generated shows a command is about.
struct InstanceArguments: ParsableArguments {
  @Option(help: "A style of show; may be repeated. All of them, if none is given.")
  var style: [InstanceStyle] = []

  @Option(help: ArgumentHelp("Styles in the catalog; may be repeated.", valueName: "count"))
  var spus: [Int] = []

  @Option(help: ArgumentHelp("A seed, or several: 1..10.", valueName: "range"))
  var seeds: SeedRange = SeedRange(seeds: 1...1)

  /// Every style with every size and seed, the small ones first.
  var instances: [Instance] {
    let styles = style.isEmpty ? InstanceStyle.allCases : style
    return (spus.isEmpty ? [5_000] : spus).flatMap { spus in
      styles.flatMap { style in seeds.seeds.map { Instance(style: style, spus: spus, seed: $0) } }
    }
  }

  func validate() throws {
    if let count = spus.first(where: { $0 < 1 }) { throw ValidationError("\(count) is no number of styles") }
  }
}

/// `7` or `1..10`.
struct SeedRange: ExpressibleByArgument, CustomStringConvertible {
  var seeds: ClosedRange<UInt64>

  init(seeds: ClosedRange<UInt64>) { self.seeds = seeds }

  init?(argument: String) {
    let ends = argument.split(separator: ".", omittingEmptySubsequences: true).map { UInt64($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
      return nil
    }
    seeds = first...last
  }

  var description: String { "\(seeds.lowerBound)..\(seeds.upperBound)" }
}
