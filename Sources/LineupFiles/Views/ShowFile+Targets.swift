import Lineup
import LineupReports

extension ShowFile {
  /// The people by whom channels' targets are split, read from the files that the scenario names.
  /// - Throws: where a file cannot be read, or says no people, with lines.
  package func targets(of scenario: Scenario) throws(LineupError) -> [ViewsTargets] {
    var targets: [ViewsTargets] = []
    var problems: [Problem] = []
    for channel in scenario.views?.channels ?? [] {
      guard let asked = channel.targets else { continue }
      let path = FileReference.path(of: asked.file.name, in: path)
      do throws(LineupError) {
        let bytes: [UInt8]
        do throws(LineupError) {
          bytes = try FileBytes.contents(of: path)
        } catch {
          throw error.referred(from: asked.file.location, key: "by")
        }
        var settings = CatalogSettings()
        settings.columns = [asked.column, "people"].map {
          .init(name: $0, form: .header($0), location: asked.file.location)
        }
        let file = try TableFile(bytes, source: path, settings: settings)
        targets.append(try ViewsTargets(PlainTable(file, source: path), of: channel, column: asked.column))
      } catch {
        problems += error.problems
      }
    }
    if !problems.isEmpty { throw LineupError(problems) }
    return targets
  }
}

extension Answer {
  /// What `lineup views` says: the plan of views, what more would cost, and what it is worth to the tray.
  package init(_ outlook: ViewsOutlook, of show: Show) {
    self.init(Report(outlook, of: show), ViewsDocument(outlook: outlook))
  }
}
