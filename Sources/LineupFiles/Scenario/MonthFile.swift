import Foundation
import Lineup

/// A month's file and what it refers to: scenarios of its levels, its catalog, aired trays.
///
///     let month = try MonthFile(path: "september.yaml").month()
package struct MonthFile: Sendable {
  package let path: String
  package let month: Month
  private let digest: String

  /// - Throws: `LineupError` where the file cannot be read or is not well formed.
  package init(path: String) throws(LineupError) {
    try self.init(bytes: FileBytes.contents(of: path, limit: .document), source: path)
  }

  /// - Parameter source: what messages call it; names of files are relative to its folder.
  package init(bytes: [UInt8], source: String) throws(LineupError) {
    path = source
    digest = Digest.text(of: bytes)
    month = try Month(Node(bytes: bytes, source: source))
  }

  /// The shows bound to their catalog.
  /// - Throws: what is wrong with a level, with its file and line; catalogs that differ; aired trays that are none.
  package func bound() throws(LineupError) -> BoundMonth {
    var files: [String: ShowFile] = [:]
    var problems: [Problem] = []
    for level in month.levels {
      let place = FileReference.path(of: level.scenario, in: path)
      do throws(LineupError) {
        files[level.name] = try ShowFile(path: place)
      } catch {
        problems += error.referred(from: level.location, key: "levels").problems
      }
    }
    if !problems.isEmpty { throw LineupError(problems) }
    var reader = MonthReader(file: self, files: files)
    return try reader.bound(digest: digest)
  }
}

/// Binds the shows of a month; catalogs and season tables that are the same are read once.
private struct MonthReader {
  let file: MonthFile
  let files: [String: ShowFile]
  private var catalog: Catalog?
  private var catalogKey: (text: String, name: String)?
  /// Shows by what they are made of: shows of a level that differ in the date alone are often the same.
  private var known: [String: Show] = [:]

  init(file: MonthFile, files: [String: ShowFile]) {
    self.file = file
    self.files = files
  }

  private var month: Month { file.month }

  mutating func bound(digest: String) throws(LineupError) -> BoundMonth {
    var shows: [MonthShow] = []
    var problems: [Problem] = []
    for entry in month.entries {
      for day in entry.days {
        let name = entry.isOfSeveral ? "\(entry.key) \(day)" : entry.key
        do throws(LineupError) {
          let level = try level(entry.level, at: entry.levelLocation)
          let show = try show(
            level, day: day, variant: entry.variant, change: entry.change, region: nil, at: entry.location)
          shows.append(
            MonthShow(
              name: name, level: entry.level, series: entry.series, day: day, start: entry.start,
              weight: entry.weight ?? level.weight, show: show))
        } catch {
          problems += error.problems.filter { !problems.contains($0) }
        }
      }
    }
    var aired: [AiredItem] = []
    for tray in month.aired where problems.isEmpty {
      do throws(LineupError) {
        aired += try items(of: tray)
      } catch {
        problems += error.problems.filter { !problems.contains($0) }
      }
    }
    guard problems.isEmpty, let catalog else { throw LineupError(problems) }
    var bound = try BoundMonth(month, catalog: catalog, shows: shows, aired: aired)
    bound.inputs = InputDigests(scenario: digest, catalog: catalog.digest)
    for show in shows {
      for caution in show.show.cautions where !bound.cautions.contains(caution) {
        bound.cautions.append(caution)
      }
    }
    return bound
  }

  private func level(_ name: String, at location: SourceLocation) throws(LineupError) -> Month.Level {
    guard let level = month.levels.first(where: { $0.name == name }) else {
      throw LineupError(.unknownName(name, what: "level", known: month.levels.map(\.name)), at: location)
    }
    return level
  }

