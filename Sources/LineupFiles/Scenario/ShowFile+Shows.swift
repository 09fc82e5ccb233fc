import Lineup

/// A variant or a setting on top of a scenario.
package struct ShowChange: Sendable {
  package var name: String
  package var variant: String?
  package var settings: [String]

  package init(name: String, variant: String? = nil, settings: [String] = []) {
    self.name = name
    self.variant = variant
    self.settings = settings
  }
}

extension ShowFile {
  /// The shows of several changes; a catalog that is read alike is read once. What is wrong with one
  /// does not stop the others.
  package func contenders(_ changes: [ShowChange]) -> [Comparison.Contender] {
    var catalogs: [String: Result<Catalog, LineupError>] = [:]
    return changes.map { change in
      let show = Result { () throws(LineupError) in
        let scenario = try self.scenario(variant: change.variant, settings: change.settings)
        // Rows that stand in a scenario are few, and may be others in each variant.
        let key = scenario.catalogPath.map { "\($0) \(scenario.catalogSettings)" }
        let catalog =
          key.flatMap { catalogs[$0] }
          ?? Result { () throws(LineupError) in try self.catalog(of: scenario) }
        if let key { catalogs[key] = catalog }
        return try self.show(of: scenario, catalog: catalog)
      }
      return Comparison.Contender(name: change.name, show: show)
    }
  }
}