  /// A level's scenario, changed by the level and by the show.
  private mutating func show(
    _ level: Month.Level, day: Day, variant: String?, change: Node?, region: String?, at place: SourceLocation
  ) throws(LineupError) -> Show {
    guard let file = files[level.name] else {
      throw LineupError(
        .unknownName(level.name, what: "level", known: month.levels.map(\.name)), at: level.location)
    }
    var document = file.document
    for (variant, change, location) in [
      (level.variant, level.change, level.location), (variant, change, place),
    ] {
      if let variant {
        guard let patch = file.document["variants"]?[variant] else {
          throw LineupError(.unknownVariant(variant, known: file.variantNames), at: location)
        }
        if !patch.isNull { document = document.merging(patch) }
      }
      if let change { document = document.merging(change) }
    }
    document = document.merging(Self.placing(day, region, at: level.location))
    document = document.without(Month.unusedKeys)
    if month.catalogLocation != nil {
      document = document.without(["catalog"] + Month.readingKeys).merging(month.reading)
    }
    let scenario = try Scenario(document)
    let catalog = try self.catalog(of: scenario, document, level: level, file: file)
    let key =
      "\(level.name) \(day.date.month) \(NodeYAML.text(document.without(["show"]))) \(Self.showText(document))"
    if let show = known[key] { return show }
    let show = try Show(
      file.takingFactors(scenario), catalog: catalog, calendar: file.calendar(of: scenario))
    known[key] = show
    return show
  }

  /// `show` without its date, which only a season table by month looks at.
  private static func showText(_ document: Node) -> String {
    document["show"].map { NodeYAML.text($0.without(["date"])) } ?? ""
  }

  private static func placing(_ day: Day, _ region: String?, at location: SourceLocation) -> Node {
    func entry(_ key: String, _ value: Node) -> Node.Entry {
      Node.Entry(key: key, keyLocation: location, value: value)
    }
    var show = [entry("date", Node(.scalar(day.description), at: location))]
    if let region { show.append(entry("region", Node(.scalar(region), at: location))) }
    return Node(.mapping([entry("show", Node(.mapping(show), at: location))]), at: location)
  }

  private mutating func catalog(
    of scenario: Scenario, _ document: Node, level: Month.Level, file: ShowFile
  ) throws(LineupError) -> Catalog {
    let isOfMonth = month.catalogLocation != nil
    let source = isOfMonth ? self.file.path : file.path
    let paths = scenario.catalogPaths.map { FileReference.path(of: $0, in: source) }
    let reading = Month.readingKeys.compactMap { key in document[key].map { "\(key): \(NodeYAML.text($0))" } }
    let key = "\(paths) \(reading)"
    if let catalog, let known = catalogKey {
      guard known.text == key || isOfMonth else {
        throw LineupError(
          .other(
            "levels \(known.name) and \(level.name) name different catalogs, or read them differently; "
              + "give the month one \"catalog\" for all of them"), at: level.location)
      }
      return catalog
    }
    let owner = isOfMonth ? try ShowFile(bytes: Array("{}".utf8), source: source) : file
    let read = try owner.catalog(of: scenario)
    catalog = read
    catalogKey = (key, level.name)
    return read
  }

  private mutating func items(of aired: Month.Aired) throws(LineupError) -> [AiredItem] {
    let level = try level(aired.level, at: aired.levelLocation)
    let show = try show(
      level, day: aired.day, variant: nil, change: nil, region: aired.region, at: aired.location)
    let path = FileReference.path(of: aired.tray, in: file.path)
    let tray: TrayFile
    do throws(LineupError) {
      tray = try TrayFile(path: path, scenario: show.scenario)
    } catch {
      throw error.referred(from: aired.location, key: "aired")
    }
    let place = MonthPlace(
      show: nil, level: aired.level, series: aired.series, region: aired.region ?? show.scenario.show.region,
      day: aired.day)
    let pitches = show.scenario.pitches
    return AiredItem.items(
      tray.entries.map { ($0.spu, $0.pitch ?? (pitches.count == 1 ? pitches[0].name : "")) }, on: show,
      at: place)
  }
}

extension Node {
  /// The mapping without some of its keys.
  fileprivate func without(_ keys: [String]) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return Node(.mapping(entries.filter { !keys.contains($0.key) }), at: location)
  }

  /// The mapping with further entries.
  fileprivate func merging(_ entries: [Entry]) -> Node {
    guard case .mapping(let own) = content else { return self }
    return Node(.mapping(own + entries), at: location)
  }
}
